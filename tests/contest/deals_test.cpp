// States dealt into folds several times: scores are over all deals.
#include "contest/contest.hpp"

#include <gtest/gtest.h>

#include "invented_rows.hpp"

namespace entente::contest {
namespace {

const std::vector<TestModel> kModels{{"base", "base rate", ModelRole::Base, {}},
                                     {"theory", "threat", ModelRole::Theory, {"power", "intentions"}}};

TestChoices dealt(std::size_t times) {
    auto choices = few_draws();
    choices.held_out = {HoldOut::States};
    choices.deals = times;
    choices.calibrated = Calibrated::All;
    return choices;
}

Dealt deal(const TestRows& rows, std::size_t number) {
    const std::vector<PreparedModel> prepared{{{}, {}}, {{rows.predictors[0], rows.predictors[1]}, {}}};
    auto parting = by_states(rows, dealt(1), number);
    auto forecasts = forecasts_of(rows, parting, prepared, one_by_one);
    return {std::move(parting), std::move(forecasts)};
}

double value(const DrawnValues& values, ScoreKind kind) {
    return values.scores.at(1).at(static_cast<std::size_t>(kind)).value();
}

TEST(Deals, put_states_into_other_folds) {
    const auto rows = invented(0.5, 0.5);
    const auto first = by_states(rows, dealt(1), 0);
    const auto second = by_states(rows, dealt(1), 1);
    EXPECT_EQ(first.part_of_row, by_states(rows, dealt(1)).part_of_row);
    EXPECT_NE(first.part_of_row, second.part_of_row);
    EXPECT_EQ(first.parts, second.parts);
}

TEST(Deals, are_one_where_nobody_shuffles) {
    EXPECT_EQ(deals_of(HoldOut::Past, dealt(7)), 1U);
    EXPECT_EQ(deals_of(HoldOut::Decades, dealt(7)), 1U);
    EXPECT_EQ(deals_of(HoldOut::States, dealt(7)), 7U);
    EXPECT_EQ(deals_of(HoldOut::PairStates, dealt(7)), 7U);
}

// A mean over the rows of all deals is the mean of the deals' means: the rows are the same in each.
TEST(Deals, have_the_mean_of_the_scores_of_each_in_every_draw) {
    const auto rows = invented(0.5, 0.5);
    std::vector<Dealt> all;
    std::vector<HeldOutScores> each;
    for (std::size_t number = 0; number < 3; ++number) {
        all.push_back(deal(rows, number));
        each.emplace_back(rows, kModels, std::vector<Dealt>{deal(rows, number)}, dealt(1));
    }
    const HeldOutScores together(rows, kModels, all, dealt(3));
    for (const std::uint64_t draw : {0U, 5U}) {
        for (const auto kind : {ScoreKind::Log, ScoreKind::Brier}) {
            double sum = 0;
            for (const auto& one : each) sum += value(one.draw(draw), kind);
            EXPECT_NEAR(value(together.draw(draw), kind), sum / 3, 1e-12);
        }
    }
    const auto area = value(together.draw(0), ScoreKind::Area);
    EXPECT_GT(area, 0.6);
    EXPECT_LT(area, 1);
}

TEST(Deals, count_each_row_once) {
    const auto rows = invented(0.5, 0.5);
    const Contest once(rows, kModels, dealt(1), one_by_one);
    const Contest thrice(rows, kModels, dealt(3), one_by_one);
    const auto one = once.result(std::vector<std::vector<DrawnValues>>{once.draw(0), once.draw(1)}).held_out.at(0);
    const auto all =
        thrice.result(std::vector<std::vector<DrawnValues>>{thrice.draw(0), thrice.draw(1)}).held_out.at(0);
    EXPECT_EQ(all.deals, 3U);
    EXPECT_EQ(all.rows, one.rows);
    EXPECT_EQ(all.events, one.events);
    EXPECT_EQ(all.clusters, one.clusters);
    EXPECT_EQ(all.parts, one.parts);
    std::size_t size = 0;
    for (const auto& point : all.models.at(1).calibration) size += point.group.size;
    EXPECT_NEAR(static_cast<double>(size), static_cast<double>(rows.size()), 10);
    EXPECT_NE(all.models.at(1).scores.at(0)->value, one.models.at(1).scores.at(0)->value);
}

}  // namespace
}  // namespace entente::contest
