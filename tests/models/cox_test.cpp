#include "models/cox.hpp"

#include <cmath>
#include <string>

#include <gtest/gtest.h>

#include "models/known_histories.hpp"

namespace entente::models {
namespace {

CoxChoices with_ties(Ties ties) {
    CoxChoices choices;
    choices.ties = ties;
    return choices;
}

CoxChoices of_mode(std::uint8_t mode) {
    CoxChoices choices;
    choices.mode = mode;
    return choices;
}

// x tells perfectly who ends first.
RiskIntervals separated() {
    RiskIntervals rows;
    rows.entries = {0, 0, 0, 0, 0, 0};
    rows.exits = {1, 2, 3, 4, 5, 6};
    rows.endings = {1, 1, 1, 1, 1, 1};
    rows.units = {1, 2, 3, 4, 5, 6};
    rows.columns = {{1, 1, 1, 0, 0, 0}, {3, 1, 2, 1, 3, 2}};
    return rows;
}

void expect_near(const std::vector<std::vector<double>>& found, double first, double both, double second) {
    ASSERT_EQ(found.size(), 2U);
    EXPECT_NEAR(found[0][0], first, 1e-10);
    EXPECT_NEAR(found[0][1], both, 1e-10);
    EXPECT_NEAR(found[1][0], both, 1e-10);
    EXPECT_NEAR(found[1][1], second, 1e-10);
}

void expect_same(const Cox& one, const Cox& other) {
    ASSERT_EQ(one.end, FitEnd::Converged) << one.why_not;
    ASSERT_EQ(other.end, FitEnd::Converged) << other.why_not;
    for (std::size_t j = 0; j < one.coefficients.size(); ++j) {
        EXPECT_NEAR(one.coefficients[j], other.coefficients[j], 1e-9);
        for (std::size_t k = 0; k < one.coefficients.size(); ++k) {
            EXPECT_NEAR(one.covariance[j][k], other.covariance[j][k], 1e-9);
            EXPECT_NEAR(one.clustered_covariance[j][k], other.clustered_covariance[j][k], 1e-9);
        }
    }
    EXPECT_NEAR(one.log_likelihood, other.log_likelihood, 1e-9);
}

// R: f <- coxph(Surv(entry, exit, end > 0) ~ x + z + cluster(group), d, ties = "efron",
// control = coxph.control(eps = 1e-14)); coef(f); f$naive.var; f$var; f$loglik.
TEST(Cox, agrees_with_r_about_ties_by_efron) {
    const auto fit = cox(invented_histories());
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(fit.coefficients[0], -0.811743379305104, 1e-10);
    EXPECT_NEAR(fit.coefficients[1], -0.135214295578272, 1e-10);
    expect_near(fit.covariance, 0.05310791001236138, 0.00335576061357371, 0.21828890832923817);
    expect_near(fit.clustered_covariance, 0.0252804244137239, -0.0126842343944818, 0.0651293778298655);
    EXPECT_NEAR(fit.null_log_likelihood, -47.6537364545977, 1e-10);
    EXPECT_NEAR(fit.log_likelihood, -41.4072077056981, 1e-10);
    EXPECT_EQ(fit.rows, 32);
    EXPECT_EQ(fit.units, 24);
    EXPECT_EQ(fit.events, 22);
}

// R: the same with ties = "breslow".
TEST(Cox, agrees_with_r_about_ties_by_breslow) {
    const auto fit = cox(invented_histories(), with_ties(Ties::Breslow));
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(fit.coefficients[0], -0.787762497814107, 1e-10);
    EXPECT_NEAR(fit.coefficients[1], -0.121098268020000, 1e-10);
    expect_near(fit.covariance, 0.0537512062136178, 0.0026575455079406, 0.2202857508513808);
    expect_near(fit.clustered_covariance, 0.0222158853708084, -0.0104769021304019, 0.0592991923371416);
    EXPECT_NEAR(fit.null_log_likelihood, -48.5646753713999, 1e-10);
    EXPECT_NEAR(fit.log_likelihood, -42.7561729410046, 1e-10);
}

// R: coxph(Surv(t, s) ~ g, ties = …) for both. Cox (1972) takes ties in another way.
TEST(Cox, agrees_with_r_about_remission_of_leukaemia) {
    const auto efron = cox(leukaemia());
    ASSERT_EQ(efron.end, FitEnd::Converged) << efron.why_not;
    EXPECT_NEAR(efron.coefficients[0], 1.57212514882907, 1e-10);
    EXPECT_NEAR(std::sqrt(efron.covariance[0][0]), 0.412396717709455, 1e-10);
    EXPECT_NEAR(efron.null_log_likelihood, -93.1842699968477, 1e-10);
    EXPECT_NEAR(efron.log_likelihood, -85.0084245773717, 1e-10);
    const auto breslow = cox(leukaemia(), with_ties(Ties::Breslow));
    ASSERT_EQ(breslow.end, FitEnd::Converged) << breslow.why_not;
    EXPECT_NEAR(breslow.coefficients[0], 1.50919141258588, 1e-10);
    EXPECT_NEAR(std::sqrt(breslow.covariance[0][0]), 0.409564406366741, 1e-10);
    EXPECT_NEAR(breslow.log_likelihood, -86.3796220711456, 1e-10);
}

// R: coxph(Surv(entry, exit, end == 2) ~ x + z, d): sqrt(diag(vcov(f))), f$loglik.
TEST(Cox, of_one_cause_takes_other_endings_for_lost_sight_of) {
    const auto fit = cox(invented_histories(), of_mode(2));
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_EQ(fit.events, 5);
    EXPECT_NEAR(fit.coefficients[0], -0.818402567114916, 1e-9);
    EXPECT_NEAR(fit.coefficients[1], 0.502878274691331, 1e-9);
    EXPECT_NEAR(std::sqrt(fit.covariance[0][0]), 0.517278715214288, 1e-9);
    EXPECT_NEAR(std::sqrt(fit.covariance[1][1]), 1.184614459700776, 1e-9);
    EXPECT_NEAR(fit.log_likelihood, -9.53722188619611, 1e-9);
}

// R: coxph(Surv(entry, exit, end > 0) ~ ridge(x, z, theta = 2, scale = FALSE), d): coef(f), f$var, f$loglik.
TEST(Cox, agrees_with_a_penalised_fit_in_r) {
    CoxChoices choices;
    choices.fit.ridge = 2;
    const auto fit = cox(invented_histories(), choices);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(fit.coefficients[0], -0.7338294733275944, 1e-9);
    EXPECT_NEAR(fit.coefficients[1], -0.0911743205414256, 1e-9);
    expect_near(fit.covariance, 0.04739525308362788, 0.00180843801444671, 0.15046763329258003);
    EXPECT_NEAR(fit.log_likelihood, -41.4682356372833, 1e-9);
}

// R: coxph(Surv(entry, exit, end > 0) ~ x + z + cluster(unit), d)$var.
TEST(Cox, has_the_units_for_clusters_without_others) {
    auto rows = invented_histories();
    rows.clusters.clear();
    expect_near(cox(rows).clustered_covariance, 0.0357112150019896, -0.0248597511788056, 0.1752238878645766);
}

// By hand: units with x = 1 end at 1 and 3, the other at 2, with x = 0. The likelihood is e^b/(2e^b + 1) · 1/(e^b + 1);
// its logarithm b − ln(2e^b + 1) − ln(e^b + 1) is largest where 1 = 2e^b/(2e^b + 1) + e^b/(e^b + 1), so e^(2b) = 1/2.
TEST(Cox, agrees_with_a_calculation_by_hand) {
    RiskIntervals rows;
    rows.entries = {0, 0, 0};
    rows.exits = {1, 2, 3};
    rows.endings = {1, 1, 1};
    rows.units = {1, 2, 3};
    rows.columns = {{1, 0, 1}};
    const auto fit = cox(rows);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(fit.coefficients[0], -std::log(2.0) / 2, 1e-10);
}

TEST(Cox, does_not_depend_on_the_rule_for_ties_without_ties) {
    auto rows = invented_histories();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.endings[row] != 0) rows.exits[row] -= 0.01 * static_cast<double>(row + 1);
    }
    expect_same(cox(rows, with_ties(Ties::Efron)), cox(rows, with_ties(Ties::Breslow)));
}

