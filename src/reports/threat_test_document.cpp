// threat --test: what came of the contests, with intervals, and the answer in a sentence.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

using threat::ScoreKind;

std::string grouped(std::size_t count) {
    return value_words(static_cast<double>(count));
}

// `+.021 [+.012, +.034]`
std::string interval_words(const std::optional<threat::Estimate>& estimate, bool with_sign) {
    if (!estimate) return "—";
    const auto words = [&](double value) {
        auto text = with_sign ? decibels(value, 3) : coefficient(value, 3);
        const auto point = text.find("0.");
        if (point != std::string::npos && (point == 0 || text[point - 1] < '0' || text[point - 1] > '9'))
            text.erase(point, 1);
        return text;
    };
    return fmt::format("{} [{}, {}]", words(estimate->value), words(estimate->low), words(estimate->high));
}

const std::optional<threat::Estimate>& score(const threat::ModelScores& scores, ScoreKind kind) {
    return scores.scores[static_cast<std::size_t>(kind)];
}

std::string role_words(threat::ModelRole role) {
    switch (role) {
        case threat::ModelRole::Base:
            return "base rate";
        case threat::ModelRole::Rival:
            return "rival";
        case threat::ModelRole::Theory:
            return "theory";
        case threat::ModelRole::Part:
            return "part of it";
        case threat::ModelRole::Circular:
            break;
    }
    return "circular";
}

Text verdict_words(threat::TestVerdict verdict) {
    switch (verdict) {
        case threat::TestVerdict::Better:
            return {"better", Tone::Strong};
        case threat::TestVerdict::NotBetter:
            return {"no better", Tone::Weak};
        case threat::TestVerdict::CannotTell:
            break;
    }
    return {"cannot be told", Tone::Plain};
}

