// The outlook of alliances out of the official files, against numbers that were worked out with R from the same rows,
// and what is said where there is none.
#include "workbench/outlook.hpp"
#include "workbench/official_store.hpp"

#include <algorithm>
#include <fstream>
#include <memory>
#include <utility>

#include <gtest/gtest.h>

#include "core/error.hpp"
#include "test_data.hpp"
#include "workbench/data_add.hpp"
#include "workbench/data_store.hpp"
#include "workbench/folders.hpp"
#include "workbench/theories.hpp"

namespace entente::workbench {
namespace {

std::string case_folder(const char* name) {
    return (testing::source_folder() / "cases" / name).string();
}

std::string tiny_case() {
    return testing::tiny_case().string();
}

OutlookRequest request_of(const std::string& of, const std::string& model = {}, std::optional<int> year = {}) {
    OutlookRequest request;
    request.of = of;
    request.model = model;
    request.year = year;
    return request;
}

OutlookResult answer(const OutlookRequest& request) {
    return outlook(request);
}

// What an error says and advises.
std::string refusal(const OutlookRequest& request, ErrorKind kind) {
    try {
        (void)outlook(request);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), kind);
        return error.what() + std::string(" / ") + error.advice();
    }
    return {};
}

class WithoutStore : public ::testing::Test {
protected:
    void SetUp() override {
        entente_share_ = std::make_unique<testing::Environment>("ENTENTE_SHARE", "");
        entente_home_ = std::make_unique<testing::Environment>("ENTENTE_HOME", home_.path().string());
    }

private:
    testing::Folder home_;
    std::unique_ptr<testing::Environment> entente_share_;
    std::unique_ptr<testing::Environment> entente_home_;
};

TEST_F(WithoutStore, a_case_has_the_base_rate_of_its_protocol_and_says_why_no_more) {
    const auto result = answer(request_of(case_folder("us-japan")));
    EXPECT_FALSE(result.fitted.has_value());
    EXPECT_FALSE(result.history.has_value());
    EXPECT_NE(result.why_no_model.find("no data store"), std::string::npos);
    // docs/outlook.md: 40 years and more, violation within 1 year 0.4%.
    ASSERT_FALSE(result.base_rate.horizons.empty());
    EXPECT_EQ(result.alliance.year, 2019);
    EXPECT_EQ(result.periods.size(), 7U);
    EXPECT_TRUE(result.words_share.has_value());
}

TEST_F(WithoutStore, an_alliance_of_the_data_is_not_found) {
    EXPECT_NE(refusal(request_of("atop:3375"), ErrorKind::NotFound).find("no data store"), std::string::npos);
}

TEST_F(WithoutStore, a_horizon_outside_1_to_50_years_is_refused) {
    auto request = request_of(tiny_case());
    request.horizon = 90;
    EXPECT_NE(refusal(request, ErrorKind::BadRequest).find("90 years are no horizon"), std::string::npos);
    request.horizon = 3;
    EXPECT_EQ(answer(request).horizons, (std::vector<int>{1, 3}));
}

TEST_F(WithoutStore, draws_are_none_or_from_100_to_a_million) {
    auto request = request_of(tiny_case());
    for (const std::int64_t draws : {-5, 1, 99, 1'000'001}) {
        request.draws = static_cast<std::size_t>(draws);
        EXPECT_NE(refusal(request, ErrorKind::BadRequest).find("--draws " + std::to_string(draws) + " is out of range"),
                  std::string::npos);
    }
    request.draws = 100;
    EXPECT_NO_THROW((void)answer(request));
}

TEST_F(WithoutStore, an_unknown_state_of_two_is_named) {
    for (const auto* of : {"USA–ZZZ", "ZZZ-JPN"}) {
        EXPECT_NE(refusal(request_of(of), ErrorKind::NotFound).find("no state 'ZZZ'"), std::string::npos) << of;
    }
}

