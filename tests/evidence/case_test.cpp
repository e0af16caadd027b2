#include "evidence/case.hpp"

#include <gtest/gtest.h>

#include "evidence/small_case.hpp"

namespace entente::evidence {

TEST(Case, its_parts_are_found_by_id_or_not_at_all) {
    Case which = small_case();
    which.claims = {claim("slight-weakening")};
    which.figures = {figure("pew", 24)};
    which.meetings.resize(1);
    which.meetings[0].id = "trump-tower";
    const CaseIndex index(which);
    EXPECT_EQ(index.item("trump-2017"), &which.items[1]);
    EXPECT_EQ(index.source("white-house"), &which.sources[0]);
    EXPECT_EQ(index.claim("slight-weakening"), &which.claims[0]);
    EXPECT_EQ(index.figure("pew"), &which.figures[0]);
    EXPECT_EQ(index.meeting("trump-tower"), &which.meetings[0]);
    EXPECT_EQ(index.item("slight-weakening"), nullptr);
    EXPECT_EQ(find_period(which, "trump"), &which.periods[1]);
    EXPECT_EQ(find_period(which, "biden"), nullptr);
}

TEST(Case, an_items_own_grade_and_class_decide_over_its_first_sources) {
    Case which = small_case();
    which.sources.push_back(source("asahi"));
    which.sources[1].grade = Grade{'C', 3};
    which.sources[1].outlet_class = OutletClass::Press;
    which.sources[1].leaning = Leaning::CentreLeft;
    which.items[1].sources = {{"asahi", "", {}}, {"white-house", "", {}}};
    const CaseIndex index(which);
    EXPECT_EQ(grade_of(which.items[1], index), (Grade{'C', 3}));
    EXPECT_EQ(class_of(which.items[1], index), OutletClass::Press);
    EXPECT_EQ(leaning_of(which.items[1], index), Leaning::CentreLeft);
    which.items[1].grade = Grade{'B', 2};
    which.items[1].outlet_class = OutletClass::Expert;
    EXPECT_EQ(grade_of(which.items[1], index), (Grade{'B', 2}));
    EXPECT_EQ(class_of(which.items[1], index), OutletClass::Expert);
}

TEST(Case, an_item_that_nobody_graded_is_ungraded_press) {
    Case which = small_case();
    which.items[1].sources = {{"unknown", "", {}}};
    const CaseIndex index(which);
    EXPECT_EQ(grade_of(which.items[1], index), (Grade{'F', 6}));
    EXPECT_EQ(class_of(which.items[1], index), OutletClass::Press);
    EXPECT_EQ(leaning_of(which.items[1], index), Leaning::None);
    which.items[1].sources.clear();
    EXPECT_EQ(grade_of(which.items[1], index), (Grade{'F', 6}));
}

TEST(Case, an_item_belongs_to_each_period_that_contains_its_whole_date) {
    const Case which = small_case();
    EXPECT_TRUE(belongs_to(item("a", "2016-11-08"), which.periods[0]));
    EXPECT_FALSE(belongs_to(item("a", "2016-11-09"), which.periods[0]));
    EXPECT_TRUE(belongs_to(item("a", "2018"), which.periods[1]));
    EXPECT_FALSE(belongs_to(item("a", "2016-11"), which.periods[0]));
    EXPECT_FALSE(belongs_to(item("a", "2016-11"), which.periods[1]));
}

TEST(Case, a_named_period_decides_over_the_date) {
    const Case which = small_case();
    Item pledge = item("candidates-pledge", "2016-03-26");
    pledge.periods = {"trump"};
    EXPECT_TRUE(belongs_to(pledge, which.periods[1]));
    EXPECT_FALSE(belongs_to(pledge, which.periods[0]));
}

TEST(Case, an_item_is_known_since_the_last_day_of_its_earliest_source) {
    Case which = small_case();
    which.sources = {source("day"), source("month"), source("year"), source("undated")};
    which.sources[0].published = parse_date("2017-03-01");
    which.sources[1].published = parse_date("2017-02");
    which.sources[2].published = parse_date("2017");
    which.sources[3].published.reset();
    const CaseIndex index(which);
    Item known = item("a", "2017-01-20");
    known.sources = {{"year", "", {}}};
    EXPECT_EQ(known_since(known, index), make_day(2017, 12, 31));
    known.sources = {{"year", "", {}}, {"day", "", {}}, {"month", "", {}}, {"undated", "", {}}};
    EXPECT_EQ(known_since(known, index), make_day(2017, 2, 28));
    known.sources = {{"undated", "", {}}, {"no-such-source", "", {}}};
    EXPECT_EQ(known_since(known, index), std::nullopt);
}

std::vector<std::string> codes(const std::vector<const Actor*>& actors) {
    std::vector<std::string> words;
    for (const Actor* actor : actors) words.push_back(actor->code);
    return words;
}

TEST(Case, a_member_is_one_from_its_accession_to_its_leaving_both_days_included) {
    Alliance alliance;
    for (const char* code : {"USA", "GFR", "GMY", "ICE"}) alliance.members.push_back({code, code, code, {}});
    // The last has no days: it is a member always.
    alliance.memberships = {{make_day(1949, 8, 24), std::nullopt},
                            {make_day(1955, 5, 6), make_day(1990, 10, 2)},
                            {make_day(1990, 10, 3), std::nullopt}};
    using Words = std::vector<std::string>;
    EXPECT_EQ(codes(members_on(alliance, make_day(1949, 8, 23))), (Words{"ICE"}));
    EXPECT_EQ(codes(members_on(alliance, make_day(1955, 5, 6))), (Words{"USA", "GFR", "ICE"}));
    EXPECT_EQ(codes(members_on(alliance, make_day(1990, 10, 2))), (Words{"USA", "GFR", "ICE"}));
    EXPECT_EQ(codes(members_on(alliance, make_day(1990, 10, 3))), (Words{"USA", "GMY", "ICE"}));
    EXPECT_EQ(codes(members_during(alliance, make_day(1990, 1, 1), make_day(1990, 12, 31))),
              (Words{"USA", "GFR", "GMY", "ICE"}));
    EXPECT_TRUE(is_member_on(alliance, "GFR", make_day(1960, 1, 1)));
    EXPECT_FALSE(is_member_on(alliance, "GFR", make_day(1991, 1, 1)));
    EXPECT_FALSE(is_member_on(alliance, "JPN", make_day(1991, 1, 1)));
}

}  // namespace entente::evidence
