#include "workbench/scenario_fitted.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/minus_sign.hpp"
#include "core/text.hpp"

namespace entente::workbench {
namespace {

using evidence::Covariate;
using evidence::ScenarioIndicatorEffect;

// Not where an indicator has the same id: effects name indicators first.
const Covariate* covariate_named(const evidence::Theory& theory, const std::string& id) {
    if (evidence::find_indicator(theory, id) != nullptr) return nullptr;
    const auto found = std::ranges::find(theory.covariates, id, &Covariate::id);
    return found == theory.covariates.end() ? nullptr : &*found;
}

std::vector<const ScenarioIndicatorEffect*> on_covariates(const std::vector<ScenarioIndicatorEffect>& effects,
                                                          const evidence::Theory& theory) {
    std::vector<const ScenarioIndicatorEffect*> found;
    for (const auto& effect : effects) {
        if (covariate_named(theory, effect.indicator) != nullptr) found.push_back(&effect);
    }
    return found;
}

bool same_measure(const Covariate& a, const Covariate& b) {
    return a.measure == b.measure && a.threshold == b.threshold && a.data == b.data;
}

// Why a change of it moves nothing; empty if it does.
std::string why_still(const Covariate& covariate, const OutlookResult& now) {
    const auto& fitted = *now.fitted;
    const auto known = std::ranges::find(fitted.covariates, covariate.id, &Covariate::id);
    if (known != fitted.covariates.end()) {
        if (!same_measure(*known, covariate)) return "the model measures it in another way than the case's theory";
        return std::ranges::find(fitted.fit.constant, covariate.id) == fitted.fit.constant.end()
                   ? std::string()
                   : "it is the same in all years of the fit, so that the model knows nothing of it";
    }
    for (const auto& one : fitted.left_out) {
        if (one.covariate.id != covariate.id) continue;
        return fmt::format("it is not known of this alliance now ({}), and the model is fitted without it",
                           name_of(one.lack));
    }
    return fmt::format("the model '{}' does not have it", fitted.model.name);
}

void warn(ScenarioFitted& moved) {
    const auto words = [](double number) { return with_minus_sign(fmt::format("{:.3g}", number)); };
    for (std::size_t place = 0; place < moved.values.size(); ++place) {
        const auto& value = moved.values[place];
        if (!value.beyond_seen()) continue;
        moved.warnings.push_back(fmt::format(
            "'{}' would be {} to {}, outside all that the model has seen ({} to {}), so that its line is "
            "drawn out",
            moved.moved[place].id, words(value.low), words(value.high), words(value.seen_low), words(value.seen_high)));
    }
    if (std::ranges::any_of(moved.horizons, &outlook::MovedRisk::draws_go_beyond)) {
        moved.warnings.emplace_back(
            "some draws lie outside the ends: between them another way of ending takes over, and the risk of a "
            "violation turns");
    }
}

}  // namespace

std::shared_ptr<const OutlookResult> outlook_to_move(const OpenCasePtr& open,
                                                     const std::vector<const evidence::Scenario*>& scenarios,
                                                     const evidence::Period& focal) {
    if (std::ranges::none_of(scenarios, [&](const evidence::Scenario* scenario) {
            return !on_covariates(scenario->indicator_effects, open->theory).empty();
        })) {
        return nullptr;
    }
    OutlookRequest request;
    request.year = year_of(focal.end) + 1;
    return std::make_shared<const OutlookResult>(outlook(open, request));
}

std::optional<ScenarioFitted> fitted_under(const std::vector<ScenarioIndicatorEffect>& effects, const std::string& name,
                                           const ScenarioResult& result) {
    const auto& theory = result.open->theory;
    const auto named = on_covariates(effects, theory);
    if (named.empty() || result.fitted == nullptr) return std::nullopt;
    ScenarioFitted under;
    const auto& now = *result.fitted;
    if (!now.fitted) {
        under.why_not = now.why_no_model;
        return under;
    }
    const auto& fitted = *now.fitted;
    std::vector<outlook::RangedChange> changes;
    for (const auto* effect : named) {
        const auto why = why_still(*covariate_named(theory, effect->indicator), now);
        if (!why.empty()) {
            auto words = fmt::format("'{}' moves nothing: {}", effect->indicator, why);
            if (std::ranges::find(under.warnings, words) == under.warnings.end()) {
                under.warnings.push_back(std::move(words));
            }
            continue;
        }
        const auto found = std::ranges::find(fitted.covariates, effect->indicator, &Covariate::id);
        changes.push_back(
            {static_cast<std::size_t>(found - fitted.covariates.begin()), effect->change_low, effect->change_high});
    }
    if (changes.empty()) {
        under.why_not = joined(under.warnings, "; ");
        under.warnings.clear();
        return under;
    }
    std::vector<double> values;
    for (const auto& one : fitted.now) values.push_back(*one.value);
    auto moved =
        outlook::move_outlook({&fitted.fit, &fitted.covariates, values, fitted.age_years, now.horizons, result.draws},
                              changes, RandomStream(result.question.seed, "scenario outlook " + name));
    under.why_not = std::move(moved.why_not);
    under.values = std::move(moved.values);
    under.horizons = std::move(moved.horizons);
    for (const auto& value : under.values) under.moved.push_back(fitted.covariates[value.covariate]);
    if (under.why_not.empty()) warn(under);
    return under;
}

}  // namespace entente::workbench
