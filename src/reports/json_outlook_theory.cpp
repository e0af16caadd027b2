// theories: a theory of endings as JSON, under the keys of its file; and the covariates of any theory.
#include "core/named_enum.hpp"
#include "reports/json_objects.hpp"

namespace entente::reports {
namespace {

Json model_json(const evidence::EndingModel& model) {
    return {{"id", model.id},
            {"name", model.name},
            {"role", name_of(model.role)},
            {"duration", name_of(model.duration)},
            {"covariates", model.covariates},
            {"recent", model.recent > 0 ? Json(model.recent) : Json(nullptr)},
            {"theory", text_or_null(model.theory)},
            {"citation", text_or_null(model.citation)},
            {"differs", text_or_null(model.differs)}};
}

Json contest_json(const evidence::EndingContest& contest) {
    return {{"from", contest.from},
            {"to", contest.to > 0 ? Json(contest.to) : Json(nullptr)},
            {"first_origin", contest.first_origin},
            {"horizons", contest.horizons},
            {"folds", contest.folds},
            {"deals", contest.deals},
            {"margin", number(contest.margin)},
            {"margin_reason", contest.margin_reason},
            {"ridge", number(contest.ridge)},
            {"known_for", contest.known_for}};
}

}  // namespace

Json covariates_json(const std::vector<evidence::Covariate>& covariates) {
    Json list = Json::array();
    for (const auto& covariate : covariates) {
        const bool has_threshold = evidence::has_threshold(covariate.measure);
        list.push_back({{"id", covariate.id},
                        {"factor", text_or_null(covariate.factor)},
                        {"name", covariate.name},
                        {"measure", name_of(covariate.measure)},
                        {"threshold", has_threshold ? number(covariate.threshold) : Json(nullptr)},
                        {"rise", name_of(covariate.rise)},
                        {"pace", name_of(covariate.pace)},
                        {"data", covariate.data},
                        {"reason", covariate.reason},
                        {"caution", text_or_null(covariate.caution)}});
    }
    return list;
}

Json outlook_theory_object(const evidence::OutlookTheory& theory) {
    Json models = Json::array();
    for (const auto& model : theory.models) models.push_back(model_json(model));
    return {{"kind", name_of(evidence::TheoryKind::Outlook)},
            {"id", theory.id},
            {"name", theory.name},
            {"summary", theory.summary},
            {"citation", theory.citation},
            {"sha256", theory.sha256},
            {"cautions", theory.cautions},
            {"chosen", theory.chosen},
            {"chosen_reason", theory.chosen_reason},
            {"contest", contest_json(theory.contest)},
            {"covariates", covariates_json(theory.covariates)},
            {"models", std::move(models)}};
}

}  // namespace entente::reports
