#include "burden/fair_share.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>

#include <fmt/format.h>

#include "burden/scaling.hpp"
#include "burden/weighing.hpp"
#include "indices/weightings.hpp"

namespace entente::burden {
namespace {

constexpr double kRounding = 1e-9;  // of a share of members that is a fraction on paper

// One row for each measure, a number for each member: a weighting's scores are sums of rows.
struct Scores {
    std::size_t members = 0;
    std::vector<double> rows;

    void under(const std::vector<double>& weights, std::vector<double>& scores) const {
        std::fill(scores.begin(), scores.end(), 0.0);
        for (std::size_t measure = 0; measure < weights.size(); ++measure) {
            const double weight = weights[measure];
            if (!(weight > 0)) continue;
            const double* row = rows.data() + measure * members;
            for (std::size_t member = 0; member < members; ++member) scores[member] += weight * row[member];
        }
    }
};

struct Counts {
    std::uint32_t best = 0;  // members above it
    std::uint32_t worst = 0;
    std::uint32_t above_median = 0;
    std::uint32_t first = 0;
    std::uint32_t last = 0;
};

// The members in the order of their scores, under one weighting after the other.
class Standing {
public:
    explicit Standing(std::size_t members) : order_(members), sorted_(members) {
        std::iota(order_.begin(), order_.end(), std::uint32_t{0});
    }

    // Neighbours on the grid rank nearly alike, so the last order is put right where it no longer holds.
    void put_in_order(const std::vector<double>& scores) {
        for (std::size_t place = 0; place < order_.size(); ++place) {
            const auto member = order_[place];
            const double score = scores[member];
            auto hole = place;
            for (; hole > 0 && sorted_[hole - 1] < score; --hole) {
                sorted_[hole] = sorted_[hole - 1];
                order_[hole] = order_[hole - 1];
            }
            sorted_[hole] = score;
            order_[hole] = member;
        }
    }

