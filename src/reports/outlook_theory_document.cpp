// theories: a theory of endings, every model and covariate of it, and how the models compete.
#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_words.hpp"
#include "reports/covariate_words.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

std::string horizons_in_words(const std::vector<int>& horizons) {
    std::vector<std::string> words;
    for (const int horizon : horizons) words.push_back(std::to_string(horizon));
    return joined(words, " and ") + (horizons == std::vector<int>{1} ? " year ahead" : " years ahead");
}

void add_model(Document& document, const evidence::EndingModel& model) {
    document.heading(fmt::format("{} ({}, {})", model.name, model.id, name_of(model.role)));
    document.labelled("duration", {std::string(name_of(model.duration))});
    if (model.recent > 0) {
        document.labelled("learns from", {fmt::format("the last {} years, from the past alone", model.recent)});
    }
    if (!model.theory.empty()) document.labelled("theory", {model.theory});
    if (!model.covariates.empty()) document.labelled("covariates", {joined(model.covariates, ", ")});
    if (!model.differs.empty()) document.labelled("differs", {model.differs});
    if (!model.citation.empty()) document.labelled("source", {model.citation});
}

void add_contest(Document& document, const evidence::EndingContest& contest) {
    document.heading("The contest");
    document.labelled("years", {fmt::format("{} to {}; foreseen from the past alone since {}", contest.from,
                                            contest.to > 0 ? std::to_string(contest.to) : "the last that the data know",
                                            contest.first_origin)});
    document.labelled("horizons", {horizons_in_words(contest.horizons)});
    document.labelled(
        "held out", {fmt::format("states, in {}{}", counted(static_cast<long>(contest.folds), "fold"),
                                 contest.deals > 1 ? fmt::format(", dealt {} times", contest.deals) : std::string())});
    document.labelled("margin",
                      {fmt::format("an advantage in skill below {} decides nothing", plain_number(contest.margin)),
                       contest.margin_reason});
    document.labelled("ridge", {plain_number(contest.ridge) + ", on covariates divided by their standard deviations"});
    document.labelled("stale", {fmt::format("in an outlook the last known value stands in for {} at most",
                                            counted(contest.known_for, "year"))});
}

}  // namespace

Document outlook_theory_document(const workbench::OutlookTheoryEntry& entry) {
    const auto& theory = entry.theory;
    Document document;
    document.paragraph(Text{theory.name, Tone::Bold});
    document.paragraph(theory.summary, 1);
    document.paragraph(Text{theory.citation, Tone::Faint}, 1);
    if (!theory.cautions.empty()) {
        document.heading("Cautions");
        document.list({theory.cautions.begin(), theory.cautions.end()});
    }
    document.labelled("chosen", {theory.chosen, theory.chosen_reason});
    add_contest(document, theory.contest);
    for (const auto& model : theory.models) add_model(document, model);
    if (theory.covariates.empty()) return document;
    document.heading("Covariates besides those of the theories");
    for (const auto& covariate : theory.covariates) document.labelled("number", covariate_lines(covariate));
    return document;
}

}  // namespace entente::reports
