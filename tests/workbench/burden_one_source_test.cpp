// Numbers that are compared with each other are those of one data set, where one has enough of them.
#include <gtest/gtest.h>

#include <algorithm>

#include "workbench/burden_store.hpp"

namespace entente::workbench {
namespace {

// A theory with one measure that two data sets can give, each in a way of its own.
std::string theory_with(const std::string& data) {
    return R"(id = "two-sources"
kind = "burden"
name = "Invented"
summary = "s"
citation = "Nobody"
cautions = ["one caution"]
size = "gdp-cow.pwtrgdp"
effort = "people"
leader = "nmc.milex"

[weighting]
step = 0.1
known_share = 0.6

[[measure]]
id = "people"
name = "people"
heading = "people"
formula = "value"
data = [)" +
           data + R"(]
unit = "of either"
stage = "input"
coin = "people"
sense = "carries-more"
stale_after = 0
weight = 1
definition = "d"
assumption = "a"

[[measure]]
id = "soldiers"
name = "soldiers"
heading = "soldiers"
formula = "value"
data = ["nmc.milper"]
unit = "thousand"
stage = "input"
coin = "people"
sense = "carries-more"
stale_after = 0
weight = 1
definition = "d"
assumption = "a"
)";
}

class BurdenOfOneSource : public testing::BurdenStore {
protected:
    [[nodiscard]] BurdenResult answer(const std::string& group, const std::string& data) {
        folder_.write("theory.toml", theory_with(data));
        auto request = request_for(group, 2010);
        request.theory = (folder_.path() / "theory.toml").string();
        return burden(request);
    }

    static int rank_of(const BurdenResult& result, int state, std::size_t measure) {
        const auto& members = result.groups.at(0).fair_share.members;
        const auto found = std::find_if(members.begin(), members.end(),
                                        [state](const burden::FairMember& one) { return one.state == state; });
        return found == members.end() ? 0 : found->ranks.at(measure);
    }

private:
    testing::Folder folder_;
};

// In 2010 one data set has 210 Americans, 52 Britons and no Canadians, the other 200,000, 50,000 and 25,000 thousand:
// by the first that knows each, Canada would lead with 25,000 against 210.
TEST_F(BurdenOfOneSource, ranks_by_the_data_set_that_knows_most_members) {
    const auto result = answer("USA,UKG,CAN", R"("gdp-cow.pwtpop", "nmc.tpop")");
    EXPECT_EQ(reading(result, kAmerica, "people").value.value, 210);  // shown as the best source has it …
    EXPECT_EQ(reading(result, kCanada, "people").value.value, 25000);
    EXPECT_EQ(rank_of(result, kAmerica, 0), 1);  // … and ranked by one
    EXPECT_EQ(rank_of(result, kBritain, 0), 2);
    EXPECT_EQ(rank_of(result, kCanada, 0), 3);
}

TEST_F(BurdenOfOneSource, changes_nothing_where_the_first_knows_all) {
    const auto result = answer("USA,UKG,CAN", R"("nmc.tpop", "gdp-cow.pwtpop")");
    EXPECT_EQ(reading(result, kCanada, "people").from, 0);
    EXPECT_EQ(rank_of(result, kCanada, 0), 3);
}

// Of the two, one is known to the one data set only and the other to the other: 210 people are not set against 10
// million of aid.
TEST_F(BurdenOfOneSource, compares_two_states_by_no_two_data_sets) {
    const auto result = answer("USA,CAN", R"("gdp-cow.pwtpop", "aid-given")");
    ASSERT_TRUE(result.pair);
    const auto& answer = result.pair->answers.at(0);
    EXPECT_FALSE(answer.known);
    EXPECT_EQ(answer.why_not, "two data sets");
    EXPECT_TRUE(result.pair->answers.at(1).known);
}

}  // namespace
}  // namespace entente::workbench
