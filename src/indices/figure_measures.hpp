// The measures that derived numbers are made with: differences, ratios, spans of days, a two-proportion z …
// Each is pure, has a formula that is printed beside its result, and states what it takes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/date.hpp"

namespace entente::indices {

// An input as the measure sees it: a number, a date, or a number with a sample size. `unit` is all that must agree
// before numbers are added or compared (`billion USD`, not `billion`); a number without a unit takes the others'.
struct MeasureInput {
    std::optional<double> number;
    std::optional<Date> date;
    std::optional<int> sample_size;
    std::string unit;
};

struct MeasureResult {
    std::vector<double> values;       // one for most measures; several for gaps and counts by year
    std::vector<std::string> labels;  // of `values`, where there are several
    std::string why_not;              // set, and `values` empty, if the inputs do not fit
};

struct Measure {
    std::string_view name;     // difference
    std::string_view formula;  // b − a
    std::string_view takes;    // two numbers of one unit: earlier, later
    MeasureResult (*compute)(std::span<const MeasureInput> inputs);
};

[[nodiscard]] std::span<const Measure> figure_measures() noexcept;
[[nodiscard]] const Measure* find_figure_measure(std::string_view name) noexcept;

}  // namespace entente::indices