TEST(Cox, is_the_same_for_rows_that_are_split) {
    const auto fit = cox(invented_histories());
    // The means of the columns are over rows; everything else is not.
    expect_same(fit, cox(split_at(invented_histories(), 4.5)));
    expect_same(fit, cox(split_at(invented_histories(), 6)));
}

TEST(Cox, is_the_same_for_rows_in_another_order) {
    expect_same(cox(invented_histories()), cox(backwards(invented_histories())));
}

TEST(Cox, is_the_same_on_any_scale_of_time_that_keeps_the_order) {
    auto warped = invented_histories();
    for (auto& entry : warped.entries) entry = std::exp(entry / 3);
    for (auto& exit : warped.exits) exit = std::exp(exit / 3);
    expect_same(cox(invented_histories()), cox(warped));
}

TEST(Cox, has_a_coefficient_in_the_unit_of_its_column) {
    auto rows = invented_histories();
    for (auto& value : rows.columns[0]) value = 1e6 + 1000 * value;
    const auto fit = cox(rows);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(fit.coefficients[0] * 1000, -0.811743379305104, 1e-9);
    EXPECT_NEAR(fit.coefficients[1], -0.135214295578272, 1e-9);
}

void add_unit(RiskIntervals& rows, double entry, double exit, double x) {
    rows.entries.push_back(entry);
    rows.exits.push_back(exit);
    rows.endings.push_back(0);
    rows.units.push_back(100 + static_cast<std::uint32_t>(rows.size()));
    rows.clusters.push_back(90);
    rows.columns[0].push_back(x);
    rows.columns[1].push_back(0);
}

