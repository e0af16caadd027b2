// How a search for the most likely coefficients ended, and how it is made.
#pragma once

namespace entente::models {

enum class FitEnd {
    Converged,
    Separated,     // a column, or some together, tell outcomes apart without error: no finite coefficients
    NotConverged,  // within the steps allowed
    CannotFit,     // no rows, one outcome only or no endings, or columns that say the same
};

struct FitChoices {
    double ridge = 0;         // λ of the penalty λ/2 · Σ β_j², intercepts apart
    int most_steps = 60;      // of Newton
    double tolerance = 1e-9;  // the largest move of a coefficient, in standard deviations of its column
};

}  // namespace entente::models
