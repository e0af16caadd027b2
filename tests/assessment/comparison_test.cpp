#include "assessment/comparison.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "assessment/compared.hpp"
#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::add_coder;
using testing::Compared;
using testing::factor_with;

const FactorRow& row_of(const Comparison& comparison, const std::string& id) {
    const auto found = std::ranges::find(comparison.factors, id, &FactorRow::id);
    if (found == comparison.factors.end()) throw std::out_of_range(id);
    return *found;
}

// The accord of one factor with these findings.
Accord accord_of(const std::vector<Finding>& findings) {
    Compared compared;
    for (const auto finding : findings) {
        compared.add("case", 0.5, 0.2).outcome.factors = {factor_with("will", finding, 0.4, 0.2)};
    }
    return row_of(compare(compared.cases()), "will").accord;
}

TEST(Comparison, cases_agree_where_the_findings_are_the_same) {
    EXPECT_EQ(accord_of({Finding::Weakened, Finding::Weakened}), Accord::Alike);
    EXPECT_EQ(accord_of({Finding::Weakened, Finding::LeaningWeakened}), Accord::SameSide);
    EXPECT_EQ(accord_of({Finding::Weakened, Finding::Unchanged}), Accord::Differs);
    EXPECT_EQ(accord_of({Finding::Weakened, Finding::Strengthened}), Accord::Differs);
}

TEST(Comparison, a_factor_without_items_is_neither_agreement_nor_difference) {
    EXPECT_EQ(accord_of({Finding::Unchanged, Finding::NotAssessed}), Accord::OneOnly);
    EXPECT_EQ(accord_of({Finding::NotAssessed, Finding::NotAssessed}), Accord::None);
    EXPECT_EQ(accord_of({Finding::Unchanged, Finding::NotAssessed, Finding::Unchanged}), Accord::Alike);
}

TEST(Comparison, a_factor_of_one_case_has_no_distance) {
    Compared compared;
    compared.add("north", 0.5, 0.2).outcome.factors = {factor_with("will", Finding::Weakened, 0.8, 0.1)};
    compared.add("south", 0.5, 0.2).outcome.factors = {factor_with("will", Finding::NotAssessed, 0.2, 0.2)};
    const auto comparison = compare(compared.cases());
    const auto& row = row_of(comparison, "will");
    EXPECT_FALSE(row.leans_furthest);
    EXPECT_FALSE(row.cases[1].tilt);
}

TEST(Comparison, the_case_that_leans_furthest_may_lean_to_strengthened) {
    Compared compared;
    compared.add("north", 0.5, 0.2).outcome.factors = {factor_with("will", Finding::Unchanged, 0.3, 0.1)};
    compared.add("south", 0.5, 0.2).outcome.factors = {factor_with("will", Finding::Strengthened, 0.0, 0.8)};
    const auto comparison = compare(compared.cases());
    const auto& row = row_of(comparison, "will");
    EXPECT_EQ(*row.leans_furthest, 1U);
    EXPECT_NEAR(row.apart, 1.0, 1e-12);  // (0.3 − 0.1) − (0.0 − 0.8)
}

TEST(Comparison, of_three_cases_the_distance_is_to_the_farthest) {
    Compared compared;
    compared.add("north", 0.5, 0.2).outcome.factors = {factor_with("will", Finding::Weakened, 0.9, 0.0)};
    compared.add("south", 0.5, 0.2).outcome.factors = {factor_with("will", Finding::Unchanged, 0.5, 0.0)};
    compared.add("east", 0.5, 0.2).outcome.factors = {factor_with("will", Finding::Unchanged, 0.2, 0.1)};
    const auto comparison = compare(compared.cases());
    const auto& row = row_of(comparison, "will");
    EXPECT_EQ(*row.leans_furthest, 0U);
    EXPECT_EQ(row.farthest_from_it, 2U);
    EXPECT_NEAR(row.apart, 0.8, 1e-12);
    EXPECT_EQ(comparison.orders.size(), 3U);  // of each two
}

