#include "panels/offers.hpp"

#include <algorithm>
#include <array>

#include "panels/asked_column.hpp"
#include "panels/measures.hpp"
#include "panels/panel_query.hpp"

namespace entente::panels {
namespace {

constexpr std::array kUnits{PanelUnit::StateYear,    PanelUnit::DyadYear,   PanelUnit::DirectedDyadYear,
                            PanelUnit::AllianceYear, PanelUnit::MemberYear, PanelUnit::LeaderYear};

bool fits(const StoredDataset& dataset, const std::optional<PanelUnit>& unit) {
    const auto takes = [&](PanelUnit panel) { return !sides_of(panel, dataset.descriptor->unit).empty(); };
    return unit ? takes(*unit) : std::any_of(kUnits.begin(), kUnits.end(), takes);
}

OfferedVariable offered(const StoredDataset& dataset, const datasets::StoredVariable& variable) {
    const auto* rule = dataset.descriptor->find_column(variable.name);
    OfferedVariable one;
    one.dataset = dataset.descriptor->id;
    one.version = dataset.version_id;
    one.name = variable.name;
    one.label = variable.label;
    one.unit = variable.unit;
    one.years = dataset.years_of(variable.name);
    one.present = variable.present;
    one.missing = variable.missing;
    one.main = rule != nullptr && rule->main;
    return one;
}

}  // namespace

Offers offers_of(const DataAtHand& data, const std::optional<PanelUnit>& unit) {
    Offers offers;
    offers.unit = unit;
    offers.without_descriptor = data.without_descriptor();
    for (const auto& dataset : data.all()) {
        if (!fits(dataset, unit)) continue;
        for (const auto& variable : dataset.variables) {
            if (!names_the_row(dataset, variable.name)) offers.variables.push_back(offered(dataset, variable));
        }
    }
    for (const auto& measure : all_measures()) {
        if (unit && !measure.offered_for(*unit)) continue;
        offers.measures.push_back({std::string(measure.name), std::string(measure.about), std::string(measure.formula),
                                   std::string(measure.needs)});
    }
    return offers;
}

}  // namespace entente::panels
