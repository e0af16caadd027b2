#include <fmt/format.h>
#include <gtest/gtest.h>

#include "core/error.hpp"
#include "reports/documents.hpp"
#include "reports/results.hpp"

namespace entente::reports {
namespace {

std::string explained(const workbench::AssessResult& result, const std::string& factor) {
    return render_text(explain_document(result, factor), {200, false});
}

TEST(ExplainDocument, reaches_every_source_of_the_factor) {
    testing::World world({"s1,C2,C,new,W,A1,1,doubts,official", "s2,C2,C,new,A,B2,1,tariffs,press",
                          "s3,E4,E,cont,W,C3,1,ritual,expert"});
    world.item("s2").sources.push_back({"second-source", "p. 7", {}});
    evidence::Source second;
    second.key = "second-source";
    second.title = "A second report";
    second.published = parse_date("2017-06-02");
    world.which.sources.push_back(second);
    const auto result = testing::result_of(world);
    const auto text = explained(result, "credibility");
    for (const auto& factor : result.assessment.outcome.factors) {
        for (const auto& evidence : factor.evidence) {
            for (const auto& key : evidence.sources) {
                EXPECT_EQ(text.find(key + ':') != std::string::npos, factor.id == "credibility") << key;
            }
        }
    }
    EXPECT_NE(text.find("second-source: “A second report”, 2017-06-02, p. 7"), std::string::npos);
}

// `ledger-v1`: words bring 3 dB; A1 has r = .95 × .95 = .9025; L = 10^(.3), 1, 10^(−.3) = 1.995, 1, .501, of
// mean 1.165. r·L + (1 − r)·mean = 1.914, 1.016, .566, in decibels 2.82, .07, −2.47.
TEST(ExplainDocument, shows_decibels_before_and_after_the_grade) {
    const auto text = explained(testing::result_of(testing::three_items()), "credibility");
    EXPECT_NE(text.find("+3.0/0.0/−3.0  +2.8/+0.1/−2.5"), std::string::npos) << text;
}

TEST(ExplainDocument, says_that_a_factor_without_items_is_not_assessed) {
    const auto text = explained(testing::result_of(testing::three_items()), "solidarity");
    EXPECT_NE(text.find("not assessed: no coded item of this period bears on it"), std::string::npos);
}

TEST(ExplainDocument, an_unknown_factor_is_not_found_and_the_nearest_is_named) {
    try {
        static_cast<void>(explain_document(testing::result_of(testing::three_items()), "credibilty"));
        FAIL() << "nothing was thrown";
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::NotFound);
        EXPECT_EQ(std::string(error.what()), "there is no factor 'credibilty' to explain; did you mean 'credibility'?");
    }
}

TEST(ExplainDocument, the_verdict_shows_each_factor_as_a_draw_and_the_exact_sum) {
    const auto result = testing::result_of(testing::three_items());
    const auto text = explained(result, "verdict");
    const auto& net = result.assessment.outcome.verdict.probability;
    EXPECT_NE(text.find(fmt::format("P(net < 0) {:.4f}, P(net = 0) {:.4f}, P(net > 0) {:.4f}", net.weakened,
                                    net.unchanged, net.strengthened)),
              std::string::npos)
        << text;
    EXPECT_EQ(text.find("solidarity"), std::string::npos) << "factors without items are no draws";
}

TEST(ExplainDocument, the_sensitivity_lists_every_rerun_and_counts_every_setting) {
    const auto result = testing::result_of(testing::three_items());
    const auto text = explained(result, "sensitivity");
    for (const auto& rerun : result.assessment.sensitivity.leave_one_cluster_out) {
        EXPECT_NE(text.find(rerun.name), std::string::npos) << rerun.name;
    }
    for (const auto& placebo : result.assessment.sensitivity.placebos) {
        EXPECT_NE(text.find(placebo.name), std::string::npos) << placebo.name;
    }
    // ledger-v1: 4 priors × 3 correlations × 4 scales × 2 clusterings × 4 ritual weights.
    EXPECT_NE(text.find("384 settings"), std::string::npos);
}

// 3 violations in 933 alliance-years: rate ~ Gamma(3.5, 933), 5 years, ×2.54 → 4.7% (docs/outlook.md).
TEST(ExplainDocument, the_outlook_shows_its_base_rate_and_the_sweep) {
    auto result = testing::result_of(testing::three_items());
    auto open = std::make_shared<workbench::OpenCase>(*result.open);
    open->protocol.outlook = {.horizons_years = {5},
                              .minimum_at_risk = 50,
                              .interval = 0.95,
                              .base_rates = {{"forty years and more", 40, 55, 8, 3, 933}},
                              .hazard_ratios = {{"capability changed", 2.54}},
                              .citation = "ATOP 4.01"};
    result.open = open;
    result.treaty = "treaty";
    result.outlook = outlook::base_rate_outlook(result.open->protocol.outlook, 58.5);
    const auto text = explained(result, "outlook");
    EXPECT_NE(text.find("55 at risk, 8 ended, 3 of them violated, 933 alliance-years"), std::string::npos) << text;
    EXPECT_NE(text.find("4.7%"), std::string::npos) << text;
}

}  // namespace
}  // namespace entente::reports
