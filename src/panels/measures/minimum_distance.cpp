#include <array>

#include "panels/measures.hpp"

namespace entente::panels {
namespace {

constexpr std::array<std::string_view, 1> kDistances{"min-distance"};
constexpr std::array<std::string_view, 1> kDistance{"mindist"};

}  // namespace

std::vector<MeasuredColumn> add_minimum_distance(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kDistances, kDistance);
    return {{"minimum_distance",
             "Distance between the nearest points of the territories",
             "km",
             query.cell(dataset, std::string(kDistance.front()), Side::Pair),
             {},
             "",
             false}};
}

}  // namespace entente::panels
