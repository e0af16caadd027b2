#include "workbench/scenario.hpp"

#include <cmath>

#include <gtest/gtest.h>

#include "workbench/folders.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;
using testing::Folder;

using Ids = std::vector<std::string>;

ScenarioRequest named(const Ids& ids) {
    ScenarioRequest request;
    request.named = ids;
    return request;
}

ScenarioRequest together(const Ids& ids) {
    auto request = named(ids);
    request.together = true;
    return request;
}

ScenarioRequest with_probabilities(const Ids& ids,
                                   const std::map<std::string, evidence::ProbabilityRange>& probabilities) {
    auto request = named(ids);
    request.probabilities = probabilities;
    return request;
}

class Scenarios : public ::testing::Test {
protected:
    Scenarios() { copy_.copy_tiny(); }

    [[nodiscard]] OpenCasePtr opened() const { return open_case({copy_.path(), {}, {}, {}}); }
    [[nodiscard]] ScenarioResult asked(ScenarioRequest request) const {
        request.draws = 200;
        return scenario(opened(), request);
    }
    void add(const std::string& id, const std::string& keys, const std::string& effect = kEffect) const {
        copy_.write("scenarios/" + id + ".toml",
                    "id = \"" + id + "\"\nname = \"" + id +
                        "\"\nauthor = \"x\"\ntheory = \"walt-1997\"\ntrigger = \"x\"\nhorizon = \"2012\"\n"
                        "resolution = \"x\"\nsources = [\"herald-2008\"]\n" +
                        keys + effect);
    }

    inline static const std::string kEffect =
        "[[effect]]\nfactor = \"credibility\"\ndirection = \"collapse\"\ndecibels = [6, 10]\n";
    const Folder copy_;
};

std::string likely(double low, double high) {
    return "probability = [" + std::to_string(low) + ", " + std::to_string(high) + "]\nprobability_basis = \"x\"\n";
}

TEST_F(Scenarios, are_all_of_the_case_unless_some_are_named) {
    add("drought", "");
    EXPECT_EQ(asked({}).scenarios.size(), 2U);
    const auto one = asked(named({"drought"}));
    ASSERT_EQ(one.scenarios.size(), 1U);
    EXPECT_EQ(one.scenarios[0].scenario.id, "drought");
}

TEST_F(Scenarios, stand_beside_what_assess_says) {
    const auto result = asked({});
    const auto assessed = assess(opened(), {});
    EXPECT_EQ(result.now.ruling.direction, assessed.assessment.outcome.verdict.direction);
    EXPECT_DOUBLE_EQ(result.now.ruling.probability.weakened, assessed.assessment.outcome.verdict.probability.weakened);
    EXPECT_DOUBLE_EQ(result.outlook.horizons.at(0).violation.p, assessed.outlook.horizons.at(0).violation.p);
}

TEST_F(Scenarios, without_a_probability_have_no_unconditional_number) {
    add("drought", "");
    const auto result = asked(named({"drought"}));
    EXPECT_FALSE(result.scenarios[0].probability);
    EXPECT_FALSE(result.scenarios[0].unconditional);
}

// (1 − p) · now + p · mean of the draws, at both ends of the range.
TEST_F(Scenarios, with_one_mix_what_happens_with_what_is) {
    add("drought", likely(0.1, 0.3));
    const auto result = asked(named({"drought"}));
    const auto& view = result.scenarios[0];
    EXPECT_EQ(view.whose, ProbabilityOf::Author);
    ASSERT_TRUE(view.unconditional);
    const double now = result.now.ruling.probability.weakened;
    const double then = view.draws.net_weakened.mean;
    EXPECT_GT(then, now);
    EXPECT_NEAR(view.unconditional->weakened.low, 0.9 * now + 0.1 * then, 1e-12);
    EXPECT_NEAR(view.unconditional->weakened.high, 0.7 * now + 0.3 * then, 1e-12);
    EXPECT_NEAR(view.unconditional->violation->low, view.unconditional->violation->high, 1e-15);
}

TEST_F(Scenarios, take_the_users_probability_in_place_of_the_authors) {
    const auto result = asked(with_probabilities({"storm"}, {{"", {0.5, 0.5}}}));
    EXPECT_EQ(result.scenarios[0].whose, ProbabilityOf::User);
    EXPECT_EQ(result.scenarios[0].probability->low, 0.5);
}

