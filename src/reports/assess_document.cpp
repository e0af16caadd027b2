#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"
#include "reports/outlook_words.hpp"
#include "reports/sentences.hpp"

namespace entente::reports {
namespace {

using assessment::FactorResult;
using assessment::Finding;

std::string coverage_line(const workbench::AssessResult& result) {
    const auto& coverage = result.assessment.coverage;
    std::string classes;
    for (const auto& [outlet, count] : coverage.sources_by_class) {
        classes += (classes.empty() ? "" : ", ") + outlet + ' ' + std::to_string(count);
    }
    const auto coders = std::max<std::size_t>(1, result.assessment.coders.size());
    const auto by = coverage.items == 0 ? "" : ", " + counted(static_cast<long>(coders), "coder");
    if (!classes.empty()) classes = " (" + classes + ')';
    return fmt::format("{} · {} · {} in {}, {}{}{}", result.open->theory.name, result.open->protocol.name,
                       counted(coverage.items, "item"), counted(coverage.clusters, "cluster"),
                       counted(coverage.sources, "source"), classes, by);
}

void add_issues(Document& document, const workbench::AssessResult& result) {
    std::string line;
    for (const auto& issue : result.assessment.issues) {
        if (!issue.state) continue;
        if (!line.empty()) line += " · ";
        line += issue_in_words(result.open->content, issue);
    }
    if (line.empty()) line = "no coded item of this period";
    std::vector<Text> lines{line};
    std::vector<std::string> silent;
    for (const auto& id : result.assessment.coverage.issues_without_items) {
        silent.push_back(issue_name(result.open->content, id));
    }
    if (!silent.empty()) lines.emplace_back("without items: " + joined(silent, ", "), Tone::Faint);
    document.labelled("ISSUES", std::move(lines));
}

std::vector<Text> factor_row(const workbench::OpenCase& open, const FactorResult& factor) {
    return {Text{factor.name},
            finding(factor.finding),
            Text{probability(factor.posterior.weakened)},
            Text{probability(factor.posterior.unchanged)},
            Text{probability(factor.posterior.strengthened)},
            Text{std::to_string(factor.evidence.size())},
            Text{standing(factor.standing_decibels)},
            Text{weighs_most(open, factor)}};
}

void add_ledger(Document& document, const workbench::AssessResult& result, evidence::Ledger ledger) {
    Table table;
    table.columns = {{ledger == evidence::Ledger::Collapse ? "COLLAPSE" : "ENDURANCE", Align::Left, false},
                     {"finding", Align::Left, false},
                     {"P weak", Align::Right, false},
                     {"same", Align::Right, false},
                     {"strong", Align::Right, false},
                     {"items", Align::Right, false},
                     {"stands", Align::Left, false},
                     {"weighs most", Align::Left, false, false, false, true}};
    for (const auto& factor : result.assessment.outcome.factors) {
        if (factor.ledger != ledger || factor.finding == Finding::NotAssessed) continue;
        table.rows.push_back(factor_row(*result.open, factor));
        for (const auto& aspect : factor.aspects) {
            if (aspect.finding == Finding::NotAssessed) continue;
            table.rows.push_back(
                {Text{"– " + aspect.name, Tone::Faint}, finding(aspect.finding),
                 Text{probability(aspect.posterior.weakened)}, Text{probability(aspect.posterior.unchanged)},
                 Text{probability(aspect.posterior.strengthened)}, Text{std::to_string(aspect.items)}, Text{}, Text{}});
        }
    }
    if (!table.rows.empty()) document.table(std::move(table));
}

void add_moved_by(Document& document, const workbench::AssessResult& result) {
    Table table;
    table.columns = {{"MOVED BY", Align::Left, false},
                     {"by whom", Align::Left, false},
                     {"new", Align::Right, false},
                     {"dB weaker", Align::Right, false},
                     {"heaviest", Align::Left, false, false, false, true}};
    for (const auto& factor : result.assessment.outcome.factors) {
        const bool still = factor.finding == Finding::Unchanged || factor.finding == Finding::NotAssessed;
        if (still) continue;
        std::string name = factor.name;
        for (const auto& member : factor.members) {
            table.rows.push_back({Text{name}, Text{member_name(*result.open, member.member)},
                                  Text{std::to_string(member.items)}, Text{decibels(member.decibels)},
                                  Text{item_in_words(*result.open, member.heaviest_item)}});
            name.clear();
        }
    }
    if (!table.rows.empty()) document.table(std::move(table));
}

// `75.3 → 24.0`, in the unit of the series.
std::string means_in_words(const assessment::IndicatorResult& one) {
    const auto mean = [](const std::optional<assessment::PeriodMean>& of) {
        if (!of) return std::string("—");
        return std::abs(of->mean) < 1000 ? fmt::format("{:.4g}", of->mean) : fmt::format("{:.0f}", of->mean);
    };
    return mean(one.baseline) + " → " + mean(one.focal);
}

std::string points_in_words(const assessment::IndicatorResult& one) {
    return fmt::format("{} → {}", one.baseline ? one.baseline->points : 0, one.focal ? one.focal->points : 0);
}

Text reading_in_words(const assessment::IndicatorResult& one) {
    switch (one.reading) {
        case assessment::IndicatorReading::TowardCollapse:
            return {"collapse ▼", Tone::Weak};
        case assessment::IndicatorReading::Steady:
            return {"steady"};
        case assessment::IndicatorReading::TowardEndurance:
            return {"endurance ▲", Tone::Strong};
        case assessment::IndicatorReading::NotMeasured:
            return {"—", Tone::Faint};
    }
    return {};
}

Text match_in_words(const assessment::IndicatorResult& one) {
    switch (one.match) {
        case assessment::IndicatorMatch::Agrees:
            return {"agrees"};
        case assessment::IndicatorMatch::Opposes:
            return {"opposes", Tone::Bold};
        case assessment::IndicatorMatch::OneMoved:
            return {one.reading == assessment::IndicatorReading::Steady ? "moved" : "unmoved"};
        case assessment::IndicatorMatch::NoCompare:
            return {"—", Tone::Faint};
    }
    return {};
}

void add_indicators(Document& document, const workbench::AssessResult& result) {
    if (result.indicators.empty()) return;
    Table table;
    table.columns = {{"NUMBERS", Align::Left, false},  {"mean", Align::Right, false},
                     {"points", Align::Right, false},  {"points to", Align::Left, false},
                     {"evidence", Align::Left, false}, {"bears on", Align::Left, false, false, false, true}};
    bool hindsight = false;
    for (const auto& one : result.indicators) {
        const auto* indicator = evidence::find_indicator(result.open->theory, one.indicator);
        const auto series = std::find_if(result.open->content.series.begin(), result.open->content.series.end(),
                                         [&](const evidence::Series& each) { return each.id == one.series; });
        hindsight = hindsight || one.hindsight;
        table.rows.push_back({Text{series->name + (one.hindsight ? " *" : "")}, Text{means_in_words(one)},
                              Text{points_in_words(one)}, reading_in_words(one), match_in_words(one),
                              Text{factor_name(result.open->theory, indicator->factor)}});
    }
    document.table(std::move(table));
    document.paragraph(
        Text{std::string("means of the baseline → the focal period, and whether the coded evidence agrees; a "
                         "cross-check: numbers move no finding") +
                 (hindsight ? " · * published after the cut-off" : ""),
             Tone::Faint},
        1);
}

void add_coders(Document& document, const workbench::AssessResult& result) {
    if (result.assessment.coders.empty()) return;
    std::vector<Text> lines;
    for (const auto& field : result.agreement) lines.emplace_back(agreement_in_words(field));
    for (const auto& coder : result.assessment.coders) {
        const auto& verdict = coder.outcome.verdict;
        const auto all = result.assessment.coverage.items;
        if (!coder.stands_alone) {
            lines.emplace_back(fmt::format("{}{}: {} of {} read, too few for a verdict of their own", coder.coder,
                                           coder.blind ? " (blind)" : "", coder.read, counted(all, "item")));
            continue;
        }
        lines.emplace_back(fmt::format("{}{}: {} ({}) on {}", coder.coder, coder.blind ? " (blind)" : "",
                                       verdict_words(verdict.direction, verdict.size), verdict_probability(verdict),
                                       counted(coder.items, "item")));
    }
    lines.emplace_back("pooled: the verdict above, the mean of what the coders read");
    document.labelled("CODERS", std::move(lines));
}

void add_verdict(Document& document, const workbench::AssessResult& result) {
    const auto& verdict = result.assessment.outcome.verdict;
    std::vector<Text> lines{Text{verdict_sentence(result), tone_of(verdict.direction)}};
    if (!result.weakest_point.empty()) lines.emplace_back("weakest point: " + result.weakest_point);
    document.labelled("VERDICT", std::move(lines));
    std::vector<Text> outlook{outlook_sentence(result), outlook_standing(result)};
    if (result.fitted) outlook.emplace_back(fitted_beside_words(*result.fitted));
    document.labelled("OUTLOOK", std::move(outlook));
    std::vector<Text> holds;
    for (auto& line : sensitivity_sentences(result)) holds.emplace_back(std::move(line));
    document.labelled("HOLDS?", std::move(holds));
    add_coders(document, result);
}

void add_gaps(Document& document, const workbench::AssessResult& result) {
    const auto& coverage = result.assessment.coverage;
    std::vector<Text> lines;
    if (!coverage.outside.empty()) {
        lines.emplace_back(counted(static_cast<long>(coverage.outside.size()), "item") +
                           " that the theory cannot see: " + joined(coverage.outside, ", "));
    }
    if (coverage.items_after_cutoff > 0) {
        lines.emplace_back(counted(coverage.items_after_cutoff, "item") +
                           " of the case became known after the cut-off, left out");
    }
    if (!coverage.uncoded.empty()) {
        lines.emplace_back(counted(static_cast<long>(coverage.uncoded.size()), "item") +
                           " of the period not coded under this theory: " + joined(coverage.uncoded, ", "));
    }
    if (coverage.items_in_no_period > 0) {
        lines.emplace_back(counted(coverage.items_in_no_period, "item") + " of the case in no period, unused");
    }
    if (!coverage.meetings_without_items.empty()) {
        lines.emplace_back("meetings without an item: " + joined(coverage.meetings_without_items, ", "));
    }
    if (!lines.empty()) document.labelled("UNUSED", std::move(lines));
    std::vector<Text> warnings;
    for (const auto& warning : result.assessment.warnings) warnings.emplace_back(warning);
    for (const auto& problem : result.open->misnamed) warnings.emplace_back(problem.where.file + ' ' + problem.what);
    if (!warnings.empty()) document.labelled("WARNINGS", std::move(warnings));
}

}  // namespace

Document assess_document(const workbench::AssessResult& result) {
    const auto& content = result.open->content;
    const auto& question = result.assessment.question;
    Document document;
    document.paragraph(fmt::format("{}{} · {} against {} · known on {}", content.title, treaty_in_words(result),
                                   period_span(content, question.focal), period_span(content, question.baseline),
                                   to_text(content.cutoff)));
    document.paragraph(coverage_line(result));
    add_issues(document, result);
    add_ledger(document, result, evidence::Ledger::Collapse);
    add_ledger(document, result, evidence::Ledger::Endurance);
    std::vector<std::string> idle;
    for (const auto& factor : result.assessment.outcome.factors) {
        if (factor.finding == Finding::NotAssessed) idle.push_back(factor.name);
    }
    if (!idle.empty()) document.paragraph(Text{"not assessed: " + joined(idle, ", "), Tone::Faint}, 1);
    add_moved_by(document, result);
    add_indicators(document, result);
    add_verdict(document, result);
    add_gaps(document, result);
    document.origin = provenance(*result.open, question.seed);
    return document;
}

}  // namespace entente::reports
