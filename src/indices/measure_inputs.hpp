// How measures read their inputs: so many numbers of one unit, so many days. What does not fit is said in words.
#pragma once

#include <cstddef>
#include <limits>
#include <span>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "indices/figure_measures.hpp"

namespace entente::indices {

using Inputs = std::span<const MeasureInput>;

struct Amount {
    std::size_t least = 0;
    std::size_t most = std::numeric_limits<std::size_t>::max();
};

[[nodiscard]] constexpr Amount exactly(std::size_t number) {
    return {number, number};
}
[[nodiscard]] constexpr Amount at_least(std::size_t number) {
    return {number};
}

[[nodiscard]] MeasureResult one_value(double value);
[[nodiscard]] MeasureResult refused(std::string why_not);

// Empty if the number of inputs fits.
[[nodiscard]] std::string why_not_amount(Inputs inputs, Amount amount);

// Empty if no two of the inputs have different units.
[[nodiscard]] std::string why_not_one_unit(Inputs inputs);

enum class Units { Agree, MayDiffer };

// Computes from the numbers of the inputs, or says which input does not fit.
[[nodiscard]] MeasureResult from_numbers(Inputs inputs, Amount amount, Units units,
                                         MeasureResult (*compute)(std::span<const double> numbers));

// Computes from the dates of the inputs, of any precision.
[[nodiscard]] MeasureResult from_dates(Inputs inputs, Amount amount,
                                       MeasureResult (*compute)(std::span<const Date> dates));

// Computes from the dates of the inputs, each of which must be a single day.
[[nodiscard]] MeasureResult from_days(Inputs inputs, Amount amount,
                                      MeasureResult (*compute)(std::span<const Day> days));

}  // namespace entente::indices
