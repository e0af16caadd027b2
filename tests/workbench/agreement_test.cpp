#include "workbench/agreement.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "assessment/world.hpp"
#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

// Two coders over four items, and a fifth that only the first read:
//
//            first                     second
//   s1       credibility               credibility
//   s2       credibility               ideological-division
//   s3       ideological-division      ideological-division
//   s4       read, no factor           credibility
//   s5       credibility               not read
testing::World two_coders() {
    testing::World world({"s1,C2,C,new,W,A1,1,a,press", "s2,C2,C,new,W,A1,1,b,press", "s3,C6,C,new,A,A1,1,c,press",
                          "s5,C2,C,new,W,A1,1,e,press"});
    world.add("s1,C2,C,cont,W,A1,1,a,press", "second");
    world.add("s2,C6,C,new,W,A1,1,b,press", "second");
    world.add("s3,C6,C,new,A,A1,0.5,c,press", "second");
    world.add("s4,C2,C,new,W,A1,1,d,press", "second");
    world.coder("first").read = {"s4"};
    return world;
}

OpenCase opened(const testing::World& world) {
    OpenCase open;
    open.content = world.which;
    open.theory = world.theory;
    open.protocol = world.protocol;
    return open;
}

AgreementResult agreement(const testing::World& world, AgreementRequest request = {}) {
    request.draws = 100;
    return agreement_of(opened(world), request);
}

const FieldAgreement& field(const AgreementResult& result, const std::string& name) {
    const auto found = std::find_if(result.fields.begin(), result.fields.end(),
                                    [&](const FieldAgreement& each) { return each.field == name; });
    if (found == result.fields.end()) throw std::out_of_range(name);
    return *found;
}

TEST(AgreementOf, says_how_much_there_is_to_read_and_how_much_each_coder_read) {
    const auto result = agreement(two_coders());
    EXPECT_EQ(result.items, 5);
    EXPECT_EQ(result.read, (std::vector<int>{5, 4}));
}

// A third coder read s1 alone; the other two differ about s2.
TEST(AgreementOf, an_item_that_was_not_read_is_told_from_one_without_the_factor) {
    auto world = two_coders();
    world.add("s1,C2,C,new,W,A1,1,a,press", "third");
    const auto result = agreement(world);
    const auto found = std::find_if(result.disagreements.begin(), result.disagreements.end(),
                                    [](const auto& each) { return each.item == "s2"; });
    ASSERT_NE(found, result.disagreements.end());
    EXPECT_EQ(found->read, (std::vector<bool>{true, true, false}));
}

TEST(AgreementOf, the_factor_is_the_first_row) {
    EXPECT_EQ(agreement(two_coders()).fields.front().field, "factor");
}

// s1 … s4: 2 of 4 equal. Cohen (1960): p_o = .5; the first gives credibility, ideological division, none 2, 1, 1 times,
// the second 2, 2, 0; p_e = 2·2/16 + 1·2/16 + 0 = .375; κ = (.5 − .375) / (1 − .375) = .2.
// Krippendorff (2011): eight values, 4, 3 and 1 of a kind; D_o = .5; D_e = 1 − (4·3 + 3·2 + 1·0) / (8·7) = 38/56;
// α = 1 − .5 · 56/38 = 5/19.
TEST(AgreementOf, the_factor_row_has_the_coefficients_computed_by_hand) {
    const auto result = agreement(two_coders());
    const auto& factor = field(result, "factor");
    EXPECT_EQ(factor.alpha.units, 4);
    EXPECT_DOUBLE_EQ(factor.observed, 0.5);
    EXPECT_NEAR(factor.kappa.value.value(), 0.2, 1e-12);
    EXPECT_NEAR(factor.alpha.value.value(), 5.0 / 19, 1e-12);
}

// Four items × (eleven factors and 'outside') = 48 units. The first says yes 3 times, the second 4; they differ on two
// factors of s2 and one of s4. p_o = 45/48, p_e = (3·4 + 45·44) / 48² = 1992/2304, κ = (2160 − 1992) / (2304 − 1992).
TEST(AgreementOf, a_coder_who_read_an_item_and_left_a_factor_out_said_no) {
    const auto result = agreement(two_coders());
    const auto& applies = field(result, "factor applies");
    EXPECT_EQ(applies.alpha.units, 48);
    EXPECT_DOUBLE_EQ(applies.observed, 45.0 / 48);
    EXPECT_NEAR(applies.kappa.value.value(), 168.0 / 312, 1e-12);
}

TEST(AgreementOf, an_item_that_one_coder_did_not_read_counts_nothing) {
    EXPECT_EQ(agreement(two_coders()).items_in_common, 4);  // not s5
    auto world = two_coders();
    world.coder("second").read = {"s5"};
    EXPECT_EQ(agreement(world).items_in_common, 5);
    EXPECT_EQ(field(agreement(world), "factor applies").alpha.units, 60);
}

// Both assigned credibility to s1 and ideological division to s3, and nothing else together.
TEST(AgreementOf, other_fields_are_compared_where_both_assigned_the_factor) {
    const auto result = agreement(two_coders());
    for (const char* name : {"direction", "novelty", "change", "specificity"}) {
        EXPECT_EQ(field(result, name).alpha.units, 2) << name;
    }
    EXPECT_DOUBLE_EQ(field(result, "direction").observed, 1);
    EXPECT_DOUBLE_EQ(field(result, "novelty").observed, 0.5);      // s1: new, continuity
    EXPECT_DOUBLE_EQ(field(result, "specificity").observed, 0.5);  // s3: 1, .5
}

