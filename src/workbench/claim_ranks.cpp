// Claims about who threatens most: principal threats, and whom to join against them.
#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "core/text.hpp"
#include "threat/components.hpp"
#include "workbench/case_intentions.hpp"
#include "workbench/claim_testing.hpp"

namespace entente::workbench {
namespace {

template <typename RangeIn>
std::pair<int, int> range_of(const std::vector<PrincipalYear>& years, RangeIn range_in) {
    std::pair<int, int> whole = range_in(years.front());
    for (const auto& year : years) {
        const auto [best, worst] = range_in(year);
        whole = {std::min(whole.first, best), std::max(whole.second, worst)};
    }
    return whole;
}

std::string range_words(int best, int worst) {
    return best == worst ? std::to_string(best) : fmt::format("{} to {}", best, worst);
}

// `2 of 3 years`
std::string share_words(std::size_t some, std::size_t all) {
    return fmt::format("{} of {} year{}", some, all, all == 1 ? "" : "s");
}

// `1,771`
std::string grouped(std::size_t number) {
    auto digits = std::to_string(number);
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3) {
        digits.insert(static_cast<std::size_t>(place), ",");
    }
    return digits;
}

// `3`, `0 to 1,771`: under so many weightings the named lead, over the years.
std::string weightings_words(const std::vector<PrincipalYear>& years) {
    const auto [fewest, most] = std::minmax_element(years.begin(), years.end(), [](const auto& one, const auto& two) {
        return one.leading.weightings < two.leading.weightings;
    });
    const auto low = grouped(fewest->leading.weightings);
    const auto high = grouped(most->leading.weightings);
    return low == high ? low : low + " to " + high;
}

// `offensive power and proximity of North Korea are not known`
std::string unknown_words(const std::vector<std::string>& components, const std::string& name) {
    return fmt::format("{} of {} {} not known", joined(components, " and "), name,
                       components.size() == 1 ? "is" : "are");
}

// Why a state with a rank does not count as a threat.
std::string why_no_threat(const Standing& standing) {
    if (standing.status == threat::ThreatStatus::Ally) return "an ally";
    return standing.status == threat::ThreatStatus::NoThreat ? "no threat" : "a composite of 0";
}

// `Russia (1996), United States of America, an ally (1990–2000)`
std::string names_with_years(const std::map<std::string, std::vector<int>>& years) {
    std::vector<std::string> words;
    for (const auto& [name, at] : years) words.push_back(fmt::format("{} ({})", name, span_words(at)));
    return joined(words, ", ");
}

}  // namespace

const std::vector<Standing>* Testing::standings(int year) {
    const auto* found = numbers_.standings(state(test_.of).number, year);
    if (found == nullptr) not_tested(year, why_no_facts());
    return found;
}

std::string Testing::name_of_number(int number, int year) const {
    for (const auto& row : numbers_.open().states.rows()) {
        if (row.cow_number == number) return named_state(numbers_.open().states, row.code, year).name;
    }
    return std::to_string(number);
}

