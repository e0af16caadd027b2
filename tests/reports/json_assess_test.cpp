// Holds the JSON of `assess` to its contract: every key of docs/json.md, with its type.
#include <gtest/gtest.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "casefile/case_folder.hpp"
#include "reports/json.hpp"
#include "reports/results.hpp"

namespace entente::reports {
namespace {

using Json = nlohmann::json;

// `key:type key:type …` with the types s(tring), n(umber), i(nteger), b(oolean), a(rray), o(bject); `?`: or null.
std::string broken_contract(const Json& json, const std::string& contract) {
    std::istringstream words(contract);
    for (std::string word; words >> word;) {
        const auto colon = word.find(':');
        const auto key = word.substr(0, colon);
        if (!json.contains(key)) return "no key " + key;
        const auto& value = json.at(key);
        if (word.ends_with('?') && value.is_null()) continue;
        const char type = word[colon + 1];
        const bool fits = (type == 's' && value.is_string()) || (type == 'n' && value.is_number()) ||
                          (type == 'i' && value.is_number_integer()) || (type == 'b' && value.is_boolean()) ||
                          (type == 'a' && value.is_array()) || (type == 'o' && value.is_object());
        if (!fits) return key + " is " + value.dump().substr(0, 40);
    }
    return {};
}

#define EXPECT_CONTRACT(json, contract) EXPECT_EQ(broken_contract(json, contract), "")

constexpr const char* kPeriod = "id:s name:s begin:s end:s";
constexpr const char* kProbabilities = "weakened:n unchanged:n strengthened:n";

class AssessJson : public ::testing::Test {
protected:
    static Json of(const workbench::AssessResult& result) { return Json::parse(assess_json(result)); }
    static const Json& factor(const Json& json, std::string_view number) {
        for (const auto& each : json.at("factors")) {
            if (each.at("id") == testing::factor_id(number)) return each;
        }
        throw std::out_of_range("no such factor");
    }

