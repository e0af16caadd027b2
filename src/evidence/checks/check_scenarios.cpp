#include <cmath>
#include <map>

#include "core/text.hpp"
#include "evidence/checks.hpp"
#include "evidence/checks/parts.hpp"

namespace entente::evidence {
namespace {

// Shares are written with a few digits; three thirds need not add up to one exactly.
constexpr double kRounding = 1e-9;

bool has_covariate(const Theory& theory, std::string_view id) {
    for (const auto& covariate : theory.covariates) {
        if (covariate.id == id) return true;
    }
    return false;
}

std::vector<std::string> numbers_of(const Theory& theory) {
    std::vector<std::string> ids;
    for (const auto& indicator : theory.indicators) ids.push_back(indicator.id);
    for (const auto& covariate : theory.covariates) ids.push_back(covariate.id);
    return ids;
}

}  // namespace

void check_scenario_numbers(const Scenario& scenario, const Theory& theory, Problems& problems) {
    if (theory.lost_at) return;
    for (const auto& effect : scenario.indicator_effects) {
        const auto& id = effect.indicator;
        if (find_indicator(theory, id) != nullptr || has_covariate(theory, id)) continue;
        const auto known = numbers_of(theory);
        problems.error(effect.where,
                       "the scenario's effect names the indicator '" + id + "', which " + theory.id + " does not have" +
                           did_you_mean(id, known),
                       known.empty() ? "the theory has neither indicators nor covariates"
                                     : "its indicators and covariates: " + known_words(id, known));
    }
}

void check_alternatives(const std::vector<Scenario>& scenarios, Problems& problems) {
    std::map<std::string, double> sums;
    for (const auto& scenario : scenarios) {
        if (scenario.alternatives.empty() || !scenario.probability_low) continue;
        auto& sum = sums[scenario.alternatives];
        const double before = sum;
        sum += *scenario.probability_low;
        if (sum <= 1 + kRounding || before > 1 + kRounding) continue;
        problems.error(scenario.probability_where,
                       "the scenarios of '" + scenario.alternatives +
                           "' exclude each other, and their least probabilities add up to " +
                           number_text(std::round(sum * 1000) / 1000) + ", more than 1",
                       "lower them; or take out 'alternatives' if two of them can happen");
    }
}

}  // namespace entente::evidence
