// What a case says of its burden without a data store: tests/cases/allotted, where everything is invented.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "core/error.hpp"
#include "workbench/burden.hpp"
#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;
using testing::Folder;

std::filesystem::path invented_case() {
    return testing::source_folder() / "tests/cases/allotted";
}

class BurdenOfCaseTest : public ::testing::Test {
protected:
    static BurdenResult answer(std::optional<int> year = {}) {
        BurdenRequest request;
        request.groups = {invented_case().string()};
        request.year = year;
        return burden(request);
    }
    static const burden::BurdenReading& reading(const BurdenResult& result, const std::string& code,
                                                const std::string& measure) {
        const auto& group = result.groups.at(0);
        for (std::size_t member = 0; member < group.members.size(); ++member) {
            if (group.members[member].code != code) continue;
            for (std::size_t place = 0; place < result.theory.measures.size(); ++place) {
                if (result.theory.measures[place].id == measure) return group.now.facts.members[member].measures[place];
            }
        }
        throw std::runtime_error("no such reading");
    }

    Folder home_;  // NOLINT(cppcoreguidelines-non-private-member-variables-in-classes): for tests

private:
    testing::Environment entente_home_{"ENTENTE_HOME", home_.path().string()};
    testing::Environment entente_share_{"ENTENTE_SHARE", ""};
};

TEST_F(BurdenOfCaseTest, answers_from_its_own_figures_in_the_year_of_its_cutoff) {
    const auto result = answer();
    EXPECT_EQ(result.year, 2012);
    EXPECT_DOUBLE_EQ(reading(result, "AUL", "spending-share").value.value, 2);
    EXPECT_EQ(reading(result, "AUL", "troops-hosted").value.reason, Reason::NotInCase);
    ASSERT_TRUE(result.groups[0].now.leader);
    EXPECT_EQ(result.groups[0].now.leader->code, "UKG");
    // 60 of 60 + 22 + 1.3 + 16.
    EXPECT_NEAR(*result.groups[0].now.leader_share, 60 / 99.3, 1e-12);
    EXPECT_FALSE(result.notes.empty());
}

TEST_F(BurdenOfCaseTest, lets_an_older_figure_stand_in) {
    const auto result = answer();
    const auto& peacekeepers = reading(result, "NEW", "peacekeepers");
    EXPECT_EQ(peacekeepers.of_year, 2010);
    EXPECT_EQ(peacekeepers.value.value, 40);
}

TEST_F(BurdenOfCaseTest, has_the_members_of_the_year_and_says_who_was_none) {
    const auto members = [](const BurdenResult& result) {
        std::string codes;
        for (const auto& member : result.groups.at(0).members) codes += member.code + " ";
        return codes;
    };
    const auto late = answer();
    EXPECT_EQ(members(late), "CAN UKG AUL NEW ");
    ASSERT_EQ(late.groups[0].notes.size(), 1U);
    EXPECT_EQ(late.groups[0].notes[0], "No member in 2012: India (to 2009-12-31).");
    EXPECT_EQ(members(answer(2007)), "UKG IND AUL NEW ");
}

TEST_F(BurdenOfCaseTest, has_a_guideline_for_each_promise_with_a_number) {
    const auto result = answer();
    const auto& guidelines = result.groups[0].guidelines;
    // Its own, and of the theory those that ask for something else.
    ASSERT_GT(guidelines.size(), 1U);
    const auto& own = guidelines[0];
    EXPECT_EQ(own.id, "two-percent");
    EXPECT_TRUE(own.agreed);
    EXPECT_EQ(own.judged, 4);
    EXPECT_EQ(own.meet, 2);  // 2.5 and exactly 2
    EXPECT_EQ(own.money_unit, "million USD");
    const auto& canada = own.members.at(0);
    // 1 of 2 per cent of 1,600 million.
    EXPECT_NEAR(*canada.gap.money, 16, 1e-9);
    const auto& australia = own.members.at(2);
    EXPECT_EQ(australia.state.code, "AUL");
    EXPECT_TRUE(australia.progress.known);
    EXPECT_NEAR(australia.progress.share_of_way, 1, 1e-12);  // from 1.5 to 2
    EXPECT_TRUE(std::none_of(guidelines.begin() + 1, guidelines.end(), [](const auto& one) { return one.agreed; }));
}

TEST_F(BurdenOfCaseTest, follows_a_demand_to_the_end_of_the_case) {
    const auto result = answer();
    const auto& demands = result.groups[0].of_case->demands;
    ASSERT_EQ(demands.size(), 1U);
    ASSERT_EQ(demands[0].asked.size(), 2U);  // without the one that asks
    const auto& australia = demands[0].asked[0];
    EXPECT_EQ(australia.state.code, "AUL");
    EXPECT_FALSE(australia.at_demand.known());  // no figure of 2009, and none of 2008
    EXPECT_DOUBLE_EQ(australia.latest.value, 2);
    EXPECT_EQ(australia.latest_year, 2012);
    EXPECT_FALSE(australia.turning.why_not.empty());  // no series without a store
}

