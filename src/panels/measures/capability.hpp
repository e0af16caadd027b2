// The capability shares as a source, for the measures that stand on them.
#pragma once

#include "panels/measures.hpp"

namespace entente::panels {

struct CapabilitySource {
    SourceTable table;
    SourceColumn share;
    std::vector<std::string> notes;
};

[[nodiscard]] CapabilitySource capability_source(PanelQuery& query, MeasureInputs& inputs);

}  // namespace entente::panels
