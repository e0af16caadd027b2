#include "workbench/threat_test.hpp"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "test_data.hpp"
#include "workbench/data_store.hpp"

namespace entente::workbench {
namespace {

using testing::error_of;

class ThreatTest : public testing::DataStore {
protected:
    static void add_official(const std::vector<std::string>& names) {
        DataAddRequest request;
        for (const auto& name : names) request.paths.push_back(tests::test_data_folder() / name);
        (void)data_add(request);
    }
    static const std::vector<std::string>& needed() {
        static const std::vector<std::string> names{"cow/NMC-60-abridged.csv",
                                                    "cow/majors2016.csv",
                                                    "peacesciencer/cow_capitals.csv",
                                                    "peacesciencer/cow_contdir.csv",
                                                    "peacesciencer/tss_rivalries.csv",
                                                    "mid_dyadic/dyadic_mid_4.03.csv",
                                                    "atop/peacesciencer_atop_alliance.csv"};
        return names;
    }
    static ThreatTestRequest between_the_wars() {
        ThreatTestRequest request;
        request.from = 1919;
        request.to = 1938;
        request.choices.draws = 20;
        request.choices.folds = 2;
        request.robustness = RobustnessAsked::None;
        request.threads = 2;
        return request;
    }
};

// Invented: one rival, of which the verdict and the advantage in skill are given.
ThreatContest contest_with(const std::string& id, contest::TestVerdict verdict) {
    ThreatContest contest;
    contest.id = id;
    contest.result.models = {{"base", "the base rate", contest::ModelRole::Base, {}},
                             {"power", "power alone", contest::ModelRole::Rival, {"power"}},
                             {"threat", "threat", contest::ModelRole::Theory, {"power", "intentions"}}};
    contest.result.findings = {{1, verdict}};
    contest::HeldOutResult held_out;
    contest::Advantage advantage{2, 1, {}};
    advantage.by[static_cast<std::size_t>(contest::ScoreKind::Skill)] = contest::Estimate{0.021, 0.012, 0.034};
    held_out.advantages.push_back(advantage);
    contest.result.held_out.push_back(held_out);
    return contest;
}

TEST(ThreatTestSentence, says_the_verdict_with_its_interval) {
    const auto words = [](contest::TestVerdict verdict) { return sentence_on(contest_with("x", verdict).result); };
    const std::string interval = "(skill +.021 [+.012, +.034] by decades)";
    EXPECT_EQ(words(contest::TestVerdict::Better),
              "For decades and states that it had not seen, threat foresaw whom states ally against better than power "
              "alone " +
                  interval + ".");
    EXPECT_NE(words(contest::TestVerdict::NotBetter).find("no better than power alone " + interval), std::string::npos);
    EXPECT_EQ(words(contest::TestVerdict::CannotTell),
              "Whether threat foresees whom states ally against better than power alone " + interval +
                  " cannot be told from these data.");
    contest::TestResult none;
    none.why_not = "nobody allied against anybody in these rows";
    EXPECT_EQ(sentence_on(none), "There is no contest: nobody allied against anybody in these rows.");
}

TEST(ThreatTestSentence, sums_up_every_way_of_asking) {
    EXPECT_EQ(summary_of({contest_with("one", contest::TestVerdict::Better),
                          contest_with("two", contest::TestVerdict::CannotTell),
                          contest_with("three", contest::TestVerdict::Better)}),
              "Threat against power alone: better in one, three; it cannot be told in two.");
    EXPECT_EQ(summary_of({}), "");
}

TEST_F(ThreatTest, without_a_store_says_how_to_make_one) {
    EXPECT_EQ(error_of([] { (void)test_threat(ThreatTestRequest{}); }).kind(), ErrorKind::NotFound);
}

TEST_F(ThreatTest, says_which_data_it_lacks) {
    add({"nmc-6.csv"});
    const auto error = error_of([] { (void)test_threat(ThreatTestRequest{}); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(std::string(error.what()).find("atop-directed"), std::string::npos) << error.what();
}

// That threads change nothing is tested without a store, in tests/threat.
TEST_F(ThreatTest, holds_every_contest_that_the_store_allows) {
    ENTENTE_NEEDS_DATA(disputes, "mid_dyadic/dyadic_mid_4.03.csv");
    add_official(needed());
    const auto one = test_threat(between_the_wars());
    ASSERT_EQ(one.contests.size(), 6U);
    const auto& relevant = one.contests.front();
    EXPECT_EQ(relevant.id, "relevant");
    EXPECT_EQ(relevant.result.why_not, "");
    EXPECT_EQ(relevant.result.from, 1919);
    EXPECT_EQ(relevant.result.to, 1938);
    EXPECT_GT(relevant.result.events, 100U);
    EXPECT_NE(relevant.sentence.find("power alone"), std::string::npos) << relevant.sentence;
    // Nobody votes in the General Assembly before 1946.
    EXPECT_EQ(one.contests[1].id, "with-votes");
    EXPECT_NE(one.contests[1].result.why_not, "");
    // Whom a pact names stands in the members' file, which this store lacks.
    EXPECT_EQ(one.contests[5].id, "named");
    EXPECT_EQ(one.contests[5].result.why_not, "no pair of states and year has all that the contest needs");
    EXPECT_NE(one.bibtex.find("leeds2002"), std::string::npos);

    ThreatTestRequest too_late;
    too_late.from = 2017;
    const auto error = error_of([&] { (void)test_threat(too_late); });
    EXPECT_EQ(error.kind(), ErrorKind::NotFound);
    EXPECT_NE(std::string(error.what()).find("1816 to 2014"), std::string::npos) << error.what();
}

}  // namespace
}  // namespace entente::workbench
