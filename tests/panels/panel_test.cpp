#include "panels/panel.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "invented_store.hpp"

namespace entente::panels::tests {
namespace {

// USA 2, Canada 20, Japan 740, Republic of Korea 732, DPRK 731, Germany 255, GFR 260, GDR 265 on the COW list.

TEST(Panel, joins_state_year_data_to_both_states_of_a_pair) {
    InventedStore store;
    store.add(descriptor("things", "state-year", kStateYear, kValue), "1",
              "SELECT * FROM (VALUES (2, 1960, 5.5), (740, 1960, 7.5)) AS t(state, year, value)");
    const auto data = store.data();
    const auto panel = build_panel(request_of(PanelUnit::DyadYear, 1960, 1960, {"things"}, {"USA", "JPN"}), data);
    EXPECT_EQ(panel.frame.rows, 1);
    EXPECT_EQ(cell(data, "things_value_1", "cow_1 = 2"), "5.5");
    EXPECT_EQ(cell(data, "things_value_2", "cow_1 = 2"), "7.5");
}

TEST(Panel, has_each_state_of_the_list_on_any_day_of_the_year) {
    InventedStore store;
    store.add(descriptor("things", "state-year", kStateYear, kValue), "1",
              "SELECT 2 AS state, 1990 AS year, 1.0 AS value");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1990, 1991, {"things"}), data);
    // COW: the GFR ends and Germany begins on 1990-10-03, the GDR ends the day before.
    EXPECT_EQ(fact(data, "count(*) FILTER (year = 1990 AND cow IN (255, 260, 265))"), "3");
    EXPECT_EQ(fact(data, "count(*) FILTER (year = 1991 AND cow IN (255, 260, 265))"), "1");
}

TEST(Panel, tells_missing_absent_and_uncovered_apart) {
    InventedStore store;
    store.add(descriptor("things", "state-year", kStateYear, kValue, "[1950, 1960]"), "1",
              "SELECT * FROM (VALUES (2, 1960, 0.0), (20, 1960, NULL)) AS t(state, year, value)");
    const auto data = store.data();
    const auto panel =
        build_panel(request_of(PanelUnit::StateYear, 1960, 1961, {"things"}, {"USA", "CAN", "JPN"}), data);
    EXPECT_EQ(cell(data, "things_value", "cow = 2 AND year = 1960"), "0.0");
    EXPECT_EQ(cell(data, "things_value", "cow = 20 AND year = 1960"), "<missing in source>");
    EXPECT_EQ(cell(data, "things_value", "cow = 740 AND year = 1960"), "<no row>");
    EXPECT_EQ(cell(data, "things_value", "cow = 2 AND year = 1961"), "<outside coverage>");
    ASSERT_EQ(panel.columns.size(), 1U);
    EXPECT_EQ(panel.columns[0].present(), 1);
    EXPECT_EQ(panel.columns[0].cells[static_cast<std::size_t>(Reason::OutsideCoverage)], 3);
}

TEST(Panel, takes_no_row_for_what_the_descriptor_declares_within_coverage_only) {
    InventedStore store;
    store.add(descriptor("ties", "dyad-year", kPairYear, kValue + "\nabsent = 0", "[1950, 1960]"), "1",
              "SELECT 2 AS state_1, 740 AS state_2, 1960 AS year, 1.0 AS value");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DyadYear, 1960, 1961, {"ties"}, {"USA", "CAN", "JPN"}), data);
    EXPECT_EQ(cell(data, "ties_value", "cow_1 = 2 AND cow_2 = 740 AND year = 1960"), "1.0");
    EXPECT_EQ(cell(data, "ties_value", "cow_1 = 2 AND cow_2 = 20 AND year = 1960"), "0.0");
    EXPECT_EQ(cell(data, "ties_value", "cow_1 = 2 AND cow_2 = 740 AND year = 1961"), "<outside coverage>");
    EXPECT_EQ(cell(data, "ties_value", "cow_1 = 2 AND cow_2 = 20 AND year = 1961"), "<outside coverage>");
    // The file at hand has no year before 1960, whatever the version covers: a file cut short must not say `none`.
    (void)build_panel(request_of(PanelUnit::DyadYear, 1955, 1955, {"ties"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "ties_value", "year = 1955"), "<outside coverage>");
}