TEST_F(WithoutStore, an_unknown_model_is_refused_with_the_known_ones) {
    const auto words = refusal(request_of(tiny_case(), "walt"), ErrorKind::NotFound);
    EXPECT_NE(words.find("walt-1997"), std::string::npos) << words;
}

class WithOtherData : public testing::DataStore {};

TEST_F(WithOtherData, a_case_has_the_base_rate_too_and_says_which_file_is_missing) {
    (void)add({"us-troops.csv"});
    const auto result = answer(request_of(case_folder("us-japan")));
    EXPECT_FALSE(result.base_rate.horizons.empty());
    EXPECT_FALSE(result.fitted.has_value());
    EXPECT_NE(result.why_no_model.find("'atop-alliance' is missing"), std::string::npos) << result.why_no_model;
    EXPECT_EQ(result.why_no_history, result.why_no_model);
}

TEST_F(WithoutStore, the_assessment_of_a_case_has_nothing_fitted_beside_it) {
    CaseRequest asked;
    asked.folder = tiny_case();
    const auto assessed = assess(open_case(asked), {});
    EXPECT_EQ(outlook_beside(assessed), nullptr);
}

class OfficialOutlook : public OfficialStore<kFilesOfEndings> {
protected:
    static void TearDownTestSuite() {
        walt_.reset();
        OfficialStore::TearDownTestSuite();
    }

    // The US–Japan case under Walt's factors, asked for once.
    static const OutlookResult& walt() {
        if (walt_ == nullptr) {
            walt_ = std::make_unique<OutlookResult>(answer(request_of(case_folder("us-japan"), "walt-1997")));
        }
        return *walt_;
    }

private:
    static inline std::unique_ptr<OutlookResult> walt_;
};

TEST_F(OfficialOutlook, leaves_out_what_is_not_known_of_the_alliance_and_says_so) {
    const auto& result = walt();
    ASSERT_TRUE(result.fitted.has_value()) << result.why_no_model;
    EXPECT_FALSE(result.fitted->chosen);
    EXPECT_EQ(result.alliance.id, "3375");
    ASSERT_EQ(result.fitted->left_out.size(), 1U);
    EXPECT_EQ(result.fitted->left_out.front().covariate.id, "support-change");
    EXPECT_EQ(result.fitted->covariates.size(), 9U);
    EXPECT_TRUE(std::any_of(result.notes.begin(), result.notes.end(), [](const std::string& note) {
        return note.find("fitted without what is not known") != std::string::npos;
    }));
}

// R, on the table that `entente outlook --rows` writes: rows with all nine covariates; columns ÷ their standard
// deviations, t, t² and t³ of age among them; Newton's steps on the softmax likelihood with the penalty 1 on all but
// the constants, the third and fourth ending without covariates; scores summed by alliance, V S'S V · 616/615; shares
// over ages 59 to 68, their derivative by differences of 10⁻⁵, log-log intervals. Of survival S the interval is 1 − the
// log-log interval of 1 − S, with the standard error .0520853823523 that R finds for S.
TEST_F(OfficialOutlook, agrees_with_r_about_the_endings_of_one_alliance) {
    const auto& fitted = *walt().fitted;
    EXPECT_EQ(fitted.fit.rows.size(), 11707U);
    EXPECT_EQ(fitted.fit.alliances, 616U);
    const std::vector<std::size_t> events{118, 99, 42, 29};
    for (std::size_t mode = 0; mode < events.size(); ++mode) EXPECT_EQ(fitted.fit.modes[mode].events, events[mode]);
    ASSERT_EQ(fitted.path.years.size(), 10U);
    const auto& fifth = fitted.path.years[4];
    EXPECT_NEAR(fifth.survival.p, 0.9270807196, 1e-7);
    EXPECT_NEAR(fifth.survival.interval->low, 0.784334144455, 1e-6);
    EXPECT_NEAR(fifth.survival.interval->high, 0.988544757707, 1e-6);
    EXPECT_NEAR(fifth.modes[0].p, 0.065913071124, 1e-7);
    EXPECT_NEAR(fifth.modes[0].interval->low, 0.008389933782, 1e-6);
    EXPECT_NEAR(fifth.modes[0].interval->high, 0.212909762023, 1e-6);
    EXPECT_NEAR(fifth.modes[1].p, 0.0043757846011, 1e-7);
    EXPECT_NEAR(fifth.modes[2].p, 0.0025609976019, 1e-7);
    EXPECT_NEAR(fifth.modes[3].p, 6.94271192e-05, 1e-8);
    const auto& tenth = fitted.path.years[9];
    EXPECT_NEAR(tenth.modes[0].p, 0.13034195357, 1e-7);
    EXPECT_NEAR(tenth.modes[0].interval->high, 0.38310453312, 1e-6);
}

