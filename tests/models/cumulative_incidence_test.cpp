#include "models/cumulative_incidence.hpp"

#include <gtest/gtest.h>

#include "models/known_histories.hpp"
#include "models/survival_curve.hpp"

namespace entente::models {
namespace {

RiskIntervals with_one_mode() {
    auto rows = invented_histories();
    for (auto& ending : rows.endings) ending = ending == 0 ? 0 : 1;
    return rows;
}

// By units, as R's id.
RiskIntervals by_units() {
    auto rows = invented_histories();
    rows.clusters.clear();
    return rows;
}

// R: a <- survfit(Surv(entry, exit, factor(end, 0:3)) ~ 1, d, id = unit, conf.type = "log-log"); a$pstate; a$std.err^2;
// a$lower; a$upper, at times 7 and 15.
TEST(CumulativeIncidence, agrees_with_r_about_three_modes) {
    const auto found = cumulative_incidence(by_units(), 3);
    ASSERT_EQ(found.why_not, "");
    ASSERT_EQ(found.steps.size(), 14U);
    const auto& seventh = found.steps[5];
    EXPECT_EQ(seventh.time, 7);
    EXPECT_NEAR(seventh.survival, 0.476780185758514, 1e-13);
    EXPECT_NEAR(seventh.survival_variance, 0.01142638105392082, 1e-13);
    const std::vector<double> shares{0.2383900928792569, 0.1362229102167183, 0.148606811145511};
    const std::vector<double> variances{0.00844629728618125, 0.00546614050208473, 0.00622226019153382};
    const std::vector<double> low{0.08815559992828005, 0.03340557061445253, 0.0372464032782218};
    const std::vector<double> high{0.428902352709593, 0.310638677267762, 0.331323071005124};
    for (std::size_t mode = 0; mode < 3; ++mode) {
        const auto& incidence = seventh.incidences.at(mode);
        EXPECT_NEAR(incidence.share, shares[mode], 1e-13);
        EXPECT_NEAR(incidence.variance, variances[mode], 1e-13);
        EXPECT_NEAR(incidence.interval.value().low, low[mode], 1e-12);
        EXPECT_NEAR(incidence.interval.value().high, high[mode], 1e-12);
    }
    const auto& last = found.steps.back();
    EXPECT_NEAR(last.incidences[0].share, 0.4984520123839009, 1e-13);
    EXPECT_NEAR(last.incidences[0].variance, 0.01155330338566735, 1e-13);
    EXPECT_NEAR(last.incidences[0].interval.value().high, 0.684251189176561, 1e-12);
    EXPECT_EQ(found.ended, (std::vector<double>{11, 5, 6}));
}

TEST(CumulativeIncidence, adds_up_to_1_with_survival) {
    const auto found = cumulative_incidence(invented_histories(), 3);
    const auto curve = survival_curve(invented_histories());
    ASSERT_EQ(found.steps.size(), curve.steps.size());
    for (std::size_t i = 0; i < found.steps.size(); ++i) {
        double sum = found.steps[i].survival;
        for (const auto& incidence : found.steps[i].incidences) sum += incidence.share;
        EXPECT_NEAR(sum, 1, 1e-14);
        EXPECT_NEAR(found.steps[i].survival, curve.steps[i].survival, 1e-14);
    }
}

// Where every unit is its own cluster and begins at 0, the infinitesimal jackknife of one mode is Greenwood's variance.
TEST(CumulativeIncidence, of_one_mode_has_the_variance_of_the_survival_curve) {
    const auto found = cumulative_incidence(leukaemia(), 1);
    const auto curve = survival_curve(leukaemia());
    ASSERT_EQ(found.steps.size(), curve.steps.size());
    for (std::size_t i = 0; i < found.steps.size(); ++i) {
        EXPECT_NEAR(found.steps[i].survival_variance, curve.steps[i].variance.value(), 1e-14);
        EXPECT_NEAR(found.steps[i].incidences[0].variance, curve.steps[i].variance.value(), 1e-14);
    }
}

TEST(CumulativeIncidence, has_no_interval_for_a_mode_that_never_came) {
    const auto found = cumulative_incidence(with_one_mode(), 2);
    EXPECT_EQ(found.steps.back().incidences[1].share, 0);
    EXPECT_EQ(found.steps.back().incidences[1].variance, 0);
    EXPECT_FALSE(found.steps.back().incidences[1].interval);
}

void expect_same(const CumulativeIncidence& one, const CumulativeIncidence& other) {
    ASSERT_EQ(one.steps.size(), other.steps.size());
    for (std::size_t i = 0; i < one.steps.size(); ++i) {
        for (std::size_t mode = 0; mode < 3; ++mode) {
            EXPECT_NEAR(one.steps[i].incidences[mode].share, other.steps[i].incidences[mode].share, 1e-15);
            EXPECT_NEAR(one.steps[i].incidences[mode].variance, other.steps[i].incidences[mode].variance, 1e-15);
        }
    }
}

TEST(CumulativeIncidence, is_the_same_for_rows_that_are_split_or_turned) {
    const auto found = cumulative_incidence(invented_histories(), 3);
    expect_same(found, cumulative_incidence(split_at(invented_histories(), 6), 3));
    expect_same(found, cumulative_incidence(backwards(invented_histories()), 3));
}

TEST(CumulativeIncidence, stays_at_0_where_nothing_ends) {
    auto rows = leukaemia();
    rows.endings.assign(rows.size(), 0);
    const auto found = cumulative_incidence(rows, 2);
    EXPECT_EQ(found.why_not, "");
    EXPECT_TRUE(found.steps.empty());
    EXPECT_EQ(found.ended, (std::vector<double>{0, 0}));
}

}  // namespace
}  // namespace entente::models
