#include <array>

#include <fmt/format.h>

#include "panels/measures.hpp"

namespace entente::panels {
namespace {

constexpr std::array<std::string_view, 1> kRivalries{"rivalries-tss"};
constexpr std::array<std::string_view, 1> kSpatial{"spatial"};

}  // namespace

// The data set lists all rivalries of its years and marks those about territory, so a pair or a rivalry without the
// mark had none.
std::vector<MeasuredColumn> add_territorial_rivalry(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kRivalries, kSpatial);
    const auto source = source_of(dataset, query.frame().system);
    const auto rows = query.cell(
        source, {std::string(kSpatial.front()), "", "", datasets::Combine::Count, 0.0, dataset.years}, Side::Pair);
    return {{"territorial_rivalry",
             "The states were rivals over territory on a day of the year",
             "",
             {fmt::format("CASE WHEN ({0}) > 0 THEN 1 ELSE {0} END", rows.value), rows.reason},
             {},
             "",
             false}};
}

}  // namespace entente::panels
