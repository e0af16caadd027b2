// Measures over numbers; figure_measures.cpp says what each one takes and prints.
#pragma once

#include "indices/measure_inputs.hpp"

namespace entente::indices {

[[nodiscard]] MeasureResult value(Inputs inputs);
[[nodiscard]] MeasureResult sum(Inputs inputs);
[[nodiscard]] MeasureResult difference(Inputs inputs);
[[nodiscard]] MeasureResult percent_change(Inputs inputs);
[[nodiscard]] MeasureResult ratio(Inputs inputs);
[[nodiscard]] MeasureResult ratio_of_differences(Inputs inputs);
[[nodiscard]] MeasureResult share(Inputs inputs);
[[nodiscard]] MeasureResult percent_of(Inputs inputs);
[[nodiscard]] MeasureResult percent_of_total(Inputs inputs);
[[nodiscard]] MeasureResult amount_of_percent(Inputs inputs);
[[nodiscard]] MeasureResult gap_to_percent(Inputs inputs);
[[nodiscard]] MeasureResult index_after_change(Inputs inputs);
[[nodiscard]] MeasureResult implied_rate(Inputs inputs);
[[nodiscard]] MeasureResult average_per(Inputs inputs);

[[nodiscard]] MeasureResult mean(Inputs inputs);
[[nodiscard]] MeasureResult median(Inputs inputs);
[[nodiscard]] MeasureResult minimum(Inputs inputs);
[[nodiscard]] MeasureResult maximum(Inputs inputs);
[[nodiscard]] MeasureResult count(Inputs inputs);
[[nodiscard]] MeasureResult difference_from_mean(Inputs inputs);
[[nodiscard]] MeasureResult ratio_to_mean(Inputs inputs);

[[nodiscard]] MeasureResult two_proportion_z(Inputs inputs);

}  // namespace entente::indices
