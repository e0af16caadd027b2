// burden: the answers in words, each with the doubt that belongs to it, before any table.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_parts.hpp"
#include "reports/burden_words.hpp"
#include "reports/names.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

constexpr double kUsual = 0.05;    // of a test
constexpr double kMajority = 0.5;  // of the weightings
constexpr double kApart = 0.5;     // in the unit of a measure: definitions that give numbers so far apart disagree
constexpr std::size_t kNamed = 6;

std::string grouped(std::size_t count) {
    return value_words(static_cast<double>(count));
}

using ShareOf = double burden::ShareRange::*;

std::vector<double> shares_of(const burden::FairMember& member, ShareOf which) {
    std::vector<double> shares;
    for (const auto& range : member.ranges) shares.push_back(range.*which);
    return shares;
}

double least_share(const burden::FairMember& member, ShareOf which) {
    const auto shares = shares_of(member, which);
    return shares.empty() ? 0 : *std::min_element(shares.begin(), shares.end());
}

// The members at that end under any weighting, the most often by order alone first.
std::vector<const burden::FairMember*> at_the_end(const burden::FairShare& fair, ShareOf which) {
    std::vector<const burden::FairMember*> members;
    for (const auto& member : fair.members) {
        const auto shares = shares_of(member, which);
        if (std::any_of(shares.begin(), shares.end(), [](double share) { return share > 0; }))
            members.push_back(&member);
    }
    std::stable_sort(members.begin(), members.end(), [which](const auto* one, const auto* other) {
        return one->ranges.front().*which > other->ranges.front().*which;
    });
    return members;
}

// `Poland (61–74%), Estonia (12–20%) and 3 more`
std::string ends_words(const workbench::GroupBurden& group, const std::vector<const burden::FairMember*>& members,
                       ShareOf which, std::size_t most) {
    std::vector<std::string> names;
    for (const auto* member : members) {
        names.push_back(
            fmt::format("{} ({})", state_name(group, member->state), share_range(shares_of(*member, which))));
    }
    return listed(names, most);
}

std::string most_in_words(const workbench::GroupBurden& group) {
    const auto& fair = group.fair_share;
    const auto first = at_the_end(fair, &burden::ShareRange::first);
    const auto over = fmt::format("{} weightings of {}", grouped(fair.weightings),
                                  counted(static_cast<long>(fair.measures.size()), "measure"));
    if (first.empty()) return fmt::format("Nobody carries most under any of {}.", over);
    const auto& head = *first.front();
    const auto name = state_name(group, head.state);
    const auto share = share_range(shares_of(head, &burden::ShareRange::first));
    if (least_share(head, &burden::ShareRange::first) >= 1 - 1e-9) {
        return fmt::format("{} carries most, under every one of {}.", name, over);
    }
    const std::vector<const burden::FairMember*> others(first.begin() + 1, first.end());
    const auto rest = others.empty()
                          ? std::string(".")
                          : fmt::format("; else {}.", ends_words(group, others, &burden::ShareRange::first, 3));
    const bool rivalled = !others.empty() && least_share(*others.front(), &burden::ShareRange::first) > kMajority;
    if (rivalled) {
        return fmt::format(
            "Who carries most depends on what counts: {} under {} of {}, {} under {} (equals share the "
            "first place).",
            name, share, over, state_name(group, others.front()->state),
            share_range(shares_of(*others.front(), &burden::ShareRange::first)));
    }
    if (least_share(head, &burden::ShareRange::first) > kMajority) {
        return fmt::format("{} carries most under {} of {}{}", name, share, over, rest);
    }
    return fmt::format("Who carries most depends on what counts: {} under {} of {}{}", name, share, over, rest);
}

std::string least_in_words(const workbench::GroupBurden& group) {
    const auto last = at_the_end(group.fair_share, &burden::ShareRange::last);
    if (last.empty()) return {};
    const auto& tail = *last.front();
    if (least_share(tail, &burden::ShareRange::last) >= 1 - 1e-9) {
        return fmt::format(" {} carries least under every one.", state_name(group, tail.state));
    }
    return fmt::format(" Least: {}.", ends_words(group, last, &burden::ShareRange::last, 3));
}

// `Without a rank: United States (troops hosted), Iceland (…).` A member of which too little is known must not go
// unseen.
std::string unranked_in_words(const workbench::GroupBurden& group, const evidence::BurdenTheory& theory) {
    std::vector<std::string> names;
    for (const auto& one : group.fair_share.unranked) {
        std::vector<std::string> lacks;
        for (const auto place : one.lacks) {
            if (place < theory.measures.size()) lacks.push_back(theory.measures[place].name);
        }
        names.push_back(fmt::format("{} (no {})", state_name(group, one.state), joined(lacks, "; no ")));
    }
    if (names.empty()) return {};
    return fmt::format(" Without a rank: {}.", listed(names, kNamed));
}

