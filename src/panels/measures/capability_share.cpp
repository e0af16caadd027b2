#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "panels/measures/capability.hpp"

namespace entente::panels {
namespace {

using datasets::Column;

constexpr std::array<std::string_view, 1> kCapabilities{"nmc"};
constexpr std::array<indices::CapabilityComponent, indices::kCapabilityComponents> kComponents{
    indices::CapabilityComponent::MilitaryExpenditure, indices::CapabilityComponent::MilitaryPersonnel,
    indices::CapabilityComponent::IronAndSteel,        indices::CapabilityComponent::EnergyConsumption,
    indices::CapabilityComponent::TotalPopulation,     indices::CapabilityComponent::UrbanPopulation};

struct SharesTable {
    Column state{"state", Column::Integers{}, {}};
    Column year{"year", Column::Integers{}, {}};
    Column share{"share", Column::Numbers{}, {}};
    Column reason{"reason", Column::Integers{}, {}};
    int state_years_with_gaps = 0;

    void add(std::int64_t number, std::int64_t of_year, const indices::CapabilityShare& result) {
        std::get<Column::Integers>(state.values).push_back(number);
        std::get<Column::Integers>(year.values).push_back(of_year);
        std::get<Column::Numbers>(share.values).push_back(result.value.value_or(0));
        std::get<Column::Integers>(reason.values).push_back(result.value ? 0 : static_cast<int>(Reason::Input));
        for (auto* column : {&state, &year, &reason}) column->present.push_back(1);
        share.present.push_back(result.value ? 1 : 0);
        if (result.components < static_cast<int>(indices::kCapabilityComponents)) ++state_years_with_gaps;
    }
};

}  // namespace

CapabilitySource capability_source(PanelQuery& query, MeasureInputs& inputs) {
    std::vector<std::string_view> columns;
    for (const auto component : kComponents) columns.push_back(column_of(component));
    const auto& dataset = inputs.need(kCapabilities, columns);
    const auto source = source_of(dataset, query.frame().system);
    SharesTable table;
    for (const auto& row : capability_rows(query, dataset, kComponents)) table.add(row.state, row.year, row.share);
    query.data().database().create_table("measure_capability", {table.state, table.year, table.share, table.reason},
                                         true);

    CapabilitySource result;
    result.table = computed_table("measure_capability", datasets::Unit::StateYear, source.numbering);
    result.share = {"share", "", "reason", datasets::Combine::Same, std::nullopt, dataset.years};
    if (table.state_years_with_gaps > 0) {
        result.notes.push_back(
            fmt::format("{} state-years of the source rest on fewer than six components", table.state_years_with_gaps));
    }
    return result;
}

std::vector<MeasuredColumn> add_capability_share(PanelQuery& query, MeasureInputs& inputs) {
    const auto source = capability_source(query, inputs);
    std::vector<MeasuredColumn> columns;
    for (const auto side : sides_of(query.frame().unit, datasets::Unit::StateYear)) {
        columns.push_back({"capability_share" + suffix_of(side, query.frame().unit), "Capability share", "share",
                           query.cell(source.table, source.share, side), source.notes, "", false});
    }
    return columns;
}

}  // namespace entente::panels
