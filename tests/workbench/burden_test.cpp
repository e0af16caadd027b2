// Burdens out of an invented store: formulas, alternatives, old numbers, members, guidelines, weights.
#include "workbench/burden.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>

#include "workbench/burden_store.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;

class Burden : public testing::BurdenStore {};

constexpr const char* kThree = "USA,UKG,CAN";

bool says(const std::vector<std::string>& notes, const std::string& words) {
    return std::any_of(notes.begin(), notes.end(),
                       [&](const std::string& note) { return note.find(words) != std::string::npos; });
}

TEST_F(Burden, divides_one_column_by_another_in_their_units) {
    const auto result = burden(request_for(kThree, 2010));
    // 400 of 10,000 million, 60 of 2,000, 10 of 1,000.
    EXPECT_DOUBLE_EQ(reading(result, kAmerica, "spending-share").value.value, 4);
    EXPECT_DOUBLE_EQ(reading(result, kBritain, "spending-share").value.value, 3);
    EXPECT_DOUBLE_EQ(reading(result, kCanada, "spending-share").value.value, 1);
}

TEST_F(Burden, takes_the_first_data_that_know_the_value_and_says_which) {
    const auto result = burden(request_for(kThree, 2010));
    // 200,000 soldiers of 52 million; of Canada the first has no population, and the second 25 million for 50,000.
    EXPECT_DOUBLE_EQ(reading(result, kBritain, "personnel").value.value, 200.0 / 52);
    EXPECT_EQ(reading(result, kBritain, "personnel").from, 0);
    EXPECT_DOUBLE_EQ(reading(result, kCanada, "personnel").value.value, 2);
    EXPECT_EQ(reading(result, kCanada, "personnel").from, 1);
}

TEST_F(Burden, lets_an_older_number_stand_in_with_its_own_year) {
    const auto result = burden(request_for(kThree, 2011));
    const auto& share = reading(result, kBritain, "spending-share");
    EXPECT_DOUBLE_EQ(share.value.value, 3);
    EXPECT_EQ(share.of_year, 2010);
    EXPECT_TRUE(share.stale(2011));
    // In 2011 soldiers are known, and people by the second data set: nothing older is needed.
    EXPECT_EQ(reading(result, kBritain, "personnel").of_year, 2011);
    EXPECT_DOUBLE_EQ(reading(result, kBritain, "personnel").value.value, 4);
}

TEST_F(Burden, keeps_a_number_missing_that_is_too_old_with_its_reason) {
    const auto result = burden(request_for(kThree, 2011));
    EXPECT_FALSE(reading(result, kBritain, "in-proportion").value.known());  // 2010 is known, and none may stand in
    const auto now = burden(request_for(kThree, 2010));
    EXPECT_EQ(reading(now, kAmerica, "aid").value.reason, Reason::NoRow);
    EXPECT_EQ(reading(now, kAmerica, "elsewhere").value.reason, Reason::NoDataset);
    EXPECT_EQ(reading(now, kAmerica, "stated").value.reason, Reason::NoDataset);
}

TEST_F(Burden, compares_a_part_of_spending_with_the_part_of_output) {
    const auto result = burden(request_for(kThree, 2010));
    // Britain: (60 / 470) / (2,000 / 13,000).
    EXPECT_NEAR(reading(result, kBritain, "in-proportion").value.value, (60.0 / 470) / (2000.0 / 13000), 1e-12);
    EXPECT_NEAR(reading(result, kBritain, "part").value.value, 200.0 / 1250, 1e-12);
}

// The soldiers of two of the four are known, and the theory wants six tenths of a group.
TEST_F(Burden, gives_no_part_of_a_sum_of_which_too_much_is_missing) {
    const auto result = burden(request_for("CAN,USA,JPN,FRN", 2010));
    EXPECT_EQ(reading(result, kCanada, "part").value.reason, Reason::Input);
}

TEST_F(Burden, adds_up_aid_over_recipients) {
    const auto result = burden(request_for(kThree, 2010));
    EXPECT_DOUBLE_EQ(reading(result, kBritain, "aid").value.value, 1.5);  // 20 and 10 of 2,000
    EXPECT_DOUBLE_EQ(reading(result, kCanada, "aid").value.value, 1);
}

TEST_F(Burden, counts_arms_from_the_member_that_spends_most) {
    const auto result = burden(request_for("atop:3180", 2010));
    ASSERT_TRUE(result.groups[0].now.leader);
    EXPECT_EQ(result.groups[0].now.leader->code, "USA");
    EXPECT_DOUBLE_EQ(reading(result, kBritain, "arms").value.value, 75);
    // Canada bought none: a part of nothing is nothing that could be said.
    EXPECT_EQ(reading(result, kCanada, "arms").value.reason, Reason::Undefined);
    EXPECT_EQ(reading(result, kAmerica, "arms").value.reason, Reason::NotApplicable);
}

