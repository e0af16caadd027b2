#include "assessment/comparability.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "assessment/compared.hpp"

namespace entente::assessment {
namespace {

using testing::add_coder;
using testing::Compared;
using testing::factor_with;

// The texts of one kind.
std::vector<std::string> said(const Compared& compared, CaveatKind kind) {
    std::vector<std::string> texts;
    for (const auto& caveat : compare(compared.cases()).caveats) {
        if (caveat.kind == kind) texts.push_back(caveat.text);
    }
    return texts;
}

Compared two_alike() {
    Compared compared;
    for (const auto* name : {"north", "south"}) {
        auto& assessment = compared.add(name, 0.5, 0.2);
        add_coder(assessment, "first", 0.5, 0.2);
        add_coder(assessment, "second", 0.5, 0.2);
    }
    return compared;
}

TEST(Comparability, nothing_is_said_of_cases_that_differ_in_nothing) {
    EXPECT_TRUE(compare(two_alike().cases()).caveats.empty());
}

TEST(Comparability, other_protocols_are_other_rules) {
    auto compared = two_alike();
    compared.protocol(1).id = "ledger-v2";
    ASSERT_EQ(said(compared, CaveatKind::Protocol).size(), 1U);
    EXPECT_NE(said(compared, CaveatKind::Protocol)[0].find("north ledger-v1, south ledger-v2"), std::string::npos);
}

TEST(Comparability, protocols_of_one_name_and_other_bytes_are_other_rules_too) {
    auto compared = two_alike();
    compared.protocol(1).sha256 = "other";
    ASSERT_EQ(said(compared, CaveatKind::Protocol).size(), 1U);
    EXPECT_NE(said(compared, CaveatKind::Protocol)[0].find("'ledger-v1', and differ"), std::string::npos);
}

TEST(Comparability, other_cutoffs_are_named) {
    auto compared = two_alike();
    compared.content(1).cutoff = make_day(2011, 6, 30);
    ASSERT_EQ(said(compared, CaveatKind::CutOff).size(), 1U);
    EXPECT_NE(said(compared, CaveatKind::CutOff)[0].find("north 2012-12-31, south 2011-06-30"), std::string::npos);
}

TEST(Comparability, periods_of_other_length_are_named) {
    auto compared = two_alike();
    compared.content(1).periods[1].end = make_day(2009, 12, 31);
    const auto texts = said(compared, CaveatKind::Periods);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_NE(texts[0].find("north 6.0 years against 6.0, south 3.0 years against 6.0"), std::string::npos);
}

TEST(Comparability, periods_that_do_not_overlap_are_other_times) {
    auto compared = two_alike();
    compared.content(1).periods[1].begin = make_day(2013, 1, 1);
    compared.content(1).periods[1].end = make_day(2018, 12, 31);
    const auto texts = said(compared, CaveatKind::Periods);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_NE(texts[0].find("north and south do not overlap"), std::string::npos);
}

TEST(Comparability, a_case_with_one_coder_is_named) {
    Compared compared;
    compared.add("north", 0.5, 0.2);
    auto& south = compared.add("south", 0.5, 0.2);
    add_coder(south, "first", 0.5, 0.2);
    add_coder(south, "second", 0.5, 0.2);
    const auto texts = said(compared, CaveatKind::Coders);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_TRUE(texts[0].starts_with("No second coder's verdict in north:"));
}

TEST(Comparability, coders_who_share_no_case_are_remarked_on) {
    auto compared = two_alike();
    compared.content(1).coders.front().id = "other";
    ASSERT_EQ(said(compared, CaveatKind::Coders).size(), 1U);
    EXPECT_TRUE(said(compared, CaveatKind::Coders)[0].starts_with("No coder, by name"));
}

TEST(Comparability, a_factor_without_items_is_not_called_unchanged) {
    Compared compared = two_alike();
    compared.add("east", 0.5, 0.2);
    auto cases = compared.cases();
    std::vector<Assessment> assessments;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        assessments.push_back(*cases[i].assessment);
        assessments.back().outcome.factors = {
            factor_with("will", i == 0 ? Finding::Unchanged : Finding::NotAssessed, 0.3, 0.3),
            factor_with("trade", Finding::NotAssessed, 0.2, 0.2)};
    }
    for (std::size_t i = 0; i < cases.size(); ++i) cases[i].assessment = &assessments[i];
    const auto caveats = compare(cases).caveats;
    const auto found = std::ranges::find(caveats, CaveatKind::Factors, &Caveat::kind);
    ASSERT_NE(found, caveats.end());
    EXPECT_EQ(found->text,
              "Assessed will in north only; trade in none. A factor without items is not assessed, not unchanged.");
}

TEST(Comparability, unequal_evidence_is_counted) {
    Compared compared;
    auto& north = compared.add("north", 0.5, 0.2);
    north.coverage.items = 12;
    north.coverage.clusters = 7;
    north.coverage.sources = 9;
    auto& south = compared.add("south", 0.5, 0.2);
    south.coverage.items = 1;
    south.coverage.clusters = 1;
    south.coverage.sources = 1;
    const auto texts = said(compared, CaveatKind::Evidence);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_NE(texts[0].find("north 12 items in 7 clusters from 9 sources, south 1 item in 1 cluster from 1 source"),
              std::string::npos);
}

// Press 3 of 4 against 1 of 4; official 1 of 4 against 2 of 4.
TEST(Comparability, the_source_class_that_differs_most_is_named) {
    Compared compared;
    compared.add("north", 0.5, 0.2).coverage.sources_by_class = {{"press", 3}, {"official", 1}};
    compared.add("south", 0.5, 0.2).coverage.sources_by_class = {{"press", 1}, {"official", 2}, {"poll", 1}};
    const auto texts = said(compared, CaveatKind::Sources);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_NE(texts[0].find("'press': north 75%, south 25%"), std::string::npos);
}

TEST(Comparability, lists_of_issues_that_differ_are_counted) {
    Compared compared;
    compared.add("north", 0.5, 0.2);
    compared.content(0).issues = {{"bases", "Bases", {}}, {"trade", "Trade", {}}};
    compared.add("south", 0.5, 0.2);
    compared.content(1).issues = {{"trade", "Trade", {}}};
    const auto texts = said(compared, CaveatKind::Issues);
    ASSERT_EQ(texts.size(), 1U);
    EXPECT_NE(texts[0].find("1 of 2 are issues of all"), std::string::npos);
}

}  // namespace
}  // namespace entente::assessment
