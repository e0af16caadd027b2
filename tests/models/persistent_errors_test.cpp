#include "models/persistent_errors.hpp"

#include <cmath>
#include <cstdint>
#include <numbers>

#include <gtest/gtest.h>

#include "core/random.hpp"

namespace entente::models {
namespace {

// Twenty years of errors of which each leaves `persistence` of itself to the next.
TimeSeries drifting(double persistence, std::uint64_t draw) {
    const RandomStream stream(11, "test");
    TimeSeries series;
    double error = 0;
    for (std::uint64_t i = 0; i < 20; ++i) {
        const double shock = std::sqrt(-2 * std::log(1 - stream.uniform(draw, 2 * i))) *
                             std::cos(2 * std::numbers::pi * stream.uniform(draw, 2 * i + 1));
        error = i == 0 ? shock : persistence * error + std::sqrt(1 - persistence * persistence) * shock;
        series.push_back({2000.0 + static_cast<double>(i), error});
    }
    return series;
}

StructuralChangeOptions options_of(int draws) {
    StructuralChangeOptions options;
    options.trimming = 0.275;  // five of twenty points
    options.draws = draws;
    return options;
}

double rejected(double persistence, bool as_persistent, int series_tried) {
    const PersistentErrors errors(drifting(0, 0), Shape::LevelAndTrend, options_of(399));
    int count = 0;
    for (int draw = 0; draw < series_tried; ++draw) {
        const auto series = drifting(persistence, static_cast<std::uint64_t>(draw));
        const auto change = structural_change(series, Shape::LevelAndTrend, options_of(1));
        const double assumed = as_persistent ? errors.persistence_of(series) : 0;
        count += errors.p(change.largest.value_or(ScanTest{}).statistic, assumed) < 0.05 ? 1 : 0;
    }
    return count / static_cast<double>(series_tried);
}

// A separate simulation (1,000 series of 20 points, stretches of at least 5, 95 % points of 4,000 draws under each
// persistence): with persistence .7 the point of independent errors is passed by .62 of the series, that of errors as
// persistent as each series' own by .18; with 0 by .07 and .04. 200 series here: a standard error of .035.
TEST(PersistentErrors, takes_back_most_breaks_that_are_drifts) {
    EXPECT_GT(rejected(0.7, false, 200), 0.48);
    EXPECT_LT(rejected(0.7, true, 200), 0.30);
    EXPECT_LT(rejected(0, true, 200), 0.12);
}

TEST(PersistentErrors, asks_more_of_sup_f_the_more_errors_persist) {
    const PersistentErrors errors(drifting(0, 0), Shape::LevelAndTrend, options_of(199));
    EXPECT_LT(errors.p(8, 0), errors.p(8, 0.5));
    EXPECT_LT(errors.p(8, 0.5), errors.p(8, 0.9));
    EXPECT_EQ(errors.p(8, 0.45), errors.p(8, 0.5));  // up to the next that was tried
    EXPECT_DOUBLE_EQ(errors.p(1e9, 0), 1.0 / 200);
    EXPECT_DOUBLE_EQ(errors.p(0, 0), 1);
}

// As structural_change without persistence, but for the draws: 999 of each, a standard error of .014 at .3.
TEST(PersistentErrors, agrees_with_independent_draws_where_errors_do_not_persist) {
    const auto series = drifting(0, 4);
    const auto change = structural_change(series, Shape::LevelAndTrend, options_of(999));
    const PersistentErrors errors(series, Shape::LevelAndTrend, options_of(999));
    const auto largest = change.largest.value_or(ScanTest{});
    EXPECT_NEAR(errors.p(largest.statistic, 0), largest.p, 0.08);
}

TEST(PersistentErrors, finds_more_persistence_where_there_is_more) {
    const PersistentErrors errors(drifting(0, 0), Shape::LevelAndTrend, options_of(199));
    double none = 0;
    double much = 0;
    for (std::uint64_t draw = 0; draw < 50; ++draw) {
        none += errors.persistence_of(drifting(0, draw)) / 50;
        much += errors.persistence_of(drifting(0.8, draw)) / 50;
    }
    EXPECT_LT(none, 0.4);
    EXPECT_GT(much, none + 0.2);
    EXPECT_LE(much, 0.95);
}

}  // namespace
}  // namespace entente::models
