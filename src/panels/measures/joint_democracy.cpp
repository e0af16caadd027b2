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
    const auto cell = query.cell(dataset, std::string(kScore.front()), side);
    const auto within =
        fmt::format("({}) BETWEEN {} AND {}", cell.value, indices::kLeastPolity2, indices::kMostPolity2);
    return {fmt::format("CASE WHEN {} THEN {} END", within, cell.value),
            fmt::format("CASE WHEN ({0}) <> 0 THEN {0} WHEN {1} THEN 0 ELSE {2} END", cell.reason, within,
                        reason_number(Reason::MissingInSource))};
}

}  // namespace

// indices::joint_democracy for all rows at once: one score below the threshold settles that not both are democracies.
std::vector<MeasuredColumn> add_joint_democracy(PanelQuery& query, MeasureInputs& inputs) {
    const auto& dataset = inputs.need(kPolity, kScore);
    const auto first = score(query, dataset, Side::First);
    const auto second = score(query, dataset, Side::Second);
    const auto lower = fmt::format("least({}, {})", first.value, second.value);  // skips what is missing
    const auto known =
        fmt::format("(({}) = 0 AND ({}) = 0) OR {} < {}", first.reason, second.reason, lower, indices::kDemocracyFrom);
    const Cell both{
        fmt::format("CASE WHEN {} THEN CAST({} >= {} AS UTINYINT) END", known, lower, indices::kDemocracyFrom),
        fmt::format("CASE WHEN {} THEN 0 ELSE {} END", known, reason_number(Reason::Input))};
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
