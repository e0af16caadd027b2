// backtest: what came of the contest about endings at each horizon, and which model an outlook may use.
#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/contest_parts.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::reports {
namespace {

using outlook::HorizonContest;

std::string grouped(std::size_t count) {
    return value_words(static_cast<double>(count));
}

std::string without_words(const HorizonContest& horizon) {
    std::vector<std::string> words;
    for (const auto& without : horizon.without) {
        words.push_back(fmt::format("{} {}", without.covariate, grouped(without.rows)));
    }
    return words.empty() ? "none" : joined(words, ", ");
}

std::string finding_words(const outlook::EndingCoefficient& coefficient) {
    if (!coefficient.finding) return "";
    switch (*coefficient.finding) {
        case outlook::SignFinding::AsExpected:
            return "as the theory says";
        case outlook::SignFinding::Opposite:
            return "AGAINST the theory";
        case outlook::SignFinding::NotToldApart:
            break;
    }
    return "not told apart from 0";
}

void add_coefficients(Document& document, const HorizonContest& horizon, std::size_t model) {
    const auto& coefficients = horizon.coefficients[model];
    if (coefficients.empty()) return;
    bool drawn = false;
    for (const auto& one : coefficients) drawn = drawn || one.drawn.has_value();
    Table table;
    document.paragraph(Text{"What moves it: " + horizon.result.models[model].name, Tone::Bold}, 1);
    table.columns = {{"covariate", Align::Left, true, true},
                     {"log odds for each standard deviation", Align::Right},
                     {"a rise should favour"},
                     {"sign is"}};
    if (drawn) table.columns.insert(table.columns.begin() + 2, {"by drawn alliances", Align::Right});
    for (auto& column : table.columns) column.title_wraps = true;
    for (const auto& one : coefficients) {
        const bool opposite = one.finding == outlook::SignFinding::Opposite;
        std::vector<Text> row{{one.name}, {interval_words(one.per_deviation, true)}};
        if (drawn) {
            const auto words = interval_words(one.drawn, true);
            row.emplace_back(one.drawn ? words.substr(words.find('[')) : words);
        }
        row.emplace_back(one.expected ? std::string(name_of(*one.expected)) : "—");
        row.emplace_back(finding_words(one), opposite ? Tone::Strong : Tone::Weak);
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
}

// Of the theory's model: what was forecast against what came.
void add_calibration(Document& document, const HorizonContest& horizon) {
    const auto theory = contest::place_of(horizon.result.models, contest::ModelRole::Theory);
    for (const auto& held_out : horizon.result.held_out) {
        const auto& points = held_out.models[theory].calibration;
        if (points.empty()) continue;
        Table table;
        table.columns = {
            {fmt::format("tenths of its forecasts, {}", contest::words_of(held_out.held_out)), Align::Left, true},
            {"forecast", Align::Right},
            {"happened", Align::Right},
            {"alliance-years", Align::Right}};
        for (std::size_t place = 0; place < points.size(); ++place) {
            const auto& point = points[place];
            // Draws of a group without an event have none either: their percentiles say nothing.
            const auto happened = point.happened && point.group.happened > 0
                                      ? fmt::format("{} ({}–{})", percent(point.happened->value),
                                                    percent(point.happened->low), percent(point.happened->high))
                                      : percent(point.group.happened);
            table.rows.push_back({{std::to_string(place + 1)},
                                  {percent(point.group.forecast)},
                                  {happened},
                                  {grouped(point.group.size)}});
        }
        document.table(std::move(table));
    }
}

void add_horizon(Document& document, const HorizonContest& horizon) {
    const auto& result = horizon.result;
    document.heading(horizon.years == 1 ? "Within a year" : fmt::format("Within {} years", horizon.years));
    document.paragraph(Text{horizon.sentence, Tone::Bold}, 1);
    if (!result.why_not.empty()) return;
    document.labelled("size", {fmt::format("{} alliance-years of {} alliances, {} of them with the outcome, {}–{}",
                                           grouped(result.rows), grouped(horizon.alliances), grouped(result.events),
                                           result.from, result.to)});
    document.labelled(
        "left out", {fmt::format("{} lack a covariate ({}); {} look past the end of the data; {} were lost from sight",
                                 grouped(horizon.incomplete), without_words(horizon), grouped(horizon.beyond_data),
                                 grouped(horizon.lost))});
    std::vector<std::string> ways;
    for (const auto& held_out : result.held_out) {
        ways.push_back(
            held_out.held_out == contest::HoldOut::Past
                ? fmt::format("the past alone: {} alliance-years from {} on, {} with the outcome, in {} decades",
                              grouped(held_out.rows), held_out.from, grouped(held_out.events), held_out.parts)
                : fmt::format("states: {} folds{}, each row from rows with neither of its two states",
                              result.choices.folds,
                              held_out.deals > 1 ? fmt::format(" dealt {} times", held_out.deals) : std::string()));
    }
    document.labelled("held out", {ways.begin(), ways.end()});
    add_contest_scores(document, result);
    add_contest_findings(document, result);
    for (std::size_t model = 0; model < result.models.size(); ++model) add_coefficients(document, horizon, model);
    add_calibration(document, horizon);
}

}  // namespace

Document backtest_document(const workbench::BacktestResult& result) {
    Document document;
    const auto& contest = result.contest;
    const auto& request = contest.request;
    document.paragraph(
        Text{fmt::format("Which explanation foresees how alliances end ({})? {}, alliances of two states, "
                         "{}–{}",
                         outlook::words_of(request.ending), result.theory.name, request.rules.from, request.rules.to),
             Tone::Bold});
    document.labelled("CHOSEN", {Text{fmt::format("{}: {}", contest.chosen, contest.chosen_reason), Tone::Bold}});
    if (request.ending == outlook::Ending::Violation && contest.chosen != result.theory.chosen) {
        document.labelled(
            "BUT", {fmt::format("the theory's file says {} ({})", result.theory.chosen, result.theory.chosen_reason)});
    }
    document.labelled("intervals",
                      {fmt::format("95% over {} draws of alliances, seed {}", grouped(request.draws), request.seed),
                       "clustered by alliance, not by state or by war"});
    document.labelled(
        "better",
        {fmt::format("both intervals of the advantage in skill lie above 0 and the advantage is at least {} of "
                     "the base rate's log score; no better: both lie below that",
                     number_words(request.rules.margin))});
    for (const auto& horizon : contest.horizons) add_horizon(document, horizon);
    if (!contest.findings.empty()) {
        document.heading("Findings");
        document.list({contest.findings.begin(), contest.findings.end()});
    }
    document.paragraph(
        Text{
            "Skill: log score as a share of the base rate's; 0 is as good as the base rate, 1 perfect. Area: under the "
            "curve; .5 is chance. An alliance that ends in another way counts as one that did not end so.",
            Tone::Faint},
        1);
    add_threat_sources(document, result.sources);
    if (!result.notes.empty() || !result.theory.cautions.empty()) {
        document.heading("Notes");
        std::vector<Text> notes(result.notes.begin(), result.notes.end());
        notes.insert(notes.end(), result.theory.cautions.begin(), result.theory.cautions.end());
        document.list(std::move(notes));
    }
    document.cited = {{"The theory", result.theory_cited}, {"The data", result.data_cited}};
    document.origin = fmt::format("theory {} {} · seed {} · entente {}", result.theory.id,
                                  result.theory.sha256.substr(0, 12), request.seed, workbench::version());
    return document;
}

Document backtest_scores_document(const workbench::BacktestResult& result) {
    Document document;
    auto table = score_table("years");
    for (const auto& horizon : result.contest.horizons) {
        add_score_rows(table, std::to_string(horizon.years), horizon.result);
    }
    document.table(std::move(table));
    return document;
}

}  // namespace entente::reports