TEST_F(OfficialOutlook, has_no_way_of_ending_whose_interval_reaches_beyond_that_of_any_end) {
    for (const auto& year : walt().fitted->path.years) {
        for (const auto& mode : year.modes) {
            EXPECT_LE(mode.interval->low, 1 - year.survival.interval->high) << year.years_ahead;
            EXPECT_LE(mode.interval->high, 1 - year.survival.interval->low) << year.years_ahead;
        }
    }
}

// R: coefficient ÷ deviation; 10 / ln(10) · b · (x − mean of rows with ages 51 to 67, of 30 alliances).
TEST_F(OfficialOutlook, agrees_with_r_about_the_strongest_drivers) {
    const auto& fitted = *walt().fitted;
    EXPECT_EQ(fitted.reference.alliances, 30U);
    EXPECT_EQ(fitted.reference.years_apart, 8);
    ASSERT_GE(fitted.drivers.size(), 3U);
    const std::vector<std::pair<std::string, double>> expected{
        {"military-institutions", 5.7680832838}, {"shared-rival", 5.1935833599}, {"joint-democracy", -3.2560103601}};
    for (std::size_t place = 0; place < expected.size(); ++place) {
        const auto& driver = fitted.drivers[place];
        EXPECT_EQ(fitted.covariates[driver.covariate].id, expected[place].first);
        EXPECT_NEAR(driver.decibels.value, expected[place].second, 1e-5);
    }
    EXPECT_NEAR(fitted.drivers[0].log_odds.low, 0.5133289401, 1e-5);
    EXPECT_NEAR(fitted.drivers[0].log_odds.high, 1.02867602098, 1e-5);
}

// R: the fit with all ten covariates; its columns over 1960 to 2009 times the coefficients, shares of the variance of
// their sum by covariances, intervals by differences and the covariance by alliances.
TEST_F(OfficialOutlook, agrees_with_r_about_leader_and_structure) {
    const auto& shares = walt().fitted->leader_structure.shares;
    ASSERT_EQ(shares.size(), 3U) << walt().fitted->leader_structure.why_not;
    EXPECT_NEAR(shares[0].share, 0.9084135670, 1e-5);
    EXPECT_NEAR(shares[0].low.value(), 0.59171736745, 1e-4);
    EXPECT_NEAR(shares[1].share, 0.1854935598, 1e-5);
    EXPECT_NEAR(shares[1].low.value(), -0.09240923685, 1e-4);
    EXPECT_NEAR(shares[1].high.value(), 0.4633963565, 1e-4);
    EXPECT_NEAR(shares[2].share, -0.0939071268, 1e-5);
}

TEST_F(OfficialOutlook, shows_institutions_as_a_finding_against_the_theory) {
    const auto& fitted = *walt().fitted;
    const auto found = std::find_if(fitted.drivers.begin(), fitted.drivers.end(), [&](const outlook::Driver& driver) {
        return fitted.covariates[driver.covariate].id == "military-institutions";
    });
    ASSERT_NE(found, fitted.drivers.end());
    EXPECT_EQ(found->finding, outlook::SignFinding::Opposite);
}

