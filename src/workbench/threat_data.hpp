// The user's store as the components of threat see it: the facts of every pair of states, year by year.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "threat/facts.hpp"
#include "workbench/panel.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

struct ThreatDataRequest {
    int from = 0;
    int to = 0;
    std::optional<int> state;  // only facts about threats to this one; none: every directed pair
    double half_life = 10;     // of past hostility, in years
    int stale_after = 10;
};

struct ThreatData {
    std::vector<ThreatSource> sources;
    std::vector<std::string> notes;
    std::vector<const panels::StoredDataset*> datasets;  // those used, for the citations
};

// Of what no component can do without, how far it reaches; disputes as long as they are remembered.
struct ThreatCoverage {
    int first = 0;
    int last = 0;
    std::vector<ThreatSource> needed;  // the disputes with the years of their record
};

// Whether the store has all of that.
[[nodiscard]] bool has_threat_data(const OpenStore& open);

// Throws NotFound as for_each_year does.
[[nodiscard]] ThreatCoverage threat_coverage(const OpenStore& open, int stale_after);

// Calls `use` once for each year, in order, with the facts of that year's pairs, ordered by state and other. Throws
// NotFound if the store lacks what no component can do without: capabilities, capitals, disputes.
ThreatData for_each_year(const OpenStore& open, const ThreatDataRequest& request,
                         const std::function<void(int year, std::span<const threat::DyadFacts>)>& use);

}  // namespace entente::workbench
