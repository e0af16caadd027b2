// outlook: how alliances have ended, and with --explain every coefficient behind the answer.
#include <cmath>

#include <fmt/format.h>

#include "reports/names.hpp"
#include "reports/outlook_parts.hpp"
#include "reports/outlook_words.hpp"

namespace entente::reports {
namespace {

constexpr double kBetweenRows = 10;

// As many shares as the table has columns for.
void add_row(Table& table, const outlook::HistoryPoint& point, const std::string& years) {
    std::vector<Text> row{
        {years}, {fmt::format("{:g}", point.at_risk)}, {chance_words({point.survival, point.interval})}};
    for (std::size_t mode = 0; row.size() < table.columns.size(); ++mode) row.emplace_back(percent(point.ended[mode]));
    table.rows.push_back(std::move(row));
}

Table history_table(const workbench::OutlookHistory& history, const std::string& first) {
    Table table;
    table.columns = {{first, Align::Left, true}, {"at risk", Align::Right}, {"in force", Align::Right}};
    for (const auto ending : history.endings) {
        table.columns.push_back({std::string(outlook::words_of(ending)), Align::Right});
        table.columns.back().title_wraps = true;
    }
    return table;
}

}  // namespace

void add_outlook_history(Document& document, const workbench::OutlookHistory& history) {
    const bool of_members = history.level == outlook::HistoryLevel::Member;
    document.heading(of_members ? "How members of alliances of several states have ended, by the treaty's age"
                                : "How alliances of two states have ended, by age");
    auto table = history_table(history, "years");
    double next = 0;
    for (const auto& point : history.curve) {
        if (point.years + 1e-6 < next) continue;
        add_row(table, point, fmt::format("{:.0f}", point.years));
        next = point.years + kBetweenRows;
    }
    document.table(std::move(table));
    document.paragraph(
        Text{fmt::format("{} {}, {}{}", history.units, of_members ? "memberships" : "alliances", history.source,
                         history.median ? fmt::format("; half had ended after {:.0f} years", *history.median)
                                        : std::string("; more than half never ended")),
             Tone::Faint},
        1);
    if (!history.from_age || history.from_age->horizons.empty()) {
        if (history.from_age) {
            document.paragraph(
                Text{fmt::format("Nobody is at risk a year after the age of {:.0f}.", history.from_age->from_age)}, 1);
        }
        return;
    }
    const auto& from = *history.from_age;
    document.paragraph(
        fmt::format("Of those that reached {:.0f} years ({:g} {} of {} alliances){}:", from.from_age, from.units,
                    of_members ? "memberships" : "alliances", from.alliances,
                    from.from_age < from.age_years - 0.5
                        ? fmt::format("; fewer than ten alliances have been seen at {:.0f}", from.age_years)
                        : std::string{}),
        1);
    auto after = history_table(history, "years later");
    for (const auto& point : from.horizons) add_row(after, point, fmt::format("{:g}", point.years));
    document.table(std::move(after));
}

void add_outlook_steps(Document& document, const workbench::FittedOutlook& fitted) {
    const auto& fit = fitted.fit;
    document.heading("How it was worked out");
    document.list({
        Text{
            "In each year the alliance goes on, or ends in one of four ways: P(way k) = e^(x'β_k) ÷ (1 + Σ e^(x'β_m)), "
            "a logit of competing endings by calendar years."},
        Text{
            fmt::format("x: {} covariates of the end of the year before, and {} columns of age, each less its mean and "
                        "÷ its standard deviation; a penalty of {:g} ÷ 2 · Σβ² on all but the constants.",
                        fitted.covariates.size(), fit.scale.durations(), fit.ridge)},
        Text{"Errors allow the years of one alliance to depend on each other (Liang and Zeger 1986)."},
        Text{"By year: F_k(t) = F_k(t − 1) + S(t − 1) h_k(t); intervals by the delta method on the log-log scale, or "
             "from draws of alliances."},
        Text{"Decibels: 10 · log10(e) · β of a violation · (value − reference)."},
    });
    Table table;
    table.columns = {{"coefficient for each standard deviation", Align::Left, true},
                     {"mean", Align::Right},
                     {"deviation", Align::Right}};
    for (const auto& mode : fit.modes) {
        if (mode.form == outlook::ModeForm::Never) continue;
        table.columns.push_back({fmt::format("{} ({})", outlook::words_of(mode.ending), mode.events), Align::Right});
        table.columns.back().title_wraps = true;
    }
    const auto& errors =
        fit.regression.clustered_covariance.empty() ? fit.regression.covariance : fit.regression.clustered_covariance;
    const auto width = fit.scale.size() + 1;
    for (std::size_t column = 0; column < width; ++column) {
        std::string name = "constant";
        if (column > 0 && column <= fitted.covariates.size()) name = fitted.covariates[column - 1].name;
        if (column > fitted.covariates.size()) name = fmt::format("age, column {}", column - fitted.covariates.size());
        std::vector<Text> row{{name},
                              {column > 0 ? covariate_number(fit.scale.means[column - 1]) : ""},
                              {column > 0 ? covariate_number(fit.scale.deviations[column - 1]) : ""}};
        for (const auto& mode : fit.modes) {
            if (mode.form == outlook::ModeForm::Never) continue;
            const double error =
                std::sqrt(std::max(errors[mode.place * width + column][mode.place * width + column], 0.0));
            const double value = fit.regression.coefficients[mode.place][column];
            row.emplace_back(error > 0 ? fmt::format("{} ± {:.3f}", decibels(value, 3), error) : std::string("—"));
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
    document.paragraph(Text{"± is one standard error; — is held at 0", Tone::Faint}, 1);
}

}  // namespace entente::reports
