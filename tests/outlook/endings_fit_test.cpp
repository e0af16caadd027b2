#include "outlook/endings_fit.hpp"

#include <cmath>
#include <vector>

#include <gtest/gtest.h>

#include "outlook/invented_alliances.hpp"

namespace entente::outlook {
namespace {

const std::vector<std::string> kAll{"power", "quarrel", "leader"};

EndingsRequest unpenalised() {
    EndingsRequest request;
    request.covariates = kAll;
    request.ridge = 0;
    return request;
}

void expect_rows(const std::vector<std::vector<double>>& found, const std::vector<std::vector<double>>& expected,
                 double precision) {
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t mode = 0; mode < expected.size(); ++mode) {
        ASSERT_EQ(found[mode].size(), expected[mode].size());
        for (std::size_t j = 0; j < expected[mode].size(); ++j) {
            EXPECT_NEAR(found[mode][j], expected[mode][j], precision) << mode << ' ' << j;
        }
    }
}

// √ of the diagonal, a row for each mode.
std::vector<std::vector<double>> errors_of(const std::vector<std::vector<double>>& covariance, std::size_t width) {
    std::vector<std::vector<double>> errors;
    for (std::size_t j = 0; j < covariance.size(); ++j) {
        if (j % width == 0) errors.emplace_back();
        errors.back().push_back(std::sqrt(covariance[j][j]));
    }
    return errors;
}

// R: c(nrow(cc), table(cc$end), length(unique(cc$alliance))).
TEST(EndingsFit, uses_the_years_of_which_all_covariates_are_known) {
    const auto rows = invented_alliances();
    ASSERT_EQ(rows.size(), 1747U);
    const auto fit = fit_endings(rows, unpenalised());
    EXPECT_EQ(fit.rows.size(), 1705U);
    EXPECT_EQ(fit.alliances, 239U);
    ASSERT_EQ(fit.modes.size(), 4U);
    EXPECT_EQ(fit.modes[0].events, 93U);
    EXPECT_EQ(fit.modes[1].events, 74U);
    EXPECT_EQ(fit.modes[2].events, 51U);
    EXPECT_EQ(fit.modes[3].events, 18U);
}

// R: z <- function(x) (x - mean(x)) / sqrt(mean((x - mean(x))^2)); X <- cbind(z(power), z(quarrel), z(leader), z(t),
// z(t^2), z(t^3)); f <- nnet::multinom(factor(ifelse(end == 4, 3, end)) ~ X, reltol = 1e-16, maxit = 5000). Columns are
// rounded to floats here, and powers of age are nearly one line: hence the precision.
TEST(EndingsFit, agrees_with_the_multinom_of_r) {
    auto rows = invented_alliances();
    for (auto& ending : rows.ending) {
        if (ending == Ending::IndependenceLost) ending = Ending::Fulfilled;
    }
    const auto fit = fit_endings(rows, unpenalised());
    ASSERT_TRUE(fit.converged()) << fit.why_not;
    expect_rows(fit.regression.coefficients,
                {{-3.11369550689, 0.7203584109225, 0.4200139942269, 0.2597945176254, 0.275098826021, -0.458334600676,
                  0.2781222600611},
                 {-3.14672971509, -0.5235436835039, 0.0315325119671, -0.0131997615417, 0.471741285450, -0.298089640984,
                  -0.0396754369171},
                 {-3.12323998896, -0.0907443328295, -0.0698747697549, -0.0103342029368, -1.292693189340, 3.643035497429,
                  -2.4508869944348}},
                2e-5);
    EXPECT_NEAR(fit.regression.log_likelihood, -895.120060142, 1e-5);
    expect_rows(errors_of(fit.regression.covariance, 7),
                {{0.141154431873, 0.124714276914, 0.0991531338994, 0.0954581217603, 0.573843367414, 1.24317135705,
                  0.776968016926},
                 {0.137207674989, 0.128965052860, 0.1191215342198, 0.1236975977054, 0.655464298701, 1.42716084516,
                  0.923613178372},
                 {0.130854668955, 0.125945940474, 0.1294815292932, 0.1274785742191, 0.705412271465, 1.68042325196,
                  1.196783955512}},
                2e-5);
}

// R: glm((end == 1) ~ X, family = binomial), where other endings count as going on.
TEST(EndingsFit, of_violations_alone_agrees_with_the_glm_of_r) {
    auto rows = invented_alliances();
    for (auto& ending : rows.ending) {
        if (ending != Ending::Violation) ending = Ending::GoesOn;
    }
    const auto fit = fit_endings(rows, unpenalised());
    ASSERT_TRUE(fit.converged()) << fit.why_not;
    expect_rows(fit.regression.coefficients,
                {{-3.205385835389631, 0.744191819154166, 0.421584046239037, 0.260844360231407, 0.310395221099014,
                  -0.591704644649084, 0.371766052455346}},
                2e-5);
    EXPECT_EQ(fit.modes[1].form, ModeForm::Never);
    EXPECT_EQ(fit.modes[3].form, ModeForm::Never);
}

// A second implementation in R: Newton's steps on the softmax likelihood with the penalty 1 on all but the intercepts,
// the fourth mode's coefficients of covariates left out; scores summed by alliance, V S'S V · 239/238.
TEST(EndingsFit, gives_a_rare_mode_its_age_only_and_penalises_the_rest) {
    auto request = unpenalised();
    request.ridge = 1;
    const auto fit = fit_endings(invented_alliances(), request);
    ASSERT_TRUE(fit.converged()) << fit.why_not;
    EXPECT_EQ(fit.modes[2].form, ModeForm::Covariates);
    EXPECT_EQ(fit.modes[3].form, ModeForm::Age);  // 18 events: fewer than 5 · 6, not fewer than 5 · 3
    expect_rows(fit.regression.coefficients,
                {{-3.10331626664, 0.7116026858590, 0.4156362405691, 0.2552385915380, 0.1340365168147, -0.14596586720488,
                  0.0896329338468},
                 {-3.13990499514, -0.5125320130767, 0.0316162837959, -0.0154775362971, 0.3594645836637,
                  -0.09082743585260, -0.1506640443175},
                 {-3.41882737798, -0.0276653823335, -0.0945788716880, -0.1089591491291, 0.0328594906209,
                  0.83506320974549, -0.6564653152434},
                 {-4.41600191528, 0, 0, 0, -0.2301102644819, -0.00521067344918, 0.1282718495308}},
                2e-6);
    expect_rows(errors_of(fit.regression.clustered_covariance, 7),
                {{0.152112072665, 0.122734432888, 0.0981186166533, 0.0917882501225, 0.236503353782, 0.350681581893,
                  0.215036682219},
                 {0.137416314808, 0.123374071183, 0.1145958273088, 0.1198885800005, 0.234009837189, 0.313513614900,
                  0.240642095804},
                 {0.151571572871, 0.147289028229, 0.1482171666773, 0.1509723044926, 0.284630250365, 0.300658913872,
                  0.183882659108},
                 {0.239601152002, 0, 0, 0, 0.334922503640, 0.247743172373, 0.169904592885}},
                2e-6);
}

TEST(EndingsFit, keeps_the_covariates_of_a_rare_violation_and_says_so) {
    auto rows = invented_alliances();
    int kept = 0;
    for (auto& ending : rows.ending) {
        if (ending == Ending::Violation && ++kept > 10) ending = Ending::NewRelationship;
    }
    EndingsRequest request;
    request.covariates = kAll;
    const auto fit = fit_endings(rows, request);
    ASSERT_TRUE(fit.converged()) << fit.why_not;
    EXPECT_EQ(fit.modes[0].form, ModeForm::Covariates);
    EXPECT_TRUE(fit.thin);
}

TEST(EndingsFit, says_that_a_covariate_is_the_same_everywhere) {
    auto rows = invented_alliances();
    for (auto& value : rows.columns[2]) value = 1;
    const auto fit = fit_endings(rows, unpenalised());
    ASSERT_TRUE(fit.converged()) << fit.why_not;
    EXPECT_EQ(fit.constant, std::vector<std::string>{"leader"});
    EXPECT_EQ(fit.regression.coefficients[0][3], 0);
}

// A violation only where there is a quarrel, and no penalty to hold the coefficient.
TEST(EndingsFit, says_which_coefficient_has_no_bound) {
    auto rows = invented_alliances();
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.ending[row] == Ending::Violation && rows.columns[1][row] != 1) rows.ending[row] = Ending::GoesOn;
    }
    auto fit = fit_endings(rows, unpenalised());
    EXPECT_FALSE(fit.converged());
    EXPECT_EQ(fit.regression.end, models::FitEnd::Separated);
    ASSERT_FALSE(fit.unbounded.empty());
    EXPECT_EQ(fit.unbounded.back(), "quarrel (violation)");
    auto penalised = unpenalised();
    penalised.ridge = 1;
    EXPECT_TRUE(fit_endings(rows, penalised).converged());
}

