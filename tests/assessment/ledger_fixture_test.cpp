// The ledger against numbers that an independent implementation of the rules computed, to four decimals.
#include "assessment/ledger_fixture.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "assessment/leave_outs.hpp"
#include "assessment/placebos.hpp"
#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::ledger_fixture;
using testing::ledger_fixture_s;
using testing::World;

constexpr double kFourDecimals = 0.5e-4;

struct Row {
    std::string factor;
    int items;
    int clusters;
    double decibels_weakened, decibels_strengthened;
    double weakened, unchanged, strengthened;
    Finding finding;
    int magnitude;
    double standing_decibels;
};

void expect_rows(const Outcome& outcome, const std::vector<Row>& rows) {
    std::size_t assessed = 0;
    for (const auto& factor : outcome.factors) assessed += factor.finding == Finding::NotAssessed ? 0 : 1;
    EXPECT_EQ(assessed, rows.size());
    for (const auto& row : rows) {
        SCOPED_TRACE(row.factor);
        const auto& factor = testing::factor(outcome, row.factor);
        EXPECT_EQ(static_cast<int>(factor.evidence.size()), row.items);
        EXPECT_EQ(static_cast<int>(factor.clusters.size()), row.clusters);
        EXPECT_NEAR(factor.decibels_weakened, row.decibels_weakened, kFourDecimals);
        EXPECT_NEAR(factor.decibels_strengthened, row.decibels_strengthened, kFourDecimals);
        EXPECT_NEAR(factor.posterior.weakened, row.weakened, kFourDecimals);
        EXPECT_NEAR(factor.posterior.unchanged, row.unchanged, kFourDecimals);
        EXPECT_NEAR(factor.posterior.strengthened, row.strengthened, kFourDecimals);
        EXPECT_EQ(factor.finding, row.finding);
        EXPECT_EQ(factor.magnitude, row.magnitude);
        EXPECT_NEAR(factor.standing_decibels, row.standing_decibels, kFourDecimals);
    }
}

void expect_slightly_weakened(const Verdict& verdict, double weakened, double strengthened, double without_evidence) {
    EXPECT_EQ(verdict.direction, VerdictDirection::Weakened);
    EXPECT_EQ(verdict.size, Size::Slightly);
    EXPECT_NEAR(verdict.probability.weakened, weakened, kFourDecimals);
    EXPECT_NEAR(verdict.probability.strengthened, strengthened, kFourDecimals);
    EXPECT_NEAR(verdict.without_evidence.weakened, without_evidence, kFourDecimals);
    EXPECT_EQ(verdict.factors, (std::vector<std::string>{"credibility", "ideological-division"}));
    EXPECT_TRUE(verdict.against.empty());
}

TEST(LedgerFixture, the_items_of_one_document_give_the_known_answers) {
    const auto outcome = World(ledger_fixture_s()).outcome();
    expect_rows(outcome, {
                             {"C1", 7, 5, -3.9244, -6.6170, 0.1118, 0.8280, 0.0601, Finding::Unchanged, 1, 13.0990},
                             {"C2", 7, 5, 6.3404, -7.1683, 0.5743, 0.4001, 0.0256, Finding::Weakened, 2, 4.5733},
                             {"C4", 2, 2, -3.2112, -3.2112, 0.1207, 0.7586, 0.1207, Finding::Unchanged, 1, -1.8525},
                             {"C6", 4, 4, 6.3755, -7.1050, 0.5760, 0.3981, 0.0258, Finding::Weakened, 2, 2.7075},
                             {"E3", 1, 1, -0.9213, 1.4032, 0.1558, 0.5780, 0.2662, Finding::Unchanged, 1, 0.0000},
                             {"E4", 4, 4, -9.4074, -5.5631, 0.0338, 0.8843, 0.0819, Finding::Unchanged, 2, 15.0000},
                             {"E5", 2, 2, -1.2837, -1.2837, 0.1658, 0.6684, 0.1658, Finding::Unchanged, 1, 3.8100},
                         });
    expect_slightly_weakened(outcome.verdict, 0.7829, 0.1061, 0.3817);
}

