#include <gtest/gtest.h>

#include <algorithm>

#include <nlohmann/json.hpp>

#include "reports/compare_words.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"
#include "reports/results.hpp"

namespace entente::reports {
namespace {

using assessment::OrderAnswer;
using nlohmann::json;
using workbench::CompareResult;

// Two cases with so much weakened and strengthened in their verdicts, and an order with this answer.
CompareResult compared(double north, double south, OrderAnswer answer) {
    CompareResult result;
    result.names = {"north", "south"};
    for (const double weakened : {north, south}) {
        auto one = testing::empty_result();
        auto& verdict = one.assessment.outcome.verdict;
        verdict.direction = assessment::VerdictDirection::Weakened;
        verdict.size = assessment::Size::Slightly;
        verdict.probability = {weakened, 0.9 - weakened, 0.1};
        result.cases.push_back(one);
        result.comparison.tilts.emplace_back(weakened - 0.1);
        result.comparison.evidence.emplace_back();
    }
    assessment::CaseOrder order;
    order.further = 0;
    order.other = 1;
    order.apart = north - south;
    order.between_coders = 0.4;
    order.between_coders_of = 1;
    order.answer = answer;
    assessment::OrderTest coders;
    coders.kept = 3;
    coders.reversed = answer == OrderAnswer::CodingNoise ? 1 : 0;
    assessment::OrderTest settings;
    settings.kind = assessment::OrderTestKind::Settings;
    settings.kept = 200;
    settings.reversed = answer == OrderAnswer::Holds ? 0 : 184;
    order.tests = {coders, settings};
    result.comparison.orders = {order};
    return result;
}

std::string order_of(const CompareResult& result) {
    return answer_sentences(result).at(1);
}

bool says(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

TEST(CompareWords, tilts_have_their_sign_and_nothing_has_none) {
    EXPECT_EQ(tilt_words(0.574), "+.57");
    EXPECT_EQ(tilt_words(-0.2), "−.20");
    EXPECT_EQ(tilt_words(-0.001), ".00");
}

TEST(CompareWords, verdicts_of_one_direction_are_said_together) {
    EXPECT_EQ(answer_sentences(compared(0.7, 0.5, OrderAnswer::Holds)).front(),
              "Both are found weakened: north slightly (.70) and south slightly (.50).");
}

TEST(CompareWords, verdicts_of_several_directions_are_said_one_by_one) {
    auto result = compared(0.7, 0.5, OrderAnswer::Holds);
    result.cases[1].assessment.outcome.verdict.direction = assessment::VerdictDirection::NotAssessed;
    EXPECT_EQ(answer_sentences(result).front(), "north: slightly weakened (.70); south: not assessed.");
}

TEST(CompareWords, noise_is_called_noise_with_what_it_is_measured_by) {
    const auto sentence = order_of(compared(0.7, 0.5, OrderAnswer::CodingNoise));
    EXPECT_TRUE(says(sentence, "north leans further to weakened than south (tilt +.60 against +.40)")) << sentence;
    EXPECT_TRUE(says(sentence, "no more than coding noise")) << sentence;
    EXPECT_TRUE(says(sentence, "two coders who read the same evidence of south differ by .40")) << sentence;
    EXPECT_TRUE(says(sentence, "3 of 4 pairs of coders and 200 of 384 settings of the protocol")) << sentence;
}

TEST(CompareWords, an_order_that_hangs_on_choices_says_on_which) {
    const auto sentence = order_of(compared(0.7, 0.5, OrderAnswer::DependsOnChoices));
    EXPECT_TRUE(says(sentence, "more than coding noise")) << sentence;
    EXPECT_TRUE(says(sentence, "hangs on choices: the order holds in 200 of 384 settings")) << sentence;
    EXPECT_FALSE(says(sentence, "3 of 3")) << sentence;  // what holds is not among the choices
}

TEST(CompareWords, without_a_second_coder_noise_cannot_be_told) {
    auto result = compared(0.7, 0.5, OrderAnswer::OneCoder);
    result.comparison.orders[0].tests[0] = {};
    result.comparison.orders[0].tests[0].why_not = "south has no second coder's verdict";
    const auto sentence = order_of(result);
    EXPECT_TRUE(says(sentence, "cannot be told: south has no second coder's verdict")) << sentence;
}

TEST(CompareWords, sides_that_are_opposed_are_not_called_further) {
    auto result = compared(0.7, 0.5, OrderAnswer::Holds);
    result.comparison.tilts[1] = -0.3;
    EXPECT_TRUE(says(order_of(result), "north leans to weakened, south to strengthened (tilt +.60 against −.30)"));
    result.comparison.tilts[0] = -0.1;
    EXPECT_TRUE(says(order_of(result), "south leans further to strengthened than north (tilt −.30 against −.10)"));
}

// One factor that is assessed in both and one that is not, of two computed cases.
CompareResult computed() {
    static const testing::World north({"s1,C2,C,new,A,A1,1,doubts,official", "s2,E4,E,new,A,A1,1,pact,official"});
    static const testing::World south({"s2,E4,E,new,A,A1,1,pact,official"});
    CompareResult result;
    result.names = {"north", "south"};
    result.cases = {testing::result_of(north), testing::result_of(south)};
    std::vector<assessment::ComparedCase> cases;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& one = result.cases[i];
        cases.push_back({result.names[i], &one.open->content, &one.open->protocol, &one.assessment});
    }
    result.comparison = assessment::compare(cases);
    return result;
}

TEST(CompareJson, what_is_not_assessed_is_null_and_never_zero) {
    const auto factors = json::parse(compare_json(computed()))["factors"];
    const auto doubts = std::ranges::find_if(factors, [](const json& one) { return one["accord"] == "one-only"; });
    ASSERT_NE(doubts, factors.end());
    EXPECT_EQ((*doubts)["id"], testing::factor_id("C2"));
    EXPECT_TRUE((*doubts)["apart"].is_null());
    EXPECT_TRUE((*doubts)["cases"][1]["tilt"].is_null());
    EXPECT_TRUE((*doubts)["cases"][1]["probability"].is_null());
    EXPECT_TRUE((*doubts)["cases"][0]["tilt"].is_number());
}

TEST(CompareJson, names_what_a_page_needs_to_draw) {
    const auto object = json::parse(compare_json(computed()));
    EXPECT_EQ(object["cases"].size(), 2U);
    EXPECT_EQ(object["cases"][0]["name"], "north");
    EXPECT_EQ(object["orders"][0]["further"], 0);
    EXPECT_EQ(object["answer"].size(), 2U);
    EXPECT_EQ(object["orders"][0]["tests"].size(), 5U);
}

TEST(CompareDocument, says_first_that_change_is_compared_and_explains_a_tilt_before_it_shows_one) {
    const auto text = render_text(compare_document(computed()), {});
    const auto change = text.find("This compares how each alliance changed against its own past");
    const auto explained = text.find("Tilt: the probability");
    const auto shown = text.find("tilt +");
    ASSERT_NE(change, std::string::npos) << text;
    EXPECT_LT(change, explained) << text;
    EXPECT_LT(explained, shown) << text;
}

// Trade in both cases: broken with in the north, toward collapse by one item and toward endurance by two; bases in the
// north only.
CompareResult with_issues() {
    testing::World north({"pledge,C6,E,cont,W,A1,1,pledge,official", "exit,C6,C,new,A,A1,1,exit,official",
                          "pact,E4,E,new,A,A1,1,pact,official", "visit,E4,E,new,W,A1,1,visit,official",
                          "base,E4,C,new,A,A1,1,base,official"});
    testing::World south({"pledge,C6,E,cont,W,A1,1,pledge,official"});
    north.which.issues = {{"trade", "Trade", {}}, {"bases", "Bases", {}}};
    south.which.issues = {{"trade", "Trade", {}}};
    for (auto* world : {&north, &south}) {
        for (auto& item : world->which.items) item.issues = {"trade"};
    }
    north.item("base").issues = {"bases"};
    for (auto& coding : north.coder("first").codings) {
        if (coding.novelty == evidence::Novelty::New) coding.against = "pledge";
    }
    CompareResult result;
    result.names = {"north", "south"};
    result.cases = {testing::result_of(north), testing::result_of(south)};
    std::vector<assessment::ComparedCase> cases;
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& one = result.cases[i];
        cases.push_back({result.names[i], &one.open->content, &one.open->protocol, &one.assessment});
    }
    result.comparison = assessment::compare(cases);
    return result;
}

TEST(CompareDocument, a_break_says_toward_what) {
    const auto csv = render_csv(compare_document(with_issues()));
    EXPECT_TRUE(says(csv, "Trade,break with earlier practice ▼1 ▲2 (3 of 4: ")) << csv;
    EXPECT_FALSE(says(csv, "BROKEN")) << csv;
}

TEST(CompareDocument, an_issue_of_one_case_stands_in_that_cases_line) {
    const auto csv = render_csv(compare_document(with_issues()));
    EXPECT_TRUE(says(csv, "north only,Bases break ▼ (1 of 1)")) << csv;
    EXPECT_FALSE(says(csv, "not an issue of this case")) << csv;
}

TEST(CompareDocument, outlooks_that_are_equal_are_said_once) {
    auto result = computed();
    const auto same = render_text(compare_document(result), {});
    EXPECT_TRUE(says(same, "both: ")) << same;
    result.cases[1].treaty = "treaty";  // in force, but of too few alliances of its age
    const auto other = render_text(compare_document(result), {});
    EXPECT_FALSE(says(other, "both: ")) << other;
}

TEST(CompareDocument, no_cell_of_an_unassessed_factor_says_unchanged) {
    const auto text = render_text(compare_document(computed()), {});
    EXPECT_TRUE(says(text, "not assessed")) << text;
    const auto csv = render_csv(compare_document(computed()));
    EXPECT_TRUE(says(csv, testing::factor_id("C2") + ",south,not assessed,,,,,,")) << csv;
}

TEST(CompareDocument, demands_are_joined_by_what_they_are_about) {
    auto result = computed();
    evidence::Demand demand;
    demand.by.code = "USA";
    demand.date = single_day(make_day(2017, 5, 25));
    demand.measure = "spending-share";
    demand.text = "Spend 2 percent.";
    demand.answer = evidence::DemandAnswer::Refused;
    assessment::DemandRow row;
    row.measure = "spending-share";
    row.cases = {{true, {demand}}, {true, {}}};
    assessment::DemandRow silent = row;
    silent.measure = "hosting";
    silent.cases[1].records_demands = false;
    result.comparison.demands = {row, silent};
    const auto csv = render_csv(compare_document(result));
    EXPECT_TRUE(says(csv, "spending-share,south,none,,,,")) << csv;
    EXPECT_FALSE(says(csv, "hosting,south")) << csv;  // it records no demands: that there is none says nothing
    EXPECT_TRUE(says(csv, "spending-share,north,2017-05-25,USA,all other members,refused,Spend 2 percent.")) << csv;
}

}  // namespace
}  // namespace entente::reports
