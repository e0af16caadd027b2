// Scenarios that move covariates of the fitted outlook: against R from the same official files, and what is said where
// nothing moves.
#include <algorithm>
#include <memory>
#include <string>

#include <gtest/gtest.h>

#include "workbench/folders.hpp"
#include "workbench/official_store.hpp"
#include "workbench/scenario.hpp"

namespace entente::workbench {
namespace {

using testing::Folder;

OpenCasePtr case_named(const char* name) {
    return open_case({testing::source_folder() / "cases" / name, {}, {}, {}});
}

// A scenario of the US–Japan case's sources, in a file of its own, that moves one number.
std::string moving(const Folder& folder, const std::string& id, const std::string& covariate, const std::string& change,
                   const std::string& source = "thesis-2019") {
    folder.write(id + ".toml", "id = \"" + id + "\"\nname = \"" + id +
                                   "\"\nauthor = \"x\"\ntheory = \"walt-1997\"\ntrigger = \"x\"\nhorizon = \"2030\"\n"
                                   "resolution = \"x\"\nsources = [\"" +
                                   source + "\"]\n[[effect]]\nindicator = \"" + covariate + "\"\nchange = " + change +
                                   "\n");
    return (folder.path() / (id + ".toml")).string();
}

ScenarioRequest about(std::vector<std::string> files) {
    ScenarioRequest request;
    request.named = std::move(files);
    request.draws = 200;
    return request;
}

class WithoutAStore : public ::testing::Test {
private:
    Folder home_;
    testing::Environment entente_home_{"ENTENTE_HOME", home_.path().string()};
    testing::Environment entente_share_{"ENTENTE_SHARE", ""};
};

TEST_F(WithoutAStore, a_scenario_about_a_covariate_says_why_nothing_moves) {
    const Folder files;
    const auto result = scenario(case_named("us-japan"), about({moving(files, "calm", "shared-rival", "[-1, 0]")}));
    ASSERT_EQ(result.scenarios.size(), 1U);
    const auto& fitted = result.scenarios[0].fitted;
    ASSERT_TRUE(fitted.has_value());
    EXPECT_TRUE(fitted->horizons.empty());
    EXPECT_TRUE(fitted->why_not.starts_with("there is no data store yet")) << fitted->why_not;
    // The verdict stays as it is: a covariate moves no finding.
    EXPECT_EQ(result.scenarios[0].draws.flips, 0);
}

TEST_F(WithoutAStore, a_scenario_about_factors_and_indicators_asks_for_no_model) {
    const Folder files;
    const auto request = about({moving(files, "less", "forces-with-ally", "[-0.3, -0.1]"), "relit-crisis"});
    const auto result = scenario(case_named("us-japan"), request);
    EXPECT_EQ(result.fitted, nullptr);
    for (const auto& view : result.scenarios) EXPECT_FALSE(view.fitted.has_value());
}

class OfficialScenarios : public OfficialStore<kFilesOfEndings> {
protected:
    static void TearDownTestSuite() {
        asked_.reset();
        OfficialStore::TearDownTestSuite();
    }

    // All of them in one question, since each fits the model anew.
    static const ScenarioResult& asked() {
        if (asked_ == nullptr) {
            const Folder files;
            auto request = about({moving(files, "calm", "shared-rival", "[-1, 0]"),
                                  moving(files, "rise", "rival-pressure-change", "[0.1, 0.3]"),
                                  moving(files, "surge", "rival-pressure-change", "[0.2, 20]"),
                                  moving(files, "shift", "support-change", "[1, 1]")});
            request.together = true;
            asked_ = std::make_unique<ScenarioResult>(scenario(case_named("us-japan"), request));
        }
        return *asked_;
    }

