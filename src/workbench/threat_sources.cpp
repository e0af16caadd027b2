#include "workbench/threat_sources.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/text.hpp"

namespace entente::workbench {

const panels::StoredDataset* find_dataset(const panels::DataAtHand& data, const FactNeeds& needs) {
    for (const auto id : needs.datasets) {
        const auto* found = data.find(id);
        if (found == nullptr) continue;
        const bool whole = std::all_of(needs.variables.begin(), needs.variables.end(),
                                       [&](const auto variable) { return found->has(variable); });
        if (whole) return found;
    }
    return nullptr;
}

std::string words_of(const panels::StoredDataset& dataset) {
    return dataset.descriptor->id + ' ' + dataset.version_id;
}

ThreatSource source_of_fact(std::string_view fact, const panels::StoredDataset& dataset, std::string variable) {
    const auto years = dataset.has(variable) ? dataset.years_of(variable) : dataset.years;
    ThreatSource source;
    source.fact = fact;
    source.dataset = words_of(dataset);
    source.variable = std::move(variable);
    source.first = years.first;
    source.last = years.last;
    return source;
}

ThreatSource missing_source(const FactNeeds& needs) {
    ThreatSource source;
    source.fact = needs.fact;
    const std::vector<std::string> ids(needs.datasets.begin(), needs.datasets.end());
    source.why_not = fmt::format(
        "the store has no {}; `entente data info {}` says where to get it, then `entente data "
        "add`",
        joined(ids, " or "), ids.front());
    return source;
}

ThreatSource source_of_column(std::string_view fact, const panels::PanelColumn& column) {
    ThreatSource source;
    source.fact = fact;
    std::vector<std::string> words;
    for (const auto* dataset : column.from) words.push_back(words_of(*dataset));
    source.dataset = joined(words, ", ");
    source.variable = column.variable.empty() ? column.formula : column.variable;
    source.first = column.coverage.first;
    source.last = column.coverage.last;
    return source;
}

void note_dataset(std::vector<const panels::StoredDataset*>& datasets, const panels::StoredDataset* dataset) {
    if (dataset == nullptr || std::find(datasets.begin(), datasets.end(), dataset) != datasets.end()) return;
    datasets.push_back(dataset);
}

}  // namespace entente::workbench
