#include "workbench/scenario_warnings.hpp"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/text.hpp"

namespace entente::workbench {
namespace {

using evidence::Scenario;

std::string quoted(const std::string& id) {
    return "'" + id + "'";
}

bool moves(const Scenario& scenario, const std::string& factor) {
    return std::ranges::find(scenario.effects, factor, &evidence::ScenarioEffect::factor) != scenario.effects.end();
}

// An item under a factor and its mirror is one piece of news counted twice.
void warn_of_mirrors(const Scenario& scenario, const evidence::Theory& theory, std::vector<std::string>& warnings) {
    std::set<std::string> seen;
    for (const auto& effect : scenario.effects) {
        const auto* factor = evidence::find_factor(theory, effect.factor);
        if (factor == nullptr || !seen.insert(factor->id).second) continue;
        for (const auto& mirror : factor->mirrors) {
            if (!moves(scenario, mirror) || seen.contains(mirror)) continue;
            warnings.push_back(fmt::format("{} and {} mirror each other: one effect in both counts twice", factor->name,
                                           evidence::find_factor(theory, mirror) == nullptr
                                               ? mirror
                                               : evidence::find_factor(theory, mirror)->name));
        }
    }
}

}  // namespace

std::vector<std::string> warnings_of(const Scenario& scenario, const OpenCase& open) {
    std::vector<std::string> warnings;
    const auto& theory = open.theory;
    const auto name = [&](const std::string& id) {
        const auto* factor = evidence::find_factor(theory, id);
        return factor == nullptr ? id : factor->name;
    };
    std::vector<std::string> open_ones;
    std::map<std::string, int> effects;
    for (const auto& effect : scenario.effects) {
        if (!effect.direction) open_ones.push_back(name(effect.factor));
        ++effects[effect.factor];
    }
    if (!open_ones.empty()) {
        warnings.push_back("the direction is left open for " + joined(open_ones, ", ") +
                           ": the draws take either with equal chance");
    }
    for (const auto& [factor, count] : effects) {
        if (count < 2) continue;
        warnings.push_back(fmt::format("{} effects on {}: they add up, as separate news would", count, name(factor)));
    }
    warn_of_mirrors(scenario, theory, warnings);
    const auto& ratios = open.protocol.outlook.hazard_ratios;
    for (const auto& condition : scenario.conditions) {
        if (std::ranges::find(ratios, condition.name, &evidence::HazardRatio::name) != ratios.end()) continue;
        std::vector<std::string> known;
        for (const auto& ratio : ratios) known.push_back(ratio.name);
        warnings.push_back(fmt::format("{}:{}: {} has no hazard ratio for the condition '{}'{}", condition.where.file,
                                       condition.where.line, open.protocol.id, condition.name,
                                       did_you_mean(condition.name, known)));
    }
    return warnings;
}

std::vector<std::string> joint_warnings(const std::vector<const Scenario*>& scenarios,
                                        const std::optional<outlook::Conjunction>& probability, const OpenCase& open) {
    std::vector<std::string> warnings;
    std::string conjunction = fmt::format(
        "conjunction: that all {} happen is never more likely than the least likely of them alone", scenarios.size());
    conjunction +=
        probability ? fmt::format(", {:.3g} at most", probability->most) : ", however plausible the whole story sounds";
    warnings.push_back(std::move(conjunction));
    for (const auto& factor : open.theory.factors) {
        std::vector<std::string> ids;
        for (const auto* scenario : scenarios) {
            if (moves(*scenario, factor.id)) ids.push_back(quoted(scenario->id));
        }
        if (ids.size() < 2) continue;
        warnings.push_back(fmt::format("{} are all taken to move {}: if that is one piece of news, it counts {} times",
                                       joined(ids, " and "), factor.name, ids.size()));
    }
    std::map<std::string, int> conditions;
    for (const auto* scenario : scenarios) {
        for (const auto& condition : scenario->conditions) ++conditions[condition.name];
    }
    for (const auto& [name, count] : conditions) {
        if (count > 1) warnings.push_back("'" + name + "' is a condition of several of them and counts once");
    }
    return warnings;
}

}  // namespace entente::workbench
