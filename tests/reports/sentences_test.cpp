#include "reports/sentences.hpp"

#include <gtest/gtest.h>

#include "reports/results.hpp"

namespace entente::reports {
namespace {

using assessment::Finding;
using assessment::Size;
using assessment::VerdictDirection;

workbench::AssessResult with_verdict(VerdictDirection direction, Size size, std::vector<std::string> factors = {}) {
    auto result = testing::empty_result();
    auto& verdict = result.assessment.outcome.verdict;
    verdict.direction = direction;
    verdict.size = size;
    verdict.probability = {0.78, 0.14, 0.08};
    verdict.without_evidence = {0.38, 0.24, 0.38};
    verdict.factors = std::move(factors);
    return result;
}

TEST(VerdictSentence, says_size_direction_share_and_factors) {
    const auto result = with_verdict(VerdictDirection::Weakened, Size::Slightly, {"credibility", "society"});
    EXPECT_EQ(verdict_sentence(result), "slightly weakened (.78; without evidence .38): credibility, society");
}

TEST(VerdictSentence, takes_the_share_of_its_own_direction) {
    EXPECT_EQ(verdict_sentence(with_verdict(VerdictDirection::Strengthened, Size::Moderately)),
              "moderately strengthened (.08; without evidence .38)");
    EXPECT_EQ(verdict_sentence(with_verdict(VerdictDirection::Unchanged, Size::None)),
              "unchanged (.14; weaker .78, stronger .08; without evidence .24)");
}

TEST(VerdictSentence, every_size_has_its_word) {
    const auto begins = [](Size size) {
        const auto sentence = verdict_sentence(with_verdict(VerdictDirection::Weakened, size));
        return sentence.substr(0, sentence.find(" ("));
    };
    EXPECT_EQ(begins(Size::Leaning), "leaning weakened");
    EXPECT_EQ(begins(Size::Slightly), "slightly weakened");
    EXPECT_EQ(begins(Size::Moderately), "moderately weakened");
    EXPECT_EQ(begins(Size::Clearly), "clearly weakened");
}

TEST(VerdictSentence, names_the_factors_of_the_other_side_after_against) {
    auto result = with_verdict(VerdictDirection::Weakened, Size::Slightly, {"credibility"});
    result.assessment.outcome.verdict.against = {"solidarity"};
    EXPECT_TRUE(verdict_sentence(result).ends_with(": credibility; against: solidarity"));
}

TEST(VerdictSentence, says_how_often_random_codings_are_as_extreme) {
    auto result = with_verdict(VerdictDirection::Weakened, Size::Slightly);
    auto& share = result.assessment.outcome.verdict.as_extreme;
    share = 0.5;
    EXPECT_NE(verdict_sentence(result).find("; as extreme in 50% of random codings)"), std::string::npos);
    share = 0.004;
    EXPECT_NE(verdict_sentence(result).find("; as extreme in under 1% of random codings)"), std::string::npos);
    share = 0;
    EXPECT_NE(verdict_sentence(result).find("; as extreme in 0% of random codings)"), std::string::npos);
}

TEST(VerdictSentence, a_mixed_verdict_gives_both_shares_and_what_mixes_it) {
    auto result = with_verdict(VerdictDirection::Mixed, Size::None);
    assessment::FactorResult weaker;
    weaker.name = "trade values";
    weaker.finding = Finding::Weakened;
    assessment::FactorResult stronger;
    stronger.name = "threat perceptions";
    stronger.finding = Finding::Strengthened;
    result.assessment.outcome.factors = {stronger, weaker};
    EXPECT_EQ(verdict_sentence(result),
              "mixed (weaker .78, stronger .08; without evidence .38 each): weakened trade values; strengthened threat "
              "perceptions");
}

TEST(VerdictSentence, nothing_coded_is_not_unchanged) {
    EXPECT_EQ(verdict_sentence(with_verdict(VerdictDirection::NotAssessed, Size::None)),
              "not assessed: no coded item of this period against this baseline");
}

TEST(OutlookSentence, says_why_there_is_none) {
    auto result = testing::empty_result();
    EXPECT_EQ(outlook_sentence(result),
              "not assessed: no treaty of the case is in force on the last day of the period");
    result.treaty = "pact";
    EXPECT_EQ(outlook_sentence(result), "not assessed: too few alliances of that age to give a base rate");
}

TEST(OutlookSentence, gives_the_risk_its_interval_its_word_and_its_base) {
    auto result = testing::empty_result();
    result.treaty = "pact";
    outlook::HorizonRisk horizon;
    horizon.years = 5;
    horizon.violation = {0.019, 0.005, 0.042};
    horizon.any_end = {0.045, 0.02, 0.078};
    horizon.word = "almost no chance";
    result.outlook.horizons = {horizon};
    result.outlook.base_rate.name = "alliances of 40 years and more";
    result.outlook.base_rate.violated = 3;
    result.outlook.base_rate.ended = 8;
    result.outlook.base_rate.alliance_years = 933;
    EXPECT_EQ(
        outlook_sentence(result),
        "5-year risk of ending by violation 1.9% (0.5–4.2), almost no chance; of any end 4.5% (2.0–7.8), almost no "
        "chance · base rate only, not informed by this case (alliances of 40 years and more: 3 violated and 8 ended "
        "in 933 alliance-years)");
}

TEST(OutlookStanding, lists_what_holds_and_what_wears_the_heaviest_first) {
    auto result = testing::empty_result();
    const auto factor = [](const char* name, double standing) {
        assessment::FactorResult made;
        made.name = name;
        made.finding = Finding::Unchanged;
        made.standing_decibels = standing;
        return made;
    };
    result.assessment.outcome.factors = {factor("a", 2), factor("b", 5), factor("c", -3), factor("d", 0)};
    EXPECT_EQ(outlook_standing(result), "holds: b +5.0, a +2.0 · wears: c \u22123.0");
}

TEST(IssueSentence, says_what_broke_it_and_how_many_items_say_so) {
    evidence::Case which;
    which.issues = {{"trade", "Trade", {}}};
    EXPECT_EQ(issue_in_words(which, {"trade", evidence::Continuity::Reversed, {"tpp", "tariffs"}, 0, 0, {}}),
              "Trade BROKEN (2 of 2: tpp)");
    EXPECT_EQ(issue_in_words(which, {"trade", evidence::Continuity::New, {"tpp"}, 0, 0, {}}),
              "Trade new (1 of 1: tpp)");
    EXPECT_EQ(issue_in_words(which, {"trade", evidence::Continuity::Continued, {"tpp"}, 0, 0, {}}), "Trade continued");
}

TEST(TreatySentence, gives_the_year_of_signature_else_of_entry_into_force) {
    auto result = testing::empty_result();
    EXPECT_EQ(treaty_in_words(result), "");
    auto open = *result.open;
    evidence::Treaty treaty;
    treaty.id = "pact";
    treaty.in_force = make_day(1961, 1, 2);
    open.content.alliance.treaties = {treaty};
    result.treaty = "pact";
    result.open = std::make_shared<const workbench::OpenCase>(open);
    EXPECT_EQ(treaty_in_words(result), " (treaty of 1961)");
    open.content.alliance.treaties[0].signed_on = make_day(1960, 12, 30);
    result.open = std::make_shared<const workbench::OpenCase>(open);
    EXPECT_EQ(treaty_in_words(result), " (treaty of 1960)");
}

TEST(ReferenceSentence, leaves_out_what_the_bibliography_does_not_have) {
    evidence::Source source;
    source.key = "asahi";
    source.title = "Title";
    source.publisher = "Asahi Shimbun";
    EXPECT_EQ(source_in_words(source, "p. 1"), "asahi: Asahi Shimbun, “Title”, p. 1");
    source.author = "Doe, Jane";
    source.published = parse_date("2016-11");
    source.url = "https://example.org";
    EXPECT_EQ(reference_in_words(source, ""), "Doe, Jane, “Title”, Asahi Shimbun, 2016-11, https://example.org");
}

TEST(SensitivitySentences, have_nothing_to_vary_where_nothing_was_assessed) {
    EXPECT_EQ(sensitivity_sentences(with_verdict(VerdictDirection::NotAssessed, Size::None)),
              std::vector<std::string>{"nothing to vary"});
}

TEST(SensitivitySentences, count_agreeing_settings_and_name_the_reruns_that_differ) {
    auto result = with_verdict(VerdictDirection::Weakened, Size::Slightly);
    auto& sensitivity = result.assessment.sensitivity;
    assessment::MultiverseSetting agreeing;
    agreeing.direction = VerdictDirection::Weakened;
    assessment::MultiverseSetting other;
    other.direction = VerdictDirection::Unchanged;
    sensitivity.multiverse = {agreeing, agreeing, other};
    assessment::Rerun official{"only official", VerdictDirection::Unchanged, Size::None, {}, 3, true};
    assessment::Rerun press{"without press", VerdictDirection::NotAssessed, Size::None, {}, 0, true};
    assessment::Rerun poll{"without poll", VerdictDirection::Weakened, Size::Slightly, {}, 9, false};
    sensitivity.source_class = {official, press, poll};
    sensitivity.kinds = {poll, poll};
    sensitivity.placebos = {{"no items", "not assessed", "weakened", false}};
    EXPECT_EQ(sensitivity_sentences(result),
              (std::vector<std::string>{
                  "2 of 3 settings agree (1 unchanged, none strengthened, none mixed) · no new evidence to recode",
                  "by source class: 1 of 3 reruns agree; only official → unchanged, without press → not assessed",
                  "by kind: all 2 reruns agree",
                  "placebos that do NOT hold: no items: expected not assessed, got weakened"}));
}

TEST(AgreementSentence, says_where_a_coefficient_is_undefined) {
    workbench::FieldAgreement field;
    field.field = "novelty";
    field.observed = 0.75;
    field.alpha.value = 0.533;
    field.alpha.low = -0.1;
    field.alpha.high = 0.9;
    field.alpha.units = 4;
    EXPECT_EQ(agreement_in_words(field), "novelty: α 0.53 (\u22120.10…0.90), κ undefined, equal 75% of 4 units");
}

}  // namespace
}  // namespace entente::reports
