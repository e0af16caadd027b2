#include "outlook/endings_fit.hpp"

#include <algorithm>
#include <map>
#include <span>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/named_enum.hpp"
#include "models/clustered_scores.hpp"

namespace entente::outlook {
namespace {

// Vittinghoff and McCulloch (2007), "Relaxing the Rule of Ten Events per Variable": five to nine do little harm.
constexpr std::size_t kEventsForEachColumn = 5;

ModeForm form_of(Ending ending, std::size_t events, const ColumnScale& scale) {
    if (events == 0) return ModeForm::Never;
    if (ending == Ending::Violation || events >= kEventsForEachColumn * scale.size()) return ModeForm::Covariates;
    return events >= kEventsForEachColumn * scale.durations() ? ModeForm::Age : ModeForm::Constant;
}

void count_modes(EndingsFit& fit, const RiskYears& rows) {
    std::size_t place = 0;
    for (const auto ending : kModes) {
        FittedMode mode;
        mode.ending = ending;
        for (const auto row : fit.rows) mode.events += rows.ending[row] == ending ? 1U : 0U;
        mode.form = form_of(ending, mode.events, fit.scale);
        if (mode.form != ModeForm::Never) mode.place = place++;
        fit.modes.push_back(mode);
    }
    const auto& violation = fit.modes.front();
    fit.thin = violation.events > 0 && violation.events < kEventsForEachColumn * fit.scale.size();
}

bool is_held(const EndingsFit& fit, const FittedMode& mode, std::size_t column) {
    if (fit.scale.deviations[column] <= 0) return true;
    if (mode.form == ModeForm::Constant) return true;
    return mode.form == ModeForm::Age && column < fit.scale.covariates.size();
}

void hold(EndingsFit& fit) {
    for (std::size_t column = 0; column < fit.scale.size(); ++column) {
        if (column < fit.scale.covariates.size() && fit.scale.deviations[column] <= 0) {
            fit.constant.push_back(fit.scale.covariates[column]);
        }
    }
    for (const auto& mode : fit.modes) {
        if (mode.form == ModeForm::Never) continue;
        for (std::size_t column = 0; column < fit.scale.size(); ++column) {
            if (is_held(fit, mode, column)) fit.held.push_back({mode.place + 1, column + 1});
        }
    }
}

std::vector<std::uint8_t> outcomes_of(const EndingsFit& fit, const RiskYears& rows) {
    std::vector<std::uint8_t> outcomes;
    outcomes.reserve(fit.rows.size());
    for (const auto row : fit.rows) {
        std::uint8_t outcome = 0;
        for (const auto& mode : fit.modes) {
            if (mode.ending == rows.ending[row]) outcome = static_cast<std::uint8_t>(mode.place + 1);
        }
        outcomes.push_back(outcome);
    }
    return outcomes;
}

// Alliances of the rows, numbered from 0 as they come.
std::vector<std::uint16_t> clusters_of(const EndingsFit& fit, const RiskYears& rows) {
    std::map<std::uint32_t, std::uint16_t> numbers;
    std::vector<std::uint16_t> clusters;
    clusters.reserve(fit.rows.size());
    for (const auto row : fit.rows) {
        const auto next = static_cast<std::uint16_t>(numbers.size());
        clusters.push_back(numbers.emplace(rows.alliance[row], next).first->second);
    }
    return clusters;
}

std::vector<std::span<const float>> spans_of(const std::vector<std::vector<float>>& columns) {
    return {columns.begin(), columns.end()};
}

std::size_t modes_that_happened(const EndingsFit& fit) {
    return static_cast<std::size_t>(std::count_if(fit.modes.begin(), fit.modes.end(),
                                                  [](const FittedMode& mode) { return mode.form != ModeForm::Never; }));
}

std::string words_of(const EndingsFit& fit, const models::CoefficientPlace& place) {
    std::string mode;
    for (const auto& candidate : fit.modes) {
        if (candidate.form != ModeForm::Never && candidate.place + 1 == place.mode) mode = words_of(candidate.ending);
    }
    if (place.column == 0) return fmt::format("the constant ({})", mode);
    const auto column = place.column - 1;
    return fmt::format("{} ({})", column < fit.scale.covariates.size() ? fit.scale.covariates[column] : "age", mode);
}

EndingsFit fit_rows(const RiskYears& rows, std::vector<std::size_t> which, const EndingsRequest& request) {
    EndingsFit fit;
    fit.rows = std::move(which);
    fit.ridge = request.ridge;
    if (fit.rows.empty()) {
        fit.why_not = "in no year of any alliance are all covariates of the model known";
        return fit;
    }
    fit.scale = scale_of(rows, fit.rows, request.covariates, request.duration);
    count_modes(fit, rows);
    hold(fit);
    fit.from = rows.year[fit.rows.front()];
    fit.to = fit.from;
    for (const auto row : fit.rows) {
        fit.from = std::min(fit.from, rows.year[row]);
        fit.to = std::max(fit.to, rows.year[row]);
    }
    const auto modes = modes_that_happened(fit);
    if (modes == 0) {
        fit.why_not = fmt::format("no alliance ended in the {} alliance-years of which all covariates are known",
                                  fit.rows.size());
        return fit;
    }
    const auto columns = scaled_columns(rows, fit.rows, fit.scale);
    const auto outcomes = outcomes_of(fit, rows);
    const auto clusters = clusters_of(fit, rows);
    fit.alliances = static_cast<std::size_t>(*std::max_element(clusters.begin(), clusters.end())) + 1;
    models::FitChoices choices;
    choices.ridge = request.ridge;
    fit.regression = models::multinomial_logit({spans_of(columns), outcomes, clusters}, modes, choices, fit.held);
    fit.why_not = fit.regression.why_not;
    for (const auto& place : fit.regression.unbounded) fit.unbounded.push_back(words_of(fit, place));
    return fit;
}

}  // namespace

EndingsFit fit_endings(const RiskYears& rows, const EndingsRequest& request) {
    return fit_rows(rows, complete_rows(rows, request.covariates), request);
}

EndingsFit fit_base(const RiskYears& rows, const std::vector<std::size_t>& which, evidence::DurationShape duration,
                    double ridge) {
    EndingsRequest request;
    request.duration = duration;
    request.ridge = ridge;
    return fit_rows(rows, which, request);
}

EndingsBootstrap::EndingsBootstrap(const RiskYears& rows, const EndingsFit& fit)
    : columns_(scaled_columns(rows, fit.rows, fit.scale)),
      outcomes_(outcomes_of(fit, rows)),
      by_alliance_(fit.alliances),
      modes_(modes_that_happened(fit)),
      ridge_(fit.ridge),
      held_(fit.held) {
    const auto clusters = clusters_of(fit, rows);
    for (std::size_t row = 0; row < clusters.size(); ++row) by_alliance_[clusters[row]].push_back(row);
}

std::optional<std::vector<std::vector<double>>> EndingsBootstrap::coefficients(const RandomStream& stream,
                                                                               std::uint64_t draw) const {
    const auto times = models::drawn_clusters(stream, draw, by_alliance_.size());
    std::vector<std::size_t> drawn;
    for (std::size_t alliance = 0; alliance < times.size(); ++alliance) {
        for (int time = 0; time < static_cast<int>(times[alliance]); ++time) {
            drawn.insert(drawn.end(), by_alliance_[alliance].begin(), by_alliance_[alliance].end());
        }
    }
    std::vector<std::vector<float>> columns(columns_.size());
    for (std::size_t column = 0; column < columns.size(); ++column) {
        columns[column].reserve(drawn.size());
        for (const auto row : drawn) columns[column].push_back(columns_[column][row]);
    }
    std::vector<std::uint8_t> outcomes;
    outcomes.reserve(drawn.size());
    for (const auto row : drawn) outcomes.push_back(outcomes_[row]);
    models::FitChoices choices;
    choices.ridge = ridge_;
    auto fit = models::multinomial_logit({spans_of(columns), outcomes, {}}, modes_, choices, held_);
    if (fit.end != models::FitEnd::Converged) return std::nullopt;
    return std::move(fit.coefficients);
}

}  // namespace entente::outlook
