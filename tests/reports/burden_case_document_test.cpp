// What a case records: demands, host support, opinions, words and acts, one quantity in several coins.
#include "burden_text.hpp"

namespace entente::reports {

TEST(BurdenDocument, sets_the_demand_beside_when_behaviour_turned) {
    auto result = small_burden_result();
    add_small_case(result);
    const auto text = unbroken(result);
    expect_says(text, "2016-05-04 · A asks B: money spent, at least 2 % of GDP");
    expect_says(text, "What comes after a demand need not come of it.");
    expect_says(text, "turned upward before it, in 2013");
    expect_says(text, "0.90 (2017)");
}

TEST(BurdenDocument, counts_of_several_asked_who_turned_when) {
    auto result = small_burden_result();
    add_small_case(result);
    auto& asked = result.groups[0].of_case->demands[0].asked;
    for (int other = 0; other < 7; ++other) asked.push_back(asked.front());
    asked.back().against.order = burden::Order::NoTurn;
    const auto text = unbroken(result);
    expect_says(text,
                "None of 8 had been rising for two years or more when asked (no test); 7 had turned upward within ten "
                "years before it; 1 with no upward turn in the ten years before it or after it.");
    expect_says(text, "turned upward before it: 7  Bland (2013)");
}

TEST(BurdenDocument, says_who_was_rising_when_asked_and_why_a_turn_cannot_be_seen) {
    auto result = small_burden_result();
    add_small_case(result);
    auto& asked = result.groups[0].of_case->demands[0].asked;
    asked.front().against.order = burden::Order::CannotSay;
    asked.front().against.cannot_say = "a turn after 2017 cannot be seen before 2022";
    asked.front().against.rising_since = 2014;
    asked.front().against.turn.reset();
    asked.push_back(asked.front());
    asked.back().against.rising_since.reset();
    asked.back().against.cannot_say = "the turn may be drift";
    const auto text = unbroken(result);
    expect_says(text,
                "1 of 2 had been rising for two years or more when asked (no test); of 2 it cannot be said: a turn "
                "after 2017 cannot be seen before 2022 (1), the turn may be drift (1).");
    expect_says(text, "rising since 2014 (no test); cannot be said: a turn after 2017 cannot be seen before 2022");
}

TEST(BurdenDocument, shows_no_spending_for_a_demand_that_spending_does_not_answer) {
    auto result = small_burden_result();
    auto spending = result.theory.measures[0];
    spending.id = "spending";
    spending.unit = "million USD of 2023";
    spending.heading = "USD m 2023";
    spending.sense = evidence::BurdenSense::Neither;
    result.theory.measures.push_back(spending);
    result.theory.trend = "spending";
    add_small_case(result);
    expect_says(unbroken(result), "turned upward before it, in 2013");
    expect_says(unbroken(result), "A demand to spend is tested on");
    result.theory.effort = "people";  // money is asked for, and is not what members spend
    const auto text = unbroken(result);
    expect_says(text, "Spending is no answer to this demand");
    EXPECT_EQ(text.find("turned upward before it"), std::string::npos) << text;
}

TEST(BurdenDocument, tests_no_behaviour_against_a_demand_that_no_measure_knows) {
    auto result = small_burden_result();
    add_small_case(result);
    auto record = *result.groups[0].of_case->open->content.burden;
    record.demands[0].measure.clear();
    result.groups[0].of_case->demands[0].demand = &record.demands[0];
    const auto text = unbroken(result);
    expect_says(text, "A asks B: nothing that a measure knows");
    EXPECT_EQ(text.find("turned upward before it"), std::string::npos) << text;
}

TEST(BurdenDocument, says_how_far_a_hosts_share_depends_on_what_is_counted_and_how_old_it_is) {
    auto result = small_burden_result();
    add_small_case(result);
    const auto text = unbroken(result);
    expect_says(text,
                "B for the forces of A, 2003: 75.9% of 5.4 billion USD, as the source counts. What is counted "
                "moves it from 48.8% to 75.9%. It falls to one half once the guest's side counts 2.8 billion USD "
                "more. The figure is 14 years older than 2017.");
    expect_says(text, "military pay (guest)");
    expect_says(text, "military pay: assumed by a critic");
}

TEST(BurdenDocument, says_of_a_share_that_was_only_published_that_nothing_can_be_varied) {
    auto result = small_burden_result();
    add_small_case(result);
    auto& support = result.groups[0].of_case->supports[0];
    support.share.reset();
    support.published = 74.5;
    expect_says(unbroken(result),
                "B for the forces of A, 2003: 74.5%, as published; the amounts behind it are not "
                "known, so nothing can be varied. The figure is 14 years older than 2017.");
}

TEST(BurdenDocument, gives_a_change_of_opinion_its_sampling_error_and_names_silent_audiences) {
    auto result = small_burden_result();
    add_small_case(result);
    const auto text = unbroken(result);
    expect_says(text, "−54 (−57.7 to −50.3)");
    expect_says(text, "<.001");
    expect_says(text, "asked: “Do you trust him?” · adults of Bland");
    expect_says(text, "not recorded");
    expect_says(text,
                "2016 to 2017: the person (trust in the leader) moved −54 points, the country (country) −15: 3.6 times "
                "as far.");
    expect_says(text, "trust in the leader: 78% (2016) → 24% (2017)");
    result.groups[0].of_case->opinions[0].points[1].change->low.reset();
    expect_says(unbroken(result), "−54 (no n: error unknown)");
}

TEST(BurdenDocument, sets_the_last_point_before_the_focal_period_against_the_latest) {
    auto result = small_burden_result();
    add_small_case(result);
    auto open = *result.groups[0].of_case->open;
    evidence::Period focal;
    focal.id = "focal";
    focal.begin = make_day(2016, 11, 9);
    focal.end = make_day(2018, 12, 31);
    open.content.periods = {focal};
    open.content.focal = "focal";
    auto& of_case = *result.groups[0].of_case;
    auto earliest = of_case.opinions[0].points[0];
    earliest.date = *parse_date("2008");
    earliest.value = 0.31;
    of_case.opinions[0].points.insert(of_case.opinions[0].points.begin(), earliest);
    const auto before = of_case.open;  // the series and demands are in it
    of_case.open = std::make_shared<const workbench::OpenCase>(open);
    const auto text = unbroken(result);
    expect_says(text, "78% (2016) → 24% (2017)");
    EXPECT_EQ(text.find("31% (2008) →"), std::string::npos) << text;
}

TEST(BurdenDocument, gives_no_ratio_to_a_change_within_the_error_of_a_poll) {
    auto result = small_burden_result();
    add_small_case(result);
    auto& person = result.groups[0].of_case->persons[0];
    person.country_change = -0.01;
    person.ratio = 54;
    expect_says(unbroken(result), "the country (country) −1, too little to say how many times as far.");
}

TEST(BurdenDocument, lists_the_questions_about_burdens_that_the_case_leaves_open) {
    auto result = small_burden_result();
    add_small_case(result);
    auto open = *result.groups[0].of_case->open;
    evidence::Claim question;
    question.kind = evidence::ClaimKind::Question;
    question.text = "Why them and not us?";
    question.issues = {"burden-sharing"};
    question.supported_by = {"speech-2016"};
    open.content.claims = {question};
    const auto before = result.groups[0].of_case->open;  // the series and demands are in it
    result.groups[0].of_case->open = std::make_shared<const workbench::OpenCase>(open);
    const auto text = unbroken(result);
    expect_says(text, "Open questions");
    expect_says(text, "Why them and not us?");
    expect_says(text, "items: speech-2016");
}

TEST(BurdenDocument, counts_words_beside_acts) {
    auto result = small_burden_result();
    add_small_case(result);
    expect_says(unbroken(result), "words: pledge 2, omission 1 · acts: deployment 3");
}

TEST(BurdenDocument, brings_figures_into_one_coin_and_says_in_what_they_differ) {
    auto result = small_burden_result();
    add_small_case(result);
    const auto text = unbroken(result);
    expect_says(text,
                "the budget of Bland: 4.1 to 5 billion USD; the largest is 1.22 times the least. They differ in "
                "definition and price basis.");
    expect_says(text, "no rate from EUR to USD is stated");
}

}  // namespace entente::reports
