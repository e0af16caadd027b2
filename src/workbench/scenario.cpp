#include "workbench/scenario.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/base_outlook.hpp"
#include "workbench/scenario_choice.hpp"
#include "workbench/scenario_fitted.hpp"
#include "workbench/scenario_warnings.hpp"

namespace entente::workbench {
namespace {

using assessment::RangedEffect;
using assessment::ScenarioDraws;
using evidence::ProbabilityRange;
using evidence::Scenario;

constexpr int kMostDraws = 1'000'000;

std::size_t place_of(const evidence::Theory& theory, const std::string& factor) {
    const auto found = std::ranges::find(theory.factors, factor, &evidence::Factor::id);
    ensure(found != theory.factors.end(), "a scenario that was checked names factors of its theory");
    return static_cast<std::size_t>(found - theory.factors.begin());
}

void add_effects(const Scenario& scenario, const evidence::Theory& theory, std::vector<RangedEffect>& effects) {
    for (const auto& effect : scenario.effects) {
        effects.push_back(
            {place_of(theory, effect.factor), effect.direction, effect.decibels_low, effect.decibels_high});
    }
}

const evidence::HazardRatio* hazard_named(const evidence::Protocol& protocol, const std::string& name) {
    const auto& ratios = protocol.outlook.hazard_ratios;
    const auto found = std::ranges::find(ratios, name, &evidence::HazardRatio::name);
    return found == ratios.end() ? nullptr : &*found;
}

// Hazards are proportional (Cox 1972), and conditions that are met together multiply: both are assumptions.
ScenarioOutlook outlook_under(const std::vector<evidence::ScenarioCondition>& conditions,
                              const evidence::Protocol& protocol, const outlook::Outlook& base) {
    ScenarioOutlook result;
    for (const auto& condition : conditions) {
        const auto* hazard = hazard_named(protocol, condition.name);
        const bool known = std::ranges::find(result.conditions, condition.name) != result.conditions.end();
        if (hazard == nullptr || known) continue;
        result.ratio *= hazard->ratio;
        result.conditions.push_back(condition.name);
    }
    if (base.horizons.empty()) {
        result.reason = "there is no outlook to move: no base rate fits the alliance";
        return result;
    }
    if (result.conditions.empty()) {
        result.reason = conditions.empty()
                            ? "does not move by rule: a base rate knows the alliance's age and nothing else, and "
                              "the scenario names no condition of the protocol's sweep"
                            : "does not move: the protocol has no hazard ratio for the conditions it names";
        return result;
    }
    for (const auto& horizon : base.horizons) {
        outlook::HorizonRisk moved;
        moved.years = horizon.years;
        moved.violation = outlook::at_ratio(horizon.violation, result.ratio);
        moved.word = outlook::icd_203_word(moved.violation.p);
        result.horizons.push_back(std::move(moved));
    }
    result.reason =
        fmt::format("the hazard of violation times {:.3g}: {}", result.ratio, joined(result.conditions, "; "));
    return result;
}

ScenarioNumber number_of(const evidence::ScenarioIndicatorEffect& effect, const evidence::Theory& theory) {
    ScenarioNumber number;
    number.id = effect.indicator;
    number.low = effect.change_low;
    number.high = effect.change_high;
    if (const auto* indicator = evidence::find_indicator(theory, effect.indicator)) {
        number.name = indicator->name;
        number.factor = indicator->factor;
        number.reading_low = assessment::reading_of(effect.change_low, *indicator);
        number.reading_high = assessment::reading_of(effect.change_high, *indicator);
        return number;
    }
    for (const auto& covariate : theory.covariates) {
        if (covariate.id != effect.indicator) continue;
        number.name = covariate.name;
        number.factor = covariate.factor;
    }
    return number;
}

double violation_of(const ScenarioOutlook& moved, const outlook::Outlook& base) {
    return (moved.horizons.empty() ? base.horizons : moved.horizons).front().violation.p;
}

// One or several scenarios of which at most one happens, against everything staying as it is.
Unconditional unconditional_of(const std::vector<const ScenarioView*>& views, const ScenarioResult& result) {
    const auto mixed = [&](auto value, double otherwise) {
        std::vector<outlook::Alternative> alternatives;
        for (const auto* view : views) alternatives.push_back({*view->probability, value(*view)});
        const auto range = outlook::mixture(alternatives, otherwise);
        ensure(range.has_value(), "probabilities that were checked can all be right");
        return *range;
    };
    const auto& now = result.now.ruling.probability;
    Unconditional over;
    over.weakened = mixed([](const auto& view) { return view.draws.net_weakened.mean; }, now.weakened);
    over.unchanged = mixed([](const auto& view) { return view.draws.net_unchanged; }, now.unchanged);
    over.strengthened = mixed([](const auto& view) { return view.draws.net_strengthened.mean; }, now.strengthened);
    const auto& base = result.outlook;
    if (!base.horizons.empty()) {
        over.violation = mixed([&](const auto& view) { return violation_of(view.outlook, base); },
                               base.horizons.front().violation.p);
    }
    return over;
}

ScenarioDraws drawn(const std::vector<RangedEffect>& effects, const std::string& name, const ScenarioResult& result) {
    const RandomStream stream(result.question.seed, "scenario " + name);
    return assessment::draw_scenario(result.now, effects, result.open->protocol, result.draws, stream);
}

ScenarioView view_of(const ChosenScenario& chosen, const ScenarioResult& result) {
    const auto& open = *result.open;
    ScenarioView view;
    view.scenario = chosen.scenario;
    view.whose = chosen.whose;
    if (chosen.scenario.probability_low && chosen.scenario.probability_high) {
        view.probability = ProbabilityRange{*chosen.scenario.probability_low, *chosen.scenario.probability_high};
    }
    std::vector<RangedEffect> effects;
    add_effects(chosen.scenario, open.theory, effects);
    view.draws = drawn(effects, chosen.scenario.id, result);
    view.outlook = outlook_under(chosen.scenario.conditions, open.protocol, result.outlook);
    for (const auto& effect : chosen.scenario.indicator_effects) {
        view.numbers.push_back(number_of(effect, open.theory));
    }
    view.fitted = fitted_under(chosen.scenario.indicator_effects, chosen.scenario.id, result);
    view.warnings = warnings_of(chosen.scenario, open);
    if (view.probability) view.unconditional = unconditional_of({&view}, result);
    return view;
}

std::vector<AlternativeScenarios> alternatives_of(const ScenarioResult& result) {
    std::vector<AlternativeScenarios> groups;
    for (const auto& view : result.scenarios) {
        const auto& name = view.scenario.alternatives;
        if (name.empty()) continue;
        auto group = std::ranges::find(groups, name, &AlternativeScenarios::name);
        if (group == groups.end()) {
            groups.push_back({.name = name, .ids = {}, .any = {}, .unconditional = {}, .why_not = {}});
            group = groups.end() - 1;
        }
        group->ids.push_back(view.scenario.id);
    }
    std::erase_if(groups, [](const AlternativeScenarios& group) { return group.ids.size() < 2; });
    for (auto& group : groups) {
        std::vector<const ScenarioView*> views;
        ProbabilityRange any;
        for (const auto& view : result.scenarios) {
            if (view.scenario.alternatives != group.name) continue;
            if (!view.probability) {
                group.why_not = "nobody says how likely '" + view.scenario.id + "' is";
                break;
            }
            views.push_back(&view);
            any.low += view.probability->low;
            any.high += view.probability->high;
        }
        if (!group.why_not.empty()) continue;
        group.any = ProbabilityRange{std::min(1.0, any.low), std::min(1.0, any.high)};
        group.unconditional = unconditional_of(views, result);
    }
    return groups;
}

JointScenario together(const ScenarioResult& result) {
    require(result.scenarios.size() >= 2, "several scenarios together are two at least",
            "name them: entente scenario CASE one another --together");
    JointScenario joint;
    std::vector<RangedEffect> effects;
    std::vector<evidence::ScenarioCondition> conditions;
    std::vector<evidence::ScenarioIndicatorEffect> numbers;
    std::vector<ProbabilityRange> parts;
    std::vector<const Scenario*> scenarios;
    for (const auto& view : result.scenarios) {
        const auto& scenario = view.scenario;
        for (const auto* other : scenarios) {
            require(scenario.alternatives.empty() || scenario.alternatives != other->alternatives,
                    "'" + other->id + "' and '" + scenario.id + "' exclude each other: both are alternatives of '" +
                        scenario.alternatives + "'",
                    "leave one out, or ask about them one by one without --together");
        }
        scenarios.push_back(&scenario);
        joint.ids.push_back(scenario.id);
        add_effects(scenario, result.open->theory, effects);
        conditions.insert(conditions.end(), scenario.conditions.begin(), scenario.conditions.end());
        numbers.insert(numbers.end(), scenario.indicator_effects.begin(), scenario.indicator_effects.end());
        if (view.probability) parts.push_back(*view.probability);
    }
    if (parts.size() == scenarios.size()) joint.probability = outlook::conjunction(parts);
    const auto name = joined(joint.ids, " + ");
    joint.draws = drawn(effects, name, result);
    joint.outlook = outlook_under(conditions, result.open->protocol, result.outlook);
    joint.fitted = fitted_under(numbers, name, result);
    joint.warnings = joint_warnings(scenarios, joint.probability, *result.open);
    return joint;
}

}  // namespace

ScenarioResult scenario(const OpenCasePtr& open, const ScenarioRequest& request) {
    require(request.draws > 0 && request.draws <= kMostDraws,
            "--draws " + std::to_string(request.draws) + " is out of range",
            "write a whole number from 1 to " + std::to_string(kMostDraws));
    auto choice = choose_scenarios(*open, request);
    ScenarioResult result;
    result.open = open;
    result.question = question_of(request.question, *open);
    result.draws = request.draws;
    result.now = assessment::ledger_state(open->content, open->theory, open->protocol, result.question);
    const auto* focal = evidence::find_period(open->content, result.question.focal);
    ensure(focal != nullptr, "an assessed period exists");
    result.outlook = base_outlook(*open, focal->end).outlook;
    std::vector<const Scenario*> scenarios;
    for (const auto& chosen : choice.scenarios) scenarios.push_back(&chosen.scenario);
    result.fitted = outlook_to_move(open, scenarios, *focal);
    for (const auto& chosen : choice.scenarios) result.scenarios.push_back(view_of(chosen, result));
    result.alternatives = alternatives_of(result);
    if (request.together) result.joint = together(result);
    result.warnings = std::move(choice.left_out);
    return result;
}

bool has_scenarios(const OpenCase& open) noexcept {
    return std::ranges::find(open.content.scenarios, open.theory.id, &Scenario::theory) != open.content.scenarios.end();
}

}  // namespace entente::workbench
