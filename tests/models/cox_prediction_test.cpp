#include "models/cox_prediction.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "models/known_histories.hpp"

namespace entente::models {
namespace {

const std::vector<double> kUnit{3.5, 1};

// R: f <- coxph(Surv(entry, exit, end > 0) ~ x + z, d); s <- survfit(f, newdata = data.frame(x = 3.5, z = 1), conf.type
// = "log-log"); s$cumhaz, s$surv, s$std.err, s$lower, s$upper at times 7 and 15.
TEST(CoxPrediction, agrees_with_r_about_survival_and_its_interval) {
    const auto fit = cox(invented_histories());
    const auto at_7 = predict_survival(fit, kUnit, 0, 7);
    ASSERT_EQ(at_7.why_not, "");
    EXPECT_NEAR(at_7.cumulative_hazard, 0.3138629369882614, 1e-10);
    EXPECT_NEAR(at_7.survival, 0.73061916215973388, 1e-10);
    EXPECT_NEAR(std::sqrt(at_7.hazard_variance), 0.1536370834460669, 1e-10);
    EXPECT_NEAR(at_7.interval.value().low, 0.440770476106011, 1e-10);
    EXPECT_NEAR(at_7.interval.value().high, 0.886701531888704, 1e-10);
    const auto at_15 = predict_survival(fit, kUnit, 0, 15);
    EXPECT_NEAR(at_15.survival, 0.00809033151594585, 1e-10);
    EXPECT_NEAR(std::sqrt(at_15.hazard_variance), 2.6835202031679364, 1e-9);
}

// R: the same with ties = "breslow", at time 10.
TEST(CoxPrediction, agrees_with_r_about_ties_by_breslow) {
    CoxChoices choices;
    choices.ties = Ties::Breslow;
    const auto at_10 = predict_survival(cox(invented_histories(), choices), kUnit, 0, 10);
    EXPECT_NEAR(at_10.survival, 0.4954112815258828, 1e-10);
    EXPECT_NEAR(std::sqrt(at_10.hazard_variance), 0.3125848028137619, 1e-10);
    EXPECT_NEAR(at_10.interval.value().low, 0.186317987724761, 1e-10);
    EXPECT_NEAR(at_10.interval.value().high, 0.745582127235818, 1e-10);
}

// R: basehaz(f, centered = FALSE) at time 11.
TEST(CoxPrediction, agrees_with_r_about_the_hazard_of_a_unit_at_0) {
    const auto at_11 = predict_survival(cox(invented_histories()), {0, 0}, 0, 11);
    EXPECT_NEAR(at_11.cumulative_hazard, 19.322461219928059, 1e-8);
}

// R: survfit(f, newdata = data.frame(x = 3.5, z = 1), conf.type = "log-log", start.time = 5), which counts endings at 5
// and later, at time 10.
TEST(CoxPrediction, agrees_with_r_about_one_who_has_lasted_so_far) {
    const auto since_4 = predict_survival(cox(invented_histories()), kUnit, 4, 10);
    EXPECT_NEAR(since_4.survival, 0.54713479784956065, 1e-10);
    EXPECT_NEAR(std::sqrt(since_4.hazard_variance), 0.2876633633896625, 1e-10);
    EXPECT_NEAR(since_4.interval.value().low, 0.215242070443093, 1e-10);
    EXPECT_NEAR(since_4.interval.value().high, 0.789170395484371, 1e-10);
}

// R: survfit() of coxph(Surv(entry, exit, end > 0) ~ x + z + cluster(group), d), at times 7 and 10.
TEST(CoxPrediction, agrees_with_r_about_errors_by_clusters) {
    const auto fit = cox(invented_histories());
    const auto at_7 = predict_survival(fit, kUnit, 0, 7, CoxErrors::Clustered);
    EXPECT_NEAR(std::sqrt(at_7.hazard_variance), 0.117100510745350, 1e-10);
    EXPECT_NEAR(at_7.interval.value().low, 0.520947203991874, 1e-10);
    EXPECT_NEAR(at_7.interval.value().high, 0.859792518442972, 1e-10);
    const auto at_10 = predict_survival(fit, kUnit, 0, 10, CoxErrors::Clustered);
    EXPECT_NEAR(std::sqrt(at_10.hazard_variance), 0.256141791362353, 1e-10);
}

// R: basehaz(coxph(Surv(entry, exit, end > 0) ~ 1, d)) at time 14.
TEST(CoxPrediction, without_columns_is_the_same_for_all) {
    auto rows = invented_histories();
    rows.columns.clear();
    const auto at_14 = predict_survival(cox(rows), {}, 0, 14);
    EXPECT_NEAR(at_14.cumulative_hazard, 2.73572985322211, 1e-12);
    EXPECT_TRUE(at_14.interval);
}

TEST(CoxPrediction, of_two_stretches_is_the_product_of_each) {
    const auto fit = cox(invented_histories());
    const auto whole = predict_survival(fit, kUnit, 0, 12);
    const auto first = predict_survival(fit, kUnit, 0, 6.5);
    const auto second = predict_survival(fit, kUnit, 6.5, 12);
    EXPECT_NEAR(whole.survival, first.survival * second.survival, 1e-14);
}

TEST(CoxPrediction, is_certain_before_the_first_ending) {
    const auto prediction = predict_survival(cox(invented_histories()), kUnit, 0, 1);
    EXPECT_EQ(prediction.why_not, "");
    EXPECT_EQ(prediction.survival, 1);
    EXPECT_FALSE(prediction.interval);
}

TEST(CoxPrediction, says_nothing_of_times_beyond_the_last_ending) {
    const auto prediction = predict_survival(cox(invented_histories()), kUnit, 0, 15.5);
    EXPECT_EQ(prediction.why_not, "the last ending known is at 15: nothing is known of 15.5");
}

TEST(CoxPrediction, says_that_values_lie_too_far_off) {
    const auto prediction = predict_survival(cox(invented_histories()), {-2000, 0}, 0, 7);
    EXPECT_EQ(prediction.why_not, "the values lie too far from all that the fit has seen");
}

TEST(CoxPrediction, needs_a_fit) {
    auto rows = invented_histories();
    rows.endings.assign(rows.size(), 0);
    EXPECT_EQ(predict_survival(cox(rows), kUnit, 0, 7).why_not, "there is no fit: no unit ends this way");
}

TEST(CoxPrediction, has_no_errors_by_clusters_of_one_cluster) {
    auto rows = invented_histories();
    rows.clusters.assign(rows.size(), 1);
    const auto prediction = predict_survival(cox(rows), kUnit, 0, 7, CoxErrors::Clustered);
    EXPECT_EQ(prediction.why_not, "there are no errors by clusters: one cluster only");
}

}  // namespace
}  // namespace entente::models
