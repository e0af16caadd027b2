#include "assessment/readings.hpp"

#include <gtest/gtest.h>

#include "assessment/arrangement.hpp"
#include "assessment/world.hpp"
#include "core/error.hpp"

namespace entente::assessment {
namespace {

using testing::World;

const std::string kThreat = "threat,C2,C,new,A,B2,1,threat,press";
const std::string kRitual = "ritual,C2,E,cont,W,A1,1,ritual,official";

Selection selected(const World& world) {
    return select(world.which, evidence::CaseIndex(world.which), world.theory, world.protocol.reading, world.question);
}

ErrorKind kind_of_error(const World& world) {
    try {
        (void)selected(world);
    } catch (const Error& error) {
        return error.kind();
    }
    return ErrorKind::Fault;
}

TEST(Readings, take_the_codings_of_the_question) {
    const World world({kThreat, kRitual});
    const auto selection = selected(world);
    ASSERT_EQ(selection.readings.size(), 2U);
    EXPECT_EQ(selection.readings[0].coding->item, "threat");
    EXPECT_EQ(selection.items[selection.readings[1].item].item->id, "ritual");
}

TEST(Readings, leave_out_items_of_other_periods) {
    World world({kThreat, kRitual});
    world.item("ritual").date = single_day(make_day(2015, 1, 1));
    EXPECT_EQ(selected(world).items.size(), 1U);
    world.item("ritual").periods = {"focal"};  // a pledge before the period
    EXPECT_EQ(selected(world).items.size(), 2U);
}

TEST(Readings, leave_out_what_became_known_after_the_cutoff) {
    World world({kThreat, kRitual});
    world.which.sources[1].published = single_day(make_day(2019, 3, 1));
    EXPECT_EQ(selected(world).readings.size(), 1U);
    world.which.cutoff = make_day(2019, 3, 1);
    EXPECT_EQ(selected(world).readings.size(), 2U);
}

TEST(Readings, leave_out_other_baselines_and_theories) {
    World world({kThreat, kRitual});
    world.coder("first").codings[0].baseline = "another";
    EXPECT_EQ(selected(world).readings.size(), 1U);
    world.coder("first").codings[1].theory = "another";
    EXPECT_TRUE(selected(world).readings.empty());
}

TEST(Readings, count_an_absence_as_words_where_it_was_searched_for) {
    World world({kThreat});
    world.item("threat").kind = evidence::Kind::Absence;
    EXPECT_TRUE(selected(world).items.empty());
    world.item("threat").searched = "every release";
    ASSERT_EQ(selected(world).items.size(), 1U);
    EXPECT_EQ(selected(world).items[0].kind, evidence::Kind::Words);
}

TEST(Readings, list_what_the_theory_cannot_see_and_do_not_use_it) {
    World world({kThreat, kRitual});
    world.coder("first").codings[0].factor = std::string(evidence::kOutside);
    const auto selection = selected(world);
    EXPECT_EQ(selection.readings.size(), 1U);
    ASSERT_EQ(selection.outside.size(), 1U);
    EXPECT_EQ(selection.items[selection.outside[0]].item->id, "threat");
}

TEST(Readings, choose_coders_in_the_order_of_the_case) {
    World world;
    world.add(kThreat, "first").add(kThreat, "second").add(kRitual, "third");
    EXPECT_EQ(selected(world).coders.size(), 3U);
    world.question.coders = {"third", "first"};
    const auto selection = selected(world);
    ASSERT_EQ(selection.coders.size(), 2U);
    EXPECT_EQ(selection.coders[0]->id, "first");
    EXPECT_EQ(selection.readings.size(), 2U);
}

TEST(Readings, ask_for_periods_and_coders_that_exist) {
    World world({kThreat});
    world.question.focal = "nowhen";
    EXPECT_EQ(kind_of_error(world), ErrorKind::NotFound);
    world.question.focal = "baseline";
    EXPECT_EQ(kind_of_error(world), ErrorKind::BadRequest);
    world.question.focal = "focal";
    world.question.coders = {"nobody"};
    EXPECT_EQ(kind_of_error(world), ErrorKind::NotFound);
}

TEST(Readings, let_an_item_without_a_cluster_stand_alone_under_its_id) {
    World world({"one,C2,C,new,A,B2,1,two,press", "two,C2,C,new,A,B2,1,,press", "three,C2,C,new,A,B2,1,,press",
                 "two,E1,C,new,A,B2,1,,press"});
    const auto selection = selected(world);
    using Names = std::vector<std::string_view>;
    // A cluster of the same name is another one.
    EXPECT_EQ(selection.cluster_names, (Names{"two", "two", "three"}));
    EXPECT_EQ(selection.readings[1].cluster, 1U);
    EXPECT_EQ(selection.readings[3].cluster, 1U);
    const auto arrangement = arrange(selection, material_of(selection), world.protocol);
    EXPECT_EQ(arrangement.clusters.size(), 4U);
}

}  // namespace
}  // namespace entente::assessment
