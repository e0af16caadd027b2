#include "workbench/figures.hpp"

#include <gtest/gtest.h>

namespace entente::workbench {
namespace {

evidence::Figure figure(const std::string& id, double value, const std::string& unit,
                        const std::string& currency = "") {
    evidence::Figure made;
    made.id = id;
    made.value = value;
    made.unit = unit;
    made.currency = currency;
    made.as_of = *parse_date("2017");
    made.sources = {{"source-of-" + id, "", {}}};
    return made;
}

evidence::DerivedInput reference(const std::string& id) {
    return {id, std::nullopt, std::nullopt, {}};
}

// A case with two polls, one item, two sums of money, and one number derived from what a test names.
evidence::Case with(const std::string& measure, std::vector<evidence::DerivedInput> inputs) {
    evidence::Case which;
    which.figures = {figure("pew-2016", 78, "percent"), figure("pew-2017", 24, "percent"),
                     figure("budget-yen", 5, "trillion", "JPY"), figure("budget-dollars", 47, "billion", "USD")};
    evidence::Item item;
    item.id = "statement";
    item.date = *parse_date("2017-02-10");
    item.sources = {{"white-house", "", {}}};
    which.items = {item};
    evidence::Derived derived;
    derived.id = "d";
    derived.measure = measure;
    derived.inputs = std::move(inputs);
    which.derived = {derived};
    return which;
}

DerivedResult only(const evidence::Case& which) {
    auto results = derive(which);
    results.at(0).derived = nullptr;  // it points into a case that may be gone
    return results.at(0);
}

TEST(Derive, computes_a_difference_of_two_figures) {
    const auto result = only(with("difference", {reference("pew-2016"), reference("pew-2017")}));
    ASSERT_EQ(result.result.values.size(), 1U);
    EXPECT_DOUBLE_EQ(result.result.values[0], -54);  // 24 − 78
    EXPECT_EQ(result.inputs, (std::vector<std::string>{"pew-2016 = 78 percent", "pew-2017 = 24 percent"}));
    EXPECT_EQ(result.sources, (std::vector<std::string>{"source-of-pew-2016", "source-of-pew-2017"}));
}

TEST(Derive, takes_the_date_of_an_item_and_a_bare_day) {
    evidence::DerivedInput day;
    day.day = make_day(2017, 3, 1);
    const auto result = only(with("days-between", {reference("statement"), day}));
    ASSERT_EQ(result.result.values.size(), 1U);
    EXPECT_DOUBLE_EQ(result.result.values[0], 19);  // 10 February to 1 March of a common year: 18 + 1
    EXPECT_EQ(result.inputs, (std::vector<std::string>{"statement = 2017-02-10", "2017-03-01"}));
    EXPECT_EQ(result.sources, std::vector<std::string>{"white-house"});
}

TEST(Derive, cites_a_source_once) {
    EXPECT_EQ(only(with("difference", {reference("pew-2017"), reference("pew-2017")})).sources,
              std::vector<std::string>{"source-of-pew-2017"});
}

TEST(Derive, never_adds_yen_and_dollars) {
    const auto result = only(with("sum", {reference("budget-yen"), reference("budget-dollars")}));
    EXPECT_TRUE(result.result.values.empty());
    EXPECT_NE(result.result.why_not.find("trillion JPY"), std::string::npos) << result.result.why_not;
    EXPECT_NE(result.result.why_not.find("billion USD"), std::string::npos) << result.result.why_not;
}

TEST(Derive, an_unknown_measure_has_a_reason_and_a_suggestion) {
    const auto result = only(with("diference", {reference("pew-2016"), reference("pew-2017")}));
    EXPECT_EQ(result.measure, nullptr);
    EXPECT_TRUE(result.result.values.empty());
    EXPECT_EQ(result.result.why_not, "there is no measure 'diference'; did you mean 'difference'?");
}

TEST(Derive, an_unknown_reference_has_a_reason_and_a_suggestion) {
    const auto result = only(with("difference", {reference("pew-2016"), reference("pew-2071")}));
    EXPECT_TRUE(result.result.values.empty());
    EXPECT_EQ(result.result.why_not,
              "there is no figure, item, meeting or period 'pew-2071'; did you mean 'pew-2017'?");
}

TEST(CheckDerived, an_unknown_measure_is_an_error_and_unfit_inputs_are_a_warning) {
    Problems unknown;
    check_derived(with("no-such-measure", {reference("pew-2016")}), unknown);
    EXPECT_TRUE(unknown.has_errors());
    Problems unfit;
    check_derived(with("sum", {reference("budget-yen"), reference("budget-dollars")}), unfit);
    EXPECT_FALSE(unfit.has_errors());
    EXPECT_FALSE(unfit.empty());
}

}  // namespace
}  // namespace entente::workbench
