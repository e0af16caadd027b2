#include "assessment/order_of_cases.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "assessment/compared.hpp"

namespace entente::assessment {
namespace {

using testing::add_coder;
using testing::add_setting;
using testing::Compared;
using testing::factor_with;
using testing::rerun_with;

const OrderTest& test_of(const CaseOrder& order, OrderTestKind kind) {
    const auto found = std::ranges::find(order.tests, kind, &OrderTest::kind);
    if (found == order.tests.end()) throw std::out_of_range("no such test");
    return *found;
}

TEST(OrderOfCases, the_case_with_the_larger_tilt_leans_further_to_weakened) {
    Compared compared;
    compared.add("north", 0.4, 0.3);
    compared.add("south", 0.7, 0.1);
    const auto order = order_of(compared.cases(), 0, 1);
    EXPECT_EQ(order.further, 1U);
    EXPECT_EQ(order.other, 0U);
    EXPECT_NEAR(*order.apart, 0.5, 1e-12);  // (0.7 − 0.1) − (0.4 − 0.3)
}

TEST(OrderOfCases, nothing_is_ordered_where_one_case_has_no_verdict) {
    Compared compared;
    compared.add("north", 0.4, 0.3);
    compared.add("south", 0.7, 0.1).outcome.verdict.direction = VerdictDirection::NotAssessed;
    const auto order = order_of(compared.cases(), 0, 1);
    EXPECT_EQ(order.answer, OrderAnswer::NotAssessed);
    EXPECT_FALSE(order.apart);
    EXPECT_TRUE(order.tests.empty());
}

TEST(OrderOfCases, equal_tilts_are_level_whatever_the_coders_say) {
    Compared compared;
    for (const auto* name : {"north", "south"}) {
        auto& assessment = compared.add(name, 0.5, 0.2);
        add_coder(assessment, "first", 0.9, 0.0);
        add_coder(assessment, "second", 0.1, 0.8);
    }
    EXPECT_EQ(order_of(compared.cases(), 0, 1).answer, OrderAnswer::Level);
}

TEST(OrderOfCases, a_single_coder_leaves_open_what_is_coding_noise) {
    Compared compared;
    auto& north = compared.add("north", 0.8, 0.1);
    add_coder(north, "first", 0.8, 0.1);
    add_coder(north, "second", 0.7, 0.1);
    compared.add("south", 0.3, 0.3);
    const auto order = order_of(compared.cases(), 0, 1);
    EXPECT_EQ(order.answer, OrderAnswer::OneCoder);
    EXPECT_EQ(test_of(order, OrderTestKind::Coders).why_not, "south has no second coder's verdict");
}

TEST(OrderOfCases, a_coder_who_read_too_little_does_not_count) {
    Compared compared;
    auto& north = compared.add("north", 0.8, 0.1);
    add_coder(north, "first", 0.8, 0.1);
    add_coder(north, "second", 0.7, 0.1);
    auto& south = compared.add("south", 0.3, 0.3);
    add_coder(south, "first", 0.3, 0.3);
    add_coder(south, "second", 0.3, 0.3);
    south.coders.back().stands_alone = false;
    EXPECT_EQ(order_of(compared.cases(), 0, 1).answer, OrderAnswer::OneCoder);
}

// Tilts of north: 0.6 and 0.2; of south: 0.4 and 0.0. Of the four pairs, 0.2 against 0.4 is turned round.
TEST(OrderOfCases, coders_whose_readings_overlap_make_the_difference_noise) {
    Compared compared;
    auto& north = compared.add("north", 0.6, 0.2);
    add_coder(north, "first", 0.7, 0.1);
    add_coder(north, "second", 0.5, 0.3);
    auto& south = compared.add("south", 0.5, 0.3);
    add_coder(south, "first", 0.6, 0.2);
    add_coder(south, "second", 0.4, 0.4);
    const auto order = order_of(compared.cases(), 0, 1);
    const auto& coders = test_of(order, OrderTestKind::Coders);
    EXPECT_EQ(coders.kept, 3);
    EXPECT_EQ(coders.reversed, 1);
    EXPECT_NEAR(coders.least, -0.2, 1e-12);
    EXPECT_NEAR(coders.most, 0.6, 1e-12);
    EXPECT_EQ(coders.turned_by, std::vector<std::string>{"'second' on north against 'first' on south"});
    EXPECT_EQ(order.answer, OrderAnswer::CodingNoise);
    EXPECT_NEAR(*order.between_coders, 0.4, 1e-12);
}

TEST(OrderOfCases, the_spread_between_coders_is_that_of_the_case_where_they_differ_most) {
    Compared compared;
    auto& north = compared.add("north", 0.6, 0.2);
    add_coder(north, "first", 0.7, 0.1);
    add_coder(north, "second", 0.6, 0.1);
    auto& south = compared.add("south", 0.5, 0.3);
    add_coder(south, "first", 0.4, 0.2);
    add_coder(south, "second", 0.2, 0.3);
    const auto order = order_of(compared.cases(), 0, 1);
    EXPECT_EQ(order.between_coders_of, 1U);
    EXPECT_NEAR(*order.between_coders, 0.3, 1e-12);  // (0.4 − 0.2) − (0.2 − 0.3)
}

// Two cases whose coders all keep the order.
Compared clearly_ordered() {
    Compared compared;
    auto& north = compared.add("north", 0.8, 0.1);
    add_coder(north, "first", 0.8, 0.1);
    add_coder(north, "second", 0.7, 0.1);
    auto& south = compared.add("south", 0.3, 0.3);
    add_coder(south, "first", 0.3, 0.3);
    add_coder(south, "second", 0.2, 0.3);
    return compared;
}

TEST(OrderOfCases, an_order_holds_where_nothing_turns_it_round) {
    EXPECT_EQ(order_of(clearly_ordered().cases(), 0, 1).answer, OrderAnswer::Holds);
}

TEST(OrderOfCases, settings_are_paired_with_their_like_only) {
    auto compared = clearly_ordered();
    auto& extra = compared.add("east", 0.2, 0.4);
    add_coder(extra, "first", 0.2, 0.4);
    add_coder(extra, "second", 0.2, 0.4);
    add_setting(extra, 0.5, 0.9, 0.0);
    add_setting(extra, 0.8, 0.2, 0.4);
    auto& more = compared.add("west", 0.8, 0.1);
    add_coder(more, "first", 0.8, 0.1);
    add_coder(more, "second", 0.8, 0.1);
    add_setting(more, 0.5, 0.8, 0.1);
    add_setting(more, 1.0, 0.1, 0.8);  // no such setting in the other
    const auto order = order_of(compared.cases(), 2, 3);
    const auto& settings = test_of(order, OrderTestKind::Settings);
    EXPECT_EQ(settings.kept, 0);
    EXPECT_EQ(settings.reversed, 1);  // 0.8 − 0.1 against 0.9
    EXPECT_EQ(order.answer, OrderAnswer::DependsOnChoices);
}

TEST(OrderOfCases, each_cluster_of_either_case_is_left_out_once) {
    Compared compared;
    auto& north = compared.add("north", 0.8, 0.1);
    north.sensitivity.leave_one_cluster_out = {rerun_with("tariffs", 0.2, 0.4), rerun_with("summit", 0.8, 0.0)};
    auto& south = compared.add("south", 0.3, 0.3);
    south.sensitivity.leave_one_cluster_out = {rerun_with("exercise", 0.9, 0.0)};
    const auto order = order_of(compared.cases(), 0, 1);
    const auto& clusters = test_of(order, OrderTestKind::Clusters);
    EXPECT_EQ(clusters.kept, 1);
    EXPECT_EQ(clusters.reversed, 2);
    // −0.2 against 0.0, and 0.7 against 0.9: equally far, in the order of the cases
    const std::vector<std::string> expected{"north without 'tariffs'", "south without 'exercise'"};
    EXPECT_EQ(clusters.turned_by, expected);
}

TEST(OrderOfCases, reruns_on_the_same_evidence_are_joined_by_name) {
    Compared compared;
    auto& north = compared.add("north", 0.8, 0.1);
    north.sensitivity.source_class = {rerun_with("only press", 0.2, 0.4), rerun_with("only poll", 0.9, 0.0)};
    north.sensitivity.kinds = {rerun_with("acts only", 0.5, 0.1)};
    auto& south = compared.add("south", 0.3, 0.3);
    south.sensitivity.source_class = {rerun_with("only press", 0.6, 0.1), rerun_with("only official", 0.9, 0.0)};
    south.sensitivity.kinds = {rerun_with("acts only", 0.1, 0.1)};
    const auto order = order_of(compared.cases(), 0, 1);
    const auto& same = test_of(order, OrderTestKind::SameEvidence);
    EXPECT_EQ(same.comparisons(), 2);
    EXPECT_EQ(same.turned_by, std::vector<std::string>{"only press"});
}

TEST(OrderOfCases, a_rerun_without_evidence_is_not_compared) {
    Compared compared;
    auto& north = compared.add("north", 0.8, 0.1);
    north.sensitivity.kinds = {rerun_with("acts only", 0.2, 0.2)};
    north.sensitivity.kinds.back().direction = VerdictDirection::NotAssessed;
    auto& south = compared.add("south", 0.3, 0.3);
    south.sensitivity.kinds = {rerun_with("acts only", 0.9, 0.1)};
    const auto order = order_of(compared.cases(), 0, 1);
    const auto& test = test_of(order, OrderTestKind::SameEvidence);
    EXPECT_EQ(test.comparisons(), 0);
    EXPECT_EQ(test.why_not, "the cases have no kind of evidence in common");
}

// With one factor in common, of magnitude 1, the net is that factor: tilts 0.1 − 0.3 against 0.5 − 0.2.
TEST(OrderOfCases, on_the_factors_in_common_the_verdicts_rule_is_applied_again) {
    Compared compared;
    auto& north = compared.add("north", 0.8, 0.1);
    north.outcome.factors = {factor_with("will", Finding::Weakened, 0.9, 0.0),
                             factor_with("trade", Finding::Unchanged, 0.1, 0.3)};
    auto& south = compared.add("south", 0.3, 0.3);
    south.outcome.factors = {factor_with("will", Finding::NotAssessed, 0.2, 0.2),
                             factor_with("trade", Finding::Unchanged, 0.5, 0.2)};
    const auto order = order_of(compared.cases(), 0, 1);
    const auto& common = test_of(order, OrderTestKind::CommonFactors);
    EXPECT_EQ(common.reversed, 1);
    EXPECT_NEAR(common.least, -0.5, 1e-12);
    EXPECT_EQ(common.turned_by, std::vector<std::string>{"on the 1 factor assessed in both"});
}

TEST(OrderOfCases, coders_of_a_factor_are_those_who_have_it) {
    Compared compared;
    auto& north = compared.add("north", 0.8, 0.1);
    auto& south = compared.add("south", 0.3, 0.3);
    for (auto* assessment : {&north, &south}) {
        add_coder(*assessment, "first", 0.5, 0.5);
        add_coder(*assessment, "second", 0.5, 0.5);
        for (auto& coder : assessment->coders) {
            coder.outcome.factors = {factor_with("will", Finding::Unchanged, assessment == &north ? 0.6 : 0.3, 0.1)};
        }
    }
    auto cases = compared.cases();
    EXPECT_EQ(coders_on_factor(cases[0], cases[1], "will").kept, 4);
    south.coders.back().outcome.factors.front().finding = Finding::NotAssessed;
    const auto test = coders_on_factor(cases[0], cases[1], "will");
    EXPECT_EQ(test.comparisons(), 0);
    EXPECT_EQ(test.why_not, "south has no second coder's verdict");
}

}  // namespace
}  // namespace entente::assessment
