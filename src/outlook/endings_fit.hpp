// How alliances of two states end, fitted: the chance of each way of ending in a year, from covariates of the year
// before and from the alliance's age.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/random.hpp"
#include "models/multinomial_logit.hpp"
#include "outlook/ending_columns.hpp"

namespace entente::outlook {

// The ways in which an alliance as a whole ends, in the order of all lists by mode.
inline constexpr std::array<Ending, 4> kModes{Ending::Violation, Ending::NewRelationship, Ending::Fulfilled,
                                              Ending::IndependenceLost};

struct EndingsRequest {
    std::vector<std::string> covariates;  // ids that the rows have
    evidence::DurationShape duration = evidence::DurationShape::Cubic;
    double ridge = 1;  // on all columns ÷ their standard deviations
};

// What the chance of a mode depends on. Too few events for a column bend its coefficient away from the truth (Peduzzi
// and others 1996; Vittinghoff and McCulloch 2007).
enum class ModeForm {
    Covariates,  // and age
    Age,         // fewer than five events for each column
    Constant,    // fewer than five for each column of age
    Never,       // it did not happen in any of the rows
};

struct FittedMode {
    Ending ending = Ending::Violation;
    std::size_t events = 0;
    ModeForm form = ModeForm::Never;
    std::size_t place = 0;  // among the modes of the regression, from 0; means nothing where `form` is Never
};

struct EndingsFit {
    std::string why_not;                  // set unless there is a fit
    models::MultinomialLogit regression;  // of the modes that happened; clusters are alliances
    std::vector<FittedMode> modes;        // all of kModes, in that order
    ColumnScale scale;
    std::vector<models::CoefficientPlace> held;  // at 0
    std::vector<std::string> constant;           // covariates that are the same in all rows, and so say nothing
    std::vector<std::string> unbounded;          // `covariate (mode)`, if separated
    std::vector<std::size_t> rows;               // of which all covariates are known
    std::size_t alliances = 0;
    int from = 0;  // years
    int to = 0;
    double ridge = 0;
    bool thin = false;  // violation itself has fewer than five events for each column; it keeps them, penalised

    [[nodiscard]] bool converged() const noexcept { return why_not.empty(); }
};

// Allison (1982) and McFadden (1974), by models::multinomial_logit, with the ridge of le Cessie and van Houwelingen
// (1992). Violation keeps its covariates however rare it is: they are what the contest has tested.
[[nodiscard]] EndingsFit fit_endings(const RiskYears& rows, const EndingsRequest& request);

// The same rows with nothing but age, or nothing at all: the base rate that a fit starts from.
[[nodiscard]] EndingsFit fit_base(const RiskYears& rows, const std::vector<std::size_t>& which,
                                  evidence::DurationShape duration, double ridge);

// Refits to alliances drawn with replacement, on the scale of the fit (Efron and Tibshirani 1993, chapter 8).
class EndingsBootstrap {
public:
    EndingsBootstrap(const RiskYears& rows, const EndingsFit& fit);

    // The fit with the coefficients of that draw; nothing where the draw has no fit.
    [[nodiscard]] std::optional<std::vector<std::vector<double>>> coefficients(const RandomStream& stream,
                                                                               std::uint64_t draw) const;

private:
    std::vector<std::vector<float>> columns_;
    std::vector<std::uint8_t> outcomes_;
    std::vector<std::vector<std::size_t>> by_alliance_;
    std::size_t modes_ = 0;
    double ridge_ = 0;
    std::vector<models::CoefficientPlace> held_;
};

}  // namespace entente::outlook

template <>
struct entente::NamesOf<entente::outlook::ModeForm> {
    static constexpr std::array<std::string_view, 4> names{"covariates", "age", "constant", "never"};
};
