#include "outlook/leader_structure.hpp"

#include <cmath>

#include "core/error.hpp"

namespace entente::outlook {
namespace {

using Matrix = std::vector<std::vector<double>>;

// Of the columns, over the years.
Matrix covariances(const Matrix& by_year) {
    const auto width = by_year.front().size();
    const auto years = static_cast<double>(by_year.size());
    std::vector<double> means(width, 0);
    for (const auto& values : by_year) {
        for (std::size_t j = 0; j < width; ++j) means[j] += values[j] / years;
    }
    Matrix found(width, std::vector<double>(width, 0));
    for (const auto& values : by_year) {
        for (std::size_t i = 0; i < width; ++i) {
            for (std::size_t j = 0; j < width; ++j) {
                found[i][j] += (values[i] - means[i]) * (values[j] - means[j]) / (years - 1);
            }
        }
    }
    return found;
}

std::vector<double> product(const Matrix& matrix, const std::vector<double>& vector) {
    std::vector<double> found(matrix.size(), 0);
    for (std::size_t i = 0; i < matrix.size(); ++i) {
        for (std::size_t j = 0; j < vector.size(); ++j) found[i] += matrix[i][j] * vector[j];
    }
    return found;
}

double dot(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t j = 0; j < a.size(); ++j) sum += a[j] * b[j];
    return sum;
}

Source source_of(std::size_t column, const std::vector<evidence::Covariate>& covariates) {
    if (column >= covariates.size()) return Source::Age;
    return covariates[column].pace == evidence::Pace::Leader ? Source::Leader : Source::Structure;
}

// β with all but the columns of one source at 0.
std::vector<double> only(Source source, const std::vector<double>& coefficients,
                         const std::vector<evidence::Covariate>& covariates) {
    auto kept = coefficients;
    for (std::size_t column = 0; column < kept.size(); ++column) {
        if (source_of(column, covariates) != source) kept[column] = 0;
    }
    return kept;
}

// Errors of the violation's coefficients, the intercept apart.
Matrix errors_of(const models::MultinomialLogit& regression, std::size_t width) {
    const auto& all = regression.clustered_covariance.empty() ? regression.covariance : regression.clustered_covariance;
    Matrix errors(width, std::vector<double>(width, 0));
    for (std::size_t i = 0; i < width; ++i) {
        for (std::size_t j = 0; j < width; ++j) errors[i][j] = all[i + 1][j + 1];
    }
    return errors;
}

}  // namespace

LeaderStructure leader_structure(const EndingsFit& fit, const std::vector<evidence::Covariate>& covariates,
                                 const std::vector<OwnYear>& years, double level) {
    LeaderStructure result;
    if (!fit.converged()) {
        result.why_not = fit.why_not;
        return result;
    }
    if (fit.modes.front().form != ModeForm::Covariates) {
        result.why_not = "no alliance was violated in the rows of the fit";
        return result;
    }
    ensure(covariates.size() == fit.scale.covariates.size(), "one description for each covariate of the fit");
    if (years.size() < 3) {
        result.why_not = "there are fewer than three years of which all covariates are known";
        return result;
    }
    Matrix by_year;
    for (const auto& year : years) by_year.push_back(scaled_values(fit.scale, year.values, year.age));
    const auto moved = covariances(by_year);
    const auto& own = fit.regression.coefficients.front();
    const std::vector<double> coefficients(own.begin() + 1, own.end());
    const auto along = product(moved, coefficients);  // C β
    result.variance = dot(coefficients, along);
    if (!(result.variance > 1e-12)) {
        result.why_not = "the odds did not move over these years";
        return result;
    }
    const auto errors = errors_of(fit.regression, coefficients.size());
    const double width = models::normal_width(level);
    for (const auto source : {Source::Structure, Source::Leader, Source::Age}) {
        const auto kept = only(source, coefficients, covariates);
        const auto kept_along = product(moved, kept);
        const auto along_kept = only(source, along, covariates);
        const double share = dot(kept, along) / result.variance;
        // ∂(n ÷ d) = (∂n − share · ∂d) ÷ d with n = β'D C β, ∂n = D C β + C D β and ∂d = 2 C β.
        std::vector<double> slope(coefficients.size(), 0);
        for (std::size_t j = 0; j < slope.size(); ++j) {
            slope[j] = (along_kept[j] + kept_along[j] - 2 * share * along[j]) / result.variance;
        }
        const double error = std::sqrt(std::max(dot(slope, product(errors, slope)), 0.0));
        result.shares.push_back({source, share, share - width * error, share + width * error});
    }
    return result;
}

std::optional<double> share_of_first(const std::vector<double>& first, const std::vector<double>& second) {
    ensure(first.size() == second.size(), "as many numbers of the one as of the other");
    if (first.size() < 3) return std::nullopt;
    Matrix rows;
    for (std::size_t row = 0; row < first.size(); ++row) rows.push_back({first[row], first[row] + second[row]});
    const auto moved = covariances(rows);
    if (!(moved[1][1] > 1e-12)) return std::nullopt;
    return moved[0][1] / moved[1][1];
}

}  // namespace entente::outlook