TestFound Testing::principal() {
    const auto wanted = test_.threats.size();
    std::vector<PrincipalYear> judged;
    std::vector<int> met;
    std::map<std::string, std::vector<int>> others;       // years, by name
    std::map<std::string, std::vector<int>> passed_over;  // the same, by name and reason
    for (int year = test_.from; year <= test_.to; ++year) {
        const auto* known = standings(year);
        if (known == nullptr) continue;
        const auto one = principal_year(year, *known);
        if (!one) continue;
        for (const int number : one->others) others[name_of_number(number, year)].push_back(year);
        for (const auto& [number, why] : one->passed_over) {
            passed_over[name_of_number(number, year) + ", " + why].push_back(year);
        }
        const auto among_first = [&](const auto& place) { return place && *place <= static_cast<int>(wanted); };
        if (std::all_of(one->places.begin(), one->places.end(), among_first)) met.push_back(year);
        judged.push_back(*one);
    }
    const auto of = state(test_.of).name;
    if (judged.empty()) {
        return answer(ClaimAnswer::CannotTell,
                      fmt::format("In no year from {} to {} are all components of {} as threats to {} known.",
                                  test_.from, test_.to, names(test_.threats), of));
    }
    std::vector<std::string> ranks;
    for (std::size_t place = 0; place < wanted; ++place) {
        const auto [best, worst] =
            range_of(judged, [&](const auto& one) { return std::pair(*one.ranks[place], *one.ranks[place]); });
        const auto [lowest, highest] = range_of(judged, [&](const auto& one) { return one.range[place]; });
        ranks.push_back(fmt::format("{} ranks {} ({} over all weightings)", state(test_.threats[place]).name,
                                    range_words(best, worst), range_words(lowest, highest)));
    }
    const auto [fewest, most] = std::minmax_element(
        judged.begin(), judged.end(), [](const auto& one, const auto& two) { return one.compared < two.compared; });
    std::vector<int> years;
    for (const auto& one : judged) years.push_back(one.year);
    auto sentence = fmt::format(
        "Among {} states, {} {} in {} ({}): {}",
        fewest->compared == most->compared ? std::to_string(most->compared)
                                           : fmt::format("{} to {}", fewest->compared, most->compared),
        names(test_.threats),
        wanted == 1 ? "is the first threat to " + of : fmt::format("are the first {} threats to {}", wanted, of),
        share_words(met.size(), judged.size()), span_words(years), joined(ranks, ", "));
    if (!others.empty()) sentence += "; instead there: " + names_with_years(others);
    if (!passed_over.empty()) sentence += "; not counted as threats: " + names_with_years(passed_over);
    sentence += fmt::format(". {} under {} of {} weightings{}.", wanted == 1 ? "It is so" : "They are so",
                            weightings_words(judged), grouped(judged.front().leading.of),
                            judged.size() == 1 ? "" : ", by year");
    const auto verdict = met.size() == judged.size() ? ClaimAnswer::Holds
                         : met.empty()               ? ClaimAnswer::Fails
                                                     : ClaimAnswer::Depends;
    return answer(verdict, std::move(sentence));
}

// Nothing, and a note why, in a year in which one of the named has no rank. Principal threats are counted as
// everywhere: an ally, and what is no threat, keep their rank and are none.
std::optional<PrincipalYear> Testing::principal_year(int year, const std::vector<Standing>& standings) {
    PrincipalYear one;
    one.year = year;
    std::set<int> named;
    std::vector<std::string> missing;
    for (const auto& threat : test_.threats) {
        const auto who = state(threat);
        named.insert(who.number);
        const auto at = std::find_if(standings.begin(), standings.end(),
                                     [&](const Standing& each) { return each.other == who.number; });
        if (at == standings.end()) {
            missing.push_back("nothing is known of " + who.name);
            continue;
        }
        one.ranks.push_back(at->ranked.rank);
        one.range.emplace_back(at->ranked.best, at->ranked.worst);
        one.places.push_back(at->place);
        note_ranks(*at, who.name, year);
        if (at->ranked.rank) continue;
        missing.push_back(unknown_words(at->unknown, who.name));
    }
    if (!missing.empty()) {
        not_tested(year, joined(missing, "; "));
        return std::nullopt;
    }
    const int last_rank = **std::max_element(one.ranks.begin(), one.ranks.end());
    for (const auto& each : standings) {
        if (!each.ranked.rank) continue;
        ++one.compared;
        const bool first = each.place && *each.place <= static_cast<int>(test_.threats.size());
        if (first && !named.contains(each.other)) one.others.push_back(each.other);
        if (!each.place && *each.ranked.rank <= last_rank) {
            one.passed_over.emplace_back(each.other, why_no_threat(each));
        }
    }
    one.leading = numbers_.leading(state(test_.of).number, year, {named.begin(), named.end()});
    return one;
}

