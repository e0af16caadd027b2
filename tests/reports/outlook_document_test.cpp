// The outlook read as sentences: how sure each number is, which alliances were alike, what is not known, what is told
// apart from what.
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "reports/document.hpp"
#include "reports/documents.hpp"
#include "reports/json.hpp"

namespace entente::reports {
namespace {

constexpr int kYears = 5;

evidence::Covariate covariate(std::string id, std::string name, evidence::CovariateMeasure measure) {
    evidence::Covariate made;
    made.id = std::move(id);
    made.name = std::move(name);
    made.measure = measure;
    return made;
}

outlook::Driver driver(std::size_t of, double decibels, outlook::SignFinding finding) {
    outlook::Driver made;
    made.covariate = of;
    made.value = 1;
    made.decibels = {decibels, decibels - 1, decibels + 1};
    made.finding = finding;
    return made;
}

outlook::WouldChange change(std::size_t of, double to, outlook::Chance risk, bool apart, std::string word) {
    return {of, 1, to, risk, apart, std::move(word)};
}

workbench::ComparableAlliance alike(std::string name, double distance, int followed_years) {
    workbench::ComparableAlliance made;
    made.comparable.distance = distance;
    made.comparable.followed_years = followed_years;
    made.id = "2";
    made.name = std::move(name);
    made.year = 1950;
    return made;
}

// Aland and Bland from 2019 on: violation within five years 6.6% (0.8–21.3), any end 7.3% (1.1–21.6), an ending that
// never came; a rival that both have wears, by an interval above 0, of a ratio no sign is known.
workbench::OutlookResult small_outlook() {
    workbench::OutlookResult result;
    result.theory.id = "small";
    result.theory.sha256 = std::string(64, 'b');
    result.alliance.id = "1";
    result.alliance.name = "Aland–Bland, 1960";
    result.alliance.age_years = 59;
    result.alliance.year = 2019;
    result.horizons = {1, kYears};
    workbench::FittedOutlook fitted;
    fitted.model.name = "The model";
    fitted.model.covariates = {"rival", "ratio"};
    fitted.chosen = true;
    fitted.reason = "it foresaw best";
    fitted.covariates = {covariate("rival", "a shared rival", evidence::CovariateMeasure::SharedRival),
                         covariate("ratio", "capability ratio", evidence::CovariateMeasure::CapabilityRatio)};
    for (const auto& one : fitted.covariates) fitted.now.push_back({one.id, 1.0, 2018, 0, outlook::Lack::None});
    for (const auto ending : outlook::kModes) {
        fitted.fit.modes.push_back({ending, 9, outlook::ModeForm::Covariates, fitted.fit.modes.size()});
    }
    fitted.fit.rows.resize(400);
    fitted.fit.alliances = 40;
    fitted.fit.from = 1816;
    fitted.fit.to = 2018;
    for (int years = 1; years <= kYears; ++years) {
        fitted.path.years.push_back(
            {years,
             {0.927, {{0.784, 0.989}}},
             {{0.066, {{0.008, 0.213}}}, {0.004, {{0.0, 0.029}}}, {0.003, {{0.0, 0.013}}}, {}}});
        for (auto* shares : {&fitted.average, &fitted.constant, &fitted.by_age})
            shares->push_back({0.01, 0.01, 0.01, 0});
    }
    fitted.reference.alliances = 30;
    fitted.drivers = {driver(0, 5.2, outlook::SignFinding::AsExpected),
                      driver(1, -0.6, outlook::SignFinding::NotToldApart)};
    fitted.changes = {change(0, 0, {0.02, {{0.002, 0.081}}}, false, "almost no chance"),
                      change(1, 0.25, {0.4, {{0.25, 0.55}}}, true, "unlikely")};
    fitted.alike = {alike("Cland–Dland, 1950", 0.5, 5), alike("Eland–Fland, 1930", 0.7, 5)};
    result.fitted = std::move(fitted);
    return result;
}

// So wide that no sentence is broken.
std::string unbroken(const workbench::OutlookResult& result) {
    return render_text(outlook_document(result, {}), {.width = 2000, .colour = false});
}

void expect_says(const std::string& text, const std::string& sentence) {
    EXPECT_NE(text.find(sentence), std::string::npos) << sentence << "\n--- is not in ---\n" << text;
}

void expect_is_silent(const std::string& text, const std::string& words) {
    EXPECT_EQ(text.find(words), std::string::npos) << words << "\n--- is in ---\n" << text;
}

TEST(OutlookDocument, gives_a_risk_with_its_interval_and_word) {
    expect_says(unbroken(small_outlook()),
                "Within 5 years: violation 6.6% (0.8–21.3), very unlikely; of any end 7.3% (1.1–21.6).");
}

TEST(OutlookDocument, gives_no_interval_to_an_ending_that_never_came) {
    expect_is_silent(unbroken(small_outlook()), "0.0% (0.0–0.0)");
}

// ICD 203 has 'very unlikely' from 5%: 4.97% would be it if it were rounded to 5.0%.
TEST(OutlookDocument, gives_another_decimal_where_the_rounded_risk_would_have_another_word) {
    auto result = small_outlook();
    for (auto& year : result.fitted->path.years) year.modes.front().p = 0.0497;
    expect_says(unbroken(result), "violation 4.97% (0.8–21.3), almost no chance");
}

TEST(OutlookDocument, says_that_errors_cluster_by_alliance_and_how_to_refit) {
    const auto text = unbroken(small_outlook());
    expect_says(text, "95% intervals of the coefficients; errors cluster by alliance, not by state or by war;");
    expect_says(text, "`--draws 1000` refits to drawn alliances instead");
    expect_is_silent(text, "wider");  // measured for one alliance only
}

TEST(OutlookDocument, says_how_many_refits_its_intervals_come_from) {
    auto result = small_outlook();
    result.fitted->draws = 990;
    result.fitted->failed_draws = 10;
    const auto text = unbroken(result);
    expect_says(text, "95% intervals over 990 refits to drawn alliances (10 without a fit)");
    expect_says(text, "draws are of alliances, not of states or wars");
    expect_is_silent(text, "--draws");
}

TEST(OutlookDocument, says_which_model_was_not_chosen_and_shows_its_answer_as_such) {
    auto result = small_outlook();
    result.fitted->chosen = false;
    const auto text = unbroken(result);
    expect_says(text, "The model below (The model) was not chosen by the contest; it is shown for its drivers. Within");
    expect_says(text, "The model, NOT chosen by the contest: 40 alliances, 400 alliance-years, 1816–2018");
}

TEST(OutlookDocument, says_why_there_is_no_model) {
    auto result = small_outlook();
    result.fitted.reset();
    result.why_no_model = "there is no data store yet";
    expect_says(unbroken(result), "none: there is no data store yet");
}

TEST(OutlookDocument, says_that_the_model_does_without_a_covariate_that_is_not_known) {
    auto result = small_outlook();
    auto& fitted = *result.fitted;
    fitted.model.covariates.emplace_back("support");
    fitted.left_out.push_back({covariate("support", "leaders' support", evidence::CovariateMeasure::SupportChange),
                               outlook::Lack::OutsideCoverage});
    fitted.own_from = 1960;
    fitted.own_to = 2009;
    fitted.leader_structure.shares = {{outlook::Source::Structure, 0.9, 0.6, 1.2},
                                      {outlook::Source::Leader, 0.2, -0.1, 0.5},
                                      {outlook::Source::Age, -0.1, -0.3, 0.1}};
    const auto text = unbroken(result);
    expect_says(text, "chosen by the contest, without 1 of its 3 covariates:");
    expect_says(
        text,
        "structure accounts for 90% (60% to 120%), leaders for 20% (−10% to 50%) and age for −10% (−30% to 10%), "
        "by another fit, with the covariates that are not known now.");
}

TEST(OutlookDocument, marks_a_value_that_is_older_than_the_year_before) {
    auto result = small_outlook();
    result.fitted->now[0] = {"rival", 1.0, 2015, 3, outlook::Lack::None};
    const auto text = unbroken(result);
    expect_says(text, "2015 *");
    expect_says(text, "* the data end there");
}

TEST(OutlookDocument, names_what_is_told_apart_from_0_with_its_value) {
    const auto text = unbroken(small_outlook());
    expect_says(text, "Told apart from 0, toward a violation: a shared rival: yes (+5.2 dB); away from it: nothing.");
    expect_says(text, "not told apart from 0");
}

TEST(OutlookDocument, says_that_no_covariate_is_told_apart_from_0) {
    auto result = small_outlook();
    result.fitted->drivers[0].finding = outlook::SignFinding::NotToldApart;
    expect_says(unbroken(result), "No covariate that moves it is told apart from 0.");
}

TEST(OutlookDocument, names_a_sign_against_the_theory) {
    auto result = small_outlook();
    result.fitted->drivers[0].finding = outlook::SignFinding::Opposite;
    const auto text = unbroken(result);
    expect_says(text, "Against what the theory expects, by the whole interval: a shared rival.");
    expect_says(text, "OPPOSITE");
}

TEST(OutlookDocument, gives_each_single_change_the_interval_of_its_risk) {
    const auto text = unbroken(small_outlook());
    expect_says(
        text,
        "Each of these alone would change the word for 5 years: a shared rival from 1 to 0, to a risk of 2.0% "
        "(0.2–8.1), almost no chance; capability ratio from 1 to 0.25, to a risk of 40.0% (25.0–55.0), unlikely.");
    expect_says(text, "two that overlap can belong to risks that differ, as both rest on the same coefficients");
}

TEST(OutlookDocument, names_the_changes_whose_interval_does_not_overlap_that_of_now) {
    expect_says(
        unbroken(small_outlook()),
        "Told apart from the risk now, 6.6% (0.8–21.3), by an interval that does not overlap its own: capability "
        "ratio at 0.25.");
}

TEST(OutlookDocument, says_that_no_single_change_is_told_apart_from_the_risk_now) {
    auto result = small_outlook();
    result.fitted->changes[1] = change(1, 0.25, {0.21, {{0.1, 0.4}}}, false, "unlikely");
    expect_says(unbroken(result),
                "The interval of each overlaps that of the risk now, 6.6% (0.8–21.3): these intervals tell none of "
                "them apart.");
}

TEST(OutlookDocument, says_of_an_only_change_that_it_is_not_told_apart) {
    auto result = small_outlook();
    result.fitted->changes.pop_back();
    const auto text = unbroken(result);
    expect_says(text, "This alone would change the word for 5 years: a shared rival from 1 to 0");
    expect_says(text,
                "Its interval overlaps that of the risk now, 6.6% (0.8–21.3): these intervals tell nothing apart.");
}

TEST(OutlookDocument, counts_many_changes_and_leaves_them_to_the_table) {
    auto result = small_outlook();
    result.fitted->changes.push_back(change(1, 4, {0.03, {{0.001, 0.1}}}, false, "almost no chance"));
    const auto text = unbroken(result);
    expect_says(text, "Each of 3 changes of a single covariate would change the word for 5 years. Told apart");
    expect_says(text, "3.0% (0.1–10.0)");
}

TEST(OutlookDocument, says_nothing_of_telling_apart_without_intervals) {
    auto result = small_outlook();
    for (auto& one : result.fitted->changes) one.risk.interval.reset();
    const auto text = unbroken(result);
    expect_says(text, "to a risk of 40.0%, unlikely.");
    expect_is_silent(text, "the risk now");
}

TEST(OutlookDocument, says_that_no_single_change_would_change_the_word) {
    auto result = small_outlook();
    result.fitted->changes.clear();
    const auto text = unbroken(result);
    expect_says(text, "No covariate alone, at any value that an alliance ever had, would change the word for 5 years.");
    expect_is_silent(text, "What alone would change the word");
}

TEST(OutlookDocument, counts_the_alliances_that_were_alike_and_followed) {
    expect_says(unbroken(small_outlook()),
                "Of the 2 most like it at about its age, 2 were followed for 5 years or to their end, and none of them "
                "ended; the nearest is Cland–Dland, 1950.");
}

// Two alliances taken at random are √(2 · 2) = 2 apart by two covariates.
TEST(OutlookDocument, says_that_few_of_the_alliances_that_were_alike_are_near) {
    auto result = small_outlook();
    result.fitted->alike = {alike("Cland–Dland, 1950", 1.9, 3), alike("Eland–Fland, 1930", 2.1, 3)};
    result.fitted->alike[1].comparable.ending = outlook::Ending::Violation;
    result.fitted->alike[1].comparable.ended_year = 1933;
    expect_says(
        unbroken(result),
        "1 was followed for 5 years or to its end, 1 of them ended, 1 by violation; the nearest is Cland–Dland, "
        "1950; only 1 of them is nearer than two alliances taken at random.");
    result.fitted->alike[0].comparable.distance = 2.0;
    expect_says(unbroken(result), "; none of them is near: two alliances taken at random are no farther apart.");
}

TEST(OutlookDocument, says_that_fewer_than_ten_alliances_were_seen_as_old) {
    auto result = small_outlook();
    result.fitted.reset();
    result.why_no_model = "models are fitted to alliances of two states";
    workbench::OutlookHistory history;
    history.endings = {outlook::kModes.begin(), outlook::kModes.end()};
    history.from_age.emplace();
    history.from_age->age_years = 59;
    history.from_age->from_age = 50;
    history.from_age->units = 12;
    history.from_age->alliances = 12;
    outlook::HistoryPoint point;
    point.years = 5;
    point.at_risk = 8;
    point.survival = 1;
    history.from_age->horizons = {point};
    result.history = std::move(history);
    expect_says(
        unbroken(result),
        "Of 12 alliances of two states that reached 50 years (fewer than ten alliances are seen at 59), none had "
        "ended 5 years later (8 of them are followed that long).");
}

TEST(OutlookJson, has_the_interval_of_each_single_change_and_whether_it_is_apart) {
    const auto json = outlook_json(small_outlook());
    const auto from = json.find("\"would_change\"");
    ASSERT_NE(from, std::string::npos);
    const auto changes = json.substr(from);
    for (const auto* key :
         {"\"p\": 0.02", "\"low\": 0.002", "\"high\": 0.081", "\"apart\": false", "\"apart\": true"}) {
        expect_says(changes, key);
    }
}

}  // namespace
}  // namespace entente::reports
