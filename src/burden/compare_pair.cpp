#include <algorithm>

#include <fmt/format.h>

#include "burden/fair_share.hpp"
#include "burden/scaling.hpp"
#include "burden/weighing.hpp"
#include "indices/weightings.hpp"

namespace entente::burden {
namespace {

// The two among all members that have one measure.
struct Pair {
    std::vector<double> carried;  // by all of them
    std::size_t first = 0;        // places there
    std::size_t second = 0;
    bool of_both = false;
};

Pair pair_in(const evidence::BurdenMeasure& measure, std::size_t place, const GroupFacts& group, int first,
             int second) {
    std::vector<std::size_t> members;
    Pair pair;
    int found = 0;
    for (std::size_t member = 0; member < group.members.size(); ++member) {
        if (!group.members[member].measures[place].value.known()) continue;
        const int state = group.members[member].state;
        if (state == first) pair.first = members.size();
        if (state == second) pair.second = members.size();
        found += state == first || state == second ? 1 : 0;
        members.push_back(member);
    }
    pair.carried = carried(measure, place, group, members);
    pair.of_both = found == 2;
    return pair;
}

const BurdenReading& reading_of(const GroupFacts& group, int state, std::size_t place) {
    return std::find_if(group.members.begin(), group.members.end(),
                        [state](const MemberFacts& member) { return member.state == state; })
        ->measures[place];
}

bool is_member(const GroupFacts& group, int state) {
    return std::any_of(group.members.begin(), group.members.end(),
                       [state](const MemberFacts& member) { return member.state == state; });
}

PairAnswer answer_of(const Pair& pair, const GroupFacts& group, const PairComparison& states, std::size_t place) {
    PairAnswer answer;
    answer.measure = place;
    answer.known = pair.of_both;
    if (!answer.known) return answer;
    answer.first = reading_of(group, states.first, place).value.value;
    answer.second = reading_of(group, states.second, place).value.value;
    if (!differ(pair.carried)) return answer;
    const double by_first = pair.carried[pair.first];
    const double by_second = pair.carried[pair.second];
    if (by_first > by_second) answer.more = states.first;
    if (by_second > by_first) answer.more = states.second;
    return answer;
}

bool one_dominates(const std::vector<PairAnswer>& answers) {
    std::optional<int> more;
    for (const auto& answer : answers) {
        if (!answer.known) continue;
        if (!answer.more || (more && *more != *answer.more)) return false;
        more = answer.more;
    }
    return more.has_value();
}

// How far the first is before the second under each weighting: a sum of the differences in each measure.
void weigh(const std::vector<double>& differences, const std::vector<std::vector<double>>& grid,
           PairComparison& result) {
    std::size_t first = 0;
    std::size_t second = 0;
    for (const auto& weighting : grid) {
        double sum = 0;
        for (std::size_t measure = 0; measure < differences.size(); ++measure) {
            sum += weighting[measure] * differences[measure];
        }
        first += sum > kTie ? 1U : 0U;
        second += sum < -kTie ? 1U : 0U;
    }
    const auto all = static_cast<double>(grid.size());
    result.first_more.push_back(static_cast<double>(first) / all);
    result.second_more.push_back(static_cast<double>(second) / all);
}

}  // namespace

PairComparison compare_pair(const evidence::BurdenTheory& theory, const GroupFacts& group, int first, int second,
                            const FairShareOptions& options) {
    PairComparison result;
    result.first = first;
    result.second = second;
    for (const int state : {first, second}) {
        if (is_member(group, state)) continue;
        result.why_not = fmt::format("state {} is none of those compared", state);
        return result;
    }
    if (first == second) {
        result.why_not = "a state is not compared with itself";
        return result;
    }
    const auto weights = weights_of(theory, options);
    std::vector<Pair> weighed;
    for (std::size_t place = 0; place < theory.measures.size(); ++place) {
        const auto& measure = theory.measures[place];
        if (measure.sense == evidence::BurdenSense::Neither) continue;
        auto pair = pair_in(measure, place, group, first, second);
        result.answers.push_back(answer_of(pair, group, result, place));
        if (!(weights[place] > 0) || !pair.of_both || !differ(pair.carried)) continue;
        result.measures.push_back(place);
        weighed.push_back(std::move(pair));
    }
    result.dominates = one_dominates(result.answers);
    result.why_not = weighed.empty() ? "no measure with a weight is known of both" : "";
    if (result.why_not.empty()) result.why_not = why_no_grid(weighed.size(), options.step);
    if (!result.why_not.empty()) return result;

    const auto grid = indices::weightings(weighed.size(), options.step);
    result.weightings = grid.size();
    for (const auto scaling : kScalings) {
        std::vector<double> differences;
        for (const auto& pair : weighed) {
            const auto values = scaled(pair.carried, scaling);
            differences.push_back(values[pair.first] - values[pair.second]);
        }
        weigh(differences, grid, result);
    }
    return result;
}

}  // namespace entente::burden