TEST(LedgerFixture, all_items_give_the_known_answers) {
    const auto outcome = World(ledger_fixture()).outcome();
    expect_rows(outcome, {
                             {"C1", 7, 5, -3.9244, -6.6170, 0.1118, 0.8280, 0.0601, Finding::Unchanged, 1, 13.0990},
                             {"C2", 11, 6, 8.7642, -9.5710, 0.7075, 0.2821, 0.0104, Finding::Weakened, 2, 5.2253},
                             {"C4", 3, 3, -5.9298, -5.9298, 0.0727, 0.8546, 0.0727, Finding::Unchanged, 1, 3.5625},
                             {"C6", 4, 4, 6.3755, -7.1050, 0.5760, 0.3981, 0.0258, Finding::Weakened, 2, 2.7075},
                             {"E1", 3, 3, 0.5637, -3.2805, 0.2471, 0.6510, 0.1020, Finding::Unchanged, 1, 4.7475},
                             {"E3", 2, 1, -1.8762, 2.3952, 0.1206, 0.5571, 0.3224, Finding::Unchanged, 1, 0.0000},
                             {"E4", 5, 5, -10.5726, -3.8914, 0.0251, 0.8582, 0.1168, Finding::Unchanged, 2, 15.0000},
                             {"E5", 2, 2, -1.2837, -1.2837, 0.1658, 0.6684, 0.1658, Finding::Unchanged, 1, 3.8100},
                         });
    expect_slightly_weakened(outcome.verdict, 0.8183, 0.0871, 0.3893);
}

// The placebo runs themselves, in numbers.
void expect_placebo(const std::vector<std::string>& lines, const std::string& change, VerdictDirection direction,
                    double weakened, double strengthened) {
    World world;
    for (auto line : lines) {
        auto cells = testing::cells_of(line);
        if (change == "mirror" && cells[3] == "new") cells[2] = cells[2] == "C" ? "E" : "C";
        if (change == "continuity" && cells[3] == "new") continue;
        line = cells[0];
        for (std::size_t i = 1; i < cells.size(); ++i) line += "," + cells[i];
        world.add(line);
    }
    const auto verdict = world.outcome().verdict;
    EXPECT_EQ(verdict.direction, direction);
    EXPECT_NEAR(verdict.probability.weakened, weakened, kFourDecimals);
    EXPECT_NEAR(verdict.probability.strengthened, strengthened, kFourDecimals);
}

TEST(LedgerFixture, mirrored_new_items_give_the_mirrored_verdict) {
    expect_placebo(ledger_fixture_s(), "mirror", VerdictDirection::Strengthened, 0.1061, 0.7829);
    expect_placebo(ledger_fixture(), "mirror", VerdictDirection::Strengthened, 0.0871, 0.8183);
}

TEST(LedgerFixture, continuity_items_alone_give_unchanged) {
    expect_placebo(ledger_fixture_s(), "continuity", VerdictDirection::Unchanged, 0.3323, 0.3323);
    expect_placebo(ledger_fixture(), "continuity", VerdictDirection::Unchanged, 0.3437, 0.3437);
}

void expect_vector(const Outcome& outcome, const std::string& item, const DecibelVector& expected) {
    for (const auto& evidence : testing::factor(outcome, "C2").evidence) {
        if (evidence.item != item) continue;
        for (std::size_t i = 0; i < expected.size(); ++i) {
            EXPECT_NEAR(evidence.decibels[i], expected[i], kFourDecimals) << item << " " << i;
        }
        return;
    }
    FAIL() << "no evidence from " << item;
}

TEST(LedgerFixture, single_items_have_the_known_tempered_vectors) {
    const auto outcome = World(ledger_fixture()).outcome();
    expect_vector(outcome, "S114/T061", {2.3798, 0.2241, -1.4645});
    expect_vector(outcome, "S171", {2.0103, 0.3386, -0.8266});
    expect_vector(outcome, "S172", {5.1391, 0.9276, -1.3732});
}

TEST(LedgerFixture, three_structural_items_each_way_are_contested) {
    World world;
    for (const std::string n : {"1", "2", "3"}) {
        world.add("down-" + n + ",E4,C,new,S,B2,1,down-" + n + ",press");
        world.add("up-" + n + ",E4,E,new,S,B2,1,up-" + n + ",press");
    }
    const auto outcome = world.outcome();
    const auto& factor = testing::factor(outcome, "E4");
    EXPECT_NEAR(factor.posterior.weakened, 0.4704, kFourDecimals);
    EXPECT_NEAR(factor.posterior.unchanged, 0.0593, kFourDecimals);
    EXPECT_NEAR(factor.posterior.strengthened, 0.4704, kFourDecimals);
    EXPECT_EQ(factor.finding, Finding::Contested);
    EXPECT_EQ(factor.magnitude, 3);  // equal posteriors: both sides count
    EXPECT_EQ(outcome.verdict.direction, VerdictDirection::Mixed);
}

TEST(LedgerFixture, a_structural_rumour_does_not_raise_the_magnitude) {
    World world(ledger_fixture());
    world.add("rumour,C2,C,new,S,E5,0.1,rumour,press");
    EXPECT_EQ(testing::factor(world.outcome(), "C2").magnitude, 2);
}

}  // namespace
}  // namespace entente::assessment
