#include "threat/ally_gauge.hpp"

#include <vector>

#include <gtest/gtest.h>

#include "small_theory.hpp"

namespace entente::threat {
namespace {

using evidence::GaugePart;
using evidence::GaugeSign;

std::vector<GaugePart> signs() {
    return {{GaugeSign::Need, false, "dependence", 0.5, {}},
            {GaugeSign::DefencePledge, true, "explicitness", 0.3, {}},
            {GaugeSign::CodedDoubt, false, "past conduct", 0.2, {}}};
}

// .5 · .6 + .3 · (1 − 1) + .2 · .4 = .38
TEST(Gauge, is_the_mean_of_its_signs_by_weight) {
    GaugeFacts facts;
    facts[GaugeSign::Need] = Reading::of(0.6);
    facts[GaugeSign::DefencePledge] = Reading::of(1);
    facts[GaugeSign::CodedDoubt] = Reading::of(0.4);
    const auto result = gauge(signs(), facts, 0);
    ASSERT_TRUE(result.value.known());
    EXPECT_NEAR(result.value.value, 0.38, 1e-12);
    EXPECT_DOUBLE_EQ(result.known_weight, 1);
    EXPECT_EQ(result.signs[1].got.value, 1);
    EXPECT_EQ(result.signs[1].counted.value, 0);
}

// Without what is coded: .625 · .6 + .375 · (1 − 0) = .75
TEST(Gauge, leaves_out_what_is_missing_and_says_how_much_is_known) {
    GaugeFacts facts;
    facts[GaugeSign::Need] = Reading::of(0.6);
    facts[GaugeSign::DefencePledge] = Reading::of(0);
    const auto result = gauge(signs(), facts, 0);
    EXPECT_NEAR(result.value.value, 0.75, 1e-12);
    EXPECT_NEAR(result.known_weight, 0.8, 1e-12);
    EXPECT_NEAR(result.signs[0].share, 0.625, 1e-12);
    EXPECT_EQ(result.signs[2].share, 0);
    EXPECT_EQ(result.signs[2].counted.reason, Reason::NoDataset);
}

TEST(Gauge, of_nothing_known_is_missing) {
    GaugeFacts facts;
    facts[GaugeSign::Need] = Reading::missing(Reason::OutsideCoverage);
    const auto result = gauge(signs(), facts, 0);
    EXPECT_EQ(result.value.reason, Reason::OutsideCoverage);
    EXPECT_EQ(result.known_weight, 0);
    EXPECT_EQ(gauge({}, facts, 0).value.reason, Reason::Undefined);
}

// Dependence alone is half of the weight: enough for a floor of .5, too little for one of .6.
TEST(Gauge, has_no_value_with_less_of_the_weight_known_than_the_theory_asks_for) {
    GaugeFacts facts;
    facts[GaugeSign::Need] = Reading::of(0.6);
    const auto enough = gauge(signs(), facts, 0.5);
    EXPECT_NEAR(enough.value.value, 0.6, 1e-12);
    EXPECT_FALSE(enough.too_little_known);
    const auto too_little = gauge(signs(), facts, 0.6);
    EXPECT_FALSE(too_little.value.known());
    EXPECT_TRUE(too_little.too_little_known);
    EXPECT_NEAR(too_little.known_weight, 0.5, 1e-12);
    EXPECT_EQ(too_little.signs[0].got.value, 0.6);
}

// .1 + .2 + .3 of a weight of 1.2 is half of it on paper, and a little less in binary.
TEST(Gauge, takes_half_of_the_weight_for_half_whatever_the_rounding) {
    const std::vector<GaugePart> parts{{GaugeSign::Need, false, "s", 0.1, {}},
                                       {GaugeSign::DefencePledge, false, "s", 0.2, {}},
                                       {GaugeSign::SharedRivals, false, "s", 0.3, {}},
                                       {GaugeSign::CodedDoubt, false, "s", 0.6, {}}};
    GaugeFacts facts;
    for (const auto sign : {GaugeSign::Need, GaugeSign::DefencePledge, GaugeSign::SharedRivals}) {
        facts[sign] = Reading::of(1);
    }
    EXPECT_TRUE(gauge(parts, facts, 0.5).value.known());
}

TEST(AllyGauge, reads_each_risk_by_its_own_signs) {
    auto theory = testing::small_theory();
    theory.abandonment = {{GaugeSign::DefencePledge, true, "explicitness", 1, {}}};
    theory.entrapment = {{GaugeSign::OwnDefencePledge, false, "explicitness", 1, {}}};
    GaugeFacts facts;
    facts[GaugeSign::DefencePledge] = Reading::of(1);
    facts[GaugeSign::OwnDefencePledge] = Reading::of(1);
    const auto result = ally_gauge(theory, facts);
    EXPECT_EQ(result.abandonment.value.value, 0);
    EXPECT_EQ(result.entrapment.value.value, 1);
}

}  // namespace
}  // namespace entente::threat
