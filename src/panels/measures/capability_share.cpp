#include "indices/capability_share.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "panels/measures/capability.hpp"

namespace entente::panels {
namespace {

using datasets::Column;
using datasets::identifier;

constexpr std::array<std::string_view, 1> kCapabilities{"nmc"};
// In the order of indices::CapabilityComponent.
constexpr std::array<std::string_view, indices::kCapabilityComponents> kComponents{"milex", "milper", "irst",
                                                                                   "pec",   "tpop",   "upop"};

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
    const auto& dataset = inputs.need(kCapabilities, kComponents);
    auto& database = query.data().database();
    const auto source = source_of(dataset, query.frame().system);
    std::string select;
    for (const auto component : kComponents) select += ", CAST(" + identifier(component) + " AS DOUBLE)";
    const auto found = database.query(
        fmt::format("SELECT {0}, {1}{2} FROM {3} WHERE {1} BETWEEN {4} AND {5} AND {0} IS NOT NULL ORDER BY 2, 1",
                    identifier(source.key.state), identifier(source.key.year), select, identifier(source.table),
                    query.frame().from, query.frame().to));
    const auto& states = std::get<Column::Integers>(found.columns()[0].values);
    const auto& years = std::get<Column::Integers>(found.columns()[1].values);

    SharesTable table;
    std::vector<indices::CapabilityComponents> of_year;
    for (std::size_t begin = 0; begin < found.rows();) {
        std::size_t end = begin;
        of_year.clear();
        for (; end < found.rows() && years[end] == years[begin]; ++end) {
            auto& components = of_year.emplace_back();
            for (std::size_t place = 0; place < components.size(); ++place) {
                const auto& column = found.columns()[place + 2];
                if (column.present[end] != 0) components[place] = std::get<Column::Numbers>(column.values)[end];
            }
        }
        const auto shares = indices::capability_shares(of_year);
        for (std::size_t row = begin; row < end; ++row) table.add(states[row], years[row], shares[row - begin]);
        begin = end;
    }
    database.create_table("measure_capability", {table.state, table.year, table.share, table.reason}, true);

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
