#include "outlook/risk_rows.hpp"

#include <cstdint>
#include <optional>
#include <string>

#include <gtest/gtest.h>

#include "core/random.hpp"
#include "outlook/small_facts.hpp"

namespace entente::outlook {
namespace {

using evidence::CovariateMeasure;
using tests::covariate;
using tests::small_alliance;
using tests::SmallFacts;

std::vector<evidence::Covariate> all_measures() {
    std::vector<evidence::Covariate> all;
    for (std::size_t place = 0; place < NamesOf<CovariateMeasure>::names.size(); ++place) {
        const auto measure = static_cast<CovariateMeasure>(place);
        all.push_back(covariate(measure, measure == CovariateMeasure::CapabilityChange ? 0.1 : 2));
    }
    return all;
}

RiskRows rows_of(const std::vector<PairAlliance>& alliances, const std::vector<evidence::Covariate>& covariates,
                 const SmallFacts& facts, int from = 1816, int to = 1999) {
    const std::vector<CovariateFacts> of_each(covariates.size(), facts.all());
    return risk_rows(alliances, covariates, of_each, from, to);
}

TEST(RiskRows, have_a_year_for_each_from_the_beginning_to_the_end) {
    const SmallFacts facts;
    const auto made = rows_of({small_alliance()}, {}, facts).rows;
    ASSERT_EQ(made.size(), 21U);  // 1950 … 1970
    EXPECT_EQ(made.year.front(), 1950);
    EXPECT_EQ(made.age.front(), 0);
    EXPECT_EQ(made.ending.front(), Ending::GoesOn);
    EXPECT_EQ(made.year.back(), 1970);
    EXPECT_EQ(made.age.back(), 20);
    EXPECT_EQ(made.ending.back(), Ending::Violation);
    EXPECT_EQ(made.alliances, std::vector<std::string>{"7"});
}

TEST(RiskRows, end_with_the_years_asked_for_without_an_ending_that_came_later) {
    const SmallFacts facts;
    const auto made = rows_of({small_alliance()}, {}, facts, 1955, 1960).rows;
    ASSERT_EQ(made.size(), 6U);
    EXPECT_EQ(made.age.front(), 5);
    EXPECT_EQ(made.ending.back(), Ending::GoesOn);
}

TEST(RiskRows, hold_what_was_known_the_year_before) {
    SmallFacts facts;
    facts.leader.values = {{{1, 1955}, 1}};
    const auto made = rows_of({small_alliance()}, {covariate(CovariateMeasure::LeaderChange)}, facts).rows;
    ASSERT_EQ(made.year[6], 1956);
    EXPECT_EQ(made.columns[0][6], 1);
    EXPECT_FALSE(made.columns[0][5]);
}

TEST(RiskRows, leave_out_the_years_between_two_phases) {
    const SmallFacts facts;
    auto alliance = small_alliance();
    alliance.phases.push_back(alliance.phases[0]);
    alliance.phases[0].to_year = 1955;
    alliance.phases[1].from_year = 1960;
    const auto made = rows_of({alliance}, {}, facts).rows;
    ASSERT_EQ(made.size(), 17U);  // 1950 … 1955, 1960 … 1970
    EXPECT_EQ(made.year[5], 1955);
    EXPECT_EQ(made.year[6], 1960);
    EXPECT_EQ(made.age[6], 10);
}

TEST(RiskRows, leave_out_alliances_of_other_years) {
    const SmallFacts facts;
    auto later = small_alliance();
    later.id = "9";
    later.begin_year = later.phases[0].from_year = 1965;
    const auto made = rows_of({small_alliance(), later}, {}, facts, 1816, 1960).rows;
    EXPECT_EQ(made.alliances, std::vector<std::string>{"7"});
}

// 21 rows: of 1955 (t = 1956) the value is there; the system ends with 1990, the data with 1999.
TEST(RiskRows, count_what_a_covariate_lacks) {
    SmallFacts facts;
    facts.leader.values = {{{1, 1955}, 1}};
    facts.leader.years = {1952, 1999};
    const auto made = rows_of({small_alliance()}, {covariate(CovariateMeasure::LeaderChange)}, facts);
    const auto count = [&](Lack lack) { return made.lacks[0].at(static_cast<std::size_t>(lack)); };
    EXPECT_EQ(count(Lack::None), 1U);
    EXPECT_EQ(count(Lack::OutsideCoverage), 3U);  // of 1949, 1950, 1951
    EXPECT_EQ(count(Lack::NoValue), 17U);
}

TEST(CompleteRows, are_those_that_have_all_that_is_asked_for) {
    RiskYears rows;
    rows.covariates = {"a", "b"};
    rows.columns = {{1, std::nullopt, 3}, {4, 5, std::nullopt}};
    rows.year = {1, 2, 3};
    EXPECT_EQ(complete_rows(rows, {"a"}), (std::vector<std::size_t>{0, 2}));
    EXPECT_EQ(complete_rows(rows, {"b", "a"}), std::vector<std::size_t>{0});
    EXPECT_EQ(complete_rows(rows, {}).size(), 3U);
}

// Facts that are all random: those of years before `cut` the same for every seed, those from then on the seed's own.
class RandomFacts {
public:
    RandomFacts(int cut, std::uint64_t seed) : cut_(cut), later_(seed, "leak test") {
        for (int state = 1; state <= 5; ++state) {
            for (int year = 1940; year <= 1990; ++year) add(state, year);
        }
        if (later_.below(2, 0, 0) == 0) facts.in_system.erase({1, cut});
        facts.capability.years.last = cut - 1 + static_cast<int>(later_.below(20, 0, 1));
    }

