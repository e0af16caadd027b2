// Regressions that each leave some rows out, against regressions of the other rows alone.
#include "models/held_out_logit.hpp"

#include <gtest/gtest.h>

#include <cmath>

#include "core/error.hpp"
#include "core/random.hpp"

namespace entente::models {
namespace {

struct Rows {
    std::vector<float> first;
    std::vector<float> second;
    std::vector<std::uint8_t> outcomes;

    [[nodiscard]] LogitRows all() const { return {{first, second}, outcomes, {}, {}}; }
};

// Simulated: 3,000 rows in three stretches, of which the last is unlike the others.
Rows simulated() {
    const RandomStream random(1816, "held-out-logit-test");
    Rows rows;
    for (std::uint64_t row = 0; row < 3000; ++row) {
        const double a = random.uniform(0, row) * 4 - 2;
        const double b = random.uniform(1, row) * 4 - 2;
        const double slope = row < 2000 ? 1 : -2;
        rows.first.push_back(static_cast<float>(a));
        rows.second.push_back(static_cast<float>(b));
        rows.outcomes.push_back(random.uniform(2, row) < logistic(-1 + slope * a + b) ? 1 : 0);
    }
    return rows;
}

const std::vector<std::size_t> kEnds{700, 2000, 3000};

TEST(HeldOutLogit, is_the_regression_of_the_other_rows) {
    const auto rows = simulated();
    for (const auto& start : std::vector<std::vector<double>>{{}, {-1, 0.5, 1}, {4, -3, 6}}) {
        LogitChoices choices;
        choices.ridge = 1;
        choices.start = start;
        const HeldOutLogit fits(rows.all(), kEnds, choices);
        for (const auto& left_out : std::vector<std::vector<bool>>{
                 {true, false, false}, {false, true, false}, {false, false, true}, {true, false, true}}) {
            std::vector<float> weights;
            for (std::size_t row = 0; row < rows.outcomes.size(); ++row) {
                const std::size_t stretch = row < 700 ? 0 : row < 2000 ? 1 : 2;
                weights.push_back(left_out[stretch] ? 0 : 1);
            }
            auto others = rows.all();
            others.weights = weights;
            const auto expected = logit(others, choices);
            const auto found = fits.without(left_out);
            ASSERT_EQ(found.end, FitEnd::Converged) << found.why_not;
            EXPECT_EQ(found.rows, expected.rows);
            EXPECT_EQ(found.events, expected.events);
            for (std::size_t j = 0; j < 3; ++j) EXPECT_NEAR(found.coefficients[j], expected.coefficients[j], 1e-9);
        }
    }
}

TEST(HeldOutLogit, of_no_rows_left_out_is_the_whole) {
    const auto rows = simulated();
    const auto found = HeldOutLogit(rows.all(), kEnds, {}).without({false, false, false});
    const auto expected = logit(rows.all());
    for (std::size_t j = 0; j < 3; ++j) EXPECT_NEAR(found.coefficients[j], expected.coefficients[j], 1e-9);
    EXPECT_TRUE(found.covariance.empty()) << "errors are not part of it";
}

TEST(HeldOutLogit, says_why_there_is_no_answer) {
    const std::vector<float> column{1, 2, 3, 4, 5, 6, 7, 8};
    const std::vector<std::uint8_t> outcomes{0, 0, 0, 0, 0, 1, 0, 1};
    const LogitRows rows{{column}, outcomes, {}, {}};
    const HeldOutLogit fits(rows, {4, 8}, {});
    EXPECT_EQ(fits.without({false, true}).why_not, "the outcome never happens");
    EXPECT_EQ(fits.without({true, true}).why_not, "too few rows: 0");
    EXPECT_EQ(fits.without({false, true}).end, FitEnd::CannotFit);
}

TEST(HeldOutLogit, says_that_the_rest_is_separated) {
    const std::vector<float> column{1, 2, 3, 4, 5, 6, 1, 6};
    const std::vector<std::uint8_t> outcomes{0, 0, 0, 1, 1, 1, 1, 0};
    const LogitRows rows{{column}, outcomes, {}, {}};
    const HeldOutLogit fits(rows, {6, 8}, {});
    EXPECT_EQ(fits.without({false, false}).end, FitEnd::Converged);
    EXPECT_EQ(fits.without({false, true}).end, FitEnd::Separated);
}

TEST(HeldOutLogit, has_stretches_in_order) {
    const auto rows = simulated();
    EXPECT_THROW(HeldOutLogit(rows.all(), {700, 2000}, {}), Error);
    EXPECT_THROW(HeldOutLogit(rows.all(), {2000, 700, 3000}, {}), Error);
    EXPECT_THROW((void)HeldOutLogit(rows.all(), kEnds, {}).without({true}), Error);
}

}  // namespace
}  // namespace entente::models
