// threat --test: what came of the contests, with intervals, and the answer in a sentence.
#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/contest_parts.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

std::string grouped(std::size_t count) {
    return value_words(static_cast<double>(count));
}

// What moves the forecast of the theory's first model.
void add_predictors(Document& document, const contest::TestResult& result) {
    for (std::size_t model = 0; model < result.models.size(); ++model) {
        if (result.models[model].role != contest::ModelRole::Theory) continue;
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
    add_contest_scores(document, result);
    add_contest_findings(document, result);
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
    auto table = score_table("contest");
    for (const auto& contest : result.contests) add_score_rows(table, contest.id, contest.result);
    document.table(std::move(table));
    return document;
}

}  // namespace entente::reports
