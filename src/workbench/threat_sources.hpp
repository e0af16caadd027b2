// Which data sets of the store know the facts of threat, and what to add where none does. For use inside the module.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "panels/data_at_hand.hpp"
#include "panels/panel.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

// A kind of fact, and the data sets that can give it, the best first, each with all these variables.
struct FactNeeds {
    std::string_view fact;
    std::vector<std::string_view> datasets;
    std::vector<std::string_view> variables;
};

// The first of them that the store has, in its newest version; null if it has none.
[[nodiscard]] const panels::StoredDataset* find_dataset(const panels::DataAtHand& data, const FactNeeds& needs);

// `nmc 6.0`
[[nodiscard]] std::string words_of(const panels::StoredDataset& dataset);

[[nodiscard]] ThreatSource source_of_fact(std::string_view fact, const panels::StoredDataset& dataset,
                                          std::string variable);
// Of a fact that the store does not know.
[[nodiscard]] ThreatSource missing_source(const FactNeeds& needs);
// Of a panel's column: all data sets behind it, and the years that they share.
[[nodiscard]] ThreatSource source_of_column(std::string_view fact, const panels::PanelColumn& column);

// Adds it unless it is there.
void note_dataset(std::vector<const panels::StoredDataset*>& datasets, const panels::StoredDataset* dataset);

}  // namespace entente::workbench
