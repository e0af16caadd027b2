// threat: who comes first as a threat to a state in a year, and how far that depends on the weights. A state that has
// pledged to defend it, or in which the theory sees no threat, may head the ranking; it is not named as a threat.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"
#include "workbench/threat_unranked.hpp"

namespace entente::reports {
namespace {

using threat::ThreatStatus;

constexpr std::size_t kOthersNamed = 3;  // that come first under other weights

bool first_under_all(const workbench::Threat& threat) {
    return threat.standing.first_share >= 1 - 1e-9;
}

// `North Korea (22%), Canada (7%, an ally)`: who else comes first under some weighting, the most often first.
std::string others_first(const workbench::YearOfThreats& year, const workbench::Threat& first) {
    std::vector<const workbench::Threat*> others;
    for (const auto& threat : year.threats) {
        if (&threat != &first && threat.standing.first_share > 0) others.push_back(&threat);
    }
    std::stable_sort(others.begin(), others.end(), [](const auto* left, const auto* right) {
        return left->standing.first_share > right->standing.first_share;
    });
    std::vector<std::string> names;
    for (const auto* other : others) {
        if (names.size() == kOthersNamed) {
            return fmt::format("{} and {} more", joined(names, ", "), others.size() - kOthersNamed);
        }
        const auto* is = other->status == ThreatStatus::Ally       ? ", an ally"
                         : other->status == ThreatStatus::NoThreat ? ", no threat"
                                                                   : "";
        names.push_back(fmt::format("{} ({}{})", other->other.name, share_words(other->standing.first_share), is));
    }
    return joined(names, ", ");
}

std::ptrdiff_t ranked_here(const workbench::YearOfThreats& year) {
    return std::count_if(year.threats.begin(), year.threats.end(),
                         [](const auto& threat) { return threat.standing.rank.has_value(); });
}

// Among all, not among those asked for.
bool is_only_one_ranked(const workbench::YearOfThreats& year) {
    return year.ranked == 1 && ranked_here(year) == 1 && year.threats.size() > 1;
}

std::string share_in_sentence(double share) {
    const auto words = share_words(share);
    if (words.starts_with('<')) return "less than " + words.substr(1);
    return words.starts_with('>') ? "more than " + words.substr(1) : words;
}

std::string weights_in_use(const workbench::ThreatResult& result) {
    return result.weights_changed ? "the weights asked for" : "the theory's weights";
}

std::string all_weightings(const workbench::ThreatResult& result) {
    return fmt::format("all {} weightings", value_words(static_cast<double>(weightings_of(result.theory))));
}

// `has pledged to defend Japan`: why a state that ranks high is no threat.
std::string why_no_threat(const workbench::Threat& threat, const workbench::StateThreats& of,
                          const evidence::ThreatTheory& theory) {
    if (threat.status == ThreatStatus::Ally) return "has pledged to defend " + of.state.name;
    return fmt::format("does not pass the theory's condition for a threat ({})", faces_in_words(theory));
}

std::string nobody_ranked_in_words(const workbench::StateThreats& of, const workbench::YearOfThreats& year) {
    if (year.ranked > 0) {
        return fmt::format(
            "{} no rank as {} to {} in {}; {} other states have one.",
            year.threats.size() == 1 ? year.threats.front().other.name + " has" : "None of those asked for has",
            year.threats.size() == 1 ? "a threat" : "threats", of.state.name, year.year, year.ranked);
    }
    return fmt::format("Nobody can be ranked: of none of the {} other states all components are known in {}.",
                       year.threats.size(), year.year);
}

// The one that heads the ranking is a threat.
std::string at_the_head_in_words(const workbench::Threat& first, const workbench::StateThreats& of,
                                 const workbench::YearOfThreats& year, const workbench::ThreatResult& result) {
    const auto& name = first.other.name;
    if (is_only_one_ranked(year)) {
        return fmt::format("{} is the only one of {} states that can be ranked as a threat to {} in {}.", name,
                           year.threats.size(), of.state.name, year.year);
    }
    if (first_under_all(first)) {
        return fmt::format("{} is the principal threat to {} in {}: first under every weighting of the components.",
                           name, of.state.name, year.year);
    }
    const auto others = others_first(year, first);
    return fmt::format("{} comes first as a threat to {} in {} under {}, and under {} of {}{}.", name, of.state.name,
                       year.year, weights_in_use(result), share_in_sentence(first.standing.first_share),
                       all_weightings(result), others.empty() ? "" : "; under others " + others);
}

// Others head the ranking, which are no threats.
std::string behind_others_in_words(const workbench::Threat& first, const workbench::StateThreats& of,
                                   const workbench::YearOfThreats& year, const workbench::ThreatResult& result) {
    const auto& head = year.threats.front();
    const auto between = std::count_if(year.threats.begin() + 1, year.threats.end(), [&first](const auto& threat) {
        return threat.standing.rank && *threat.standing.rank < *first.standing.rank;
    });
    const auto more = between == 0   ? ""
                      : between == 1 ? "; 1 more before it is an ally or no threat"
                                     : fmt::format("; {} more before it are allies or no threats", between);
    return fmt::format(
        "{} heads the ranking, but {}; {} comes first as a threat to {} in {}: {} under {}, {} over {}{}.",
        head.other.name, why_no_threat(head, of, result.theory), first.other.name, of.state.name, year.year,
        workbench::ordinal(*first.standing.rank), weights_in_use(result), rank_range(first.standing),
        all_weightings(result), more);
}

std::string no_threat_at_all_in_words(const workbench::StateThreats& of, const workbench::YearOfThreats& year,
                                      const evidence::ThreatTheory& theory) {
    const auto& head = year.threats.front();
    const auto condition = faces_in_words(theory);
    const bool some_allies = std::any_of(year.threats.begin(), year.threats.end(), [](const auto& threat) {
        return threat.standing.rank && threat.status == ThreatStatus::Ally;
    });
    if (condition.empty()) {
        return fmt::format("Every state with a rank has pledged to defend {} in {}: no threat.", of.state.name,
                           year.year);
    }
    const auto none =
        fmt::format("No state with a rank{} passes the theory's condition for a threat to {} in {}: {}",
                    some_allies ? " and without a pledge to defend it" : "", of.state.name, year.year, condition);
    return head.status == ThreatStatus::Ally ? fmt::format("{}. {} heads the ranking, but {}.", none, head.other.name,
                                                           why_no_threat(head, of, theory))
                                             : fmt::format("{}. {} heads the ranking.", none, head.other.name);
}

// Of those asked for, where another state comes first or none does.
std::string asked_for_in_words(const workbench::Threat& first, const workbench::StateThreats& of,
                               const workbench::YearOfThreats& year, const workbench::ThreatResult& result) {
    const bool is_threat = workbench::counts_as_threat(first);
    const auto status = is_threat || first.status == ThreatStatus::CannotJudge
                            ? std::string{}
                            : ", and " + why_no_threat(first, of, result.theory);
    std::string principal = "no state with a rank is a threat";
    if (is_first_threat(first, year)) {
        principal = "those before it are allies or no threats";
    } else if (!year.principal.empty()) {
        principal = year.principal.front().name + " comes first";
    }
    return fmt::format("{}{} ranks {} as a threat to {} in {} under {}, {} over {}{}; {}.",
                       year.threats.size() > 1 ? "Of those asked for the first, " : "", first.other.name,
                       workbench::ordinal(*first.standing.rank), of.state.name, year.year, weights_in_use(result),
                       rank_range(first.standing), all_weightings(result), status, principal);
}

}  // namespace

bool is_principal(const workbench::Threat& threat, const workbench::YearOfThreats& year) {
    return std::any_of(year.principal.begin(), year.principal.end(),
                       [&threat](const auto& one) { return one.number == threat.other.number; });
}

bool is_first_threat(const workbench::Threat& threat, const workbench::YearOfThreats& year) {
    return !year.principal.empty() && year.principal.front().number == threat.other.number;
}

bool is_nothing(const workbench::Threat& threat) {
    return threat.standing.composite.known() && threat.standing.composite.value == 0;
}

std::string first_in_words(const workbench::StateThreats& of, const workbench::YearOfThreats& year,
                           const workbench::ThreatResult& result) {
    if (year.threats.empty()) return fmt::format("Of no other state anything is known in {}.", year.year);
    const auto& head = year.threats.front();
    if (!head.standing.rank) return nobody_ranked_in_words(of, year);
    // Whoever stands at the top of a tie of nothing is there by the alphabet.
    if (*head.standing.rank == 1 && is_nothing(head)) {
        return fmt::format(
            "Nobody comes first as a threat to {} in {}: every state that can be ranked is 0 in some "
            "component, most of them without any sign of hostile intentions.",
            of.state.name, year.year);
    }
    const auto first = std::find_if(year.threats.begin(), year.threats.end(),
                                    [&year](const auto& threat) { return is_first_threat(threat, year); });
    if (first != year.threats.end() && *first->standing.rank == 1) {
        return at_the_head_in_words(*first, of, year, result);
    }
    if (result.asked_for > 0) return asked_for_in_words(head, of, year, result);
    if (first == year.threats.end()) return no_threat_at_all_in_words(of, year, result.theory);
    return behind_others_in_words(*first, of, year, result);
}

}  // namespace entente::reports