// The sums of a risk set run backwards in time, so that a row of 10²¹ times the weight of others has come and gone
// before the last ending, at 15: what it leaves of them would be rounding errors.
TEST(Cox, keeps_its_digits_after_rows_of_huge_weight_have_gone) {
    auto rows = invented_histories();
    add_unit(rows, 0, 30, 3);
    const auto without = cox(rows);
    add_unit(rows, 20, 25, -60);
    const auto with = cox(rows);
    ASSERT_EQ(without.end, FitEnd::Converged) << without.why_not;
    ASSERT_EQ(with.end, FitEnd::Converged) << with.why_not;
    EXPECT_NEAR(with.coefficients[0], without.coefficients[0], 1e-9);
    EXPECT_NEAR(with.coefficients[1], without.coefficients[1], 1e-9);
    EXPECT_NEAR(with.log_likelihood, without.log_likelihood, 1e-9);
}

// Nelson's estimator, by hand from the numbers at risk: 1/19 + 1/18 + 1/17 for the endings at 2 and 3, of which two are
// tied.
TEST(Cox, without_columns_is_the_cumulative_hazard_alone) {
    auto rows = invented_histories();
    rows.columns.clear();
    const auto fit = cox(rows);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_NEAR(fit.log_likelihood, -47.6537364545977, 1e-10);
    EXPECT_EQ(fit.baseline.times[1], 3);
    EXPECT_NEAR(fit.baseline.cumulative[1], 1.0 / 19 + 1.0 / 18 + 1.0 / 17, 1e-14);
}

TEST(Cox, says_that_a_column_tells_who_ends_first) {
    const auto fit = cox(separated());
    EXPECT_EQ(fit.end, FitEnd::Separated) << fit.why_not;
    EXPECT_EQ(fit.unbounded, std::vector<std::size_t>{0});
    EXPECT_TRUE(fit.coefficients.empty());
    EXPECT_NE(fit.why_not.find("without error"), std::string::npos) << fit.why_not;
}

// No unit with the sign ever ends.
TEST(Cox, says_so_too_where_a_sign_is_never_met_at_an_ending) {
    auto rows = invented_histories();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows.columns[1][row] = rows.endings[row] == 0 && row % 2 == 0 ? 1 : 0;
    }
    const auto fit = cox(rows);
    EXPECT_EQ(fit.end, FitEnd::Separated) << fit.why_not;
    EXPECT_EQ(fit.unbounded, std::vector<std::size_t>{1});
}

// One row in 12,800, which has no ending.
TEST(Cox, says_so_too_where_the_sign_is_rare) {
    RiskIntervals rows;
    for (std::uint32_t copy = 0; copy < 400; ++copy) {
        const auto histories = invented_histories();
        for (std::size_t row = 0; row < histories.size(); ++row) {
            add_row(rows, histories, row);
            rows.units.back() += 100 * copy;
            rows.columns[1].back() = 0;
        }
    }
    rows.columns[1].back() = 1;
    const auto fit = cox(rows);
    EXPECT_EQ(fit.end, FitEnd::Separated) << fit.why_not;
    EXPECT_EQ(fit.unbounded, std::vector<std::size_t>{1});
}

TEST(Cox, has_an_answer_for_separated_rows_with_a_penalty) {
    CoxChoices choices;
    choices.fit.ridge = 1;
    const auto fit = cox(separated(), choices);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_GT(fit.coefficients[0], 0);
}

TEST(Cox, takes_more_columns_than_endings_with_a_penalty) {
    auto rows = separated();
    rows.endings = {1, 0, 0, 0, 0, 0};
    EXPECT_EQ(cox(rows).why_not, "too few endings for 2 columns: 1");
    CoxChoices choices;
    choices.fit.ridge = 1;
    EXPECT_EQ(cox(rows, choices).end, FitEnd::Converged);
}

TEST(Cox, says_why_there_is_no_answer) {
    auto same = invented_histories();
    same.columns[1] = same.columns[0];
    EXPECT_EQ(cox(same).why_not, "the columns cannot be told apart on these rows");
    auto constant = invented_histories();
    constant.columns[1].assign(constant.size(), 3);
    EXPECT_EQ(cox(constant).end, FitEnd::CannotFit);
    auto rows = invented_histories();
    rows.endings.assign(rows.size(), 0);
    EXPECT_EQ(cox(rows).why_not, "no unit ends this way");
    EXPECT_EQ(cox(invented_histories(), of_mode(9)).why_not, "no unit ends this way");
    CoxChoices hasty;
    hasty.fit.most_steps = 1;
    EXPECT_EQ(cox(invented_histories(), hasty).end, FitEnd::NotConverged);
}

}  // namespace
}  // namespace entente::models
