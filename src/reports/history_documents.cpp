// trajectory and continuity: the same alliance over its periods.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"
#include "reports/sentences.hpp"
#include "reports/series_parts.hpp"

namespace entente::reports {
namespace {

using assessment::VerdictDirection;
using evidence::Continuity;

constexpr int kArm = 10;  // characters to each side of the axis

// `     ▒▒▒▒█│██        `: the share that is weaker to the left, stronger to the right.
std::string drawing(const assessment::Verdict& verdict) {
    if (verdict.direction == VerdictDirection::NotAssessed) return std::string(kArm, ' ') + "│";
    const auto weaker = static_cast<int>(std::lround(kArm * verdict.probability.weakened));
    const auto stronger = static_cast<int>(std::lround(kArm * verdict.probability.strengthened));
    std::string bar(static_cast<std::size_t>(kArm - weaker), ' ');
    for (int i = 0; i < weaker; ++i) bar += "█";
    bar += "│";
    for (int i = 0; i < stronger; ++i) bar += "█";
    return bar;
}

std::string share(const assessment::Verdict& verdict, double value) {
    return verdict.direction == VerdictDirection::NotAssessed ? "—" : probability(value);
}

std::string thinning(const assessment::TrajectoryPoint& point) {
    if (point.outcome.verdict.direction == VerdictDirection::NotAssessed) return "";
    if (point.thinned_to == 0) return "the poorest period: nothing to thin";
    return fmt::format("{} of the reruns with {} agree{}", percent(point.survives, 0),
                       counted(point.thinned_to, "item"),
                       point.comparable ? "" : ": not comparable with the poorest period");
}

Text cell_in_words(const assessment::IssueContinuity& cell) {
    if (!cell.state) return {"·", Tone::Faint};
    const auto count = std::to_string(cell.items.size());
    switch (*cell.state) {
        case Continuity::Reversed:
            return {"✕ " + count, Tone::Weak};
        case Continuity::New:
            return {"● " + count, Tone::Strong};
        case Continuity::Continued:
            break;
    }
    return {"○ " + count};
}

}  // namespace

Document trajectory_document(const workbench::TrajectoryResult& result) {
    const auto& content = result.open->content;
    Document document;
    document.paragraph(
        fmt::format("{} · each period against its baseline · known on {}", content.title, to_text(content.cutoff)));
    document.paragraph(fmt::format("{} · {}", result.open->theory.name, result.open->protocol.name));
    Table table;
    table.columns = {{"period", Align::Left, false},       {"   weaker │ stronger", Align::Left, false, false, true},
                     {"P weak", Align::Right, false},      {"P strong", Align::Right, false},
                     {"verdict", Align::Left, true, true}, {"items", Align::Right, false},
                     {"sources", Align::Right, false}};
    for (const auto& point : result.points) {
        const auto& verdict = point.outcome.verdict;
        table.rows.push_back(
            {Text{period_name(content, point.period)}, Text{drawing(verdict), tone_of(verdict.direction)},
             Text{share(verdict, verdict.probability.weakened)}, Text{share(verdict, verdict.probability.strengthened)},
             Text{verdict_words(verdict.direction, verdict.size) + (point.comparable ? "" : " (not comparable)"),
                  tone_of(verdict.direction)},
             Text{std::to_string(point.items)}, Text{std::to_string(point.sources)}});
    }
    document.table(std::move(table));
    document.paragraph(Text{"What P weak and P strong leave to 1 is the chance that nothing changed.", Tone::Faint});
    document.heading(
        "What moved each period, and whether the verdict survives with as few items as the poorest period");
    for (const auto& point : result.points) {
        std::vector<std::string> moved;
        for (const auto& id : point.outcome.verdict.factors) moved.push_back(factor_name(result.open->theory, id));
        std::vector<std::string> against;
        for (const auto& id : point.outcome.verdict.against) against.push_back(factor_name(result.open->theory, id));
        auto line = moved.empty() ? sides_of(point.outcome.factors) : joined(moved, ", ");
        const bool assessed = point.outcome.verdict.direction != VerdictDirection::NotAssessed;
        if (line.empty()) line = assessed ? "no factor moved" : "nothing coded";
        if (!against.empty()) line += "; against: " + joined(against, ", ");
        const auto against_what = "against " + period_name(content, point.baseline) + ": ";
        document.labelled(period_name(content, point.period),
                          {against_what + line, Text{thinning(point), Tone::Faint}});
    }
    document.origin = provenance(*result.open, result.seed);
    return document;
}

Document continuity_document(const workbench::ContinuityResult& result) {
    const auto& content = result.open->content;
    const auto& matrix = result.matrix;
    Document document;
    document.paragraph(content.title +
                       " · issue × period, each against its baseline: ○ continued  ● new  ✕ reversed, with the "
                       "number of items that say so");
    Table table;
    table.columns.push_back({"issue", Align::Left, false});
    for (const auto& period : matrix.periods)
        table.columns.push_back({period_name(content, period), Align::Left, false});
    for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
        std::vector<Text> row{Text{content.issues[i].name}};
        for (const auto& cell : matrix.rows[i]) row.push_back(cell_in_words(cell));
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
    for (std::size_t p = 0; p < matrix.periods.size(); ++p) {
        document.heading(period_span(content, matrix.periods[p]));
        for (std::size_t i = 0; i < matrix.rows.size(); ++i) {
            const auto& cell = matrix.rows[i][p];
            if (!cell.state) continue;
            std::vector<Text> lines{Text{std::string(name_of(*cell.state)) + ": " + joined(cell.items, ", ")}};
            if (!cell.others.empty()) lines.emplace_back("beside: " + joined(cell.others, ", "), Tone::Faint);
            document.labelled(content.issues[i].id, std::move(lines));
        }
    }
    add_series_tests(document, content, result.series);
    document.origin = provenance(*result.open, result.open->protocol.sensitivity.seed);
    return document;
}

}  // namespace entente::reports
