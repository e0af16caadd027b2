// The facts of threat out of a store of invented numbers (threat_store.hpp says what they are).
#include "workbench/threat_data.hpp"

#include <cmath>
#include <numbers>

#include "workbench/threat_store.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;

class ThreatFacts : public testing::ThreatStore {
protected:
    // The facts of one year, of one pair; `used` is what was asked of the store.
    static threat::DyadFacts facts(int state, int other, int year, const ThreatDataRequest& request) {
        const auto open = open_store();
        threat::DyadFacts found;
        (void)for_each_year(*open, request, [&](int of_year, std::span<const threat::DyadFacts> all) {
            for (const auto& one : all) {
                if (of_year == year && one.state == state && one.other == other) found = one;
            }
        });
        return found;
    }
    static ThreatDataRequest years(int from, int to) {
        ThreatDataRequest request;
        request.from = from;
        request.to = to;
        return request;
    }
};

TEST_F(ThreatFacts, are_those_of_the_other_state_towards_this_one) {
    fill();
    const auto found = facts(kJapan, kChina, 1990, years(1990, 1990));
    EXPECT_DOUBLE_EQ(found.capability.value, 0.3);
    EXPECT_DOUBLE_EQ(found.own_capability.value, 0.1);
    EXPECT_DOUBLE_EQ(found.spending_share.value, 0.3);
    EXPECT_DOUBLE_EQ(found.personnel_share.value, 0.3);
    // Twenty degrees along the equator: 6371.0088 · π · 20 / 180.
    EXPECT_NEAR(found.distance_km.value, 6371.0088 * std::numbers::pi / 9, 1e-6);
    EXPECT_EQ(found.contiguity.value, 0);
    EXPECT_EQ(found.territorial_rivalry.value, 0);
}

// Acts of 1990 (3 of 5) and 1998 (5 of 5), seen in 2000: .6 · .5^(10/10) + 1 · .5^(2/10).
TEST_F(ThreatFacts, remember_the_acts_of_the_years_before_the_first_one) {
    fill();
    const auto found = facts(kJapan, kNorthKorea, 2000, years(2000, 2000));
    EXPECT_NEAR(found.hostility.value, 0.6 * 0.5 + std::exp2(-0.2), 1e-12);
    EXPECT_EQ(found.hostility_known_to, 1998);
    EXPECT_EQ(found.rivalry.value, 1);
    EXPECT_EQ(found.territorial_rivalry.value, 1);
}

TEST_F(ThreatFacts, count_no_act_of_a_later_year_and_none_that_the_other_side_began) {
    fill();
    EXPECT_NEAR(facts(kJapan, kNorthKorea, 1995, years(1985, 2000)).hostility.value, 0.6 * std::exp2(-0.5), 1e-12);
    EXPECT_EQ(facts(kJapan, kChina, 2000, years(1985, 2000)).hostility.value, 0);
    EXPECT_NEAR(facts(kChina, kJapan, 1995, years(1985, 2000)).hostility.value, 0.4, 1e-12);
}

// The record ends in 1998, the last year with a dispute in the file at hand.
TEST_F(ThreatFacts, forget_a_record_that_ended_too_long_ago) {
    fill();
    auto request = years(1990, 2000);
    request.stale_after = 1;
    EXPECT_TRUE(facts(kJapan, kNorthKorea, 1999, request).hostility.known());
    EXPECT_EQ(facts(kJapan, kNorthKorea, 2000, request).hostility.reason, Reason::OutsideCoverage);
}

TEST_F(ThreatFacts, say_why_one_is_missing) {
    fill({"tss_rivalries.csv"});
    const auto found = facts(kJapan, kSouthKorea, 1990, years(1990, 1990));
    EXPECT_EQ(found.capability.reason, Reason::NoRow);
    EXPECT_EQ(found.spending_share.reason, Reason::NoRow);
    EXPECT_EQ(found.rivalry.reason, Reason::NoDataset);
    EXPECT_EQ(found.policy_distance.reason, Reason::NoDataset);
    EXPECT_EQ(found.coded_hostility.reason, Reason::NoDataset);
    EXPECT_TRUE(found.distance_km.known());
}

TEST_F(ThreatFacts, are_the_same_of_one_state_and_of_all_pairs) {
    fill();
    auto of_one = years(1985, 2000);
    of_one.state = kJapan;
    const auto open = open_store();
    std::vector<threat::DyadFacts> all;
    (void)for_each_year(*open, years(1985, 2000), [&](int, std::span<const threat::DyadFacts> facts) {
        for (const auto& one : facts) {
            if (one.state == kJapan) all.push_back(one);
        }
    });
    std::vector<threat::DyadFacts> some;
    int next_year = 1985;
    (void)for_each_year(*open, of_one, [&](int year, std::span<const threat::DyadFacts> facts) {
        EXPECT_EQ(year, next_year++);
        some.insert(some.end(), facts.begin(), facts.end());
    });
    ASSERT_EQ(all.size(), some.size());
    ASSERT_GT(all.size(), 16U * 150);  // every other state of the system in each of the years
    for (std::size_t place = 0; place < all.size(); ++place) {
        EXPECT_EQ(all[place].other, some[place].other);
        EXPECT_EQ(all[place].hostility.value, some[place].hostility.value);
        EXPECT_EQ(all[place].capability.reason, some[place].capability.reason);
        EXPECT_EQ(all[place].distance_km.value, some[place].distance_km.value);
    }
}

TEST_F(ThreatFacts, come_with_their_sources_and_with_what_to_add) {
    fill();
    const auto open = open_store();
    const auto data = for_each_year(*open, years(1999, 2000), [](int, std::span<const threat::DyadFacts>) {});
    const auto source = [&](const std::string& fact) {
        for (const auto& one : data.sources) {
            if (one.fact == fact) return one;
        }
        return ThreatSource{};
    };
    EXPECT_EQ(source("capability-share").dataset, "nmc 6.0");
    EXPECT_EQ(source("capability-share").first, 1985);
    EXPECT_EQ(source("disputes-started").dataset, "gml 2.1.1");
    EXPECT_EQ(source("disputes-started").last, 1998);
    EXPECT_EQ(source("policy-distance").dataset, "");
    EXPECT_NE(source("policy-distance").why_not.find("unga-ideal-points"), std::string::npos);
    ASSERT_EQ(data.notes.size(), 1U);
    EXPECT_NE(data.notes[0].find("1998"), std::string::npos);
}

TEST_F(ThreatFacts, need_capabilities_capitals_and_disputes) {
    fill({"gml-ddy-disputes-2.1.1.csv"});
    const auto open = open_store();
    EXPECT_FALSE(has_threat_data(*open));
    const auto error = error_of([&] { (void)threat_coverage(*open, 10); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(std::string(error.what()).find("mid-dyadic"), std::string::npos);
    EXPECT_FALSE(error.advice().empty());
}

TEST_F(ThreatFacts, reach_as_far_as_all_that_is_needed) {
    fill();
    const auto coverage = threat_coverage(*open_store(), 10);
    EXPECT_EQ(coverage.first, 1985);
    EXPECT_EQ(coverage.last, 2000);  // the capabilities; the disputes of 1998 are remembered to 2008
    EXPECT_EQ(threat_coverage(*open_store(), 1).last, 1999);
}

}  // namespace
}  // namespace entente::workbench
