#include "reports/forecast_words.hpp"

#include "reports/names.hpp"

namespace entente::reports {

std::string range_in_words(const std::optional<evidence::ProbabilityRange>& range) {
    if (!range) return {};
    return range->low == range->high ? probability(range->low)
                                     : probability(range->low) + "–" + probability(range->high);
}

std::string probability_in_words(const evidence::Forecast& forecast) {
    auto words = range_in_words(forecast.probability);
    if (!words.empty() && !forecast.probability_basis.empty()) words += " (" + forecast.probability_basis + ")";
    return words;
}

std::string settlement_in_words(const evidence::Settlement& outcome) {
    std::string words(name_of(outcome.resolution));
    if (outcome.resolved) words += " " + to_text(*outcome.resolved);
    if (!outcome.why.empty()) words += ": " + outcome.why;
    return words;
}

}  // namespace entente::reports
