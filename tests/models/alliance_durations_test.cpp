// The models of endings on real alliances: ATOP 4.01's, in whole calendar years, which ties most of them.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>

#include "models/cox.hpp"
#include "models/cox_checks.hpp"
#include "models/cox_prediction.hpp"
#include "models/cumulative_incidence.hpp"
#include "models/survival_curve.hpp"
#include "test_data.hpp"
#include "textfiles/csv.hpp"
#include "textfiles/files.hpp"

namespace entente::models {
namespace {

// In R: a$end <- ifelse(a$ineffect == 1, 0, a$term); a$y <- pmax(ifelse(a$ineffect == 1, 2016, a$endyr) - a$begyr, .5).
// Columns: bilat, wartime, asymm; clusters: begyr. Endings: provisions fulfilled, violated, new relationship.
RiskIntervals alliances(const std::filesystem::path& path) {
    Problems problems;
    const auto table =
        textfiles::read_csv(textfiles::read_file(path, path.string(), problems), path.string(), problems);
    RiskIntervals rows;
    rows.columns.resize(3);
    for (const auto& row : table.rows) {
        const auto value = [&](const std::string& name) {
            const auto place = std::find(table.header.begin(), table.header.end(), name) - table.header.begin();
            return std::stoi(row.cells.at(static_cast<std::size_t>(place)));
        };
        const bool in_effect = value("ineffect") == 1;
        const int years = (in_effect ? 2016 : value("endyr")) - value("begyr");
        rows.entries.push_back(0);
        rows.exits.push_back(std::max(static_cast<double>(years), 0.5));
        rows.endings.push_back(static_cast<std::uint8_t>(in_effect ? 0 : value("term")));
        rows.units.push_back(static_cast<std::uint32_t>(value("atopid")));
        rows.clusters.push_back(static_cast<std::uint32_t>(value("begyr")));
        rows.columns[0].push_back(value("bilat"));
        rows.columns[1].push_back(value("wartime"));
        rows.columns[2].push_back(value("asymm"));
    }
    return rows;
}

// R: summary(survfit(Surv(y, end > 0) ~ 1, a, conf.type = "log-log"), times = c(5, 10, 20, 30, 50)); its table.
TEST(AllianceDurations, survive_as_r_says) {
    ENTENTE_NEEDS_DATA(path, "atop/atop4_01-alliance-level.csv");
    const auto curve = survival_curve(alliances(path));
    ASSERT_EQ(curve.why_not, "");
    EXPECT_EQ(curve.units, 745);
    EXPECT_EQ(curve.ended, 362);
    EXPECT_EQ(curve.median, 25);
    EXPECT_EQ(curve.median_low, 23);
    EXPECT_EQ(curve.median_high, 28);
    const std::vector<double> times{5, 10, 20, 30, 50};
    const std::vector<double> survival{0.79280199568, 0.67820574619, 0.56701286167, 0.43969883118, 0.36277541379};
    const std::vector<double> errors{0.014922736728, 0.017324089468, 0.019019336821, 0.024139559951, 0.028936629701};
    const std::vector<double> low{0.76172759030, 0.64291629443, 0.52883603357, 0.39194599335, 0.30635732876};
    for (std::size_t i = 0; i < times.size(); ++i) {
        const auto* step = step_at(curve, times[i]);
        ASSERT_NE(step, nullptr);
        EXPECT_NEAR(step->survival, survival[i], 1e-10);
        EXPECT_NEAR(std::sqrt(step->variance.value()), errors[i], 1e-10);
        EXPECT_NEAR(step->interval.value().low, low[i], 1e-10);
    }
}

// R: c <- survfit(Surv(y, factor(end, 0:3)) ~ 1, a, id = seq_len(nrow(a)), conf.type = "log-log"); summary(c, times =
// 50).
TEST(AllianceDurations, end_in_three_ways_as_r_says) {
    ENTENTE_NEEDS_DATA(path, "atop/atop4_01-alliance-level.csv");
    auto rows = alliances(path);
    rows.clusters.clear();
    const auto found = cumulative_incidence(rows, 3);
    EXPECT_EQ(found.ended, (std::vector<double>{84, 160, 118}));
    const auto after =
        std::find_if(found.steps.begin(), found.steps.end(), [](const IncidenceStep& step) { return step.time > 50; });
    const auto& at_50 = *(after - 1);
    const std::vector<double> shares{0.1411787112102024, 0.258553764881879, 0.2374921101211141};
    const std::vector<double> errors{0.0171025074175398, 0.0206194121616046, 0.0244425728868826};
    const std::vector<double> high{0.176553736839782, 0.299680234448260, 0.286672454103709};
    for (std::size_t mode = 0; mode < 3; ++mode) {
        EXPECT_NEAR(at_50.incidences[mode].share, shares[mode], 1e-12);
        EXPECT_NEAR(std::sqrt(at_50.incidences[mode].variance), errors[mode], 1e-12);
        EXPECT_NEAR(at_50.incidences[mode].interval.value().high, high[mode], 1e-11);
    }
}

// R: f <- coxph(Surv(y, end == 2) ~ bilat + wartime + asymm + cluster(begyr), a); cox.zph(f without clusters, "km");
// both with control = coxph.control(eps = 1e-14).
TEST(AllianceDurations, are_violated_at_the_hazards_that_r_finds) {
    ENTENTE_NEEDS_DATA(path, "atop/atop4_01-alliance-level.csv");
    const auto rows = alliances(path);
    CoxChoices choices;
    choices.mode = 2;
    const auto fit = cox(rows, choices);
    ASSERT_EQ(fit.end, FitEnd::Converged) << fit.why_not;
    EXPECT_EQ(fit.events, 160);
    const std::vector<double> coefficients{-0.556005680288104, 0.160857260695116, 0.636603363978453};
    const std::vector<double> errors{0.198896141319417, 0.305299031391682, 0.225457327472535};
    const std::vector<double> clustered{0.211024479587010, 0.315939924010697, 0.244359999510773};
    for (std::size_t j = 0; j < 3; ++j) {
        EXPECT_NEAR(fit.coefficients[j], coefficients[j], 1e-9);
        EXPECT_NEAR(std::sqrt(fit.covariance[j][j]), errors[j], 1e-9);
        EXPECT_NEAR(std::sqrt(fit.clustered_covariance[j][j]), clustered[j], 1e-9);
    }
    EXPECT_NEAR(fit.null_log_likelihood, -983.235319606350, 1e-8);
    EXPECT_NEAR(fit.log_likelihood, -975.094883600398, 1e-8);
    EXPECT_NEAR(concordance(rows, log_hazard_ratios(fit, rows), choices.mode).value(), 0.590428032448982, 1e-12);
    const auto tests = proportionality_tests(rows, fit, choices, TimeScale::Survived);
    EXPECT_NEAR(tests.columns[0].chi_square, 0.48476560829611581, 1e-8);
    EXPECT_NEAR(tests.all.p, 0.834819326983803, 1e-9);
}

}  // namespace
}  // namespace entente::models
