// The order of forecasts, against the standard library's stable sort.
#include "models/forecast_order.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "core/random.hpp"

namespace entente::models {
namespace {

std::vector<std::uint32_t> stably_sorted(const std::vector<float>& numbers) {
    std::vector<std::uint32_t> order(numbers.size());
    std::iota(order.begin(), order.end(), 0U);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return numbers[a] < numbers[b]; });
    return order;
}

TEST(ForecastOrder, is_that_of_a_stable_sort) {
    const RandomStream random(3, "forecast-order-test");
    std::vector<float> numbers;
    for (std::uint64_t draw = 0; draw < 20000; ++draw) {
        // Of many sizes, and every fourth one of few values, so that there are ties.
        const double size = std::exp2(-20 * random.uniform(1, draw));
        const double number =
            draw % 4 == 0 ? static_cast<double>(random.below(5, 2, draw)) / 4 : random.uniform(0, draw);
        numbers.push_back(static_cast<float>(number * size));
    }
    EXPECT_EQ(in_order(numbers), stably_sorted(numbers));
}

TEST(ForecastOrder, takes_both_zeros_for_one_and_knows_of_signs) {
    const std::vector<float> numbers{0.0F, -0.0F, -1.5F, 2, 0.0F, -3, std::numeric_limits<float>::min(), 1};
    EXPECT_EQ(in_order(numbers), stably_sorted(numbers));
    EXPECT_TRUE(in_order({}).empty());
}

}  // namespace
}  // namespace entente::models
