// The years in which alliances might have ended, as rows of a contest: does this alliance end so within the years that
// begin with this one?
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "contest/test_result.hpp"
#include "evidence/outlook_theory.hpp"
#include "outlook/risk_years.hpp"

namespace entente::outlook {

struct ContestRowsRequest {
    int horizon = 1;  // the years t … t + horizon − 1
    Ending ending = Ending::Violation;
    int from = 0;  // years t
    int to = 0;
};

// Rows that lack a covariate; one that lacks several is counted for each.
struct RowsWithout {
    std::string covariate;
    std::size_t rows = 0;
};

struct ContestRows {
    contest::TestRows rows;
    std::vector<contest::TestModel> models;
    std::size_t alliances = 0;
    // What is no row: the window reaches past the last year of the data, whatever happens in it, since else only
    // endings would be seen there; the record of the alliance breaks off within it; a covariate is missing.
    std::size_t beyond_data = 0;
    std::size_t lost = 0;
    std::size_t incomplete = 0;
    std::vector<RowsWithout> without;
};

// The outcome is 1 where the alliance ends so within the window; one that ends in another way counts as 0, since it
// cannot end so any more. A row that lacks a covariate of any model is left out for all, so that all are asked the
// same. Models name covariates by id, and the columns of duration by kAge and what follows it.
[[nodiscard]] ContestRows contest_rows(const RiskYears& years, const std::vector<evidence::EndingModel>& models,
                                       const std::vector<evidence::Covariate>& covariates,
                                       const ContestRowsRequest& request);

// Columns of duration: `age`, `age-2`, `age-3` (the powers of a cubic), `age-bend-1` … (the terms of a spline).
[[nodiscard]] bool is_duration(const std::string& predictor) noexcept;

}  // namespace entente::outlook
