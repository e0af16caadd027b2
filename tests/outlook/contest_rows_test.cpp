#include "outlook/contest_rows.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <utility>

#include <gtest/gtest.h>

#include "contest_alliances.hpp"

namespace entente::outlook {
namespace {

// By hand: alliance a (states 2 and 200) is violated in 1953; b (2 and 255) is in force when the data end in 1955; c is
// fulfilled in 1952; d is lost from sight after 1951.
RiskYears four_alliances() {
    RiskYears rows;
    rows.covariates = {"rain"};
    rows.columns.resize(1);
    rows.alliances = {"a", "b", "c", "d"};
    const auto add = [&](std::uint32_t alliance, int from, int to, Ending ending) {
        for (int year = from; year <= to; ++year) {
            rows.alliance.push_back(alliance);
            rows.year.push_back(year);
            rows.age.push_back(year - from);
            rows.ending.push_back(year == to ? ending : Ending::GoesOn);
            rows.member_a.push_back(2);
            rows.member_b.push_back(alliance == 0 ? 200 : 255);
            rows.columns[0].emplace_back(static_cast<double>(year - 1950));
        }
    };
    add(0, 1950, 1953, Ending::Violation);
    add(1, 1950, 1955, Ending::GoesOn);
    add(2, 1950, 1952, Ending::Fulfilled);
    add(3, 1950, 1951, Ending::GoesOn);
    return rows;
}

std::vector<evidence::EndingModel> models_of_rain() {
    auto models = invented_models();
    models[2].covariates = {"rain"};
    return models;
}

std::vector<evidence::Covariate> rain() {
    std::vector<evidence::Covariate> covariates(1);
    covariates[0].id = "rain";
    covariates[0].rise = evidence::Direction::Endurance;
    return covariates;
}

ContestRows rows_for(const RiskYears& years, int horizon, Ending ending = Ending::Violation) {
    return contest_rows(years, models_of_rain(), rain(), {horizon, ending, 1900, 2000});
}

std::map<std::pair<int, int>, int> outcomes_of(const ContestRows& rows) {
    std::map<std::pair<int, int>, int> outcomes;  // by alliance and year
    for (std::size_t row = 0; row < rows.rows.size(); ++row) {
        outcomes[{rows.rows.clusters[row], rows.rows.years[row]}] = rows.rows.outcomes[row];
    }
    return outcomes;
}

TEST(ContestRows, ask_whether_an_alliance_ends_so_in_the_year_itself) {
    const auto rows = rows_for(four_alliances(), 1);
    EXPECT_EQ(rows.rows.size(), 4U + 6U + 3U + 2U);
    EXPECT_EQ(rows.alliances, 4U);
    EXPECT_EQ(std::count(rows.rows.outcomes.begin(), rows.rows.outcomes.end(), 1), 1);
    EXPECT_EQ(outcomes_of(rows).at({0, 1953}), 1);
    EXPECT_EQ(rows.beyond_data + rows.lost + rows.incomplete, 0U);
}

// Three years ahead: a violated in 1953 is 1 in 1951–1953; b is known to 1953, a row of 1954 looks past 1955; c's end
// of another kind is 0, and known; d is lost in 1952.
TEST(ContestRows, look_so_many_years_ahead_and_no_further_than_the_data) {
    const auto rows = rows_for(four_alliances(), 3);
    const std::map<std::pair<int, int>, int> expected{{{0, 1950}, 0}, {{0, 1951}, 1}, {{0, 1952}, 1}, {{0, 1953}, 1},
                                                      {{1, 1950}, 0}, {{1, 1951}, 0}, {{1, 1952}, 0}, {{1, 1953}, 0},
                                                      {{2, 1950}, 0}, {{2, 1951}, 0}, {{2, 1952}, 0}};
    EXPECT_EQ(outcomes_of(rows), expected);
    EXPECT_EQ(rows.beyond_data, 2U);
    EXPECT_EQ(rows.lost, 2U);
}

// Were endings kept whose window reaches past the data, the last years would hold endings only.
TEST(ContestRows, leave_out_the_last_years_whatever_happens_in_them) {
    const auto rows = rows_for(four_alliances(), 4);
    const auto outcomes = outcomes_of(rows);
    EXPECT_EQ(outcomes.count({0, 1952}), 1U);
    EXPECT_EQ(outcomes.count({0, 1953}), 0U) << "1953 to 1956: the data end in 1955";
}

TEST(ContestRows, ask_about_another_ending) {
    const auto outcomes = outcomes_of(rows_for(four_alliances(), 1, Ending::Fulfilled));
    EXPECT_EQ(outcomes.at({2, 1952}), 1);
    EXPECT_EQ(outcomes.at({0, 1953}), 0);
}

TEST(ContestRows, leave_out_for_all_what_one_model_cannot_use) {
    auto years = four_alliances();
    years.columns[0][1].reset();
    years.columns[0][8].reset();
    const auto rows = rows_for(years, 1);
    EXPECT_EQ(rows.rows.size(), 13U);
    EXPECT_EQ(rows.incomplete, 2U);
    ASSERT_EQ(rows.without.size(), 1U);
    EXPECT_EQ(rows.without[0].covariate, "rain");
    EXPECT_EQ(rows.without[0].rows, 2U);
    for (const auto& column : rows.rows.predictors) EXPECT_EQ(column.size(), 13U);
}

TEST(ContestRows, give_each_model_its_covariates_and_its_duration) {
    const auto rows = rows_for(four_alliances(), 1);
    EXPECT_TRUE(rows.models[0].predictors.empty());
    EXPECT_EQ(rows.models[1].predictors, (std::vector<std::string>{"age", "age-2", "age-3"}));
    EXPECT_EQ(rows.models[2].predictors, (std::vector<std::string>{"rain", "age", "age-2", "age-3"}));
    EXPECT_EQ(rows.rows.names.size(), 4U) << "duration is shared";
    EXPECT_EQ(rows.rows.expected[0], contest::ExpectedSign::Negative) << "it is said to favour endurance";
    EXPECT_EQ(rows.rows.expected[1], contest::ExpectedSign::None);
    EXPECT_EQ(rows_for(four_alliances(), 1, Ending::Fulfilled).rows.expected[0], contest::ExpectedSign::None);
}

TEST(ContestRows, know_the_two_states_of_each) {
    const auto rows = rows_for(four_alliances(), 1);
    EXPECT_EQ(rows.rows.states.front(), 2);
    EXPECT_EQ(rows.rows.others.front(), 200);
    EXPECT_EQ(rows.rows.others.back(), 255);
}

}  // namespace
}  // namespace entente::outlook
