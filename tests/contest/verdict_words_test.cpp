#include "contest/verdict_words.hpp"

#include <gtest/gtest.h>

namespace entente::contest {
namespace {

// Invented: one rival, of which the verdict and the advantage in skill are given.
TestResult result_with(TestVerdict verdict) {
    TestResult result;
    result.models = {{"base", "the base rate", ModelRole::Base, {}},
                     {"power", "power alone", ModelRole::Rival, {"power"}},
                     {"rain", "rain", ModelRole::Theory, {"power", "rain"}}};
    result.findings = {{1, verdict}};
    HeldOutResult past;
    past.held_out = HoldOut::Past;
    Advantage advantage{2, 1, {}};
    advantage.by[static_cast<std::size_t>(ScoreKind::Skill)] = Estimate{-0.021, -0.034, 0.012};
    past.advantages.push_back(advantage);
    result.held_out.push_back(past);
    return result;
}

TEST(VerdictWords, say_the_verdict_with_its_interval) {
    const ForesightWords words{"Rain foresaw harvests", "rain foresees harvests"};
    const std::string skill = "(skill −.021 [−.034, +.012] by the past alone)";
    EXPECT_EQ(sentence_on(result_with(TestVerdict::Better), words),
              "Rain foresaw harvests better than power alone " + skill + ".");
    EXPECT_EQ(sentence_on(result_with(TestVerdict::NotBetter), words),
              "Rain foresaw harvests no better than power alone " + skill + ".");
    EXPECT_EQ(sentence_on(result_with(TestVerdict::CannotTell), words),
              "Whether rain foresees harvests better than power alone " + skill + " cannot be told from these data.");
}

TEST(VerdictWords, say_why_there_is_no_contest) {
    TestResult none;
    none.why_not = "no row has all that the contest needs";
    EXPECT_EQ(sentence_on(none, {}), "There is no contest: no row has all that the contest needs.");
}

}  // namespace
}  // namespace entente::contest
