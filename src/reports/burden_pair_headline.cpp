// burden: does one of the two carry its share, compared with the other? In words, before any table.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_parts.hpp"
#include "reports/burden_words.hpp"
#include "reports/names.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kNamed = 6;

// `31% (order), 28% (range) and 30% (deviations)`
std::string by_scaling(const std::vector<double>& shares) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < shares.size(); ++at) {
        words.push_back(fmt::format("{} ({})", share_words(shares[at]), scaling_name(at)));
    }
    return listed(words, words.size());
}

struct PairNames {
    std::string first;
    std::string second;
};

PairNames names_of_pair(const workbench::BurdenResult& result) {
    PairNames names{std::to_string(result.pair->first), std::to_string(result.pair->second)};
    for (const auto& state : result.pair_states) {
        if (state.number == result.pair->first) names.first = state.name;
        if (state.number == result.pair->second) names.second = state.name;
    }
    return names;
}

// Of the measures that are weighed; those beside it say the same again, by another definition or for each head.
struct Tally {
    std::size_t known = 0;
    std::size_t first = 0;
    std::size_t second = 0;
    std::size_t equal = 0;
    std::vector<std::string> unknown_weighed;  // names of measures that are not known of both
    std::vector<std::string> unknown_beside;
    std::vector<std::string> not_compared;  // known of both, and why they are not compared
    std::vector<std::string> beside_first;  // of those in no weighting
    std::vector<std::string> beside_second;
    std::vector<std::string> beside_equal;
};

void add_beside(Tally& tally, const burden::PairComparison& pair, const burden::PairAnswer& answer,
                const std::string& name) {
    auto& into = !answer.more                 ? tally.beside_equal
                 : *answer.more == pair.first ? tally.beside_first
                                              : tally.beside_second;
    into.push_back(name);
}

Tally tally_of(const burden::PairComparison& pair, const evidence::BurdenTheory& theory) {
    Tally tally;
    for (const auto& answer : pair.answers) {
        if (!answer.known) {
            const auto& measure = theory.measures[answer.measure];
            if (!answer.why_not.empty()) {
                tally.not_compared.push_back(fmt::format("{} ({})", measure.name, answer.why_not));
                continue;
            }
            (measure.weight > 0 ? tally.unknown_weighed : tally.unknown_beside).push_back(measure.name);
            continue;
        }
        if (theory.measures[answer.measure].weight <= 0) {
            add_beside(tally, pair, answer, theory.measures[answer.measure].name);
            continue;
        }
        ++tally.known;
        if (!answer.more) ++tally.equal;
        if (answer.more && *answer.more == pair.first) ++tally.first;
        if (answer.more && *answer.more == pair.second) ++tally.second;
    }
    return tally;
}

// Who carries more under every weighting; nobody where it depends.
const std::string* ahead_in_all(const burden::PairComparison& pair, const PairNames& names) {
    const auto every = [](const std::vector<double>& shares) {
        return !shares.empty() &&
               std::all_of(shares.begin(), shares.end(), [](double share) { return share >= 1 - 1e-9; });
    };
    if (every(pair.first_more)) return &names.first;
    return every(pair.second_more) ? &names.second : nullptr;
}

std::string pair_weightings_in_words(const burden::PairComparison& pair, const PairNames& names) {
    if (!pair.why_not.empty()) return fmt::format("No weighting can be tried: {}.", pair.why_not);
    if (pair.weightings == 0 || pair.first_more.empty()) return {};
    const auto weighed = counted(static_cast<long>(pair.measures.size()), "weighed measure");
    if (const auto* ahead = ahead_in_all(pair, names)) {
        if (pair.weightings == 1)
            return fmt::format("{} carries more by the one weighed measure known of both.", *ahead);
        return fmt::format("{} carries more under every one of {} weightings of the {} known of both.", *ahead,
                           value_words(static_cast<double>(pair.weightings)), weighed);
    }
    const auto some = [](const std::vector<double>& shares) {
        return std::any_of(shares.begin(), shares.end(), [](double share) { return share > 0; });
    };
    const bool depends = some(pair.first_more) && some(pair.second_more);
    return fmt::format("Over all {} weightings of the {} known of both, {} carries more under {}, {} under {}{}.",
                       value_words(static_cast<double>(pair.weightings)), weighed, names.first,
                       by_scaling(pair.first_more), names.second, by_scaling(pair.second_more),
                       depends ? ": the answer is a choice of what counts, and these are shares of choices, not "
                                 "probabilities"
                               : "");
}

// `Beside them, in no weighting, Germany carries more by military spending per head.`
std::string beside_in_words(const Tally& tally, const PairNames& names) {
    std::vector<std::string> parts;
    const auto say = [&parts](const std::string& who, const std::vector<std::string>& measures) {
        if (!measures.empty()) parts.push_back(fmt::format("{} by {}", who, listed(measures, kNamed)));
    };
    say(names.first + " carries more", tally.beside_first);
    say(names.second + " carries more", tally.beside_second);
    say("the two are equal", tally.beside_equal);
    return parts.empty() ? std::string{} : fmt::format("Beside them, in no weighting: {}.", joined(parts, "; "));
}

// What no weighting could take into account stands with the answer: it might change it.
std::string unknown_in_words(const Tally& tally) {
    std::string words;
    if (!tally.unknown_weighed.empty()) {
        words = fmt::format("Not known of both, though it would weigh and could change this: {}.",
                            listed(tally.unknown_weighed, kNamed));
    }
    if (!tally.not_compared.empty()) {
        words += fmt::format("{}Known of both, but not compared: {}.", words.empty() ? "" : " ",
                             listed(tally.not_compared, kNamed));
    }
    if (!tally.unknown_beside.empty()) {
        words += fmt::format("{}Not known of both, and in no weighting: {}.", words.empty() ? "" : " ",
                             listed(tally.unknown_beside, kNamed));
    }
    return words;
}

}  // namespace

bool is_the_pair(const workbench::GroupBurden& group, const workbench::BurdenResult& result) {
    return result.pair && group.members.size() == 2 &&
           std::all_of(group.members.begin(), group.members.end(),
                       [&result](const auto& member) { return is_asked_about(result, member.number); });
}

std::vector<Text> pair_in_words(const workbench::BurdenResult& result) {
    if (!result.pair) return {};
    const auto& pair = *result.pair;
    const auto names = names_of_pair(result);
    const auto tally = tally_of(pair, result.theory);
    std::vector<Text> lines;
    if (tally.known == 0) {
        lines.emplace_back(
            fmt::format("Whether {} or {} carries more in {} cannot be said: no weighed measure is known of both.",
                        names.first, names.second, result.year),
            Tone::Bold);
    } else {
        const auto equal = tally.equal == 0 ? std::string{} : fmt::format(", {} equal", tally.equal);
        lines.emplace_back(
            fmt::format("{} compared with {}, {}: by {} of {} {} carries more, by {} {}{}.", names.first, names.second,
                        result.year, tally.first, counted(static_cast<long>(tally.known), "weighed measure"),
                        names.first, tally.second, names.second, equal),
            Tone::Bold);
        if (auto words = pair_weightings_in_words(pair, names); !words.empty()) lines.emplace_back(std::move(words));
    }
    if (auto words = beside_in_words(tally, names); !words.empty()) lines.emplace_back(std::move(words));
    if (auto words = unknown_in_words(tally); !words.empty()) lines.emplace_back(std::move(words));
    return lines;
}

}  // namespace entente::reports
