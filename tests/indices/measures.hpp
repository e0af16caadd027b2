// Inputs and results of measures in few words.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/date.hpp"
#include "indices/figure_measures.hpp"

namespace entente::indices::testing {

using InputList = std::vector<MeasureInput>;

inline MeasureInput number(double value, std::string unit = {}) {
    return {value, {}, {}, std::move(unit)};
}

inline MeasureInput poll(double percent, int sample_size) {
    return {percent, {}, sample_size, "percent"};
}

// A day, month or year as a case writes it.
inline MeasureInput date(std::string_view text) {
    return {{}, parse_date(text), {}, {}};
}

inline MeasureInput range(std::string_view first, std::string_view last) {
    return {{}, day_range(parse_day(first).value(), parse_day(last).value()), {}, {}};
}

inline InputList numbers(const std::vector<double>& values, const std::string& unit = {}) {
    InputList inputs;
    for (const double value : values) inputs.push_back(number(value, unit));
    return inputs;
}

inline InputList dates(const std::vector<std::string_view>& texts) {
    InputList inputs;
    for (const auto text : texts) inputs.push_back(date(text));
    return inputs;
}

inline InputList both(InputList first, const InputList& second) {
    first.insert(first.end(), second.begin(), second.end());
    return first;
}

inline MeasureResult result_of(std::string_view measure, const InputList& inputs) {
    const auto* found = find_figure_measure(measure);
    if (found == nullptr) return {{}, {}, "no measure " + std::string(measure)};
    return found->compute(inputs);
}

// The one value; a number that no test expects where there is none.
inline double value_of(std::string_view measure, const InputList& inputs) {
    const auto result = result_of(measure, inputs);
    return result.values.size() == 1 ? result.values.front() : -9e99;
}

inline std::string why_not(std::string_view measure, const InputList& inputs) {
    return result_of(measure, inputs).why_not;
}

}  // namespace entente::indices::testing
