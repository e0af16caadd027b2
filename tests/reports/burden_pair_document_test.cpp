// The answer about two states.
#include "burden_text.hpp"

namespace entente::reports {

TEST(BurdenDocument, answers_a_pair_by_measures_and_by_weightings) {
    auto result = small_burden_result();
    add_small_pair(result);
    const auto text = unbroken(result);
    expect_says(text, "Aland compared with Bland, 2017: by 1 of 2 weighed measures Aland carries more, by 1 Bland.");
    expect_says(text,
                "Over all 3 weightings of the 2 weighed measures known of both, Aland carries more under 31% "
                "(order), 28% (range) and 30% (deviations), Bland under 60% (order), 70% (range) and 65% "
                "(deviations)");
    expect_says(text, "Aland more: money spent (2.00 against 0.90 % of GDP)");
    expect_says(text, "people, output  Bland more: people sent (5.0 against 12.0 per million people, of 2016)");
    expect_says(text, "12.0 (2016)");
    expect_says(text, "money, input · counts in the weightings · invented 1.0 · As invented.");
}

TEST(BurdenDocument, counts_measures_in_no_weighting_apart) {
    auto result = small_burden_result();
    add_small_pair(result);
    result.theory.measures[1].weight = 0;
    const auto text = unbroken(result);
    expect_says(text, "by 1 of 1 weighed measure Aland carries more, by 0 Bland.");
    expect_says(text, "Beside them, in no weighting: Bland carries more by people sent.");
}

TEST(BurdenDocument, says_what_could_change_an_answer_that_every_weighting_gives) {
    auto result = small_burden_result();
    add_small_pair(result);
    result.pair->first_more = {1, 1, 1};
    result.pair->second_more = {0, 0, 0};
    result.pair->answers[1].known = false;
    result.pair->measures = {0};
    result.pair->weightings = 1;
    result.pair->dominates = true;
    const auto text = unbroken(result);
    expect_says(text, "Aland carries more by the one weighed measure known of both.");
    expect_says(text, "Not known of both, though it would weigh and could change this: people sent.");
    EXPECT_EQ(text.find("The answers differ"), std::string::npos) << text;
}

TEST(BurdenDocument, says_nothing_of_choices_where_one_is_ahead_under_every_weighting_that_tells_them_apart) {
    auto result = small_burden_result();
    add_small_pair(result);
    result.pair->second_more = {0, 0, 0};
    EXPECT_EQ(unbroken(result).find("a choice of what counts"), std::string::npos);
}

TEST(BurdenDocument, says_so_where_one_carries_more_under_every_weighting_though_not_in_every_measure) {
    auto result = small_burden_result();
    add_small_pair(result);
    result.pair->first_more = {0, 0, 0};
    result.pair->second_more = {1, 1, 1};
    expect_says(unbroken(result),
                "Bland carries more under every one of 3 weightings of the 2 weighed measures known of both.");
}

TEST(BurdenDocument, says_what_is_not_known_of_both) {
    auto result = small_burden_result();
    add_small_pair(result);
    result.pair->answers[1].known = false;
    expect_says(unbroken(result), "Not known of both, though it would weigh and could change this: people sent.");
}

TEST(BurdenDocument, does_not_rank_again_the_two_that_are_all_of_the_group) {
    auto result = small_burden_result();
    add_small_pair(result);
    auto& group = result.groups[0];
    group.members.resize(2);
    group.now.facts.members.resize(2);
    const auto text = unbroken(result);
    EXPECT_EQ(text.find("carries most under"), std::string::npos) << text;
    EXPECT_EQ(text.find("A fair share"), std::string::npos) << text;
}

TEST(BurdenDocument, names_members_of_whom_two_definitions_disagree) {
    auto result = small_burden_result();
    auto other = result.theory.measures[0];
    other.id = "money-otherwise";
    other.name = "money by another definition";
    other.weight = 0;
    result.theory.measures.push_back(other);
    auto& members = result.groups[0].now.facts.members;
    members[0].measures.push_back(known(2.1, 2017));
    members[1].measures.push_back(known(1.5, 2017));
    members[2].measures.push_back(known(3.1, 2015));
    members[3].measures.push_back(known(1, 2017));
    expect_says(unbroken(result),
                "Two definitions disagree by 0.5 % of GDP or more, money spent (weighed) and money by another "
                "definition (not): Bland 0.90 against 1.50.");
}

TEST(BurdenDocument, says_who_is_first_where_the_three_scalings_disagree) {
    auto result = small_burden_result();
    auto& members = result.groups[0].fair_share.members;
    members[0].ranges[1].under_weights = 2;
    members[1].ranges[1].under_weights = 1;
    expect_says(unbroken(result),
                "Under the theory's weights the first is Aland (order), Bland (range) and Aland (deviations)");
}

TEST(BurdenDocument, is_the_answers_and_the_pair_alone_if_brief) {
    auto result = small_burden_result();
    add_small_pair(result);
    result.notes = {"The year is the program's choice."};
    const auto text = render_text(burden_document(result, {.brief = true}), {.width = 2000, .colour = false});
    expect_says(text, "by 1 of 2 weighed measures Aland carries more");
    expect_says(text, "Aland and Bland, measure by measure");
    expect_says(text, "The year is the program's choice.");
    EXPECT_EQ(text.find("Who carries what"), std::string::npos) << text;
    EXPECT_EQ(text.find("As invented."), std::string::npos) << text;
}

TEST(BurdenDocument, sets_the_two_side_by_side_over_the_years) {
    auto result = small_burden_result();
    add_small_pair(result);
    auto& group = result.groups[0];
    auto earlier = group.now;
    earlier.year = 2012;
    earlier.facts.members[0].measures[0] = known(2.5, 2012);
    earlier.facts.members[1].measures[0] = known(1.25, 2012);
    group.history = {earlier, group.now};
    const auto text = unbroken(result);
    expect_says(text, "Aland | Bland, 2012–2017");
    expect_says(text, "2.50 | 1.25");
    expect_says(text, "5.0 | 12.0 ’16");
}

}  // namespace entente::reports
