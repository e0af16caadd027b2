#include "outlook/moved_outlook.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <gtest/gtest.h>

#include "outlook/invented_alliances.hpp"
#include "outlook/possible_values.hpp"

namespace entente::outlook {
namespace {

constexpr double kAge = 12;
constexpr int kDraws = 10'000;

// Power is any number, a quarrel and a new leader are a yes or a no.
std::vector<evidence::Covariate> measured_covariates() {
    auto covariates = invented_covariates();
    covariates[0].measure = evidence::CovariateMeasure::RivalPressureChange;
    covariates[1].measure = evidence::CovariateMeasure::SharedRival;
    covariates[2].measure = evidence::CovariateMeasure::LeaderChange;
    return covariates;
}

class MovedOutlooks : public ::testing::Test {
protected:
    [[nodiscard]] MovedOutlook moved(const std::vector<RangedChange>& changes, int draws = 200,
                                     std::uint64_t seed = 1) const {
        return move_outlook({&fit(), &covariates_, values_, kAge, {1, 5, 10}, draws}, changes,
                            RandomStream(seed, "scenario outlook"));
    }

    // Of twelve years, with power 1.5 and a quarrel.
    static const EndingsFit& fit() {
        static const EndingsFit fitted = [] {
            EndingsRequest request;
            request.covariates = {"power", "quarrel", "leader"};
            return fit_endings(invented_alliances(), request);
        }();
        return fitted;
    }

private:
    std::vector<evidence::Covariate> covariates_ = measured_covariates();
    std::vector<double> values_{1.5, 1, 0};
};

TEST_F(MovedOutlooks, without_a_change_are_what_they_are_now) {
    const auto outlook = moved({{0, 0, 0}, {1, 0, 0}});
    ASSERT_EQ(outlook.horizons.size(), 3U) << outlook.why_not;
    const auto path = foresee(fit(), std::vector<double>{1.5, 1, 0}, kAge, 10);
    for (const auto& risk : outlook.horizons) {
        const auto& now = path.years[static_cast<std::size_t>(risk.years - 1)].modes.front();
        for (const auto& chance : {risk.now, risk.least, risk.greatest}) {
            EXPECT_EQ(chance.p, now.p);
            EXPECT_EQ(chance.interval->low, now.interval->low);
            EXPECT_EQ(chance.interval->high, now.interval->high);
        }
        EXPECT_NEAR(risk.mean, now.p, 1e-12);
        EXPECT_NEAR(risk.low, now.p, 1e-12);
        EXPECT_NEAR(risk.high, now.p, 1e-12);
        EXPECT_FALSE(risk.draws_go_beyond);
    }
}

// R: the coefficients of endings_fit_test.cpp, F(t) = F(t − 1) + S(t − 1) h(t) for ages 12 to 21, with power .5 or 2
// and with or without the quarrel: within five years .1491272422996, .3271263709960, .3452751014524 and .625473066337.
TEST_F(MovedOutlooks, agree_with_r_at_the_corners_of_two_ranges) {
    const auto outlook = moved({{0, -1, 0.5}, {1, -1, 0}});
    ASSERT_EQ(outlook.horizons.size(), 3U) << outlook.why_not;
    EXPECT_NEAR(outlook.horizons[0].least.p, 0.0391232258052, 1e-6);
    EXPECT_NEAR(outlook.horizons[0].greatest.p, 0.213321158626, 1e-6);
    EXPECT_NEAR(outlook.horizons[1].now.p, 0.521136372707, 1e-6);
    EXPECT_NEAR(outlook.horizons[1].least.p, 0.1491272422996, 1e-6);
    EXPECT_NEAR(outlook.horizons[1].greatest.p, 0.625473066337, 1e-6);
    EXPECT_NEAR(outlook.horizons[2].least.p, 0.2192834849509, 1e-6);
    EXPECT_NEAR(outlook.horizons[2].greatest.p, 0.749627664188, 1e-6);
    ASSERT_EQ(outlook.values.size(), 2U);
    EXPECT_EQ(outlook.values[0].low, 0.5);
    EXPECT_EQ(outlook.values[0].high, 2);
}

// R: integrate(f, .5, 2) / 1.5 of the chance within five years as a function of power is .47182364204, its standard
// error over 10,000 draws .00087; at 5 and 95 percent of the way .34018975401 and .60998328641.
TEST_F(MovedOutlooks, agree_with_r_about_draws_from_a_range) {
    const auto outlook = moved({{0, -1, 0.5}}, kDraws);
    ASSERT_EQ(outlook.horizons.size(), 3U) << outlook.why_not;
    const auto& risk = outlook.horizons[1];
    EXPECT_NEAR(risk.mean, 0.47182364204, 4 * 0.00087);
    EXPECT_NEAR(risk.low, 0.34018975401, 0.004);
    EXPECT_NEAR(risk.high, 0.60998328641, 0.004);
    EXPECT_FALSE(risk.draws_go_beyond);
}

// R: the mean of the four corners within five years, .266381176766, .440489744681, .521136372707 and .724913862616, is
// .488230289193; its standard error over 10,000 draws .00165.
TEST_F(MovedOutlooks, draw_a_yes_or_no_as_either) {
    const auto outlook = moved({{1, -1, 0}, {2, 0, 1}}, kDraws);
    ASSERT_EQ(outlook.horizons.size(), 3U) << outlook.why_not;
    const auto& risk = outlook.horizons[1];
    EXPECT_NEAR(risk.mean, 0.488230289193, 4 * 0.00165);
    EXPECT_NEAR(risk.low, 0.266381176766, 1e-6);
    EXPECT_NEAR(risk.high, 0.724913862616, 1e-6);
}

TEST_F(MovedOutlooks, do_not_depend_on_the_order_of_the_changes) {
    const auto one = moved({{0, -1, 0.5}, {1, -1, 0}, {2, 0, 1}});
    const auto other = moved({{2, 0, 1}, {0, -1, 0.5}, {1, -1, 0}});
    ASSERT_EQ(one.horizons.size(), 3U) << one.why_not;
    for (std::size_t place = 0; place < one.horizons.size(); ++place) {
        EXPECT_EQ(one.horizons[place].least.p, other.horizons[place].least.p);
        EXPECT_EQ(one.horizons[place].greatest.p, other.horizons[place].greatest.p);
        EXPECT_EQ(one.horizons[place].mean, other.horizons[place].mean);
        EXPECT_EQ(one.horizons[place].low, other.horizons[place].low);
    }
}

TEST_F(MovedOutlooks, add_up_the_ranges_of_one_covariate) {
    const auto parts = moved({{0, -0.75, 0.25}, {0, -0.25, 0.25}});
    const auto whole = moved({{0, -1, 0.5}});
    ASSERT_EQ(parts.values.size(), 1U);
    ASSERT_EQ(parts.horizons.size(), 3U) << parts.why_not;
    EXPECT_EQ(parts.horizons[1].least.p, whole.horizons[1].least.p);
    EXPECT_EQ(parts.horizons[1].mean, whole.horizons[1].mean);
}

TEST_F(MovedOutlooks, are_the_same_for_the_same_seed_only) {
    const std::vector<RangedChange> change{{0, -1, 0.5}};
    EXPECT_EQ(moved(change).horizons[1].mean, moved(change).horizons[1].mean);
    EXPECT_NE(moved(change).horizons[1].mean, moved(change, 200, 2).horizons[1].mean);
}

TEST_F(MovedOutlooks, refuse_a_yes_or_no_that_would_be_neither) {
    const auto above = moved({{1, 0, 1}});
    EXPECT_TRUE(above.horizons.empty());
    EXPECT_EQ(above.why_not, "'quarrel' is 1 now and would become 2, but it can be 0 or 1 only");
    EXPECT_EQ(moved({{2, -1, 0}}).why_not, "'leader' is 0 now and would become −1, but it can be 0 or 1 only");
    EXPECT_EQ(moved({{2, 0, 0.5}}).why_not, "'leader' is 0 now and would become 0.5, but it can be 0 or 1 only");
}

// R: range(cc$power) is −1.99916897714 to 1.98541539534.
TEST_F(MovedOutlooks, say_what_lies_beyond_all_that_was_seen) {
    const auto inside = moved({{0, -3, 0.4}});
    ASSERT_EQ(inside.values.size(), 1U);
    EXPECT_NEAR(inside.values[0].seen_low, -1.99916897714, 1e-9);
    EXPECT_NEAR(inside.values[0].seen_high, 1.98541539534, 1e-9);
    EXPECT_FALSE(inside.values[0].beyond_seen());
    const auto outside = moved({{0, 0, 2}});
    EXPECT_TRUE(outside.values[0].beyond_seen());
    EXPECT_EQ(outside.horizons.size(), 3U);
}

TEST_F(MovedOutlooks, have_no_number_for_a_change_without_measure) {
    EXPECT_EQ(moved({{0, 0, 1e308}, {0, 0, 1e308}}).horizons.size(), 0U);
    const auto far = moved({{0, -1e300, 1e300}});
    for (const auto& risk : far.horizons) EXPECT_TRUE(std::isfinite(risk.mean));
}

// One covariate x, nothing of age: h = eˣ ÷ (1 + eˣ + e²ˣ), at x = −1 and 1 .244728, at 0 a third.
TEST(MovedOutlook, says_where_the_draws_go_beyond_the_ends) {
    EndingsFit fit;
    fit.regression.end = models::FitEnd::Converged;
    fit.regression.coefficients = {{0, 1}, {0, 2}};
    fit.regression.covariance.assign(4, std::vector<double>(4, 0));
    fit.regression.clustered_covariance = fit.regression.covariance;
    fit.modes = {{Ending::Violation, 50, ModeForm::Covariates, 0},
                 {Ending::NewRelationship, 50, ModeForm::Covariates, 1},
                 {Ending::Fulfilled, 0, ModeForm::Never, 0},
                 {Ending::IndependenceLost, 0, ModeForm::Never, 0}};
    fit.scale.covariates = {"x"};
    fit.scale.means = {0};
    fit.scale.deviations = {1};
    fit.scale.lowest = {-2};
    fit.scale.highest = {2};
    std::vector<evidence::Covariate> covariates(1);
    covariates[0].id = "x";
    covariates[0].measure = evidence::CovariateMeasure::RivalPressureChange;
    const std::vector<double> values{0};
    const auto outlook =
        move_outlook({&fit, &covariates, values, 3, {1}, 1000}, {{0, -1, 1}}, RandomStream(1, "scenario outlook"));
    ASSERT_EQ(outlook.horizons.size(), 1U) << outlook.why_not;
    const auto& risk = outlook.horizons[0];
    EXPECT_NEAR(risk.now.p, 1.0 / 3, 1e-12);
    EXPECT_NEAR(risk.least.p, 0.2447284710547977, 1e-12);
    EXPECT_NEAR(risk.greatest.p, 0.2447284710547977, 1e-12);
    EXPECT_TRUE(risk.draws_go_beyond);
    EXPECT_GT(risk.mean, risk.greatest.p);
    EXPECT_LT(risk.mean, 1.0 / 3);
}

// 2¹¹ corners of eleven ranges are not worked out; ten ranges and a change without a range are.
TEST(MovedOutlook, takes_ten_ranges_at_most) {
    constexpr std::size_t kMany = 11;
    EndingsFit fit;
    fit.regression.end = models::FitEnd::Converged;
    fit.regression.coefficients = {std::vector<double>(kMany + 1, 0.1)};
    fit.regression.covariance.assign(kMany + 1, std::vector<double>(kMany + 1, 0));
    fit.regression.clustered_covariance = fit.regression.covariance;
    fit.modes = {{Ending::Violation, 500, ModeForm::Covariates, 0},
                 {Ending::NewRelationship, 0, ModeForm::Never, 0},
                 {Ending::Fulfilled, 0, ModeForm::Never, 0},
                 {Ending::IndependenceLost, 0, ModeForm::Never, 0}};
    fit.scale.covariates.assign(kMany, "x");
    fit.scale.means.assign(kMany, 0);
    fit.scale.deviations.assign(kMany, 1);
    fit.scale.lowest.assign(kMany, -1);
    fit.scale.highest.assign(kMany, 1);
    std::vector<evidence::Covariate> covariates(kMany);
    for (auto& covariate : covariates) covariate.measure = evidence::CovariateMeasure::RivalPressureChange;
    const std::vector<double> values(kMany, 0);
    std::vector<RangedChange> changes;
    for (std::size_t place = 0; place < kMany; ++place) changes.push_back({place, 0, 1});
    const MoveRequest request{&fit, &covariates, values, 3, {1}, 10};
    const RandomStream stream(1, "scenario outlook");
    EXPECT_EQ(move_outlook(request, changes, stream).why_not,
              "11 covariates change by a range, and 10 are the most that are taken together: give some of them one "
              "number instead of two");
    changes.back().low = 1;
    const auto outlook = move_outlook(request, changes, stream);
    ASSERT_EQ(outlook.horizons.size(), 1U) << outlook.why_not;
    // Logistic of .1 + .1 · 1 at the least, of .1 + 1.1 at the greatest.
    EXPECT_NEAR(outlook.horizons[0].least.p, 1 / (1 + std::exp(-0.2)), 1e-12);
    EXPECT_NEAR(outlook.horizons[0].greatest.p, 1 / (1 + std::exp(-1.2)), 1e-12);
}

// docs/covariates.md, column 'values'.
TEST(PossibleValues, are_those_of_the_measures) {
    using evidence::CovariateMeasure;
    EXPECT_EQ(words_of(possible_values(CovariateMeasure::JointDemocracy)), "0 or 1");
    EXPECT_EQ(words_of(possible_values(CovariateMeasure::MilitaryInstitutions)), "0, 1 or 2");
    EXPECT_EQ(words_of(possible_values(CovariateMeasure::PolityDistance)), "between 0 and 1");
    EXPECT_EQ(words_of(possible_values(CovariateMeasure::CapabilityRatio)), "0 or more");
    EXPECT_EQ(words_of(possible_values(CovariateMeasure::RivalPressureChange)), "any number");
    EXPECT_TRUE(is_possible(possible_values(CovariateMeasure::PolityDistance), 0.1 + 0.2 + 0.7));
    EXPECT_FALSE(is_possible(possible_values(CovariateMeasure::MilitaryInstitutions), 1.5));
    EXPECT_FALSE(
        is_possible(possible_values(CovariateMeasure::CapabilityRatio), std::numeric_limits<double>::infinity()));
}

}  // namespace
}  // namespace entente::outlook
