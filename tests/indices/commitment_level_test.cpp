#include <optional>

#include <gtest/gtest.h>

#include "indices/commitment_level.hpp"

namespace entente::indices {
namespace {

constexpr Pledges kNone{false, false, false, false, false};

Pledges with(std::optional<bool> Pledges::* pledge, std::optional<bool> value = true) {
    Pledges pledges = kNone;
    pledges.*pledge = value;
    return pledges;
}

// Signorino and Ritter (1999), p. 134: 0 no alliance, 1 entente, 2 neutrality pact, 3 defence pact.
TEST(CommitmentLevel, follows_the_classes_of_the_correlates_of_war) {
    EXPECT_EQ(commitment_level(with(&Pledges::defence)), 3);
    EXPECT_EQ(commitment_level(with(&Pledges::offence)), 3);
    EXPECT_EQ(commitment_level(with(&Pledges::neutrality)), 2);
    EXPECT_EQ(commitment_level(with(&Pledges::non_aggression)), 2);
    EXPECT_EQ(commitment_level(with(&Pledges::consultation)), 1);
    EXPECT_EQ(commitment_level(kNone), 0);
}

// The order in the preparation of svmiller/fpsim's data (data-raw/1-prepare-atop-alliance-data.R).
TEST(CommitmentLevel, follows_the_order_used_with_atop_if_asked) {
    EXPECT_EQ(commitment_level(with(&Pledges::defence), CommitmentOrder::Atop), 3);
    EXPECT_EQ(commitment_level(with(&Pledges::offence), CommitmentOrder::Atop), 3);
    EXPECT_EQ(commitment_level(with(&Pledges::neutrality), CommitmentOrder::Atop), 2);
    EXPECT_EQ(commitment_level(with(&Pledges::consultation), CommitmentOrder::Atop), 2);
    EXPECT_EQ(commitment_level(with(&Pledges::non_aggression), CommitmentOrder::Atop), 1);
    EXPECT_EQ(commitment_level(kNone, CommitmentOrder::Atop), 0);
}

TEST(CommitmentLevel, takes_the_highest_of_several_pledges) {
    EXPECT_EQ(commitment_level({true, false, true, true, true}), 3);
    EXPECT_EQ(commitment_level({false, false, false, true, true}), 2);
}

TEST(CommitmentLevel, is_missing_where_an_unknown_pledge_could_raise_it) {
    EXPECT_FALSE(commitment_level(with(&Pledges::defence, std::nullopt)).has_value());
    EXPECT_FALSE(commitment_level({false, false, std::nullopt, false, true}).has_value());
    EXPECT_FALSE(commitment_level({}).has_value());
}

TEST(CommitmentLevel, is_known_where_an_unknown_pledge_could_not_raise_it) {
    EXPECT_EQ(commitment_level({true, std::nullopt, std::nullopt, std::nullopt, std::nullopt}), 3);
    EXPECT_EQ(commitment_level({false, false, true, std::nullopt, std::nullopt}), 2);
}

}  // namespace
}  // namespace entente::indices
