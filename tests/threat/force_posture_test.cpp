#include "threat/force_posture.hpp"

#include <gtest/gtest.h>

namespace entente::threat {
namespace {

constexpr int kState = 1;
constexpr int kSender = 2;
constexpr int kLandNeighbour = 3;
constexpr int kSeaNeighbour = 4;
constexpr int kFarState = 5;

DyadFacts towards_state(int other, const Reading& contiguity) {
    DyadFacts facts;
    facts.state = kState;
    facts.other = other;
    facts.contiguity = contiguity;
    return facts;
}

// Invented: the sender itself is a neighbour too, one other is by land, one across water, one is far away.
std::vector<DyadFacts> of_all() {
    return {towards_state(kSender, Reading::of(1)), towards_state(kLandNeighbour, Reading::of(1)),
            towards_state(kSeaNeighbour, Reading::of(5)), towards_state(kFarState, Reading::of(0))};
}

StationedForces stationed() {
    StationedForces forces;
    forces.by_host = {{kState, Reading::of(100)},
                      {kLandNeighbour, Reading::of(0)},
                      {kSeaNeighbour, Reading::of(20)},
                      {kFarState, Reading::of(7)}};
    return forces;
}

TEST(ForcePosture, says_of_a_state_what_the_sender_keeps_in_it) {
    const auto all = of_all();
    const auto far = force_posture(kSender, all[3], all, stationed());
    EXPECT_EQ(far.in_it.value, 7);
    EXPECT_EQ(far.in_state.reason, Reason::NotApplicable);
    EXPECT_EQ(far.in_neighbours.reason, Reason::NotApplicable);
    EXPECT_TRUE(far.neighbours.empty());
}

TEST(ForcePosture, says_of_the_sender_what_it_keeps_near_the_state) {
    const auto all = of_all();
    const auto sender = force_posture(kSender, all[0], all, stationed());
    EXPECT_EQ(sender.in_it.reason, Reason::NotApplicable);
    EXPECT_EQ(sender.in_state.value, 100);
    EXPECT_EQ(sender.neighbours, (std::vector<int>{kLandNeighbour, kSeaNeighbour}));
    EXPECT_EQ(sender.in_neighbours.value, 20);  // 0 + 20; what is far away is not near
}

TEST(ForcePosture, has_no_sum_over_neighbours_of_which_one_is_not_known) {
    const auto all = of_all();
    auto forces = stationed();
    forces.by_host.erase(kLandNeighbour);
    const auto sender = force_posture(kSender, all[0], all, forces);
    EXPECT_EQ(sender.in_neighbours.reason, Reason::NoRow);
    EXPECT_EQ(sender.in_each[0].reason, Reason::NoRow);
    EXPECT_EQ(sender.in_each[1].value, 20);
    // Of two reasons neither is given.
    forces.by_host[kSeaNeighbour] = Reading::missing(Reason::MissingInSource);
    EXPECT_EQ(force_posture(kSender, all[0], all, forces).in_neighbours.reason, Reason::Input);
}

TEST(ForcePosture, has_no_sum_where_it_is_not_known_who_is_a_neighbour) {
    auto all = of_all();
    all[3].contiguity = Reading::missing(Reason::OutsideCoverage);
    const auto sender = force_posture(kSender, all[0], all, stationed());
    EXPECT_EQ(sender.in_neighbours.reason, Reason::OutsideCoverage);
    EXPECT_EQ(sender.neighbours.size(), 2U);
}

TEST(ForcePosture, of_a_host_that_no_row_tells_of_is_missing_and_not_zero) {
    const auto all = of_all();
    StationedForces nothing;
    EXPECT_EQ(force_posture(kSender, all[1], all, nothing).in_it.reason, Reason::NoRow);
    nothing.of_others = Reason::NotInCase;
    EXPECT_EQ(force_posture(kSender, all[1], all, nothing).in_it.reason, Reason::NotInCase);
}

TEST(ForcePosture, of_a_sender_that_is_no_state_yet_applies_to_nobody) {
    const auto all = of_all();
    EXPECT_EQ(force_posture(0, all[1], all, stationed()).in_it.reason, Reason::NotApplicable);
}

}  // namespace
}  // namespace entente::threat
