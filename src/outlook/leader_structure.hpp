// Leader or structure: how much of the way in which the odds of a violation moved over some years comes from who
// governs, how much from what outlasts governments, and how much from the alliance's age.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "evidence/covariate.hpp"
#include "models/log_log_interval.hpp"
#include "outlook/endings_fit.hpp"

namespace entente::outlook {

enum class Source { Structure, Leader, Age };
inline constexpr std::size_t kSources = 3;

struct SourceShare {
    Source source = Source::Structure;
    double share = 0;
    std::optional<double> low;
    std::optional<double> high;
};

struct LeaderStructure {
    std::vector<SourceShare> shares;  // of each source; they add up to 1
    double variance = 0;              // of the log odds over the years
    std::string why_not;              // set if there are none
};

// A year of the alliance's own past.
struct OwnYear {
    std::vector<double> values;  // of the fit's covariates
    double age = 0;
};

// Shares of a variance by covariances: with log odds η = Σ_g η_g over sources g, share_g = cov(η_g, η) ÷ var(η), so
// that they add up to 1. One is negative where its source moved against the others (Shorrocks 1982, "Inequality
// Decomposition by Factor Components", eq. 7). The interval is of the coefficients, by the delta method with errors by
// alliances, for the years as they were: it does not say what other leaders would have done.
[[nodiscard]] LeaderStructure leader_structure(const EndingsFit& fit,
                                               const std::vector<evidence::Covariate>& covariates,
                                               const std::vector<OwnYear>& years, double level = 0.95);

// The same of two columns of numbers that add up, such as the decibels of words and of deeds in each period: the share
// of the first, or nothing where their sum never moves.
[[nodiscard]] std::optional<double> share_of_first(const std::vector<double>& first, const std::vector<double>& second);

}  // namespace entente::outlook

template <>
struct entente::NamesOf<entente::outlook::Source> {
    static constexpr std::array<std::string_view, 3> names{"structure", "leader", "age"};
};
