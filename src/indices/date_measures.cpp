#include "indices/date_measures.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include <fmt/format.h>

namespace entente::indices {
namespace {

using Days = std::span<const Day>;
using Dates = std::span<const Date>;

double days_from(Day from, Day to) {
    return static_cast<double>((to - from).count());
}

// The year that the whole date lies in, if there is one.
std::optional<int> only_year_of(const Date& date) {
    if (year_of(date.first) != year_of(date.last)) return std::nullopt;
    return year_of(date.first);
}

MeasureResult no_one_year(const Date& date) {
    return refused(fmt::format("{} does not lie in one year", to_text(date)));
}

MeasureResult numbers_within(std::span<const double> numbers) {
    const double low = numbers[numbers.size() - 2];
    const double high = numbers[numbers.size() - 1];
    if (low > high) return refused("the last two inputs are a lower and an upper bound, in this order");
    const auto candidates = numbers.first(numbers.size() - 2);
    return one_value(static_cast<double>(std::count_if(
        candidates.begin(), candidates.end(), [low, high](double number) { return low <= number && number <= high; })));
}

MeasureResult dates_within(Dates dates) {
    const Day first = dates[dates.size() - 2].first;
    const Day last = dates[dates.size() - 1].last;
    if (first > last) return refused("the last two inputs are a first and a last day, in this order");
    const auto candidates = dates.first(dates.size() - 2);
    return one_value(
        static_cast<double>(std::count_if(candidates.begin(), candidates.end(),
                                          [first, last](const Date& date) { return lies_within(date, first, last); })));
}

}  // namespace

MeasureResult days_between(Inputs inputs) {
    return from_days(inputs, exactly(2), [](Days days) { return one_value(days_from(days[0], days[1])); });
}

MeasureResult gaps_in_days(Inputs inputs) {
    return from_days(inputs, at_least(2), [](Days days) {
        MeasureResult gaps;
        for (std::size_t later = 1; later < days.size(); ++later) {
            const Day from = days[later - 1];
            const Day to = days[later];
            if (from > to) return refused(fmt::format("{} stands after {}", to_text(to), to_text(from)));
            gaps.values.push_back(days_from(from, to));
            gaps.labels.push_back(fmt::format("{}…{}", to_text(from), to_text(to)));
        }
        return gaps;
    });
}

MeasureResult years_between(Inputs inputs) {
    return from_days(inputs, exactly(2), [](Days days) { return one_value(entente::years_between(days[0], days[1])); });
}

MeasureResult age_in_years(Inputs inputs) {
    return from_days(inputs, exactly(2), [](Days days) {
        if (days[0] > days[1]) return refused("the second day lies before the first: there is no age yet");
        return one_value(entente::years_between(days[0], days[1]));
    });
}

MeasureResult years_between_calendar(Inputs inputs) {
    return from_dates(inputs, exactly(2), [](Dates dates) {
        const auto from = only_year_of(dates[0]);
        const auto to = only_year_of(dates[1]);
        if (!from) return no_one_year(dates[0]);
        if (!to) return no_one_year(dates[1]);
        return one_value(*to - *from);
    });
}

MeasureResult add_years(Inputs inputs) {
    if (auto why_not = why_not_amount(inputs, exactly(2)); !why_not.empty()) return refused(why_not);
    if (!inputs[0].date) return refused("input 1 has no date");
    if (!inputs[1].number) return refused("input 2 is no number");
    const auto year = only_year_of(*inputs[0].date);
    if (!year) return no_one_year(*inputs[0].date);
    return one_value(*year + *inputs[1].number);
}

MeasureResult count_by_year(Inputs inputs) {
    return from_dates(inputs, at_least(1), [](Dates dates) {
        std::map<int, int> number_by_year;
        for (const auto& date : dates) {
            const auto year = only_year_of(date);
            if (!year) return no_one_year(date);
            ++number_by_year[*year];
        }
        MeasureResult counts;
        for (const auto& [year, number] : number_by_year) {
            counts.values.push_back(number);
            counts.labels.push_back(std::to_string(year));
        }
        return counts;
    });
}

MeasureResult count_within(Inputs inputs) {
    const bool numbers = std::all_of(inputs.begin(), inputs.end(), [](const auto& input) { return input.number; });
    if (numbers) return from_numbers(inputs, at_least(3), Units::Agree, numbers_within);
    return from_dates(inputs, at_least(3), dates_within);
}

}  // namespace entente::indices