// Who is first under the given weights, where that depends on how the measures are brought on one scale.
std::string firsts_in_words(const workbench::GroupBurden& group, const workbench::BurdenResult& result) {
    const auto& members = group.fair_share.members;
    if (members.empty()) return {};
    std::vector<std::string> firsts;
    std::vector<std::string> by_scaling;
    for (std::size_t scaling = 0; scaling < members.front().ranges.size(); ++scaling) {
        std::vector<std::string> names;
        for (const auto& member : members) {
            if (member.ranges[scaling].under_weights == 1) names.push_back(state_name(group, member.state));
        }
        firsts.push_back(joined(names, " and "));
        by_scaling.push_back(fmt::format("{} ({})", firsts.back(), scaling_name(scaling)));
    }
    const bool same =
        std::all_of(firsts.begin(), firsts.end(), [&](const auto& each) { return each == firsts.front(); });
    if (same) return {};
    return fmt::format("Under {} weights the first is {}: it depends on how numbers are brought on one scale.",
                       result.weights_changed ? "your" : "the theory's", listed(by_scaling, by_scaling.size()));
}

bool same_by_another_definition(const evidence::BurdenMeasure& one, const evidence::BurdenMeasure& other) {
    const auto value = evidence::BurdenFormula::Value;
    return one.formula == value && other.formula == value && one.unit == other.unit && one.coin == other.coin &&
           one.stage == other.stage && one.sense == other.sense && one.sense != evidence::BurdenSense::Neither &&
           one.weight > 0 && other.weight <= 0;
}

// `Bulgaria 3.13 against 1.61`: members of which two definitions of the same give numbers far apart.
std::string conflict_in_words(const workbench::GroupBurden& group, const evidence::BurdenMeasure& one,
                              const evidence::BurdenMeasure& other, std::size_t place, std::size_t beside) {
    std::vector<std::pair<double, std::string>> apart;
    for (const auto& member : group.now.facts.members) {
        const auto* left = reading_of(group.now.facts, member.state, place);
        const auto* right = reading_of(group.now.facts, member.state, beside);
        if (left == nullptr || right == nullptr || !left->value.known() || !right->value.known()) continue;
        const auto distance = std::abs(left->value.value - right->value.value);
        if (left->of_year != right->of_year || distance < kApart) continue;
        apart.emplace_back(-distance, fmt::format("{} {} against {}", state_name(group, member.state),
                                                  with_decimals(left->value.value, one.decimals),
                                                  with_decimals(right->value.value, other.decimals)));
    }
    if (apart.empty()) return {};
    std::sort(apart.begin(), apart.end());
    std::vector<std::string> names;
    for (auto& [distance, words] : apart) names.push_back(std::move(words));
    return fmt::format("Two definitions disagree by {} {} or more, {} (weighed) and {} (not): {}.",
                       plain_number(kApart), one.unit, one.name, other.name, listed(names, 4));
}

std::vector<std::string> conflicts_in_words(const workbench::GroupBurden& group, const evidence::BurdenTheory& theory) {
    std::vector<std::string> lines;
    for (std::size_t place = 0; place < theory.measures.size(); ++place) {
        for (std::size_t beside = 0; beside < theory.measures.size(); ++beside) {
            const auto& one = theory.measures[place];
            const auto& other = theory.measures[beside];
            if (place == beside || !same_by_another_definition(one, other)) continue;
            if (auto words = conflict_in_words(group, one, other, place, beside); !words.empty())
                lines.push_back(std::move(words));
        }
    }
    return lines;
}

std::string fair_share_in_words(const workbench::GroupBurden& group, const evidence::BurdenTheory& theory) {
    const auto& fair = group.fair_share;
    if (fair.members.empty() || !fair.why_not.empty()) {
        const auto why = fair.why_not.empty() ? "no member has every measure that counts" : fair.why_not;
        return fmt::format("Who carries most cannot be said: {}.{}", why, unranked_in_words(group, theory));
    }
    return most_in_words(group) + least_in_words(group) + unranked_in_words(group, theory);
}

// `aspirational, agreed 2014-09-05, due 2024-12-31`
std::string promise_words(const workbench::GuidelineResult& guideline) {
    std::vector<std::string> words;
    if (!guideline.bindingness.empty()) words.push_back(guideline.bindingness);
    if (guideline.since) words.push_back("agreed " + to_text(*guideline.since));
    if (guideline.deadline) words.push_back("due " + to_text(*guideline.deadline));
    return joined(words, ", ");
}

bool same_bound(const workbench::GuidelineResult& one, const workbench::GuidelineResult& other) {
    return one.measure == other.measure && one.at_least == other.at_least && one.members.size() == other.members.size();
}

// One bound that was promised several times is said once, with each promise.
std::string promises_words(const std::vector<workbench::GuidelineResult>& guidelines,
                           const workbench::GuidelineResult& guideline) {
    std::vector<std::string> promises;
    for (const auto& each : guidelines) {
        if (!same_bound(each, guideline)) continue;
        if (auto words = promise_words(each); !words.empty()) promises.push_back(std::move(words));
    }
    return promises.empty() ? std::string{} : fmt::format(" Promised: {}.", joined(promises, "; "));
}

