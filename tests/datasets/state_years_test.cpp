// The table of states as years, against the official lists.
#include "datasets/state_years.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "shipped_states.hpp"
#include "test_data.hpp"

namespace entente::datasets {
namespace {

using testing::shipped_states;

using NumberYear = std::pair<int, int>;

std::set<NumberYear> ours(Numbering list, int from, int to) {
    std::set<NumberYear> all;
    for (const auto& [number, year, code, name] : state_years(shipped_states(), list, from, to)) {
        all.emplace(number, year);
    }
    return all;
}

// The rows of an official list as pairs of whole numbers.
std::set<NumberYear> pairs(const std::string& query) {
    const auto result = Database::in_memory().query(query);
    std::set<NumberYear> all;
    for (std::size_t row = 0; row < result.rows(); ++row) {
        all.emplace(*result.integer(row, "number"), *result.integer(row, "year"));
    }
    return all;
}

std::set<int> numbers_only_in(const std::set<NumberYear>& left, const std::set<NumberYear>& right) {
    std::set<int> numbers;
    for (const auto& [number, year] : left) {
        if (right.count({number, year}) == 0) numbers.insert(number);
    }
    return numbers;
}

using Match = std::tuple<int, int, int>;  // cow, gw, year

std::set<Match> crosswalk(int from, int to) {
    auto database = Database::in_memory();
    create_crosswalk(database, "crosswalk", shipped_states(), from, to);
    const auto result = database.query("SELECT cow, gw, year FROM crosswalk");
    std::set<Match> all;
    for (std::size_t row = 0; row < result.rows(); ++row) {
        all.emplace(*result.integer(row, "cow"), *result.integer(row, "gw"), *result.integer(row, "year"));
    }
    return all;
}

std::set<Match> published_crosswalk(const std::filesystem::path& path) {
    const auto result = Database::in_memory().query(
        "SELECT TRY_CAST(ccode AS INTEGER) AS cow, TRY_CAST(gwcode AS INTEGER) AS gw, CAST(year AS INTEGER) AS year "
        "FROM read_csv(" +
        literal(path.string()) +
        ", all_varchar = true) WHERE TRY_CAST(ccode AS INTEGER) IS NOT NULL AND TRY_CAST(gwcode AS INTEGER) IS NOT "
        "NULL "
        "AND CAST(year AS INTEGER) <= 2016");
    std::set<Match> all;
    for (std::size_t row = 0; row < result.rows(); ++row) {
        all.emplace(*result.integer(row, "cow"), *result.integer(row, "gw"), *result.integer(row, "year"));
    }
    return all;
}

std::set<Match> without(std::set<Match> left, const std::set<Match>& right) {
    for (const Match& match : right) left.erase(match);
    return left;
}

TEST(StateYears, are_exactly_those_of_the_correlates_of_war_list) {
    ENTENTE_NEEDS_DATA(file, "cow/system2016.csv");
    const auto official = pairs("SELECT ccode AS number, year FROM read_csv(" + literal(file.string()) + ")");
    EXPECT_EQ(official.size(), 15951U);
    EXPECT_EQ(ours(Numbering::Cow, 1816, 2016), official);
}

// The list of independent states with the microstates, as the R package `states` 0.3.3 has it.
TEST(StateYears, are_exactly_those_of_gleditsch_and_ward_with_their_microstates) {
    ENTENTE_NEEDS_DATA(file, "countrycode/states_gwstates.csv");
    const auto official = pairs(
        "SELECT gwcode AS number, unnest(range(year(\"start\"), least(year(\"end\"), 2017) + 1)) AS year FROM "
        "read_csv(" +
        literal(file.string()) + ", types = {'start': 'DATE', 'end': 'DATE'})");
    EXPECT_EQ(official.size(), 19273U);
    EXPECT_EQ(ours(Numbering::Gw, 1816, 2017), official);
}

TEST(StateYears, differ_from_gleditsch_and_wards_list_without_microstates_by_the_microstates_alone) {
    ENTENTE_NEEDS_DATA(file, "peacesciencer/gw_states.csv");
    const auto official =
        pairs("SELECT gwcode AS number, unnest(range(year(startdate), year(enddate) + 1)) AS year FROM read_csv(" +
              literal(file.string()) + ")");
    const auto all = ours(Numbering::Gw, 1816, 2017);
    EXPECT_TRUE(numbers_only_in(official, all).empty());
    // Gleditsch and Ward's own list of microstates, with Abkhazia (396) and South Ossetia (397).
    EXPECT_EQ(numbers_only_in(all, official), (std::set<int>{54,  55,  56,  57,  58,  60,  221, 223, 232, 331, 396, 397,
                                                             403, 591, 935, 970, 971, 972, 973, 983, 986, 987, 990}));
}

// The R package `countrycode` leaves out what its one name for each state cannot tell apart: the German states before
// 1872, Vietnam since 1954, Colombia in the year of Gran Colombia's end.
TEST(StateYears, hold_every_state_year_of_the_countrycode_package_and_those_that_it_drops) {
    ENTENTE_NEEDS_DATA(file, "countrycode/data_gw.csv");
    ENTENTE_NEEDS_DATA(spells, "peacesciencer/gw_states.csv");
    const auto package = pairs("SELECT gwn AS number, year FROM read_csv(" + literal(file.string()) + ")");
    const auto list = pairs(
        "SELECT gwcode AS number, unnest(range(year(startdate), year(enddate) + 1)) AS year FROM "
        "read_csv(" +
        literal(spells.string()) + ")");
    EXPECT_TRUE(numbers_only_in(package, ours(Numbering::Gw, 1816, 2017)).empty());
    EXPECT_EQ(numbers_only_in(list, package), (std::set<int>{100, 271, 273, 275, 816}));
}

TEST(StateYears, name_the_state_as_it_was_called_at_the_end_of_the_year) {
    const auto all = state_years(shipped_states(), Numbering::Gw, 1990, 1990);
    const auto yemen = std::find_if(all.begin(), all.end(), [](const StateYear& each) { return each.number == 678; });
    ASSERT_NE(yemen, all.end());
    EXPECT_EQ(yemen->code, "YEM");
    EXPECT_EQ(yemen->name, "Yemen");
    EXPECT_TRUE(std::is_sorted(all.begin(), all.end(),
                               [](const StateYear& a, const StateYear& b) { return a.number < b.number; }));
}

TEST(StateYears, outside_the_years_asked_for_are_none) {
    EXPECT_TRUE(state_years(shipped_states(), Numbering::Cow, 2000, 1999).empty());
    EXPECT_TRUE(ours(Numbering::Cow, 1815, 1815).empty());
}

// peacesciencer, "State systems": eight rows for Yemen 1988 to 1991, 678 twice in 1990.
TEST(Crosswalk, gives_the_eight_rows_of_the_two_yemens_that_became_one) {
    std::set<Match> yemen;
    for (const Match& match : crosswalk(1988, 1991)) {
        if (std::get<0>(match) >= 678 && std::get<0>(match) <= 680) yemen.insert(match);
    }
    EXPECT_EQ(yemen, (std::set<Match>{{678, 678, 1988},
                                      {678, 678, 1989},
                                      {678, 678, 1990},
                                      {679, 678, 1990},
                                      {679, 678, 1991},
                                      {680, 680, 1988},
                                      {680, 680, 1989},
                                      {680, 680, 1990}}));
}

// Correlates of War: 345 throughout; Gleditsch and Ward: Serbia 340 to 1915-10-01 and from 2006-06-05, Yugoslavia 345
// from 1918-12-01 to 2006-06-04.
TEST(Crosswalk, has_serbia_and_yugoslavia_as_one_number_and_as_two) {
    std::map<int, std::set<int>> partners;
    for (const auto& [cow, gw, year] : crosswalk(1878, 2016)) {
        if (cow == 345) partners[year].insert(gw);
    }
    EXPECT_EQ(partners[1915], (std::set<int>{340}));
    EXPECT_EQ(partners.count(1916), 0U);
    EXPECT_EQ(partners[1918], (std::set<int>{345}));
    EXPECT_EQ(partners.count(1942), 0U);  // occupied: off the one list
    EXPECT_EQ(partners[2006], (std::set<int>{340, 345}));
    EXPECT_EQ(partners[2007], (std::set<int>{340}));
}

// The R package `isard` 0.2.0 gives each state-year one partner, so a year with two has one of them.
TEST(Crosswalk, agrees_with_the_published_one_but_for_years_with_two_partners) {
    ENTENTE_NEEDS_DATA(by_cow, "isard/cw_gw_panel.csv");
    ENTENTE_NEEDS_DATA(by_gw, "isard/gw_cw_panel.csv");
    const auto all = crosswalk(1816, 2016);
    EXPECT_TRUE(without(published_crosswalk(by_cow), all).empty());
    EXPECT_TRUE(without(published_crosswalk(by_gw), all).empty());
    EXPECT_EQ(without(all, published_crosswalk(by_cow)), (std::set<Match>{{345, 345, 2006}}));
    EXPECT_EQ(without(all, published_crosswalk(by_gw)), (std::set<Match>{{255, 260, 1990}, {678, 678, 1990}}));
}

}  // namespace
}  // namespace entente::datasets
