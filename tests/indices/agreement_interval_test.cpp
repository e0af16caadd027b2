#include <limits>

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "indices/agreement.hpp"
#include "indices/ratings.hpp"

namespace entente::indices {
namespace {

using testing::c_data;
using testing::fleiss_example;
using testing::from_table;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// The large-sample standard error of Fleiss, Cohen and Everitt (1969) for this table, by hand, is √.016128 = .1270;
// the 95% interval is .4 ± .2489. The bootstrap needs no such formula, and at 50 units comes near it.
TEST(AgreementInterval, of_cohens_kappa_comes_near_the_large_sample_interval) {
    const auto agreement =
        with_interval(from_table({{20, 5}, {10, 15}}), Coefficient::CohenKappa, Metric::Nominal, 4000, 1);
    EXPECT_NEAR(agreement.low.value_or(kNan), 0.151, 0.03);
    EXPECT_NEAR(agreement.high.value_or(kNan), 0.649, 0.03);
}

TEST(AgreementInterval, holds_the_value_that_the_coefficient_has_without_it) {
    const auto agreement = with_interval(c_data(), Coefficient::Alpha, Metric::Ordinal, 1000, 1);
    EXPECT_DOUBLE_EQ(agreement.value.value_or(kNan), krippendorff_alpha(c_data(), Metric::Ordinal).value.value_or(0));
    EXPECT_LT(agreement.low.value_or(kNan), *agreement.value);
    EXPECT_GT(agreement.high.value_or(kNan), *agreement.value);
    EXPECT_TRUE(agreement.why_no_interval.empty());
}

TEST(AgreementInterval, grows_with_its_level) {
    const auto narrow = with_interval(fleiss_example(), Coefficient::FleissKappa, Metric::Nominal, 1000, 1, 0.5);
    const auto wide = with_interval(fleiss_example(), Coefficient::FleissKappa, Metric::Nominal, 1000, 1, 0.99);
    EXPECT_LT(wide.low.value_or(kNan), narrow.low.value_or(kNan));
    EXPECT_GT(wide.high.value_or(kNan), narrow.high.value_or(kNan));
}

TEST(AgreementInterval, is_the_same_for_the_same_seed_and_differs_for_another) {
    const auto first = with_interval(c_data(), Coefficient::Alpha, Metric::Nominal, 500, 1951);
    const auto again = with_interval(c_data(), Coefficient::Alpha, Metric::Nominal, 500, 1951);
    const auto other = with_interval(c_data(), Coefficient::Alpha, Metric::Nominal, 500, 1952);
    ASSERT_TRUE(first.low && again.low && other.low);
    EXPECT_EQ(*first.low, *again.low);
    EXPECT_EQ(*first.high, *again.high);
    EXPECT_NE(*first.low, *other.low);
}

TEST(AgreementInterval, of_perfect_agreement_is_one_to_one) {
    const auto agreement = with_interval(from_table({{30, 0}, {0, 30}}), Coefficient::Alpha, Metric::Nominal, 200, 1);
    EXPECT_DOUBLE_EQ(agreement.low.value_or(kNan), 1.0);
    EXPECT_DOUBLE_EQ(agreement.high.value_or(kNan), 1.0);
}

TEST(AgreementInterval, is_withheld_where_many_draws_lack_variation) {
    const auto agreement = with_interval(from_table({{9, 0}, {0, 1}}), Coefficient::Alpha, Metric::Nominal, 1000, 1);
    EXPECT_TRUE(agreement.value);
    EXPECT_FALSE(agreement.low);
    EXPECT_FALSE(agreement.high);
    EXPECT_NE(agreement.why_no_interval.find("too little variation"), std::string::npos);
}

TEST(AgreementInterval, of_an_undefined_coefficient_is_undefined_too) {
    const auto agreement = with_interval(from_table({{9}}), Coefficient::CohenKappa, Metric::Nominal, 100, 1);
    EXPECT_FALSE(agreement.value);
    EXPECT_FALSE(agreement.low);
    EXPECT_FALSE(agreement.why_not.empty());
}

TEST(AgreementInterval, needs_draws_and_a_level_between_nothing_and_one) {
    EXPECT_THROW((void)with_interval(c_data(), Coefficient::Alpha, Metric::Nominal, 0, 1), Error);
    EXPECT_THROW((void)with_interval(c_data(), Coefficient::Alpha, Metric::Nominal, 100, 1, 1.0), Error);
}

}  // namespace
}  // namespace entente::indices