    // Calls visit(member, members above it, members below it) for each, equals with the same numbers.
    template <typename Visit>
    void visit_all(Visit visit) const {
        const auto members = static_cast<std::uint32_t>(order_.size());
        for (std::uint32_t begin = 0; begin < members;) {
            auto end = begin + 1;
            while (end < members && sorted_[end - 1] - sorted_[end] <= kTie) ++end;
            for (auto place = begin; place < end; ++place) visit(order_[place], begin, members - end);
            begin = end;
        }
    }

private:
    std::vector<std::uint32_t> order_;  // members, the highest score first
    std::vector<double> sorted_;
};

std::vector<ShareRange> ranges_over(const Scores& scores, const std::vector<std::vector<double>>& grid,
                                    const std::vector<double>& weights) {
    Standing standing(scores.members);
    std::vector<double> sums(scores.members);
    std::vector<ShareRange> ranges(scores.members);
    std::vector<Counts> counts(scores.members);
    scores.under(weights, sums);
    standing.put_in_order(sums);
    standing.visit_all([&](std::uint32_t member, std::uint32_t above, std::uint32_t) {
        ranges[member].under_weights = static_cast<int>(above) + 1;
        ranges[member].score = sums[member];
        counts[member].best = counts[member].worst = above;
    });
    // Above the median is who has half of the members below: of an even number the median lies between the middle two,
    // or is both of them.
    const auto half = static_cast<std::uint32_t>((scores.members + 1) / 2);
    for (const auto& weighting : grid) {
        scores.under(weighting, sums);
        standing.put_in_order(sums);
        standing.visit_all([&](std::uint32_t member, std::uint32_t above, std::uint32_t below) {
            auto& one = counts[member];
            one.best = std::min(one.best, above);
            one.worst = std::max(one.worst, above);
            one.above_median += below >= half ? 1U : 0U;
            one.first += above == 0 ? 1U : 0U;
            one.last += below == 0 ? 1U : 0U;
        });
    }
    const auto share = [&grid](std::uint32_t times) { return times / static_cast<double>(grid.size()); };
    for (std::size_t member = 0; member < scores.members; ++member) {
        auto& range = ranges[member];
        range.best = static_cast<int>(counts[member].best) + 1;
        range.worst = static_cast<int>(counts[member].worst) + 1;
        range.above_median = share(counts[member].above_median);
        range.first = share(counts[member].first);
        range.last = share(counts[member].last);
    }
    return ranges;
}

// The measures with a weight, in those that enough members have and the others.
void admit(const evidence::BurdenTheory& theory, const GroupFacts& group, const std::vector<double>& weights,
           std::vector<std::size_t>& entered, FairShare& result) {
    for (std::size_t place = 0; place < theory.measures.size(); ++place) {
        if (!(weights[place] > 0) || theory.measures[place].pairs_only) continue;
        const auto known = std::count_if(group.members.begin(), group.members.end(),
                                         [place](const auto& member) { return member.measures[place].value.known(); });
        const double needed = theory.known_share * static_cast<double>(group.members.size()) - kRounding;
        (known > 0 && static_cast<double>(known) >= needed ? entered : result.left_out).push_back(place);
    }
}

std::vector<std::size_t> complete_members(const GroupFacts& group, const std::vector<std::size_t>& entered,
                                          FairShare& result) {
    std::vector<std::size_t> complete;
    for (std::size_t place = 0; place < group.members.size(); ++place) {
        const auto& member = group.members[place];
        Unranked unranked{member.state, {}};
        for (const auto measure : entered) {
            if (!member.measures[measure].value.known()) unranked.lacks.push_back(measure);
        }
        if (unranked.lacks.empty()) {
            complete.push_back(place);
        } else {
            result.unranked.push_back(std::move(unranked));
        }
    }
    return complete;
}

}  // namespace

FairShare fair_share(const evidence::BurdenTheory& theory, const GroupFacts& group, const FairShareOptions& options) {
    FairShare result;
    const auto weights = weights_of(theory, options);
    std::vector<std::size_t> entered;
    admit(theory, group, weights, entered, result);
    const auto members = complete_members(group, entered, result);
    if (group.members.size() == 2) {
        result.why_not = "two members: see how the two compare";
        return result;
    }
    if (members.size() < 2) {
        result.why_not = fmt::format("{} of {} members have all {} measures that entered: two are needed",
                                     members.size(), group.members.size(), entered.size());
        return result;
    }
    std::vector<std::vector<double>> columns;
    for (const auto place : entered) {
        auto column = carried(theory.measures[place], place, group, members);
        if (!differ(column)) {
            result.alike.push_back(place);
            continue;
        }
        result.measures.push_back(place);
        columns.push_back(std::move(column));
    }
    if (columns.size() < 2) {
        result.why_not = fmt::format(
            "{} of the measures with a weight {} known of enough members and not the same for "
            "all of them: two are needed",
            columns.size(), columns.size() == 1 ? "is" : "are");
        return result;
    }
    result.why_not = why_no_grid(columns.size(), options.step);
    if (!result.why_not.empty()) return result;

    const auto grid = indices::weightings(columns.size(), options.step);
    result.weightings = grid.size();
    for (const auto place : members) result.members.push_back({group.members[place].state, {}, {}});
    for (const auto& column : columns) {
        const auto ranks = ranks_of(column);
        for (std::size_t member = 0; member < members.size(); ++member) {
            result.members[member].ranks.push_back(ranks[member]);
        }
    }
    for (const auto scaling : kScalings) {
        Scores scores{members.size(), {}};
        for (const auto& column : columns) {
            const auto row = scaled(column, scaling);
            scores.rows.insert(scores.rows.end(), row.begin(), row.end());
        }
        const auto ranges = ranges_over(scores, grid, adding_to_1(weights, result.measures));
        for (std::size_t member = 0; member < members.size(); ++member) {
            result.members[member].ranges.push_back(ranges[member]);
        }
    }
    return result;
}

}  // namespace entente::burden
