#include "contest/contest.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <thread>
#include <vector>

#include <gtest/gtest.h>

#include "invented_rows.hpp"

namespace entente::contest {
namespace {

std::vector<TestModel> contestants() {
    return {{"base", "base rate", ModelRole::Base, {}},
            {"power", "power alone", ModelRole::Rival, {"power"}},
            {"threat", "threat", ModelRole::Theory, {"power", "intentions"}},
            {"intentions", "intentions alone", ModelRole::Part, {"intentions"}}};
}

constexpr std::size_t kBase = 0;
constexpr std::size_t kPower = 1;
constexpr std::size_t kThreat = 2;

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

TEST(Contest, finds_threat_better_where_threat_made_the_outcomes) {
    const auto result = run_contest(invented(0, 1), contestants(), few_draws());
    ASSERT_EQ(result.why_not, "");
    EXPECT_EQ(verdict_against(result, kPower), TestVerdict::Better);
    EXPECT_EQ(verdict_against(result, kBase), TestVerdict::Better);
    EXPECT_EQ(result.findings.size(), 2U) << "a part of the theory is no rival of it";
}

TEST(Contest, finds_threat_no_better_where_power_made_the_outcomes) {
    const auto result = run_contest(invented(1, 0), contestants(), few_draws());
    EXPECT_EQ(verdict_against(result, kPower), TestVerdict::NotBetter);
    EXPECT_EQ(verdict_against(result, kBase), TestVerdict::Better);
}

// With 4,800 rows of noise the test can say that nothing is gained. With six states it cannot tell.
TEST(Contest, never_finds_threat_better_where_outcomes_are_noise) {
    const auto result = run_contest(invented(0, 0), contestants(), few_draws());
    EXPECT_EQ(verdict_against(result, kPower), TestVerdict::NotBetter);
    EXPECT_EQ(verdict_against(result, kBase), TestVerdict::NotBetter);
}

TEST(Contest, cannot_tell_from_a_handful_of_rows) {
    const auto rows = invented(0.6, 0.25, 3, 6, 1);
    const auto result = run_contest(rows, contestants(), few_draws());
    ASSERT_EQ(result.why_not, "");
    EXPECT_EQ(verdict_against(result, kPower), TestVerdict::CannotTell);
}

// Skill is 1 − (log score) ÷ (log score of the base rate): the base rate's own is 0 by definition.
TEST(Contest, measures_skill_from_the_base_rate) {
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

TEST(Contest, shows_a_wrong_sign) {
    const auto result = run_contest(invented(1, -1), contestants(), few_draws());
    const auto& threat = result.fitted.at(kThreat);
    ASSERT_EQ(threat.predictors.size(), 2U);
    EXPECT_FALSE(threat.predictors[0].wrong_sign);
    EXPECT_TRUE(threat.predictors[1].wrong_sign);
    // The slope was −1 for a unit; it is stated for a standard deviation.
    EXPECT_NEAR(threat.predictors[1].per_deviation.value / threat.predictors[1].deviation, -1, 0.1);
}

TEST(Contest, is_the_same_in_any_order_of_its_tasks_and_for_its_seed_only) {
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

TEST(Contest, says_why_there_is_no_contest) {
    EXPECT_NE(run_contest({}, contestants(), few_draws()).why_not, "");
    auto nobody = invented(0, 0);
    std::fill(nobody.outcomes.begin(), nobody.outcomes.end(), std::uint8_t{0});
    EXPECT_EQ(run_contest(nobody, contestants(), few_draws()).why_not, "the outcome happens in none of these rows");
    auto one_decade = invented(0, 0);
    std::fill(one_decade.years.begin(), one_decade.years.end(), std::int16_t{1955});
    EXPECT_EQ(run_contest(one_decade, contestants(), few_draws()).why_not,
              "all rows are of one decade: none can be held out");
    EXPECT_NE(run_contest(invented(0, 0, 1, 1), contestants(), few_draws()).why_not, "");
}

TEST(Contest, says_of_which_model_a_part_could_not_be_forecast) {
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

TestChoices as_of_pairs() {
    TestChoices choices;
    choices.draws = 40;
    choices.held_out = {HoldOut::Past, HoldOut::PairStates};
    choices.first_origin = 1930;
    choices.window = 1;
    choices.ridge_scale = models::RidgeScale::PerDeviation;
    choices.calibrated = Calibrated::All;
    return choices;
}

// Each state with the two that follow it, and each such pair a cluster.
TestRows pairs_with(double power_slope, double threat_slope) {
    auto rows = invented(power_slope, threat_slope, 1, 16);
    for (std::size_t row = 0; row < rows.size(); ++row) {
        rows.others.push_back(static_cast<std::uint16_t>((rows.states[row] + 1 + row % 2) % 16));
        rows.clusters.push_back(static_cast<std::uint16_t>(rows.states[row] * 2 + row % 2));
    }
    return rows;
}

TEST(Contest, holds_out_the_future_and_both_states_of_a_pair) {
    const auto result = run_contest(pairs_with(0, 1), contestants(), as_of_pairs());
    ASSERT_EQ(result.why_not, "");
    ASSERT_EQ(result.held_out.size(), 2U);
    EXPECT_EQ(result.held_out[0].held_out, HoldOut::Past);
    EXPECT_EQ(result.held_out[0].rows, 16U * 50U * 2U) << "1930 to 1979";
    EXPECT_EQ(result.held_out[1].rows, 16U * 80U * 2U);
    for (const auto& way : result.held_out) EXPECT_EQ(way.clusters, 32U);
    EXPECT_EQ(verdict_against(result, kPower), TestVerdict::Better);
    EXPECT_EQ(verdict_on_skill(result.held_out, kThreat, 0.01), TestVerdict::Better);
    EXPECT_EQ(verdict_on_skill(result.held_out, kThreat, 0.9), TestVerdict::NotBetter);
}

// The outcomes were made by a logistic model of the same predictors, so that forecasts are calibrated, the more so
// where more is learnt from: from all decades, not from the first three.
TEST(Contest, says_how_sure_its_calibration_is) {
    const auto result = run_contest(pairs_with(0, 1), contestants(), as_of_pairs());
    for (const auto& way : result.held_out) {
        const auto& calibration = way.models[kThreat].calibration;
        ASSERT_EQ(calibration.size(), 10U);
        std::size_t covered = 0;
        std::size_t rows = 0;
        for (const auto& point : calibration) {
            ASSERT_TRUE(point.happened);
            EXPECT_EQ(point.happened->value, point.group.happened);
            EXPECT_LT(point.happened->low, point.happened->high);
            if (point.happened->low <= point.group.forecast && point.group.forecast <= point.happened->high) ++covered;
            rows += point.group.size;
        }
        EXPECT_EQ(rows, way.rows);
        EXPECT_GE(covered, way.held_out == HoldOut::Past ? 4U : 7U);
        // Murphy (1973): the parts are those of forecasts by tenths.
        ASSERT_TRUE(way.models[kThreat].brier);
        EXPECT_LT(way.models[kThreat].brier->reliability, 0.01);
    }
}

TEST(Contest, draws_in_any_order_and_piece_by_piece) {
    const Contest contest(pairs_with(0.5, 0.5), contestants(), as_of_pairs());
    std::vector<std::vector<DrawnValues>> draws(40);
    for (std::size_t number = draws.size(); number-- > 0;) draws[number] = contest.draw(number);
    const auto result = contest.result(draws);
    const auto whole = run_contest(pairs_with(0.5, 0.5), contestants(), as_of_pairs());
    for (std::size_t way = 0; way < 2; ++way) {
        for (std::size_t kind = 0; kind < kScoreKinds; ++kind) {
            const auto& one = result.held_out[way].models[kThreat].scores[kind].value();
            const auto& other = whole.held_out[way].models[kThreat].scores[kind].value();
            EXPECT_EQ(one.low, other.low);
            EXPECT_EQ(one.high, other.high);
        }
    }
}

// The spread of coefficients over drawn clusters is about their clustered error (Efron and Tibshirani 1993).
TEST(Contest, draws_coefficients_that_vary_as_their_errors_say) {
    const Contest contest(pairs_with(0.5, 0.5), contestants(), as_of_pairs());
    const auto result = contest.result({});
    const auto& fitted = result.fitted.at(kThreat).predictors.at(1).per_deviation;
    double sum = 0;
    double squares = 0;
    constexpr int kDraws = 100;
    for (int number = 0; number < kDraws; ++number) {
        const auto drawn = contest.drawn_coefficients(kThreat, static_cast<std::uint64_t>(number));
        ASSERT_EQ(drawn.size(), 3U);
        sum += drawn[2];
        squares += drawn[2] * drawn[2];
    }
    const double mean = sum / kDraws;
    const double spread = std::sqrt(squares / kDraws - mean * mean);
    const double error = (fitted.high - fitted.low) / 2 / 1.959963984540054;
    EXPECT_NEAR(mean, fitted.value, error);
    EXPECT_NEAR(spread / error, 1, 0.25);
}

TEST(Contest, knows_its_rows_and_its_forecasts_again) {
    const Contest one(pairs_with(0.5, 0.5), contestants(), as_of_pairs());
    const Contest same(pairs_with(0.5, 0.5), contestants(), as_of_pairs());
    auto changed = pairs_with(0.5, 0.5);
    changed.outcomes[7] = 1 - changed.outcomes[7];
    const Contest other(changed, contestants(), as_of_pairs());
    EXPECT_EQ(one.rows_sha256(), same.rows_sha256());
    EXPECT_EQ(one.forecasts_sha256(), same.forecasts_sha256());
    EXPECT_NE(one.rows_sha256(), other.rows_sha256());
    EXPECT_NE(one.forecasts_sha256(), other.forecasts_sha256());
}

TEST(Contest, needs_a_past_to_learn_from) {
    auto choices = as_of_pairs();
    choices.first_origin = 1990;
    EXPECT_EQ(run_contest(pairs_with(0, 1), contestants(), choices).why_not,
              "no decade from 1990 on has a past to be foreseen from: it takes 1 events that were known when it began");
}

// Some 380 of the 2,560 rows have the outcome, so that 100 of them are known after some twenty of eighty years.
TEST(Contest, foresees_nothing_before_enough_events_are_known) {
    auto choices = as_of_pairs();
    choices.first_origin = 1901;
    choices.least_events = 100;
    const auto rows = pairs_with(0, 1);
    std::size_t known = 0;
    const auto from = run_contest(rows, contestants(), choices).held_out.at(0).from;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.years[row] + choices.window < from) known += rows.outcomes[row];
    }
    EXPECT_GT(from, 1901);
    EXPECT_GE(known, 100U);
    EXPECT_EQ(from % 10, 1) << "decades are counted from the first origin";
}

TEST(Contest, judges_a_sign_by_what_is_expected) {
    auto rows = pairs_with(1, 1);
    rows.expected = {ExpectedSign::Negative, ExpectedSign::None};
    const auto result = run_contest(rows, contestants(), as_of_pairs());
    EXPECT_TRUE(result.fitted.at(kThreat).predictors.at(0).wrong_sign);
    EXPECT_FALSE(result.fitted.at(kThreat).predictors.at(1).wrong_sign);
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
}  // namespace entente::contest
