#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"
#include "core/sha256.hpp"

namespace entente::casefile {
namespace {

constexpr const char* kTheory = R"(id = "two"
name = "Two factors"
summary = "s"
citation = "c"
decision_rules = ["one rule"]
cautions = ["one caution"]

[[factor]]
id = "trust"
name = "trust"
ledger = "endurance"
definition = "d"
counts = ["a"]
mirrors = ["fear"]

[[factor.aspect]]
id = "will"
name = "will to help"

[[factor]]
id = "fear"
name = "fear"
ledger = "collapse"
definition = "d"
)";

std::string changed(const std::string& old, const std::string& with) {
    std::string text = kTheory;
    return text.replace(text.find(old), old.size(), with);
}

Lines problems_of(const std::string& text) {
    Problems problems;
    (void)theory_from(text, "two.toml", problems);
    return lines_of(problems);
}

TEST(TheoryFile, every_key_arrives) {
    Problems problems;
    const evidence::Theory theory = theory_from(kTheory, "two.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(theory.id, "two");
    EXPECT_EQ(theory.decision_rules, Lines{"one rule"});
    EXPECT_EQ(theory.cautions, Lines{"one caution"});
    EXPECT_EQ(theory.sha256, sha256(kTheory));
    ASSERT_EQ(theory.factors.size(), 2U);
    EXPECT_EQ(theory.factors[0].id, "trust");
    EXPECT_EQ(theory.factors[0].ledger, evidence::Ledger::Endurance);
    EXPECT_EQ(theory.factors[0].mirrors, Lines{"fear"});
    ASSERT_EQ(theory.factors[0].aspects.size(), 1U);
    EXPECT_EQ(theory.factors[0].aspects[0].id, "will");
    EXPECT_EQ(theory.factors[1].where, (Position{"two.toml", 20, 1}));
}

TEST(TheoryFile, every_shipped_theory_reads_without_a_problem) {
    int count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(ENTENTE_SOURCE_DIR) + "/theories")) {
        if (entry.path().extension() != ".toml") continue;
        Problems problems;
        const auto read = read_any_theory(entry.path(), problems);
        EXPECT_EQ(lines_of(problems), Lines{});
        if (!std::holds_alternative<evidence::Theory>(read)) continue;
        const auto& theory = std::get<evidence::Theory>(read);
        EXPECT_EQ(theory.id, entry.path().stem().string());
        EXPECT_FALSE(theory.factors.empty());
        ++count;
    }
    EXPECT_GT(count, 0);
}

TEST(TheoryFile, a_factor_twice_is_an_error) {
    EXPECT_EQ(problems_of(changed("id = \"fear\"", "id = \"trust\"")),
              (Lines{"two.toml:8:1 'mirrors' names the unknown factor 'fear'",
                     "two.toml:20:1 the factor 'trust' stands here twice"}));
}

TEST(TheoryFile, a_mirror_is_another_factor_of_the_theory) {
    EXPECT_EQ(problems_of(changed("[\"fear\"]", "[\"feer\", \"trust\"]")),
              (Lines{"two.toml:8:1 'mirrors' names the unknown factor 'feer'",
                     "two.toml:8:1 the factor 'trust' mirrors itself"}));
}

TEST(TheoryFile, outside_is_no_factor) {
    EXPECT_EQ(problems_of(changed("id = \"trust\"", "id = \"outside\"")),
              Lines{"two.toml:9:6 'outside' cannot be a factor"});
}

TEST(TheoryFile, a_theory_has_factors) {
    const std::string text = kTheory;
    EXPECT_EQ(problems_of(text.substr(0, text.find("[[factor]]"))), Lines{"two.toml:0:0 'factor' is missing"});
}

TEST(TheoryFile, unknown_keys_and_words_are_errors) {
    EXPECT_EQ(problems_of(changed("counts =", "count =")),
              Lines{"two.toml:13:1 unknown key 'count'; did you mean 'counts'?"});
    EXPECT_EQ(problems_of(changed("\"collapse\"", "\"colapse\"")),
              Lines{"two.toml:23:10 'ledger' should be one of collapse, endurance, but is \"colapse\"; did you mean "
                    "'collapse'?"});
}

TEST(TheoryFile, a_missing_file_is_one_problem) {
    Problems problems;
    EXPECT_TRUE(read_theory("nowhere.toml", problems).id.empty());
    EXPECT_EQ(lines_of(problems), Lines{"nowhere.toml:0:0 does not exist"});
}

TEST(TheoryFile, a_syntax_error_is_not_followed_by_what_it_hides) {
    const Lines problems = problems_of(changed("id = \"two\"", "id = two"));
    ASSERT_EQ(problems.size(), 1U) << ::testing::PrintToString(problems);
    EXPECT_TRUE(problems[0].starts_with("two.toml:1:")) << problems[0];
    EXPECT_EQ(problems_of(changed("id = \"fear\"", "id = fear")).size(), 1U);  // and no unknown mirror
}

