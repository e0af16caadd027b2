#include "outlook/covariate_values.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::outlook {
namespace {

using evidence::Covariate;
using evidence::CovariateMeasure;

constexpr double kPolityRange = 20;  // of the score, −10 to 10

// An alliance at the end of a year, and the year before it began, for one covariate.
struct Moment {
    const CovariateFacts& facts;
    const PairAlliance& alliance;
    const AlliancePhase& phase;
    int year = 0;

    [[nodiscard]] bool in_system(int state, int in) const { return facts.in_system->contains({state, in}); }
    [[nodiscard]] std::array<int, 2> members() const { return {phase.member_a, phase.member_b}; }
};

CovariateValue fact(const Moment& at, const StateFacts* facts, int state, int year) {
    if (facts == nullptr) return CovariateValue::none(Lack::NoDataset);
    if (!facts->years.has(year)) return CovariateValue::none(Lack::OutsideCoverage);
    const auto found = facts->values.find({state, year});
    if (found != facts->values.end()) return CovariateValue::of(found->second);
    return CovariateValue::none(at.in_system(state, year) ? Lack::NoValue : Lack::NotInSystem);
}

// Why a list says nothing of a year or of a state in it; None if it does.
template <typename List>
Lack silence(const Moment& at, const List* list, std::initializer_list<int> states, int year) {
    if (list == nullptr) return Lack::NoDataset;
    if (!list->years.has(year)) return Lack::OutsideCoverage;
    const bool all = std::all_of(states.begin(), states.end(), [&](int state) { return at.in_system(state, year); });
    return all ? Lack::None : Lack::NotInSystem;
}

struct Baseline {
    int state = 0;
    int year = 0;
};

// Of a member that took another's place in the treaty, that of the other. Of one that was not in the system the year
// before the alliance began, the first year in which it was; if it never was, the year at hand, of which nothing is
// known.
Baseline baseline_of(const Moment& at, int member) {
    const auto& first = at.alliance.phases.front();
    const auto now = at.members();
    Baseline baseline{member, at.alliance.begin_year - 1};
    if (member != first.member_a && member != first.member_b) {
        const bool a_left = first.member_a != now[0] && first.member_a != now[1];
        const bool b_left = first.member_b != now[0] && first.member_b != now[1];
        if (a_left != b_left) baseline.state = a_left ? first.member_a : first.member_b;
    }
    while (baseline.year < at.year && !at.in_system(baseline.state, baseline.year)) ++baseline.year;
    return baseline;
}

// 1 if it holds for either member: a member of which it is known decides alone, if it holds.
template <typename OfMember>
CovariateValue either(const Moment& at, const OfMember& holds) {
    auto result = CovariateValue::of(0);
    for (const int member : at.members()) {
        const CovariateValue of_member = holds(member);
        if (of_member.known() && of_member.value > 0) return CovariateValue::of(1);
        if (!of_member.known() && result.known()) result = of_member;
    }
    return result;
}

CovariateValue truth(bool holds) {
    return CovariateValue::of(holds ? 1 : 0);
}

// Applies to what was known at the beginning and what is known now.
template <typename Moved>
CovariateValue either_moved(const Moment& at, const StateFacts* facts, const Moved& moved) {
    return either(at, [&](int member) {
        const auto baseline = baseline_of(at, member);
        const auto now = fact(at, facts, member, at.year);
        if (!now.known()) return now;
        const auto then = fact(at, facts, baseline.state, baseline.year);
        return then.known() ? moved(then.value, now.value) : then;
    });
}

CovariateValue capability_change(const Moment& at, double threshold) {
    return either_moved(at, at.facts.capability, [&](double then, double now) {
        if (then <= 0) return CovariateValue::none(Lack::Undefined);
        return truth(std::abs(now / then - 1) > threshold);
    });
}

CovariateValue regime_change(const Moment& at, double threshold) {
    return either_moved(at, at.facts.polity,
                        [&](double then, double now) { return truth(std::abs(now - then) >= threshold); });
}

// Both members' values of a fact, or why there are not both.
template <typename OfBoth>
CovariateValue both(const Moment& at, const StateFacts* facts, const OfBoth& of_both) {
    const auto a = fact(at, facts, at.phase.member_a, at.year);
    const auto b = fact(at, facts, at.phase.member_b, at.year);
    if (!a.known()) return a;
    if (!b.known()) return b;
    return of_both(a.value, b.value);
}

CovariateValue capability_ratio(double a, double b) {
    const auto [less, more] = std::minmax(a, b);
    return less > 0 ? CovariateValue::of(std::log(more / less)) : CovariateValue::none(Lack::Undefined);
}

CovariateValue asymmetry(double a, double b, double threshold) {
    const auto [less, more] = std::minmax(a, b);
    return more > 0 ? truth(more >= threshold * less) : CovariateValue::none(Lack::Undefined);
}

CovariateValue joint_democracy(const Moment& at, double threshold) {
    auto result = CovariateValue::of(1);
    for (const int member : at.members()) {
        const auto score = fact(at, at.facts.polity, member, at.year);
        if (score.known() && score.value < threshold) return CovariateValue::of(0);
        if (!score.known() && result.known()) result = score;
    }
    return result;
}

enum class Regimes { Any, Democracies, NonDemocracies };

// Beyond the years of the list of changes it is missing, even where the regime alone would tell: else those years would
// hold alliances of one kind only.
CovariateValue support_change(const Moment& at, Regimes regimes, double threshold) {
    if (const auto why = silence(at, at.facts.support_change, {}, at.year); why != Lack::None) {
        return CovariateValue::none(why);
    }
    return either(at, [&](int member) {
        const auto changed = fact(at, at.facts.support_change, member, at.year);
        if (regimes == Regimes::Any) return changed;
        if (changed.known() && changed.value <= 0) return changed;
        const auto score = fact(at, at.facts.polity, member, at.year);
        if (score.known() && (score.value >= threshold) != (regimes == Regimes::Democracies)) {
            return CovariateValue::of(0);
        }
        return changed.known() && !score.known() ? score : changed;
    });
}

std::set<int> rivals_of(const RivalryFacts& facts, int state, int year) {
    std::set<int> rivals;
    const auto found = facts.spells.find(state);
    if (found == facts.spells.end()) return rivals;
    for (const auto& spell : found->second) {
        if (spell.first_year <= year && year <= spell.last_year) rivals.insert(spell.rival);
    }
    return rivals;
}

CovariateValue shared_rival(const Moment& at) {
    const auto& [a, b] = at.members();
    const auto* facts = at.facts.rivalries;
    if (const auto why = silence(at, facts, {a, b}, at.year); why != Lack::None) return CovariateValue::none(why);
    const auto of_a = rivals_of(*facts, a, at.year);
    const auto of_b = rivals_of(*facts, b, at.year);
    return truth(std::any_of(of_a.begin(), of_a.end(), [&](int rival) { return of_b.contains(rival); }));
}

// Of the states of the system that are rivals of either, other than the two: their capability shares ÷ the two's.
CovariateValue rival_pressure(const Moment& at, int a, int b, int year) {
    const auto* facts = at.facts.rivalries;
    if (const auto why = silence(at, facts, {a, b}, year); why != Lack::None) return CovariateValue::none(why);
    double own = 0;
    for (const int member : {a, b}) {
        const auto share = fact(at, at.facts.capability, member, year);
        if (!share.known()) return share;
        own += share.value;
    }
    if (own <= 0) return CovariateValue::none(Lack::Undefined);
    auto rivals = rivals_of(*facts, a, year);
    rivals.merge(rivals_of(*facts, b, year));
    double sum = 0;
    for (const int rival : rivals) {
        if (rival == a || rival == b || !at.in_system(rival, year)) continue;
        const auto share = fact(at, at.facts.capability, rival, year);
        if (!share.known()) return share;
        sum += share.value;
    }
    return CovariateValue::of(sum / own);
}

CovariateValue rival_pressure_change(const Moment& at) {
    const auto of_a = baseline_of(at, at.phase.member_a);
    const auto of_b = baseline_of(at, at.phase.member_b);
    const auto now = rival_pressure(at, at.phase.member_a, at.phase.member_b, at.year);
    if (!now.known()) return now;
    const auto then = rival_pressure(at, of_a.state, of_b.state, std::max(of_a.year, of_b.year));
    return then.known() ? CovariateValue::of(std::log((1 + now.value) / (1 + then.value))) : then;
}

CovariateValue allies_of_leader(const Moment& at) {
    const auto& [a, b] = at.members();
    const auto* facts = at.facts.pledges;
    if (const auto why = silence(at, facts, {}, at.year); why != Lack::None) return CovariateValue::none(why);
    const auto of_a = fact(at, at.facts.capability, a, at.year);
    const auto of_b = fact(at, at.facts.capability, b, at.year);
    if (!of_a.known()) return of_a;
    if (!of_b.known()) return of_b;
    const auto [leader, ally] = of_b.value > of_a.value ? std::pair(b, a) : std::pair(a, b);
    const auto found = facts->pledged_to.find({leader, at.year});
    std::set<int> others;
    if (found != facts->pledged_to.end()) others.insert(found->second.begin(), found->second.end());
    others.erase(ally);
    return CovariateValue::of(std::log1p(static_cast<double>(others.size())));
}

bool is_member(const MembershipFacts::Spell& spell, int year) {
    return spell.first_year <= year && year <= spell.last_year;
}

// Who passes from one phase into the next, or comes back within the year, does not enter.
bool enters(const std::vector<MembershipFacts::Spell>& spells, const MembershipFacts::Spell& spell, int year) {
    if (spell.first_year != year) return false;
    return std::none_of(spells.begin(), spells.end(), [&](const auto& other) {
        return other.alliance == spell.alliance && other.first_year < year && other.last_year >= year - 1;
    });
}

// `4070` of `4070.3`: branches and renewals of a treaty are no outside alliance.
std::string_view treaty_of(std::string_view id) {
    return id.substr(0, id.find('.'));
}

CovariateValue new_outside_alliance(const Moment& at) {
    const auto* facts = at.facts.members;
    if (const auto why = silence(at, facts, {}, at.year); why != Lack::None) return CovariateValue::none(why);
    return either(at, [&](int member) {
        const auto found = facts->of_state.find(member);
        if (found == facts->of_state.end()) return CovariateValue::of(0);
        const auto& spells = found->second;
        return truth(std::any_of(spells.begin(), spells.end(), [&](const auto& spell) {
            if (spell.alliance == treaty_of(at.alliance.id) || !enters(spells, spell, at.year)) return false;
            const auto& all = facts->of_alliance.at(spell.alliance);
            return std::any_of(all.begin(), all.end(), [&](const auto& one) {
                const bool third = one.first != at.phase.member_a && one.first != at.phase.member_b;
                return third && is_member(one.second, at.year);
            });
        }));
    });
}

CovariateValue provision(const std::optional<int>& known) {
    return known ? CovariateValue::of(*known) : CovariateValue::none(Lack::NoValue);
}

CovariateValue value_at(const Covariate& covariate, const Moment& at) {
    const auto* capability = at.facts.capability;
    const auto threshold = covariate.threshold;
    switch (covariate.measure) {
        case CovariateMeasure::CapabilityChange:
            return capability_change(at, threshold);
        case CovariateMeasure::CapabilityRatio:
            return both(at, capability, capability_ratio);
        case CovariateMeasure::Asymmetry:
            return both(at, capability, [&](double a, double b) { return asymmetry(a, b, threshold); });
        case CovariateMeasure::CombinedCapability:
            return both(at, capability, [](double a, double b) { return CovariateValue::of(a + b); });
        case CovariateMeasure::SharedRival:
            return shared_rival(at);
        case CovariateMeasure::RivalPressureChange:
            return rival_pressure_change(at);
        case CovariateMeasure::RegimeChange:
            return regime_change(at, threshold);
        case CovariateMeasure::SupportChange:
            return support_change(at, Regimes::Any, threshold);
        case CovariateMeasure::SupportChangeDemocracy:
            return support_change(at, Regimes::Democracies, threshold);
        case CovariateMeasure::SupportChangeNonDemocracy:
            return support_change(at, Regimes::NonDemocracies, threshold);
        case CovariateMeasure::LeaderChange:
            return either(at, [&](int member) { return fact(at, at.facts.leader_change, member, at.year); });
        case CovariateMeasure::PolityDistance:
            return both(at, at.facts.polity,
                        [](double a, double b) { return CovariateValue::of(std::abs(a - b) / kPolityRange); });
        case CovariateMeasure::JointDemocracy:
            return joint_democracy(at, threshold);
        case CovariateMeasure::AlliesOfLeader:
            return allies_of_leader(at);
        case CovariateMeasure::NewOutsideAlliance:
            return new_outside_alliance(at);
        case CovariateMeasure::MilitaryInstitutions:
            return provision(indices::military_institutionalisation(at.phase.provisions).value);
        case CovariateMeasure::NonMilitaryCooperation:
            return provision(at.phase.non_military_cooperation);
        case CovariateMeasure::RatifiedTreaty: {
            const auto& mode = at.phase.provisions.ratified_treaty;
            return mode ? truth(*mode == 1) : CovariateValue::none(Lack::NoValue);
        }
    }
    return CovariateValue::none(Lack::NoValue);
}

}  // namespace

const AlliancePhase* phase_at_end_of(const PairAlliance& alliance, int year) noexcept {
    const AlliancePhase* found = nullptr;
    for (const auto& phase : alliance.phases) {
        if (phase.from_year <= year && year <= phase.to_year) found = &phase;
    }
    if (found != nullptr) return found;
    const auto next = std::find_if(alliance.phases.begin(), alliance.phases.end(),
                                   [&](const auto& phase) { return phase.from_year == year + 1; });
    return next == alliance.phases.end() ? nullptr : &*next;
}

CovariateValue covariate_value(const Covariate& covariate, const PairAlliance& alliance, int year,
                               const CovariateFacts& facts) {
    if (facts.in_system == nullptr) return CovariateValue::none(Lack::NoDataset);
    const auto* phase = phase_at_end_of(alliance, year);
    if (phase == nullptr) return CovariateValue::none(Lack::OutsideCoverage);
    return value_at(covariate, {facts, alliance, *phase, year});
}

}  // namespace entente::outlook
