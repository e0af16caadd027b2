// The components of capability, read once for every measure that stands on them, and the capability shares as a source.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "indices/capability_share.hpp"
#include "panels/measures.hpp"

namespace entente::panels {

// One state in one year.
struct CapabilityRow {
    std::int64_t state = 0;
    std::int64_t year = 0;
    indices::CapabilityShare share;
};

// Of all states of the data set in the panel's years, by year and state, whichever the panel has: shares are of the
// system. Only the named components count; of each the total is over the states whose figure is known.
[[nodiscard]] std::vector<CapabilityRow> capability_rows(const PanelQuery& query, const StoredDataset& dataset,
                                                         std::span<const indices::CapabilityComponent> components);

// The data set's column of a component.
[[nodiscard]] std::string_view column_of(indices::CapabilityComponent component);

struct CapabilitySource {
    SourceTable table;
    SourceColumn share;
    std::vector<std::string> notes;
};

[[nodiscard]] CapabilitySource capability_source(PanelQuery& query, MeasureInputs& inputs);

}  // namespace entente::panels
