#include "reports/names.hpp"

#include <gtest/gtest.h>

#include "reports/results.hpp"

namespace entente::reports {
namespace {

using assessment::Finding;
using assessment::Size;
using assessment::VerdictDirection;

TEST(Names, a_probability_has_two_digits_and_no_leading_zero) {
    EXPECT_EQ(probability(0.5749), ".57");
    EXPECT_EQ(probability(0), ".00");
    EXPECT_EQ(probability(0.999), "1.00");
    EXPECT_EQ(probability(1), "1.00");
}

TEST(Names, decibels_have_a_sign_and_a_minus_of_print) {
    EXPECT_EQ(decibels(6.28), "+6.3");
    EXPECT_EQ(decibels(-7.2), "\u22127.2");
    EXPECT_EQ(decibels(-2.30078, 4), "\u22122.3008");
}

TEST(Names, decibels_that_round_to_nothing_have_no_sign) {
    EXPECT_EQ(decibels(0), "0.0");
    EXPECT_EQ(decibels(-0.04), "0.0");
    EXPECT_EQ(decibels(-0.04, 2), "\u22120.04");
}

TEST(Names, a_coefficient_keeps_its_leading_zero) {
    EXPECT_EQ(coefficient(0.8), "0.80");
    EXPECT_EQ(coefficient(-0.0345), "\u22120.03");
    EXPECT_EQ(coefficient(0.53846, 3), "0.538");
}

TEST(Names, a_percentage_has_as_many_digits_as_asked) {
    EXPECT_EQ(percent(0.0187), "1.9%");
    EXPECT_EQ(percent(0.5, 0), "50%");
}

TEST(Names, a_percentage_below_nothing_has_a_minus_of_print) {
    EXPECT_EQ(percent(-0.09, 0), "\u22129%");
    EXPECT_EQ(percent(-0.004, 0), "0%");
}

TEST(Names, one_thing_is_singular_and_none_is_plural) {
    EXPECT_EQ(counted(1, "item"), "1 item");
    EXPECT_EQ(counted(0, "item"), "0 items");
    EXPECT_EQ(counted(7, "item"), "7 items");
}

TEST(Names, every_finding_has_its_own_word_and_sign) {
    EXPECT_EQ(finding(Finding::Weakened).text, "weakened ▼");
    EXPECT_EQ(finding(Finding::LeaningWeakened).text, "leans weaker ▽");
    EXPECT_EQ(finding(Finding::Strengthened).text, "strengthened ▲");
    EXPECT_EQ(finding(Finding::LeaningStrengthened).text, "leans stronger △");
    EXPECT_EQ(finding(Finding::Contested).text, "contested ◆");
    EXPECT_EQ(finding(Finding::Unchanged).text, "unchanged");
    EXPECT_EQ(finding(Finding::NotAssessed).text, "not assessed");
}

TEST(Names, a_verdict_is_its_size_and_its_direction) {
    EXPECT_EQ(verdict_words(VerdictDirection::Weakened, Size::Slightly), "slightly weakened");
    EXPECT_EQ(verdict_words(VerdictDirection::Strengthened, Size::Clearly), "clearly strengthened");
    EXPECT_EQ(verdict_words(VerdictDirection::Mixed, Size::None), "mixed");
    EXPECT_EQ(verdict_words(VerdictDirection::NotAssessed, Size::None), "not assessed");
}

TEST(Names, a_factor_holds_or_wears_only_where_decibels_can_be_seen) {
    EXPECT_EQ(standing(3), "holds");
    EXPECT_EQ(standing(-3), "wears");
    EXPECT_EQ(standing(0.04), "—");
}

TEST(Names, a_citation_shows_its_place) {
    EXPECT_EQ(cited({{"thesis-2019", "§3.3", {}}, {"asahi", "", {}}}), "thesis-2019 §3.3, asahi");
}

TEST(Names, a_doer_outside_the_alliance_is_one_of_the_others) {
    const auto result = testing::empty_result();
    EXPECT_EQ(member_name(*result.open, ""), "others");
    EXPECT_EQ(member_name(*result.open, "XYZ"), "XYZ");  // a code that no state has
}

TEST(Names, the_origin_names_case_theory_protocol_cutoff_and_seed) {
    auto open = *testing::empty_result().open;
    open.content.sha256 = std::string(64, 'a');
    const auto line = provenance(open, 1951);
    EXPECT_TRUE(line.starts_with("case world aaaaaaaaaaaa · theory walt-1997 ")) << line;
    EXPECT_NE(line.find("cut-off 2019-02-28 · seed 1951 · entente "), std::string::npos) << line;
}

}  // namespace
}  // namespace entente::reports