TEST(AgreementOf, a_coefficient_that_is_undefined_has_a_reason) {
    const auto result = agreement(two_coders());
    EXPECT_FALSE(field(result, "direction").alpha.value.has_value());  // no variation
    EXPECT_FALSE(field(result, "direction").alpha.why_not.empty());
}

TEST(AgreementOf, the_order_in_which_factors_were_assigned_matters_to_the_factor_row_alone) {
    testing::World world({"s1,C6,C,new,W,A1,1,a,press", "s1,C2,C,new,W,A1,1,a,press"});
    world.add("s1,C2,C,new,W,A1,1,a,press", "second");
    world.add("s1,C6,C,new,W,A1,1,a,press", "second");
    const auto result = agreement(world);
    EXPECT_DOUBLE_EQ(field(result, "factor").observed, 0);
    EXPECT_DOUBLE_EQ(field(result, "factor applies").observed, 1);
    EXPECT_TRUE(result.disagreements.empty());
}

TEST(AgreementOf, disagreements_say_who_said_what) {
    const auto result = agreement(two_coders());
    std::vector<std::string> lines;
    for (const auto& each : result.disagreements) {
        lines.push_back(each.item + ' ' + each.factor + ' ' + each.field + ' ' + each.values[0] + '/' + each.values[1]);
    }
    EXPECT_EQ(lines, (std::vector<std::string>{
                         "s1 credibility novelty new/continuity", "s2 credibility factor applies yes/no",
                         "s2 ideological-division factor applies no/yes", "s3 ideological-division specificity 1/0.5",
                         "s4 credibility factor applies no/yes"}));
}

TEST(AgreementOf, of_three_coders_the_one_who_did_not_read_leaves_a_blank) {
    auto world = two_coders();
    world.add("s1,C2,C,new,W,A1,1,a,press", "third");
    const auto result = agreement(world);
    EXPECT_EQ(result.coders, (std::vector<std::string>{"first", "second", "third"}));
    EXPECT_EQ(result.items_in_common, 4);
    for (const auto& each : result.disagreements) {
        EXPECT_EQ(each.values[2].empty(), each.item != "s1") << each.item;
    }
}

TEST(AgreementOf, only_chosen_coders_are_compared) {
    auto world = two_coders();
    world.add("s1,C2,C,new,W,A1,1,a,press", "third");
    AgreementRequest request;
    request.coders = {"first", "third"};
    const auto result = agreement(world, request);
    EXPECT_EQ(result.coders, (std::vector<std::string>{"first", "third"}));
    EXPECT_EQ(result.items_in_common, 1);
}

TEST(AgreementOf, an_unknown_coder_or_period_is_not_found) {
    AgreementRequest coder;
    coder.coders = {"frist"};
    const auto no_coder = testing::error_of([&] { static_cast<void>(agreement(two_coders(), coder)); });
    EXPECT_EQ(no_coder.kind(), ErrorKind::NotFound);
    EXPECT_STREQ(no_coder.what(), "the case has no coder 'frist'; did you mean 'first'?");
    AgreementRequest period;
    period.periods = {"focl"};
    const auto no_period = testing::error_of([&] { static_cast<void>(agreement(two_coders(), period)); });
    EXPECT_EQ(no_period.kind(), ErrorKind::NotFound);
    EXPECT_STREQ(no_period.what(), "the case has no period 'focl'; did you mean 'focal'?");
}

TEST(AgreementOf, items_of_other_periods_are_left_out) {
    AgreementRequest request;
    request.periods = {"baseline"};
    EXPECT_EQ(agreement(two_coders(), request).items_in_common, 0);
    request.periods = {"focal"};
    EXPECT_EQ(agreement(two_coders(), request).items_in_common, 4);
}

TEST(AgreementOf, items_known_only_after_the_cutoff_are_left_out) {
    auto world = two_coders();
    world.which.cutoff = make_day(2017, 6, 1);  // the sources of all items appeared on 2 June
    EXPECT_EQ(agreement(world).items_in_common, 0);
}

TEST(AgreementOf, a_focal_period_without_its_own_baseline_has_that_of_the_case) {
    auto world = two_coders();
    world.which.periods[1].baseline.clear();
    EXPECT_EQ(agreement(world).items_in_common, 0);
    world.which.focal = "focal";
    world.which.baseline = "baseline";
    EXPECT_EQ(agreement(world).items_in_common, 4);
}

TEST(AgreementOf, codings_against_another_baseline_are_another_matter) {
    auto world = two_coders();
    auto& first = world.coder("first").codings[0];  // s1
    first.baseline = "earlier";
    EXPECT_EQ(agreement(world).items_in_common, 3);
}

TEST(AgreementOf, the_same_seed_gives_the_same_intervals) {
    AgreementRequest request;
    request.seed = 7;
    const auto once = agreement(two_coders(), request);
    const auto again = agreement(two_coders(), request);
    EXPECT_EQ(field(once, "factor applies").alpha.low, field(again, "factor applies").alpha.low);
    EXPECT_TRUE(field(once, "factor applies").alpha.low.has_value());
}

}  // namespace
}  // namespace entente::workbench
