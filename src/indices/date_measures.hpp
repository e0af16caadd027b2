// Measures over dates; figure_measures.cpp says what each one takes and prints.
#pragma once

#include "indices/measure_inputs.hpp"

namespace entente::indices {

[[nodiscard]] MeasureResult days_between(Inputs inputs);
[[nodiscard]] MeasureResult gaps_in_days(Inputs inputs);
[[nodiscard]] MeasureResult years_between(Inputs inputs);
[[nodiscard]] MeasureResult age_in_years(Inputs inputs);
[[nodiscard]] MeasureResult years_between_calendar(Inputs inputs);
[[nodiscard]] MeasureResult add_years(Inputs inputs);
[[nodiscard]] MeasureResult count_by_year(Inputs inputs);

// Numbers or dates: how many of them lie between the last two, both included.
[[nodiscard]] MeasureResult count_within(Inputs inputs);

}  // namespace entente::indices