TEST_F(OfficialOutlook, has_the_share_of_leaders_from_years_of_which_all_is_known) {
    const auto& fitted = *walt().fitted;
    ASSERT_EQ(fitted.leader_structure.shares.size(), 3U) << fitted.leader_structure.why_not;
    EXPECT_EQ(fitted.own_from, 1960);
    EXPECT_EQ(fitted.own_to, 2009);  // leaders' support is known to 2008
    double sum = 0;
    for (const auto& share : fitted.leader_structure.shares) sum += share.share;
    EXPECT_NEAR(sum, 1, 1e-9);
}

// Without a model named: the contest's choice, or the theory's own below the base rate, marked as not chosen.
TEST_F(OfficialOutlook, shows_the_theorys_model_as_not_chosen_where_the_contest_chose_the_base_rate) {
    const auto theory = outlook_theory().theory;
    const auto result = answer(request_of("USA–JPN"));
    EXPECT_EQ(result.alliance.id, "3375");
    EXPECT_TRUE(result.history.has_value());
    ASSERT_TRUE(result.fitted.has_value()) << result.why_no_model;
    const auto* chosen = evidence::find_model(theory, theory.chosen);
    ASSERT_NE(chosen, nullptr);
    EXPECT_EQ(result.fitted->chosen, chosen->role != evidence::EndingModelRole::Base);
    EXPECT_NE(result.fitted->reason.find(theory.chosen_reason), std::string::npos);
    if (!result.fitted->chosen) {
        EXPECT_EQ(result.fitted->model.role, evidence::EndingModelRole::Theory);
    }
}

// By hand: with a constant only, the yearly chance of a violation is the share of alliance-years that ended so.
TEST_F(OfficialOutlook, of_the_base_rate_model_is_the_share_of_years) {
    const auto result = answer(request_of("atop:3375", "base-rate", 1990));
    ASSERT_TRUE(result.fitted.has_value()) << result.why_no_model;
    const auto& fit = result.fitted->fit;
    EXPECT_NEAR(result.fitted->path.years.front().modes.front().p,
                static_cast<double>(fit.modes.front().events) / static_cast<double>(fit.rows.size()), 1e-9);
    EXPECT_TRUE(result.fitted->drivers.empty());
}

// A theory of the user's own, with the file's choice replaced.
TEST_F(OfficialOutlook, stands_beside_the_base_rate_where_the_contest_chose_a_model) {
    std::ifstream in(testing::source_folder() / "theories/alliance-endings.toml");
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const auto at = text.find("\nchosen ");
    ASSERT_NE(at, std::string::npos);
    text.replace(at, text.find('\n', at + 1) - at, "\nchosen = \"duration\"");
    std::filesystem::create_directories(home() / "theories");
    std::ofstream(home() / "theories/alliance-endings.toml") << text;
    CaseRequest asked;
    asked.folder = case_folder("us-japan");
    const auto assessed = assess(open_case(asked), {});
    const auto beside = outlook_beside(assessed);
    std::filesystem::remove_all(home() / "theories");
    ASSERT_NE(beside, nullptr);
    EXPECT_TRUE(beside->fitted->chosen);
    EXPECT_EQ(beside->alliance.year, 2019);
}

// The data have these two apart: 3220 (1951–1960) and 3375 (from 1960 on).
TEST_F(OfficialOutlook, finds_the_alliance_of_two_states_by_the_year) {
    EXPECT_EQ(answer(request_of("USA-Japan", "base-rate", 1955)).alliance.id, "3220");
    EXPECT_EQ(answer(request_of("JPN–USA", "base-rate", 1970)).alliance.id, "3375");
}

