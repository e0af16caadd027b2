#include "assessment/placebos.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <map>

#include "assessment/ledger_fixture.hpp"
#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::World;

TEST(Placebos, all_hold_for_the_fixture) {
    const auto placebos = World(testing::ledger_fixture()).assessment().sensitivity.placebos;
    ASSERT_EQ(placebos.size(), 4U);
    for (const auto& placebo : placebos) EXPECT_TRUE(placebo.holds) << placebo.name << ": " << placebo.got;
    EXPECT_EQ(placebos[0].got, "unchanged");
    EXPECT_EQ(placebos[1].got, "strengthened");
    EXPECT_EQ(placebos[3].got, "not-assessed");
}

// Every way to turn the new clusters, by name in all factors at once, each computed from nothing.
double exact_share_as_extreme(const std::vector<std::string>& lines) {
    std::map<std::string, unsigned> coin;
    for (const auto& line : lines) {
        const auto cells = testing::cells_of(line);
        if (cells[3] == "new") coin.emplace(cells[7], coin.size());
    }
    World world(lines);
    const auto lean = [&world] {
        const auto net = world.outcome().verdict.probability;
        return std::abs(net.weakened - net.strengthened);
    };
    const double observed = lean();
    const auto codings = world.coder("first").codings;
    unsigned extreme = 0;
    const unsigned ways = 1U << coin.size();
    for (unsigned way = 0; way < ways; ++way) {
        for (std::size_t i = 0; i < codings.size(); ++i) {
            auto& coding = world.coder("first").codings[i];
            coding.direction = codings[i].direction;
            if (coding.novelty == evidence::Novelty::Continuity) continue;
            if ((way >> coin.at(coding.cluster) & 1U) == 0) continue;
            coding.direction = coding.direction == evidence::Direction::Collapse ? evidence::Direction::Endurance
                                                                                 : evidence::Direction::Collapse;
        }
        if (lean() >= observed - 1e-12) ++extreme;
    }
    return static_cast<double>(extreme) / ways;
}

void expect_estimate(const std::vector<std::string>& lines) {
    const double exact = exact_share_as_extreme(lines);
    const auto drawn = World(lines).assessment().outcome.verdict.as_extreme;
    ASSERT_TRUE(drawn.has_value());
    EXPECT_GT(*drawn, 0);
    EXPECT_NEAR(*drawn, exact, 4 * std::sqrt(exact * (1 - exact) / 10000));
}

TEST(Placebos, random_codings_estimate_the_exact_share) {
    expect_estimate(testing::ledger_fixture());
}

// A turned structural item takes its magnitude to the other side.
TEST(Placebos, random_codings_turn_magnitudes_too) {
    expect_estimate({"a,C2,E,new,S,B2,1,a,press", "b,C6,E,new,A,B2,1,b,press", "c,C1,E,new,A,B2,1,c,press"});
    expect_estimate({"a,C2,C,new,S,B2,1,a,press", "b,C6,C,new,A,B2,1,b,press", "c,C1,C,new,W,B2,1,c,press"});
}

TEST(Placebos, one_cluster_is_always_as_extreme) {
    const World world({"a,C2,C,new,A,B2,1,a,press", "b,E1,C,new,A,B2,1,a,press"});
    EXPECT_EQ(world.assessment().outcome.verdict.as_extreme, 1.0);  // turned in both factors at once
}

TEST(Placebos, without_new_clusters_there_is_nothing_to_turn) {
    const auto assessment = World({"a,C2,E,cont,A,B2,1,a,press"}).assessment();
    EXPECT_FALSE(assessment.outcome.verdict.as_extreme.has_value());
    for (const auto& placebo : assessment.sensitivity.placebos) EXPECT_TRUE(placebo.holds) << placebo.name;
}

}  // namespace
}  // namespace entente::assessment
