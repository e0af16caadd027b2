#include "outlook/ending_contest.hpp"

#include <algorithm>
#include <cstddef>
#include <thread>

#include <gtest/gtest.h>

#include "contest_alliances.hpp"
#include "outlook/ending_findings.hpp"

namespace entente::outlook {
namespace {

std::vector<evidence::Covariate> named_covariates() {
    auto covariates = invented_covariates();
    for (auto& covariate : covariates) covariate.name = "the " + covariate.id;
    return covariates;
}

const EndingContests& contests() {
    static const EndingContests made(alliances_of_forty_states(), invented_models(), named_covariates(),
                                     asked_of_invented());
    return made;
}

std::vector<EndingDraw> all_draws() {
    std::vector<EndingDraw> draws;
    for (std::size_t number = 0; number < 30; ++number) draws.push_back(contests().draw(number));
    return draws;
}

const EndingContestResult& result() {
    static const EndingContestResult made = contests().result(all_draws());
    return made;
}

const EndingCoefficient& coefficient(std::size_t horizon, const std::string& id) {
    for (const auto& one : result().horizons.at(horizon).coefficients.at(2)) {
        if (one.covariate == id) return one;
    }
    throw std::runtime_error("no such covariate");
}

TEST(EndingContest, holds_one_contest_for_each_horizon) {
    ASSERT_EQ(result().horizons.size(), 2U);
    EXPECT_EQ(result().horizons[0].years, 1);
    EXPECT_EQ(result().horizons[1].years, 5);
    EXPECT_GT(result().horizons[1].result.events, result().horizons[0].result.events);
    for (const auto& horizon : result().horizons) {
        ASSERT_EQ(horizon.result.held_out.size(), 2U);
        EXPECT_EQ(horizon.result.held_out[0].held_out, contest::HoldOut::Past);
        EXPECT_EQ(horizon.result.held_out[1].held_out, contest::HoldOut::PairStates);
        EXPECT_EQ(horizon.result.models.size(), 3U);
    }
}

// The invented power wears alliances, as the theory says; the quarrel does too, which the theory denies.
TEST(EndingContest, finds_the_signs_that_made_the_rows) {
    EXPECT_EQ(coefficient(1, "power").finding, SignFinding::AsExpected);
    EXPECT_EQ(coefficient(1, "quarrel").finding, SignFinding::Opposite);
    EXPECT_FALSE(coefficient(1, "age").finding);
    EXPECT_FALSE(coefficient(1, "age").expected);
    EXPECT_TRUE(coefficient(1, "power").drawn);
    EXPECT_LT(coefficient(1, "power").drawn->low, coefficient(1, "power").per_deviation.value);
    const auto told = std::any_of(result().findings.begin(), result().findings.end(), [](const auto& finding) {
        return finding.find("“the quarrel” is higher, more alliances") != std::string::npos &&
               finding.find("Against") == 0;
    });
    EXPECT_TRUE(told);
}

TEST(EndingContest, draws_in_any_order_and_on_any_thread) {
    std::vector<EndingDraw> draws(30);
    {
        std::vector<std::jthread> threads;
        for (std::size_t thread = 0; thread < 2; ++thread) {
            threads.emplace_back([&draws, thread] {
                for (std::size_t number = 30; number-- > 0;) {
                    if (number % 2 == thread) draws[number] = contests().draw(number);
                }
            });
        }
    }
    EXPECT_EQ(draws, all_draws());
    for (const auto& draw : draws) EXPECT_EQ(draw.size(), contests().draw_columns().size());
}

TEST(EndingContest, names_every_number_of_a_draw) {
    const auto& columns = contests().draw_columns();
    const auto has = [&](const std::string& name) { return std::count(columns.begin(), columns.end(), name) == 1; };
    EXPECT_TRUE(has("1/past/theory/skill"));
    EXPECT_TRUE(has("5/pair-states/base-rate/log-score"));
    EXPECT_TRUE(has("5/past/duration/calibration-1"));
    EXPECT_TRUE(has("5/coefficient/quarrel"));
    EXPECT_FALSE(has("5/coefficient/intercept"));
}

TEST(EndingContest, says_why_there_is_none) {
    auto request = asked_of_invented();
    request.rules.to = 1910;
    const EndingContests none(alliances_of_forty_states(), invented_models(), invented_covariates(), request);
    const auto answer = none.result({});
    EXPECT_NE(answer.horizons[0].result.why_not, "");
    EXPECT_EQ(answer.horizons[0].sentence.find("There is no contest: no decade from 1920 on"), 0U);
    EXPECT_EQ(answer.chosen, "base-rate");
    EXPECT_TRUE(none.draw_columns().empty());
}

// Skills and log scores of a model at the longest horizon, both ways of holding out alike.
HorizonContest horizon_with(const std::vector<std::pair<contest::Estimate, double>>& skill_and_log) {
    HorizonContest horizon;
    horizon.years = 5;
    horizon.result.models = {{"base-rate", "the base rate", contest::ModelRole::Base, {}}};
    contest::HeldOutResult way;
    way.models.resize(1);
    for (std::size_t model = 0; model < skill_and_log.size(); ++model) {
        const auto id = "model-" + std::to_string(model + 1);
        horizon.result.models.push_back(
            {id, id, model == 0 ? contest::ModelRole::Theory : contest::ModelRole::Rival, {}});
        auto& scores = way.models.emplace_back().scores;
        scores[static_cast<std::size_t>(contest::ScoreKind::Skill)] = skill_and_log[model].first;
        scores[static_cast<std::size_t>(contest::ScoreKind::Log)] =
            contest::Estimate{skill_and_log[model].second, -1, 0};
    }
    horizon.result.held_out = {way, way};
    return horizon;
}

constexpr contest::Estimate kClear{0.05, 0.02, 0.08};
constexpr contest::Estimate kOpen{0.05, -0.02, 0.08};
constexpr contest::Estimate kSmall{0.004, 0.001, 0.008};

TEST(ChosenModel, is_the_best_of_those_that_beat_the_base_rate) {
    EXPECT_EQ(chosen_model({horizon_with({{kClear, -0.3}, {kClear, -0.2}})}, 0.01).id, "model-2");
    EXPECT_EQ(chosen_model({horizon_with({{kClear, -0.3}, {kOpen, -0.2}})}, 0.01).id, "model-1");
    EXPECT_EQ(chosen_model({horizon_with({{kSmall, -0.3}, {kOpen, -0.2}})}, 0.01).id, "base-rate");
}

TEST(ChosenModel, is_chosen_at_the_longest_horizon) {
    auto near = horizon_with({{kClear, -0.1}, {kOpen, -0.2}});
    near.years = 1;
    EXPECT_EQ(chosen_model({near, horizon_with({{kOpen, -0.3}, {kClear, -0.4}})}, 0.01).id, "model-2");
    EXPECT_EQ(chosen_model({}, 0.01).id, "base-rate");
}

}  // namespace
}  // namespace entente::outlook
