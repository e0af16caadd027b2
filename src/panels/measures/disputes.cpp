#include <array>

#include <fmt/format.h>

#include "panels/measures.hpp"

namespace entente::panels {
namespace {

using datasets::identifier;

constexpr std::array<std::string_view, 2> kDisputes{"gml", "mid-peacesciencer"};
constexpr std::array<std::string_view, 1> kDispute{"dispnum"};

}  // namespace

// Both directions of a dispute stand in the data set, so different numbers are counted, not rows. It lists all disputes
// of its years, so a pair that it does not list had none.
std::vector<MeasuredColumn> add_disputes(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kDisputes, kDispute);
    const auto source = source_of(dataset, query.frame().system);
    query.data().database().run(fmt::format(
        "CREATE OR REPLACE TEMPORARY TABLE measure_disputes AS SELECT CAST(least({0}, {1}) AS INTEGER) AS state_1, "
        "CAST(greatest({0}, {1}) AS INTEGER) AS state_2, CAST({2} AS INTEGER) AS year, count(DISTINCT {3}) AS disputes "
        "FROM {4} WHERE {0} IS NOT NULL AND {1} IS NOT NULL GROUP BY ALL",
        identifier(source.key.state_1), identifier(source.key.state_2), identifier(source.key.year),
        identifier(kDispute.front()), identifier(source.table)));
    const auto counted = computed_table("measure_disputes", datasets::Unit::DyadYear, source.numbering);
    return {{"disputes",
             "Militarised disputes between the two states",
             "disputes",
             query.cell(counted, {"disputes", "", "", datasets::Combine::Same, 0.0, dataset.years}, Side::Pair),
             {},
             "",
             false}};
}

}  // namespace entente::panels
