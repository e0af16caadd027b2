// burden: ranks over all weightings, under three ways to bring different coins on one scale; never one index.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_parts.hpp"
#include "reports/burden_words.hpp"
#include "reports/names.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kPictured = 24;  // columns of the picture, at most

std::string range_words(const burden::ShareRange& range) {
    if (range.best == range.worst) return std::to_string(range.best);
    return fmt::format("{}–{}", range.best, range.worst);
}

// Ranks from the first at the left to the last at the right: `·┝━━●━┥····`. Of many members several share a column.
std::string picture_of(const burden::ShareRange& range, std::size_t members) {
    const auto wide = std::min(members, kPictured);
    const auto at = [&](int rank) {
        return members <= 1 ? std::size_t{0} : (static_cast<std::size_t>(rank - 1) * (wide - 1)) / (members - 1);
    };
    const auto from = at(range.best);
    const auto to = at(range.worst);
    const auto own = at(range.under_weights);
    std::string picture;
    for (std::size_t column = 0; column < wide; ++column) {
        if (column == own) {
            picture += "●";
        } else {
            picture += column < from || column > to ? "·" : "━";
        }
    }
    return picture;
}

std::string measure_names(const evidence::BurdenTheory& theory, const std::vector<std::size_t>& places) {
    std::vector<std::string> names;
    for (const auto place : places) names.push_back(theory.measures[place].name);
    return listed(names, names.size());
}

std::vector<const burden::FairMember*> by_rank(const burden::FairShare& fair) {
    std::vector<const burden::FairMember*> members;
    for (const auto& member : fair.members) members.push_back(&member);
    std::stable_sort(members.begin(), members.end(), [](const auto* one, const auto* other) {
        return one->ranges.front().under_weights < other->ranges.front().under_weights;
    });
    return members;
}

void add_what_counts(Document& document, const burden::FairShare& fair, const workbench::BurdenResult& result) {
    const auto& theory = result.theory;
    auto words = fmt::format("Counted: {}; {} weightings of them in steps of {}.", measure_names(theory, fair.measures),
                             value_words(static_cast<double>(fair.weightings)), plain_number(theory.step));
    if (!fair.alike.empty()) {
        words += fmt::format(" Told nobody apart: {}.", measure_names(theory, fair.alike));
    }
    if (!fair.left_out.empty()) {
        words += fmt::format(" Left out, known of less than {} of the members: {}.", percent(theory.known_share, 0),
                             measure_names(theory, fair.left_out));
    }
    document.paragraph(Text{words, Tone::Faint}, 1);
}

}  // namespace

void add_fair_share(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result) {
    const auto& fair = group.fair_share;
    document.heading("A fair share, under every weighting");
    if (fair.members.empty() || !fair.why_not.empty()) {
        document.paragraph(fmt::format("No ranks: {}.",
                                       fair.why_not.empty() ? "no member has every measure that counts" : fair.why_not),
                           1);
        return;
    }
    Table table;
    const auto* whose = result.weights_changed ? "rank, your weights" : "rank, the theory's";
    table.columns = {{"member", Align::Left, true}, {whose, Align::Right}};
    for (std::size_t scaling = 0; scaling < fair.members.front().ranges.size(); ++scaling) {
        table.columns.push_back({fmt::format("ranks, {}", scaling_name(scaling)), Align::Right});
    }
    table.columns.push_back({"above median", Align::Right});
    table.columns.push_back({"carries most", Align::Right});
    table.columns.push_back({fmt::format("1 … {}, order", fair.members.size()), Align::Left, false, false, true});
    for (auto& column : table.columns) column.title_wraps = true;
    table.columns.back().title_wraps = false;
    for (const auto* member : by_rank(fair)) {
        const bool asked = is_asked_about(result, member->state);
        std::vector<double> above;
        std::vector<double> first;
        for (const auto& range : member->ranges) {
            above.push_back(range.above_median);
            first.push_back(range.first);
        }
        std::vector<Text> row{
            {(asked ? "› " : "") + state_name(group, member->state), asked ? Tone::Bold : Tone::Plain},
            {std::to_string(member->ranges.front().under_weights)}};
        for (const auto& range : member->ranges) row.emplace_back(range_words(range));
        row.emplace_back(share_range(above));
        row.emplace_back(share_range(first));
        row.emplace_back(picture_of(member->ranges.front(), fair.members.size()));
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
    add_what_counts(document, fair, result);
    document.paragraph(
        Text{"Rank 1 carries most. Order: only who is ahead of whom counts; range: how far, between the least and the "
             "largest; deviations: how far, in standard deviations. Shares are of weightings, the lowest and the "
             "highest of the three; they are no probabilities.",
             Tone::Faint},
        1);
}

}  // namespace entente::reports
