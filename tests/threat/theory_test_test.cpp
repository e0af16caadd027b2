#include "threat/theory_test.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "core/random.hpp"
#include "threat/held_out.hpp"

namespace entente::threat {
namespace {

// Invented: thirty states over eighty years, with a power and a threat for each row, and outcomes whose log odds are
// −2 + power_slope · power + threat_slope · threat; threat is half made of power, as it is in the world.
TestRows invented(double power_slope, double threat_slope, std::uint64_t seed = 1, int states = 30, int others = 2) {
    const RandomStream random(seed, "theory-test-test");
    TestRows rows;
    rows.names = {"power", "intentions"};
    rows.predictors.resize(2);
    std::uint64_t draw = 0;
    for (int state = 0; state < states; ++state) {
        for (int year = 1900; year < 1980; ++year) {
            for (int other = 0; other < others; ++other, ++draw) {
                const double power = random.uniform(0, draw) * 4 - 2;
                const double intentions = random.uniform(1, draw) * 4 - 2 + power / 2;
                const double odds = -2 + power_slope * power + threat_slope * intentions;
                rows.predictors[0].push_back(static_cast<float>(power));
                rows.predictors[1].push_back(static_cast<float>(intentions));
                rows.outcomes.push_back(random.uniform(2, draw) < models::logistic(odds) ? 1 : 0);
                rows.states.push_back(static_cast<std::uint16_t>(state));
                rows.years.push_back(static_cast<std::int16_t>(year));
            }
        }
    }
    return rows;
}

std::vector<TestModel> contestants() {
    return {{"base", "base rate", ModelRole::Base, {}},
            {"power", "power alone", ModelRole::Rival, {"power"}},
            {"threat", "threat", ModelRole::Theory, {"power", "intentions"}},
            {"intentions", "intentions alone", ModelRole::Part, {"intentions"}}};
}

constexpr std::size_t kBase = 0;
constexpr std::size_t kPower = 1;
constexpr std::size_t kThreat = 2;

TestChoices few_draws() {
    TestChoices choices;
    choices.draws = 100;
    return choices;
}

TestVerdict verdict_against(const TestResult& result, std::size_t rival) {
    for (const auto& finding : result.findings) {
        if (finding.rival == rival) return finding.verdict;
    }
    ADD_FAILURE() << "there is no finding about that rival";
    return TestVerdict::CannotTell;
}

double skill(const TestResult& result, std::size_t design, std::size_t model) {
    return result.held_out.at(design)
        .models.at(model)
        .scores.at(static_cast<std::size_t>(ScoreKind::Skill))
        .value()
        .value;
}

TEST(TheoryTest, finds_threat_better_where_threat_made_the_outcomes) {
    const auto result = run_contest(invented(0, 1), contestants(), few_draws());
    ASSERT_EQ(result.why_not, "");
    EXPECT_EQ(verdict_against(result, kPower), TestVerdict::Better);
    EXPECT_EQ(verdict_against(result, kBase), TestVerdict::Better);
    EXPECT_EQ(result.findings.size(), 2U) << "a part of the theory is no rival of it";
}

TEST(TheoryTest, finds_threat_no_better_where_power_made_the_outcomes) {
    const auto result = run_contest(invented(1, 0), contestants(), few_draws());
    EXPECT_EQ(verdict_against(result, kPower), TestVerdict::NotBetter);
    EXPECT_EQ(verdict_against(result, kBase), TestVerdict::Better);
}

// With 4,800 rows of noise the test can say that nothing is gained. With six states it cannot tell.
TEST(TheoryTest, never_finds_threat_better_where_outcomes_are_noise) {
    const auto result = run_contest(invented(0, 0), contestants(), few_draws());
    EXPECT_EQ(verdict_against(result, kPower), TestVerdict::NotBetter);
    EXPECT_EQ(verdict_against(result, kBase), TestVerdict::NotBetter);
}

TEST(TheoryTest, cannot_tell_from_a_handful_of_rows) {
    const auto rows = invented(0.6, 0.25, 3, 6, 1);
    const auto result = run_contest(rows, contestants(), few_draws());
    ASSERT_EQ(result.why_not, "");
    EXPECT_EQ(verdict_against(result, kPower), TestVerdict::CannotTell);
}

// Skill is 1 − (log score) ÷ (log score of the base rate): the base rate's own is 0 by definition.
TEST(TheoryTest, measures_skill_from_the_base_rate) {
    const auto result = run_contest(invented(0, 1), contestants(), few_draws());
    for (const std::size_t design : {0U, 1U}) {
        EXPECT_EQ(skill(result, design, kBase), 0);
        EXPECT_GT(skill(result, design, kThreat), skill(result, design, kPower));
        const auto& scores = result.held_out[design].models[kThreat].scores;
        const auto& log = *scores[static_cast<std::size_t>(ScoreKind::Log)];
        const auto& base = *result.held_out[design].models[kBase].scores[static_cast<std::size_t>(ScoreKind::Log)];
        EXPECT_NEAR(skill(result, design, kThreat), 1 - log.value / base.value, 1e-12);
        EXPECT_EQ(result.held_out[design].models[kBase].scores[static_cast<std::size_t>(ScoreKind::Area)].value().value,
                  0.5)
            << "the area compares rows of one part only";
        EXPECT_LE(log.low, log.value);
        EXPECT_GE(log.high, log.value);
    }
}

TEST(TheoryTest, shows_a_wrong_sign) {
    const auto result = run_contest(invented(1, -1), contestants(), few_draws());
    const auto& threat = result.fitted.at(kThreat);
    ASSERT_EQ(threat.predictors.size(), 2U);
    EXPECT_FALSE(threat.predictors[0].wrong_sign);
    EXPECT_TRUE(threat.predictors[1].wrong_sign);
    // The slope was −1 for a unit; it is stated for a standard deviation.
    EXPECT_NEAR(threat.predictors[1].per_deviation.value / threat.predictors[1].deviation, -1, 0.1);
}

TEST(TheoryTest, is_the_same_in_any_order_of_its_tasks_and_for_its_seed_only) {
    const auto plain = run_contest(invented(0.5, 0.5), contestants(), few_draws());
    const TaskRunner backwards_in_threads = [](std::size_t tasks, const std::function<void(std::size_t)>& task) {
        std::vector<std::jthread> threads;
        for (std::size_t number = tasks; number-- > 0;) threads.emplace_back([&task, number] { task(number); });
    };
    const auto again = run_contest(invented(0.5, 0.5), contestants(), few_draws(), backwards_in_threads);
    auto choices = few_draws();
    choices.seed = 2;
    const auto other_seed = run_contest(invented(0.5, 0.5), contestants(), choices);
    const auto interval = [](const TestResult& result) {
        return result.held_out[1].advantages[1].by[static_cast<std::size_t>(ScoreKind::Area)].value();
    };
    EXPECT_EQ(interval(plain).value, interval(again).value);
    EXPECT_EQ(interval(plain).low, interval(again).low);
    EXPECT_EQ(interval(plain).high, interval(again).high);
    EXPECT_NE(interval(plain).low, interval(other_seed).low);
    EXPECT_EQ(plain.fitted[kThreat].predictors[1].per_deviation.value,
              again.fitted[kThreat].predictors[1].per_deviation.value);
}

TEST(TheoryTest, says_why_there_is_no_contest) {
    EXPECT_NE(run_contest({}, contestants(), few_draws()).why_not, "");
    auto nobody = invented(0, 0);
    std::fill(nobody.outcomes.begin(), nobody.outcomes.end(), std::uint8_t{0});
    EXPECT_EQ(run_contest(nobody, contestants(), few_draws()).why_not, "nobody allied against anybody in these rows");
    auto one_decade = invented(0, 0);
    std::fill(one_decade.years.begin(), one_decade.years.end(), std::int16_t{1955});
    EXPECT_EQ(run_contest(one_decade, contestants(), few_draws()).why_not,
              "all rows are of one decade: none can be held out");
    EXPECT_NE(run_contest(invented(0, 0, 1, 1), contestants(), few_draws()).why_not, "");
}

// Five years on either side of 1940–1949 have outcomes that reach into it, or predictors that its outcomes reach.
TEST(HeldOut, learns_nothing_from_years_whose_outcomes_overlap_the_decade) {
    const auto rows = invented(0, 0);
    const auto parting = by_decades(rows);
    ASSERT_EQ(parting.parts, 8U);
    const auto weights = training_weights(rows, parting, 4, 5);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        EXPECT_EQ(weights[row] == 0, rows.years[row] >= 1935 && rows.years[row] <= 1954) << rows.years[row];
    }
}

TEST(HeldOut, never_learns_from_a_state_that_it_is_asked_about) {
    const auto rows = invented(0, 0);
    const auto parting = by_states(rows, few_draws());
    EXPECT_EQ(parting.parts, 10U);
    EXPECT_EQ(parting.clusters(), 30U);
    std::vector<std::size_t> sizes(parting.parts, 0);
    for (std::size_t part = 0; part < parting.parts; ++part) {
        const auto weights = training_weights(rows, parting, part, 5);
        for (std::size_t row = 0; row < rows.size(); ++row) {
            EXPECT_EQ(weights[row] == 0, parting.part_of_row[row] == part);
            if (weights[row] == 0) ++sizes[part];
        }
    }
    for (const auto size : sizes) EXPECT_EQ(size, rows.size() / 10) << "folds have equally many states";
}

}  // namespace
}  // namespace entente::threat
