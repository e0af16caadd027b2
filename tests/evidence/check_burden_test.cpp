// Promises, demands, conduct and host support, against the case.
#include <gtest/gtest.h>

#include "burdened_case.hpp"

namespace entente::evidence {
namespace {

TEST(CheckBurden, a_case_without_a_record_has_no_problem) {
    EXPECT_EQ(said_of(small_case()), Lines{});
}

TEST(CheckBurden, a_promise_by_a_member_in_percent_is_no_problem) {
    Case which = burdened();
    which.burden->commitments = {commitment(2)};
    EXPECT_EQ(said_of(which), Lines{});
    EXPECT_EQ(said_about(which), Lines{});
}

TEST(CheckBurden, only_who_is_a_member_that_day_can_promise) {
    Case which = burdened();
    which.burden->commitments = {commitment(2)};
    which.burden->commitments[0].by = {state("JPN")};
    EXPECT_EQ(said_of(which), Lines{});
    which.burden->commitments[0].made = *parse_date("2009-12-31");
    EXPECT_EQ(said_of(which), Lines{"'JPN' was no member of the alliance on 2009-12-31"});
    // Of a year the last day counts.
    which.alliance.memberships[1].from = make_day(2009, 12, 31);
    which.burden->commitments[0].made = *parse_date("2009");
    EXPECT_EQ(said_of(which), Lines{});
    which.burden->commitments[0].by = {state("KOR")};
    EXPECT_EQ(said_of(which), Lines{"'KOR' was no member of the alliance on 2009"});
}

TEST(CheckBurden, nothing_is_said_of_members_where_errors_lost_some) {
    Case which = burdened();
    which.burden->commitments = {commitment(2)};
    which.burden->commitments[0].by = {state("KOR")};
    which.lost_in[CasePart::CaseFile] = line(1);
    EXPECT_EQ(said_of(which), Lines{});
}

TEST(CheckBurden, an_answer_comes_after_the_demand) {
    Case which = burdened();
    which.burden->demands = {demand()};
    which.burden->demands[0].answer = DemandAnswer::Met;
    which.burden->demands[0].answer_item = "obama-2014";
    EXPECT_EQ(said_of(which), Lines{"the answer 'obama-2014' (2014-04-24) is earlier than the demand (2017-02-10)"});
    which.burden->demands[0].answer_item = "trump-2017";
    EXPECT_EQ(said_of(which), Lines{});
    which.burden->demands[0].answer_item.clear();
    EXPECT_EQ(said_of(which), Lines{"the demand 'more' was answered without evidence of it"});
    which.burden->demands[0].note = "Everybody knows.";
    EXPECT_EQ(said_of(which), Lines{});
}

TEST(CheckBurden, nobody_demands_of_himself) {
    Case which = burdened();
    which.burden->demands = {demand()};
    which.burden->demands[0].of = {state("USA")};
    EXPECT_EQ(said_of(which), Lines{"the demand is of 'USA' itself"});
}

TEST(CheckBurden, acts_follow_the_words_that_they_bear_out) {
    Case which = burdened();
    which.burden->conduct = {conduct("obama-2014", Conduct::Pledge), conduct("trump-2017", Conduct::Deployment)};
    which.burden->conduct[1].answers = "obama-2014";
    EXPECT_EQ(said_of(which), Lines{});
    which.burden->conduct = {conduct("trump-2017", Conduct::Pledge), conduct("obama-2014", Conduct::Deployment)};
    which.burden->conduct[1].answers = "trump-2017";
    EXPECT_EQ(said_of(which), Lines{"the item 'obama-2014' (2014-04-24) answers one that is later (2017-02-10)"});
    which.burden->conduct = {conduct("trump-2017", Conduct::Deployment)};
    which.burden->conduct[0].answers = "obama-2014";
    EXPECT_EQ(said_of(which), Lines{"the item 'obama-2014' that it answers is no recorded conduct"});
}

TEST(CheckBurden, an_item_is_one_kind_of_conduct_once) {
    Case which = burdened();
    which.burden->conduct = {conduct("trump-2017", Conduct::Pledge), conduct("trump-2017", Conduct::Condition)};
    EXPECT_EQ(said_of(which), Lines{});
    which.burden->conduct[1].conduct = Conduct::Pledge;
    EXPECT_EQ(said_of(which), Lines{"the item 'trump-2017' is recorded as a pledge of USA before"});
}

TEST(CheckBurden, two_supports_of_one_host_and_day_need_two_definitions) {
    Case which = burdened();
    which.burden->supports = {support("a"), support("b")};
    EXPECT_EQ(said_of(which), Lines{"two supports of JPN for 2003, 'a' and 'b', have one definition"});
    which.burden->supports[1].definition = "with the soldiers' pay";
    EXPECT_EQ(said_of(which), Lines{});
    which.burden->supports[1].guest = state("JPN");
    EXPECT_EQ(said_of(which), Lines{"the support's host and guest are both 'JPN'"});
}

TEST(CheckBurden, amounts_of_two_currencies_are_not_added) {
    Case which = burdened();
    which.figures = {money("paid", 3, "USD"), money("cost", 1, "USD"), money("yen", 400, "JPY")};
    which.burden->supports = {support("bases")};
    which.burden->supports[0].paid = "paid";
    which.burden->supports[0].cost = "cost";
    EXPECT_EQ(said_of(which), Lines{});
    which.burden->supports[0].cost = "yen";
    EXPECT_EQ(said_of(which), Lines{"'paid' is in billion USD and 'yen' in billion JPY: they cannot be added"});
}

TEST(CheckBurden, a_published_share_is_in_percent) {
    Case which = burdened();
    which.figures = {figure("share", 74.5)};
    which.burden->supports = {support("bases")};
    which.burden->supports[0].share = "share";
    EXPECT_EQ(said_of(which), Lines{});
    which.figures[0].value = 174.5;
    EXPECT_EQ(said_of(which), Lines{"the share 'share' is 174.5 percent"});
    which.figures[0].unit = "share";
    which.figures[0].value = 0.745;
    EXPECT_EQ(said_of(which), Lines{"the share 'share' is 0.745 share, and not in percent"});
}

TEST(CheckBurden, what_the_record_names_has_to_exist) {
    Case which = burdened();
    which.burden->commitments = {commitment(2)};
    which.burden->commitments[0].item = "trump-2018";
    EXPECT_ONLY_PROBLEM(which, "error: the commitment names the unknown item 'trump-2018'; did you mean 'trump-2017'?");
    which.burden->commitments = {};
    which.burden->supports = {support("bases")};
    which.burden->supports[0].share = "share";
    EXPECT_ONLY_PROBLEM(which, "error: the support names the unknown figure 'share'");
    which.burden->supports = {};
    which.burden->conversions = {conversion("JPY", "USD")};
    which.burden->conversions[0].source.key = "nobody";
    EXPECT_ONLY_PROBLEM(which, "error: the conversion names the unknown source 'nobody'");
    which.burden->conversions = {};
    SameQuantity same;
    same.id = "budget";
    same.conversions = {"yen"};
    which.burden->same_quantities = {same};
    EXPECT_ONLY_PROBLEM(which, "error: the comparison names the unknown conversion 'yen'");
}

TEST(CheckBurden, an_id_stands_once_in_its_kind) {
    Case which = burdened();
    which.burden->demands = {demand(), demand()};
    EXPECT_ONLY_PROBLEM(which, "error: the demand 'more' stands here a second time");
}

TEST(CheckBurden, what_it_cites_is_cited) {
    Case which = burdened();
    which.sources.push_back(source("conversion-table"));
    EXPECT_ONLY_PROBLEM(which, "warning: nobody cites the source 'conversion-table'");
    which.burden->conversions = {conversion("JPY", "USD")};
    which.burden->conversions[0].source.key = "conversion-table";
    EXPECT_EQ(said_about(which), Lines{});
}

}  // namespace
}  // namespace entente::evidence