void add_scores(Document& document, const threat::TestResult& result) {
    Table table;
    table.columns = {{"model", Align::Left, true, true}, {"is"}};
    for (const auto& held_out : result.held_out) {
        const auto out = fmt::format("{} held out", name_of(held_out.held_out));
        table.columns.push_back({"skill, " + out, Align::Right});
        table.columns.push_back({"area", Align::Right});
    }
    for (auto& column : table.columns) column.title_wraps = true;
    for (std::size_t model = 0; model < result.models.size(); ++model) {
        std::vector<Text> row{result.models[model].name, role_words(result.models[model].role)};
        for (const auto& held_out : result.held_out) {
            row.emplace_back(interval_words(score(held_out.models[model], ScoreKind::Skill), true));
            const auto& area = score(held_out.models[model], ScoreKind::Area);
            row.emplace_back(area ? value_words(area->value) : "—");
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
}

void add_findings(Document& document, const threat::TestResult& result) {
    const auto theory = std::find_if(result.models.begin(), result.models.end(),
                                     [](const auto& model) { return model.role == threat::ModelRole::Theory; });
    const auto place = static_cast<std::size_t>(theory - result.models.begin());
    Table table;
    table.columns = {{theory->name + ", against", Align::Left, true, true}, {"is"}};
    for (const auto& held_out : result.held_out) {
        table.columns.push_back({fmt::format("advantage in skill, {}", name_of(held_out.held_out)), Align::Right});
    }
    for (auto& column : table.columns) column.title_wraps = true;
    for (const auto& finding : result.findings) {
        std::vector<Text> row{result.models[finding.rival].name, verdict_words(finding.verdict)};
        for (const auto& held_out : result.held_out) {
            const auto found =
                std::find_if(held_out.advantages.begin(), held_out.advantages.end(),
                             [&](const auto& one) { return one.model == place && one.rival == finding.rival; });
            row.emplace_back(found == held_out.advantages.end()
                                 ? "—"
                                 : interval_words(found->by[static_cast<std::size_t>(ScoreKind::Skill)], true));
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
}

// What moves the forecast of the theory's first model.
void add_predictors(Document& document, const threat::TestResult& result) {
    for (std::size_t model = 0; model < result.models.size(); ++model) {
        if (result.models[model].role != threat::ModelRole::Theory) continue;
        Table table;
        table.columns = {{"what moves it, " + result.models[model].name, Align::Left, true},
                         {"log odds for each standard deviation", Align::Right},
                         {""}};
        for (const auto& predictor : result.fitted[model].predictors) {
            table.rows.push_back({{predictor.name},
                                  {interval_words(predictor.per_deviation, true)},
                                  {predictor.wrong_sign ? "against the theory" : "", Tone::Weak}});
        }
        document.table(std::move(table));
        return;
    }
}

void add_contest(Document& document, const workbench::ThreatContest& contest, bool main) {
    const auto& result = contest.result;
    document.heading(fmt::format("{}{}", contest.id, contest.robustness ? " (another rule for the outcome)" : ""));
    document.paragraph(Text{contest.sentence, main ? Tone::Bold : Tone::Plain}, 1);
    document.labelled("rows", {contest.pairs});
    document.labelled("outcome", {contest.outcome});
    if (!result.why_not.empty()) return;
    document.labelled("size",
                      {fmt::format("{} pair-years, {} of them with the outcome, {} states, {}–{}", grouped(result.rows),
                                   grouped(result.events), result.states, result.from, result.to)});
    add_scores(document, result);
    add_findings(document, result);
    if (main) add_predictors(document, result);
}

std::string missing_words(const workbench::ThreatTestResult& result) {
    std::vector<std::string> words;
    for (const auto& [component, pairs] : result.missing)
        words.push_back(fmt::format("{} {}", component, grouped(pairs)));
    return words.empty() ? "none" : joined(words, ", ");
}

}  // namespace

Document threat_test_document(const workbench::ThreatTestResult& result) {
    Document document;
    document.paragraph(Text{fmt::format("Does threat foresee whom states ally against? {}, {}–{}, pacts known to {}",
                                        result.theory.name, result.from, result.to, result.pacts_known_to),
                            Tone::Bold});
    document.labelled("pair-years",
                      {fmt::format("{}; left out: {} allies already, without a component: {}", grouped(result.pairs),
                                   grouped(result.with_pact), missing_words(result))});
    if (!result.contests.empty()) {
        const auto& choices = result.contests.front().result.choices;
        document.labelled("held out",
                          {fmt::format("each decade; each of {} folds of states; intervals of 95% over {} draws "
                                       "of clusters, seed {}",
                                       choices.folds, choices.draws, choices.seed)});
        document.labelled(
            "better", {fmt::format("both intervals of the advantage lie above 0 and the advantage is at least {} of "
                                   "the base rate's log score; no better: both lie below that",
                                   number_words(choices.margin))});
    }
    if (!result.summary.empty()) document.labelled("in all", {result.summary});
    if (!result.caution.empty()) document.paragraph(Text{result.caution, Tone::Bold}, 1);
    for (const auto& contest : result.contests) add_contest(document, contest, &contest == &result.contests.front());
    document.paragraph(
        Text{
            "Skill: log score as a share of the base rate's; 0 is as good as the base rate, 1 perfect. Area: under the "
            "curve; .5 is chance. The circular model is made from the alliances themselves and takes no part.",
            Tone::Faint},
        1);
    add_threat_sources(document, result.sources);
    if (!result.notes.empty()) {
        document.heading("Notes");
        document.list({result.notes.begin(), result.notes.end()});
    }
    document.cited = {{"The theory", result.theory_cited}, {"The data", result.data_cited}};
    document.origin = threat_origin(result.theory);
    return document;
}

Document threat_scores_document(const workbench::ThreatTestResult& result) {
    Document document;
    Table table;
    table.columns = {{"contest"}, {"held_out"}, {"model"}, {"role"}, {"score"}, {"value"}, {"low"}, {"high"}};
    for (const auto& contest : result.contests) {
        for (const auto& held_out : contest.result.held_out) {
            for (std::size_t model = 0; model < held_out.models.size(); ++model) {
                const auto& named = contest.result.models[model];
                for (std::size_t kind = 0; kind < threat::kScoreKinds; ++kind) {
                    const auto& estimate = held_out.models[model].scores[kind];
                    const auto digits = [&](double threat::Estimate::* which) {
                        return estimate ? fmt::format("{:.9g}", *estimate.*which) : std::string("—");
                    };
                    table.rows.push_back({{contest.id},
                                          {std::string(name_of(held_out.held_out))},
                                          {named.id},
                                          {std::string(name_of(named.role))},
                                          {std::string(name_of(static_cast<ScoreKind>(kind)))},
                                          {digits(&threat::Estimate::value)},
                                          {digits(&threat::Estimate::low)},
                                          {digits(&threat::Estimate::high)}});
                }
            }
        }
    }
    document.table(std::move(table));
    return document;
}

}  // namespace entente::reports
