#include "contest/verdict_words.hpp"

#include <array>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "core/text.hpp"

namespace entente::contest {

std::string_view words_of(HoldOut held_out) noexcept {
    switch (held_out) {
        case HoldOut::Decades:
            return "decades";
        case HoldOut::Past:
            return "the past alone";
        case HoldOut::States:
        case HoldOut::PairStates:
            break;
    }
    return "states";
}

std::string skill_words(double skill) {
    const auto digits = fmt::format("{:.3f}", std::abs(skill));
    return (skill < 0 ? "−" : "+") + (digits.starts_with("0.") ? digits.substr(1) : digits);
}

std::string skill_words(const Estimate& estimate) {
    return fmt::format("{} [{}, {}]", skill_words(estimate.value), skill_words(estimate.low),
                       skill_words(estimate.high));
}

std::string advantage_words(const TestResult& result, std::size_t model, std::size_t rival) {
    std::vector<std::string> words;
    for (const auto& held_out : result.held_out) {
        for (const auto& advantage : held_out.advantages) {
            const auto& skill = advantage.by[static_cast<std::size_t>(ScoreKind::Skill)];
            if (advantage.model != model || advantage.rival != rival || !skill) continue;
            words.push_back(fmt::format("{} by {}", skill_words(*skill), words_of(held_out.held_out)));
        }
    }
    return joined(words, ", ");
}

std::string sentence_on(const TestResult& result, const ForesightWords& words) {
    if (!result.why_not.empty()) return "There is no contest: " + result.why_not + ".";
    const auto theory = place_of(result.models, ModelRole::Theory);
    std::array<std::vector<std::string>, 3> by_verdict;
    for (const auto& finding : result.findings) {
        by_verdict[static_cast<std::size_t>(finding.verdict)].push_back(fmt::format(
            "{} (skill {})", result.models[finding.rival].name, advantage_words(result, theory, finding.rival)));
    }
    const auto& [better, not_better, open] = by_verdict;
    std::vector<std::string> sentences;
    if (!better.empty()) sentences.push_back(words.foresaw + " better than " + joined(better, "; ") + ".");
    if (!not_better.empty()) {
        sentences.push_back((better.empty() ? words.foresaw : "It did so") + " no better than " +
                            joined(not_better, "; ") + ".");
    }
    if (!open.empty()) {
        const bool alone = better.empty() && not_better.empty();
        sentences.push_back("Whether " + (alone ? words.whether : "it does so") + " better than " + joined(open, "; ") +
                            " cannot be told from these data.");
    }
    return joined(sentences, " ");
}

}  // namespace entente::contest