TEST(EndingsFit, says_that_nothing_is_known_of_any_year) {
    auto rows = invented_alliances();
    for (auto& value : rows.columns[0]) value.reset();
    EXPECT_EQ(fit_endings(rows, unpenalised()).why_not,
              "in no year of any alliance are all covariates of the model known");
}

TEST(EndingsFit, says_that_nothing_ended) {
    auto rows = invented_alliances();
    for (auto& ending : rows.ending) ending = Ending::GoesOn;
    EXPECT_EQ(fit_endings(rows, unpenalised()).why_not,
              "no alliance ended in the 1705 alliance-years of which all covariates are known");
}

// By hand: the intercept of a mode without columns is ln(events ÷ years that go on), 1705 − 236 of them.
TEST(EndingsFit, without_columns_is_the_base_rate) {
    const auto rows = invented_alliances();
    const auto base = fit_base(rows, complete_rows(rows, kAll), evidence::DurationShape::Constant, 1);
    ASSERT_TRUE(base.converged()) << base.why_not;
    EXPECT_NEAR(base.regression.coefficients[0][0], std::log(93.0 / 1469.0), 1e-9);
    EXPECT_NEAR(base.regression.coefficients[3][0], std::log(18.0 / 1469.0), 1e-9);
    EXPECT_EQ(base.modes[0].form, ModeForm::Covariates);
}

