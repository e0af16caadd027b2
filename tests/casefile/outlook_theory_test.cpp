#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"
#include "core/sha256.hpp"
#include "file_edits.hpp"
#include "theory_text.hpp"

namespace entente::casefile {
namespace {

using evidence::CovariateMeasure;
using evidence::DurationShape;
using evidence::EndingModelRole;

constexpr const char* kTheory = R"(id = "small"
kind = "outlook"
name = "Small"
summary = "s"
citation = "c"
cautions = ["one caution"]
chosen = "power"
chosen_reason = "r"

[contest]
from = 1816
first_origin = 1900
horizons = [1, 5]
folds = 10
margin = 0.01
margin_reason = "m"
ridge = 1
known_for = 5

[[covariate]]
id = "change"
name = "capabilities changed"
measure = "capability-change"
threshold = 0.2
rise = "collapse"
data = ["nmc.cinc"]
reason = "r"

[[covariate]]
id = "ratio"
name = "capabilities compared"
measure = "capability-ratio"
rise = "endurance"
pace = "leader"
data = ["nmc.cinc"]
reason = "r"
caution = "c"

[[model]]
id = "none"
name = "nothing"
role = "base"
duration = "constant"

[[model]]
id = "power"
name = "power"
role = "rival"
duration = "cubic"
covariates = ["change", "ratio"]
citation = "c"
differs = "d"
)";

constexpr const char* kOfTheory = R"(
[[model]]
id = "reasons"
name = "reasons"
role = "theory"
duration = "spline"
theory = "walt-1997"
)";

Lines problems_of(const std::string& text) {
    return problems_in(outlook_theory_from, text);
}

Lines changed(const std::string& old, const std::string& with) {
    return problems_of(replaced(kTheory, old, with));
}

TEST(OutlookTheory, every_key_arrives) {
    Problems problems;
    const auto text = std::string(kTheory) + kOfTheory;
    const auto theory = outlook_theory_from(text, "t.toml", problems);
    ASSERT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(theory.id, "small");
    EXPECT_EQ(theory.sha256, sha256(text));
    EXPECT_EQ(theory.chosen, "power");
    EXPECT_EQ(theory.chosen_reason, "r");
    EXPECT_EQ(theory.contest.from, 1816);
    EXPECT_EQ(theory.contest.to, 0);
    EXPECT_EQ(theory.contest.first_origin, 1900);
    EXPECT_EQ(theory.contest.horizons, (std::vector<int>{1, 5}));
    EXPECT_EQ(theory.contest.folds, 10U);
    EXPECT_EQ(theory.contest.margin, 0.01);
    EXPECT_EQ(theory.contest.ridge, 1);
    EXPECT_EQ(theory.contest.known_for, 5);
    ASSERT_EQ(theory.covariates.size(), 2U);
    const auto& change = theory.covariates[0];
    EXPECT_EQ(change.measure, CovariateMeasure::CapabilityChange);
    EXPECT_EQ(change.threshold, 0.2);
    EXPECT_EQ(change.rise, evidence::Direction::Collapse);
    EXPECT_EQ(change.pace, evidence::Pace::Structure);
    EXPECT_EQ(change.data, Lines{"nmc.cinc"});
    EXPECT_EQ(change.factor, "");
    EXPECT_EQ(theory.covariates[1].pace, evidence::Pace::Leader);
    EXPECT_EQ(theory.covariates[1].caution, "c");
    ASSERT_EQ(theory.models.size(), 3U);
    EXPECT_EQ(theory.models[1].covariates, (Lines{"change", "ratio"}));
    EXPECT_EQ(theory.models[1].duration, DurationShape::Cubic);
    EXPECT_EQ(theory.models[1].differs, "d");
    EXPECT_EQ(theory.models[2].role, EndingModelRole::Theory);
    EXPECT_EQ(theory.models[2].theory, "walt-1997");
}

