#include "assessment/recodings.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "assessment/ledger_fixture.hpp"
#include "assessment/world.hpp"

namespace entente::assessment {
namespace {

using testing::World;
using Place = std::pair<std::string, std::string>;  // factor, cluster
using Turned = std::set<Place>;

using Lines = std::vector<std::string>;

// The verdict with the items of some clusters coded the other way.
VerdictDirection direction_with(const Lines& lines, const Turned& turned) {
    World world;
    for (const auto& line : lines) {
        world.add(line);
        auto& coding = world.coder("first").codings.back();
        if (!turned.contains({coding.factor, coding.cluster})) continue;
        coding.direction = coding.direction == evidence::Direction::Collapse ? evidence::Direction::Endurance
                                                                             : evidence::Direction::Collapse;
    }
    return world.outcome().verdict.direction;
}

Turned clusters_with_new_items(const Lines& lines) {
    Turned all;
    for (const auto& line : lines) {
        const auto cells = testing::cells_of(line);
        if (cells[3] == "new") all.emplace(testing::factor_id(cells[1]), cells[7]);
    }
    return all;
}

Turned both_of(const Recoding& pair) {
    return {Place{pair.factor, pair.cluster}, Place{pair.factor_2, pair.cluster_2}};
}

// All recodings, each computed from nothing.
void expect_full_search(const Lines& lines) {
    const auto original = direction_with(lines, {});
    std::set<Turned> expected_singles;
    std::set<Turned> expected_pairs;
    const auto all = clusters_with_new_items(lines);
    for (const auto& one : all) {
        if (direction_with(lines, Turned{one}) != original) expected_singles.insert(Turned{one});
    }
    for (const auto& one : all) {
        for (const auto& other : all) {
            if (one >= other || expected_singles.contains(Turned{one}) || expected_singles.contains(Turned{other}))
                continue;
            if (direction_with(lines, Turned{one, other}) != original) expected_pairs.insert(Turned{one, other});
        }
    }
    const auto found = World(lines).assessment().sensitivity.recodings;
    std::set<Turned> singles;
    for (const auto& one : found.single) singles.insert(Turned{Place{one.factor, one.cluster}});
    std::set<Turned> pairs;
    for (const auto& one : found.pairs) pairs.insert(both_of(one));

    EXPECT_EQ(found.clusters, static_cast<int>(all.size()));
    EXPECT_TRUE(found.pairs_searched);
    EXPECT_EQ(singles, expected_singles);
    EXPECT_EQ(pairs, expected_pairs);
    EXPECT_FALSE(pairs.empty());
    for (const auto& one : found.pairs) {
        EXPECT_EQ(one.direction, direction_with(lines, both_of(one)));
    }
}

TEST(Recodings, are_those_that_a_full_search_finds) {
    expect_full_search(testing::ledger_fixture());
}

TEST(Recodings, may_both_lie_in_one_factor) {
    expect_full_search({"a,C2,C,new,A,A1,1,a,press", "b,C2,C,new,A,A1,1,b,press", "c,C2,C,new,A,A1,1,c,press",
                        "d,C2,C,new,A,A1,1,d,press"});
}

TEST(Recodings, stop_at_singles_where_there_are_too_many_clusters) {
    World world(testing::ledger_fixture());
    world.protocol.sensitivity.pairs_up_to_clusters = 11;  // the fixture has one more
    const auto found = world.assessment().sensitivity.recodings;
    EXPECT_FALSE(found.pairs_searched);
    EXPECT_TRUE(found.pairs.empty());
}

}  // namespace
}  // namespace entente::assessment
