#include <array>

#include <fmt/format.h>

#include "panels/measures.hpp"

namespace entente::panels {
namespace {

constexpr std::array<std::string_view, 2> kRivalries{"rivalries-tss", "rivalries-td"};

}  // namespace

// The data set lists all rivalries of its years, so a pair that it does not list had none.
std::vector<MeasuredColumn> add_rivalry(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kRivalries, {});
    const auto source = source_of(dataset, query.frame().system);
    const auto rows =
        query.cell(source, {source.key.state_1, "", "", datasets::Combine::Count, 0.0, dataset.years}, Side::Pair);
    return {{"rivalry",
             "The states were rivals on a day of the year",
             "",
             {fmt::format("CASE WHEN ({0}) > 0 THEN 1 ELSE {0} END", rows.value), rows.reason},
             {},
             "",
             false}};
}

}  // namespace entente::panels
