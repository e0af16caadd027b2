#include "models/cox_checks.hpp"

#include <gtest/gtest.h>

#include "models/cox_prediction.hpp"
#include "models/known_histories.hpp"

namespace entente::models {
namespace {

// R: concordance(f)$concordance.
TEST(Concordance, agrees_with_r) {
    const auto rows = invented_histories();
    const auto scores = log_hazard_ratios(cox(rows), rows);
    EXPECT_NEAR(concordance(rows, scores).value(), 0.777777777777778, 1e-14);
    const auto patients = leukaemia();
    EXPECT_NEAR(concordance(patients, log_hazard_ratios(cox(patients), patients)).value(), 0.690042075736325, 1e-14);
}

// R: concordance(coxph(Surv(entry, exit, end == 1) ~ x + z, d))$concordance.
TEST(Concordance, agrees_with_r_about_one_cause) {
    const auto rows = invented_histories();
    CoxChoices choices;
    choices.mode = 1;
    const auto scores = log_hazard_ratios(cox(rows, choices), rows);
    EXPECT_NEAR(concordance(rows, scores, 1).value(), 0.761904761904762, 1e-14);
}

TEST(Concordance, of_one_score_for_all_is_chance) {
    const auto rows = invented_histories();
    EXPECT_EQ(concordance(rows, std::vector<double>(rows.size(), 3)), 0.5);
}

TEST(Concordance, needs_a_pair) {
    auto rows = invented_histories();
    rows.endings.assign(rows.size(), 0);
    EXPECT_EQ(concordance(rows, std::vector<double>(rows.size(), 3)), std::nullopt);
}

void expect_near(const ProportionalityTest& test, double chi_square, int freedom, double p) {
    EXPECT_NEAR(test.chi_square, chi_square, 1e-9);
    EXPECT_EQ(test.freedom, freedom);
    EXPECT_NEAR(test.p, p, 1e-9);
}

// R: cox.zph(f, "km")$table; cox.zph(f, "identity")$table, ties by Efron and by Breslow.
TEST(ProportionalityTests, agree_with_r) {
    const auto rows = invented_histories();
    CoxChoices choices;
    auto tests = proportionality_tests(rows, cox(rows, choices), choices, TimeScale::Survived);
    ASSERT_EQ(tests.why_not, "");
    expect_near(tests.columns[0], 0.00278315345996538, 1, 0.957926637300358);
    expect_near(tests.columns[1], 0.09802205279530954, 1, 0.754216284405147);
    expect_near(tests.all, 0.10053576991782116, 2, 0.950974638573600);
    tests = proportionality_tests(rows, cox(rows, choices), choices, TimeScale::Identity);
    expect_near(tests.columns[0], 0.000332651116311781, 1, 0.985448409101687);
    expect_near(tests.columns[1], 0.139515928255498106, 1, 0.708762720046821);
    expect_near(tests.all, 0.142584326171012132, 2, 0.931189793097738);
    choices.ties = Ties::Breslow;
    tests = proportionality_tests(rows, cox(rows, choices), choices, TimeScale::Survived);
    expect_near(tests.columns[0], 0.014626323450973, 1, 0.903739083698304);
    expect_near(tests.all, 0.119848595719443, 2, 0.941835829873686);
}

// R: cox.zph(coxph(Surv(entry, exit, end == 1) ~ x + z, d), "km")$table.
TEST(ProportionalityTests, agree_with_r_about_one_cause) {
    const auto rows = invented_histories();
    CoxChoices choices;
    choices.mode = 1;
    const auto tests = proportionality_tests(rows, cox(rows, choices), choices, TimeScale::Survived);
    expect_near(tests.columns[0], 0.0549085240827479, 1, 0.814732151436385);
    expect_near(tests.columns[1], 2.0171163689028564, 1, 0.155534265781827);
    expect_near(tests.all, 2.0786287808371378, 2, 0.353697096966863);
}

// R: cox.zph(coxph(Surv(t, s) ~ g))$table.
TEST(ProportionalityTests, find_nothing_in_the_remissions_of_leukaemia) {
    const auto rows = leukaemia();
    const auto tests = proportionality_tests(rows, cox(rows), {}, TimeScale::Survived);
    expect_near(tests.all, 0.022863378052822, 1, 0.879812894957257);
}

TEST(ProportionalityTests, say_why_there_are_none) {
    const auto rows = invented_histories();
    CoxChoices choices;
    choices.fit.ridge = 1;
    EXPECT_EQ(proportionality_tests(rows, cox(rows, choices), choices, TimeScale::Identity).why_not,
              "the test is of a fit without a penalty");
    EXPECT_EQ(proportionality_tests(rows, Cox{}, {}, TimeScale::Identity).why_not.rfind("there is no fit", 0), 0U);
    RiskIntervals at_once;
    at_once.entries = {0, 0, 0};
    at_once.exits = {4, 4, 5};
    at_once.endings = {1, 1, 0};
    at_once.units = {1, 2, 3};
    at_once.columns = {{1, 3, 2}};
    const auto fit = cox(at_once);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_EQ(proportionality_tests(at_once, fit, {}, TimeScale::Identity).why_not,
              "too few endings at different times");
}

}  // namespace
}  // namespace entente::models