TEST(Panel, takes_no_row_for_nothing_known_where_the_list_leaves_a_state_out) {
    InventedStore store;
    store.add(
        descriptor("ties", "directed-dyad-year", kPairYear,
                   kValue + "\nabsent = 0\nleft_out = [{ states = [255, 260], years = [1950, 1990], why = \"lost\" }]",
                   "[1950, 2000]"),
        "1",
        "SELECT * FROM (VALUES (2, 260, 1960, 1.0), (2, 740, 1950, 1.0), (2, 740, 2000, 1.0)) AS t(state_1, "
        "state_2, year, value)");
    const auto data = store.data();
    (void)build_panel(
        request_of(PanelUnit::DirectedDyadYear, 1960, 1995, {"ties"}, {"USA", "JPN", "CAN", "GMY", "GFR"}), data);
    const auto of = [&](int from, int to, int year) {
        return cell(data, "ties_value", fmt::format("cow_1 = {} AND cow_2 = {} AND year = {}", from, to, year));
    };
    EXPECT_EQ(of(2, 260, 1960), "1.0");        // what it has it has
    EXPECT_EQ(of(2, 260, 1961), "<no row>");   // to it …
    EXPECT_EQ(of(260, 20, 1961), "<no row>");  // … and from it
    EXPECT_EQ(of(2, 255, 1995), "0.0");        // after
    EXPECT_EQ(of(2, 20, 1961), "0.0");         // others
}

TEST(Panel, narrows_coverage_to_that_of_the_column) {
    InventedStore store;
    store.add(descriptor("things", "state-year", kStateYear, kValue + "\nyears = [1955, 1956]"), "1",
              "SELECT 2 AS state, year, 1.0 AS value FROM range(1950, 1960) AS t(year)");
    const auto data = store.data();
    const auto panel = build_panel(request_of(PanelUnit::StateYear, 1950, 1959, {"things"}, {"USA"}), data);
    EXPECT_EQ(panel.columns[0].present(), 2);
    EXPECT_EQ(cell(data, "things_value", "year = 1957"), "<outside coverage>");
}

TEST(Panel, keeps_the_direction_of_directed_data) {
    InventedStore store;
    store.add(descriptor("pledges", "directed-dyad-year", kPairYear, kValue), "1",
              "SELECT * FROM (VALUES (2, 740, 1960, 1.0), (740, 2, 1960, 0.0)) AS t(state_1, state_2, year, value)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DirectedDyadYear, 1960, 1960, {"pledges"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "pledges_value", "cow_1 = 2"), "1.0");
    EXPECT_EQ(cell(data, "pledges_value", "cow_1 = 740"), "0.0");
    (void)build_panel(request_of(PanelUnit::DyadYear, 1960, 1960, {"pledges"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "pledges_value_12", "cow_1 = 2"), "1.0");
    EXPECT_EQ(cell(data, "pledges_value_21", "cow_1 = 2"), "0.0");
}

// COW does not count Japan as a state from 1945-08-15 to 1952-04-27: of 1943–1954, six years have it, and each pair
// with it. Every value says whose and of which year it is: 3 states, 2 · (12 + 6 + 6) = 48 directed pairs and years.
TEST(Panel, finds_the_right_year_of_states_that_went_and_came_back) {
    InventedStore store;
    const std::string states("(VALUES (2), (20), (740))");
    const std::string years("range(1940, 1960) AS t(year)");
    store.add(descriptor("things", "state-year", kStateYear, kValue), "1",
              "SELECT state, year, year + state / 1000 AS value FROM " + states + " AS s(state), " + years);
    store.add(descriptor("near", "dyad-year", kPairYear, kValue), "1",
              "SELECT state_1, state_2, year, state_1 * state_2 + year / 10000 AS value FROM " + states +
                  " AS a(state_1), " + states + " AS b(state_2), " + years + " WHERE state_1 > state_2");
    store.add(descriptor("pledges", "directed-dyad-year", kPairYear, kValue), "1",
              "SELECT state_1, state_2, year, state_1 - state_2 + year / 10000 AS value FROM " + states +
                  " AS a(state_1), " + states + " AS b(state_2), " + years + " WHERE state_1 <> state_2");
    const auto data = store.data();
    const auto panel = build_panel(
        request_of(PanelUnit::DirectedDyadYear, 1943, 1954, {"things", "near", "pledges"}, {"USA", "CAN", "JPN"}),
        data);
    EXPECT_EQ(panel.frame.rows, 48);
    EXPECT_EQ(fact(data,
                   "count(*) FILTER (things_value_1 = year + cow_1 / 1000 AND things_value_2 = year + cow_2 / 1000 AND "
                   "near_value = cow_1 * cow_2 + year / 10000 AND pledges_value = cow_1 - cow_2 + year / 10000)"),
              "48");
    EXPECT_EQ(fact(data, "count(*) FILTER (740 IN (cow_1, cow_2) AND year BETWEEN 1946 AND 1951)"), "0");
}

TEST(Panel, finds_pairs_in_either_stored_order) {
    InventedStore store;
    store.add(descriptor("near", "dyad-year", kPairYear, kValue), "1",
              "SELECT 740 AS state_1, 2 AS state_2, 1960 AS year, 3.0 AS value");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DirectedDyadYear, 1960, 1960, {"near"}, {"USA", "JPN"}), data);
    EXPECT_EQ(cell(data, "near_value", "cow_1 = 2"), "3.0");
    EXPECT_EQ(cell(data, "near_value", "cow_1 = 740"), "3.0");
}

