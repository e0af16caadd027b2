#include <gtest/gtest.h>

#include "reports/document.hpp"
#include "reports/documents.hpp"
#include "reports/threat_words.hpp"
#include "threat_results.hpp"

namespace entente::reports {
namespace {

std::string text_of(const workbench::ThreatResult& result, const ThreatView& view = {}) {
    return render_text(threat_document(result, view), {.width = 100, .colour = false});
}

}  // namespace

TEST(ThreatWords, show_three_digits_that_count) {
    EXPECT_EQ(value_words(0.2308), ".231");
    EXPECT_EQ(value_words(6.9936), "6.99");
    EXPECT_EQ(value_words(1), "1");
    EXPECT_EQ(value_words(348.2), "348");
    EXPECT_EQ(value_words(10902.7), "10,903");
}

TEST(ThreatWords, never_round_what_is_there_to_nothing) {
    EXPECT_EQ(value_words(0), "0");
    EXPECT_EQ(value_words(0.0001), "<.001");
}

TEST(ThreatWords, give_a_whole_share_to_what_is_first_under_all_weightings_only) {
    EXPECT_EQ(share_words(1), "100%");
    EXPECT_EQ(share_words(0.9997), ">99%");
    EXPECT_EQ(share_words(0.0006), "<1%");
    EXPECT_EQ(share_words(0), "0%");
}

TEST(ThreatDocument, says_under_how_many_weightings_the_first_is_first_and_who_else_is) {
    EXPECT_NE(text_of(small_threat_result()).find("Aland comes first as a threat to Sland in 1999 under the theory's"),
              std::string::npos);
    EXPECT_NE(text_of(small_threat_result()).find("67% of all 3"), std::string::npos);
    EXPECT_NE(text_of(small_threat_result()).find("Bland (33%)"), std::string::npos);
}

TEST(ThreatDocument, names_no_ally_as_the_threat_that_comes_first) {
    auto result = small_threat_result();
    result.theory.faces = {{evidence::ThreatValue::AggressiveIntentions, 0.2, std::nullopt}};
    auto& year = result.states[0].years[0];
    year.threats[0].status = threat::ThreatStatus::Ally;
    year.principal.erase(year.principal.begin());
    auto text = render_text(threat_document(result, {}), {.width = 1000, .colour = false});
    EXPECT_NE(text.find("Aland heads the ranking, but has pledged to defend Sland; Bland comes first as a threat to "
                        "Sland in 1999: 2nd under the theory's weights, 1–2 over all 3 weightings."),
              std::string::npos)
        << text;
    year.threats[0].status = threat::ThreatStatus::NoThreat;
    text = render_text(threat_document(result, {}), {.width = 1000, .colour = false});
    EXPECT_NE(text.find("Aland heads the ranking, but does not pass the theory's condition for a threat (aggressive "
                        "intentions of at least .2); Bland comes first"),
              std::string::npos)
        << text;
}

TEST(ThreatDocument, says_so_where_no_state_is_a_threat) {
    auto result = small_threat_result();
    result.theory.faces = {{evidence::ThreatValue::AggressiveIntentions, 0.2, std::nullopt}};
    auto& year = result.states[0].years[0];
    for (auto& threat : year.threats) threat.status = threat::ThreatStatus::NoThreat;
    year.principal.clear();
    auto text = render_text(threat_document(result, {}), {.width = 1000, .colour = false});
    EXPECT_NE(text.find("No state with a rank passes the theory's condition for a threat to Sland in 1999: aggressive "
                        "intentions of at least .2. Aland heads the ranking."),
              std::string::npos)
        << text;
    year.threats[0].status = threat::ThreatStatus::Ally;
    text = render_text(threat_document(result, {}), {.width = 1000, .colour = false});
    EXPECT_NE(text.find("No state with a rank and without a pledge to defend it passes the theory's condition"),
              std::string::npos)
        << text;
}

TEST(ThreatDocument, says_of_a_threat_asked_for_that_another_comes_first) {
    auto result = small_threat_result();
    result.asked_for = 1;
    auto& threats = result.states[0].years[0].threats;
    threats.erase(threats.begin());
    threats.erase(threats.begin() + 1);
    const auto text = render_text(threat_document(result, {}), {.width = 1000, .colour = false});
    EXPECT_NE(text.find("Bland ranks 2nd as a threat to Sland in 1999 under the theory's weights, 1–2 over all 3 "
                        "weightings; Aland comes first."),
              std::string::npos)
        << text;
}

TEST(ThreatDocument, has_force_posture_beside_the_components) {
    auto result = small_threat_result();
    EXPECT_EQ(text_of(result).find("troops"), std::string::npos);
    add_small_posture(result);
    const auto text = render_text(threat_document(result, {.all = true}), {.width = 1000, .colour = false});
    EXPECT_NE(text.find("B's troops in it"), std::string::npos) << text;
    EXPECT_NE(text.find("1,200"), std::string::npos) << text;
    EXPECT_NE(text.find("at home"), std::string::npos) << text;
    EXPECT_NE(
        text.find("B's troops near Sland, beside the components and in none: in Sland 30; in its neighbours 1,200: "
                  "Aland 1,200."),
        std::string::npos)
        << text;
}

// Without the sum it still says what is known, and why the rest is not.
TEST(ThreatDocument, says_of_which_neighbour_the_forces_are_not_known) {
    auto result = small_threat_result();
    add_small_posture(result);
    auto& forces = result.states[0].years[0].threats[1].posture[0].forces;
    forces.in_neighbours = forces.in_each[0] = Reading::missing(Reason::NoRow);
    const auto text = render_text(threat_document(result, {}), {.width = 1000, .colour = false});
    EXPECT_NE(text.find("in its neighbours not known in all (no row): Aland: no row."), std::string::npos) << text;
}

TEST(ThreatDocument, has_no_column_of_forces_of_which_nothing_is_known) {
    auto result = small_threat_result();
    add_small_posture(result);
    for (auto& threat : result.states[0].years[0].threats) {
        auto& forces = threat.posture[0].forces;
        forces.in_it = forces.in_state = forces.in_neighbours = Reading::missing(Reason::NoDataset);
        forces.in_each.assign(forces.in_each.size(), Reading::missing(Reason::NoDataset));
    }
    EXPECT_EQ(text_of(result).find("troops"), std::string::npos);
}

TEST(ThreatDocument, marks_each_state_as_what_it_is) {
    auto result = small_threat_result();
    result.states[0].years[0].threats[0].status = threat::ThreatStatus::CannotJudge;
    result.states[0].years[0].threats[1].status = threat::ThreatStatus::NoThreat;
    const auto text = text_of(result);
    EXPECT_NE(text.find("Aland  —"), std::string::npos) << text;
    EXPECT_NE(text.find("Bland  no threat"), std::string::npos) << text;
}

TEST(ThreatDocument, names_the_columns_of_a_history_after_what_they_hold) {
    auto result = small_threat_result();
    result.from = 1998;
    const auto all = text_of(result);
    EXPECT_NE(all.find("second"), std::string::npos) << all;
    EXPECT_EQ(all.find("asked for"), std::string::npos) << all;
    result.asked_for = 1;
    result.states[0].years[0].threats.erase(result.states[0].years[0].threats.begin());
    const auto asked = render_text(threat_document(result, {}), {.width = 1000, .colour = false});
    EXPECT_NE(asked.find("year  threat  ranks"), std::string::npos) << asked;  // “asked for” stands below
    EXPECT_EQ(asked.find("second"), std::string::npos) << asked;
    EXPECT_NE(asked.find("None of those asked for comes first"), std::string::npos) << asked;
}

TEST(ThreatDocument, shows_the_composite_of_a_history_on_request_only) {
    auto result = small_threat_result();
    result.from = 1998;
    EXPECT_EQ(text_of(result).find("1–2 · .750"), std::string::npos);
    EXPECT_NE(text_of(result, {.composite = true}).find("1–2 · .750"), std::string::npos);
}

TEST(ThreatDocument, says_so_if_a_state_is_first_under_every_weighting) {
    auto result = small_threat_result();
    auto& standing = result.states[0].years[0].threats[0].standing;
    standing.first_share = 1;
    standing.worst = 1;
    EXPECT_NE(text_of(result).find("first under every weighting of the components"), std::string::npos);
}

TEST(ThreatDocument, names_what_a_state_without_a_rank_lacks) {
    EXPECT_NE(text_of(small_threat_result())
                  .find("no rank, for want of ill intent (disputes started: "
                        "outside coverage): Cland"),
              std::string::npos);
}

TEST(ThreatDocument, says_that_nobody_can_be_ranked) {
    auto result = small_threat_result();
    auto& threats = result.states[0].years[0].threats;
    threats.erase(threats.begin(), threats.begin() + 2);
    result.states[0].years[0].ranked = 0;
    EXPECT_NE(text_of(result).find("Nobody can be ranked"), std::string::npos);
}

TEST(ThreatDocument, says_that_the_one_asked_for_has_no_rank_where_others_have) {
    auto result = small_threat_result();
    auto& threats = result.states[0].years[0].threats;
    threats.erase(threats.begin(), threats.begin() + 2);
    EXPECT_NE(text_of(result).find("Cland has no rank as a threat to Sland in 1999; 2 other states have one."),
              std::string::npos);
}

TEST(ThreatDocument, names_who_has_no_rank_and_must_not_go_unseen_with_the_first) {
    auto result = small_threat_result();
    result.states[0].unranked = {{{3, "C", "Cland"}, {{1999, 1999}}, "ill intent", "Cland is what it is."}};
    result.states[0].years[0].threats[2].other.number = 3;
    result.states[0].years[0].threats[2].standing.at_worst = 3;
    const auto text = text_of(result);
    EXPECT_NE(text.find("Without a rank: Cland"), std::string::npos);
    EXPECT_NE(text.find("Cland is what it is."), std::string::npos);
}

TEST(ThreatDocument, has_no_reign_of_a_state_whose_composite_is_0) {
    auto result = small_threat_result();
    result.from = 1998;
    for (auto& threat : result.states[0].years[0].threats) {
        threat.standing.composite = Reading::of(0);
        threat.standing.rank = 1;
    }
    result.states[0].years[0].principal.clear();
    EXPECT_NE(text_of(result).find("Nobody comes first in any of these years."), std::string::npos);
}

TEST(ThreatDocument, shows_a_composite_on_request_only) {
    EXPECT_EQ(text_of(small_threat_result()).find("composite"), std::string::npos);
    const auto shown = text_of(small_threat_result(), {.composite = true});
    EXPECT_NE(shown.find("composite"), std::string::npos);
    EXPECT_NE(shown.find(".750"), std::string::npos);
}

TEST(ThreatDocument, gives_the_bounds_of_rules_that_cannot_be_judged) {
    auto result = small_threat_result();
    add_small_response(result);
    const auto text = text_of(result);
    EXPECT_NE(text.find("P(balance) .89, between .86 and .89"), std::string::npos);
    EXPECT_NE(text.find("regime-distance: no data set (at most 2)"), std::string::npos);
    EXPECT_NE(text.find("buck-passing: Waiting for another."), std::string::npos);
}

TEST(ThreatDocument, names_a_data_set_that_is_not_at_hand) {
    EXPECT_NE(text_of(small_threat_result()).find("add rivalries-tss"), std::string::npos);
}

TEST(ThreatTable, has_three_columns_of_each_force_posture_and_says_why_one_is_empty) {
    auto result = small_threat_result();
    add_small_posture(result);
    const auto csv = render_csv(threat_table_document(result, {}));
    EXPECT_NE(csv.find(",sent,sent-in-state,sent-in-neighbours,distance_km"), std::string::npos) << csv;
    EXPECT_NE(csv.find(",1200,,,"), std::string::npos) << csv;    // A
    EXPECT_NE(csv.find(",,30,1200,"), std::string::npos) << csv;  // B
    EXPECT_NE(csv.find("sent: no row"), std::string::npos) << csv;
    EXPECT_EQ(csv.find("sent: not applicable"), std::string::npos) << csv;
}

TEST(ThreatTable, has_full_digits_and_leaves_missing_cells_empty) {
    const auto csv = render_csv(threat_table_document(small_threat_result(), {}));
    EXPECT_NE(csv.find("S,1999,B,2,Bland,2,1,2,,0.333333333,threat,0.0625,1,"), std::string::npos) << csv;
    EXPECT_NE(csv.find("S,1999,C,3,Cland,,,,,,threat,0.01,,"), std::string::npos) << csv;
    EXPECT_EQ(csv.find("composite"), std::string::npos);
}

TEST(ThreatTable, keeps_a_row_for_a_year_that_is_left_out) {
    auto result = small_threat_result();
    result.left_out = {{{2, "S", "Sland"}, std::nullopt, {1996, 1997}, "not in the system of states"}};
    const auto csv = render_csv(threat_table_document(result, {}));
    EXPECT_NE(csv.find("S,1996,,"), std::string::npos) << csv;
    EXPECT_NE(csv.find("S,1997,,"), std::string::npos) << csv;
    EXPECT_NE(csv.find("not in the system of states"), std::string::npos) << csv;
}

}  // namespace entente::reports