// Its rank, its place among those that count as threats, and its ranks by each component alone, which may be known
// where it has none.
void Testing::note_ranks(const Standing& standing, const std::string& name, int year) {
    if (standing.ranked.rank) {
        found_.values.push_back({year, "rank of " + name, Reading::of(*standing.ranked.rank)});
        found_.values.push_back(
            {year, "place of " + name + " among the threats",
             standing.place ? Reading::of(*standing.place) : Reading::missing(Reason::NotApplicable)});
    }
    for (std::size_t place = 0; place < standing.ranked.by_component.size(); ++place) {
        const auto& rank = standing.ranked.by_component[place];
        if (!rank) continue;
        found_.values.push_back(
            {year, "rank of " + name + " by " + numbers_.theory().components[place].name, Reading::of(*rank)});
    }
}

std::string Testing::why_not_compared(const std::vector<Standing>& standings) const {
    std::vector<std::string> missing;
    for (const auto& who : {state(test_.against), state(test_.joins)}) {
        const auto at = std::find_if(standings.begin(), standings.end(),
                                     [&](const Standing& each) { return each.other == who.number; });
        if (at == standings.end()) {
            missing.push_back("nothing is known of " + who.name);
        } else if (!at->ranked.composite.known()) {
            missing.push_back(unknown_words(at->unknown, who.name));
        }
    }
    return missing.empty() ? "neither threatens more" : joined(missing, "; ");
}

// Walt (1985), 4: who allies against the source of danger balances, who allies with it bandwagons. The source of danger
// is the more threatening of the two.
TestFound Testing::joining() {
    const auto joins = state(test_.joins);
    const auto against = state(test_.against);
    std::vector<int> balances;
    std::vector<int> bandwagons;
    std::string last;
    for (int year = test_.from; year <= test_.to; ++year) {
        const auto* known = standings(year);
        if (known == nullptr) continue;
        std::array<std::optional<double>, 2> composites;
        for (const auto& each : *known) {
            if (!each.ranked.composite.known()) continue;
            if (each.other == joins.number) composites[0] = each.ranked.composite.value;
            if (each.other == against.number) composites[1] = each.ranked.composite.value;
        }
        if (!composites[0] || !composites[1] || *composites[0] == *composites[1]) {
            not_tested(year, why_not_compared(*known));
            continue;
        }
        (*composites[1] > *composites[0] ? balances : bandwagons).push_back(year);
        found_.values.push_back({year, "composite of " + joins.name, Reading::of(*composites[0])});
        found_.values.push_back({year, "composite of " + against.name, Reading::of(*composites[1])});
        last = fmt::format("in {} {:.3f} for {} and {:.3f} for {}", year, *composites[1], against.name, *composites[0],
                           joins.name);
    }
    const auto of = state(test_.of).name;
    if (balances.empty() && bandwagons.empty()) {
        return answer(ClaimAnswer::CannotTell, fmt::format("In no year from {} to {} is it known whether {} or {} "
                                                           "threatens {} more.",
                                                           test_.from, test_.to, against.name, joins.name, of));
    }
    const auto power_of = numbers_.capability(joins.number, test_.from, test_.to);
    const auto power_against = numbers_.capability(against.number, test_.from, test_.to);
    std::size_t weaker = 0;
    std::size_t both = 0;
    for (const auto& [year, power] : power_of) {
        const auto other = power_against.find(year);
        if (other == power_against.end()) continue;
        ++both;
        if (power < other->second) ++weaker;
    }
    const auto& as_said = test_.response == "balance" ? balances : bandwagons;
    const auto total = balances.size() + bandwagons.size();
    auto sentence = fmt::format(
        "In {} {} threatens {} more than {} does (composite {}), and to join {} against it is then to "
        "balance. The claim says {}. By power alone {} is the weaker of the two in {}.",
        share_words(balances.size(), total), against.name, of, joins.name, last, joins.name, test_.response, joins.name,
        share_words(weaker, both));
    const auto verdict = as_said.size() == total ? ClaimAnswer::Holds
                         : as_said.empty()       ? ClaimAnswer::Fails
                                                 : ClaimAnswer::Depends;
    return answer(verdict, std::move(sentence));
}

}  // namespace entente::workbench