TEST(Panel, spreads_spells_over_every_year_that_they_touch) {
    InventedStore store;
    store.add(
        descriptor("near", "dyad-spell",
                   "numbering = \"cow\"\nstate_1 = \"state_1\"\nstate_2 = \"state_2\"\nbegin = [\"begin\"]\nend = "
                   "[\"end\"]",
                   kValue, "[1950, 1970]"),
        "1",
        "SELECT 2 AS state_1, 20 AS state_2, 1955 AS \"begin\", NULL AS \"end\", 1955 AS begin_year, CAST(NULL AS "
        "BIGINT) AS end_year, 1.0 AS value");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::DyadYear, 1950, 1975, {"near.value"}, {"USA", "CAN"}), data);
    EXPECT_EQ(cell(data, "near_value", "year = 1954"), "<no row>");
    EXPECT_EQ(cell(data, "near_value", "year = 1955"), "1.0");
    EXPECT_EQ(cell(data, "near_value", "year = 1970"), "1.0");
    EXPECT_EQ(cell(data, "near_value", "year = 1971"), "<outside coverage>");
}

std::string combined(const std::string& rule) {
    InventedStore store;
    store.add(descriptor("things", "state-year", kStateYear, kValue + "\ncombine = \"" + rule + "\""), "1",
              "SELECT * FROM (VALUES (2, 1960, 4.0), (2, 1960, 1.0), (2, 1960, 2.0)) AS t(state, year, value)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"things"}, {"USA"}), data);
    return cell(data, "things_value", "cow = 2");
}

TEST(Panel, combines_several_rows_as_the_descriptor_says) {
    EXPECT_EQ(combined("same"), "<several>");
    EXPECT_EQ(combined("first"), "4.0");
    EXPECT_EQ(combined("last"), "2.0");
    EXPECT_EQ(combined("minimum"), "1.0");
    EXPECT_EQ(combined("maximum"), "4.0");
    EXPECT_EQ(combined("sum"), "7.0");
    EXPECT_EQ(combined("count"), "3");
}

TEST(Panel, takes_rows_that_agree_for_one) {
    InventedStore store;
    store.add(descriptor("things", "state-year", kStateYear, kValue), "1",
              "SELECT * FROM (VALUES (2, 1960, 4.0), (2, 1960, 4.0), (2, 1960, NULL)) AS t(state, year, value)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"things"}, {"USA"}), data);
    EXPECT_EQ(cell(data, "things_value", "cow = 2"), "4.0");
}

TEST(Panel, gives_no_sum_of_which_a_part_is_missing) {
    InventedStore store;
    store.add(descriptor("things", "state-year", kStateYear, kValue + "\ncombine = \"sum\""), "1",
              "SELECT * FROM (VALUES (2, 1960, 4.0), (2, 1960, NULL)) AS t(state, year, value)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"things"}, {"USA"}), data);
    EXPECT_EQ(cell(data, "things_value", "cow = 2"), "<missing in source>");
}

// Canada's two rows, which are alike, make the source one with several rows for a unit.
TEST(Panel, says_the_same_of_a_single_row_where_other_units_have_several) {
    const std::string rows = "(2, 1960, 4.0, false), (2, 1961, NULL, false), (2, 1962, NULL, true)";
    for (const std::string combine : {"same", "first", "last", "minimum", "maximum", "sum", "count"}) {
        for (const std::string more : {"", ", (20, 1960, 1.0, false), (20, 1960, 1.0, false)"}) {
            InventedStore store;
            store.add(descriptor("things", "state-year", kStateYear,
                                 kValue + "\nnot_applicable = [\"-8\"]\ncombine = \"" + combine + "\""),
                      "1", "SELECT * FROM (VALUES " + rows + more + ") AS t(state, year, value, value_not_applicable)");
            const auto data = store.data();
            (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1962, {"things.value"}, {"USA", "CAN"}), data);
            const bool counts = combine == "count";
            const auto what = combine + more;
            EXPECT_EQ(cell(data, "things_value", "cow = 2 AND year = 1960"), counts ? "1" : "4.0") << what;
            EXPECT_EQ(cell(data, "things_value", "cow = 2 AND year = 1961"), counts ? "0" : "<missing in source>")
                << what;
            EXPECT_EQ(cell(data, "things_value", "cow = 2 AND year = 1962"), counts ? "0" : "<not applicable>") << what;
        }
    }
}

TEST(Panel, tells_what_does_not_apply_from_what_is_missing) {
    InventedStore store;
    store.add(descriptor("things", "state-year", kStateYear, kValue + "\nnot_applicable = [\"-8\"]"), "1",
              "SELECT * FROM (VALUES (2, 1960, NULL, true), (20, 1960, NULL, false)) AS t(state, year, value, "
              "value_not_applicable)");
    const auto data = store.data();
    const auto panel =
        build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"things.value"}, {"USA", "CAN"}), data);
    EXPECT_EQ(cell(data, "things_value", "cow = 2"), "<not applicable>");
    EXPECT_EQ(cell(data, "things_value", "cow = 20"), "<missing in source>");
    EXPECT_TRUE(panel.columns[0].needs_not_applicable());
}

