#include "outlook/ending_outlook.hpp"

#include <array>
#include <vector>

#include <gtest/gtest.h>

#include "outlook/comparables.hpp"
#include "outlook/ending_drivers.hpp"
#include "outlook/invented_alliances.hpp"
#include "outlook/leader_structure.hpp"

namespace entente::outlook {
namespace {

// An alliance of twelve years with power 1.5 and a quarrel.
const std::vector<double> kValues{1.5, 1, 0};
constexpr double kAge = 12;

EndingsFit fit_of(const RiskYears& rows) {
    EndingsRequest request;
    request.covariates = {"power", "quarrel", "leader"};
    return fit_endings(rows, request);
}

void expect_chance(const Chance& chance, double p, double low, double high) {
    EXPECT_NEAR(chance.p, p, 1e-6);
    ASSERT_TRUE(chance.interval.has_value());
    EXPECT_NEAR(chance.interval->low, low, 2e-6);
    EXPECT_NEAR(chance.interval->high, high, 2e-6);
}

// The penalised fit of R that endings_fit_test.cpp describes; F_k(t) = F_k(t − 1) + S(t − 1) h_k(t) for ages 12 to 21,
// its derivative by differences of 10⁻⁵ in each coefficient, log-log intervals. Of survival S the interval is 1 − the
// log-log interval of 1 − S: with the standard errors .0331244441122 and .0601678632824 that R finds for S,
// 1 − exp(−H · exp(±1.959964 · error ÷ ((1 − S) · H))), H = −ln(1 − S).
TEST(EndingOutlook, agrees_with_r_about_every_way_of_ending_and_its_interval) {
    const auto path = foresee(fit_of(invented_alliances()), kValues, kAge, 10);
    ASSERT_EQ(path.years.size(), 10U) << path.why_not;
    const auto& next = path.years[0];
    expect_chance(next.survival, 0.769022384142, 0.701703926278, 0.830563643474);
    expect_chance(next.modes[0], 0.16433556572, 0.103996855312, 0.236740749232);
    const auto& fifth = path.years[4];
    expect_chance(fifth.survival, 0.258270052794, 0.160946467042, 0.398711202595);
    expect_chance(fifth.modes[0], 0.521136372707, 0.347104657996, 0.669359063328);
    expect_chance(fifth.modes[1], 0.07631476343, 0.0336580676272, 0.142008889929);
    expect_chance(fifth.modes[2], 0.121747872135, 0.0486442315937, 0.230666686183);
    expect_chance(fifth.modes[3], 0.0225309389352, 0.00829202292498, 0.0496993888108);
    const auto& tenth = path.years[9];
    expect_chance(tenth.modes[0], 0.657625007835, 0.461613343865, 0.796730460563);
    expect_chance(tenth.modes[3], 0.0280843133361, 0.00917877624318, 0.0658196103774);
}

TEST(EndingOutlook, adds_up_to_1_in_every_year) {
    for (const auto& year : foresee(fit_of(invented_alliances()), kValues, kAge, 10).years) {
        double sum = year.survival.p;
        for (const auto& mode : year.modes) sum += mode.p;
        EXPECT_NEAR(sum, 1, 1e-12);
    }
}

TEST(EndingOutlook, has_no_way_of_ending_whose_interval_reaches_beyond_that_of_any_end) {
    const auto fit = fit_of(invented_alliances());
    for (const double power : {-2.0, 0.0, 2.0}) {
        for (const auto& year : foresee(fit, std::vector<double>{power, 1, 0}, kAge, 10).years) {
            for (const auto& mode : year.modes) {
                EXPECT_LE(mode.interval->low, 1 - year.survival.interval->high) << year.years_ahead;
                EXPECT_LE(mode.interval->high, 1 - year.survival.interval->low) << year.years_ahead;
            }
        }
    }
}

TEST(EndingOutlook, gives_a_mode_that_never_came_no_interval) {
    auto rows = invented_alliances();
    for (auto& ending : rows.ending) {
        if (ending == Ending::IndependenceLost) ending = Ending::GoesOn;
    }
    const auto path = foresee(fit_of(rows), kValues, kAge, 2);
    ASSERT_FALSE(path.years.empty()) << path.why_not;
    EXPECT_EQ(path.years[1].modes[3].p, 0);
    EXPECT_FALSE(path.years[1].modes[3].interval.has_value());
}

TEST(EndingOutlook, says_why_there_is_none_without_a_fit) {
    auto rows = invented_alliances();
    for (auto& ending : rows.ending) ending = Ending::GoesOn;
    const auto path = foresee(fit_of(rows), kValues, kAge, 5);
    EXPECT_TRUE(path.years.empty());
    EXPECT_FALSE(path.why_not.empty());
}

// The delta method and twenty refits, whose bounds are about their smallest and largest: within .15 of the former's.
TEST(EndingOutlook, by_refits_to_drawn_alliances_is_about_as_uncertain) {
    const auto rows = invented_alliances();
    const auto fit = fit_of(rows);
    const EndingsBootstrap bootstrap(rows, fit);
    const RandomStream stream(1, "outlook");
    std::vector<Coefficients> draws;
    for (std::uint64_t draw = 0; draw < 20; ++draw) {
        if (auto found = bootstrap.coefficients(stream, draw)) draws.push_back(std::move(*found));
    }
    const auto by_draws = foresee_by_draws(fit, draws, kValues, kAge, 5);
    const auto by_delta = foresee(fit, kValues, kAge, 5);
    ASSERT_EQ(by_draws.years.size(), 5U) << by_draws.why_not;
    const auto& drawn = by_draws.years[4].modes[0];
    const auto& delta = by_delta.years[4].modes[0];
    EXPECT_NEAR(drawn.p, delta.p, 1e-12);
    EXPECT_NEAR(drawn.interval->low, delta.interval->low, 0.15);
    EXPECT_NEAR(drawn.interval->high, delta.interval->high, 0.15);
}

// R: near <- cc[abs(cc$age - 12) <= 2, ]; 60 alliances; colMeans(near[, c("power", "quarrel", "leader")]).
TEST(Reference, is_the_mean_of_alliances_of_about_that_age) {
    const auto rows = invented_alliances();
    const auto reference = reference_at(rows, fit_of(rows), kAge);
    EXPECT_EQ(reference.years_apart, 2);
    EXPECT_EQ(reference.alliances, 60U);
    EXPECT_NEAR(reference.values[0], -0.0381349672819, 1e-12);
    EXPECT_NEAR(reference.values[1], 0.2943925233645, 1e-12);
    EXPECT_NEAR(reference.values[2], 0.2009345794393, 1e-12);
}

// R: of ages 24 to 28 there are 4 alliances, of 22 to 30 there are 5.
TEST(Reference, looks_further_for_an_age_that_few_reach) {
    const auto rows = invented_alliances();
    const auto reference = reference_at(rows, fit_of(rows), 26);
    EXPECT_GE(reference.years_apart, 8);
    EXPECT_GE(reference.alliances, 30U);
}

// R: b <- coefficient / deviation; 10 / ln(10) · b · (x − reference), and the same of b ± 1.96 standard errors.
TEST(Drivers, agree_with_r_in_decibels_the_strongest_first) {
    const auto rows = invented_alliances();
    const auto fit = fit_of(rows);
    const auto drivers = drivers_of(fit, invented_covariates(), kValues, reference_at(rows, fit, kAge));
    ASSERT_EQ(drivers.size(), 3U);
    EXPECT_EQ(drivers[0].covariate, 0U);
    EXPECT_NEAR(drivers[0].log_odds.value, 0.629831260983, 1e-6);
    EXPECT_NEAR(drivers[0].decibels.value, 4.20729504830, 1e-5);
    EXPECT_NEAR(drivers[0].decibels.low, 2.785032081802, 1e-5);
    EXPECT_NEAR(drivers[0].decibels.high, 5.629558014800, 1e-5);
    EXPECT_EQ(drivers[1].covariate, 1U);
    EXPECT_NEAR(drivers[1].decibels.value, 2.82140407396, 1e-5);
    EXPECT_EQ(drivers[2].covariate, 2U);
    EXPECT_NEAR(drivers[2].decibels.value, -0.55262454518, 1e-5);
    EXPECT_NEAR(drivers[2].decibels.low, -0.942134904454, 1e-5);
    EXPECT_NEAR(drivers[2].decibels.high, -0.163114185906, 1e-5);
}

TEST(Drivers, say_where_the_sign_is_not_the_theorys) {
    const auto rows = invented_alliances();
    const auto fit = fit_of(rows);
    const auto drivers = drivers_of(fit, invented_covariates(), kValues, reference_at(rows, fit, kAge));
    ASSERT_EQ(drivers.size(), 3U);
    EXPECT_EQ(drivers[0].finding, SignFinding::AsExpected);
    EXPECT_EQ(drivers[1].finding, SignFinding::Opposite);
    EXPECT_EQ(drivers[2].finding, SignFinding::AsExpected);
}

// R: the risk of a violation within five years is .521, 'roughly even chance' (.45 to .55). Without the quarrel it is
// .266, after a change of leaders .725; with power 1.6435, the next that any alliance had, .55118, with 1.1491 .44905.
TEST(WhatWouldChange, is_the_nearest_value_with_another_word) {
    const auto rows = invented_alliances();
    const auto changes = what_would_change(rows, fit_of(rows), {}, kValues, kAge, 5);
    ASSERT_EQ(changes.size(), 4U);
    EXPECT_EQ(changes[0].covariate, 0U);
    EXPECT_NEAR(changes[0].to, 1.64353686741, 1e-10);
    EXPECT_NEAR(changes[0].risk.p, 0.551176064135, 1e-6);
    EXPECT_EQ(changes[0].word, "likely");
    EXPECT_NEAR(changes[1].to, 1.14913884324, 1e-10);
    EXPECT_NEAR(changes[1].risk.p, 0.449046435488, 1e-6);
    EXPECT_EQ(changes[1].word, "unlikely");
    EXPECT_EQ(changes[2].covariate, 1U);
    EXPECT_EQ(changes[2].to, 0);
    EXPECT_NEAR(changes[2].risk.p, 0.266381176766, 1e-6);
    EXPECT_EQ(changes[3].covariate, 2U);
    EXPECT_EQ(changes[3].to, 1);
    EXPECT_NEAR(changes[3].risk.p, 0.724913862615, 1e-6);
}

// agrees_with_r_about_every_way_of_ending_and_its_interval holds the intervals of foresee() against R.
TEST(WhatWouldChange, has_the_interval_of_an_outlook_with_that_value) {
    const auto rows = invented_alliances();
    const auto fit = fit_of(rows);
    for (const auto& change : what_would_change(rows, fit, {}, kValues, kAge, 5)) {
        auto changed = kValues;
        changed[change.covariate] = change.to;
        const auto path = foresee(fit, changed, kAge, 5);
        const auto& risk = path.years.back().modes.front();
        expect_chance(change.risk, risk.p, risk.interval->low, risk.interval->high);
    }
}

// R's interval of the risk now is .347 to .669; the nearest values of power bring it to .551 and .449, inside.
TEST(WhatWouldChange, is_not_apart_where_its_interval_overlaps_that_of_now) {
    const auto rows = invented_alliances();
    const auto changes = what_would_change(rows, fit_of(rows), {}, kValues, kAge, 5);
    ASSERT_EQ(changes.size(), 4U);
    EXPECT_FALSE(changes[0].apart);
    EXPECT_FALSE(changes[1].apart);
}

// Refits that all found what the fit found leave no doubt about any number.
TEST(WhatWouldChange, takes_its_intervals_from_refits_where_there_are_any) {
    const auto rows = invented_alliances();
    const auto fit = fit_of(rows);
    const std::vector<Coefficients> refits(2, fit.regression.coefficients);
    const auto changes = what_would_change(rows, fit, refits, kValues, kAge, 5);
    ASSERT_EQ(changes.size(), 4U);
    for (const auto& change : changes) {
        expect_chance(change.risk, change.risk.p, change.risk.p, change.risk.p);
        EXPECT_TRUE(change.apart) << change.word;
    }
}

// R: differences ÷ deviations, the smallest of each alliance with ages 7 to 17, of which there are 91.
TEST(Comparables, are_the_nearest_alliances_of_about_that_age_and_what_became_of_them) {
    const auto rows = invented_alliances();
    ComparablesRequest request;
    request.values = kValues;
    request.age = kAge;
    const auto comparables = comparables_of(rows, fit_of(rows), request);
    EXPECT_EQ(comparables.alliances, 91U);
    ASSERT_EQ(comparables.nearest.size(), 10U);
    const auto& first = comparables.nearest[0];
    EXPECT_EQ(rows.alliances[first.alliance], "1136");
    EXPECT_EQ(rows.year[first.row], 1919);
    EXPECT_NEAR(first.distance, 0.0546878784735, 1e-10);
    EXPECT_EQ(first.ending, Ending::Fulfilled);
    EXPECT_EQ(first.ended_year, 1919);
    EXPECT_EQ(first.followed_years, 1);
    const auto& second = comparables.nearest[1];
    EXPECT_EQ(rows.alliances[second.alliance], "1142");
    EXPECT_EQ(second.ending, Ending::NewRelationship);
    EXPECT_EQ(second.ended_year, 1956);
    EXPECT_EQ(second.followed_years, 4);
}

TEST(Comparables, do_not_hold_the_alliance_itself) {
    const auto rows = invented_alliances();
    ComparablesRequest request;
    request.alliance = "1136";
    request.values = kValues;
    request.age = kAge;
    const auto comparables = comparables_of(rows, fit_of(rows), request);
    EXPECT_EQ(comparables.alliances, 90U);
    EXPECT_EQ(rows.alliances[comparables.nearest.front().alliance], "1142");
}

// The years of one alliance of which all is known.
std::vector<OwnYear> years_of(const RiskYears& rows, const EndingsFit& fit, std::uint32_t alliance) {
    std::vector<OwnYear> years;
    for (const auto row : fit.rows) {
        if (rows.alliance[row] != alliance) continue;
        years.push_back({{*rows.columns[0][row], *rows.columns[1][row], *rows.columns[2][row]}, rows.age[row]});
    }
    return years;
}

// R: with e the columns of alliance 117 times their coefficients and t their sum, cov(e of the source, t) / var(t), its
// derivative by differences, with the covariance by alliances.
TEST(LeaderStructure, agrees_with_r_about_shares_and_intervals) {
    const auto rows = invented_alliances();
    const auto fit = fit_of(rows);
    const auto result = leader_structure(fit, invented_covariates(), years_of(rows, fit, 117));
    ASSERT_EQ(result.shares.size(), 3U) << result.why_not;
    EXPECT_NEAR(result.variance, 0.230133212483, 1e-6);
    const std::array<std::array<double, 3>, 3> expected{{{0.6088687696221, 0.0266717243041, 1.191065814940},
                                                         {0.3026454262078, -0.0227104627617, 0.628001315177},
                                                         {0.0884858041702, -0.4024202135978, 0.579391821938}}};
    for (std::size_t source = 0; source < 3; ++source) {
        EXPECT_NEAR(result.shares[source].share, expected[source][0], 1e-5);
        EXPECT_NEAR(result.shares[source].low.value(), expected[source][1], 1e-5);
        EXPECT_NEAR(result.shares[source].high.value(), expected[source][2], 1e-5);
    }
}

TEST(LeaderStructure, has_shares_that_add_up_to_1) {
    const auto rows = invented_alliances();
    const auto fit = fit_of(rows);
    const auto result = leader_structure(fit, invented_covariates(), years_of(rows, fit, 117));
    double sum = 0;
    for (const auto& share : result.shares) sum += share.share;
    EXPECT_NEAR(sum, 1, 1e-12);
}

TEST(LeaderStructure, says_that_two_years_are_too_few) {
    const auto rows = invented_alliances();
    const auto fit = fit_of(rows);
    auto years = years_of(rows, fit, 117);
    years.resize(2);
    EXPECT_EQ(leader_structure(fit, invented_covariates(), years).why_not,
              "there are fewer than three years of which all covariates are known");
}

// By hand: words 1, 2, 3 and deeds 0, 0, 3 add up to 1, 2, 6 with mean 3; cov(words, sum) = (−1 · −2 + 0 · −1 + 1 · 3)
// / 2 = 2.5 and var(sum) = (4 + 1 + 9) / 2 = 7.
TEST(LeaderStructure, of_words_and_deeds_is_the_share_of_the_words) {
    EXPECT_NEAR(share_of_first({1, 2, 3}, {0, 0, 3}).value(), 2.5 / 7, 1e-12);
    EXPECT_FALSE(share_of_first({1, 2, 3}, {2, 1, 0}).has_value());
    EXPECT_FALSE(share_of_first({1, 2}, {2, 1}).has_value());
}

}  // namespace
}  // namespace entente::outlook
