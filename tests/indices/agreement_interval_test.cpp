#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "core/random.hpp"
#include "indices/agreement.hpp"
#include "indices/ratings.hpp"

namespace entente::indices {
namespace {

using testing::c_data;
using testing::fleiss_example;
using testing::from_table;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();

// The 95% interval of 200 draws as the definition has it: unit by unit, the coefficient anew for each draw. The
// quantiles .025 and .975 lie at 199 × .025 = 4.975 and 199 × .975 = 194.025 of the sorted draws. `Measure` is one of
// the coefficients; all of `units` must be of use to it.
template <typename Measure>
void expect_the_interval_of_single_draws(const Agreement& agreement, const Ratings& units, std::uint64_t seed,
                                         Measure measure) {
    const RandomStream random(seed, "bootstrap");
    std::vector<double> values;
    for (std::uint64_t draw = 0; draw < 200; ++draw) {
        Ratings drawn;
        for (std::size_t place = 0; place < units.size(); ++place) {
            drawn.push_back(units[random.below(units.size(), draw, place)]);
        }
        values.push_back(measure(drawn).value.value_or(kNan));
    }
    std::sort(values.begin(), values.end());
    EXPECT_LT(agreement.low.value_or(kNan), agreement.high.value_or(kNan));
    EXPECT_NEAR(agreement.low.value_or(kNan), values[4] + .975 * (values[5] - values[4]), 1e-12);
    EXPECT_NEAR(agreement.high.value_or(kNan), values[194] + .025 * (values[195] - values[194]), 1e-12);
}

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

TEST(AgreementInterval, of_alpha_is_that_of_drawing_units_one_by_one) {
    auto units = c_data();
    units.pop_back();  // the twelfth has a value of one coder alone
    for (const auto metric : {Metric::Nominal, Metric::Ordinal, Metric::Interval, Metric::Ratio}) {
        expect_the_interval_of_single_draws(
            with_interval(c_data(), Coefficient::Alpha, metric, 200, 1951), units, 1951,
            [metric](const Ratings& drawn) { return krippendorff_alpha(drawn, metric); });
    }
}

TEST(AgreementInterval, of_cohens_kappa_is_that_of_drawing_units_one_by_one) {
    const auto units = from_table({{20, 5, 1}, {10, 15, 0}, {2, 0, 7}});
    auto with_gaps = units;
    with_gaps.insert(with_gaps.begin(), {1, testing::kMissing});
    with_gaps.push_back({testing::kMissing, 2});
    expect_the_interval_of_single_draws(with_interval(with_gaps, Coefficient::CohenKappa, Metric::Nominal, 200, 1951),
                                        units, 1951, cohen_kappa);
}

TEST(AgreementInterval, of_fleiss_kappa_is_that_of_drawing_units_one_by_one) {
    expect_the_interval_of_single_draws(
        with_interval(fleiss_example(), Coefficient::FleissKappa, Metric::Nominal, 200, 1951), fleiss_example(), 1951,
        fleiss_kappa);
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

void expect_the_same(const Agreement& left, const Agreement& right) {
    EXPECT_EQ(left.value, right.value);
    EXPECT_EQ(left.low, right.low);
    EXPECT_EQ(left.high, right.high);
    EXPECT_EQ(left.units, right.units);
    EXPECT_EQ(left.why_not, right.why_not);
    EXPECT_EQ(left.why_no_interval, right.why_no_interval);
}

// Of c_data's units alpha uses eleven and Fleiss' kappa fewer, so that they cannot share their draws; the two alphas
// can.
TEST(AgreementInterval, of_several_coefficients_together_is_that_of_each_alone) {
    const std::vector<WantedCoefficient> wanted{{Coefficient::Alpha, Metric::Ordinal},
                                                {Coefficient::FleissKappa, Metric::Nominal},
                                                {Coefficient::CohenKappa, Metric::Nominal},  // for two coders only
                                                {Coefficient::Alpha, Metric::Nominal}};
    const auto together = with_intervals(c_data(), wanted, 200, 1951);
    ASSERT_EQ(together.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        expect_the_same(together[i], with_interval(c_data(), wanted[i].coefficient, wanted[i].metric, 200, 1951));
    }
    EXPECT_NE(together[0].low, together[3].low);
}

TEST(AgreementInterval, of_two_coders_alpha_and_kappa_rest_on_the_same_draws) {
    const auto ratings = from_table({{20, 5}, {10, 15}});
    const auto together = with_intervals(
        ratings, {{Coefficient::Alpha, Metric::Nominal}, {Coefficient::CohenKappa, Metric::Nominal}}, 200, 1951);
    expect_the_same(together[0], with_interval(ratings, Coefficient::Alpha, Metric::Nominal, 200, 1951));
    expect_the_same(together[1], with_interval(ratings, Coefficient::CohenKappa, Metric::Nominal, 200, 1951));
}

TEST(AgreementInterval, needs_draws_and_a_level_between_nothing_and_one) {
    EXPECT_THROW((void)with_interval(c_data(), Coefficient::Alpha, Metric::Nominal, 0, 1), Error);
    EXPECT_THROW((void)with_interval(c_data(), Coefficient::Alpha, Metric::Nominal, 100, 1, 1.0), Error);
}

}  // namespace
}  // namespace entente::indices