// The two lists divide Germany differently in 1990: Gleditsch and Ward go on with 260, COW ends 260 and begins 255.
TEST(Panel, gives_no_value_where_the_two_lists_divide_a_state_differently) {
    InventedStore store;
    store.add(descriptor("things", "state-year", "numbering = \"gw\"\nstate = \"state\"\nyear = \"year\"", kValue), "1",
              "SELECT 260 AS state, year, 1.0 AS value FROM range(1989, 1993) AS t(year)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1989, 1992, {"things"}, {"255", "260"}), data);
    EXPECT_EQ(cell(data, "things_value", "cow = 260 AND year = 1989"), "1.0");
    EXPECT_EQ(cell(data, "things_value", "cow = 260 AND year = 1990"), "<ambiguous state>");
    EXPECT_EQ(cell(data, "things_value", "cow = 255 AND year = 1990"), "<ambiguous state>");
    EXPECT_EQ(cell(data, "things_value", "cow = 255 AND year = 1991"), "1.0");
}

// Yemen 1988–1991. COW has 678 and 680 to 1990 and 679 from then on; Gleditsch and Ward go on with 678.
TEST(Panel, resolves_yemen_by_year) {
    InventedStore store;
    store.add(descriptor("things", "state-year", "numbering = \"gw\"\nstate = \"state\"\nyear = \"year\"", kValue), "1",
              "SELECT 678 AS state, year, 1.0 AS value FROM range(1988, 1992) AS t(year)");
    const auto data = store.data();
    const auto panel =
        build_panel(request_of(PanelUnit::StateYear, 1988, 1991, {"things"}, {"678", "679", "680"}), data);
    EXPECT_EQ(panel.frame.rows, 8);
    EXPECT_EQ(cell(data, "things_value", "cow = 678 AND year = 1989"), "1.0");
    EXPECT_EQ(cell(data, "things_value", "cow = 678 AND year = 1990"), "<ambiguous state>");
    EXPECT_EQ(cell(data, "things_value", "cow = 679 AND year = 1990"), "<ambiguous state>");
    EXPECT_EQ(cell(data, "things_value", "cow = 680 AND year = 1990"), "<no row>");
    EXPECT_EQ(cell(data, "things_value", "cow = 679 AND year = 1991"), "1.0");
}

TEST(Panel, takes_no_absence_for_a_state_that_the_data_sets_list_does_not_have) {
    InventedStore store;
    store.add(descriptor("ties", "state-year", "numbering = \"cow\"\nstate = \"state\"\nyear = \"year\"",
                         kValue + "\nabsent = 0"),
              "1", "SELECT 2 AS state, 1948 AS year, 1.0 AS value");
    const auto data = store.data();
    auto request = request_of(PanelUnit::StateYear, 1948, 1948, {"ties"}, {"JPN", "CAN"});
    request.system = datasets::Numbering::Gw;
    (void)build_panel(request, data);
    // COW does not count Japan as a state from 1945-08-15 to 1952-04-27; Gleditsch and Ward do.
    EXPECT_EQ(cell(data, "ties_value", "gw = 740"), "<no row>");
    EXPECT_EQ(cell(data, "ties_value", "gw = 20"), "0.0");
}

TEST(Panel, uses_the_number_of_the_date_for_data_with_names) {
    InventedStore store;
    store.add(descriptor("things", "state-year", "numbering = \"name\"\nstate = \"country\"\nyear = \"year\"", kValue),
              "1", "SELECT 'Germany' AS country, 1995 AS year, 2.0 AS value, 255 AS cow, 260 AS gw");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1995, 1995, {"things.value"}, {"255"}), data);
    EXPECT_EQ(cell(data, "things_value", "cow = 255"), "2.0");
}

