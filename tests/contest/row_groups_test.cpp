// Rows that are alike are one row that counts as often.
#include "contest/row_groups.hpp"

#include <gtest/gtest.h>

namespace entente::contest {
namespace {

const std::vector<float> kPower{1, 1, 2, 1, 1, 2, 1};
const std::vector<float> kNear{5, 5, 5, 5, 6, 5, 5};
const std::vector<std::uint8_t> kOutcomes{0, 0, 0, 1, 0, 0, 0};
const std::vector<std::uint16_t> kStretches{1, 1, 1, 1, 1, 1, 0};

// By hand: row 6 is alone in the first stretch; of the second, 0 and 1 are alike, and 2 and 5; 3 has another outcome,
// 4 is nearer.
TEST(RowGroups, are_rows_with_the_same_predictors_outcome_and_stretch) {
    const RowGroups groups({kPower, kNear}, kOutcomes, kStretches, 2);
    ASSERT_EQ(groups.size(), 5U);
    EXPECT_EQ(groups.ends(), (std::vector<std::size_t>{1, 5}));
    EXPECT_EQ(groups.begin(1), 1U);
    EXPECT_EQ(groups.group_of(0), groups.group_of(1));
    EXPECT_EQ(groups.group_of(2), groups.group_of(5));
    EXPECT_EQ(groups.group_of(6), 0U);
    const auto rows = groups.rows();
    EXPECT_EQ(rows.weights[groups.group_of(0)], 2);
    EXPECT_EQ(rows.weights[groups.group_of(3)], 1);
    for (std::size_t row = 0; row < kOutcomes.size(); ++row) {
        EXPECT_EQ(rows.columns[0][groups.group_of(row)], kPower[row]);
        EXPECT_EQ(rows.columns[1][groups.group_of(row)], kNear[row]);
        EXPECT_EQ(rows.outcomes[groups.group_of(row)], kOutcomes[row]);
    }
}

TEST(RowGroups, without_predictors_are_what_happened_and_what_did_not) {
    const RowGroups groups({}, kOutcomes, kStretches, 3);
    EXPECT_EQ(groups.size(), 3U);
    EXPECT_EQ(groups.ends(), (std::vector<std::size_t>{1, 3, 3})) << "a stretch may have no rows";
    EXPECT_EQ(groups.rows().weights[groups.group_of(0)], 5);
}

TEST(RowGroups, give_the_regression_of_the_rows) {
    std::vector<float> column;
    std::vector<std::uint8_t> outcomes;
    for (int row = 0; row < 600; ++row) {
        column.push_back(static_cast<float>(row % 7));
        outcomes.push_back(row % 5 == 0 || row % 7 > 4 ? 1 : 0);
    }
    const std::vector<std::uint16_t> one(outcomes.size(), 0);
    const RowGroups groups({column}, outcomes, one, 1);
    EXPECT_EQ(groups.size(), 12U) << "seven values, five of which have both outcomes";
    const auto of_rows = models::logit({{column}, outcomes, {}, {}});
    const auto of_groups = models::logit(groups.rows());
    ASSERT_EQ(of_rows.end, models::FitEnd::Converged);
    EXPECT_NEAR(of_groups.coefficients[0], of_rows.coefficients[0], 1e-12);
    EXPECT_NEAR(of_groups.coefficients[1], of_rows.coefficients[1], 1e-12);
}

}  // namespace
}  // namespace entente::contest