// What a case says of the day of its cut-off is not known of the rest of the year.
TEST_F(BurdenOfCaseTest, takes_the_last_full_year_before_the_cutoff_and_says_so) {
    const auto full = answer();
    ASSERT_FALSE(full.notes.empty());
    EXPECT_EQ(full.notes[0], "No year was asked for: 2012 is the last full one before the cut-off, 2012-12-31.");
    const Folder cases;
    std::filesystem::copy(invented_case(), cases.path() / "early", std::filesystem::copy_options::recursive);
    std::ostringstream content;
    content << std::ifstream(cases.path() / "early/case.toml").rdbuf();
    auto text = content.str();
    const auto place = text.find("2012-12-31");
    ASSERT_NE(place, std::string::npos);
    cases.write("early/case.toml", text.replace(place, 10, "2012-12-30"));
    BurdenRequest request;
    request.groups = {(cases.path() / "early").string()};
    const auto early = burden(request);
    EXPECT_EQ(early.year, 2011);
    EXPECT_EQ(early.notes.at(0), "No year was asked for: 2011 is the last full one before the cut-off, 2012-12-30.");
    request.groups.push_back(invented_case().string());
    EXPECT_NE(burden(request).notes.at(0).find("of the cases, 2012-12-30."), std::string::npos);
    request.groups.pop_back();
    request.year = 2012;
    EXPECT_EQ(burden(request).notes.size(), 1U);  // that there is no store
}

TEST_F(BurdenOfCaseTest, refuses_a_year_of_which_no_figure_says_anything) {
    BurdenRequest request;
    request.groups = {invented_case().string()};
    request.year = 1900;
    try {
        (void)burden(request);
        FAIL() << "1900 was answered";
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "nothing at hand is known of 1900");
        EXPECT_EQ(error.advice().find("the years that work are 20"), 0U) << error.advice();
    }
}

TEST_F(BurdenOfCaseTest, shows_what_the_share_of_a_host_hangs_on) {
    const auto result = answer();
    const auto& support = result.groups[0].of_case->supports.at(0);
    ASSERT_TRUE(support.share);
    // 4.1 of 4.1 + 1.3 billion; with 3 billion of pay 4.1 of 8.4.
    EXPECT_NEAR(support.share->most, 4.1 / 5.4, 1e-12);
    EXPECT_NEAR(support.share->least, 4.1 / 8.4, 1e-12);
    EXPECT_EQ(support.published, 76);
    EXPECT_EQ(support.years_old, 2);
}

TEST_F(BurdenOfCaseTest, says_how_far_opinion_moved_of_the_person_and_of_the_country) {
    const auto result = answer();
    const auto& of_case = *result.groups[0].of_case;
    ASSERT_EQ(of_case.opinions.size(), 3U);
    ASSERT_TRUE(of_case.opinions[0].points.at(1).change);
    EXPECT_NEAR(of_case.opinions[0].points[1].change->change, -.5, 1e-12);
    EXPECT_TRUE(of_case.opinions[0].points[1].change->z);
    EXPECT_FALSE(of_case.opinions[1].points.at(1).change->z);  // nobody says how many were asked
    ASSERT_EQ(of_case.persons.size(), 1U);
    EXPECT_NEAR(*of_case.persons[0].ratio, 5, 1e-9);  // 50 points and 10
}

TEST_F(BurdenOfCaseTest, reads_statements_by_what_coders_read_into_them) {
    const auto result = answer();
    const auto& officials = result.groups[0].of_case->opinions.at(2);
    ASSERT_EQ(officials.points.size(), 2U);  // the demand is not coded
    EXPECT_EQ(officials.points[0].value, 0);
    EXPECT_EQ(officials.points[0].figure, "pledge-2009");
    EXPECT_EQ(officials.points[1].value, 1);
}

TEST_F(BurdenOfCaseTest, counts_words_that_acts_bore_out_and_belied) {
    const auto result = answer();
    const auto& conduct = result.groups[0].of_case->conduct;
    ASSERT_EQ(conduct.size(), 2U);
    EXPECT_EQ(conduct[0].period, "early");
    EXPECT_EQ(conduct[0].borne_out, 1);
    EXPECT_EQ(conduct[0].acts_assuring, 1);
    EXPECT_EQ(conduct[1].period, "late");
    EXPECT_EQ(conduct[1].belied, 1);
    EXPECT_EQ(conduct[1].acts_doubting, 1);
    EXPECT_EQ(conduct[1].guarantor.code, "UKG");
}

TEST_F(BurdenOfCaseTest, brings_figures_into_one_coin) {
    const auto result = answer();
    const auto& coin = result.groups[0].of_case->coins.at(0).coin;
    EXPECT_NEAR(*coin.least, 8, 1e-12);  // 12 at 1.5 for one
    EXPECT_NEAR(*coin.most, 9, 1e-12);
}

TEST_F(BurdenOfCaseTest, is_the_same_for_pages_whatever_the_store_has) {
    const auto open = open_case({invented_case(), {}, {}, {}});
    const auto result = burden_of_case(open, {});
    EXPECT_EQ(result.year, 2012);
    EXPECT_DOUBLE_EQ(reading(result, "AUL", "spending-share").value.value, 2);
}

TEST_F(BurdenOfCaseTest, says_what_to_do_where_there_are_no_numbers_at_all) {
    BurdenRequest request;
    request.groups = {"JPN,GMY"};
    const auto error = error_of([&] { (void)burden(request); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(error.advice().find("entente data add"), std::string::npos);
    request.groups = {};
    EXPECT_EQ(error_of([&] { (void)burden(request); }).kind(), ErrorKind::BadRequest);
    request.groups = {"cases/nowhere"};
    EXPECT_EQ(error_of([&] { (void)burden(request); }).kind(), ErrorKind::NotFound);
}

// A case without burden.toml has members and no numbers, and says so for each of them.
TEST_F(BurdenOfCaseTest, takes_a_case_that_records_nothing) {
    const auto open = open_case({testing::tiny_case(), {}, {}, {}});
    const auto result = burden_of_case(open, {});
    EXPECT_EQ(result.groups.at(0).members.size(), 2U);
    EXPECT_EQ(result.groups[0].now.facts.members.at(0).measures.at(0).value.reason, Reason::NotInCase);
    EXPECT_FALSE(result.groups[0].fair_share.why_not.empty());
}

}  // namespace
}  // namespace entente::workbench