TEST(EndingsFit, takes_a_spline_of_age_with_harrells_knots) {
    auto request = unpenalised();
    request.duration = evidence::DurationShape::Spline;
    request.ridge = 1;
    const auto fit = fit_endings(invented_alliances(), request);
    ASSERT_TRUE(fit.converged()) << fit.why_not;
    EXPECT_EQ(fit.scale.duration, evidence::DurationShape::Spline);
    EXPECT_EQ(fit.scale.knots.size(), 4U);
    EXPECT_EQ(fit.scale.durations(), 3U);
}

TEST(EndingsBootstrap, gives_the_same_refit_for_the_same_draw) {
    const auto rows = invented_alliances();
    EndingsRequest request;
    request.covariates = kAll;
    request.duration = evidence::DurationShape::Constant;
    const auto fit = fit_endings(rows, request);
    const EndingsBootstrap bootstrap(rows, fit);
    const RandomStream stream(7, "endings");
    const auto first = bootstrap.coefficients(stream, 3);
    ASSERT_TRUE(first.has_value());
    EXPECT_EQ(bootstrap.coefficients(stream, 3), first);
    EXPECT_NE(bootstrap.coefficients(stream, 4), first);
}

// The spread of refits against the error by alliances: both estimate the same, the one with 25 draws (whose standard
// deviation is off by a seventh), the other to first order.
TEST(EndingsBootstrap, spreads_about_as_the_errors_by_alliances_say) {
    const auto rows = invented_alliances();
    EndingsRequest request;
    request.covariates = kAll;
    request.duration = evidence::DurationShape::Constant;
    const auto fit = fit_endings(rows, request);
    const EndingsBootstrap bootstrap(rows, fit);
    const RandomStream stream(7, "endings");
    double sum = 0;
    double squares = 0;
    constexpr int kDraws = 25;
    for (std::uint64_t draw = 0; draw < kDraws; ++draw) {
        const auto coefficients = bootstrap.coefficients(stream, draw);
        ASSERT_TRUE(coefficients.has_value());
        const double power = (*coefficients)[0][1];
        sum += power;
        squares += power * power;
    }
    const double spread = std::sqrt((squares - sum * sum / kDraws) / (kDraws - 1));
    EXPECT_NEAR(spread / std::sqrt(fit.regression.clustered_covariance[1][1]), 1, 0.4);
}

}  // namespace
}  // namespace entente::outlook
