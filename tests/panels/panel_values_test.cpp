// A panel's values read back: in order, with reasons, whole or in part; and records of pairs as they are stored.
#include "panels/panel_values.hpp"

#include <gtest/gtest.h>

#include <array>

#include "invented_store.hpp"
#include "panels/pair_records.hpp"

namespace entente::panels::tests {
namespace {

void add_values(InventedStore& store) {
    store.add(descriptor("things", "state-year", kStateYear, kValue, "[1960, 1961]"), "1",
              "SELECT * FROM (VALUES (2, 1960, 3.5), (740, 1960, NULL), (2, 1961, 4.0)) AS t(state, year, value)");
}

TEST(PanelValues, come_by_year_second_and_first_state) {
    InventedStore store;
    add_values(store);
    const auto data = store.data();
    const auto panel =
        build_panel(request_of(PanelUnit::DirectedDyadYear, 1960, 1962, {"things"}, {"USA", "CAN", "JPN"}), data);
    const auto values = read_panel_values(panel, data, {{"things_value_1"}, 1960, 1962});
    ASSERT_EQ(values.rows(), 18U);
    EXPECT_EQ(values.years.front(), 1960);
    EXPECT_EQ(values.years.back(), 1962);
    EXPECT_EQ(std::vector<int>(values.others.begin(), values.others.begin() + 6),
              (std::vector{2, 2, 20, 20, 740, 740}));
    EXPECT_EQ(std::vector<int>(values.states.begin(), values.states.begin() + 6),
              (std::vector{20, 740, 2, 740, 2, 20}));
}

TEST(PanelValues, say_why_one_is_missing) {
    InventedStore store;
    add_values(store);
    const auto data = store.data();
    const auto panel =
        build_panel(request_of(PanelUnit::DyadYear, 1960, 1962, {"things"}, {"USA", "CAN", "JPN"}), data);
    const auto values = read_panel_values(panel, data, {{"things_value_2", "things_value_1"}, 1960, 1962, 20});
    ASSERT_EQ(values.rows(), 6U);
    const auto first = values.place_of("things_value_1");
    EXPECT_EQ(first, 1U);
    EXPECT_TRUE(values.reading(first, 0).known());
    EXPECT_EQ(values.reading(first, 0).value, 3.5);
    EXPECT_EQ(values.reading(0, 1).reason, Reason::MissingInSource);
    EXPECT_EQ(values.reading(0, 0).reason, Reason::NoRow);
    EXPECT_EQ(values.reading(first, 4).reason, Reason::OutsideCoverage);
}

// Of both directions of a pair, by year, second and first state.
TEST(PanelValues, of_one_state_have_it_on_either_side) {
    InventedStore store;
    add_values(store);
    const auto data = store.data();
    const auto panel =
        prepare_panel(request_of(PanelUnit::DirectedDyadYear, 1960, 1960, {"things"}, {"USA", "CAN", "JPN"}), data);
    const auto values = read_panel_values(panel, data, {{"things_value_1"}, 1960, 1960, 20});
    EXPECT_EQ(values.states, (std::vector{20, 2, 740, 20}));
    EXPECT_EQ(values.others, (std::vector{2, 20, 20, 740}));
}

// Whatever their order, they are the same rows.
TEST(PanelValues, as_they_come_are_the_rows_of_each_year) {
    InventedStore store;
    add_values(store);
    const auto data = store.data();
    const auto panel =
        prepare_panel(request_of(PanelUnit::DyadYear, 1960, 1962, {"things"}, {"USA", "CAN", "JPN"}), data);
    const auto values = read_panel_values(
        panel, data, {.columns = {"things_value_1"}, .from = 1961, .to = 1962, .order = RowOrder::AsTheyCome});
    const auto rows = values.rows_by_year(1961, 1962);
    ASSERT_EQ(rows.size(), 2U);
    for (std::size_t year = 0; year < 2; ++year) {
        ASSERT_EQ(rows[year].size(), 3U);
        for (const auto row : rows[year]) EXPECT_EQ(values.years[row], 1961 + static_cast<int>(year));
    }
    double sum = 0;
    for (const auto row : rows[0]) sum += values.reading(0, row).known() ? values.reading(0, row).value : 0;
    EXPECT_EQ(sum, 8) << "4 of the United States, in two pairs";
}

// More than fifteen columns: their reasons no longer fit into one whole number.
TEST(PanelValues, keep_the_reasons_of_many_columns_apart) {
    InventedStore store;
    add_values(store);
    const auto data = store.data();
    const auto panel = build_panel(request_of(PanelUnit::DyadYear, 1960, 1960, {"things"}, {"USA", "JPN"}), data);
    ValuesAsked asked{{}, 1960, 1960, 740};
    for (int place = 0; place < 20; ++place)
        asked.columns.push_back(place % 2 == 0 ? "things_value_1" : "things_value_2");
    const auto values = read_panel_values(panel, data, asked);
    ASSERT_EQ(values.rows(), 1U);
    for (std::size_t place = 0; place < 20; ++place) {
        EXPECT_EQ(values.reading(place, 0).reason, place % 2 == 0 ? Reason::Present : Reason::MissingInSource) << place;
    }
}

TEST(PanelValues, of_states_have_no_second) {
    InventedStore store;
    add_values(store);
    const auto data = store.data();
    const auto panel = build_panel(request_of(PanelUnit::StateYear, 1960, 1961, {"things"}, {"USA", "JPN"}), data);
    const auto values = read_panel_values(panel, data, {{"things_value"}, 1961, 1961});
    EXPECT_EQ(values.states, (std::vector{2, 740}));
    EXPECT_TRUE(values.others.empty());
    EXPECT_EQ(values.reading(0, 0).value, 4.0);
}

TEST(PairRecords, are_the_rows_of_a_state_with_their_years) {
    InventedStore store;
    store.add(
        descriptor("ties", "dyad-spell",
                   "numbering = \"cow\"\nstate_1 = \"state_1\"\nstate_2 = \"state_2\"\nbegin = [\"began\"]\nend = "
                   "[\"ended\"]",
                   kValue, "[1950, 1970]"),
        "1",
        "SELECT *, began AS begin_year, ended AS end_year FROM (VALUES (2, 740, 1955, NULL, 1.5), (20, 740, "
        "1951, 1960, NULL), (2, 20, 1952, 1953, 2.0)) AS t(state_1, state_2, began, ended, value)");
    const auto data = store.data();
    const auto records = read_pair_records(data, *data.find("ties"), std::array<std::string_view, 1>{"value"}, 740);
    ASSERT_EQ(records.rows(), 2U);
    EXPECT_EQ(records.state_1, (std::vector{20, 2}));
    EXPECT_EQ(records.first_year, (std::vector{1951, 1955}));
    EXPECT_EQ(records.last_year, (std::vector{1960, 1970}));  // had not ended: to the end of the data
    EXPECT_FALSE(records.columns[0][0]);
    EXPECT_EQ(records.columns[0][1], 1.5);
}

}  // namespace
}  // namespace entente::panels::tests
