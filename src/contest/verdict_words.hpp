// What came of a contest, in a sentence that is computed from its intervals, whichever way it goes.
#pragma once

#include <cstddef>
#include <string>

#include "contest/test_result.hpp"

namespace entente::contest {

// What was foreseen, in the words of who asks; each is followed by `better than …`.
struct ForesightWords {
    std::string foresaw;  // `For decades and states that it had not seen, threat foresaw whom states ally against`
    std::string whether;  // `threat foresees whom states ally against`
};

// `+.017`, `−.016`
[[nodiscard]] std::string skill_words(double skill);

// `+.021 [+.012, +.034]`
[[nodiscard]] std::string skill_words(const Estimate& estimate);

// The advantage of one model over another in skill, by each way of holding out: `+.021 [+.012, +.034] by decades`.
[[nodiscard]] std::string advantage_words(const TestResult& result, std::size_t model, std::size_t rival);

// `… foresaw … better than power alone (skill +.021 [.012, .034] and …)`; then what it did not beat, and what cannot
// be told.
[[nodiscard]] std::string sentence_on(const TestResult& result, const ForesightWords& words);

}  // namespace entente::contest
