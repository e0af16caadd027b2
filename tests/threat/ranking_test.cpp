#include "threat/ranking.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include <gtest/gtest.h>

#include "small_theory.hpp"

namespace entente::threat {
namespace {

using testing::reading;
using testing::small_theory;

using Readings = std::vector<ThreatReading>;

Readings some_readings(int seed, std::size_t count) {
    std::mt19937 draw{static_cast<std::mt19937::result_type>(seed)};
    std::uniform_real_distribution<double> value{0, 1};
    Readings readings;
    for (std::size_t state = 0; state < count; ++state) {
        // A quarter of the states never did anything hostile.
        const double intentions = value(draw) < 0.25 ? 0 : value(draw);
        readings.push_back(reading(value(draw), value(draw), value(draw), intentions));
    }
    return readings;
}

// The largest are .4, 1, .5, 1. First: 1 · .5 · .4 · 1 = .2, its fourth root .6687403. Second: .5 · 1 · 1 · .25 = .125,
// fourth root .5946036.
TEST(Ranked, takes_the_geometric_mean_of_shares_of_the_largest) {
    const Readings readings{reading(0.4, 0.5, 0.2, 1), reading(0.2, 1, 0.5, 0.25)};
    const auto results = ranked(small_theory(), readings);
    EXPECT_NEAR(results[0].composite.value, 0.6687403, 1e-7);
    EXPECT_NEAR(results[1].composite.value, 0.5946036, 1e-7);
    EXPECT_EQ(results[0].rank, 1);
    EXPECT_EQ(results[1].rank, 2);
}

// The same states: (1 + .5 + .4 + 1) ÷ 4 = .725 and (.5 + 1 + 1 + .25) ÷ 4 = .6875.
TEST(Ranked, takes_the_arithmetic_mean_where_the_theory_says_so) {
    auto theory = small_theory();
    theory.form = evidence::CompositeForm::Arithmetic;
    const auto results = ranked(theory, Readings{reading(0.4, 0.5, 0.2, 1), reading(0.2, 1, 0.5, 0.25)});
    EXPECT_NEAR(results[0].composite.value, 0.725, 1e-12);
    EXPECT_NEAR(results[1].composite.value, 0.6875, 1e-12);
}

TEST(Ranked, makes_no_threat_of_size_without_any_sign_of_intentions) {
    const auto results = ranked(small_theory(), Readings{reading(0.9, 1, 0.9, 0), reading(0.1, 0.1, 0.1, 0.1)});
    EXPECT_EQ(results[0].composite.value, 0);
    EXPECT_EQ(results[0].rank, 2);
    EXPECT_EQ(results[0].best, 1);  // where intentions have no weight, size counts
}

// The first leads in all but intentions, where it has nothing: it is first where intentions weigh nothing, that is
// under the C(22, 2) = 231 weightings of the other three.
TEST(Ranked, counts_the_share_of_weightings_under_which_a_state_is_first) {
    const auto results = ranked(small_theory(), Readings{reading(0.9, 1, 0.9, 0), reading(0.1, 0.1, 0.1, 0.1)});
    EXPECT_NEAR(results[0].first_share, 231.0 / 1771, 1e-12);
    EXPECT_NEAR(results[1].first_share, 1540.0 / 1771, 1e-12);
}

// Of the same two: each alone as often as it is first; both are the first two wherever the first is anything.
TEST(Leading, counts_the_weightings_under_which_all_of_some_states_are_the_first) {
    const Readings readings{reading(0.9, 1, 0.9, 0), reading(0.1, 0.1, 0.1, 0.1)};
    const auto count = [&](const std::vector<std::size_t>& states) {
        const auto found = leading(small_theory(), readings, states, {true, true});
        EXPECT_EQ(found.of, 1771U);
        return found.weightings;
    };
    EXPECT_EQ(count({0}), 231U);
    EXPECT_EQ(count({1}), 1540U);
    EXPECT_EQ(count({0, 1}), 231U);
}

TEST(Leading, is_under_no_weighting_for_a_state_without_one_of_its_components) {
    Readings readings{reading(0.9, 1, 0.9, 0.5), reading(0.1, 0.1, 0.1, 0.1)};
    readings[0].components[2].value = Reading::missing(Reason::NoRow);
    const std::vector<std::size_t> first{0};
    EXPECT_EQ(leading(small_theory(), readings, first, {true, true}).weightings, 0U);
}

// The third leads in everything; passed over, it leaves the other two as often ahead of each other as above. Who does
// not count leads nowhere.
TEST(Leading, passes_over_who_does_not_count) {
    const Readings readings{reading(0.45, 0.5, 0.45, 0), reading(0.05, 0.05, 0.05, 0.05), reading(0.9, 1, 0.9, 0.5)};
    const auto count = [&](std::vector<std::size_t> states, const std::vector<bool>& counts) {
        return leading(small_theory(), readings, states, counts).weightings;
    };
    EXPECT_EQ(count({0}, {true, true, true}), 0U);
    EXPECT_EQ(count({0}, {true, true, false}), 231U);
    EXPECT_EQ(count({1}, {true, true, false}), 1540U);
    EXPECT_EQ(count({2}, {true, true, false}), 0U);
}

TEST(Ranked, keeps_a_component_that_is_0_for_everybody_at_0) {
    const auto results = ranked(small_theory(), Readings{reading(0.4, 0.5, 0.2, 0), reading(0.2, 1, 0.5, 0)});
    for (const auto& result : results) {
        EXPECT_EQ(result.composite.value, 0);
        EXPECT_EQ(result.rank, 1);
    }
}

TEST(Ranked, lets_equals_share_the_better_rank) {
    // The same three numbers in another order: the geometric means are equal but for the last digits.
    const Readings readings{reading(0.3, 0.7, 0.11, 0.5), reading(0.3, 0.11, 0.7, 0.5), reading(0.7, 0.7, 0.7, 0.6),
                            reading(0.01, 0.01, 0.01, 0.01)};
    const auto results = ranked(small_theory(), readings);
    EXPECT_EQ(results[2].rank, 1);
    EXPECT_EQ(results[0].rank, 2);
    EXPECT_EQ(results[1].rank, 2);
    EXPECT_EQ(results[3].rank, 4);
}

TEST(Ranked, leaves_out_a_state_without_one_of_its_components) {
    Readings readings{reading(0.4, 0.5, 0.2, 1), reading(0.9, 1, 0.9, 1)};
    readings[1].components[2].value = Reading::missing(Reason::OutsideCoverage);
    const auto results = ranked(small_theory(), readings);
    EXPECT_EQ(results[1].composite.reason, Reason::OutsideCoverage);
    EXPECT_EQ(results[1].rank, std::nullopt);
    EXPECT_EQ(results[1].best, 0);
    EXPECT_EQ(results[1].worst, 0);
    EXPECT_EQ(results[1].by_component[2], std::nullopt);
    EXPECT_EQ(results[1].by_component[0], 1);  // in what is known it has its rank
    EXPECT_EQ(results[0].by_component[0], 2);
    EXPECT_EQ(results[0].composite.value, 1);  // the largest of those that have all components
}

// Of the theory's third component two parts of equal weight, of which spending is unknown and personnel .2.
ThreatReading without_spending(double power, double nearness, double intentions) {
    auto one = reading(power, nearness, 0, intentions);
    one.components[2].value = Reading::missing(Reason::MissingInSource);
    one.facts.spending_share = Reading::missing(Reason::MissingInSource);
    one.facts.personnel_share = Reading::of(0.2);
    return one;
}

evidence::ThreatTheory theory_of_two_forces() {
    auto theory = small_theory();
    theory.components[2].parts = {testing::part(evidence::ThreatFormula::SpendingShare, 0.5, true),
                                  testing::part(evidence::ThreatFormula::PersonnelShare, 0.5, true)};
    return theory;
}

// Were its spending 0, its third component would be (0 + .2) ÷ 2 = .1. Its products of components: .4 · .5 · .1 · .5 =
// .01; those of the others .5⁴ = .0625, .01 · .5³ = .00125 and .3⁴ = .0081: one is before it.
TEST(AtWorst, is_the_place_were_every_unknown_part_0) {
    const Readings readings{reading(0.5, 0.5, 0.5, 0.5), reading(0.01, 0.5, 0.5, 0.5), reading(0.3, 0.3, 0.3, 0.3),
                            without_spending(0.4, 0.5, 0.5)};
    const auto results = ranked(theory_of_two_forces(), readings);
    EXPECT_FALSE(results[3].rank);
    EXPECT_EQ(results[3].at_worst, 2);
    EXPECT_FALSE(results[0].at_worst);
}

// Whatever the unknown spending is, the rank that it gives is not behind that place: by 50 draws, in both forms.
TEST(AtWorst, is_never_better_than_any_rank_that_the_unknown_allows) {
    std::mt19937 draw{17};
    std::uniform_real_distribution<double> value{0, 1};
    for (int round = 0; round < 50; ++round) {
        auto theory = theory_of_two_forces();
        theory.form = round % 2 == 0 ? evidence::CompositeForm::Geometric : evidence::CompositeForm::Arithmetic;
        auto readings = some_readings(round, 12);
        readings.push_back(without_spending(value(draw), value(draw), value(draw)));
        const auto at_worst = ranked(theory, readings).back().at_worst;
        ASSERT_TRUE(at_worst);
        readings.back().components[2].value = Reading::of((value(draw) + 0.2) / 2);
        EXPECT_LE(ranked(theory, readings).back().rank, at_worst);
    }
}

TEST(AtWorst, is_nothing_where_the_composite_would_be_0) {
    auto unknown = reading(0.9, 0.9, 0.9, 0.9);
    unknown.components[3].value = Reading::missing(Reason::OutsideCoverage);
    EXPECT_FALSE(ranked(small_theory(), Readings{reading(0.1, 0.1, 0.1, 0.1), unknown})[1].at_worst);
    auto arithmetic = small_theory();
    arithmetic.form = evidence::CompositeForm::Arithmetic;  // there the other three count
    EXPECT_EQ(ranked(arithmetic, Readings{reading(0.1, 0.1, 0.1, 0.1), unknown})[1].at_worst, 1);
}

TEST(AtWorst, is_nothing_where_nobody_has_a_rank) {
    EXPECT_FALSE(ranked(theory_of_two_forces(), Readings{without_spending(0.4, 0.5, 0.5)})[0].at_worst);
}

TEST(Ranked, lets_nobody_come_first_under_weights_that_make_all_of_them_nothing) {
    const auto results = ranked(small_theory(), Readings{reading(0.4, 0.5, 0.2, 0), reading(0.2, 1, 0.5, 0)});
    for (const auto& result : results) EXPECT_FALSE(comes_first(result));
    // Intentions are 0 for both: only the C(22, 2) = 231 weightings without them have a first.
    EXPECT_LE(results[0].first_share, 231.0 / 1771);
    EXPECT_LE(results[1].first_share, 231.0 / 1771);
    EXPECT_TRUE(comes_first(ranked(small_theory(), Readings{reading(0.4, 0.5, 0.2, 0.1)})[0]));
}

TEST(Ranked, of_nobody_is_nobody) {
    EXPECT_TRUE(ranked(small_theory(), {}).empty());
}

TEST(Ranked, puts_a_state_that_is_largest_in_every_component_first_under_every_weighting) {
    auto readings = some_readings(3, 30);
    readings.push_back(reading(1.1, 1.1, 1.1, 1.1));
    const auto results = ranked(small_theory(), readings);
    EXPECT_EQ(results.back().rank, 1);
    EXPECT_EQ(results.back().best, 1);
    EXPECT_EQ(results.back().worst, 1);
    EXPECT_EQ(results.back().first_share, 1);
}

TEST(Ranked, never_ranks_outside_its_range) {
    for (const double weight : {0.25, 0.01, 0.97}) {  // the last two are none of the steps
        auto theory = small_theory();
        for (auto& component : theory.components) component.weight = (1 - weight) / 3;
        theory.components[1].weight = weight;
        for (const auto& result : ranked(theory, some_readings(5, 40))) {
            EXPECT_LE(result.best, result.rank);
            EXPECT_GE(result.worst, result.rank);
            EXPECT_GE(result.best, 1);
            EXPECT_LE(result.worst, 40);
            EXPECT_GE(result.composite.value, 0);
            EXPECT_LE(result.composite.value, 1);
        }
    }
}

TEST(Ranked, does_not_depend_on_the_order_of_the_states) {
    const auto readings = some_readings(7, 25);
    const auto results = ranked(small_theory(), readings);
    std::vector<std::size_t> order(readings.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::shuffle(order.begin(), order.end(), std::mt19937{9});
    Readings shuffled;
    for (const auto state : order) shuffled.push_back(readings[state]);
    const auto again = ranked(small_theory(), shuffled);
    for (std::size_t place = 0; place < order.size(); ++place) {
        const auto& before = results[order[place]];
        EXPECT_EQ(again[place].rank, before.rank);
        EXPECT_EQ(again[place].best, before.best);
        EXPECT_EQ(again[place].worst, before.worst);
        EXPECT_EQ(again[place].first_share, before.first_share);
        EXPECT_EQ(again[place].by_component, before.by_component);
    }
}

// Only the ratios of weights count.
TEST(Ranked, takes_weights_that_do_not_add_to_1) {
    auto theory = small_theory();
    for (auto& component : theory.components) component.weight = 7;
    const auto readings = some_readings(11, 10);
    const auto expected = ranked(small_theory(), readings);
    const auto results = ranked(theory, readings);
    for (std::size_t state = 0; state < readings.size(); ++state) {
        EXPECT_NEAR(results[state].composite.value, expected[state].composite.value, 1e-12);
    }
}

}  // namespace
}  // namespace entente::threat
