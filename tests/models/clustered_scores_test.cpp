#include "models/clustered_scores.hpp"

#include <cstdint>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

#include "models/scores.hpp"

namespace entente::models {
namespace {

const std::vector<float> kForecasts{0.9F, 0.8F, 0.7F, 0.6F, 0.3F, 0.2F, 0.1F, 0.1F, 0.4F, 0.5F, 0.4F, 0.4F};
const std::vector<std::uint8_t> kHappened{1, 1, 1, 0, 0, 0, 0, 1, 0, 1, 1, 0};
const std::vector<std::uint16_t> kClusters{0, 1, 2, 0, 1, 2, 0, 1, 2, 2, 0, 1};
const std::vector<std::uint16_t> kOneStratum{0, 0, 0};

// The rows of a draw written out, each as often as its cluster was drawn.
ForecastScores of_repeated_rows(const std::vector<double>& times) {
    std::vector<float> forecasts;
    std::vector<std::uint8_t> happened;
    for (std::size_t row = 0; row < kForecasts.size(); ++row) {
        for (int i = 0; i < static_cast<int>(times[kClusters[row]]); ++i) {
            forecasts.push_back(kForecasts[row]);
            happened.push_back(kHappened[row]);
        }
    }
    return {mean_log_score(forecasts, happened), brier_score(forecasts, happened),
            area_under_curve(forecasts, happened)};
}

// Against the plain scores of the same rows, ties among them.
TEST(ClusteredScores, are_those_of_rows_that_are_drawn_again_and_again) {
    const ClusteredScores clustered(kForecasts, kHappened, kClusters, kOneStratum);
    for (const auto& times : std::vector<std::vector<double>>{{1, 1, 1}, {2, 0, 1}, {0, 3, 0}, {0, 1, 2}}) {
        const auto plain = of_repeated_rows(times);
        const auto scores = clustered.scores(times);
        EXPECT_NEAR(scores.log.value_or(9), plain.log.value_or(8), 1e-12);
        EXPECT_NEAR(scores.brier.value_or(9), plain.brier.value_or(8), 1e-12);
        EXPECT_NEAR(scores.area.value_or(9), plain.area.value_or(8), 1e-12);
    }
    EXPECT_EQ(clustered.scores().area, clustered.scores(std::vector<double>{1, 1, 1}).area);
}

TEST(ClusteredScores, have_no_value_where_a_draw_is_empty) {
    const ClusteredScores clustered(kForecasts, kHappened, kClusters, std::vector<std::uint16_t>{0, 0, 0, 0});
    const auto scores = clustered.scores(std::vector<double>{0, 0, 0, 4});
    EXPECT_FALSE(scores.log);
    EXPECT_FALSE(scores.brier);
    EXPECT_FALSE(scores.area);
}

// By hand, from 0 .9 yes, .6 no, .1 no, .4 yes | 1 .8 yes, .3 no, .1 yes, .4 no | 2 .7 yes, .2 no, .4 no, .5 yes: of
// four pairs each 3 (.4 < .6), 2 (.1 is below both) and 4 are won: 9 of 12; with cluster 1 drawn twice 11 of 16.
TEST(ClusteredScores, compare_rows_of_one_stratum_only) {
    const std::vector<std::uint16_t> apart{0, 1, 2};
    const ClusteredScores clustered(kForecasts, kHappened, kClusters, apart);
    EXPECT_NEAR(clustered.scores().area.value_or(0), 9.0 / 12, 1e-12);
    EXPECT_NEAR(clustered.scores(std::vector<double>{1, 2, 1}).area.value_or(0), 11.0 / 16, 1e-12);
    EXPECT_NEAR(clustered.scores(std::vector<double>{0, 2, 0}).area.value_or(0), 2.0 / 4, 1e-12);
}

// Two parts, each forecast from the other's share: .25 in the one where three of four happened. Over both, the area of
// these constants is far below one half, though they tell nothing apart.
TEST(ClusteredScores, give_a_base_rate_of_parts_an_area_of_one_half) {
    const std::vector<float> forecasts{0.25F, 0.25F, 0.25F, 0.25F, 0.75F, 0.75F, 0.75F, 0.75F};
    const std::vector<std::uint8_t> happened{1, 1, 1, 0, 0, 0, 0, 1};
    const std::vector<std::uint16_t> clusters{0, 0, 0, 0, 1, 1, 1, 1};
    EXPECT_EQ(ClusteredScores(forecasts, happened, clusters, std::vector<std::uint16_t>{0, 1}).scores().area, 0.5);
    EXPECT_LT(area_under_curve(forecasts, happened).value_or(1), 0.4);
}

TEST(ClusteredScores, draw_as_many_clusters_as_there_are) {
    const RandomStream stream(7, "clusters-test");
    for (std::uint64_t draw = 0; draw < 20; ++draw) {
        const auto times = drawn_clusters(stream, draw, 30);
        EXPECT_EQ(std::accumulate(times.begin(), times.end(), 0.0), 30);
    }
    EXPECT_EQ(drawn_clusters(stream, 3, 30), drawn_clusters(stream, 3, 30));
    EXPECT_NE(drawn_clusters(stream, 3, 30), drawn_clusters(stream, 4, 30));
}

// R: quantile(c(3, 1, 4, 1, 5, 9, 2, 6), c(.025, .975)) gives 1.000 and 8.475.
TEST(PercentileInterval, agrees_with_the_quantiles_of_r) {
    const auto interval = percentile_interval({3, 1, 4, 1, 5, 9, 2, 6}, 0.95);
    ASSERT_TRUE(interval);
    EXPECT_NEAR(interval->low, 1, 1e-12);
    EXPECT_NEAR(interval->high, 8.475, 1e-12);
    EXPECT_FALSE(percentile_interval({}, 0.95));
}

}  // namespace
}  // namespace entente::models
