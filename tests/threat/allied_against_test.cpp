#include "threat/allied_against.hpp"

#include <cstdint>
#include <vector>

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace entente::threat {
namespace {

// Seventy states, so that a set needs two words; three of them: a state, its later ally, and an adversary.
constexpr std::size_t kState = 0;
constexpr std::size_t kAlly = 69;
constexpr std::size_t kAdversary = 64;

struct Records {
    YearlySets pacts{1890, 1910, 70};
    YearlySets opposed{1890, 1910, 70};

    void pact(int year, std::size_t one, std::size_t other) {
        pacts.add(year, one, other);
        pacts.add(year, other, one);
    }
    void quarrel(int year, std::size_t one, std::size_t other) {
        opposed.add(year, one, other);
        opposed.add(year, other, one);
    }
    [[nodiscard]] bool against(int year, std::size_t other, int window = 5) const {
        return allies_against(new_pacts(pacts, year, kState, window), opposed, year, other);
    }
};

Records state_joins_the_adversarys_rival_in_1895() {
    Records records;
    for (int year = 1895; year <= 1900; ++year) records.pact(year, kState, kAlly);
    for (int year = 1890; year <= 1910; ++year) records.quarrel(year, kAlly, kAdversary);
    return records;
}

TEST(AlliedAgainst, is_who_the_new_partner_quarrels_with) {
    const auto records = state_joins_the_adversarys_rival_in_1895();
    EXPECT_TRUE(records.against(1892, kAdversary));
    EXPECT_FALSE(records.against(1892, 5)) << "nobody quarrels with that state";
}

TEST(AlliedAgainst, looks_no_further_than_the_window_and_not_at_the_year_itself) {
    const auto records = state_joins_the_adversarys_rival_in_1895();
    EXPECT_TRUE(records.against(1890, kAdversary)) << "1895 is the fifth year after 1890";
    EXPECT_FALSE(records.against(1890, kAdversary, 4));
    EXPECT_TRUE(records.against(1894, kAdversary, 1));
    EXPECT_FALSE(records.against(1895, kAdversary)) << "the pact is there already";
}

TEST(AlliedAgainst, is_not_a_partner_of_the_state) {
    auto records = state_joins_the_adversarys_rival_in_1895();
    records.pact(1896, kState, kAdversary);
    EXPECT_FALSE(records.against(1892, kAdversary)) << "a pact with both is against neither";
    EXPECT_TRUE(records.against(1890, kAdversary)) << "that pact came after the window";
}

TEST(AlliedAgainst, counts_only_quarrels_of_the_year_that_is_asked_about) {
    Records records;
    records.pact(1895, kState, kAlly);
    records.quarrel(1894, kAlly, kAdversary);
    EXPECT_TRUE(records.against(1894, kAdversary));
    EXPECT_FALSE(records.against(1893, kAdversary)) << "a quarrel that came later must not be foreseen";
}

// The pact with a state is not against that state, though it may count among its own opponents in faulty records.
TEST(AlliedAgainst, is_never_the_new_partner_itself) {
    Records records;
    records.pact(1895, kState, kAlly);
    records.opposed.add(1894, kAlly, kAlly);
    EXPECT_FALSE(records.against(1894, kAlly));
}

TEST(AlliedAgainst, is_who_a_pact_names_whoever_the_partner_quarrels_with) {
    Records records;
    records.pact(1895, kState, kAlly);
    YearlySets named(1890, 1910, 70);
    named.add(1895, kState, kAdversary);
    const auto by_name = [&](int year, std::size_t other) {
        return allies_by_name_against(new_pacts(records.pacts, year, kState, 5), named, year, kState, other, 5);
    };
    EXPECT_TRUE(by_name(1890, kAdversary));
    EXPECT_FALSE(by_name(1889, kAdversary));
    EXPECT_FALSE(by_name(1895, kAdversary)) << "the pact is there already";
    EXPECT_FALSE(by_name(1890, kAlly));
    records.pact(1896, kState, kAdversary);
    EXPECT_FALSE(by_name(1893, kAdversary)) << "a partner within the window";
}

// A pact of the year itself that lapses and is renewed brings nobody new.
TEST(AlliedAgainst, is_not_gained_by_renewing_a_pact) {
    Records records;
    for (const int year : {1890, 1891, 1894}) records.pact(year, kState, kAlly);
    records.quarrel(1890, kAlly, kAdversary);
    records.quarrel(1892, kAlly, kAdversary);
    EXPECT_FALSE(records.against(1890, kAdversary));
    EXPECT_TRUE(records.against(1892, kAdversary)) << "two years after it lapsed it is a new one";
}

// One bit for each state, 64 to a word: 69 is bit 5 of the second, 64 bit 0.
TEST(NewPacts, part_those_gained_from_all_partners) {
    Records records;
    records.pact(1890, kState, kAdversary);
    records.pact(1893, kState, kAlly);
    const auto found = new_pacts(records.pacts, 1890, kState, 5);
    EXPECT_EQ(found.gained, (std::vector<std::uint64_t>{0, 1U << 5U}));
    EXPECT_EQ(found.partners, (std::vector<std::uint64_t>{0, (1U << 5U) | 1U}));
    EXPECT_EQ(new_pacts(records.pacts, 1890, kState, 2).gained, (std::vector<std::uint64_t>{0, 0}));
    EXPECT_TRUE(new_pacts(records.pacts, 1880, kState, 5).gained.empty()) << "nothing is known of that year";
}

TEST(YearlySets, have_no_place_for_a_state_beyond_their_count) {
    Records records;
    EXPECT_THROW(records.pacts.add(1895, 70, 0), Error);
    EXPECT_THROW(records.pacts.add(1895, 0, 70), Error);
    EXPECT_EQ(records.pacts.states(), 70U);
    EXPECT_EQ(YearlySets(1900, 1899, 70).to(), 1899) << "a span of no years";
    EXPECT_FALSE(YearlySets(1900, 1899, 70).has(1900, 0, 1));
}

TEST(AlliedAgainst, passes_over_years_outside_the_span) {
    Records records;
    records.pact(1800, kState, kAlly);
    records.pact(1950, kState, kAlly);
    EXPECT_FALSE(records.pacts.has(1800, kState, kAlly));
    EXPECT_TRUE(records.pacts.of(1950, kState).empty());
    EXPECT_FALSE(records.against(1950, kAdversary));
}

}  // namespace
}  // namespace entente::threat