TEST_F(OfficialOutlook, lists_the_alliances_where_two_states_had_several) {
    const auto words = refusal(request_of("USA–JPN", {}, 1960), ErrorKind::BadRequest);
    EXPECT_NE(words.find("several alliances in 1960"), std::string::npos) << words;
    EXPECT_NE(words.find("atop:3220 (1951–1960)"), std::string::npos) << words;
    EXPECT_NE(words.find("atop:3375 (1960"), std::string::npos) << words;
}

TEST_F(OfficialOutlook, refuses_a_year_in_which_the_alliance_was_not_in_force) {
    EXPECT_NE(refusal(request_of("atop:3220", {}, 1970), ErrorKind::BadRequest).find("ended in 1960, before 1970"),
              std::string::npos);
    EXPECT_NE(refusal(request_of("atop:3220", {}, 1950), ErrorKind::BadRequest).find("began in 1951, after 1950"),
              std::string::npos);
    EXPECT_NE(refusal(request_of("USA–JPN", {}, 1930), ErrorKind::BadRequest).find("no alliance of two states in 1930"),
              std::string::npos);
    EXPECT_NE(refusal(request_of("atop:3375", {}, 2040), ErrorKind::BadRequest).find("the alliance data end in 2018"),
              std::string::npos);
    EXPECT_NE(refusal(request_of("atop:9999"), ErrorKind::NotFound).find("no alliance '9999'"), std::string::npos);
}

TEST_F(OfficialOutlook, says_that_the_fit_knows_what_came_after_a_past_year) {
    const auto result = answer(request_of("atop:3375", "base-rate", 1990));
    ASSERT_TRUE(result.fitted.has_value()) << result.why_no_model;
    EXPECT_TRUE(std::any_of(result.notes.begin(), result.notes.end(), [](const std::string& note) {
        return note.find("knows what came after 1989") != std::string::npos;
    }));
}

// An alliance in its first year: what was known the year before it was signed is the question, and there is an answer.
TEST_F(OfficialOutlook, foresees_an_alliance_in_its_first_year) {
    const auto result = answer(request_of("atop:3375", "power", 1960));
    ASSERT_TRUE(result.fitted.has_value()) << result.why_no_model;
    EXPECT_EQ(result.alliance.age_years, 0);
    EXPECT_TRUE(result.fitted->leader_structure.shares.empty());
}

TEST_F(OfficialOutlook, has_no_model_where_all_that_it_needs_lies_outside_the_data) {
    const auto result = answer(request_of("atop:3375", "power", 2024));
    EXPECT_FALSE(result.fitted.has_value());
    EXPECT_NE(result.why_no_model.find("outside coverage"), std::string::npos) << result.why_no_model;
}

TEST_F(OfficialOutlook, of_several_states_is_what_became_of_members_of_alliances_as_old) {
    const auto result = answer(request_of(case_folder("nato"), "walt-1997"));
    EXPECT_FALSE(result.fitted.has_value());
    EXPECT_NE(result.why_no_model.find("alliances of two states"), std::string::npos);
    ASSERT_TRUE(result.history.has_value());
    EXPECT_EQ(result.history->level, outlook::HistoryLevel::Member);
    ASSERT_TRUE(result.history->from_age.has_value());
    EXPECT_LE(result.history->from_age->from_age, result.history->from_age->age_years);
    EXPECT_GE(result.history->from_age->alliances, 10U);
}

// The counts of the codebook for ATOP 5.0, alliances of two states: 656; violated 127, renegotiated 110, fulfilled 52,
// independence lost 46.
TEST_F(OfficialOutlook, shows_how_alliances_of_two_states_have_ended) {
    const auto& history = walt().history.value();
    EXPECT_EQ(history.units, 656U);
    EXPECT_EQ(history.totals, (std::vector<std::size_t>{127, 110, 52, 46}));
    ASSERT_FALSE(history.curve.empty());
    EXPECT_EQ(history.curve.front().survival, 1);
    EXPECT_LE(history.curve.size(), 60U);
}

}  // namespace
}  // namespace entente::workbench
