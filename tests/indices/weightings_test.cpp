#include "indices/weightings.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

#include <gtest/gtest.h>

namespace entente::indices {
namespace {

// Ways to give 20 steps to 4 things: C(23, 3) = 23 · 22 · 21 ÷ 6 = 1,771; to 2: 21; 1 in steps of ¼ to 3: C(6, 2)
// = 15.
TEST(Weightings, are_all_ways_to_give_out_the_steps) {
    EXPECT_EQ(weightings(4, 0.05).size(), 1771U);
    EXPECT_EQ(weightings(2, 0.05).size(), 21U);
    EXPECT_EQ(weightings(3, 0.25).size(), 15U);
    EXPECT_EQ(weightings(1, 0.05), (std::vector<std::vector<double>>{{1}}));
    EXPECT_TRUE(weightings(0, 0.05).empty());
}

TEST(Weightings, add_to_1_and_none_stands_twice) {
    auto all = weightings(4, 0.05);
    for (const auto& weights : all) EXPECT_NEAR(std::accumulate(weights.begin(), weights.end(), 0.0), 1, 1e-12);
    std::sort(all.begin(), all.end());
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end());
}

// R: choose(10 + 7, 7) = 19448, choose(10 + 11, 11) = 352716; choose(100 + 19, 19) has 22 digits.
TEST(NumberOfWeightings, is_known_without_making_them) {
    EXPECT_EQ(number_of_weightings(8, 0.1), 19448);
    EXPECT_EQ(number_of_weightings(12, 0.1), 352716);
    EXPECT_EQ(number_of_weightings(1, 0.1), 1);
    EXPECT_EQ(number_of_weightings(0, 0.1), 0);
    EXPECT_NEAR(number_of_weightings(20, 0.01) / 4.910371215196105e21, 1, 1e-9);
    for (std::size_t count = 0; count <= 6; ++count) {
        EXPECT_EQ(number_of_weightings(count, 0.1), static_cast<double>(weightings(count, 0.1).size()));
    }
}

}  // namespace
}  // namespace entente::indices
