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
    const auto parting = by_decades(rows, 5);
    ASSERT_EQ(parting.parts, 8U);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        EXPECT_EQ(parting.left_out[4][parting.stretch_of_row[row]], rows.years[row] >= 1935 && rows.years[row] <= 1954)
            << rows.years[row];
    }
}

// With a window of five years a decade has two stretches: its first and its last five years are left out by others.
TEST(HeldOut, parts_a_decade_where_others_leave_some_of_it_out) {
    const auto rows = invented(0, 0);
    EXPECT_EQ(by_decades(rows, 5).stretches(), 16U);
    EXPECT_EQ(by_decades(rows, 0).stretches(), 8U);
    const auto parting = by_decades(rows, 1);
    EXPECT_EQ(parting.stretches(), 24U - 2) << "1900 and 1979 have no decade beside them that would leave them out";
    for (std::size_t row = 0; row < rows.size(); ++row) {
        EXPECT_EQ(parting.part_of_stretch[parting.stretch_of_row[row]], parting.part_of_row[row]);
        EXPECT_EQ(parting.part_of_row[row], (rows.years[row] - 1900) / 10);
    }
}

TEST(HeldOut, never_learns_from_a_state_that_it_is_asked_about) {
    const auto rows = invented(0, 0);
    const auto parting = by_states(rows, few_draws());
    EXPECT_EQ(parting.parts, 10U);
    EXPECT_EQ(parting.clusters(), 30U);
    std::vector<std::size_t> sizes(parting.parts, 0);
    for (std::size_t part = 0; part < parting.parts; ++part) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            const bool left_out = parting.left_out[part][parting.stretch_of_row[row]];
            EXPECT_EQ(left_out, parting.part_of_row[row] == part);
            if (left_out) ++sizes[part];
        }
    }
    for (const auto size : sizes) EXPECT_EQ(size, rows.size() / 10) << "folds have equally many states";
}

// Each forecast against a fit of its own, with a weight of 0 for the rows that must not be learnt from.
TEST(HeldOut, forecasts_each_part_from_the_rows_that_it_may_learn_from) {
    const auto rows = invented(0.5, 0.5);
    const std::vector<PreparedModel> prepared{{{}, {}}, {{rows.predictors[0], rows.predictors[1]}, {}}};
    const TaskRunner one_by_one = [](std::size_t tasks, const std::function<void(std::size_t)>& task) {
        for (std::size_t number = 0; number < tasks; ++number) task(number);
    };
    for (const auto& parting : {by_decades(rows, 5), by_states(rows, few_draws())}) {
        const auto forecasts = forecasts_of(rows, parting, prepared, one_by_one);
        ASSERT_EQ(forecasts.by_model.size(), prepared.size());
        const std::size_t part = 4;
        std::vector<float> weights;
        for (const auto stretch : parting.stretch_of_row) weights.push_back(parting.left_out[part][stretch] ? 0 : 1);
        for (std::size_t model = 0; model < prepared.size(); ++model) {
            EXPECT_EQ(forecasts.why_not[model], "");
            const models::LogitRows learnt{prepared[model].columns, rows.outcomes, weights, {}};
            const auto fit = models::logit(learnt);
            const auto expected = models::logit_probabilities(learnt, fit.coefficients);
            for (std::size_t row = 0; row < rows.size(); ++row) {
                if (parting.part_of_row[row] != part) continue;
                EXPECT_NEAR(forecasts.by_model[model][row], expected[row], 1e-6) << row;
            }
        }
    }
}

TEST(HeldOut, says_of_which_model_a_part_could_not_be_forecast) {
    auto rows = invented(0.5, 0.5);
    // The outcome happens in one decade only: without it there is nothing to learn.
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.years[row] < 1930 || rows.years[row] > 1939) rows.outcomes[row] = 0;
    }
    const auto result = run_contest(rows, contestants(), few_draws());
    ASSERT_EQ(result.why_not, "");
    EXPECT_EQ(result.held_out[0].models[kPower].why_not, "the outcome never happens");
    EXPECT_FALSE(result.held_out[0].models[kPower].scores[0]);
    EXPECT_EQ(result.held_out[1].models[kPower].why_not, "");
    EXPECT_EQ(verdict_against(result, kPower), TestVerdict::CannotTell);
}

Advantage with_skill(double value, double low, double high) {
    Advantage advantage{kThreat, kPower, {}};
    advantage.by[static_cast<std::size_t>(ScoreKind::Skill)] = Estimate{value, low, high};
    return advantage;
}

std::vector<HeldOutResult> held_out_with(const Advantage& by_decades_advantage, const Advantage& by_states_advantage) {
    std::vector<HeldOutResult> results(2);
    results[0].advantages = {by_decades_advantage};
    results[1].advantages = {by_states_advantage};
    return results;
}

// The rule of docs/threat-test.md, word for word, with its margin of .01.
TEST(TestVerdict, needs_both_ways_of_holding_out) {
    const auto clear = with_skill(0.03, 0.02, 0.04);
    const auto small = with_skill(0.005, 0.002, 0.009);
    const auto open = with_skill(0.03, -0.01, 0.05);
    const auto verdict = [](const Advantage& one, const Advantage& other) {
        return verdict_on(held_out_with(one, other), kThreat, kPower, 0.01);
    };
    EXPECT_EQ(verdict(clear, clear), TestVerdict::Better);
    EXPECT_EQ(verdict(clear, open), TestVerdict::CannotTell);
    EXPECT_EQ(verdict(small, small), TestVerdict::NotBetter);
    EXPECT_EQ(verdict(clear, small), TestVerdict::CannotTell);
    EXPECT_EQ(verdict(with_skill(0.009, 0.004, 0.02), clear), TestVerdict::CannotTell) << "less than the margin";
    EXPECT_EQ(verdict_on(held_out_with(clear, clear), kThreat, kBase, 0.01), TestVerdict::CannotTell)
        << "nothing is known of that rival";
    EXPECT_EQ(verdict_on({}, kThreat, kPower, 0.01), TestVerdict::CannotTell);
}

}  // namespace
}  // namespace entente::threat