// Of these only Germany may have been a state of the panel; Angola was none before 1975.
TEST(Panel, says_which_rows_mean_no_one_state_of_their_year) {
    InventedStore store;
    store.add(
        descriptor("things", "state-year", "numbering = \"name\"\nstate = \"country\"\nyear = \"year\"", kValue), "1",
        "SELECT *, NULL::BIGINT AS cow, NULL::BIGINT AS gw FROM (VALUES ('Germany', 1960, 1.0), ('Germany', 1961, "
        "1.0), ('Germany', 1962, NULL), ('Germany', 1970, 1.0), ('Angola', 1960, 1.0)) AS t(country, year, value) "
        "UNION ALL SELECT 'Germany', 1995, 2.0, 255, 260");
    const auto data = store.data();
    const auto panel = build_panel(request_of(PanelUnit::StateYear, 1960, 1965, {"things.value"}), data);
    EXPECT_EQ(cell(data, "things_value", "cow = 260 AND year = 1960"), "<no row>");
    ASSERT_EQ(panel.columns.size(), 1U);
    EXPECT_EQ(
        panel.columns[0].notes,
        std::vector<std::string>{"2 rows of the source left out, since the name means several states of the year, "
                                 "or another territory than the state's: Germany 1960–1961"});
}

TEST(Panel, takes_the_newest_version_unless_one_is_named) {
    InventedStore store;
    const auto form = descriptor("things", "state-year", kStateYear, kValue);
    store.add(form, "1", "SELECT 2 AS state, 1960 AS year, 1.0 AS value");
    store.add(form, "2", "SELECT 2 AS state, 1960 AS year, 2.0 AS value");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"things"}, {"USA"}), data);
    EXPECT_EQ(cell(data, "things_value", "cow = 2"), "2.0");
    (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"things@1.value"}, {"USA"}), data);
    EXPECT_EQ(cell(data, "things_value", "cow = 2"), "1.0");
    (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"things@1", "things@2"}, {"USA"}), data);
    EXPECT_EQ(cell(data, "things_1_value", "cow = 2"), "1.0");
    EXPECT_EQ(cell(data, "things_2_value", "cow = 2"), "2.0");
}

// 2.03 came before 2.1.1, though 3 is more than 1.
TEST(Panel, takes_for_the_newest_version_the_last_that_the_descriptor_lists) {
    InventedStore store;
    auto form = descriptor("things", "state-year", kStateYear, kValue);
    form.replace(form.find("id = \"1\""), 8, "id = \"2.03\"");
    form.replace(form.find("id = \"2\""), 8, "id = \"2.1.1\"");
    store.add(form, "2.1.1", "SELECT 2 AS state, 1960 AS year, 2.0 AS value");
    store.add(form, "2.03", "SELECT 2 AS state, 1960 AS year, 1.0 AS value");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"things"}, {"USA"}), data);
    EXPECT_EQ(cell(data, "things_value", "cow = 2"), "2.0");
}

