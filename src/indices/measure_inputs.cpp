#include "indices/measure_inputs.hpp"

#include <cmath>
#include <utility>

#include <fmt/format.h>

namespace entente::indices {
namespace {

std::string_view plural(std::size_t number) {
    return number == 1 ? "" : "s";
}

}  // namespace

MeasureResult one_value(double value) {
    if (!std::isfinite(value)) return refused("the result is not a finite number");
    return {{value}, {}, {}};
}

MeasureResult refused(std::string why_not) {
    return {{}, {}, std::move(why_not)};
}

std::string why_not_amount(Inputs inputs, Amount amount) {
    if (inputs.size() >= amount.least && inputs.size() <= amount.most) return {};
    const auto more_than_enough = amount.least == amount.most ? "" : "at least ";
    return fmt::format("takes {}{} input{}, got {}", more_than_enough, amount.least, plural(amount.least),
                       inputs.size());
}

std::string why_not_one_unit(Inputs inputs) {
    std::string_view first;
    for (const auto& input : inputs) {
        if (input.unit.empty()) continue;
        if (first.empty()) first = input.unit;
        if (input.unit != first) return fmt::format("the units differ: {} and {}", first, input.unit);
    }
    return {};
}

MeasureResult from_numbers(Inputs inputs, Amount amount, Units units,
                           MeasureResult (*compute)(std::span<const double> numbers)) {
    if (auto why_not = why_not_amount(inputs, amount); !why_not.empty()) return refused(std::move(why_not));
    std::vector<double> numbers;
    for (const auto& input : inputs) {
        if (!input.number) return refused(fmt::format("input {} is no number", numbers.size() + 1));
        if (!std::isfinite(*input.number)) {
            return refused(fmt::format("input {} is not a finite number", numbers.size() + 1));
        }
        numbers.push_back(*input.number);
    }
    if (units == Units::Agree) {
        if (auto why_not = why_not_one_unit(inputs); !why_not.empty()) return refused(std::move(why_not));
    }
    return compute(numbers);
}

MeasureResult from_dates(Inputs inputs, Amount amount, MeasureResult (*compute)(std::span<const Date> dates)) {
    if (auto why_not = why_not_amount(inputs, amount); !why_not.empty()) return refused(std::move(why_not));
    std::vector<Date> dates;
    for (const auto& input : inputs) {
        if (!input.date) return refused(fmt::format("input {} has no date", dates.size() + 1));
        dates.push_back(*input.date);
    }
    return compute(dates);
}

MeasureResult from_days(Inputs inputs, Amount amount, MeasureResult (*compute)(std::span<const Day> days)) {
    if (auto why_not = why_not_amount(inputs, amount); !why_not.empty()) return refused(std::move(why_not));
    std::vector<Day> days;
    for (const auto& input : inputs) {
        if (!input.date) return refused(fmt::format("input {} has no date", days.size() + 1));
        if (input.date->first != input.date->last) {
            return refused(fmt::format("input {} is no single day: {}", days.size() + 1, to_text(*input.date)));
        }
        days.push_back(input.date->first);
    }
    return compute(days);
}

}  // namespace entente::indices
