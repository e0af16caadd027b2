#include "models/survival_curve.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/known_histories.hpp"

namespace entente::models {
namespace {

RiskIntervals treated() {
    const auto all = leukaemia();
    RiskIntervals rows;
    for (std::size_t row = 0; row < 21; ++row) add_row(rows, all, row);
    return rows;
}

// R: s <- summary(survfit(Surv(t, s) ~ 1, subset = g == 0,
// conf.type = "log-log")); s$surv; s$std.err; s$lower; s$upper.
TEST(SurvivalCurve, agrees_with_r_about_patients_who_were_treated) {
    const auto curve = survival_curve(treated());
    ASSERT_EQ(curve.why_not, "");
    ASSERT_EQ(curve.steps.size(), 7U);
    const std::vector<double> times{6, 7, 10, 13, 16, 22, 23};
    const std::vector<double> at_risk{21, 17, 15, 12, 11, 7, 6};
    const std::vector<double> survival{0.85714285714, 0.80672268908, 0.75294117647, 0.69019607843,
                                       0.62745098039, 0.53781512605, 0.44817927171};
    const std::vector<double> errors{0.076360354832, 0.086935285180, 0.096349652994, 0.106814707775,
                                     0.114053865257, 0.128233751693, 0.134591456756};
    const std::vector<double> low{0.61971795527, 0.56314656462, 0.50319951080, 0.43161022249,
                                  0.36751085599, 0.26777893677, 0.18805200596};
    const std::vector<double> high{0.95155174765, 0.92280901920, 0.88936183517, 0.84906596335,
                                   0.80491218947, 0.74679071764, 0.68014262850};
    for (std::size_t i = 0; i < times.size(); ++i) {
        const auto& step = curve.steps[i];
        EXPECT_EQ(step.time, times[i]);
        EXPECT_EQ(step.at_risk, at_risk[i]);
        EXPECT_NEAR(step.survival, survival[i], 1e-10);
        EXPECT_NEAR(std::sqrt(step.variance.value()), errors[i], 1e-10);
        EXPECT_NEAR(step.interval.value().low, low[i], 1e-10);
        EXPECT_NEAR(step.interval.value().high, high[i], 1e-10);
    }
}

// R: print(survfit(…)) for the same: median 23, .95LCL 13, .95UCL NA.
TEST(SurvivalCurve, agrees_with_r_about_the_median) {
    const auto curve = survival_curve(treated());
    EXPECT_EQ(curve.median, 23);
    EXPECT_EQ(curve.median_low, 13);
    EXPECT_EQ(curve.median_high, std::nullopt);
    EXPECT_EQ(curve.units, 21);
    EXPECT_EQ(curve.ended, 9);
}

// R: k <- survfit(Surv(entry, exit, end > 0) ~ 1, d, conf.type = "log-log"), at the times of endings; quantile(k, .5).
TEST(SurvivalCurve, agrees_with_r_where_units_enter_late) {
    const auto curve = survival_curve(invented_histories());
    ASSERT_EQ(curve.steps.size(), 14U);
    const std::vector<double> at_risk{19, 18, 17, 16, 15, 12, 11, 9, 8, 6, 5, 4, 2, 1};
    const std::vector<double> ended{1, 2, 2, 2, 3, 1, 2, 1, 2, 1, 1, 2, 1, 1};
    for (std::size_t i = 0; i < at_risk.size(); ++i) {
        EXPECT_EQ(curve.steps[i].at_risk, at_risk[i]);
        EXPECT_EQ(curve.steps[i].ended, ended[i]);
    }
    const auto& sixth = curve.steps[5];
    EXPECT_EQ(sixth.time, 7);
    EXPECT_NEAR(sixth.survival, 0.476780185758514, 1e-13);
    EXPECT_NEAR(sixth.variance.value(), 0.01156658886939201, 1e-13);
    EXPECT_NEAR(sixth.interval.value().low, 0.26042386425233577, 1e-12);
    EXPECT_NEAR(sixth.interval.value().high, 0.665129824789598, 1e-12);
    const auto& last_but_one = curve.steps[12];
    EXPECT_NEAR(last_but_one.survival, 0.043343653250774, 1e-13);
    EXPECT_NEAR(last_but_one.variance.value(), 0.00180347553184263, 1e-13);
    EXPECT_NEAR(last_but_one.interval.value().low, 0.00306703414018815, 1e-12);
    EXPECT_NEAR(last_but_one.interval.value().high, 0.182279800809837, 1e-12);
    EXPECT_EQ(curve.median, 7);
    EXPECT_EQ(curve.median_low, 4);
    EXPECT_EQ(curve.median_high, 10);
}

TEST(SurvivalCurve, has_no_variance_once_nobody_is_left) {
    const auto curve = survival_curve(invented_histories());
    EXPECT_EQ(curve.steps.back().survival, 0);
    EXPECT_EQ(curve.steps.back().variance, std::nullopt);
    EXPECT_FALSE(curve.steps.back().interval);
    EXPECT_EQ(curve.emptied, std::nullopt);
}

// By hand: of four, two end at 3 and one at 5: the curve runs along one half from 3 to 5.
TEST(SurvivalCurve, has_its_median_in_the_middle_of_a_stretch_at_one_half) {
    RiskIntervals rows;
    rows.entries = {0, 0, 0, 0};
    rows.exits = {3, 3, 5, 9};
    rows.endings = {1, 1, 1, 0};
    rows.units = {1, 2, 3, 4};
    EXPECT_EQ(survival_curve(rows).median, 4);
}

TEST(SurvivalCurve, says_that_all_at_risk_ended_while_others_were_yet_to_come) {
    RiskIntervals rows;
    rows.entries = {0, 0, 4};
    rows.exits = {2, 3, 9};
    rows.endings = {1, 1, 1};
    rows.units = {1, 2, 3};
    EXPECT_EQ(survival_curve(rows).emptied, 3);
}

void expect_same(const SurvivalCurve& one, const SurvivalCurve& other, double time_unit = 1) {
    ASSERT_EQ(one.steps.size(), other.steps.size());
    for (std::size_t i = 0; i < one.steps.size(); ++i) {
        EXPECT_EQ(one.steps[i].time * time_unit, other.steps[i].time);
        EXPECT_EQ(one.steps[i].at_risk, other.steps[i].at_risk);
        EXPECT_EQ(one.steps[i].survival, other.steps[i].survival);
        EXPECT_EQ(one.steps[i].variance, other.steps[i].variance);
    }
    EXPECT_EQ(one.units, other.units);
    EXPECT_EQ(one.ended, other.ended);
}

TEST(SurvivalCurve, is_the_same_for_rows_that_are_split) {
    expect_same(survival_curve(invented_histories()), survival_curve(split_at(invented_histories(), 4.5)));
    expect_same(survival_curve(invented_histories()), survival_curve(split_at(invented_histories(), 6)));
}

TEST(SurvivalCurve, is_the_same_for_rows_in_another_order) {
    expect_same(survival_curve(invented_histories()), survival_curve(backwards(invented_histories())));
}

TEST(SurvivalCurve, is_the_same_in_another_unit_of_time) {
    auto months = invented_histories();
    for (auto& entry : months.entries) entry *= 12;
    for (auto& exit : months.exits) exit *= 12;
    expect_same(survival_curve(invented_histories()), survival_curve(months), 12);
}

TEST(SurvivalCurve, does_not_fall_where_nothing_ends) {
    auto rows = leukaemia();
    rows.endings.assign(rows.size(), 0);
    const auto curve = survival_curve(rows);
    EXPECT_EQ(curve.why_not, "");
    EXPECT_TRUE(curve.steps.empty());
    EXPECT_EQ(curve.median, std::nullopt);
    EXPECT_EQ(step_at(curve, 20), nullptr);
}

// By hand: one of three ends: 2/3, with Greenwood's (2/3)² · 1/(3 · 2).
TEST(SurvivalCurve, falls_once_for_a_single_ending) {
    RiskIntervals rows;
    rows.entries = {0, 0, 0};
    rows.exits = {3, 5, 9};
    rows.endings = {1, 0, 0};
    rows.units = {1, 2, 3};
    const auto curve = survival_curve(rows);
    ASSERT_EQ(curve.steps.size(), 1U);
    EXPECT_NEAR(curve.steps[0].survival, 2.0 / 3, 1e-15);
    EXPECT_NEAR(curve.steps[0].variance.value(), 4.0 / 54, 1e-15);
}

TEST(SurvivalCurve, holds_its_step_until_the_next) {
    const auto curve = survival_curve(treated());
    EXPECT_EQ(step_at(curve, 5.9), nullptr);
    ASSERT_NE(step_at(curve, 12), nullptr);
    EXPECT_EQ(step_at(curve, 12)->time, 10);
    EXPECT_EQ(step_at(curve, 13)->time, 13);
    EXPECT_EQ(step_at(curve, 99)->time, 23);
}

TEST(SurvivalCurve, says_which_row_is_unusable) {
    auto rows = leukaemia();
    rows.entries[3] = 6;
    EXPECT_EQ(survival_curve(rows).why_not, "row 4: the entry 6 is not before the exit 6");
}

}  // namespace
}  // namespace entente::models
