// threat: states that have no rank, for want of a component, and must not go unseen.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"
#include "workbench/threat_unranked.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kNamed = 3;  // of a year
constexpr std::size_t kNamedOfHistory = 6;
constexpr std::size_t kSentences = 12;

}  // namespace

// ` Without a rank: North Korea (at worst 5th).`: who must not go unseen.
std::string unranked_in_words(const workbench::StateThreats& of, const workbench::YearOfThreats& year) {
    std::vector<std::string> names;
    for (const auto& one : of.unranked) {
        if (names.size() == kNamed) {
            names.push_back(fmt::format("{} more", of.unranked.size() - kNamed));
            break;
        }
        const auto found = std::find_if(year.threats.begin(), year.threats.end(),
                                        [&](const auto& threat) { return threat.other.number == one.other.number; });
        const bool placed = found != year.threats.end() && found->standing.at_worst;
        names.push_back(
            placed ? fmt::format("{} (at worst {})", one.other.name, workbench::ordinal(*found->standing.at_worst))
                   : one.other.name);
    }
    return names.empty() ? "" : " Without a rank: " + joined(names, ", ") + ".";
}

// `PRK (5th)`: those of the year that have no rank and must not go unseen, with their place at worst.
std::string unranked_codes(const workbench::StateThreats& of, const workbench::YearOfThreats& year) {
    std::vector<std::string> words;
    for (const auto& threat : year.threats) {
        const bool noted = std::any_of(of.unranked.begin(), of.unranked.end(), [&](const auto& one) {
            const bool then = std::any_of(one.years.begin(), one.years.end(), [&](const auto& years) {
                return years.first <= year.year && year.year <= years.last;
            });
            return one.other.number == threat.other.number && then;
        });
        if (!noted || threat.standing.rank) continue;
        const auto& at_worst = threat.standing.at_worst;
        words.push_back(at_worst ? fmt::format("{} ({})", threat.other.code, workbench::ordinal(*at_worst))
                                 : threat.other.code);
    }
    return words.empty() ? "—" : joined(words, ", ");
}

// `Without a rank in some of them: North Korea, Taiwan.`
std::string unranked_in_words(const workbench::StateThreats& of) {
    std::vector<workbench::NamedState> states;
    for (const auto& one : of.unranked) {
        const bool there = std::any_of(states.begin(), states.end(),
                                       [&](const auto& state) { return state.number == one.other.number; });
        if (!there) states.push_back(one.other);
    }
    return states.empty() ? "" : " Without a rank in some years: " + state_names(states, kNamedOfHistory) + ".";
}

void add_unranked(Document& document, const workbench::StateThreats& of) {
    if (of.unranked.empty()) return;
    std::vector<Text> sentences;
    for (const auto& one : of.unranked) {
        if (sentences.size() == kSentences) {
            sentences.emplace_back(
                fmt::format("and {} more (--format json has them)", of.unranked.size() - kSentences));
            break;
        }
        sentences.emplace_back(one.sentence);
    }
    document.list(std::move(sentences));
}

}  // namespace entente::reports
