#include <gtest/gtest.h>

#include "evidence/small_case.hpp"

namespace entente::evidence {

TEST(CheckReferences, a_case_in_order_has_no_problem) {
    EXPECT_EQ(only_problem_of(small_case()), "0 problems");
}

TEST(CheckReferences, an_id_that_stands_twice_is_an_error_at_the_second_place) {
    Case which = small_case();
    which.items.push_back(item("trump-2017", "2017-02-11"));
    which.items.back().where = line(999);
    Problems problems;
    check_case(which, theories(), problems);
    ASSERT_EQ(problems.sorted().size(), 1U);
    EXPECT_EQ(problems.sorted()[0].what, "the item 'trump-2017' stands here a second time");
    EXPECT_EQ(problems.sorted()[0].where, line(999));
}

template <typename Things>
void repeat(Things& things) {
    things.resize(2);
    for (auto& thing : things) thing.id = "twice";
}

TEST(CheckReferences, ids_are_unique_within_every_kind_but_not_between_kinds) {
    Case which = small_case();
    which.claims = {claim("territory"), claim("other")};  // as the issue is called
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which.claims[1].id = "territory";
    which.issues.push_back({"territory", "Territory", {}});
    which.periods.push_back(which.periods[0]);
    which.sources.push_back(which.sources[0]);
    which.actors = {{"okinawa", "Okinawa", "", {}}, {"okinawa", "Okinawa", "", {}}};
    which.figures = {figure("pew", 24), figure("pew", 24)};
    repeat(which.meetings);
    repeat(which.corrections);
    for (Correction& correction : which.corrections) correction.corrects.key = "white-house";
    repeat(which.series);
    repeat(which.derived);
    repeat(which.alliance.treaties);
    repeat(which.scenarios);
    for (Scenario& scenario : which.scenarios) scenario.theory = "walt-1997";
    EXPECT_EQ(said_about(which).size(), 12U) << only_problem_of(which);
}

TEST(CheckReferences, an_item_names_issues_periods_figures_and_sources_that_exist) {
    Case which = small_case();
    which.items[1].issues = {"teritory"};
    EXPECT_ONLY_PROBLEM(
        which, "error: the item names the unknown issue 'teritory'; did you mean 'territory'?; add an [[issue]]");
    which = small_case();
    which.items[1].periods = {"trump", "biden"};
    EXPECT_ONLY_PROBLEM(which, "error: the item names the unknown period 'biden'; add a [[period]]");
    which = small_case();
    which.items[1].figures = {"pew"};
    EXPECT_ONLY_PROBLEM(which, "error: the item names the unknown figure 'pew'");
    which = small_case();
    which.items[1].sources.push_back({"whitehouse", "", {}});
    EXPECT_ONLY_PROBLEM(which, "error: the item names the unknown source 'whitehouse'; did you mean 'white-house'?");
}

TEST(CheckReferences, the_case_names_periods_and_a_theory_that_exist) {
    Case which = small_case();
    which.focal = "trmp";
    EXPECT_ONLY_PROBLEM(which, "error: the case's focal period names the unknown period 'trmp'; did you mean 'trump'?");
    which = small_case();
    which.periods[0].baseline = "bush";
    EXPECT_ONLY_PROBLEM(which, "error: the period's baseline names the unknown period 'bush'");
    which = small_case();
    which.theory = "walt-1987";
    EXPECT_ONLY_PROBLEM(which,
                        "error: the case names the unknown theory 'walt-1987'; did you mean 'walt-1997'?; known");
}

TEST(CheckReferences, a_claim_is_no_evidence) {
    Case which = small_case();
    which.claims = {claim("thesis-slight-weakening")};
    which.items[1].sources.push_back({"thesis-slight-weakening", "", {}});
    EXPECT_EQ(only_problem_of(which),
              "error: the item uses the claim 'thesis-slight-weakening' as evidence; a claim is what somebody "
              "concluded; evidence has to be an item: what happened, was said or was measured");
    which = small_case();
    which.claims = {claim("thesis-slight-weakening")};
    which.coders[0].codings.push_back(coding("thesis-slight-weakening", "obama-2014"));
    EXPECT_ONLY_PROBLEM(which, "error: the coding uses the claim 'thesis-slight-weakening' as evidence");
    which.coders[0].codings[1] = coding("trump-2017", "thesis-slight-weakening");
    which.coders[0].codings.erase(which.coders[0].codings.begin());
    EXPECT_ONLY_PROBLEM(which, "error: the coding's comparator uses the claim 'thesis-slight-weakening' as evidence");
}

TEST(CheckReferences, a_claim_names_rivals_items_and_factors_that_exist) {
    Case which = small_case();
    which.claims = {claim("a")};
    which.claims[0].rivals = {"b"};
    EXPECT_ONLY_PROBLEM(which, "error: the claim's rivals names the unknown claim 'b'");
    which.claims[0].rivals.clear();
    which.claims[0].supported_by = {"trump-2071"};
    EXPECT_ONLY_PROBLEM(which, "error: the claim names the unknown item 'trump-2071'; did you mean 'trump-2017'?");
    which.claims[0].supported_by.clear();
    which.claims[0].factors = {"credibility"};
    EXPECT_ONLY_PROBLEM(which, "error: the claim names factors of no theory");
    which.claims[0].theory = "walt-1997";
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which.claims[0].factors = {"fear"};
    EXPECT_ONLY_PROBLEM(which, "error: the claim names the factor 'fear', which walt-1997 does not have");
}

TEST(CheckReferences, a_meeting_names_items_and_a_correction_that_exist) {
    Case which = small_case();
    which.meetings.resize(1);
    which.meetings[0].items = {"none"};
    EXPECT_ONLY_PROBLEM(which, "error: the meeting names the unknown item 'none'");
    which.meetings[0].items.clear();
    which.meetings[0].correction = "x06";
    EXPECT_ONLY_PROBLEM(which, "error: the meeting names the unknown correction 'x06'");
    which.meetings[0].correction.clear();
    which.meetings[0].promises = {{"Raise the abductees.", PromiseState::Kept, "none", {}}};
    EXPECT_ONLY_PROBLEM(which, "error: the promise names the unknown item 'none'");
}

TEST(CheckReferences, a_derived_number_may_rest_on_figures_items_meetings_and_periods) {
    Case which = small_case();
    which.figures = {figure("pew", 24)};
    which.meetings.resize(1);
    which.meetings[0].id = "trump-tower";
    which.derived.resize(1);
    for (const char* id : {"pew", "trump-2017", "trump-tower", "obama"}) {
        which.derived[0].inputs.push_back({id, std::nullopt, std::nullopt, {}});
    }
    which.derived[0].inputs.push_back({"", 100.0, std::nullopt, {}});
    EXPECT_EQ(only_problem_of(which), "0 problems");
    which.derived[0].inputs[0].reference = "pews";
    EXPECT_ONLY_PROBLEM(which, "error: the derived number names the unknown figure 'pews'; did you mean 'pew'?");
}

TEST(CheckReferences, corrections_and_scenarios_name_what_exists) {
    Case which = small_case();
    which.corrections.resize(1);
    which.corrections[0].corrects.key = "thesis";
    EXPECT_ONLY_PROBLEM(which, "error: the correction names the unknown source 'thesis'");
    which = small_case();
    which.scenarios.resize(1);
    which.scenarios[0].theory = "walt-1997";
    which.scenarios[0].effects.resize(1);
    which.scenarios[0].effects[0].factor = "sociaty";
    EXPECT_ONLY_PROBLEM(which,
                        "error: the scenario's effect names the factor 'sociaty', which walt-1997 does not "
                        "have; did you mean 'society'?; factors of walt-1997: credibility, reputation, society");
}

TEST(CheckReferences, a_big_case_full_of_broken_references_is_reported_in_full) {
    Case which = small_case();
    which.items.clear();
    which.coders[0].codings.clear();
    which.coders[0].read.clear();
    for (int number = 0; number < 20'000; ++number) {
        which.items.push_back(item("item-" + std::to_string(number), "2017-02-10"));
        which.items.back().issues = {"missing-" + std::to_string(number)};
        which.coders[0].read.push_back("item-" + std::to_string(number));
    }
    EXPECT_EQ(said_about(which).size(), 20'000U);
}

TEST(CheckReferences, what_errors_in_a_file_lost_is_not_reported_as_unknown) {
    Case which = small_case();
    which.items.pop_back();
    which.sources.clear();
    which.lost_in.emplace(CasePart::Items, line(201));
    which.lost_in.emplace(CasePart::Sources, line(101));
    EXPECT_EQ(said_about(which),
              (std::vector<std::string>{
                  "warning: references to sources were not checked, since this file has errors; mend them and check "
                  "again",
                  "warning: references to items were not checked, since this file has errors; mend them and check "
                  "again"}));
    Problems problems;
    check_case(which, theories(), problems);
    EXPECT_EQ(problems.sorted()[0].where, line(101));
}

TEST(CheckReferences, an_unknown_id_of_another_kind_is_still_an_error) {
    Case which = small_case();
    which.lost_in.emplace(CasePart::Items, line(201));
    which.items[1].issues = {"trade"};
    EXPECT_ONLY_PROBLEM(which, "error: the item names the unknown issue 'trade'");
}

TEST(CheckReferences, periods_and_issues_are_lost_with_case_toml) {
    Case which = small_case();
    which.periods.clear();
    which.issues.clear();
    which.lost_in.emplace(CasePart::CaseFile, line(3));
    EXPECT_EQ(said_about(which).size(), 2U) << only_problem_of(which);
    EXPECT_ONLY_PROBLEM(small_case(), "0 problems");
}

TEST(CheckReferences, a_theory_whose_file_has_errors_makes_one_warning) {
    Problems whole;
    Problems nameless;
    std::vector<Theory> broken = theories();
    broken[0].factors.clear();
    broken[0].lost_at = line(9);
    check_case(small_case(), broken, whole);
    ASSERT_EQ(whole.sorted().size(), 1U);
    EXPECT_EQ(to_line(whole.sorted()[0]),
              "case:9:1: warning: references to factors were not checked, since this file has errors; mend them and "
              "check again");
    broken[0].id.clear();
    check_case(small_case(), broken, nameless);
    ASSERT_EQ(nameless.sorted().size(), 1U);
    EXPECT_EQ(nameless.sorted()[0].what, "references to theories were not checked, since this file has errors");
}

TEST(CheckReferences, a_definition_break_names_a_source_that_exists) {
    Case which = small_case();
    Series series;
    series.id = "forces";
    series.where = line(77);
    series.breaks = {{*parse_date("2008"), "reservists are counted too", {"no-such-source", "", line(78)}, line(78)}};
    which.series = {series};
    Problems problems;
    check_case(which, theories(), problems);
    const auto sorted = problems.sorted();
    ASSERT_EQ(sorted.size(), 1U);
    EXPECT_NE(sorted[0].what.find("'no-such-source'"), std::string::npos) << sorted[0].what;
    EXPECT_EQ(sorted[0].where, line(78));
}

TEST(CheckReferences, a_series_names_an_indicator_of_a_theory_at_hand) {
    Case which = small_case();
    Series series;
    series.id = "forces";
    series.where = line(77);
    which.series = {series};
    auto known = theories();
    Indicator indicator;
    indicator.id = "forces-with-ally";
    known[0].indicators = {indicator};
    const auto said = [&](const std::string& named) {
        which.series[0].indicator = named;
        Problems problems;
        check_case(which, known, problems);
        const auto sorted = problems.sorted();
        return sorted.empty() ? std::string() : sorted[0].what + "; " + sorted[0].advice;
    };
    EXPECT_EQ(said("walt-1997/forces-with-ally"), "");
    EXPECT_EQ(said("walt-1997/forces-with-aly"),
              "the series names the indicator 'forces-with-aly', which walt-1997 does not have; did you mean "
              "'forces-with-ally'?; its indicators: forces-with-ally");
    EXPECT_EQ(said("forces-with-ally"),
              "the series names the indicator 'forces-with-ally' without its theory; write theory/indicator");
}

}  // namespace entente::evidence
