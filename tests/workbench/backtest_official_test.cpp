// The backtest on the official files, against R: bench/rival_backtest.R has rows, ridge and rolling origin written
// anew.
#include <fstream>
#include <iterator>
#include <string>

#include <gtest/gtest.h>

#include "workbench/backtest.hpp"
#include "workbench/folders.hpp"
#include "workbench/official_store.hpp"

namespace entente::workbench {
namespace {

class OfficialBacktest : public OfficialStore<kFilesOfEndings> {};

double skill_of(const outlook::HorizonContest& horizon, const std::string& id) {
    for (std::size_t model = 0; model < horizon.result.models.size(); ++model) {
        if (horizon.result.models[model].id != id) continue;
        const auto& scores = horizon.result.held_out.at(0).models[model].scores;
        return scores[static_cast<std::size_t>(contest::ScoreKind::Skill)].value().value;
    }
    ADD_FAILURE() << "there is no model " << id;
    return 0;
}

// R 4.2.2 prints: rows 9034 events 355 alliances 540 years 1920 2009; rows foreseen 8406; skills as below.
TEST_F(OfficialBacktest, foresees_from_the_past_alone_as_R_does) {
    // Of states one deal will do here: the test is about the past.
    const testing::Folder folder;
    const auto theory = folder.path() / "theory.toml";
    std::ifstream in(testing::source_folder() / "theories/alliance-endings.toml");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto deals = text.find("\ndeals ");
    ASSERT_NE(deals, std::string::npos);
    text.erase(deals, text.find('\n', deals + 1) - deals);
    std::ofstream(theory) << text;
    BacktestRequest request;
    request.theory = theory.string();
    request.horizons = {5};
    request.draws = 2;
    const auto result = backtest(request);
    const auto& horizon = result.contest.horizons.at(0);
    EXPECT_EQ(horizon.result.rows, 9034U);
    EXPECT_EQ(horizon.result.events, 355U);
    EXPECT_EQ(horizon.alliances, 540U);
    EXPECT_EQ(horizon.result.from, 1920);
    EXPECT_EQ(horizon.result.to, 2009);
    EXPECT_EQ(horizon.result.held_out.at(0).rows, 8406U);
    EXPECT_NEAR(skill_of(horizon, "duration"), -0.00938143, 1e-6);
    EXPECT_NEAR(skill_of(horizon, "leeds-savun-2007"), 0.11077626, 1e-6);
    EXPECT_NEAR(skill_of(horizon, "walt-1997"), 0.08288110, 1e-6);
    EXPECT_NEAR(skill_of(horizon, "recent-rate"), 0.13792303, 1e-6);
    EXPECT_NE(result.bibtex.find("leeds2002"), std::string::npos);
}

}  // namespace
}  // namespace entente::workbench