TEST(OutlookTheory, the_shipped_one_is_without_problems) {
    Problems problems;
    const auto theory =
        read_outlook_theory(std::filesystem::path(ENTENTE_SOURCE_DIR) / "theories/alliance-endings.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(theory.id, "alliance-endings");
}

TEST(OutlookTheory, a_file_says_what_it_is) {
    EXPECT_EQ(changed("kind = \"outlook\"", "kind = \"burden\""),
              Lines{"2:8 this is a theory of burden sharing: it has no models of endings"});
    Problems problems;
    (void)theory_from(kTheory, "t.toml", problems);
    EXPECT_EQ(lines_of(problems),
              Lines{"t.toml:2:8 this is a theory of endings: it has no factors to code evidence under"});
}

TEST(OutlookTheory, any_reader_finds_the_kind) {
    CaseCopy copy;
    copy.write("small.toml", kTheory);
    Problems problems;
    EXPECT_TRUE(std::holds_alternative<evidence::OutlookTheory>(read_any_theory(copy / "small.toml", problems)));
    EXPECT_EQ(lines_of(problems), Lines{});
}

TEST(OutlookTheory, a_measure_with_a_mark_needs_its_threshold_and_others_have_none) {
    EXPECT_EQ(changed("threshold = 0.2\n", ""), Lines{"20:1 'threshold' is missing"});
    EXPECT_EQ(changed("threshold = 0.2", "threshold = 0"), Lines{"24:13 'threshold' is not above zero"});
    EXPECT_EQ(changed("measure = \"capability-ratio\"", "measure = \"capability-ratio\"\nthreshold = 10"),
              Lines{"33:13 the measure 'capability-ratio' has no threshold"});
}

TEST(OutlookTheory, a_measure_names_one_data_set_for_each_thing_that_it_reads) {
    EXPECT_EQ(changed("data = [\"nmc.cinc\"]\nreason = \"r\"\ncaution",
                      "data = [\"nmc.cinc\", \"x.y\"]\nreason = \"r\"\ncaution"),
              Lines{"35:8 the measure 'capability-ratio' reads 1 data set, but 2 are named"});
}

TEST(OutlookTheory, an_unknown_measure_is_one_problem) {
    const auto lines = changed("measure = \"capability-change\"", "measure = \"capability-chance\"");
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_NE(lines.front().find("did you mean 'capability-change'?"), std::string::npos);
}

TEST(OutlookTheory, a_covariate_belongs_to_no_factor_here) {
    EXPECT_EQ(changed("id = \"change\"", "id = \"change\"\nfactor = \"credibility\""),
              Lines{"22:1 unknown key 'factor'"});
}

TEST(OutlookTheory, ids_stand_once) {
    EXPECT_EQ(changed("id = \"ratio\"", "id = \"change\"").front(), "30:6 the covariate 'change' stands here twice");
    EXPECT_EQ(changed("id = \"none\"", "id = \"power\"").front(), "46:6 the model 'power' stands here twice");
    EXPECT_EQ(changed("[\"change\", \"ratio\"]", "[\"ratio\", \"ratio\"]"),
              Lines{"50:14 the covariate 'ratio' stands here twice"});
}

TEST(OutlookTheory, has_exactly_one_base_rate) {
    EXPECT_EQ(changed("role = \"base\"", "role = \"rival\""), Lines{"39:1 no model is the base rate"});
    EXPECT_EQ(problems_of(std::string(kTheory) +
                          "\n[[model]]\nid = \"b\"\nname = \"b\"\nrole = \"base\"\nduration = \"constant\"\n"),
              Lines{"54:1 'b' is a second base rate, beside 'none'"});
}

TEST(OutlookTheory, a_base_rate_knows_neither_age_nor_covariates) {
    EXPECT_EQ(changed("duration = \"constant\"", "duration = \"cubic\""),
              Lines{"43:12 a base rate does not change with age"});
    EXPECT_EQ(changed("duration = \"constant\"", "duration = \"constant\"\ncovariates = [\"ratio\"]"),
              Lines{"44:14 a base rate has no covariates"});
}

TEST(OutlookTheory, a_model_of_a_theory_names_it_and_has_no_list_of_its_own) {
    const auto text = std::string(kTheory) + kOfTheory;
    EXPECT_EQ(problems_of(replaced(text, "theory = \"walt-1997\"\n", "")), Lines{"54:1 'theory' is missing"});
    EXPECT_EQ(problems_of(replaced(text, "theory = \"walt-1997\"", "theory = \"walt-1997\"\ncovariates = []")),
              Lines{"60:14 a model of a theory has all covariates of the theory"});
    EXPECT_EQ(changed("covariates = [\"change\", \"ratio\"]", "theory = \"walt-1997\""),
              Lines{"50:10 only a model of the role 'theory' stands for a theory"});
}

TEST(OutlookTheory, names_lead_to_covariates_unless_another_file_may_hold_them) {
    EXPECT_EQ(changed("[\"change\", \"ratio\"]", "[\"change\", \"ration\"]"),
              Lines{"45:1 the model 'power' names the unknown covariate 'ration'; did you mean 'ratio'?"});
    const auto text = replaced(kTheory, "[\"change\", \"ratio\"]", "[\"change\", \"asymmetry\"]") + kOfTheory;
    EXPECT_EQ(problems_of(text), Lines{});
}

TEST(OutlookTheory, a_rival_may_be_the_rate_of_recent_years) {
    const auto text =
        std::string(kTheory) +
        "\n[[model]]\nid = \"recent\"\nname = \"r\"\nrole = \"rival\"\nduration = \"constant\"\nrecent = 20\n";
    Problems problems;
    const auto theory = outlook_theory_from(text, "t.toml", problems);
    ASSERT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(theory.models.at(1).recent, 0);
    EXPECT_EQ(theory.models.at(2).recent, 20);
    EXPECT_EQ(problems_of(replaced(text, "recent = 20", "recent = 2")), Lines{"59:10 'recent' is out of range"});
    EXPECT_EQ(changed("duration = \"cubic\"", "duration = \"cubic\"\nrecent = 20"),
              Lines{"50:10 'recent' belongs to a rival with a constant duration and no covariates"});
    EXPECT_EQ(changed("duration = \"constant\"", "duration = \"constant\"\nrecent = 20"),
              Lines{"44:10 'recent' belongs to a rival with a constant duration and no covariates"});
}

TEST(OutlookTheory, states_are_dealt_once_unless_it_says_more) {
    Problems problems;
    EXPECT_EQ(outlook_theory_from(kTheory, "t.toml", problems).contest.deals, 1U);
    const auto text = replaced(kTheory, "folds = 10", "folds = 10\ndeals = 20");
    EXPECT_EQ(outlook_theory_from(text, "t.toml", problems).contest.deals, 20U);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(changed("folds = 10", "folds = 10\ndeals = 51"), Lines{"15:9 'deals' is above 50"});
}

TEST(OutlookTheory, what_is_chosen_is_a_model_or_the_base_rate) {
    EXPECT_EQ(changed("chosen = \"power\"", "chosen = \"base-rate\""), Lines{});
    EXPECT_EQ(changed("chosen = \"power\"", "chosen = \"powers\""),
              Lines{"7:10 'chosen' names the unknown model 'powers'; did you mean 'power'?"});
    EXPECT_EQ(changed("chosen_reason = \"r\"\n", ""), Lines{"0:0 'chosen_reason' is missing"});
}

TEST(OutlookTheory, horizons_are_whole_years_and_rise) {
    EXPECT_EQ(changed("[1, 5]", "[5, 1]"), Lines{"13:12 the horizons do not rise"});
    EXPECT_EQ(changed("[1, 5]", "[1, 1]"), Lines{"13:12 the horizons do not rise"});
    EXPECT_EQ(changed("[1, 5]", "[0.5]"), Lines{"13:12 a horizon is not a whole number of years from 1 to 50"});
    EXPECT_EQ(changed("[1, 5]", "[1, 51]"), Lines{"13:12 a horizon is not a whole number of years from 1 to 50"});
    EXPECT_EQ(changed("[1, 5]", "[]").size(), 1U);
    EXPECT_EQ(changed("[1, 5]", "[0]").size(), 1U);
}

TEST(OutlookTheory, the_contest_has_a_past_to_learn_from) {
    EXPECT_EQ(changed("first_origin = 1900", "first_origin = 1816"), Lines{"12:16 'first_origin' is not after 'from'"});
    EXPECT_EQ(changed("first_origin = 1900", "to = 1800\nfirst_origin = 1900"), Lines{"12:6 'to' is not after 'from'"});
    EXPECT_EQ(changed("folds = 10", "folds = 1").size(), 1U);
    EXPECT_EQ(changed("folds = 10", "folds = 101"), Lines{"14:9 'folds' is above 100"});
    EXPECT_EQ(changed("ridge = 1", "ridge = -1").size(), 1U);
    EXPECT_EQ(changed("known_for = 5", "known_for = 51"), Lines{"18:13 'known_for' is above 50"});
}

TEST(OutlookTheory, without_models_or_contest_there_is_nothing_to_hold_one_against_the_other) {
    const std::string text = kTheory;
    EXPECT_EQ(problems_of(text.substr(0, text.find("[contest]"))),
              (Lines{"0:0 'contest' is missing", "0:0 'model' is missing"}));
}

TEST(OutlookTheory, a_syntax_error_is_not_followed_by_what_it_hides) {
    EXPECT_EQ(changed("id = \"none\"", "id = none").size(), 1U);
    EXPECT_EQ(changed("folds = 10", "folds =").size(), 1U);
}

}  // namespace
}  // namespace entente::casefile
