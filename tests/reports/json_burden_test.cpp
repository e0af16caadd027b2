#include "reports/json_burden.hpp"

#include <gtest/gtest.h>

#include "burden_results.hpp"
#include "reports/json.hpp"

namespace entente::reports {
namespace {

Json group_of(const workbench::BurdenResult& result) {
    return burden_object(result).at("groups").at(0);
}

}  // namespace

TEST(BurdenJson, has_a_number_or_null_with_the_reason_and_the_year_beside_it) {
    const auto members = group_of(small_burden_result()).at("now").at("members");
    EXPECT_EQ(members.at(2).at("code"), "C");
    const auto& stale = members.at(2).at("measures").at(0);
    EXPECT_EQ(stale.at("measure"), "money");
    EXPECT_EQ(stale.at("value"), 3.1);
    EXPECT_EQ(stale.at("of_year"), 2015);
    EXPECT_EQ(stale.at("stale"), true);
    EXPECT_EQ(stale.at("place"), 0);
    const auto& missing = members.at(3).at("measures").at(0);
    EXPECT_TRUE(missing.at("value").is_null());
    EXPECT_TRUE(missing.at("of_year").is_null());
    EXPECT_EQ(missing.at("why_not"), "missing in source");
    EXPECT_EQ(missing.at("stale"), false);
}

TEST(BurdenJson, gives_the_rank_ranges_of_each_scaling_by_its_name) {
    const auto fair = group_of(small_burden_result()).at("fair_share");
    EXPECT_EQ(fair.at("measures").dump(), R"(["money","people"])");
    const auto& ranges = fair.at("members").at(0).at("ranges");
    EXPECT_EQ(ranges.at(1).at("scaling"), "range");
    EXPECT_EQ(ranges.at(1).at("first").dump(), "0.666666667");
    EXPECT_EQ(fair.at("unranked").at(1).at("lacks").dump(), R"(["money"])");
    EXPECT_TRUE(fair.at("why_not").is_null());
}

TEST(BurdenJson, gives_no_number_of_a_correlation_that_was_not_computed) {
    const auto found = group_of(small_burden_result()).at("now").at("exploitation");
    for (const auto* key : {"rho", "p_two", "p_more", "p_error", "low", "high", "without_largest"}) {
        EXPECT_TRUE(found.at(key).is_null()) << key;
    }
    EXPECT_EQ(found.at("why_not"), "size is known of three members only");
}

TEST(BurdenJson, gives_no_distance_of_a_member_that_cannot_be_judged) {
    auto result = small_burden_result();
    result.groups[0].guidelines = {small_guideline()};
    const auto guideline = group_of(result).at("guidelines").at(0);
    const auto& members = guideline.at("members");
    EXPECT_EQ(members.at(0).at("compliance"), "below");
    EXPECT_EQ(members.at(0).at("rounding_would_pass"), true);
    EXPECT_TRUE(members.at(0).at("progress").is_null());
    EXPECT_EQ(members.at(1).at("money"), 54240.0);
    EXPECT_EQ(members.at(1).at("progress").at("on_line"), false);
    EXPECT_EQ(members.at(2).at("compliance"), "meets");
    EXPECT_TRUE(members.at(2).at("money").is_null());
    EXPECT_EQ(members.at(3).at("compliance"), "cannot-judge");
    EXPECT_TRUE(members.at(3).at("difference").is_null());
    EXPECT_EQ(guideline.at("deadline"), "2024-12-31");
}

TEST(BurdenJson, says_of_each_measure_who_of_a_pair_carries_more) {
    auto result = small_burden_result();
    EXPECT_TRUE(burden_object(result).at("pair").is_null());
    add_small_pair(result);
    result.pair->answers[1].known = false;
    result.pair->answers[1].more.reset();
    const auto pair = burden_object(result).at("pair");
    EXPECT_EQ(pair.at("first").at("name"), "Aland");
    EXPECT_EQ(pair.at("answers").at(0).at("more"), 1);
    EXPECT_EQ(pair.at("answers").at(0).at("second"), 0.904);
    EXPECT_TRUE(pair.at("answers").at(1).at("more").is_null());
    EXPECT_TRUE(pair.at("answers").at(1).at("first").is_null());
    EXPECT_EQ(pair.at("shares").at(1).dump(), R"({"scaling":"range","first_more":0.28,"second_more":0.7})");
}

TEST(BurdenJson, carries_what_the_case_records) {
    auto result = small_burden_result();
    EXPECT_TRUE(group_of(result).at("of_case").is_null());
    add_small_case(result);
    const auto of_case = group_of(result).at("of_case");
    EXPECT_EQ(of_case.at("case").at("id"), "small");
    EXPECT_EQ(of_case.at("commitments").at(0).at("bindingness"), "political");
    EXPECT_TRUE(of_case.at("commitments").at(0).at("at_least").is_null());
    EXPECT_EQ(of_case.at("demands").at(0).at("asked").at(0).at("order"), "turned-before");
    EXPECT_TRUE(of_case.at("demands").at(0).at("asked").at(0).at("cannot_say").is_null());
    EXPECT_EQ(of_case.at("demands").at(0).at("together_of"), 0);
    EXPECT_EQ(of_case.at("supports").at(0).at("share").at("variants").at(1).at("counted").dump(), R"(["pay"])");
    EXPECT_EQ(of_case.at("opinions").at(0).at("points").at(1).at("change").at("change"), -0.54);
    EXPECT_TRUE(of_case.at("opinions").at(0).at("points").at(0).at("change").is_null());
    EXPECT_EQ(of_case.at("conduct").at("counts").at(0).at("by_conduct").at("deployment"), 3);
    EXPECT_EQ(of_case.at("coins").at(0).at("figures").at(1).at("why_not"), "no rate from EUR to USD is stated");
}

TEST(BurdenJson, says_since_when_one_had_been_rising_and_why_the_order_cannot_be_said) {
    auto result = small_burden_result();
    add_small_case(result);
    auto& demand = result.groups[0].of_case->demands[0];
    auto& against = demand.asked[0].against;
    against.order = burden::Order::CannotSay;
    against.cannot_say = "the turn may be drift";
    against.rising_since = 2013;
    demand.together = demand.asked[0];
    demand.together_of = 2;
    const auto json = group_of(result).at("of_case").at("demands").at(0);
    EXPECT_EQ(json.at("asked").at(0).at("order"), "cannot-say");
    EXPECT_EQ(json.at("asked").at(0).at("cannot_say"), "the turn may be drift");
    EXPECT_EQ(json.at("asked").at(0).at("rising_since"), 2013);
    EXPECT_EQ(json.at("together_of"), 2);
}

TEST(BurdenJson, leaves_the_years_of_a_source_that_is_not_at_hand_null) {
    const auto sources = burden_object(small_burden_result()).at("sources");
    EXPECT_TRUE(sources.at(1).at("dataset").is_null());
    EXPECT_TRUE(sources.at(1).at("first").is_null());
    EXPECT_EQ(sources.at(1).at("why_not"), "add peacekeepers");
}

TEST(BurdenJson, of_a_theory_is_the_keys_of_its_file) {
    workbench::Theories theories;
    theories.burdens.push_back({small_burden_theory(), {}});
    const auto json = Json::parse(theories_json(theories)).at("theories").at(0);
    EXPECT_EQ(json.at("kind"), "burden");
    EXPECT_EQ(json.at("measures").at(0).at("data").at(1).at("column"), "invented.second");
    EXPECT_EQ(json.at("weighting").at("step"), 0.5);
    EXPECT_EQ(json.at("readings").at(2).at("of"), "exploitation");
}

}  // namespace entente::reports
