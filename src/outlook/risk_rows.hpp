// Rows of alliances and years out of alliances and facts, with a count of what each covariate lacks.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

#include "evidence/covariate.hpp"
#include "outlook/covariate_facts.hpp"
#include "outlook/covariate_values.hpp"
#include "outlook/pair_alliance.hpp"
#include "outlook/risk_years.hpp"

namespace entente::outlook {

struct RiskRows {
    RiskYears rows;
    std::vector<std::array<std::size_t, kLacks>> lacks;  // by covariate: how many rows for each Lack
};

// A row for each alliance and each year from `from` to `to` in which a phase of it was in force, with the covariates at
// the end of the year before. `facts` are those of each covariate. Alliances without a row are left out.
[[nodiscard]] RiskRows risk_rows(std::span<const PairAlliance> alliances,
                                 std::span<const evidence::Covariate> covariates, std::span<const CovariateFacts> facts,
                                 int from, int to);

}  // namespace entente::outlook
