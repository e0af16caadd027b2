#include "indices/joint_democracy.hpp"

#include <array>
#include <string>

#include <fmt/format.h>

#include "panels/measures.hpp"

namespace entente::panels {
namespace {

constexpr std::array<std::string_view, 3> kPolity{"polity", "democracy-cow", "democracy-gw"};
constexpr std::array<std::string_view, 1> kScore{"polity2"};

// A special code is no score.
Cell score(PanelQuery& query, const StoredDataset& dataset, Side side) {
    auto column = source_column(dataset, std::string(kScore.front()));
    column.within = {indices::kLeastPolity2, indices::kMostPolity2};
    return query.cell(source_of(dataset, query.frame().system), column, side);
}

}  // namespace

// indices::joint_democracy for all rows at once: one score below the threshold settles that not both are democracies.
std::vector<MeasuredColumn> add_joint_democracy(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kPolity, kScore);
    const auto first = score(query, dataset, Side::First);
    const auto second = score(query, dataset, Side::Second);
    const auto lower = fmt::format("least({}, {})", first.value, second.value);  // skips what is missing
    const auto one_is_none = fmt::format("{} < {}", lower, indices::kDemocracyFrom);
    const auto both_known = fmt::format("({}) = 0 AND ({}) = 0", first.reason, second.reason);
    const Cell both{fmt::format("CASE WHEN {} THEN CAST(0 AS UTINYINT) WHEN {} THEN CAST(1 AS UTINYINT) END",
                                one_is_none, both_known),
                    fmt::format("CASE WHEN {} THEN 0 WHEN {} THEN 0 ELSE {} END", one_is_none, both_known,
                                reason_number(Reason::Input))};
    return {{"joint_democracy", "Both states are democracies (polity2 of 6 or more)", "", both, {}, "", false},
            {"democracy_weakest_link",
             "The lower of the two states' polity2",
             "−10 … 10",
             computed_from({first, second}, lower),
             {},
             "",
             false}};
}

}  // namespace entente::panels
