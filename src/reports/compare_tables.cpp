#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/compare_parts.hpp"
#include "reports/compare_words.hpp"
#include "reports/names.hpp"
#include "reports/sentences.hpp"

namespace entente::reports {
namespace {

using assessment::IssueInCase;
using evidence::Continuity;
using workbench::CompareResult;

constexpr std::size_t kTurnedByNamed = 3;

// ` ▼`, or ` ▼7 ▲2` where the items go both ways. Strong and weak are what they are called everywhere else.
Text arrows(const IssueInCase& cell) {
    const int collapse = cell.toward_collapse;
    const int endurance = cell.toward_endurance;
    if (collapse > 0 && endurance > 0) return {fmt::format(" ▼{} ▲{}", collapse, endurance)};
    if (collapse > 0) return {" ▼", Tone::Weak};
    if (endurance > 0) return {" ▲", Tone::Strong};
    return {};
}

Text issue_cell(const IssueInCase& cell) {
    if (!cell.of_this_case) return {"not an issue of this case", Tone::Faint};
    if (!cell.state) return {"no coded item", Tone::Faint};
    if (*cell.state == Continuity::Continued) return {"continued"};
    const auto* const state = *cell.state == Continuity::Reversed ? "break with earlier practice" : "new";
    const auto toward = arrows(cell);
    return {fmt::format("{}{} ({} of {}: {})", state, toward.text, cell.items, cell.coded, cell.weightiest),
            toward.tone};
}

// The same of an issue that no other case has: `Defence break ▼ (5 of 40)`.
std::string issue_in_short(const IssueInCase& cell) {
    if (!cell.state) return cell.name + " no coded item";
    if (*cell.state == Continuity::Continued) return cell.name + " continued";
    return fmt::format("{} {}{} ({} of {})", cell.name, *cell.state == Continuity::Reversed ? "break" : "new",
                       arrows(cell).text, cell.items, cell.coded);
}

// Two cases may call one issue differently.
std::string issue_names(const assessment::IssueRow& row) {
    std::vector<std::string> names;
    for (const auto& cell : row.cases) {
        if (cell.of_this_case && std::ranges::find(names, cell.name) == names.end()) names.push_back(cell.name);
    }
    return joined(names, " / ");
}

std::string turned_by(const assessment::OrderTest& test) {
    if (!test.why_not.empty()) return test.why_not;
    if (test.turned_by.empty()) return test.reversed == 0 ? "nothing" : "—";
    const auto shown = std::min(test.turned_by.size(), kTurnedByNamed);
    const std::vector<std::string> first(test.turned_by.begin(),
                                         test.turned_by.begin() + static_cast<std::ptrdiff_t>(shown));
    const auto more = test.turned_by.size() - shown;
    return joined(first, ", ") + (more == 0 ? "" : fmt::format(" and {} more", more));
}

std::string coders_of(const assessment::Assessment& assessment, const evidence::Case& content) {
    if (assessment.coders.empty()) {
        const auto& asked = assessment.question.coders;
        if (asked.size() == 1) return asked.front();
        return content.coders.size() == 1 ? content.coders.front().id : "one";
    }
    std::vector<std::string> names;
    for (const auto& coder : assessment.coders) names.push_back(coder.coder);
    return joined(names, ", ");
}

std::string shares_in_words(const assessment::EvidenceOfCase& evidence) {
    std::vector<std::string> parts;
    for (const auto& [outlet, share] : evidence.class_shares) parts.push_back(outlet + ' ' + percent(share, 0));
    return joined(parts, ", ");
}

}  // namespace

void add_issues(Document& document, const CompareResult& result) {
    if (result.comparison.issues.empty()) return;
    document.heading("Issue by issue");
    Table table;
    table.columns = {{"issue", Align::Left, true, true}};
    for (const auto& name : result.names) table.columns.push_back({name, Align::Left, true, true, false, false, true});
    std::vector<std::vector<std::string>> alone(result.cases.size());
    for (const auto& row : result.comparison.issues) {
        std::vector<Text> cells{Text{issue_names(row)}};
        for (std::size_t i = 0; i < row.cases.size(); ++i) {
            cells.push_back(issue_cell(row.cases[i]));
            if (row.shared_by == 1 && row.cases[i].of_this_case) alone[i].push_back(issue_in_short(row.cases[i]));
        }
        if (row.shared_by > 1) table.rows.push_back(std::move(cells));
    }
    if (!table.rows.empty()) document.table(std::move(table));
    for (std::size_t i = 0; i < alone.size(); ++i) {
        if (!alone[i].empty()) document.labelled(result.names[i] + " only", {joined(alone[i], " · ")});
    }
    document.paragraph(
        Text{"break with earlier practice: an item goes against what was done in the baseline; it does not say that "
             "the alliance broke · ▼ toward collapse, ▲ toward endurance, by the codings; with how many items where "
             "they go both ways · in brackets how many of the coded items say so, and the weightiest",
             Tone::Faint},
        1);
}

void add_order_tests(Document& document, const CompareResult& result) {
    for (const auto& order : result.comparison.orders) {
        if (order.tests.empty()) continue;
        const auto& further = result.names[order.further];
        document.heading("Does " + further + " lean further to weakened than " + result.names[order.other] + "?");
        Table table;
        table.columns = {{"asked again of", Align::Left, true, true},
                         {"yes", Align::Right},
                         {"level", Align::Right},
                         {"no", Align::Right},
                         {"least", Align::Right},
                         {"most", Align::Right},
                         {"turned round by", Align::Left, true, true}};
        for (const auto& test : order.tests) {
            const bool made = test.comparisons() > 0;
            table.rows.push_back({Text{test_words(test.kind)}, Text{made ? std::to_string(test.kept) : "—"},
                                  Text{made ? std::to_string(test.level) : "—"},
                                  Text{made ? std::to_string(test.reversed) : "—"},
                                  Text{made ? tilt_words(test.least) : "—"}, Text{made ? tilt_words(test.most) : "—"},
                                  Text{turned_by(test)}});
        }
        document.table(std::move(table));
        document.paragraph(
            Text{fmt::format("least, most: how far the tilt of {} lies above the other's; below 0 it is turned round · "
                             "each comparison is a rerun: both cases are assessed again",
                             further),
                 Tone::Faint},
            1);
    }
}

void add_evidence(Document& document, const CompareResult& result) {
    document.heading("What each verdict rests on");
    Table table;
    table.columns = {{"case", Align::Left, true, true},
                     {"items", Align::Right},
                     {"clusters", Align::Right},
                     {"sources", Align::Right},
                     {"factors assessed", Align::Right, false, false, false, false, true},
                     {"focal years", Align::Right, false, false, false, false, true},
                     {"baseline years", Align::Right, false, false, false, false, true},
                     {"protocol", Align::Left, true, true},
                     {"coders", Align::Left, true, true},
                     {"sources by class", Align::Left, false, true, false, true}};
    for (std::size_t i = 0; i < result.cases.size(); ++i) {
        const auto& one = result.cases[i];
        const auto& coverage = one.assessment.coverage;
        const auto& factors = one.assessment.outcome.factors;
        const auto assessed = std::ranges::count_if(
            factors, [](const auto& factor) { return factor.finding != assessment::Finding::NotAssessed; });
        const auto& evidence = result.comparison.evidence[i];
        table.rows.push_back({Text{result.names[i]}, Text{std::to_string(coverage.items)},
                              Text{std::to_string(coverage.clusters)}, Text{std::to_string(coverage.sources)},
                              Text{fmt::format("{} of {}", assessed, factors.size())},
                              Text{fmt::format("{:.1f}", evidence.focal_years)},
                              Text{fmt::format("{:.1f}", evidence.baseline_years)}, Text{one.open->protocol.id},
                              Text{coverage.items == 0 ? "—" : coders_of(one.assessment, one.open->content)},
                              Text{shares_in_words(evidence)}});
    }
    document.table(std::move(table));
}

void add_factor_numbers(Document& document, const CompareResult& result) {
    document.heading("Each factor in numbers");
    Table table;
    table.columns = {{"factor", Align::Left, true, true},
                     {"case", Align::Left, true, true},
                     {"finding", Align::Left},
                     {"P weak", Align::Right},
                     {"same", Align::Right},
                     {"strong", Align::Right},
                     {"items", Align::Right},
                     {"clusters", Align::Right},
                     {"stands", Align::Left},
                     {"weighs most", Align::Left, false, false, false, true}};
    for (const auto& row : result.comparison.factors) {
        if (row.accord == assessment::Accord::None) continue;  // said among the caveats
        for (std::size_t i = 0; i < row.cases.size(); ++i) {
            const auto& cell = row.cases[i];
            const auto share = [&](double value) { return cell.tilt ? probability(value) : std::string("—"); };
            const auto count = [&](int value) { return cell.tilt ? std::to_string(value) : std::string("—"); };
            assessment::FactorResult weighing;
            weighing.weighs_most = cell.weighs_most;
            table.rows.push_back({Text{row.name}, Text{result.names[i]}, finding(cell.finding),
                                  Text{share(cell.posterior.weakened)}, Text{share(cell.posterior.unchanged)},
                                  Text{share(cell.posterior.strengthened)}, Text{count(cell.items)},
                                  Text{count(cell.clusters)}, Text{cell.tilt ? standing(cell.standing_decibels) : "—"},
                                  Text{cell.weighs_most.empty() ? "" : weighs_most(*result.cases[i].open, weighing)}});
        }
    }
    document.table(std::move(table));
}

}  // namespace entente::reports