TEST(TheoryFile, lost_factors_are_marked) {
    const auto lost_at = [](const std::string& text) {
        Problems problems;
        return theory_from(text, "two.toml", problems).lost_at;
    };
    EXPECT_FALSE(lost_at(kTheory));
    ASSERT_TRUE(lost_at(changed("id = \"fear\"", "id = fear")));
    EXPECT_EQ(lost_at(changed("id = \"fear\"", "id = fear"))->line, 21);
    EXPECT_EQ(lost_at(changed("id = \"fear\"\n", "")), (Position{"two.toml", 20, 1}));
}

constexpr const char* kIndicator = R"(
[[indicator]]
id = "forces"
factor = "trust"
name = "forces abroad"
rise = "endurance"
change = "ratio"
least = 0.1
reason = "r"
data = ["troops.total"]
)";

TEST(TheoryFile, an_indicator_arrives_with_its_factor_and_its_least_change) {
    Problems problems;
    const evidence::Theory theory = theory_from(std::string(kTheory) + kIndicator, "two.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    const auto* indicator = evidence::find_indicator(theory, "forces");
    ASSERT_NE(indicator, nullptr);
    EXPECT_EQ(indicator->factor, "trust");
    EXPECT_EQ(indicator->rise, evidence::Direction::Endurance);
    EXPECT_DOUBLE_EQ(indicator->least, 0.1);
    EXPECT_EQ(indicator->data, Lines{"troops.total"});
}

TEST(TheoryFile, an_indicator_names_a_factor_of_its_theory_and_stands_once) {
    std::string other = kIndicator;
    other.replace(other.find("trust"), 5, "feer");
    const auto problems = problems_of(std::string(kTheory) + kIndicator + other);
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_NE(problems[0].find("'forces' stands here twice"), std::string::npos) << problems[0];
    EXPECT_NE(problems[1].find("names the unknown factor 'feer'"), std::string::npos) << problems[1];
}

// Two factors, one with a covariate.
std::string with_covariate(const std::string& more = {}) {
    return std::string(kTheory) +
           "\n[[covariate]]\nid = \"distance\"\nfactor = \"trust\"\nname = \"n\"\nmeasure = \"polity-distance\"\n"
           "rise = \"collapse\"\ndata = [\"polity.polity2\"]\nreason = \"r\"\n" +
           more;
}

TEST(TheoryFile, a_factor_has_covariates_or_a_reason_why_nothing_measures_it) {
    Problems problems;
    const auto theory =
        theory_from(with_covariate("\n[[unmeasured]]\nfactor = \"fear\"\nwhy = \"w\"\n"), "two.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    ASSERT_EQ(theory.covariates.size(), 1U);
    EXPECT_EQ(theory.covariates[0].factor, "trust");
    EXPECT_EQ(theory.covariates[0].measure, evidence::CovariateMeasure::PolityDistance);
    EXPECT_EQ(theory.covariates[0].where, (Position{"two.toml", 26, 1}));
    ASSERT_EQ(theory.unmeasured.size(), 1U);
    EXPECT_EQ(theory.unmeasured[0].why, "w");
}

TEST(TheoryFile, a_covariate_names_a_factor_of_the_theory) {
    std::string text = with_covariate();
    text.replace(text.find("factor = \"trust\""), 16, "factor = \"trusty\"");
    EXPECT_EQ(problems_of(text), Lines{"two.toml:26:1 the covariate names the unknown factor 'trusty'"});
    text.erase(text.find("factor = \"trusty\""), 18);
    EXPECT_EQ(problems_of(text), Lines{"two.toml:26:1 'factor' is missing"});
}

TEST(TheoryFile, a_factor_is_unmeasured_once_and_not_beside_a_covariate) {
    EXPECT_EQ(problems_of(with_covariate("\n[[unmeasured]]\nfactor = \"trust\"\nwhy = \"w\"\n")),
              Lines{"two.toml:35:1 the factor 'trust' has a covariate that measures it"});
    const std::string fear = "\n[[unmeasured]]\nfactor = \"fear\"\nwhy = \"w\"\n";
    EXPECT_EQ(problems_of(with_covariate(fear + fear)),
              Lines{"two.toml:39:1 the factor 'fear' is said to be unmeasured twice"});
    EXPECT_EQ(problems_of(with_covariate("\n[[unmeasured]]\nfactor = \"hope\"\nwhy = \"w\"\n")),
              Lines{"two.toml:35:1 [[unmeasured]] names the unknown factor 'hope'"});
}

TEST(TheoryFile, a_covariate_stands_once) {
    const auto text = with_covariate();
    EXPECT_EQ(problems_of(text + text.substr(text.find("\n[[covariate]]"))),
              Lines{"two.toml:36:6 the covariate 'distance' stands here twice"});
}

}  // namespace
}  // namespace entente::casefile