    // A treaty with a phase every six years, of which the later ones differ.
    [[nodiscard]] PairAlliance alliance() const {
        auto made = small_alliance();
        made.last_year = 1985;
        made.ending = later_.below(2, 1, 0) == 0 ? Ending::Violation : Ending::Fulfilled;
        auto phase = made.phases[0];
        made.phases.clear();
        for (int from = 1950; from <= 1985; from += 6) {
            phase.from_year = from;
            phase.to_year = from + 5;
            phase.member_b = below(2, from, 0, 1) == 0 ? 2 : 3;
            phase.provisions.bases = static_cast<int>(below(4, from, 0, 2));
            phase.provisions.ratified_treaty = static_cast<int>(below(2, from, 0, 3));
            phase.non_military_cooperation = static_cast<int>(below(2, from, 0, 4));
            made.phases.push_back(phase);
        }
        return made;
    }

    SmallFacts facts;

private:
    [[nodiscard]] std::uint64_t below(std::uint64_t size, int year, int state, std::uint64_t index) const {
        const auto draw = static_cast<std::uint64_t>(1000 * state + year);
        return (year < cut_ ? earlier_ : later_).below(size, draw, index);
    }

    // Whether a spell that lasts beyond the cut ends soon after is not known before.
    [[nodiscard]] int end_of_spell(int year, int state, std::uint64_t index) const {
        const int end = year + static_cast<int>(below(8, year, state, index));
        return end < cut_ || year >= cut_ ? end : cut_ - 1 + static_cast<int>(below(8, cut_, state, index));
    }

    void add(int state, int year) {
        const StateYear at{state, year};
        const int other = 1 + static_cast<int>(below(5, year, state, 10));
        if (below(9, year, state, 0) > 0)
            facts.capability.values[at] = 0.01 * (1 + static_cast<double>(below(50, year, state, 1)));
        if (below(9, year, state, 2) > 0) facts.polity.values[at] = static_cast<double>(below(21, year, state, 3)) - 10;
        if (below(9, year, state, 4) > 0) facts.support.values[at] = static_cast<double>(below(2, year, state, 5));
        if (below(9, year, state, 6) > 0) facts.leader.values[at] = static_cast<double>(below(2, year, state, 7));
        if (below(2, year, state, 8) == 0) facts.pledges.pledged_to[at] = {other};
        if (other != state && below(9, year, state, 9) == 0) {
            facts.add_rivalry(state, other, year, end_of_spell(year, state, 11));
        }
        if (other != state && below(5, year, state, 12) == 0) {
            const auto treaty = "m" + std::to_string(1000 * state + year);
            facts.add_member(treaty, state, year, end_of_spell(year, state, 13));
            facts.add_member(treaty, other, year, end_of_spell(year, state, 14));
        }
    }

    int cut_;
    RandomStream earlier_{1, "leak test"};
    RandomStream later_;
};

// The values of all measures in the rows of one year.
std::vector<std::optional<double>> values_of(const RandomFacts& facts, int year) {
    const auto made = rows_of({facts.alliance()}, all_measures(), facts.facts, year, year).rows;
    std::vector<std::optional<double>> values;
    for (const auto& column : made.columns) values.insert(values.end(), column.begin(), column.end());
    return values;
}

// Whatever happens from a year on, and however the alliance ends: the row of that year stays as it is.
TEST(RiskRows, never_hold_what_was_not_known_the_year_before) {
    std::size_t known = 0;
    std::size_t changed_later = 0;
    for (int year = 1951; year <= 1980; ++year) {
        const auto expected = values_of(RandomFacts(year, 100), year);
        ASSERT_EQ(expected.size(), all_measures().size());
        for (std::uint64_t seed = 101; seed <= 108; ++seed) {
            const RandomFacts other(year, seed);
            EXPECT_EQ(values_of(other, year), expected) << year;
            if (values_of(other, year + 1) != values_of(RandomFacts(year, 100), year + 1)) ++changed_later;
        }
        for (const auto& value : expected) known += value ? 1U : 0U;
    }
    EXPECT_GT(known, 300U);          // of 30 · 18: the test compares values, not gaps
    EXPECT_GT(changed_later, 200U);  // of 30 · 8: what was altered does matter a year later
}

}  // namespace
}  // namespace entente::outlook