TEST_F(Burden, gives_the_part_of_the_leader_in_spending_and_in_output) {
    const auto result = burden(request_for("atop:3180", 2010));
    EXPECT_NEAR(*result.groups[0].now.leader_share, 400.0 / 470, 1e-12);
    EXPECT_NEAR(*result.groups[0].now.leader_size_share, 10000.0 / 13000, 1e-12);
}

TEST_F(Burden, lets_nobody_lead_a_list_of_states) {
    const auto result = burden(request_for(kThree, 2010));
    EXPECT_FALSE(result.groups[0].now.leader);
    EXPECT_FALSE(result.groups[0].now.leader_share);
    EXPECT_EQ(reading(result, kBritain, "arms").value.reason, Reason::NotApplicable);
}

TEST_F(Burden, counts_obligations_in_each_direction) {
    const auto result = burden(request_for(kThree, 2010));
    EXPECT_EQ(reading(result, kAmerica, "owes").value.value, 2);
    EXPECT_EQ(reading(result, kCanada, "owes").value.value, 1);
    EXPECT_EQ(reading(result, kCanada, "owed").value.value, 1);
}

TEST_F(Burden, takes_the_last_year_that_the_first_measure_covers_where_all_that_weighs_is_known_then) {
    const auto result = burden(request_for(kThree));
    EXPECT_EQ(result.year, 2012);  // to which spending is known; output is to 2019, of others
    EXPECT_EQ(result.notes.front(),
              "No year was asked for: 2012 is the last for which 3 of 3 weighed measures with data are known.");
}

// A theory whose first measure is known to 2019, the other that weighs to 2012, with a year for which it stands in.
TEST_F(Burden, takes_no_year_for_which_less_is_known_than_for_an_earlier_one) {
    std::ifstream in(theory_file());
    std::string theory{std::istreambuf_iterator<char>(in), {}};
    const std::string spending =
        "formula = \"ratio\"\ndata = [\"nmc.milex\"]\nper = [{ column = \"gdp-cow.pwtrgdp\", scale = 1000 }]\n";
    const auto at = theory.find(spending);
    ASSERT_NE(at, std::string::npos);
    testing::Folder folder;
    folder.write("theory.toml",
                 theory.replace(at, spending.size(), "formula = \"value\"\ndata = [\"gdp-cow.pwtrgdp\"]\n"));
    auto request = request_for(kThree);
    request.theory = (folder.path() / "theory.toml").string();
    const auto result = burden(request);
    EXPECT_EQ(result.year, 2013);
    EXPECT_EQ(
        result.notes.front(),
        "No year was asked for: 2013 is the last for which 3 of 3 weighed measures with data are known; after it too "
        "old: soldiers (numbers of 2012 at the latest); spending is known up to 2019, which --year asks for.");
}

