// What the rules of the shipped theory of threat say together: the numbers that docs/threat.md states.
#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <gtest/gtest.h>

#include "casefile/case_folder.hpp"
#include "threat/response.hpp"
#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

evidence::ThreatTheory shipped_theory() {
    Problems problems;
    auto theory = casefile::read_threat_theory(testing::source_folder() / "theories/walt-1985.toml", problems);
    EXPECT_FALSE(problems.has_errors());
    return theory;
}

// Every value that a rule asks for on each bound and just beyond it, in every combination: from .167 (weak,
// near, friendless, and alike) to .990 (all five reasons to balance, and allies at hand).
TEST(ShippedRules, reach_from_bandwagoning_to_balancing) {
    const auto theory = shipped_theory();
    std::map<evidence::ThreatValue, std::set<double>> bounds;
    for (const auto& rule : theory.rules) {
        for (const auto& condition : rule.when) {
            if (condition.at_least) bounds[condition.value].insert({*condition.at_least, *condition.at_least - 1e-9});
            if (condition.at_most) bounds[condition.value].insert({*condition.at_most, *condition.at_most + 1e-9});
        }
    }
    threat::ResponseFacts facts;
    double least = 1;
    double most = 0;
    const auto all = [&](auto& self, auto value) -> void {
        if (value == bounds.end()) {
            const double balances = threat::predict_response(theory, facts).balances;
            least = std::min(least, balances);
            most = std::max(most, balances);
            return;
        }
        for (const double each : value->second) {
            facts[value->first] = Reading::of(each);
            self(self, std::next(value));
        }
    };
    all(all, bounds.begin());
    EXPECT_NEAR(least, 0.167, 5e-4);  // 10 log10 4 − 6 − 6 − 1 = −6.98 dB
    EXPECT_NEAR(most, 0.990, 5e-4);   // 10 log10 4 + 2 + 2 + 2 + 3 + 2 + 3 = 20.02 dB
}

// Nothing of a threat that is near, strong and armed makes a state balance that is too weak and has no friends:
// 10 log10 4 + 2 − 6 − 6 = −3.98 dB, P = .29; if the threat is aggressive whatever one does, −.98 dB, P = .44.
TEST(ShippedRules, let_the_weak_near_and_friendless_give_way) {
    using evidence::ThreatValue;
    const auto theory = shipped_theory();
    threat::ResponseFacts facts;
    for (const auto& [value, is] :
         {std::pair{ThreatValue::PowerRatio, 100.0}, std::pair{ThreatValue::OwnPower, 0.001},
          std::pair{ThreatValue::Proximity, 1.0}, std::pair{ThreatValue::OffensivePower, 0.2},
          std::pair{ThreatValue::AggressiveIntentions, 0.3}, std::pair{ThreatValue::DefenceAllies, 0.0},
          std::pair{ThreatValue::RegimeDistance, 10.0}}) {
        facts[value] = Reading::of(is);
    }
    const auto gives_way = threat::predict_response(theory, facts);
    EXPECT_NEAR(gives_way.decibels, -3.98, 5e-3);
    EXPECT_NEAR(gives_way.balances, 0.286, 5e-4);
    EXPECT_EQ(gives_way.response, threat::PredictedResponse::Bandwagon);
    facts[ThreatValue::AggressiveIntentions] = Reading::of(0.6);
    const auto cannot_appease = threat::predict_response(theory, facts);
    EXPECT_NEAR(cannot_appease.balances, 0.444, 5e-4);
    EXPECT_EQ(cannot_appease.response, threat::PredictedResponse::Open);
    facts[ThreatValue::AggressiveIntentions] = Reading::of(0.1);
    EXPECT_EQ(threat::predict_response(theory, facts).response, threat::PredictedResponse::NoThreat);
}

}  // namespace
}  // namespace entente::workbench