TEST(Panel, names_the_nearest_data_set_for_one_that_is_not_there) {
    InventedStore store;
    store.add(descriptor("things", "state-year", kStateYear, kValue), "1",
              "SELECT 2 AS state, 1960 AS year, 1.0 AS value");
    const auto data = store.data();
    try {
        (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"thing"}), data);
        FAIL() << "a data set that is not there was taken";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::NotFound);
        EXPECT_NE(std::string(error.what()).find("did you mean 'things'"), std::string::npos) << error.what();
    }
}

TEST(Panel, refuses_data_of_a_unit_that_it_does_not_take) {
    InventedStore store;
    store.add(descriptor("ties", "dyad-year", kPairYear, kValue), "1",
              "SELECT 2 AS state_1, 20 AS state_2, 1960 AS year, 1.0 AS value");
    const auto data = store.data();
    EXPECT_THROW((void)build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"ties"}), data), Error);
}

TEST(Panel, names_the_candidates_for_an_ambiguous_state) {
    InventedStore store;
    store.add(descriptor("things", "state-year", kStateYear, kValue), "1",
              "SELECT 2 AS state, 1960 AS year, 1.0 AS value");
    const auto data = store.data();
    try {
        (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1970, {"things"}, {"Korea"}), data);
        FAIL() << "one of two Koreas was taken";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
        EXPECT_NE(error.advice().find("PRK"), std::string::npos) << error.advice();
        EXPECT_NE(error.advice().find("ROK"), std::string::npos) << error.advice();
    }
}

// Correlates of War's KOR is the Korea of 1816 to 1910, ISO's is South Korea.
TEST(Panel, says_that_a_code_may_have_been_meant_as_isos) {
    InventedStore store;
    store.add(descriptor("things", "state-year", kStateYear, kValue), "1",
              "SELECT 2 AS state, 1960 AS year, 1.0 AS value");
    const auto data = store.data();
    try {
        (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1970, {"things"}, {"KOR"}), data);
        FAIL() << "a Korea of 1960 was taken";
    } catch (const Error& error) {
        EXPECT_NE(error.advice().find("as an ISO code it is ROK's: write iso:KOR"), std::string::npos)
            << error.advice();
    }
}

// SIPRI has a row for Russia and one for the USSR: in 1992 the one is missing, and of the other there is none any more.
TEST(Panel, is_not_applicable_only_where_every_row_of_the_unit_is) {
    InventedStore store;
    store.add(
        descriptor("things", "state-year", kStateYear, kValue + "\nnot_applicable = [\"xxx\"]"), "1",
        "SELECT * FROM (VALUES (365, 1992, CAST(NULL AS DOUBLE), false), (365, 1992, NULL, true), (740, 1992, NULL, "
        "true), (740, 1992, NULL, true)) AS t(state, year, value, value_not_applicable)");
    const auto data = store.data();
    (void)build_panel(request_of(PanelUnit::StateYear, 1992, 1992, {"things"}, {"RUS", "JPN"}), data);
    EXPECT_EQ(cell(data, "things_value", "cow = 365"), "<missing in source>");
    EXPECT_EQ(cell(data, "things_value", "cow = 740"), "<not applicable>");
}

TEST(Panel, asks_for_columns_by_name_where_a_data_set_has_many_and_no_main_one) {
    std::string columns;
    for (int i = 0; i < 30; ++i) columns += ", 1 AS club_" + std::to_string(i);
    InventedStore store;
    store.add(descriptor("clubs", "state-year", kStateYear, "name = \"value\"\ntype = \"text\""), "1",
              "SELECT 2 AS state, 1960 AS year, 'x' AS value" + columns);
    const auto data = store.data();
    try {
        (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"clubs"}, {"USA"}), data);
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
        EXPECT_EQ(
            error.advice(),
            "name those you mean, as clubs.club_0, clubs.club_1, clubs.club_2, clubs.club_3; `entente data info clubs` "
            "lists all");
    }
    (void)build_panel(request_of(PanelUnit::StateYear, 1960, 1960, {"clubs.club_7"}, {"USA"}), data);
    EXPECT_EQ(cell(data, "clubs_club_7", "cow = 2"), "1");
}

}  // namespace
}  // namespace entente::panels::tests
