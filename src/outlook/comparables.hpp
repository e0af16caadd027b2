// The alliances of the past that were most like one of today at about its age, and what became of them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "outlook/endings_fit.hpp"

namespace entente::outlook {

struct Comparable {
    std::uint32_t alliance = 0;    // place in RiskYears::alliances
    std::size_t row = 0;           // of the year in which it was most alike
    double distance = 0;           // √Σ of squared differences of covariates ÷ their standard deviations
    std::optional<Ending> ending;  // within the years that follow; nothing: it went on as far as it was followed
    int ended_year = 0;            // means something with an ending
    int followed_years = 0;        // of those asked for; fewer where the data end first
};

struct Comparables {
    std::vector<Comparable> nearest;  // first
    double years_apart = 0;           // in age, at most
    std::size_t alliances = 0;        // that were of that age, this one apart
};

struct ComparablesRequest {
    std::string alliance;  // itself: it is not compared with itself; empty: not among the rows
    std::span<const double> values;
    double age = 0;
    double years_apart = 5;
    std::size_t most = 10;
    int years = 10;  // over which they are followed
};

// Each alliance counts once, with its nearest year. All covariates count alike, whatever the fit makes of them: alike
// is what they are, not what came of it.
[[nodiscard]] Comparables comparables_of(const RiskYears& rows, const EndingsFit& fit,
                                         const ComparablesRequest& request);

}  // namespace entente::outlook
