#include <array>
#include <string>

#include <fmt/format.h>

#include "panels/measures.hpp"

namespace entente::panels {
namespace {

constexpr std::array<std::string_view, 1> kIdealPoints{"unga-ideal-points"};
constexpr std::array<std::string_view, 1> kIdealPoint{"idealpointall"};

}  // namespace

// indices::ideal_point_distance for all rows at once.
std::vector<MeasuredColumn> add_ideal_point_distance(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kIdealPoints, kIdealPoint);
    const std::string point(kIdealPoint.front());
    const auto first = query.cell(dataset, point, Side::First);
    const auto second = query.cell(dataset, point, Side::Second);
    return {{"ideal_point_distance",
             "Distance of the ideal points",
             "",
             computed_from({first, second}, fmt::format("abs({} - {})", first.value, second.value)),
             {},
             "",
             false}};
}

}  // namespace entente::panels