std::string guideline_in_words(const workbench::GuidelineResult& guideline, const workbench::GroupBurden& group,
                               const evidence::BurdenTheory& theory) {
    const auto* measure = evidence::find_measure(theory, guideline.measure);
    auto name = measure == nullptr ? guideline.measure : measure->name;
    const auto bound = bound_words(guideline.at_least, measure);
    const auto promises = promises_words(group.guidelines, guideline);
    if (guideline.judged == 0) {
        return fmt::format("At least {} ({}): known of no member, so nobody can be judged.{}", bound, name, promises);
    }
    std::vector<std::string> meet;
    std::vector<std::string> rounded;
    for (const auto& member : guideline.members) {
        if (member.gap.compliance == burden::Compliance::Meets) meet.push_back(member.state.name);
        if (member.gap.rounding_would_pass) rounded.push_back(member.state.name);
    }
    const auto who = meet.empty() ? std::string{} : ": " + listed(meet, kNamed);
    auto words = fmt::format("At least {} ({}) is what {} of {} members reach{}.", bound, name, guideline.meet,
                             guideline.judged, who);
    const auto unknown = guideline.members.size() - static_cast<std::size_t>(guideline.judged);
    if (unknown > 0) words += fmt::format(" For {} there are no data.", counted(static_cast<long>(unknown), "member"));
    if (!rounded.empty()) words += fmt::format(" Below it, though not as rounded: {}.", listed(rounded, kNamed));
    if (guideline.before_it) words += fmt::format(" In {} it was not yet agreed.", group.now.year);
    return words + promises;
}

// What one member promised for itself, and what others agreed to, stand in their sections.
std::vector<const workbench::GuidelineResult*> guidelines_of_all(const workbench::GroupBurden& group) {
    std::vector<const workbench::GuidelineResult*> shown;
    for (const auto& guideline : group.guidelines) {
        const bool asked_for = guideline.agreed || guideline.bindingness.empty();
        const bool of_all = guideline.members.size() == group.members.size() || guideline.members.size() > 1;
        const bool said = std::any_of(shown.begin(), shown.end(),
                                      [&guideline](const auto* each) { return same_bound(*each, guideline); });
        if (asked_for && of_all && !said) shown.push_back(&guideline);
    }
    return shown;
}

}  // namespace

std::string exploitation_in_words(const burden::RankCorrelation& correlation, const evidence::BurdenTheory& theory) {
    const auto* effort = evidence::find_measure(theory, theory.effort);
    const auto what = effort == nullptr ? theory.effort : effort->name;
    if (!correlation.why_not.empty()) {
        return fmt::format("Whether larger members carry more ({}) cannot be said: {}.", what, correlation.why_not);
    }
    std::string says = "the data show no order";
    if (correlation.p_two <= kUsual) {
        const std::string larger = "the larger the member, the larger the share it spends";
        const std::string smaller = "the larger the member, the smaller the share it spends";
        const bool excludes_none = correlation.low > 0 || correlation.high < 0;
        says = correlation.rho > 0 ? larger : smaller;
        if (!excludes_none) says = fmt::format("it points to “{}”, but the interval includes 0", says);
    }
    const auto without = correlation.without_largest
                             ? fmt::format("; without the largest ρ = {}", coefficient(*correlation.without_largest))
                             : std::string{};
    const auto p =
        correlation.p_two < 0.001 ? std::string("p < .001") : fmt::format("p = {}", value_words(correlation.p_two));
    return fmt::format("Do the large carry the small? Size and {}: ρ = {} (95% {} to {}, {}{}, {} members{}): {}.",
                       what, coefficient(correlation.rho), coefficient(correlation.low), coefficient(correlation.high),
                       p, correlation.exact ? ", exact" : "", correlation.n, without, says);
}

std::string leader_in_words(const workbench::GroupYear& year) {
    if (!year.leader || !year.leader_share) return {};
    const auto size = year.leader_size_share
                          ? fmt::format("; of its output it has {}", percent(*year.leader_size_share, 0))
                          : std::string("; of its output the share is not known");
    return fmt::format("{} pays {} of the group's military spending{}.", year.leader->name,
                       percent(*year.leader_share, 0), size);
}

std::vector<Text> group_in_words(const workbench::GroupBurden& group, const workbench::BurdenResult& result) {
    std::vector<Text> lines;
    if (!is_the_pair(group, result)) {
        lines.emplace_back(fair_share_in_words(group, result.theory), Tone::Bold);
        if (auto words = firsts_in_words(group, result); !words.empty()) lines.emplace_back(std::move(words));
        for (auto& words : conflicts_in_words(group, result.theory)) lines.emplace_back(std::move(words));
    }
    for (const auto* guideline : guidelines_of_all(group)) {
        lines.emplace_back(guideline_in_words(*guideline, group, result.theory));
    }
    constexpr std::size_t kTooFew = 4;
    if (group.members.size() >= kTooFew) {
        lines.emplace_back(exploitation_in_words(group.now.exploitation, result.theory));
    }
    if (auto leader = leader_in_words(group.now); !leader.empty()) {
        lines.emplace_back(leader + " Leadership or exploitation: one number allows both readings (below).");
    }
    return lines;
}

}  // namespace entente::reports
