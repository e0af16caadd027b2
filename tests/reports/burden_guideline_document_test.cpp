// Promises and guidelines, the leader, and whether the large carry more.
#include "burden_text.hpp"

namespace entente::reports {

TEST(BurdenDocument, judges_unrounded_and_says_where_rounding_would_pass) {
    auto result = small_burden_result();
    result.groups[0].guidelines = {small_guideline()};
    const auto text = unbroken(result);
    expect_says(
        text,
        "At least 2 % of GDP (money spent) is what 1 of 3 members reach: Cland. For 1 member there are no data. "
        "Below it, though not as rounded: Aland. Promised: aspirational, agreed 2014-09-05, due "
        "2024-12-31.");
    expect_says(text, "below, though not as rounded");
    expect_says(text, "−0.004");
    expect_says(text, "54.2 billion USD");
    expect_says(text, "54.2 billion USD  25%       no");  // of the way; behind its line
    expect_says(text, "cannot be judged");
}

TEST(BurdenDocument, says_of_a_guideline_that_others_agreed_to_that_it_is_for_comparison) {
    auto result = small_burden_result();
    auto guideline = small_guideline();
    guideline.agreed = false;
    guideline.before_it = true;
    result.groups[0].guidelines = {guideline};
    const auto text = unbroken(result);
    EXPECT_EQ(text.find("members reach"), std::string::npos) << text;
    expect_says(text, "not yet agreed in that year · not agreed by this group: for comparison");
}

TEST(BurdenDocument, gives_the_leaders_share_every_reading_that_the_theory_names) {
    auto result = small_burden_result();
    result.groups[0].now.exploitation.why_not.clear();
    const auto text = unbroken(result);
    expect_says(text, "Aland pays 71% of the group's military spending; of its output it has 50%.");
    expect_says(text, "It leads. [Somebody 1973]");
    expect_says(text, "The others ride free.");
    expect_says(text, "They buy something of their own.");
}

TEST(BurdenDocument, says_what_the_correlation_shows_and_what_not) {
    auto result = small_burden_result();
    expect_says(unbroken(result),
                "Whether larger members carry more (money spent) cannot be said: size is known of three members only.");
    auto& found = result.groups[0].now.exploitation;
    found = {28, 0.49, 0.01, 0.005, false, 0.001, 0.12, 0.73, 0.2, ""};
    expect_says(unbroken(result),
                "Size and money spent: ρ = 0.49 (95% 0.12 to 0.73, p = .010, 28 members; without the "
                "largest ρ = 0.20): the larger the member, the larger the share it spends.");
    found.low = -0.1;
    expect_says(unbroken(result),
                "it points to “the larger the member, the larger the share it spends”, but the interval includes 0.");
    found.p_two = 0.4;
    expect_says(unbroken(result), ": the data show no order.");
    found.p_two = 0.01;
    found.rho = -0.49;
    found.high = -0.05;
    expect_says(unbroken(result), ": the larger the member, the smaller the share it spends.");
}

TEST(BurdenDocument, says_a_bound_that_was_promised_twice_once_with_both_promises) {
    auto result = small_burden_result();
    auto earlier = small_guideline();
    earlier.id = "earlier";
    earlier.bindingness = "political";
    earlier.since = make_day(2006, 1, 1);
    earlier.deadline.reset();
    for (auto& member : earlier.members) member.progress = {};
    result.groups[0].guidelines = {earlier, small_guideline()};
    const auto text = unbroken(result);
    expect_says(text, "Promised: political, agreed 2006-01-01; aspirational, agreed 2014-09-05, due 2024-12-31.");
    expect_says(text, "The distances are those of the promise of 2014-09-05.");
    EXPECT_EQ(text.find("is what 1 of 3"), text.rfind("is what 1 of 3")) << text;
}

TEST(BurdenDocument, prints_a_promise_that_no_measure_knows) {
    auto result = small_burden_result();
    add_small_case(result);
    const auto text = unbroken(result);
    expect_says(text, "To do more.");
    expect_says(text, "no measure");
}

}  // namespace entente::reports
