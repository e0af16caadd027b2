#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"
#include "core/sha256.hpp"
#include "file_edits.hpp"
#include "theory_text.hpp"

namespace entente::casefile {
namespace {

using evidence::BurdenFormula;

constexpr const char* kTheory = R"(id = "small"
kind = "burden"
name = "Small"
summary = "s"
citation = "c"
cautions = ["one caution"]
size = "gdp-cow.pwtrgdp"
effort = "share"
leader = "share"
trend = "sipri-milex.constant_usd_million"

[weighting]
step = 0.5
known_share = 0.8

[[measure]]
id = "share"
name = "share"
heading = "% GDP"
formula = "value"
data = ["sipri-milex.share_of_gdp"]
scale = 100
unit = "% of GDP"
decimals = 2
stage = "input"
coin = "money"
sense = "carries-more"
stale_after = 1
weight = 1
base = "gdp-cow.pwtrgdp"
definition = "d"
assumption = "a"
citations = ["c1"]

[[measure]]
id = "soldiers"
name = "soldiers"
heading = "forces"
formula = "ratio"
data = ["nmc.milper", "nmc.milper"]
per = ["gdp-cow.pwtpop", { column = "nmc.tpop", scale = 0.001 }]
unit = "per 1,000 people"
stage = "output"
coin = "people"
sense = "carries-more"
stale_after = 3
weight = 1
pairs_only = true
definition = "d"
assumption = "a"
mixes = "m"

[[guideline]]
id = "two"
measure = "share"
at_least = 2
text = "t"
bindingness = "aspirational"
since = 2014-09-05
deadline = 2024-12-31
alliances = ["3180"]

[[reading]]
id = "leadership"
of = "leader-share"
says = "s"
)";

Lines problems_of(const std::string& text) {
    return problems_in(burden_theory_from, text);
}

Lines changed(const std::string& old, const std::string& with) {
    return problems_of(replaced(kTheory, old, with));
}

TEST(BurdenTheory, every_key_arrives) {
    Problems problems;
    const auto theory = burden_theory_from(kTheory, "t.toml", problems);
    ASSERT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(theory.id, "small");
    EXPECT_EQ(theory.sha256, sha256(kTheory));
    EXPECT_EQ(theory.size, "gdp-cow.pwtrgdp");
    EXPECT_EQ(theory.effort, "share");
    EXPECT_EQ(theory.leader, "share");
    EXPECT_EQ(theory.trend, "sipri-milex.constant_usd_million");
    EXPECT_EQ(theory.step, 0.5);
    EXPECT_EQ(theory.known_share, 0.8);
    ASSERT_EQ(theory.measures.size(), 2U);
    const auto& share = theory.measures[0];
    EXPECT_EQ(share.heading, "% GDP");
    EXPECT_EQ(share.formula, BurdenFormula::Value);
    EXPECT_EQ(share.data[0].column, "sipri-milex.share_of_gdp");
    EXPECT_EQ(share.data[0].scale, 1);
    EXPECT_EQ(share.scale, 100);
    EXPECT_EQ(share.decimals, 2);
    EXPECT_EQ(share.stale_after, 1);
    EXPECT_EQ(share.base, "gdp-cow.pwtrgdp");
    EXPECT_FALSE(share.pairs_only);
    const auto& soldiers = theory.measures[1];
    ASSERT_EQ(soldiers.per.size(), 2U);
    EXPECT_EQ(soldiers.per[1].column, "nmc.tpop");
    EXPECT_EQ(soldiers.per[1].scale, 0.001);
    EXPECT_EQ(soldiers.coin, evidence::BurdenCoin::People);
    EXPECT_EQ(soldiers.stage, evidence::BurdenStage::Output);
    EXPECT_TRUE(soldiers.pairs_only);
    EXPECT_EQ(soldiers.mixes, "m");
    ASSERT_EQ(theory.guidelines.size(), 1U);
    EXPECT_EQ(theory.guidelines[0].bindingness, "aspirational");
    EXPECT_EQ(theory.guidelines[0].since, make_day(2014, 9, 5));
    EXPECT_EQ(theory.guidelines[0].deadline, make_day(2024, 12, 31));
    ASSERT_EQ(theory.readings.size(), 1U);
    EXPECT_EQ(theory.readings[0].of, "leader-share");
}

TEST(BurdenTheory, the_shipped_one_is_without_problems) {
    Problems problems;
    const auto theory =
        read_burden_theory(std::filesystem::path(ENTENTE_SOURCE_DIR) / "theories/olson-zeckhauser-1966.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(theory.id, "olson-zeckhauser-1966");
}

TEST(BurdenTheory, a_file_says_what_it_is) {
    EXPECT_EQ(changed("kind = \"burden\"", "kind = \"threat\""),
              Lines{"2:8 this is a theory of threat: it has no measures of burden sharing"});
    EXPECT_EQ(changed("kind = \"burden\"\n", ""),
              Lines{"0:0 this is a theory to code evidence under: it has no measures of burden sharing"});
    Problems problems;
    (void)theory_from(kTheory, "t.toml", problems);
    EXPECT_EQ(lines_of(problems),
              Lines{"t.toml:2:8 this is a theory of burden sharing: it has no factors to code evidence under"});
    Problems more;
    (void)threat_theory_from(kTheory, "t.toml", more);
    EXPECT_EQ(lines_of(more), Lines{"t.toml:2:8 this is a theory of burden sharing: it has no components of threat"});
}

TEST(BurdenTheory, any_reader_finds_the_kind) {
    CaseCopy copy;
    copy.write("small.toml", kTheory);
    Problems problems;
    EXPECT_TRUE(std::holds_alternative<evidence::BurdenTheory>(read_any_theory(copy / "small.toml", problems)));
    EXPECT_EQ(lines_of(problems), Lines{});
}

TEST(BurdenTheory, a_measure_has_data_as_its_formula_takes_them) {
    EXPECT_EQ(changed("data = [\"sipri-milex.share_of_gdp\"]\n", ""), Lines{"16:1 the formula 'value' has no data"});
    EXPECT_EQ(changed("scale = 100", "per = [\"nmc.tpop\"]\nscale = 100"),
              Lines{"22:7 the formula 'value' divides by nothing"});
    EXPECT_EQ(changed("data = [\"nmc.milper\", \"nmc.milper\"]", "data = [\"nmc.milper\", \"a.b\", \"c.d\"]"),
              Lines{"41:7 'per' has 2 entries for 3 of 'data'"});
    EXPECT_EQ(changed("data = [\"nmc.milper\", \"nmc.milper\"]", "data = [\"nmc.milper\", 3]").front(),
              "40:23 this names no data");
    EXPECT_EQ(changed("formula = \"value\"", "formula = \"case-only\""), Lines{"21:8 'case-only' has no data"});
    EXPECT_EQ(changed("scale = 0.001", "scale = 0"), Lines{"41:57 'scale' is not above zero"});
}

TEST(BurdenTheory, one_divisor_serves_all_data) {
    EXPECT_EQ(changed("[\"gdp-cow.pwtpop\", { column = \"nmc.tpop\", scale = 0.001 }]", "[\"gdp-cow.pwtpop\"]"),
              Lines{});
}

TEST(BurdenTheory, dependence_counts_in_no_fair_share) {
    const auto lines = changed("sense = \"carries-more\"\nstale_after = 1", "sense = \"neither\"\nstale_after = 1");
    EXPECT_EQ(lines, Lines{"29:10 a measure whose sense is 'neither' counts in no fair share"});
}

TEST(BurdenTheory, only_a_weighed_measure_can_be_for_pairs) {
    EXPECT_EQ(changed("weight = 1\npairs_only", "weight = 0\npairs_only"),
              Lines{"48:14 a measure without weight enters no comparison anyway"});
}

TEST(BurdenTheory, a_heading_is_narrow) {
    EXPECT_EQ(changed("heading = \"forces\"", "heading = \"armed forces!\""),
              Lines{"38:11 'armed forces!' is longer than 12 characters"});
}

TEST(BurdenTheory, names_lead_to_measures) {
    EXPECT_EQ(changed("effort = \"share\"", "effort = \"shares\""),
              Lines{"8:10 'effort' names the unknown measure 'shares'; did you mean 'share'?"});
    EXPECT_EQ(changed("leader = \"share\"", "leader = \"spending\""),
              Lines{"9:10 'leader' names the unknown measure 'spending'"});
    EXPECT_EQ(changed("measure = \"share\"", "measure = \"shares\""),
              Lines{"53:1 the guideline names the unknown measure 'shares'; did you mean 'share'?"});
    EXPECT_EQ(changed("base = \"gdp-cow.pwtrgdp\"", "base = \"output\""),
              Lines{"16:1 the measure 'share' names the unknown measure 'output'"});
}

TEST(BurdenTheory, a_measure_can_rest_on_one_that_stands_before_it) {
    EXPECT_EQ(changed("per = [\"gdp-cow.pwtpop\", { column = \"nmc.tpop\", scale = 0.001 }]", "per = [\"share\"]"),
              Lines{});
    EXPECT_EQ(changed("data = [\"sipri-milex.share_of_gdp\"]", "data = [\"soldiers\"]"),
              Lines{"16:1 the measure 'share' rests on 'soldiers', which does not stand before it"});
    // By its own name the measure of a panel is meant.
    EXPECT_EQ(changed("data = [\"sipri-milex.share_of_gdp\"]", "data = [\"share\"]"), Lines{});
}

TEST(BurdenTheory, a_guideline_has_a_day_and_a_deadline_after_it) {
    EXPECT_EQ(changed("since = 2014-09-05\n", ""), Lines{"53:1 'since' is missing"});
    EXPECT_EQ(changed("deadline = 2024-12-31", "deadline = 2013-12-31"),
              Lines{"60:12 the guideline's deadline is before it was agreed"});
    EXPECT_EQ(changed("at_least = 2\n", ""), Lines{"53:1 'at_least' is missing"});
    EXPECT_EQ(changed("at_least = 2\n", "at_least = 0.02\n"),
              Lines{"53:1 warning the guideline asks for less than a tenth of a per cent"});
}

TEST(BurdenTheory, there_are_two_numbers_to_be_read) {
    EXPECT_EQ(changed("of = \"leader-share\"", "of = \"share\""), Lines{"65:6 there is no number 'share' to be read"});
}

TEST(BurdenTheory, ids_stand_once) {
    EXPECT_EQ(changed("id = \"soldiers\"", "id = \"share\""), Lines{"35:1 the measure 'share' stands here twice"});
}

TEST(BurdenTheory, the_grid_of_weightings_stays_small) {
    EXPECT_EQ(changed("step = 0.5", "step = 0.3"), Lines{"13:8 'step' does not divide 1 into 1 … 100 steps"});
    // Twelve measures in steps of .05: C(31, 11) = 84,672,315 weightings.
    std::string many = replaced(kTheory, "step = 0.5", "step = 0.05");
    const std::string soldiers = many.substr(many.find("[[measure]]\nid = \"soldiers\""),
                                             many.find("[[guideline]]") - many.find("[[measure]]\nid = \"soldiers\""));
    for (int i = 0; i < 10; ++i)
        many += "\n" + replaced(soldiers, "\"soldiers\"", "\"soldiers-" + std::to_string(i) + "\"");
    EXPECT_EQ(problems_of(many), Lines{"13:8 'step' makes more than 200,000 weightings of so many measures"});
}

TEST(BurdenTheory, without_a_measure_there_is_nothing_to_share) {
    const std::string text = kTheory;
    const auto first = text.find("[[measure]]");
    const Lines lines = problems_of(text.substr(0, first));
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.front(), "0:0 'measure' is missing");
}

TEST(BurdenTheory, numbers_have_ranges) {
    EXPECT_EQ(changed("known_share = 0.8", "known_share = 1").size(), 1U);
    EXPECT_EQ(changed("decimals = 2", "decimals = 7"), Lines{"24:12 'decimals' is above 6"});
    EXPECT_EQ(changed("stale_after = 3", "stale_after = 51"), Lines{"46:15 'stale_after' is above 50"});
    EXPECT_EQ(changed("weight = 1\nbase", "weight = -1\nbase").size(), 1U);
}

}  // namespace
}  // namespace entente::casefile