TEST_F(Burden, refuses_a_year_that_no_data_cover) {
    const auto error = error_of([&] { (void)burden(request_for(kThree, 2014)); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(error.advice().find("2013"), std::string::npos) << error.advice();
}

TEST_F(Burden, names_where_each_number_is_from_and_what_is_lacking) {
    const auto result = burden(request_for(kThree, 2010));
    const auto of = [&](const std::string& measure, int place) {
        for (const auto& source : result.sources) {
            if (source.measure == measure && source.place == place) return source;
        }
        throw std::runtime_error("no such source");
    };
    EXPECT_EQ(of("personnel", 1).dataset, "nmc 6.0");
    EXPECT_EQ(of("personnel", 0).dataset, "nmc 6.0, gdp-cow 0.2.0");
    EXPECT_EQ(of("personnel", 0).variable, "nmc.milper ÷ gdp-cow.pwtpop");
    EXPECT_EQ(of("spending-share", 0).last, 2012);
    EXPECT_NE(of("elsewhere", 0).why_not.find("entente data info polity"), std::string::npos);
    EXPECT_FALSE(of("stated", 0).why_not.empty());
    EXPECT_NE(std::find(result.data_cited.begin(), result.data_cited.end(), "fariss2022"), result.data_cited.end());
}

TEST_F(Burden, has_a_year_of_history_for_each_year_that_is_known) {
    auto request = request_for(kThree, 2010);
    request.from = 2000;
    request.to = 2012;
    const auto history = burden(request).groups.at(0).history;
    ASSERT_FALSE(history.empty());
    EXPECT_EQ(history.front().year, 2008);
    EXPECT_EQ(history.back().year, 2010);  // soldiers are known longer, output is not
    EXPECT_TRUE(std::is_sorted(history.begin(), history.end(),
                               [](const auto& one, const auto& other) { return one.year < other.year; }));
}

TEST_F(Burden, takes_the_members_of_an_alliance_on_the_last_day_of_the_year) {
    EXPECT_EQ(codes(burden(request_for("atop:3180", 2009))), "USA UKG");
    EXPECT_EQ(codes(burden(request_for("atop:3180", 2010))), "USA CAN UKG");
}

TEST_F(Burden, refuses_an_alliance_that_there_is_not) {
    EXPECT_EQ(error_of([&] { (void)burden(request_for("atop:9999", 2010)); }).kind(), ErrorKind::NotFound);
    EXPECT_EQ(error_of([&] { (void)burden(request_for("atop:nato", 2010)); }).kind(), ErrorKind::BadRequest);
    // It has one member in these data.
    EXPECT_EQ(error_of([&] { (void)burden(request_for("atop:7050", 2010)); }).kind(), ErrorKind::NotFound);
}

TEST_F(Burden, refuses_one_state_alone_and_one_that_was_not_there) {
    EXPECT_EQ(error_of([&] { (void)burden(request_for("USA", 2010)); }).kind(), ErrorKind::BadRequest);
    EXPECT_EQ(error_of([&] { (void)burden(request_for("USA,USA", 2010)); }).kind(), ErrorKind::BadRequest);
    const auto gone = error_of([&] { (void)burden(request_for("USA,GDR", 2010)); });
    EXPECT_EQ(gone.kind(), ErrorKind::NotFound);
    EXPECT_NE(gone.advice().find("1990"), std::string::npos) << gone.advice();
}

TEST_F(Burden, compares_two_states_alone_with_each_other) {
    const auto result = burden(request_for("CAN,UKG", 2010));
    ASSERT_TRUE(result.pair);
    EXPECT_EQ(result.pair->first, kCanada);
    EXPECT_EQ(result.pair_states.at(1).code, "UKG");
    EXPECT_EQ(result.pair->answers.at(0).more, kBritain);
    ASSERT_EQ(result.pair_facts.members.size(), 2U);
}

TEST_F(Burden, compares_two_states_of_a_larger_group_when_asked) {
    auto request = request_for(kThree, 2010);
    EXPECT_FALSE(burden(request).pair);
    request.of = {"CAN", "UKG"};
    EXPECT_TRUE(burden(request).pair);
    request.of = {"CAN", "JPN"};
    EXPECT_TRUE(says(burden(request).notes, "Japan was in none of these groups in 2010"));
    request.of = {"CAN"};
    EXPECT_EQ(error_of([&] { (void)burden(request); }).kind(), ErrorKind::BadRequest);
    request.of = {"CAN", "CAN"};
    EXPECT_EQ(error_of([&] { (void)burden(request); }).kind(), ErrorKind::BadRequest);
}

// What is in proportion among the two may not be among three.
TEST_F(Burden, compares_no_part_of_a_sum_where_the_groups_are_several_or_a_list) {
    const auto asked_of_the_pair = [](const BurdenResult& result, const std::string& measure) {
        return std::any_of(result.pair->answers.begin(), result.pair->answers.end(),
                           [&](const auto& answer) { return result.theory.measures[answer.measure].id == measure; });
    };
    auto request = request_for("atop:3180", 2010);
    request.of = {"USA", "UKG"};
    const auto allied = burden(request);
    EXPECT_TRUE(asked_of_the_pair(allied, "in-proportion"));
    EXPECT_TRUE(asked_of_the_pair(allied, "part"));
    request.groups = {"atop:3180", kThree};
    const auto two = burden(request);
    EXPECT_FALSE(asked_of_the_pair(two, "in-proportion"));
    EXPECT_FALSE(asked_of_the_pair(two, "part"));
    EXPECT_TRUE(asked_of_the_pair(two, "spending-share"));
    EXPECT_TRUE(reading(two, kBritain, "in-proportion").value.known());  // in its own group
    EXPECT_FALSE(asked_of_the_pair(burden(request_for("CAN,UKG", 2010)), "in-proportion"));
}

TEST_F(Burden, says_of_a_pair_without_a_case_what_only_cases_know) {
    const testing::Folder folder;
    folder.write("weights.toml", "[weights]\nspending-share = 1\nstated = 1\n");
    auto request = request_for("CAN,UKG", 2010);
    EXPECT_FALSE(says(burden(request).notes, "known only to cases"));  // without a weight it would not count
    request.weights = folder.path() / "weights.toml";
    EXPECT_TRUE(says(burden(request).notes,
                     "stated by cases: known only to cases. Name those that have it too, as in `entente burden CASE "
                     "CASE --of CAN,UKG`."));
}

// In 2010 the alliance has three members, before it two: a pair by itself.
TEST_F(Burden, compares_the_two_members_of_an_alliance_without_being_asked) {
    const auto two = burden(request_for("atop:3180", 2009));
    ASSERT_TRUE(two.pair);
    EXPECT_EQ(two.pair_states.at(0).code, "USA");
    EXPECT_EQ(two.groups.at(0).fair_share.why_not, "two members: see how the two compare");
    EXPECT_FALSE(burden(request_for("atop:3180", 2010)).pair);
}

TEST_F(Burden, refuses_a_guideline_for_what_is_no_burden) {
    auto request = request_for(kThree, 2010);
    request.guidelines = {{"arms", 2}};
    EXPECT_EQ(error_of([&] { (void)burden(request); }).kind(), ErrorKind::BadRequest);
}

TEST_F(Burden, judges_members_by_a_guideline_and_says_the_gap_in_money) {
    const auto result = burden(request_for("atop:3180", 2010));
    const auto& guideline = result.groups.at(0).guidelines.at(0);
    EXPECT_EQ(guideline.id, "two-percent");
    EXPECT_TRUE(guideline.agreed);
    EXPECT_EQ(guideline.judged, 3);
    EXPECT_EQ(guideline.meet, 2);
    const auto& canada = guideline.members.at(1);
    EXPECT_EQ(canada.state.code, "CAN");
    EXPECT_DOUBLE_EQ(*canada.gap.money, 10);  // one per cent of 1,000 million
    EXPECT_EQ(guideline.money_unit, "million USD of 2017");
    EXPECT_EQ(guideline.money_mixes, "");  // the share is one of that very output
}

TEST_F(Burden, marks_a_guideline_that_others_agreed_to_or_that_came_later) {
    const auto list = burden(request_for(kThree, 2008)).groups.at(0).guidelines.at(0);
    EXPECT_FALSE(list.agreed);
    EXPECT_TRUE(list.before_it);
}

TEST_F(Burden, holds_members_to_a_guideline_of_the_user) {
    auto request = request_for(kThree, 2010);
    request.guidelines = {{"spending-share", 3.5}};
    const auto guidelines = burden(request).groups.at(0).guidelines;
    ASSERT_EQ(guidelines.size(), 2U);
    EXPECT_EQ(guidelines[1].meet, 1);
}

TEST_F(Burden, explains_a_guideline_that_cannot_be_meant) {
    const auto of = [&](const std::string& measure, double at_least) {
        auto request = request_for(kThree, 2010);
        request.guidelines = {{measure, at_least}};
        return error_of([&] { (void)burden(request); });
    };
    EXPECT_NE(of("spending-share", .02).advice().find("did you mean 2?"), std::string::npos);
    EXPECT_EQ(of("spending-share", 200).kind(), ErrorKind::BadRequest);
    EXPECT_NE(std::string(of("spending-shar", 2).what()).find("spending-share"), std::string::npos);
}

TEST_F(Burden, weighs_by_a_file_in_which_what_is_not_named_counts_nothing) {
    const testing::Folder folder;
    folder.write("weights.toml", "[weights]\nspending-share = 3\npersonnel = 1\n");
    auto request = request_for(kThree, 2010);
    request.weights = folder.path() / "weights.toml";
    const auto result = burden(request);
    EXPECT_TRUE(result.weights_changed);
    EXPECT_EQ(evidence::find_measure(result.theory, "spending-share")->weight, 3);
    EXPECT_EQ(evidence::find_measure(result.theory, "aid")->weight, 0);
    EXPECT_EQ(result.groups.at(0).fair_share.measures.size(), 2U);
}

TEST_F(Burden, reports_everything_that_is_wrong_with_weights_at_once) {
    const testing::Folder folder;
    folder.write("weights.toml", "[weights]\nspending-shar = 1\narms = 1\npersonnel = 1\n");
    auto request = request_for(kThree, 2010);
    request.weights = folder.path() / "weights.toml";
    const auto error = error_of([&] { (void)burden(request); });
    EXPECT_EQ(error.kind(), ErrorKind::BadData);
    EXPECT_EQ(error.problems().size(), 2U);
    request.weights = folder.path() / "none.toml";
    EXPECT_EQ(error_of([&] { (void)burden(request); }).kind(), ErrorKind::NotFound);
}

TEST_F(Burden, gives_the_same_numbers_for_the_same_seed) {
    auto request = request_for(kThree, 2010);
    request.seed = 7;
    const auto one = burden(request);
    EXPECT_EQ(one.seed, 7U);
    EXPECT_EQ(one.groups.at(0).now.exploitation.why_not, burden(request).groups.at(0).now.exploitation.why_not);
    EXPECT_FALSE(one.groups.at(0).now.exploitation.why_not.empty());  // of three members nothing is computed
}

}  // namespace
}  // namespace entente::workbench