    static const ScenarioFitted& under(const std::string& id) {
        for (const auto& view : asked().scenarios) {
            if (view.scenario.id == id) return view.fitted.value();
        }
        throw std::out_of_range(id);
    }

private:
    static inline std::unique_ptr<ScenarioResult> asked_;
};

TEST_F(OfficialScenarios, start_from_what_the_outlook_says) {
    const auto& result = asked();
    ASSERT_NE(result.fitted, nullptr);
    ASSERT_TRUE(result.fitted->fitted.has_value()) << result.fitted->why_no_model;
    EXPECT_FALSE(result.fitted->fitted->chosen);
    EXPECT_TRUE(result.fitted->fitted->reason.starts_with("shown for its drivers"));
    const auto& path = result.fitted->fitted->path;
    const auto& calm = under("calm");
    ASSERT_EQ(calm.horizons.size(), 3U) << calm.why_not;
    for (const auto& risk : calm.horizons) {
        const auto& now = path.years[static_cast<std::size_t>(risk.years - 1)].modes.front();
        EXPECT_EQ(risk.now.p, now.p);
        EXPECT_EQ(risk.now.interval->low, now.interval->low);
        EXPECT_EQ(risk.greatest.p, now.p);
    }
}

// R, on the rows that `entente outlook --rows` writes: the fit that outlook_test.cpp describes, by Newton's steps of
// R's own, and F(t) = F(t − 1) + S(t − 1) h(t) for ages 59 to 68 with shared-rival 0 in place of 1.
TEST_F(OfficialScenarios, agree_with_r_about_a_rivalry_that_is_over) {
    const auto& calm = under("calm");
    ASSERT_EQ(calm.horizons.size(), 3U) << calm.why_not;
    EXPECT_NEAR(calm.horizons[0].least.p, 0.00387153651207, 1e-7);
    EXPECT_NEAR(calm.horizons[1].least.p, 0.01951350390344, 1e-7);
    EXPECT_NEAR(calm.horizons[2].least.p, 0.0395630689469, 1e-7);
    // Two ends with equal chance: half-way between 1.95% and 6.59%, within four standard errors of 200 draws.
    EXPECT_NEAR(calm.horizons[1].mean, (0.01951350390344 + 0.0659130711258) / 2, 4 * 0.0232 / 14.14);
}

// R: the same with rival-pressure-change .254783598 + .1, and + .3.
TEST_F(OfficialScenarios, agree_with_r_about_rivals_that_grow) {
    const auto& rise = under("rise");
    ASSERT_EQ(rise.horizons.size(), 3U) << rise.why_not;
    EXPECT_NEAR(rise.horizons[1].least.p, 0.0676757297635, 1e-7);
    EXPECT_NEAR(rise.horizons[1].greatest.p, 0.0713299758003, 1e-7);
    EXPECT_NEAR(rise.horizons[2].greatest.p, 0.1407050400704, 1e-7);
    EXPECT_GT(rise.horizons[1].low, rise.horizons[1].least.p);
    EXPECT_LT(rise.horizons[1].high, rise.horizons[1].greatest.p);
}

TEST_F(OfficialScenarios, say_what_the_model_cannot_be_asked) {
    const auto& shift = under("shift");
    EXPECT_TRUE(shift.horizons.empty());
    EXPECT_TRUE(shift.why_not.starts_with("'support-change' moves nothing: it is not known of this alliance now"))
        << shift.why_not;
}

TEST_F(OfficialScenarios, warn_where_the_line_is_drawn_out) {
    const auto& surge = under("surge");
    ASSERT_EQ(surge.horizons.size(), 3U) << surge.why_not;
    ASSERT_FALSE(surge.warnings.empty());
    EXPECT_TRUE(surge.warnings[0].starts_with("'rival-pressure-change' would be 0.455 to 20.3, outside all that"))
        << surge.warnings[0];
    EXPECT_TRUE(under("rise").warnings.empty());
}

TEST_F(OfficialScenarios, together_add_up_and_leave_out_what_does_not_move) {
    ASSERT_TRUE(asked().joint && asked().joint->fitted);
    const auto& joint = *asked().joint->fitted;
    ASSERT_EQ(joint.horizons.size(), 3U) << joint.why_not;
    ASSERT_EQ(joint.moved.size(), 2U);
    EXPECT_EQ(joint.moved[1].id, "rival-pressure-change");
    // .254783598 and the ends of [0.1, 0.3] and [0.2, 20] together.
    EXPECT_NEAR(joint.values[1].low, 0.554783598, 1e-8);
    EXPECT_NEAR(joint.values[1].high, 20.554783598, 1e-8);
    EXPECT_LT(joint.horizons[1].least.p, under("rise").horizons[1].least.p);
    EXPECT_GT(joint.horizons[1].greatest.p, under("rise").horizons[1].greatest.p);
    EXPECT_TRUE(joint.warnings.front().starts_with("'support-change' moves nothing")) << joint.warnings.front();
}

TEST_F(OfficialScenarios, of_an_alliance_of_several_have_the_reason) {
    const Folder files;
    const auto open = case_named("nato");
    const auto source = open->content.sources.front().key;
    const auto result = scenario(open, about({moving(files, "calm", "shared-rival", "[-1, 0]", source)}));
    const auto& fitted = result.scenarios[0].fitted.value();
    EXPECT_TRUE(fitted.why_not.starts_with("models are fitted to alliances of two states")) << fitted.why_not;
}

}  // namespace
}  // namespace entente::workbench
