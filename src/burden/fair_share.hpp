// Who carries the most, when nobody can say what counts how much: ranks over all weightings of the measures, never
// under one alone.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "burden/facts.hpp"
#include "core/named_enum.hpp"
#include "evidence/burden_theory.hpp"

namespace entente::burden {

// How numbers of different coins are brought on one scale before they are weighed. Each answers another question, so
// all are computed.
enum class Scaling {
    Ranks,      // (n − rank) ÷ (n − 1), ties share their mean: order alone
    Range,      // (x − least) ÷ (largest − least)
    Deviations  // (x − mean) ÷ standard deviation
};

struct FairShareOptions {
    double step = 0.1;            // of the grid of weightings
    std::vector<double> weights;  // the user's, one for each measure of the theory, 0: leave it out; none: the theory's
};

// One member over all weightings of the grid and one scaling. Equals share the better rank.
struct ShareRange {
    int best = 0;             // rank; 1 carries most. Of the grid and the given weights
    int worst = 0;            // likewise
    double above_median = 0;  // share of weightings under which its score is above the median of the members' scores
    double first = 0;         // share of weightings under which nobody carries more
    double last = 0;          // share of weightings under which nobody carries less
    int under_weights = 0;    // rank under the given weights
    double score = 0;         // under the given weights
};

struct FairMember {
    int state = 0;
    std::vector<int> ranks;          // in each measure that entered, alone
    std::vector<ShareRange> ranges;  // one for each Scaling
};

// Who is left out, and the places of the measures that it lacks.
struct Unranked {
    int state = 0;
    std::vector<std::size_t> lacks;
};

struct FairShare {
    std::vector<std::size_t> measures;  // places in the theory of those that entered
    std::vector<std::size_t> left_out;  // of those with a weight that too few members have
    // That all ranked members share alike: a member needs them, but they tell nobody apart and are no part of the grid.
    std::vector<std::size_t> alike;
    std::size_t weightings = 0;       // on the grid
    std::vector<FairMember> members;  // by state
    std::vector<Unranked> unranked;
    std::string why_not;  // set if nobody is ranked: too few members or measures, or too many weightings
};

// Each weighting w of the grid scores a member with Σ w · scaled value. A measure with a weight and a sense enters if
// at least `known_share` of the members have it; a member is ranked if it has all that entered. Nobody is scored by
// what is not known. A measure that the theory keeps for pairs does not enter. More than 200,000 weightings are not
// tried.
[[nodiscard]] FairShare fair_share(const evidence::BurdenTheory& theory, const GroupFacts& group,
                                   const FairShareOptions& options);

// Does one state carry more than another? For each measure alone, and over all weightings of those both have.
struct PairAnswer {
    std::size_t measure = 0;  // place in the theory
    std::optional<int> more;  // the state that carries more; none: equal, or not known of both
    double first = 0;         // values; mean something only if `known`
    double second = 0;
    bool known = false;   // of both
    std::string why_not;  // set where it is known of both and yet not compared
};
struct PairComparison {
    int first = 0;
    int second = 0;
    std::vector<PairAnswer> answers;    // every measure with a sense, in the theory's order
    std::vector<double> first_more;     // by Scaling: share of weightings under which the first carries more …
    std::vector<double> second_more;    // … and the second; the rest are ties
    std::vector<std::size_t> measures;  // places in the theory of those weighed
    std::size_t weightings = 0;
    bool dominates = false;  // the same one carries more in every measure that both have
    std::string why_not;     // set if no weighting was tried
};

// `group` gives the scale: scores are those among its members that have the measure. Weighed are the measures with a
// weight that both have and in which not all of the group are alike.
[[nodiscard]] PairComparison compare_pair(const evidence::BurdenTheory& theory, const GroupFacts& group, int first,
                                          int second, const FairShareOptions& options);

}  // namespace entente::burden

template <>
struct entente::NamesOf<entente::burden::Scaling> {
    static constexpr std::array<std::string_view, 3> names{"ranks", "range", "deviations"};
};
