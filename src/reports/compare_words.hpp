// What a comparison says in sentences. For use inside the module.
#pragma once

#include <string>
#include <vector>

#include "workbench/compare.hpp"

namespace entente::reports {

// `+.57`, `−.20`, `.00`
[[nodiscard]] std::string tilt_words(double tilt);

// `Both are weakened: US–Japan moderately (.74), NATO slightly (.67).`, then of each two cases which leans further, and
// whether that is more than coding noise.
[[nodiscard]] std::vector<std::string> answer_sentences(const workbench::CompareResult& result);

// `3 of 4 pairs of coders`
[[nodiscard]] std::string test_counts(const assessment::OrderTest& test);
// `each coder of one against each of the other`
[[nodiscard]] std::string test_words(assessment::OrderTestKind kind);

// `first +.23, blind +.83`: verdicts of coders who read enough for one
[[nodiscard]] std::string coders_in_words(const assessment::Assessment& assessment);

// Which case a factor leans furthest in, and to which side: `NATO ▲`. Empty where fewer than two assess it.
[[nodiscard]] std::string furthest_in_words(const workbench::CompareResult& result, const assessment::FactorRow& row);

}  // namespace entente::reports
