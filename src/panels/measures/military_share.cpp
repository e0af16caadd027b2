#include <array>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "indices/capability_share.hpp"
#include "panels/measures.hpp"

namespace entente::panels {
namespace {

using datasets::Column;
using datasets::identifier;
using indices::CapabilityComponent;

constexpr std::array<std::string_view, 1> kCapabilities{"nmc"};
constexpr std::array<std::string_view, 2> kMilitary{"milex", "milper"};
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

// The shares of all states of the system, whichever the panel has; totals are over the states whose figure is known.
SharesTable shares_of(const datasets::ResultTable& found) {
    const auto& states = std::get<Column::Integers>(found.columns()[0].values);
    const auto& years = std::get<Column::Integers>(found.columns()[1].values);
    SharesTable table;
    std::vector<indices::CapabilityComponents> of_year;
    for (std::size_t begin = 0; begin < found.rows();) {
        std::size_t end = begin;
        of_year.clear();
        for (; end < found.rows() && years[end] == years[begin]; ++end) {
            auto& components = of_year.emplace_back();
            for (std::size_t place = 0; place < kComponents.size(); ++place) {
                const auto& column = found.columns()[place + 2];
                if (column.present[end] == 0) continue;
                components.at(static_cast<std::size_t>(kComponents[place])) =
                    std::get<Column::Numbers>(column.values)[end];
            }
        }
        const auto shares = indices::capability_shares(of_year);
        for (std::size_t row = begin; row < end; ++row) table.add(states[row], years[row], shares[row - begin]);
        begin = end;
    }
    return table;
}

}  // namespace

std::vector<MeasuredColumn> add_military_share(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kCapabilities, kMilitary);
    auto& database = query.data().database();
    const auto source = source_of(dataset, query.frame().system);
    const auto found = database.query(fmt::format(
        "SELECT CAST({0} AS BIGINT), CAST({1} AS BIGINT), CAST(milex AS DOUBLE), CAST(milper AS DOUBLE) FROM {2} WHERE "
        "{1} BETWEEN {3} AND {4} AND {0} IS NOT NULL ORDER BY 2, 1",
        identifier(source.key.state), identifier(source.key.year), identifier(source.table), query.frame().from,
        query.frame().to));
    const auto table = shares_of(found);
    database.create_table("measure_military", {table.state, table.year, table.reason, table.shares[0], table.shares[1]},
                          true);
    const auto shares = computed_table("measure_military", datasets::Unit::StateYear, source.numbering);
    const std::array<std::pair<std::string, std::string>, 2> names{
        {{"military_expenditure_share", "Share of the system's military expenditure"},
         {"military_personnel_share", "Share of the system's military personnel"}}};
    std::vector<MeasuredColumn> measured;
    for (std::size_t place = 0; place < names.size(); ++place) {
        const std::string variable(kMilitary[place]);
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
