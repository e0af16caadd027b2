#include "workbench/threat_test_rows.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include <gtest/gtest.h>

#include "core/random.hpp"
#include "workbench/theories.hpp"

namespace entente::workbench {
namespace {

// Invented: eight states, numbered 10, 20 … 80, from 1900 to 1930; facts from a seeded stream, never from a pact.
constexpr int kStates = 8;
constexpr int kFirst = 1900;
constexpr int kLast = 1930;

std::vector<threat::DyadFacts> facts_of(int year) {
    const RandomStream random(5, "threat-test-rows-test");
    std::vector<threat::DyadFacts> facts;
    for (int state = 1; state <= kStates; ++state) {
        for (int other = 1; other <= kStates; ++other) {
            if (state == other) continue;
            threat::DyadFacts one;
            one.state = state * 10;
            one.other = other * 10;
            one.year = year;
            const auto draw = static_cast<std::uint64_t>((year * 100 + state) * 100 + other);
            const auto some = [&](std::uint64_t index) { return Reading::of(random.uniform(draw, index)); };
            one.capability = Reading::of(other / 36.0);
            one.own_capability = Reading::of(state / 36.0);
            one.spending_share = some(1);
            one.personnel_share = some(2);
            one.distance_km = Reading::of(1000);
            one.contiguity = Reading::of(state + other == 9 ? 1 : 0);
            one.hostility = some(3);
            one.rivalry = Reading::of(random.uniform(draw, 4) < 0.2 ? 1 : 0);
            one.territorial_rivalry = Reading::of(0);
            one.policy_distance = year < 1920 ? Reading::missing(Reason::OutsideCoverage) : some(5);
            facts.push_back(one);
        }
    }
    return facts;
}

ThreatTestRecords records_with_pacts(std::uint64_t seed) {
    ThreatTestRecords records{.numbers = {10, 20, 30, 40, 50, 60, 70, 80},
                              .pact_years = {kFirst, kLast + 3},
                              .dispute_years = {kFirst, kLast},
                              .pacts = threat::YearlySets(kFirst, kLast + 3, kStates),
                              .disputes = threat::YearlySets(kFirst, kLast, kStates),
                              .named = std::nullopt,
                              .majors = threat::YearlySets(kFirst, kLast, kStates),
                              .unlike_alliances = std::nullopt,
                              .sources = {},
                              .datasets = {}};
    const RandomStream random(seed, "threat-test-pacts");
    for (int year = kFirst; year <= kLast + 3; ++year) {
        for (std::size_t one = 0; one < kStates; ++one) {
            for (std::size_t other = one + 1; other < kStates; ++other) {
                const auto draw = static_cast<std::uint64_t>(year) * 10000 + one * 100 + other;
                if (random.uniform(draw, 0) > 0.1) continue;
                records.pacts.add(year, one, other);
                records.pacts.add(year, other, one);
            }
        }
        records.majors.add(year, 7, 7);
    }
    return records;
}

PairYears rows_with(const ThreatTestRecords& records) {
    PairYearsMaker maker(threat_theory().theory, records);
    for (int year = kFirst; year <= kLast; ++year) maker.add_year(year, facts_of(year));
    return maker.take();
}

using Row = std::tuple<int, int, int>;

std::map<Row, std::vector<float>> predictors_by_row(const PairYears& pairs) {
    std::map<Row, std::vector<float>> rows;
    for (std::size_t row = 0; row < pairs.size(); ++row) {
        auto& values = rows[{pairs.years[row], pairs.states[row], pairs.others[row]}];
        for (const auto& column : pairs.columns) {
            values.push_back(column.values[row]);
            values.push_back(column.known[row] ? 1 : 0);
        }
    }
    return rows;
}

TEST(ThreatTestRows, have_the_same_predictors_whatever_the_alliances_are) {
    const auto one = rows_with(records_with_pacts(1));
    const auto other = rows_with(records_with_pacts(2));
    const auto predictors = predictors_by_row(one);
    std::size_t compared = 0;
    for (const auto& [row, values] : predictors_by_row(other)) {
        const auto same = predictors.find(row);
        if (same == predictors.end()) continue;  // there was a pact: no row
        EXPECT_EQ(same->second, values);
        ++compared;
    }
    EXPECT_GT(compared, 1000U);
    EXPECT_NE(one.outcomes, other.outcomes) << "the outcomes must not be the same, or nothing was shuffled";
}

TEST(ThreatTestRows, leave_out_pairs_that_are_allies_already_and_say_how_many) {
    const auto records = records_with_pacts(1);
    const auto pairs = rows_with(records);
    EXPECT_EQ(pairs.pairs, static_cast<std::size_t>(kStates * (kStates - 1) * (kLast - kFirst + 1)));
    EXPECT_EQ(pairs.size() + pairs.with_pact, pairs.pairs);
    EXPECT_GT(pairs.with_pact, 0U);
    for (std::size_t row = 0; row < pairs.size(); ++row) {
        EXPECT_FALSE(records.pacts.has(pairs.years[row], pairs.states[row], pairs.others[row]));
    }
}

// Pacts are known to 1933: a window of five years is whole up to 1928, one of one year up to 1932.
TEST(ThreatTestRows, end_where_the_window_leaves_the_record_of_pacts) {
    const auto pairs = rows_with(records_with_pacts(1));
    const auto last_year = [&](std::size_t rule) {
        const auto rows = chosen_rows(pairs, {PairChoice::All, rule, {std::string(kPowerAlone)}});
        return rows.years.back();
    };
    ASSERT_EQ(kOutcomeRules[0].window, 5);
    ASSERT_EQ(kOutcomeRules[1].window, 1);
    ASSERT_EQ(kOutcomeRules[2].window, 10);
    EXPECT_EQ(last_year(0), 1928);
    EXPECT_EQ(last_year(1), 1930);
    EXPECT_EQ(last_year(2), 1923);
}

TEST(ThreatTestRows, are_complete_in_every_predictor_asked_for) {
    const auto pairs = rows_with(records_with_pacts(1));
    const auto rows = chosen_rows(pairs, {PairChoice::All, 0, {std::string(kSimilarity)}});
    ASSERT_GT(rows.size(), 0U);
    EXPECT_EQ(*std::min_element(rows.years.begin(), rows.years.end()), 1920);
    EXPECT_EQ(rows.predictors.size(), 1U);
    EXPECT_EQ(rows.predictors[0].size(), rows.size());
}

// Neighbours are the pairs whose numbers add to 90; the one major power is 80. Of 56 pairs these are 8 and 14, two in
// both.
TEST(ThreatTestRows, are_relevant_for_neighbours_and_major_powers) {
    auto records = records_with_pacts(1);
    records.pacts = threat::YearlySets(kFirst, kLast + 3, kStates);
    const auto pairs = rows_with(records);
    const auto relevant = chosen_rows(pairs, {PairChoice::Relevant, 0, {std::string(kPowerAlone)}});
    const auto all = chosen_rows(pairs, {PairChoice::All, 0, {std::string(kPowerAlone)}});
    EXPECT_EQ(all.size(), 56U * 29U);
    EXPECT_EQ(relevant.size(), 20U * 29U);
    EXPECT_TRUE(chosen_rows(pairs, {PairChoice::NewPact, 0, {}}).outcomes.empty()) << "nobody gains a partner";
}

// Windows of five years: those that begin from 1909 to 1918 reach into the first world war.
TEST(ThreatTestRows, can_leave_out_windows_that_reach_into_a_world_war) {
    const auto pairs = rows_with(records_with_pacts(1));
    RowChoice choice{PairChoice::All, 0, {std::string(kPowerAlone)}};
    choice.wars = Wars::NoWorldWars;
    std::set<int> years;
    for (const auto year : chosen_rows(pairs, choice).years) years.insert(year);
    EXPECT_TRUE(years.contains(1908));
    EXPECT_FALSE(years.contains(1909));
    EXPECT_FALSE(years.contains(1918));
    EXPECT_TRUE(years.contains(1919));
}

// Quarrels of a year are rivalries and remembered disputes; 80 has none but those of the facts.
TEST(ThreatTestRows, know_how_many_states_quarrel_with_the_other) {
    auto records = records_with_pacts(1);
    records.pacts = threat::YearlySets(kFirst, kLast + 3, kStates);
    records.disputes.add(kFirst, 0, 7);
    records.disputes.add(kFirst, 7, 0);
    const auto pairs = rows_with(records);
    std::size_t rivals = 0;
    for (const auto& one : facts_of(kFirst)) {
        if (one.state == 80 && (one.rivalry.value > 0 || one.other == 10)) ++rivals;
    }
    ASSERT_GT(rivals, 0U);
    for (std::size_t row = 0; row < pairs.size() && pairs.years[row] == kFirst; ++row) {
        if (pairs.others[row] == 7) {
            EXPECT_FLOAT_EQ(pairs.column(kExposure).values[row], static_cast<float>(std::log1p(rivals)));
        }
    }
}

// What no store says is not taken for never: without the members' file there is no row for that outcome.
TEST(ThreatTestRows, have_no_outcome_by_name_where_the_store_does_not_know_it) {
    auto records = records_with_pacts(1);
    EXPECT_EQ(chosen_rows(rows_with(records), {PairChoice::All, 4, {}}).size(), 0U);
    records.named = threat::YearlySets(kFirst, kLast + 3, kStates);
    records.named->add(1905, 1, 5);
    records.pacts = threat::YearlySets(kFirst, kLast + 3, kStates);
    const auto rows = chosen_rows(rows_with(records), {PairChoice::All, 4, {}});
    std::vector<int> years;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.outcomes[row] == 1) years.push_back(rows.years[row]);
    }
    EXPECT_EQ(years, (std::vector<int>{1900, 1901, 1902, 1903, 1904}));
}

// Neither scaled nor filled in on its way into a row.
TEST(ThreatTestRows, carry_the_components_as_they_are) {
    const auto pairs = rows_with(records_with_pacts(1));
    const auto theory = threat_theory().theory;
    std::size_t row = 0;
    for (const auto& one : facts_of(kFirst)) {
        if (row >= pairs.size() || pairs.years[row] != kFirst) break;
        if (one.state != (pairs.states[row] + 1) * 10 || one.other != (pairs.others[row] + 1) * 10) continue;
        const auto reading = threat::threat_reading(theory, one);
        for (std::size_t component = 0; component < theory.components.size(); ++component) {
            EXPECT_FLOAT_EQ(pairs.column(theory.components[component].id).values[row],
                            static_cast<float>(reading.components[component].value.value));
        }
        EXPECT_FLOAT_EQ(pairs.column(kPowerAlone).values[row], static_cast<float>(one.capability.value));
        ++row;
    }
    EXPECT_GT(row, 20U);
}

}  // namespace
}  // namespace entente::workbench
