// What a covariate can be at all: a yes or no, a step of a scale, a share, any number.
#pragma once

#include <optional>
#include <string>

#include "evidence/covariate.hpp"

namespace entente::outlook {

struct PossibleValues {
    std::optional<double> low;  // nothing: without an end
    std::optional<double> high;
    bool whole = false;  // whole numbers only
};

// By the formulas of docs/covariates.md.
[[nodiscard]] PossibleValues possible_values(evidence::CovariateMeasure measure) noexcept;

[[nodiscard]] bool is_possible(const PossibleValues& values, double value) noexcept;

// `0 or 1`, `0, 1 or 2`, `between 0 and 1`, `0 or more`; `any number`.
[[nodiscard]] std::string words_of(const PossibleValues& values);

}  // namespace entente::outlook
