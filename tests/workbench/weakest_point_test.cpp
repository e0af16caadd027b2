#include "workbench/weakest_point.hpp"

#include <gtest/gtest.h>

#include "assessment/world.hpp"

namespace entente::workbench {
namespace {

using assessment::Assessment;
using assessment::Rerun;
using assessment::VerdictDirection;

// Everything agrees, and every factor is assessed.
Assessment firm() {
    Assessment made;
    made.outcome.verdict.direction = VerdictDirection::Weakened;
    made.sensitivity.multiverse.resize(3);
    for (auto& setting : made.sensitivity.multiverse) setting.direction = VerdictDirection::Weakened;
    made.sensitivity.placebos = {{"no items", "not assessed", "not assessed", true}};
    return made;
}

Rerun changing(const std::string& name, VerdictDirection direction, int items) {
    return {name, direction, assessment::Size::None, {}, items, true};
}

std::string point(const Assessment& assessment) {
    auto theory = testing::eleven_factors();
    theory.factors[1].name = "trust";  // credibility
    return weakest_point(assessment, theory);
}

TEST(WeakestPoint, is_nothing_where_nothing_was_assessed) {
    EXPECT_EQ(point({}), "");
}

TEST(WeakestPoint, is_the_coding_itself_where_every_rerun_agrees) {
    EXPECT_EQ(point(firm()), "none of the reruns changes it; the choice and the coding of the items remain");
}

TEST(WeakestPoint, is_what_was_not_assessed_where_every_rerun_agrees_and_factors_are_idle) {
    auto assessment = firm();
    assessment.outcome.factors.resize(2);
    assessment.outcome.factors[0].finding = assessment::Finding::Unchanged;
    EXPECT_EQ(point(assessment), "1 factor is not assessed, for want of items");
    assessment.outcome.factors[0].finding = assessment::Finding::NotAssessed;
    EXPECT_EQ(point(assessment), "2 factors are not assessed, for want of items");
}

TEST(WeakestPoint, is_the_share_of_settings_that_say_otherwise) {
    auto assessment = firm();
    assessment.sensitivity.multiverse[0].direction = VerdictDirection::Unchanged;
    EXPECT_EQ(point(assessment), "1 of 3 settings of the protocol do not say weakened");
}

TEST(WeakestPoint, a_leaning_comes_before_the_settings) {
    auto assessment = firm();
    assessment.sensitivity.multiverse[0].direction = VerdictDirection::Unchanged;
    assessment.sensitivity.leaning = {changing("without left", VerdictDirection::Unchanged, 4)};
    EXPECT_EQ(point(assessment), "without left outlets, the rest say unchanged");
}

TEST(WeakestPoint, a_kind_comes_before_a_leaning) {
    auto assessment = firm();
    assessment.sensitivity.leaning = {changing("without left", VerdictDirection::Unchanged, 4)};
    assessment.sensitivity.kinds = {changing("words only", VerdictDirection::Unchanged, 4)};
    EXPECT_EQ(point(assessment), "words alone say unchanged");
}

TEST(WeakestPoint, a_source_class_comes_before_a_kind_and_the_rerun_with_most_items_counts) {
    auto assessment = firm();
    assessment.sensitivity.kinds = {changing("words only", VerdictDirection::Unchanged, 4)};
    assessment.sensitivity.source_class = {changing("only poll", VerdictDirection::Mixed, 2),
                                           changing("only official", VerdictDirection::Unchanged, 7)};
    EXPECT_EQ(point(assessment), "official sources alone say unchanged");
}

TEST(WeakestPoint, a_rerun_that_leaves_nothing_to_assess_tells_nothing) {
    auto assessment = firm();
    assessment.sensitivity.source_class = {changing("without press", VerdictDirection::NotAssessed, 0)};
    EXPECT_EQ(point(assessment), "none of the reruns changes it; the choice and the coding of the items remain");
}

TEST(WeakestPoint, a_single_cluster_comes_before_a_source_class) {
    auto assessment = firm();
    assessment.sensitivity.source_class = {changing("only official", VerdictDirection::Unchanged, 7)};
    assessment.sensitivity.leave_one_cluster_out = {changing("tpp", VerdictDirection::Unchanged, 30)};
    EXPECT_EQ(point(assessment), "without the cluster 'tpp' it is unchanged");
}

TEST(WeakestPoint, a_single_recoding_comes_before_a_cluster_left_out) {
    auto assessment = firm();
    assessment.sensitivity.leave_one_cluster_out = {changing("tpp", VerdictDirection::Unchanged, 30)};
    assessment.sensitivity.recodings.single = {{"credibility", "free-riding", "", "", VerdictDirection::Mixed}};
    EXPECT_EQ(point(assessment), "turning one cluster ('free-riding' under trust) makes it mixed");
}

TEST(WeakestPoint, a_coder_of_another_mind_comes_before_a_recoding) {
    auto assessment = firm();
    assessment.sensitivity.recodings.single = {{"credibility", "free-riding", "", "", VerdictDirection::Mixed}};
    assessment.coders.resize(3);
    assessment.coders[0].coder = "first";
    assessment.coders[0].outcome.verdict.direction = VerdictDirection::Weakened;
    assessment.coders[1].coder = "reader";  // coded nothing
    assessment.coders[2].coder = "second";
    assessment.coders[2].outcome.verdict.direction = VerdictDirection::Strengthened;
    EXPECT_EQ(point(assessment), "coder 'second' alone says strengthened");
}

TEST(WeakestPoint, is_no_coder_who_hardly_read_anything) {
    auto assessment = firm();
    assessment.coders.resize(1);
    assessment.coders[0].coder = "second";
    assessment.coders[0].stands_alone = false;
    assessment.coders[0].outcome.verdict.direction = VerdictDirection::Strengthened;
    EXPECT_EQ(point(assessment), "none of the reruns changes it; the choice and the coding of the items remain");
}

TEST(WeakestPoint, a_placebo_that_does_not_hold_comes_before_all) {
    auto assessment = firm();
    assessment.coders.resize(1);
    assessment.coders[0].coder = "second";
    assessment.coders[0].outcome.verdict.direction = VerdictDirection::Strengthened;
    assessment.sensitivity.placebos = {{"no items", "not assessed", "weakened", false}};
    EXPECT_EQ(point(assessment), "the placebo 'no items' does not hold: weakened");
}

}  // namespace
}  // namespace entente::workbench
