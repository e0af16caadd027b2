#include "threat/components.hpp"

#include <array>
#include <random>

#include <gtest/gtest.h>

#include "small_theory.hpp"

namespace entente::threat {
namespace {

using evidence::ThreatFormula;
using testing::part;
using testing::small_theory;

constexpr Reading kUnknown = Reading::missing(Reason::NoRow);

// All that official data can know.
DyadFacts full_facts() {
    DyadFacts facts;
    facts.capability = Reading::of(0.2);
    facts.own_capability = Reading::of(0.05);
    facts.spending_share = Reading::of(0.3);
    facts.personnel_share = Reading::of(0.1);
    facts.distance_km = Reading::of(2000);
    facts.contiguity = Reading::of(0);
    facts.hostility = Reading::of(1);
    facts.rivalry = Reading::of(1);
    facts.territorial_rivalry = Reading::of(0);
    facts.policy_distance = Reading::of(0.5);
    return facts;
}

evidence::ThreatComponent intentions() {
    evidence::ThreatComponent component;
    component.id = "intentions";
    component.parts = {part(ThreatFormula::DisputesStarted, 0.4, true), part(ThreatFormula::Rivalry, 0.2, false),
                       part(ThreatFormula::PolicyDistance, 0.2, false)};
    return component;
}

evidence::ThreatPart moving_part() {
    auto one = part(ThreatFormula::CodedEvidence, 0, false);
    one.moves = true;
    return one;
}

// In R 4.2: 1 - log1p(2000) / log1p(20015) = 0.2325139; log1p(100): 0.5340280
TEST(Closeness, falls_with_the_logarithm_of_the_distance) {
    const auto none = Reading::of(0);
    EXPECT_NEAR(closeness(Reading::of(2000), none).value, 0.2325139, 1e-7);
    EXPECT_NEAR(closeness(Reading::of(100), none).value, 0.5340280, 1e-7);
    EXPECT_DOUBLE_EQ(closeness(Reading::of(0), none).value, 1);
    EXPECT_NEAR(closeness(Reading::of(20015), none).value, 0, 1e-12);
}

TEST(Closeness, never_rises_with_distance_and_stays_between_0_and_1) {
    double before = 1;
    for (double km = 0; km < 21000; km += 100) {
        const auto near = closeness(Reading::of(km), Reading::of(0));
        ASSERT_TRUE(near.known());
        EXPECT_LE(near.value, before);
        EXPECT_GE(near.value, 0);
        before = near.value;
    }
}

TEST(Closeness, of_neighbours_by_land_is_1_however_far_their_capitals) {
    EXPECT_EQ(closeness(Reading::of(6000), Reading::of(1)).value, 1);
    EXPECT_EQ(closeness(kUnknown, Reading::of(1)).value, 1);
}

// The widest gaps are 12, 24, 150 and 400 statute miles of 1.609344 km. In R 4.2, with
// 1 - log1p(c(12, 24, 150, 400) * 1.609344) / log1p(20015): .6959682, .6285001, .4456344, .3468643
TEST(Closeness, of_neighbours_across_water_is_that_of_the_widest_gap_of_their_type) {
    const std::array<double, 4> expected{0.6959682, 0.6285001, 0.4456344, 0.3468643};
    for (std::size_t type = 2; type <= 5; ++type) {
        const auto contiguity = Reading::of(static_cast<double>(type));
        EXPECT_NEAR(closeness(Reading::of(6000), contiguity).value, expected[type - 2], 1e-7) << type;
    }
}

// Capitals 40 km apart across a strait are 40 km apart, whatever the class allows.
TEST(Closeness, of_neighbours_across_water_is_that_of_the_capitals_where_these_are_nearer) {
    EXPECT_EQ(closeness(Reading::of(40), Reading::of(5)).value, closeness(Reading::of(40), Reading::of(0)).value);
    EXPECT_LT(closeness(Reading::of(40), Reading::of(2)).value, closeness(Reading::of(10), Reading::of(2)).value);
}

TEST(Closeness, of_neighbours_across_water_is_known_from_the_gap_without_a_distance) {
    EXPECT_NEAR(closeness(kUnknown, Reading::of(4)).value, 0.4456344, 1e-7);
}

// Whatever the distance: by land, across ever wider water, no neighbours.
TEST(Closeness, never_rises_from_one_type_of_contiguity_to_the_next) {
    for (double km = 0; km < 21000; km += 50) {
        double before = 1;
        for (const double type : {1.0, 2.0, 3.0, 4.0, 5.0, 0.0}) {
            const double value = closeness(Reading::of(km), Reading::of(type)).value;
            EXPECT_LE(value, before) << km << " km, type " << type;
            before = value;
        }
    }
}

TEST(Closeness, is_missing_where_neighbourhood_or_distance_is) {
    EXPECT_EQ(closeness(Reading::of(100), Reading::missing(Reason::OutsideCoverage)).reason, Reason::OutsideCoverage);
    EXPECT_EQ(closeness(kUnknown, Reading::of(0)).reason, Reason::NoRow);
    EXPECT_EQ(closeness(Reading::of(-1), Reading::of(0)).reason, Reason::Undefined);
}

TEST(PartValue, of_each_formula_takes_its_own_fact) {
    auto facts = full_facts();
    facts.coded_hostility = Reading::of(-1);
    EXPECT_EQ(part_value(ThreatFormula::CapabilityShare, facts).value, 0.2);
    EXPECT_EQ(part_value(ThreatFormula::SpendingShare, facts).value, 0.3);
    EXPECT_EQ(part_value(ThreatFormula::PersonnelShare, facts).value, 0.1);
    EXPECT_NEAR(part_value(ThreatFormula::DisputesStarted, facts).value, 0.6321206, 1e-7);  // 1 − 1/e
    EXPECT_EQ(part_value(ThreatFormula::Rivalry, facts).value, 1);
    EXPECT_EQ(part_value(ThreatFormula::TerritorialRivalry, facts).value, 0);
    EXPECT_EQ(part_value(ThreatFormula::PolicyDistance, facts).value, 0.5);
    EXPECT_NEAR(part_value(ThreatFormula::CodedEvidence, facts).value, -0.6321206, 1e-7);
    EXPECT_NEAR(part_value(ThreatFormula::Closeness, facts).value, 0.2325139, 1e-7);
}

TEST(PartValue, keeps_the_reason_of_what_is_missing) {
    DyadFacts facts;
    facts.hostility = Reading::missing(Reason::OutsideCoverage);
    EXPECT_EQ(part_value(ThreatFormula::DisputesStarted, facts).reason, Reason::OutsideCoverage);
    EXPECT_EQ(part_value(ThreatFormula::CodedEvidence, facts).reason, Reason::NoDataset);
}

// (.4 · .6321206 + .2 · 1 + .2 · .5) ÷ .8 = .6910603
TEST(ComponentValue, is_the_mean_of_its_parts_by_weight) {
    const auto value = component_value(intentions(), full_facts());
    ASSERT_TRUE(value.value.known());
    EXPECT_NEAR(value.value.value, 0.6910603, 1e-7);
    EXPECT_EQ(value.parts.size(), 3U);
}

// Without rivalry: (.4 · .6321206 + .2 · .5) ÷ .6 = .5880804
TEST(ComponentValue, is_weighted_anew_over_the_parts_that_are_known) {
    auto facts = full_facts();
    facts.rivalry = kUnknown;
    const auto value = component_value(intentions(), facts);
    ASSERT_TRUE(value.value.known());
    EXPECT_NEAR(value.value.value, 0.5880804, 1e-7);
    EXPECT_FALSE(value.parts[1].known());
}

TEST(ComponentValue, is_missing_where_a_needed_part_is) {
    auto facts = full_facts();
    facts.hostility = Reading::missing(Reason::OutsideCoverage);
    EXPECT_EQ(component_value(intentions(), facts).value.reason, Reason::OutsideCoverage);
}

TEST(ComponentValue, is_missing_where_no_part_is_known) {
    auto component = intentions();
    component.parts.erase(component.parts.begin());
    auto facts = full_facts();
    facts.rivalry = kUnknown;
    facts.policy_distance = kUnknown;
    EXPECT_EQ(component_value(component, facts).value.reason, Reason::NoRow);
}

// (.4 · .6321206 + .2 · 1 + .2 · .5) ÷ .8 = .6910603, as without a case; H of .5 is p = 1 − e^(−.5) = .3934693:
// .6910603 + .3934693 · (1 − .6910603) = .8126186. H of −.5: .6910603 · (1 − .3934693) = .4191493.
TEST(ComponentValue, is_moved_by_what_a_case_codes) {
    auto component = intentions();
    component.parts.push_back(moving_part());
    auto facts = full_facts();
    EXPECT_NEAR(component_value(component, facts).value.value, 0.6910603, 1e-7);
    facts.coded_hostility = Reading::of(0.5);
    EXPECT_NEAR(component_value(component, facts).value.value, 0.8126186, 1e-7);
    facts.coded_hostility = Reading::of(-0.5);
    EXPECT_NEAR(component_value(component, facts).value.value, 0.4191493, 1e-7);
}

TEST(ComponentValue, is_not_made_of_coded_evidence_alone) {
    evidence::ThreatComponent component;
    component.parts = {moving_part(), part(ThreatFormula::Rivalry, 1, false)};
    auto facts = full_facts();
    facts.coded_hostility = Reading::of(1);
    facts.rivalry = kUnknown;
    EXPECT_EQ(component_value(component, facts).value.reason, Reason::NoRow);
}

TEST(ComponentValue, never_falls_by_hostile_evidence_and_never_rises_by_conciliatory) {
    std::mt19937 draw{4};
    std::uniform_real_distribution<double> chance{0, 1};
    auto component = intentions();
    auto with_evidence = component;
    with_evidence.parts.push_back(moving_part());
    for (int time = 0; time < 2000; ++time) {
        auto facts = full_facts();
        facts.hostility = Reading::of(4 * chance(draw));
        facts.rivalry = chance(draw) < 0.3 ? kUnknown : Reading::of(chance(draw) < 0.5 ? 0 : 1);
        facts.policy_distance = chance(draw) < 0.3 ? kUnknown : Reading::of(chance(draw));
        const double without = component_value(component, facts).value.value;
        const double coded = 6 * chance(draw) - 3;
        facts.coded_hostility = Reading::of(coded);
        const double with = component_value(with_evidence, facts).value.value;
        if (coded >= 0) {
            EXPECT_GE(with, without);
        } else {
            EXPECT_LE(with, without);
        }
        EXPECT_GE(with, 0);
        EXPECT_LE(with, 1);
        facts.coded_hostility = Reading::of(coded + 0.1);  // more hostile
        EXPECT_GE(component_value(with_evidence, facts).value.value, with);
    }
}

TEST(ComponentValue, never_falls_with_more_hostility) {
    double before = -1;
    for (double hostility = 0; hostility < 8; hostility += 0.25) {
        auto facts = full_facts();
        facts.hostility = Reading::of(hostility);
        const double value = component_value(intentions(), facts).value.value;
        EXPECT_GT(value, before);
        EXPECT_LE(value, 1);
        before = value;
    }
}

TEST(ThreatReading, has_the_components_in_the_order_of_the_theory) {
    const auto theory = small_theory();
    const auto reading = threat_reading(theory, full_facts());
    ASSERT_EQ(reading.components.size(), 4U);
    EXPECT_EQ(reading.components[0].value.value, 0.2);
    EXPECT_EQ(component_of(theory, reading, "attack").value, 0.3);
    EXPECT_EQ(component_of(theory, reading, "no-such").reason, Reason::NoDataset);
}

}  // namespace
}  // namespace entente::threat