    const Json json_ = of(testing::result_of(testing::three_items()));
};

TEST_F(AssessJson, says_what_it_was_made_from) {
    EXPECT_CONTRACT(json_, "case:o theory:o protocol:o cutoff:s seed:i version:s baseline:o focal:o");
    EXPECT_CONTRACT(json_.at("case"), "id:s title:s sha256:s");
    EXPECT_CONTRACT(json_.at("theory"), "id:s name:s sha256:s");
    EXPECT_CONTRACT(json_.at("protocol"), "id:s sha256:s");
    EXPECT_CONTRACT(json_.at("baseline"), kPeriod);
    EXPECT_CONTRACT(json_.at("focal"), kPeriod);
    EXPECT_EQ(json_.at("focal").at("begin"), "2016-11-09");
}

TEST_F(AssessJson, has_the_key_of_every_part) {
    EXPECT_CONTRACT(json_,
                    "issues:a factors:a verdict:o outlook:o sensitivity:o placebos:a coders:a coverage:o warnings:a");
}

TEST_F(AssessJson, a_factor_has_every_key_of_the_contract) {
    ASSERT_EQ(json_.at("factors").size(), 11U);
    for (const auto& each : json_.at("factors")) {
        EXPECT_CONTRACT(
            each,
            "id:s name:s ledger:s aspects:a finding:s posterior:o decibels:o magnitude:i standing_decibels:n "
            "items:i clusters:i weighs_most:s? evidence:a");
        EXPECT_CONTRACT(each.at("posterior"), kProbabilities);
        EXPECT_CONTRACT(each.at("decibels"), "weakened:n strengthened:n");
    }
}

TEST_F(AssessJson, an_item_of_evidence_has_every_key_of_the_contract) {
    const auto& evidence = factor(json_, "C6").at("evidence");
    ASSERT_EQ(evidence.size(), 1U);
    EXPECT_CONTRACT(
        evidence[0],
        "item:s coder:s? cluster:s direction:s novelty:s level:s grade:s specificity:n decibels:a sources:a");
    EXPECT_EQ(evidence[0].at("decibels").size(), 3U);
    EXPECT_EQ(evidence[0].at("item"), "s2");
    EXPECT_EQ(evidence[0].at("grade"), "B2");
    EXPECT_EQ(evidence[0].at("level"), "act");
    EXPECT_EQ(evidence[0].at("direction"), "collapse");
    EXPECT_EQ(evidence[0].at("novelty"), "new");
    EXPECT_EQ(evidence[0].at("specificity"), 0.5);
}

TEST_F(AssessJson, a_factor_without_items_is_not_assessed_and_weighs_nothing) {
    EXPECT_EQ(factor(json_, "E1").at("finding"), "not-assessed");
    EXPECT_TRUE(factor(json_, "E1").at("weighs_most").is_null());
    EXPECT_EQ(factor(json_, "E1").at("magnitude"), 0);
}

TEST_F(AssessJson, the_verdict_has_every_key_of_the_contract) {
    const auto& verdict = json_.at("verdict");
    EXPECT_CONTRACT(verdict,
                    "direction:s size:s probability:o without_evidence:o as_extreme:n? factors:a against:a sentence:s");
    EXPECT_CONTRACT(verdict.at("probability"), kProbabilities);
    const auto& p = verdict.at("probability");
    EXPECT_NEAR(p.at("weakened").get<double>() + p.at("unchanged").get<double>() + p.at("strengthened").get<double>(),
                1, 1e-8);
}

TEST_F(AssessJson, the_reruns_have_every_key_of_the_contract) {
    const auto& sensitivity = json_.at("sensitivity");
    EXPECT_CONTRACT(sensitivity,
                    "leave_one_cluster_out:a source_class:a leaning:a kinds:a coders:a multiverse:o recodings:o");
    ASSERT_EQ(sensitivity.at("leave_one_cluster_out").size(), 3U);
    for (const auto& rerun : sensitivity.at("leave_one_cluster_out")) {
        EXPECT_CONTRACT(rerun, "name:s direction:s size:s probability:o items:i changes_verdict:b");
    }
    EXPECT_CONTRACT(sensitivity.at("multiverse"), "settings:i share:o list:a");
    EXPECT_CONTRACT(sensitivity.at("multiverse").at("share"), "weakened:n unchanged:n strengthened:n mixed:n");
    EXPECT_CONTRACT(sensitivity.at("recodings"), "single:a pairs:a pairs_searched:b clusters:i");
    EXPECT_EQ(sensitivity.at("multiverse").at("list").size(), sensitivity.at("multiverse").at("settings"));
}

TEST_F(AssessJson, the_placebos_say_what_was_expected_and_what_came) {
    ASSERT_FALSE(json_.at("placebos").empty());
    for (const auto& placebo : json_.at("placebos")) EXPECT_CONTRACT(placebo, "name:s expected:s got:s holds:b");
}

TEST_F(AssessJson, coverage_lists_what_was_not_used) {
    EXPECT_CONTRACT(
        json_.at("coverage"),
        "issues:a factors:a meetings:a items:i clusters:i sources:i items_after_cutoff:i outside:a uncoded:a");
    EXPECT_EQ(json_.at("coverage").at("items"), 3);
    EXPECT_EQ(json_.at("coverage").at("factors").size(), 8U);  // eleven less three
}

TEST_F(AssessJson, no_outlook_is_null_with_a_reason) {
    EXPECT_TRUE(json_.at("outlook").at("horizon_years").is_null());
    EXPECT_CONTRACT(json_.at("outlook"), "reason:s");
}

TEST_F(AssessJson, an_outlook_has_every_key_of_the_contract) {
    auto result = testing::result_of(testing::three_items());
    result.treaty = "pact";
    Problems problems;
    const auto shipped = casefile::read_protocol(ENTENTE_SOURCE_DIR "/protocols/ledger-v1.toml", problems);
    result.outlook = outlook::base_rate_outlook(shipped.outlook, 58.5);
    const auto outlook = of(result).at("outlook");
    EXPECT_CONTRACT(outlook, "horizon_years:n violation:o any_end:o word:s sentence:s");
    EXPECT_CONTRACT(outlook.at("violation"), "p:n low:n high:n");
    EXPECT_CONTRACT(outlook.at("any_end"), "p:n low:n high:n");
}

TEST_F(AssessJson, an_issue_without_items_is_null_with_a_reason) {
    auto result = testing::result_of(testing::three_items());
    result.assessment.issues = {{"trade", std::nullopt, {}, 0, 0, {}},
                                {"defence", evidence::Continuity::New, {"s1"}, 0, 1, {}}};
    const auto issues = of(result).at("issues");
    EXPECT_TRUE(issues[0].at("continuity").is_null());
    EXPECT_CONTRACT(issues[0], "id:s reason:s items:a");
    EXPECT_EQ(issues[1].at("continuity"), "new");
    EXPECT_FALSE(issues[1].contains("reason"));
}

TEST_F(AssessJson, as_extreme_is_null_with_a_reason_where_nothing_is_new) {
    auto result = testing::result_of(testing::three_items());
    result.assessment.outcome.verdict.as_extreme.reset();
    const auto verdict = of(result).at("verdict");
    EXPECT_TRUE(verdict.at("as_extreme").is_null());
    EXPECT_CONTRACT(verdict, "as_extreme_reason:s");
}

TEST_F(AssessJson, numbers_have_nine_significant_digits) {
    auto result = testing::result_of(testing::three_items());
    result.assessment.outcome.verdict.probability.weakened = 1.0 / 3;
    EXPECT_NE(assess_json(result).find("\"weakened\": 0.333333333,"), std::string::npos);
    std::vector<const Json*> open{&json_};
    while (!open.empty()) {
        const auto& value = *open.back();
        open.pop_back();
        if (value.is_structured()) {
            for (const auto& part : value) open.push_back(&part);
        } else if (value.is_number_float()) {
            const auto number = value.get<double>();
            EXPECT_EQ(number, std::stod(fmt::format("{:.9g}", number)));
        }
    }
}

TEST_F(AssessJson, nothing_assessed_has_no_probability_and_is_not_unchanged) {
    auto world = testing::three_items();
    world.which.coders.clear();
    const auto verdict = of(testing::result_of(world)).at("verdict");
    EXPECT_EQ(verdict.at("direction"), "not-assessed");
    EXPECT_TRUE(verdict.at("probability").is_null());
    EXPECT_TRUE(verdict.at("without_evidence").is_null());
}

TEST_F(AssessJson, each_coder_has_a_verdict_of_their_own) {
    auto world = testing::three_items();
    world.add("s1,C2,E,new,W,A1,1,doubts,official", "second");
    const auto json = of(testing::result_of(world));
    ASSERT_EQ(json.at("coders").size(), 2U);
    EXPECT_CONTRACT(json.at("coders")[1],
                    "coder:s blind:b items:i read:i stands_alone:b direction:s size:s probability:o findings:o");
    EXPECT_TRUE(factor(json, "C2").at("evidence")[0].at("coder").is_null());  // pooled
}

}  // namespace
}  // namespace entente::reports
