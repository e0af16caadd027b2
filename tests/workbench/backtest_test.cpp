#include "workbench/backtest.hpp"

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "outlook/contest_alliances.hpp"
#include "test_data.hpp"
#include "workbench/data_store.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;

evidence::OutlookTheory invented_theory() {
    evidence::OutlookTheory theory;
    theory.id = "invented";
    theory.sha256 = std::string(64, 'a');
    theory.models = outlook::invented_models();
    theory.contest = outlook::asked_of_invented().rules;
    return theory;
}

BacktestRequest small_request() {
    BacktestRequest request;
    request.draws = 11;
    request.threads = 1;
    return request;
}

PreparedBacktest prepared(const BacktestRequest& request) {
    return {outlook::alliances_of_forty_states(), invented_theory(), outlook::invented_covariates(), request};
}

// Every number of an answer that draws decide.
std::vector<double> drawn_numbers(const outlook::EndingContestResult& result) {
    std::vector<double> numbers;
    const auto add = [&](const contest::Estimate& estimate) {
        numbers.insert(numbers.end(), {estimate.value, estimate.low, estimate.high});
    };
    for (const auto& horizon : result.horizons) {
        for (const auto& way : horizon.result.held_out) {
            for (const auto& model : way.models) {
                for (const auto& score : model.scores) {
                    if (score) add(*score);
                }
                for (const auto& point : model.calibration) {
                    if (point.happened) add(*point.happened);
                }
            }
            for (const auto& advantage : way.advantages) {
                for (const auto& by : advantage.by) {
                    if (by) add(*by);
                }
            }
        }
        for (const auto& coefficients : horizon.coefficients) {
            for (const auto& one : coefficients) {
                if (one.drawn) add(*one.drawn);
            }
        }
    }
    return numbers;
}

std::vector<Shard> shards_of(const BacktestRequest& request, std::size_t count) {
    const auto backtest = prepared(request);
    std::vector<Shard> shards;
    for (std::size_t number = 1; number <= count; ++number) {
        Problems problems;
        shards.push_back(shard_from(shard_text(backtest.shard({number, count})), "shard.csv", problems));
        EXPECT_TRUE(problems.empty());
    }
    return shards;
}

TEST(Backtest, in_shards_is_the_same_as_in_one_process_for_any_number_of_shards_and_threads) {
    const auto whole = drawn_numbers(prepared(small_request()).contest());
    EXPECT_GT(whole.size(), 300U);
    auto in_threads = small_request();
    in_threads.threads = 3;
    EXPECT_EQ(drawn_numbers(prepared(in_threads).contest()), whole);
    for (const std::size_t count : {1U, 2U, 3U, 17U}) {
        auto shards = shards_of(small_request(), count);
        std::reverse(shards.begin(), shards.end());
        EXPECT_EQ(drawn_numbers(prepared(small_request()).gathered(shards)), whole) << count;
    }
}

TEST(Backtest, refuses_shards_that_do_not_belong_together) {
    const auto three = shards_of(small_request(), 3);
    const std::vector<std::filesystem::path> files{"a.csv", "b.csv", "c.csv"};
    require_all_shards(three, files);
    const auto message = [&](std::vector<Shard> shards) {
        const auto error = error_of([&] { require_all_shards(shards, {"a.csv", "b.csv", "c.csv"}); });
        EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
        return std::string(error.what());
    };
    EXPECT_EQ(message({three[0], three[2]}), "of 3 shards these are missing: 2");
    EXPECT_EQ(message({three[0], three[1], three[1]}), "b.csv and c.csv are both shard 2");
    EXPECT_NE(message({three[0], shards_of(small_request(), 2)[1]}).find("one of 3 shards, b.csv one of 2"),
              std::string::npos);
    auto other = small_request();
    other.seed = 7;
    EXPECT_NE(message({three[0], shards_of(other, 3)[1]}).find("asked otherwise"), std::string::npos);
}

TEST(Backtest, refuses_shards_of_other_data) {
    const auto shards = shards_of(small_request(), 2);
    auto years = outlook::alliances_of_forty_states();
    *years.columns[0][3] += 1;
    const PreparedBacktest other(years, invented_theory(), outlook::invented_covariates(), small_request());
    const auto error = error_of([&] { (void)other.gathered(shards); });
    EXPECT_EQ(error.kind(), ErrorKind::BadRequest);
    EXPECT_NE(std::string(error.what()).find("the data are others"), std::string::npos) << error.what();
}

TEST(Backtest, asks_again_what_a_shard_was_asked) {
    auto request = small_request();
    request.horizons = {5};
    request.from = 1905;
    request.model = "duration";
    const auto shard = prepared(request).shard({1, 1});
    const auto again = request_of(shard.head);
    EXPECT_EQ(again.horizons, request.horizons);
    EXPECT_EQ(again.from, 1905);
    EXPECT_EQ(again.to, 1979) << "the last year of the rows, as it came out";
    EXPECT_EQ(again.model, "duration");
    EXPECT_EQ(prepared(again).shard({1, 1}).head, shard.head);
}

TEST(Backtest, draws_the_coefficients_of_the_model_that_is_asked_for) {
    auto request = small_request();
    request.model = "duration";
    const auto result = prepared(request).contest();
    EXPECT_TRUE(result.horizons[0].coefficients[1].at(0).drawn);
    EXPECT_FALSE(result.horizons[0].coefficients[2].at(0).drawn);
}

TEST(Backtest, refuses_what_makes_no_sense) {
    const auto kind_of = [](const auto& change) {
        auto request = small_request();
        change(request);
        return error_of([&] { (void)prepared(request); }).kind();
    };
    EXPECT_EQ(kind_of([](auto& request) { request.horizons = {0}; }), ErrorKind::BadRequest);
    EXPECT_EQ(kind_of([](auto& request) { request.horizons = {5, 5}; }), ErrorKind::BadRequest);
    EXPECT_EQ(kind_of([](auto& request) { request.draws = 0; }), ErrorKind::BadRequest);
    EXPECT_EQ(kind_of([](auto& request) { request.ending = outlook::Ending::Defeat; }), ErrorKind::BadRequest);
    EXPECT_EQ(kind_of([](auto& request) { request.model = "nobody"; }), ErrorKind::NotFound);
    EXPECT_EQ(kind_of([](auto& request) { request.from = 1990; }), ErrorKind::NotFound);
}

class BacktestStore : public testing::DataStore {};

TEST_F(BacktestStore, without_a_store_says_how_to_make_one) {
    EXPECT_EQ(error_of([] { (void)backtest(BacktestRequest{}); }).kind(), ErrorKind::NotFound);
}

TEST_F(BacktestStore, says_which_data_it_lacks) {
    add({"nmc-6.csv"});
    const auto error = error_of([] { (void)backtest(BacktestRequest{}); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(std::string(error.what()).find("atop"), std::string::npos) << error.what();
}

TEST_F(BacktestStore, gathers_nothing_from_what_is_no_shard) {
    EXPECT_EQ(error_of([] { (void)gather(std::vector<std::filesystem::path>{}); }).kind(), ErrorKind::BadRequest);
    EXPECT_EQ(error_of([] { (void)gather({invented("nmc-6.csv")}); }).kind(), ErrorKind::BadData);
}

}  // namespace
}  // namespace entente::workbench
