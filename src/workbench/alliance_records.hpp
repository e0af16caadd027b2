// The ATOP files of the user's store as rows of alliances, phases and members.
#pragma once

#include <string>
#include <vector>

#include "outlook/alliance_rows.hpp"
#include "outlook/pair_alliance.hpp"
#include "workbench/panel.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

struct AllianceRecords {
    outlook::AllianceRows rows;
    std::vector<ThreatSource> sources;
    std::vector<const panels::StoredDataset*> datasets;  // those used, for the citations
    std::vector<std::string> notes;
};

// From `atop-alliance`, `atop-phase` and `atop-member` in their newest versions. Throws NotFound if one is not there.
[[nodiscard]] AllianceRecords alliance_records(const OpenStore& open);

// The alliances of two states in them.
[[nodiscard]] std::vector<outlook::PairAlliance> pair_alliances(const OpenStore& open);

}  // namespace entente::workbench
