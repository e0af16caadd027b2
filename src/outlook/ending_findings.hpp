// What a contest about endings comes to: which model an outlook may use, and what the signs say about the theory.
#pragma once

#include <string>
#include <vector>

#include "outlook/ending_contest.hpp"

namespace entente::outlook {

// `end by violation`, `give way to another treaty` …, of several alliances.
[[nodiscard]] std::string ends_in_words(Ending ending);

// Computed from the verdicts of one horizon.
[[nodiscard]] std::string sentence_on(const HorizonContest& horizon, Ending ending);

struct ChosenModel {
    std::string id;
    std::string reason;
};

// At the longest horizon: of the models that foresaw better than the base rate, by the margin and in both ways of
// holding out, the one with the best log score from the past alone; without one the base rate.
[[nodiscard]] ChosenModel chosen_model(const std::vector<HorizonContest>& horizons, double margin);

// Of each horizon: signs that are against what a model's covariates are said to do, in full; those as expected and
// those that cannot be told from 0, of the theory's model.
[[nodiscard]] std::vector<std::string> sign_findings(const std::vector<HorizonContest>& horizons);

}  // namespace entente::outlook
