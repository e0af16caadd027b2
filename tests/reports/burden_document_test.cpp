// The answer about a group: who carries most, who is not ranked, its tables.
#include "burden_text.hpp"
#include "core/text.hpp"

namespace entente::reports {

TEST(BurdenDocument, says_who_carries_most_and_least_and_who_has_no_rank) {
    const auto text = unbroken(small_burden_result());
    expect_says(text,
                "Aland carries most under 67% of 3 weightings of 2 measures; else Bland (33%). Least: Bland "
                "(33%). Without a rank: Cland (no people sent) and Dland (no money spent).");
}

TEST(BurdenDocument, says_that_it_depends_where_nobody_carries_most_under_most_weightings) {
    auto result = small_burden_result();
    auto& members = result.groups[0].fair_share.members;
    members[0] = fair_member(1, 0.4, 0, 1);
    members[1] = fair_member(2, 0.3, 0, 2);
    expect_says(unbroken(result), "Who carries most depends on what counts: Aland under 40% of 3 weightings");
}

TEST(BurdenDocument, says_why_nobody_can_be_ranked) {
    auto result = small_burden_result();
    result.groups[0].fair_share = {};
    result.groups[0].fair_share.why_not = "one measure only is known";
    const auto text = unbroken(result);
    expect_says(text, "Who carries most cannot be said: one measure only is known.");
    expect_says(text, "No ranks: one measure only is known.");
}

TEST(BurdenDocument, says_of_what_year_a_number_is_that_is_of_another) {
    const auto text = unbroken(small_burden_result());
    expect_says(text, "3.10 ’15 ▲");  // Cland, in a column of 2017
    expect_says(text, "sent 2016");   // a column all of whose numbers are of 2016
}

TEST(BurdenDocument, marks_the_ends_of_a_column_without_colour) {
    const auto text = unbroken(small_burden_result());
    expect_says(text, "0.90 ▼");
    expect_says(text, "12.0 ▲");
}

TEST(BurdenDocument, says_what_is_not_known_of_whom_and_why) {
    expect_says(unbroken(small_burden_result()),
                "— not known: money spent of Dland (missing in source); people sent of Cland (no row).");
}

TEST(BurdenDocument, names_the_members_whose_obligations_are_uneven) {
    expect_says(unbroken(small_burden_result()),
                "Aland is obliged to defend 1 member and is to be defended by 3 members.");
}

TEST(BurdenDocument, says_that_nobody_has_promised_to_defend_anybody) {
    auto result = small_burden_result();
    for (auto& member : result.groups[0].now.facts.members) {
        member.measures[2] = known(0, 2017);
        member.measures[3] = known(0, 2017);
    }
    expect_says(unbroken(result), "No member has promised to defend another.");
}

TEST(BurdenDocument, says_what_to_add_where_no_data_are_at_hand) {
    const auto text = unbroken(small_burden_result());
    expect_says(text, "add peacekeepers");
    expect_says(text, "invented 1.0");
}

TEST(BurdenDocument, says_of_several_groups_which_one_each_heading_is_about) {
    auto result = small_burden_result();
    result.groups.push_back(result.groups.front());
    result.groups.back().name = "The League";
    const auto text = unbroken(result);
    expect_says(text, "The Pact · Who carries what");
    expect_says(text, "The League · Leadership or exploitation");
}

TEST(BurdenDocument, breaks_no_line_of_a_large_table_at_a_width_of_100) {
    auto result = small_burden_result();
    auto& group = result.groups[0];
    for (int state = 5; state < 33; ++state) {
        group.members.push_back({state, "X" + std::to_string(state), "A rather long name " + std::to_string(state)});
        group.now.facts.members.push_back(
            facts_of(state, {known(1.1, 2017), known(1, 2016), known(3, 2017), known(3, 2017)}));
        group.fair_share.members.push_back(fair_member(state, 0, 0, state));
    }
    const auto text = render_text(burden_document(result), {.width = 100, .colour = false});
    std::size_t from = 0;
    while (from < text.size()) {
        const auto end = std::min(text.find('\n', from), text.size());
        EXPECT_LE(display_width(text.substr(from, end - from)), 100U) << text.substr(from, end - from);
        from = end + 1;
    }
}

TEST(BurdenTable, has_a_row_for_each_number_with_its_year_and_source) {
    const auto csv = render_csv(burden_table_document(small_burden_result()));
    expect_says(csv, "group,year,state,cow,name,measure,unit,value,of_year,stale,dataset,variable,missing\n");
    expect_says(csv, "The Pact,2017,C,3,Cland,money,% of GDP,3.1,2015,yes,invented 1.0,invented.first,\n");
    expect_says(csv, "The Pact,2017,D,4,Dland,money,% of GDP,,,,,,missing in source\n");
}

TEST(BurdenTheoryDocument, prints_every_measure_with_its_data_and_every_reading) {
    workbench::BurdenTheoryEntry entry;
    entry.theory = small_burden_theory();
    const auto text = render_text(burden_theory_document(entry), {.width = 1000, .colour = false});
    expect_says(text, "money spent (money, weight 1)");
    expect_says(text, "value: invented.first, else invented.second");
    expect_says(text, "the last known number stands in for 1 year at most, and says its year");
    expect_says(text, "obliged to defend (owes, in no fair share)");
    expect_says(text, "leader-share: leadership");
}

}  // namespace entente::reports
