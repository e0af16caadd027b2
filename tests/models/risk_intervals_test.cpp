#include "models/risk_intervals.hpp"

#include <limits>
#include <string>

#include <gtest/gtest.h>

#include "models/known_histories.hpp"

namespace entente::models {
namespace {

// All rows are of unit 7.
RiskIntervals of_one_unit(std::vector<double> entries, std::vector<double> exits, std::vector<std::uint8_t> endings) {
    RiskIntervals rows;
    rows.units.assign(entries.size(), 7);
    rows.entries = std::move(entries);
    rows.exits = std::move(exits);
    rows.endings = std::move(endings);
    return rows;
}

TEST(RiskIntervals, of_known_histories_are_usable) {
    EXPECT_TRUE(why_unusable(invented_histories()).empty());
    EXPECT_TRUE(why_unusable(leukaemia()).empty());
    EXPECT_EQ(why_no_model(leukaemia()), "");
}

TEST(RiskIntervals, that_end_before_they_begin_are_refused) {
    const auto troubles = why_unusable(of_one_unit({0, 5}, {5, 5}, {0, 1}));
    ASSERT_EQ(troubles.size(), 1U);
    EXPECT_EQ(troubles[0].row, 1U);
    EXPECT_EQ(troubles[0].why, "the entry 5 is not before the exit 5");
}

TEST(RiskIntervals, with_a_time_that_is_no_number_are_refused) {
    const auto troubles = why_unusable(of_one_unit({0}, {std::numeric_limits<double>::infinity()}, {1}));
    ASSERT_EQ(troubles.size(), 1U);
    EXPECT_NE(troubles[0].why.find("not a finite number"), std::string::npos);
}

TEST(RiskIntervals, with_a_covariate_that_is_no_number_are_refused) {
    auto rows = invented_histories();
    rows.columns[1][4] = std::numeric_limits<double>::quiet_NaN();
    const auto troubles = why_unusable(rows);
    ASSERT_EQ(troubles.size(), 1U);
    EXPECT_EQ(troubles[0].row, 4U);
    EXPECT_EQ(troubles[0].why, "column 2 is not a finite number");
}

TEST(RiskIntervals, of_one_unit_may_not_overlap) {
    const auto troubles = why_unusable(of_one_unit({4, 0}, {9, 5}, {1, 0}));
    ASSERT_EQ(troubles.size(), 1U);
    EXPECT_EQ(troubles[0].row, 0U);
    EXPECT_EQ(troubles[0].why, "unit 7 enters again at 4, before it left at 5");
}

TEST(RiskIntervals, do_not_go_on_after_the_end) {
    const auto troubles = why_unusable(of_one_unit({0, 5}, {5, 8}, {2, 0}));
    ASSERT_EQ(troubles.size(), 1U);
    EXPECT_EQ(troubles[0].row, 0U);
    EXPECT_EQ(troubles[0].why, "unit 7 ends at 5 and is observed afterwards");
}

TEST(RiskIntervals, may_leave_a_gap) {
    EXPECT_TRUE(why_unusable(of_one_unit({0, 6}, {5, 8}, {0, 1})).empty());
}

TEST(RiskIntervals, say_how_much_more_is_wrong) {
    EXPECT_EQ(why_no_model(of_one_unit({3, 6, 9}, {2, 5, 8}, {0, 0, 0})),
              "row 1: the entry 3 is not before the exit 2; and 2 more");
    EXPECT_EQ(why_no_model(RiskIntervals{}), "there is no row");
}

// By hand: at 5 the unit that leaves then is at risk, the one that enters then is not.
TEST(RiskIntervals, count_a_unit_at_its_exit_and_not_at_its_entry) {
    auto rows = of_one_unit({0, 5}, {5, 8}, {0, 1});
    rows.units = {1, 2};
    EXPECT_EQ(numbers_at_risk(rows, {4, 5, 6, 8, 9}), (std::vector<double>{1, 1, 1, 1, 0}));
    EXPECT_EQ(ending_times(rows), std::vector<double>{8});
}

TEST(RiskIntervals, have_their_units_for_clusters_without_others) {
    auto rows = of_one_unit({0, 0, 0}, {5, 8, 9}, {0, 1, 1});
    rows.units = {9, 2, 9};
    EXPECT_EQ(places_of_clusters(rows), (std::vector<std::size_t>{1, 0, 1}));
    rows.clusters = {4, 4, 3};
    EXPECT_EQ(places_of_clusters(rows), (std::vector<std::size_t>{1, 1, 0}));
}

}  // namespace
}  // namespace entente::models
