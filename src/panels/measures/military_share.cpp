#include <array>
#include <string>
#include <utility>

#include "panels/measures/capability.hpp"

namespace entente::panels {
namespace {

using datasets::Column;
using indices::CapabilityComponent;

constexpr std::array<std::string_view, 1> kCapabilities{"nmc"};
constexpr std::array<CapabilityComponent, 2> kComponents{CapabilityComponent::MilitaryExpenditure,
                                                         CapabilityComponent::MilitaryPersonnel};

struct SharesTable {
    Column state{"state", Column::Integers{}, {}};
    Column year{"year", Column::Integers{}, {}};
    Column reason{"reason", Column::Integers{}, {}};
    std::array<Column, 2> shares{{{"milex", Column::Numbers{}, {}}, {"milper", Column::Numbers{}, {}}}};

    void add(std::int64_t number, std::int64_t of_year, const indices::CapabilityShare& result) {
        const std::array<std::pair<Column*, std::int64_t>, 3> whole{
            {{&state, number}, {&year, of_year}, {&reason, static_cast<std::int64_t>(Reason::Input)}}};
        for (const auto& [column, value] : whole) {
            std::get<Column::Integers>(column->values).push_back(value);
            column->present.push_back(1);
        }
        for (std::size_t place = 0; place < shares.size(); ++place) {
            const auto& share = result.shares.at(static_cast<std::size_t>(kComponents[place]));
            std::get<Column::Numbers>(shares[place].values).push_back(share.value_or(0));
            shares[place].present.push_back(share ? 1 : 0);
        }
    }
};

}  // namespace

std::vector<MeasuredColumn> add_military_share(PanelQuery& query, MeasureInputs& inputs) {
    const std::array military{column_of(kComponents[0]), column_of(kComponents[1])};
    const auto& dataset = inputs.need(kCapabilities, military);
    const auto source = source_of(dataset, query.frame().system);
    SharesTable table;
    for (const auto& row : capability_rows(query, dataset, kComponents)) table.add(row.state, row.year, row.share);
    query.data().database().create_table(
        "measure_military", {table.state, table.year, table.reason, table.shares[0], table.shares[1]}, true);
    const auto shares = computed_table("measure_military", datasets::Unit::StateYear, source.numbering);
    const std::array<std::pair<std::string, std::string>, 2> names{
        {{"military_expenditure_share", "Share of the system's military expenditure"},
         {"military_personnel_share", "Share of the system's military personnel"}}};
    std::vector<MeasuredColumn> measured;
    for (std::size_t place = 0; place < names.size(); ++place) {
        const std::string variable(military[place]);
        const SourceColumn column{
            variable, "", "reason", datasets::Combine::Same, std::nullopt, dataset.years_of(variable)};
        for (const auto side : sides_of(query.frame().unit, datasets::Unit::StateYear)) {
            measured.push_back({names[place].first + suffix_of(side, query.frame().unit),
                                names[place].second,
                                "share",
                                query.cell(shares, column, side),
                                {},
                                "",
                                false});
        }
    }
    return measured;
}

}  // namespace entente::panels
