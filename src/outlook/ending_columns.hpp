// Covariates and age as columns of a regression: all on one scale, which is learned from the rows that are fitted and
// kept for whatever is foreseen from them.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "evidence/outlook_theory.hpp"
#include "outlook/risk_years.hpp"

namespace entente::outlook {

// The covariates, in the order of the model, and behind them the columns of duration.
struct ColumnScale {
    std::vector<std::string> covariates;
    evidence::DurationShape duration = evidence::DurationShape::Constant;
    std::vector<double> knots;       // of a spline
    std::vector<double> means;       // of each column
    std::vector<double> deviations;  // likewise; 0 where a column is the same in all rows
    std::vector<double> lowest;      // value of each covariate in the rows
    std::vector<double> highest;     // likewise

    [[nodiscard]] std::size_t size() const noexcept { return means.size(); }
    [[nodiscard]] std::size_t durations() const noexcept { return means.size() - covariates.size(); }
};

// From these rows, of which all the covariates are known. A spline that has no room for four knots becomes a cubic.
[[nodiscard]] ColumnScale scale_of(const RiskYears& rows, const std::vector<std::size_t>& which,
                                   const std::vector<std::string>& covariates, evidence::DurationShape duration);

// (x − mean) ÷ deviation, column by column, one value for each of the rows. A column that never varies is all 0.
[[nodiscard]] std::vector<std::vector<float>> scaled_columns(const RiskYears& rows,
                                                             const std::vector<std::size_t>& which,
                                                             const ColumnScale& scale);

// The same for one alliance of that age.
[[nodiscard]] std::vector<double> scaled_values(const ColumnScale& scale, std::span<const double> values, double age);

// The place of a covariate among the columns of the rows; a Fault if they do not have it.
[[nodiscard]] std::size_t column_of(const RiskYears& rows, const std::string& covariate);

}  // namespace entente::outlook