// The sweep's ratio for `a new outside alliance` is 1.95: 1 − (1 − p)^1.95.
TEST_F(Scenarios, move_the_base_rate_only_by_a_condition_of_the_protocol) {
    add("pact", "conditions = [\"a new outside alliance\"]\n");
    const auto result = asked({});
    const auto& storm = result.scenarios[1];
    EXPECT_EQ(storm.scenario.id, "storm");
    EXPECT_TRUE(storm.outlook.horizons.empty());
    const auto& pact = result.scenarios[0];
    ASSERT_FALSE(pact.outlook.horizons.empty());
    const double base = result.outlook.horizons[0].violation.p;
    EXPECT_NEAR(pact.outlook.horizons[0].violation.p, 1 - std::pow(1 - base, 1.95), 1e-12);
}

TEST_F(Scenarios, warn_of_a_condition_that_the_protocol_does_not_know) {
    add("pact", "conditions = [\"a new outside aliance\"]\n");
    const auto result = asked(named({"pact"}));
    EXPECT_TRUE(result.scenarios[0].outlook.horizons.empty());
    ASSERT_FALSE(result.scenarios[0].warnings.empty());
    EXPECT_NE(result.scenarios[0].warnings.back().find("did you mean 'a new outside alliance'?"), std::string::npos);
}

TEST_F(Scenarios, together_are_never_likelier_than_the_least_likely) {
    add("drought", likely(0.4, 0.6));
    const auto result = asked(together({"storm", "drought"}));
    ASSERT_TRUE(result.joint);
    ASSERT_TRUE(result.joint->probability);
    EXPECT_DOUBLE_EQ(result.joint->probability->most, 0.3);
    ASSERT_EQ(result.joint->warnings.size(), 2U);
    EXPECT_TRUE(result.joint->warnings[0].starts_with("conjunction: "));
    EXPECT_TRUE(result.joint->warnings[1].starts_with("'storm' and 'drought' are all taken to move credibility"));
}

TEST_F(Scenarios, that_exclude_each_other_are_not_asked_for_together) {
    add("drought", "alternatives = \"weather\"\n");
    add("flood", "alternatives = \"weather\"\n");
    const auto error = error_of([&] { (void)asked(together({"drought", "flood"})); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_STREQ(error.what(), "'drought' and 'flood' exclude each other: both are alternatives of 'weather'");
}

TEST_F(Scenarios, that_exclude_each_other_are_weighed_together_if_all_have_a_probability) {
    add("drought", likely(0.2, 0.3) + "alternatives = \"weather\"\n");
    add("flood", likely(0.1, 0.2) + "alternatives = \"weather\"\n");
    const auto result = asked({});
    ASSERT_EQ(result.alternatives.size(), 1U);
    EXPECT_NEAR(result.alternatives[0].any->low, 0.3, 1e-12);
    EXPECT_NEAR(result.alternatives[0].any->high, 0.5, 1e-12);
    EXPECT_TRUE(result.alternatives[0].unconditional);
}

TEST_F(Scenarios, of_a_user_cannot_be_likelier_than_one_either) {
    add("drought", "alternatives = \"weather\"\n");
    add("flood", "alternatives = \"weather\"\n");
    const auto error =
        error_of([&] { (void)asked(with_probabilities({}, {{"drought", {0.7, 0.8}}, {"flood", {0.4, 0.5}}})); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    ASSERT_EQ(error.problems().size(), 1U);
}

TEST_F(Scenarios, stand_in_files_too_which_are_read_like_those_of_the_case) {
    const Folder elsewhere;
    elsewhere.write("mine.toml",
                    "id = \"mine\"\nname = \"mine\"\nauthor = \"x\"\ntheory = \"walt-1997\"\ntrigger = \"x\"\n"
                    "horizon = \"2012\"\nresolution = \"x\"\nsources = [\"no-such-source\"]\n" +
                        kEffect);
    const auto file = (elsewhere.path() / "mine.toml").string();
    const auto error = error_of([&] { (void)asked(named({file})); });
    EXPECT_EQ(error.kind(), ErrorKind::BadData);
    ASSERT_EQ(error.problems().size(), 1U);
    EXPECT_EQ(error.problems()[0].where.line, 8);
}

TEST_F(Scenarios, of_the_case_may_be_named_by_their_path) {
    const auto result = asked(named({(copy_.path() / "scenarios/storm.toml").string()}));
    EXPECT_EQ(result.scenarios.at(0).scenario.id, "storm");
}

TEST_F(Scenarios, are_the_same_for_the_same_seed) {
    const auto once = asked({});
    const auto again = asked({});
    EXPECT_EQ(once.scenarios[0].draws.net_weakened.mean, again.scenarios[0].draws.net_weakened.mean);
    ScenarioRequest other;
    other.question.seed = 7;
    EXPECT_NE(asked(other).scenarios[0].draws.net_weakened.mean, once.scenarios[0].draws.net_weakened.mean);
}

}  // namespace
}  // namespace entente::workbench