TEST(Comparison, an_issue_of_one_case_is_no_issue_of_the_other_and_shared_ones_stand_first) {
    Compared compared;
    auto& north = compared.add("north", 0.5, 0.2);
    compared.content(0).issues = {{"bases", "Bases", {}}, {"trade", "Trade", {}}};
    north.issues = {{.issue = "bases", .state = evidence::Continuity::New, .items = {"a"}, .others = {"b", "c"}},
                    {.issue = "trade", .state = evidence::Continuity::Reversed, .items = {"d"}, .others = {}}};
    auto& south = compared.add("south", 0.5, 0.2);
    compared.content(1).issues = {{"trade", "Commerce", {}}};
    south.issues = {{.issue = "trade", .state = std::nullopt, .items = {}, .others = {}}};
    const auto rows = compare(compared.cases()).issues;
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].id, "trade");
    EXPECT_EQ(rows[0].shared_by, 2);
    EXPECT_EQ(rows[0].cases[1].name, "Commerce");
    EXPECT_TRUE(rows[0].cases[1].of_this_case);
    EXPECT_FALSE(rows[0].cases[1].state);
    EXPECT_EQ(rows[1].id, "bases");
    EXPECT_FALSE(rows[1].cases[1].of_this_case);
    EXPECT_EQ(rows[1].cases[0].items, 1);
    EXPECT_EQ(rows[1].cases[0].coded, 3);
}

TEST(Comparison, a_coders_own_factor_stands_beside_the_pooled_one) {
    Compared compared;
    auto& north = compared.add("north", 0.5, 0.2);
    north.outcome.factors = {factor_with("will", Finding::Weakened, 0.8, 0.1)};
    add_coder(north, "first", 0.5, 0.2);
    north.coders.back().outcome.factors = {factor_with("will", Finding::Weakened, 0.6, 0.1)};
    add_coder(north, "second", 0.5, 0.2);
    north.coders.back().outcome.factors = {factor_with("will", Finding::NotAssessed, 0.2, 0.2)};
    compared.add("south", 0.5, 0.2).outcome.factors = {factor_with("will", Finding::Weakened, 0.8, 0.1)};
    const auto coders = row_of(compare(compared.cases()), "will").cases[0].coders;
    ASSERT_EQ(coders.size(), 1U);
    EXPECT_EQ(coders[0].coder, "first");
    EXPECT_NEAR(coders[0].tilt, 0.5, 1e-12);
}

TEST(Comparison, both_end_days_of_a_period_count_toward_its_years) {
    Compared compared;
    compared.add("north", 0.5, 0.2);
    compared.add("south", 0.5, 0.2);
    const auto comparison = compare(compared.cases());
    // 2007 to 2012: 6 years of which two are leap years, 2,192 days; 2,192 / 365.25
    EXPECT_NEAR(comparison.evidence[0].focal_years, 2192 / 365.25, 1e-9);
}

// The whole way from items: two worlds that differ in one item, against each alone.
TEST(Comparison, takes_what_each_assessment_holds) {
    const testing::World north({"s1,C2,C,new,A,A1,1,doubts,official", "s2,E4,E,new,A,A1,1,pact,official"});
    const testing::World south({"s2,E4,E,new,A,A1,1,pact,official"});
    const auto of_north = north.assessment();
    const auto of_south = south.assessment();
    const auto comparison = compare(
        {{"north", &north.which, &north.protocol, &of_north}, {"south", &south.which, &south.protocol, &of_south}});
    const auto& doubts = row_of(comparison, testing::factor_id("C2"));
    EXPECT_EQ(doubts.accord, Accord::OneOnly);
    EXPECT_EQ(doubts.cases[0].items, 1);
    EXPECT_EQ(doubts.cases[0].weighs_most, "s1");
    const auto& pact = row_of(comparison, testing::factor_id("E4"));
    EXPECT_EQ(pact.accord, Accord::Alike);
    EXPECT_EQ(pact.apart, 0);
    EXPECT_EQ(comparison.orders.front().further, 0U);
    const auto& settings = comparison.orders.front().tests[1];
    EXPECT_EQ(settings.comparisons(), static_cast<int>(of_north.sensitivity.multiverse.size()));
}

}  // namespace
}  // namespace entente::assessment
