// The alarms of tables that are small enough to be checked by eye. All numbers are invented but where a source is
// named.
#include "datasets/alarms.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "datasets/alarm_versions.hpp"
#include "datasets/alarming.hpp"

namespace entente::datasets {
namespace {

// Troops of December 2024 as the Defense Manpower Data Center has them (23,291 in South Korea, 12,456 in Italy, 52,603
// in Japan, 34,949 in Germany) and as the R package troopdata has them (46,582 and 24,912; the other two alike).
TEST_F(Alarms, troops_that_one_source_has_twice_are_named_and_no_others) {
    const auto official = state_year("troops-official", {amount("troops")});
    const auto processed = state_year("troops-processed", {amount("troops")});
    const auto left = table(official, "ccode, year, troops",
                            "VALUES (732, 2024, 23291), (325, 2024, 12456), (740, 2024, 52603), (255, 2024, 34949)");
    const auto right = table(processed, "ccode, year, troops",
                             "VALUES (732, 2024, 46582), (325, 2024, 24912), (740, 2024, 52603), (255, 2024, 34949)");
    const auto outcome = compare(left, right, "troops", 0.05);
    ASSERT_EQ(outcome.alarms.size(), 1U);
    const Alarm& alarm = outcome.alarms.front();
    EXPECT_EQ(alarm.kind, AlarmKind::Disagreement);
    EXPECT_EQ(alarm.gravity, Gravity::Wrong);
    EXPECT_EQ(alarm.pattern, "exactly doubled");
    EXPECT_EQ(alarm.units, 2);
    EXPECT_EQ(alarm.checked, 4);
    EXPECT_EQ(units(alarm), (Names{"ROK 2024", "ITA 2024"}));
    EXPECT_EQ(alarm.worst.front().one, 23291);
    EXPECT_EQ(alarm.worst.front().two, 46582);
}

TEST_F(Alarms, sources_that_agree_within_the_tolerance_raise_none) {
    const auto one = state_year("one", {amount("men")});
    const auto two = state_year("two", {amount("men")});
    const auto left = table(one, "ccode, year, men", "VALUES (2, 2000, 100), (200, 2000, 200)");
    const auto right = table(two, "ccode, year, men", "VALUES (2, 2000, 104), (200, 2000, 200)");
    EXPECT_TRUE(compare(left, right, "men", 0.05).alarms.empty());  // 4 of 104 is 3.8%
    EXPECT_EQ(compare(left, right, "men", 0.03).alarms.size(), 1U);
}

TEST_F(Alarms, one_factor_between_two_sources_is_recognised) {
    const auto one = state_year("one", {amount("money")});
    const auto two = state_year("two", {amount("money")});
    const auto left = table(one, "ccode, year, money", "SELECT 2, 1980 + i, 1000 + 7 * i FROM range(20) r(i)");
    const auto right = table(two, "ccode, year, money", "SELECT 2, 1980 + i, (1000 + 7 * i) * 1.6 FROM range(20) r(i)");
    const auto outcome = compare(left, right, "money", 0.05);
    ASSERT_EQ(outcome.alarms.size(), 1U);
    EXPECT_EQ(outcome.alarms.front().pattern, "one factor, × 0.6250");  // 1 / 1.6
}

TEST_F(Alarms, differences_of_one_state_from_one_year_on_are_recognised) {
    const auto one = state_year("one", {amount("money")});
    const auto two = state_year("two", {amount("money")});
    const std::string both = "FROM range(20) r(i), (VALUES (2), (740)) s(state)";
    const auto left = table(one, "ccode, year, money", "SELECT state, 1980 + i, 1000 + i " + both);
    const auto right = table(
        two, "ccode, year, money",
        "SELECT state, 1980 + i, (1000 + i) * CASE WHEN state = 740 AND i >= 10 THEN 1.3 + i / 100.0 ELSE 1 END " +
            both);
    const auto outcome = compare(left, right, "money", 0.05);
    ASSERT_EQ(outcome.alarms.size(), 1U);
    EXPECT_EQ(outcome.alarms.front().pattern, "only JPN; only from 1990 on");
    EXPECT_EQ(outcome.alarms.front().units, 10);
    EXPECT_EQ(outcome.alarms.front().worst.front().more, 9);
}

// As the disputes of Syria and Israel in 1967: of several, the one file keeps a dispute without deaths, the other has
// all.
TEST_F(Alarms, units_of_several_rows_are_compared_by_what_tells_these_apart) {
    auto deaths = amount("deaths");
    deaths.combine = Combine::Maximum;
    auto one = state_year("chosen", {deaths});
    auto two = state_year("all", {deaths});
    const auto left = table(one, "ccode, year, dispnum, deaths",
                            "VALUES (652, 1967, 11, 0), (2, 1967, 30, 5), (2, 1968, 31, 4), (666, 1967, 12, 1)");
    const auto right = table(two, "ccode, year, dispnum, deaths",
                             "VALUES (652, 1967, 11, 0), (652, 1967, 12, 6), (2, 1967, 30, 3), (2, 1968, 31, 3)");
    EXPECT_EQ(units(compare(left, right, "deaths", 0).alarms.front()), (Names{"SYR 1967", "USA 1967"}));
    Comparison comparison;
    comparison.left = {"chosen", "1", "deaths"};
    comparison.right = {"all", "1", "deaths"};
    comparison.by = "dispnum";
    const auto outcome = compare_columns(ground_, comparison, left, right);
    ASSERT_EQ(outcome.alarms.size(), 1U);
    EXPECT_EQ(outcome.alarms.front().what,
              "chosen@1.deaths and all@1.deaths differ in 2 of 3 state-years with the same dispnum (66.7%)");
    EXPECT_EQ(units(outcome.alarms.front()), (Names{"USA 1967 dispnum 30"}));
    EXPECT_EQ(outcome.alarms.front().worst.front().more, 1);  // 1968
    comparison.by = "number";
    EXPECT_EQ(compare_columns(ground_, comparison, left, right).why_not, "chosen@1 has no column 'number'");
}

TEST_F(Alarms, a_zero_where_the_other_source_has_nothing_is_not_taken_for_agreement) {
    const auto one = state_year("one", {amount("money")});
    const auto two = state_year("two", {amount("money")});
    const auto left = table(one, "ccode, year, money", "VALUES (2, 2000, 5), (200, 2000, 0), (220, 2000, 3)");
    const auto right = table(two, "ccode, year, money", "VALUES (2, 2000, 5), (200, 2000, NULL), (220, 2000, NULL)");
    const auto outcome = compare(left, right, "money", 0.05);
    ASSERT_EQ(outcome.alarms.size(), 2U);
    EXPECT_EQ(outcome.alarms[0].pattern, "0 against missing");
    EXPECT_EQ(units(outcome.alarms[0]), (Names{"UKG 2000"}));
    EXPECT_EQ(outcome.alarms[1].pattern, "a value against missing");
    EXPECT_EQ(outcome.alarms[1].gravity, Gravity::Note);
}

// A state without soldiers spends nothing on them; one with soldiers and without spending is asked about.
TEST_F(Alarms, a_zero_beside_another_zero_was_counted) {
    const auto left_data = state_year("left", {amount("money"), amount("men")});
    const auto right_data = state_year("right", {amount("money")});
    const auto left =
        table(left_data, "ccode, year, money, men", "VALUES (2, 2000, 100, 50), (395, 2000, 0, 0), (571, 2000, 0, 3)");
    const auto right =
        table(right_data, "ccode, year, money", "VALUES (2, 2000, 100), (395, 2000, NULL), (571, 2000, NULL)");
    Comparison comparison;
    comparison.left = {"left", "1", "money"};
    comparison.right = {"right", "1", "money"};
    comparison.zero_with = "men";
    const auto alarms = compare_columns(ground_, comparison, left, right).alarms;
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(units(alarms.front()), (Names{"BOT 2000"}));
    EXPECT_EQ(alarms.front().what,
              "left@1.money is 0 where right@1.money is missing, in 1 state-year in which men is not 0");
    comparison.zero_with = "horses";
    EXPECT_EQ(compare_columns(ground_, comparison, left, right).why_not, "left@1 has no column 'horses'");
}

TEST_F(Alarms, years_that_only_one_source_covers_are_not_compared) {
    const auto one = state_year("one", {amount("money")});
    const auto two = state_year("two", {amount("money")});
    const auto left = table(one, "ccode, year, money", "VALUES (2, 2000, 5), (2, 2001, 0)");
    const auto right = table(two, "ccode, year, money", "VALUES (2, 2000, 5), (2, 2001, NULL)");
    EXPECT_TRUE(compare(left, right, "money", 0.05).alarms.empty());  // the second ends in 2000
}

// Correlates of War 255 is Gleditsch and Ward's 260 since 1990.
TEST_F(Alarms, sources_that_number_states_by_different_lists_are_compared_by_state) {
    const auto one = state_year("one", {amount("men")});
    auto two = state_year("two", {amount("men")});
    two.key.state = "gwcode";
    two.key.numbering = Numbering::Gw;
    const auto left = table(one, "ccode, year, men", "VALUES (255, 2000, 100), (740, 2000, 50)");
    const auto right = table(two, "gwcode, year, men", "VALUES (260, 2000, 150), (740, 2000, 50)");
    const auto outcome = compare(left, right, "men", 0.05);
    ASSERT_EQ(outcome.alarms.size(), 1U);
    EXPECT_EQ(units(outcome.alarms.front()), (Names{"GMY 2000"}));
    EXPECT_EQ(outcome.alarms.front().checked, 2);
}

TEST_F(Alarms, a_column_that_is_not_there_is_a_reason_and_no_alarm) {
    const auto one = state_year("one", {amount("men")});
    const auto left = table(one, "ccode, year, men", "VALUES (2, 2000, 100)");
    EXPECT_EQ(compare(left, left, "women", 0.05).why_not, "one@1 has no column 'women'");
}

TEST_F(Alarms, values_outside_what_can_be_are_wrong) {
    auto share = amount("share");
    share.at_most = 1;
    const auto descriptor = state_year("shares", {share});
    const auto alarms =
        check_values(ground_, table(descriptor, "ccode, year, share",
                                    "VALUES (2, 2000, 0.5), (200, 2000, 1.2), (220, 2000, -3), (365, 2000, NULL)"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.front().gravity, Gravity::Wrong);
    EXPECT_EQ(alarms.front().units, 2);
    EXPECT_EQ(alarms.front().checked, 3);
    EXPECT_EQ(units(alarms.front()), (Names{"FRN 2000", "UKG 2000"}));
}

TEST_F(Alarms, a_forgotten_code_for_missing_is_suspected) {
    const auto descriptor = state_year("codes", {});
    const auto alarms = check_values(
        ground_, table(descriptor, "ccode, year, wars, balance", "VALUES (2, 2000, 1, -4), (200, 2000, -9, -9)"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.front().variable, "wars");  // a balance may well be negative
    EXPECT_EQ(alarms.front().pattern, "a code for missing");
}

TEST_F(Alarms, a_unit_with_two_rows_is_a_broken_key) {
    const auto descriptor = state_year("twice", {});
    const auto alarms = check_keys(
        ground_, table(descriptor, "ccode, year, men",
                       "VALUES (2, 2000, 1), (2, 2000, 2), (200, 2000, 1), (740, 2000, 1), (740, 2000, NULL)"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.front().gravity, Gravity::Wrong);
    EXPECT_EQ(units(alarms.front()), (Names{"USA 2000"}));
}

// As the military expenditure of SIPRI for 1987 to 1990. Names that no state was found for repeat nothing.
TEST_F(Alarms, two_names_of_one_state_in_a_year_are_both_named) {
    auto descriptor = state_year("renamed", {});
    descriptor.key.state = "country";
    descriptor.key.numbering = Numbering::Name;
    descriptor.key.unique = {"country", "year"};
    const auto alarms =
        check_keys(ground_, table(descriptor, "country, year, cow, gw, money",
                                  "VALUES ('USSR', 1987, 365, 365, 9), ('Russia', 1987, 365, 365, 8), ('Russia', 1992, "
                                  "365, 365, 7), ('Brunei', 1950, NULL, NULL, 1), ('Sudan', 1950, NULL, NULL, 1)"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.front().units, 1);
    EXPECT_EQ(units(alarms.front()), (Names{"RUS 1987"}));
    EXPECT_NE(alarms.front().what.find("one state under several names: Russia and USSR"), std::string::npos)
        << alarms.front().what;
}

// Correlates of War: Germany 1945-05-08 to 1990-10-03 is not a member; South Korea is one from 1949-06-29.
TEST_F(Alarms, a_state_that_did_not_exist_is_named_with_its_first_year) {
    const auto descriptor = state_year("ghosts", {});
    const auto alarms = check_keys(ground_, table(descriptor, "ccode, year, men",
                                                  "VALUES (255, 1944, 1), (255, 1950, 1), (255, 1951, 1), (732, 1950, "
                                                  "1), (1029, 1950, 1)"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.front().units, 2);
    EXPECT_EQ(units(alarms.front()), (Names{"GMY 1950"}));
    EXPECT_EQ(alarms.front().worst.front().more, 1);
}

// As the rows of the roll calls before a state was a member, which say that it could not vote.
TEST_F(Alarms, a_row_without_a_value_is_no_value_of_a_state_that_did_not_exist) {
    auto vote = amount("vote");
    vote.main = true;
    const auto descriptor = state_year("votes", {vote, amount("about_arms")});
    EXPECT_TRUE(check_keys(ground_, table(descriptor, "ccode, year, vote, about_arms",
                                          "VALUES (255, 1944, 1, 1), (255, 1950, NULL, 1), (2, 1950, 3, 1)"))
                    .empty());
    EXPECT_EQ(check_keys(ground_, table(descriptor, "ccode, year, vote, about_arms",
                                        "VALUES (255, 1944, 1, 1), (255, 1950, 8, 1), (2, 1950, 3, 1)"))
                  .size(),
              1U);
}

// As spending on each place of a state: the descriptor says that the state has the sum.
TEST_F(Alarms, rows_that_are_summed_to_a_unit_are_no_repeated_key) {
    auto spending = amount("spending");
    const std::string rows = "VALUES (2, 2000, 1), (2, 2000, 2)";
    EXPECT_EQ(check_keys(ground_, table(state_year("places", {spending}), "ccode, year, spending", rows)).size(), 1U);
    spending.combine = Combine::Sum;
    EXPECT_TRUE(check_keys(ground_, table(state_year("places", {spending}), "ccode, year, spending", rows)).empty());
}

// V-Dem and others follow colonies from long before they became states.
TEST_F(Alarms, a_data_set_that_has_many_states_before_their_time_has_them_on_purpose) {
    const auto descriptor = state_year("colonies", {});
    const auto alarms = check_keys(
        ground_, table(descriptor, "ccode, year, men",
                       "SELECT number, 1850, 1 FROM (SELECT DISTINCT number FROM entente_check_list WHERE list = 'cow' "
                       "GROUP BY number HAVING min(year) > 1950 ORDER BY number LIMIT 25)"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.front().units, 25);
    EXPECT_EQ(alarms.front().gravity, Gravity::Note);
}

TEST_F(Alarms, spells_that_end_before_they_begin_are_wrong) {
    Descriptor descriptor;
    descriptor.id = "spells";
    descriptor.unit = Unit::Event;
    descriptor.key.unique = {"id"};
    const auto alarms = check_keys(ground_, table(descriptor, "id, begin_year, end_year",
                                                  "VALUES (1, 1914, 1918), (2, 1945, 1939), (3, 1950, NULL)"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(units(alarms.front()), (Names{"id 2"}));
    EXPECT_EQ(alarms.front().worst.front().two, 1939);
}

// The treaty of 1951 obliges the United States (2) to defend Japan (740) and not the reverse, as ATOP codes it.
TEST_F(Alarms, a_pledge_that_runs_one_way_is_noted_and_not_called_wrong) {
    Descriptor descriptor;
    descriptor.id = "pledges";
    descriptor.unit = Unit::DirectedDyadYear;
    descriptor.key.state_1 = "a";
    descriptor.key.state_2 = "b";
    descriptor.key.year = "year";
    ColumnRule defence;
    defence.name = "defence";
    defence.absent = 0;
    descriptor.columns = {defence};
    const auto alarms = check_keys(ground_, table(descriptor, "a, b, year, defence",
                                                  "VALUES (2, 740, 1960, 1), (740, 2, 1960, 0), (2, 732, 1960, 1), "
                                                  "(732, 2, 1960, 1), (2, 2, 1960, 0)"));
    ASSERT_EQ(alarms.size(), 2U);
    EXPECT_EQ(alarms[0].what, "a state is paired with itself in 1 row");
    EXPECT_EQ(alarms[1].gravity, Gravity::Note);
    EXPECT_EQ(alarms[1].pattern, "one way only");
    EXPECT_EQ(alarms[1].units, 1);
    EXPECT_EQ(alarms[1].checked, 3);
    EXPECT_EQ(units(alarms[1]), (Names{"USA–JPN 1960"}));
}

TEST_F(Alarms, a_new_version_says_what_it_changed) {
    const auto descriptor = state_year("versions", {amount("men")});
    const auto older = table(descriptor, "ccode, year, men",
                             "VALUES (2, 2000, 10), (2, 2001, 11), (200, 2000, 5), (200, 2001, 5)", "1");
    const auto newer = table(descriptor, "ccode, year, men",
                             "VALUES (2, 2000, 10), (2, 2001, 12), (220, 2000, 7), (200, 2001, 5), (2, 2002, 1)", "2");
    const auto alarms = check_versions(ground_, older, newer);
    ASSERT_EQ(alarms.size(), 3U);
    EXPECT_EQ(alarms[0].pattern, "units gone");
    EXPECT_EQ(units(alarms[0]), (Names{"UKG 2000"}));
    EXPECT_EQ(alarms[1].pattern, "units added");  // 2002 is beyond the older one
    EXPECT_EQ(units(alarms[1]), (Names{"FRN 2000"}));
    EXPECT_EQ(alarms[2].what, "versions@2 changed 1 value that versions@1 had already: men 1 (33.3%)");
}

TEST_F(Alarms, a_table_with_fewer_rows_than_its_version_is_cut_short_or_changed) {
    auto descriptor = state_year("counted", {amount("men")});
    Version version;
    version.id = "1";
    version.rows = 4;
    descriptor.versions = {version};
    const std::string columns = "ccode, year, men";
    const auto alarms =
        check_rows(ground_, table(descriptor, columns, "VALUES (2, 2000, 1), (2, 2001, 1), (2, 2002, 1)"));
    ASSERT_EQ(alarms.size(), 1U);
    EXPECT_EQ(alarms.front().kind, AlarmKind::Rows);
    EXPECT_EQ(alarms.front().gravity, Gravity::Wrong);
    EXPECT_EQ(alarms.front().what, "the table has 3 rows, version 1 has 4: cut short, or changed since?");
    descriptor.versions.front().rows = 3;
    EXPECT_TRUE(
        check_rows(ground_, table(descriptor, columns, "VALUES (2, 2000, 1), (2, 2001, 1), (2, 2002, 1)")).empty());
}

// An alarm of `wars`, about one unit.
Alarm fault(const std::string& version, const std::string& unit) {
    Alarm alarm;
    alarm.kind = AlarmKind::Impossible;
    alarm.dataset = "wars";
    alarm.version = version;
    alarm.variable = "deaths";
    alarm.what = "wars@" + version + " has a value that cannot be";
    alarm.units = 1;
    alarm.worst = {{unit, -1.0, std::nullopt, 0}};
    return alarm;
}

TEST(AlarmVersions, what_no_version_has_mended_is_said_once_of_the_newest) {
    const auto is_older = [](const std::string&, const std::string& one, const std::string& other) {
        return one < other;
    };
    std::vector<Alarm> alarms{fault("2", "USA 1900"), fault("1", "USA 1900"), fault("3", "USA 1900"),
                              fault("1", "UKG 1900")};
    say_once(alarms, is_older);
    ASSERT_EQ(alarms.size(), 2U);
    EXPECT_EQ(alarms[0].version, "3");
    EXPECT_EQ(alarms[0].older, (std::vector<std::string>{"1", "2"}));
    EXPECT_EQ(alarms[1].version, "1");  // mended since
    EXPECT_TRUE(alarms[1].older.empty());
}

TEST(AlarmOrder, columns_that_a_panel_does_not_take_come_last_in_a_gravity) {
    Alarm minor = fault("1", "USA 1900");
    minor.minor = true;
    minor.units = 9;
    Alarm main = fault("2", "USA 1900");
    std::vector<Alarm> alarms{minor, main};
    sort_alarms(alarms);
    EXPECT_EQ(alarms.front().version, "2");
}

TEST(AlarmOrder, is_by_gravity_then_share_and_never_by_chance) {
    const auto alarm = [](Gravity gravity, std::int64_t units, std::int64_t checked, const char* variable) {
        Alarm made;
        made.gravity = gravity;
        made.units = units;
        made.checked = checked;
        made.variable = variable;
        return made;
    };
    std::vector<Alarm> alarms{alarm(Gravity::Note, 9, 9, "d"), alarm(Gravity::Doubtful, 1, 10, "c"),
                              alarm(Gravity::Doubtful, 5, 10, "b"), alarm(Gravity::Wrong, 1, 1000, "a")};
    sort_alarms(alarms);
    std::string order;
    for (const auto& each : alarms) order += each.variable;
    EXPECT_EQ(order, "abcd");
}

TEST(AlarmText, numbers_are_readable) {
    EXPECT_EQ(figure_text(46582), "46,582");
    EXPECT_EQ(figure_text(10000), "10,000");
    EXPECT_EQ(figure_text(9999), "9999");
    EXPECT_EQ(figure_text(1816), "1816");  // as often a year as a quantity
    EXPECT_EQ(figure_text(-1234.5), "-1234");
    EXPECT_EQ(figure_text(-1234567), "-1,234,567");
    EXPECT_EQ(figure_text(0.0375), "0.03750");
    EXPECT_EQ(figure_text(12.3456), "12.35");
    EXPECT_EQ(figure_text(0), "0");
    EXPECT_EQ(share_text(1, 3), "33.3%");
    EXPECT_EQ(share_text(1, 100000), "under 0.1%");
    EXPECT_EQ(share_text(3, 3), "100%");
}

}  // namespace
}  // namespace entente::datasets
