#include "outlook/ending_findings.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "contest/verdict_words.hpp"
#include "core/minus_sign.hpp"
#include "core/text.hpp"

namespace entente::outlook {
namespace {

using contest::ModelRole;
using contest::ScoreKind;
using contest::TestVerdict;

std::string within(int years) {
    return years == 1 ? "within a year" : fmt::format("within {} years", years);
}

// `+.41 [+.12, +.70]`
std::string coefficient_words(const contest::Estimate& estimate) {
    const auto words = [](double value) { return with_minus_sign(fmt::format("{:+.2f}", value)); };
    return fmt::format("{} [{}, {}]", words(estimate.value), words(estimate.low), words(estimate.high));
}

const std::optional<contest::Estimate>& score_of(const HorizonContest& horizon, std::size_t way, std::size_t model,
                                                 ScoreKind kind) {
    return horizon.result.held_out[way].models[model].scores[static_cast<std::size_t>(kind)];
}

std::string skill_by_ways(const HorizonContest& horizon, std::size_t model) {
    std::vector<std::string> words;
    for (std::size_t way = 0; way < horizon.result.held_out.size(); ++way) {
        const auto& skill = score_of(horizon, way, model, ScoreKind::Skill);
        if (!skill) continue;
        words.push_back(fmt::format("{} by {}", contest::skill_words(*skill),
                                    contest::words_of(horizon.result.held_out[way].held_out)));
    }
    return joined(words, ", ");
}

std::vector<std::string> names_with(const std::vector<EndingCoefficient>& coefficients, SignFinding finding) {
    std::vector<std::string> names;
    for (const auto& one : coefficients) {
        if (one.finding == finding) names.push_back(one.name);
    }
    return names;
}

void add_opposite(const HorizonContest& horizon, std::size_t model, std::vector<std::string>& findings) {
    for (const auto& one : horizon.coefficients[model]) {
        if (one.finding != SignFinding::Opposite) continue;
        findings.push_back(fmt::format(
            "Against what is said of it, {}, {}: where “{}” is higher, {} alliances are violated (log odds {} for each "
            "standard deviation), though it is said to favour {}.",
            horizon.result.models[model].name, within(horizon.years), one.name,
            one.per_deviation.value > 0 ? "more" : "fewer", coefficient_words(one.per_deviation),
            name_of(*one.expected)));
    }
}

}  // namespace

std::string ends_in_words(Ending ending) {
    switch (ending) {
        case Ending::GoesOn:
            return "go on";
        case Ending::Violation:
            return "end by violation";
        case Ending::NewRelationship:
            return "give way to another treaty";
        case Ending::Fulfilled:
            return "end as fulfilled";
        case Ending::IndependenceLost:
            return "end with a member's independence";
        case Ending::Defeat:
            break;
    }
    return "end in defeat";
}

std::string sentence_on(const HorizonContest& horizon, Ending ending) {
    const auto what = fmt::format("which alliances {} {}", ends_in_words(ending), within(horizon.years));
    if (!horizon.result.why_not.empty()) return contest::sentence_on(horizon.result, {});
    const auto& theory = horizon.result.models[contest::place_of(horizon.result.models, ModelRole::Theory)].name;
    return contest::sentence_on(
        horizon.result,
        {fmt::format("For decades and states that it had not seen, the model of {} foresaw {}", theory, what),
         fmt::format("the model of {} foresees {}", theory, what)});
}

ChosenModel chosen_model(const std::vector<HorizonContest>& horizons, double margin) {
    const auto longest = std::max_element(horizons.begin(), horizons.end(),
                                          [](const auto& one, const auto& other) { return one.years < other.years; });
    if (longest == horizons.end() || !longest->result.why_not.empty()) {
        return {"base-rate", longest == horizons.end() ? "no horizon was asked for"
                                                       : "there is no contest: " + longest->result.why_not};
    }
    const auto& models = longest->result.models;
    std::optional<std::size_t> best;
    std::vector<std::string> better;
    for (std::size_t model = 0; model < models.size(); ++model) {
        if (models[model].role != ModelRole::Theory && models[model].role != ModelRole::Rival) continue;
        if (contest::verdict_on_skill(longest->result.held_out, model, margin) != TestVerdict::Better) continue;
        better.push_back(models[model].name);
        if (!best ||
            score_of(*longest, 0, model, ScoreKind::Log)->value > score_of(*longest, 0, *best, ScoreKind::Log)->value) {
            best = model;
        }
    }
    if (!best) {
        return {
            models[contest::place_of(models, ModelRole::Base)].id,
            fmt::format("No model foresaw better than the base rate {}, by at least {} of its log score and in both "
                        "ways of holding out.",
                        within(longest->years), margin)};
    }
    return {models[*best].id,
            fmt::format("{} foresaw better than the base rate {} in both ways of holding out (skill {}){}.",
                        models[*best].name, within(longest->years), skill_by_ways(*longest, *best),
                        better.size() == 1 ? std::string(", and nothing else did")
                                           : fmt::format("; of {} it has the best log score from the past alone",
                                                         joined(better, ", ")))};
}

std::vector<std::string> sign_findings(const std::vector<HorizonContest>& horizons) {
    std::vector<std::string> findings;
    std::vector<std::string> of_the_theory;
    for (const auto& horizon : horizons) {
        if (!horizon.result.why_not.empty()) continue;
        const auto& models = horizon.result.models;
        const auto theory = contest::place_of(models, ModelRole::Theory);
        add_opposite(horizon, theory, findings);
        for (std::size_t model = 0; model < models.size(); ++model) {
            if (models[model].role == ModelRole::Rival) add_opposite(horizon, model, findings);
        }
        const auto expected = names_with(horizon.coefficients[theory], SignFinding::AsExpected);
        const auto open = names_with(horizon.coefficients[theory], SignFinding::NotToldApart);
        if (expected.empty() && open.empty()) continue;
        of_the_theory.push_back(fmt::format("{}, {}: as the theory says: {}; not told apart from nothing: {}.",
                                            models[theory].name, within(horizon.years),
                                            expected.empty() ? "none" : joined(expected, ", "),
                                            open.empty() ? "none" : joined(open, ", ")));
    }
    findings.insert(findings.end(), of_the_theory.begin(), of_the_theory.end());
    return findings;
}

}  // namespace entente::outlook
