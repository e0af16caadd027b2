// Logistic regressions on the same rows that each leave some of them out, to forecast those. Their answers lie close
// together: what the rows add up to at common first coefficients is summed once for all, stretch by stretch.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "models/logit.hpp"

namespace entente::models {

class HeldOutLogit {
public:
    // Refers to what the rows refer to. A stretch of rows is left out whole; `ends` says where each ends, in order, the
    // last of them at the number of rows. The choices' start serves all fits.
    HeldOutLogit(const LogitRows& rows, std::vector<std::size_t> ends, LogitChoices choices);
    HeldOutLogit(const HeldOutLogit&) = delete;
    HeldOutLogit& operator=(const HeldOutLogit&) = delete;
    ~HeldOutLogit();

    // As logit() on the other rows, without errors, covariances and likelihood: coefficients only. `left_out` has an
    // entry for each stretch. May be called from several threads.
    [[nodiscard]] Logit without(const std::vector<bool>& left_out) const;

private:
    struct Stretches;

    LogitRows rows_;
    LogitChoices choices_;
    std::unique_ptr<const Stretches> stretches_;
};

}  // namespace entente::models
