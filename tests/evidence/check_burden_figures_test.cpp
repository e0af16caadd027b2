// Figures of burdens: fractions for percentages, currencies, polls.
#include <gtest/gtest.h>

#include "burdened_case.hpp"

namespace entente::evidence {
namespace {

TEST(CheckBurden, a_fraction_where_a_percentage_is_meant_is_asked_about) {
    Case which = burdened();
    which.burden->commitments = {commitment(0.02)};
    Problems problems;
    check_burden(which, burden_theories(), problems);
    ASSERT_EQ(problems.sorted().size(), 1U);
    EXPECT_EQ(problems.sorted()[0].severity, Severity::Warning);
    EXPECT_EQ(problems.sorted()[0].what, "the commitment is about 0.02 % of GDP");
    EXPECT_EQ(problems.sorted()[0].advice, "the measure is in percent: did you mean 2?");
}

TEST(CheckBurden, a_measure_whose_other_numbers_are_as_small_may_have_a_small_one) {
    Case which = burdened();
    which.burden->commitments = {commitment(0.07)};
    which.burden->commitments[0].measure = "aid-given";
    BurdenFigure figure;
    figure.state = state("JPN");
    figure.year = 2016;
    figure.measure = "aid-given";
    figure.value = 0.05;
    which.burden->figures = {figure};
    EXPECT_EQ(said_of(which), Lines{});
    which.burden->figures[0].value = 0.5;
    EXPECT_EQ(said_of(which), Lines{"the commitment is about 0.07 % of GDP"});
}

TEST(CheckBurden, two_fractions_do_not_excuse_each_other) {
    Case which = burdened();
    which.burden->commitments = {commitment(0.015)};
    which.burden->demands = {demand()};
    which.burden->demands[0].measure = "spending-share";
    which.burden->demands[0].at_least = 0.02;
    EXPECT_EQ(said_of(which).size(), 2U);
}

// Shares of the states of one year.
std::vector<BurdenFigure> figures_of(const std::string& measure, const std::vector<double>& values) {
    std::vector<BurdenFigure> figures;
    for (std::size_t i = 0; i < values.size(); ++i) {
        BurdenFigure figure;
        figure.state = state("JPN");
        figure.year = 2010 + static_cast<int>(i);
        figure.measure = measure;
        figure.value = values[i];
        figure.where = line(800 + static_cast<int>(i));
        figures.push_back(figure);
    }
    return figures;
}

TEST(CheckBurden, a_figure_that_may_be_a_fraction_is_asked_about) {
    Case which = burdened();
    which.burden->figures = figures_of("spending-share", {1.1, 0.0113, 0.9});
    Problems problems;
    check_burden(which, burden_theories(), problems);
    ASSERT_EQ(problems.sorted().size(), 1U);
    EXPECT_EQ(problems.sorted()[0].severity, Severity::Warning);
    EXPECT_EQ(problems.sorted()[0].what, "the spending-share of JPN in 2011 is 0.0113 % of GDP");
    EXPECT_EQ(problems.sorted()[0].advice, "the measure is in percent: did you mean 1.13?");
}

TEST(CheckBurden, a_column_of_fractions_is_seen_by_what_the_theory_asks_for) {
    Case which = burdened();
    which.burden->figures = figures_of("spending-share", {0.011, 0.0113, 0.009});
    auto theories = burden_theories();
    theories[0].guidelines.emplace_back();
    theories[0].guidelines[0].measure = "spending-share";
    theories[0].guidelines[0].at_least = 2;
    Problems problems;
    check_burden(which, theories, problems);
    ASSERT_EQ(problems.sorted().size(), 1U);
    EXPECT_EQ(problems.sorted()[0].what,
              "the spending-share of JPN in 2010 is 0.011 % of GDP, and 2 more are as small");
}

TEST(CheckBurden, a_small_share_among_small_ones_and_a_share_of_nothing_are_no_fractions) {
    Case which = burdened();
    which.burden->figures = figures_of("aid-given", {0.005, 0.05, 0.2, 0.7, 0});
    EXPECT_EQ(said_of(which), Lines{});
}

TEST(CheckBurden, no_share_is_above_a_hundred_percent_or_below_none) {
    Case which = burdened();
    which.burden->commitments = {commitment(120)};
    EXPECT_EQ(said_of(which), Lines{"120 % of GDP cannot be"});
    which.burden->commitments = {commitment(-1)};
    EXPECT_EQ(said_of(which), Lines{"-1 % of GDP cannot be"});
    which.burden->commitments = {commitment(120)};
    which.burden->commitments[0].measure = "peacekeepers";
    EXPECT_EQ(said_of(which), Lines{});
}

TEST(CheckBurden, a_measure_that_no_theory_has_is_an_error) {
    Case which = burdened();
    which.burden->commitments = {commitment(2)};
    which.burden->commitments[0].measure = "spending-shares";
    EXPECT_EQ(said_of(which), Lines{"the commitment names the measure 'spending-shares', which no theory of burden "
                                    "sharing has; did you mean 'spending-share'?"});
    EXPECT_EQ(said_of(which, {}), Lines{});
}

TEST(CheckBurden, a_figure_stands_once_for_a_state_and_year) {
    Case which = burdened();
    BurdenFigure figure;
    figure.state = state("JPN");
    figure.year = 2016;
    figure.measure = "spending-share";
    figure.value = 0.9;
    which.burden->figures = {figure, figure};
    EXPECT_EQ(said_of(which), Lines{"the spending-share of JPN in 2016 stands twice"});
    which.burden->figures[1].year = 2017;
    EXPECT_EQ(said_of(which), Lines{});
}

Case compared(const std::vector<Figure>& figures, const std::vector<Conversion>& conversions) {
    Case which = burdened();
    which.figures = figures;
    SameQuantity same;
    same.id = "budget";
    same.into = "USD";
    for (const Figure& each : figures) same.figures.push_back(each.id);
    for (const Conversion& each : conversions) same.conversions.push_back(each.id);
    which.burden->same_quantities = {same};
    which.burden->conversions = conversions;
    return which;
}

TEST(CheckBurden, figures_of_two_currencies_need_a_conversion_and_a_rate_serves_both_ways) {
    const std::vector<Figure> figures{money("usd", 44.5, "USD"), money("yen", 5260, "JPY")};
    EXPECT_EQ(said_of(compared(figures, {})),
              Lines{"the comparison is in USD, 'yen' is in JPY, and no conversion joins the two"});
    EXPECT_EQ(said_of(compared(figures, {conversion("JPY", "USD")})), Lines{});
    EXPECT_EQ(said_of(compared(figures, {conversion("USD", "JPY")})), Lines{});
    EXPECT_EQ(said_of(compared(figures, {conversion("JPY", "USD"), conversion("EUR", "USD")})),
              Lines{"the comparison has no use for the conversion 'EUR-USD'"});
}

TEST(CheckBurden, money_has_a_currency) {
    EXPECT_EQ(said_of(compared({money("usd", 44.5, "USD"), money("bare", 50, "")}, {})),
              Lines{"the comparison takes 'bare' for money, and it states no currency"});
}

TEST(CheckBurden, a_poll_is_in_percent_and_without_n_it_is_said_once) {
    Case which = burdened();
    which.figures = {figure("a", 78), figure("b", 24)};
    OpinionSeries series;
    series.id = "trust";
    series.of = state("JPN");
    series.figures = {"a", "b"};
    which.burden->opinions = {series, series};
    EXPECT_EQ(said_of(which), Lines{"2 polls of opinions, 'a', 'b', do not state n"});
    which.figures[0].sample_size = 1000;
    EXPECT_EQ(said_of(which), Lines{"the poll 'b' does not state n"});
    which.figures[1].sample_size = 1009;
    EXPECT_EQ(said_of(which), Lines{});
    which.figures[1].value = 124;
    which.burden->opinions = {series};
    EXPECT_EQ(said_of(which), Lines{"the opinion 'b' is 124 percent"});
}

}  // namespace
}  // namespace entente::evidence
