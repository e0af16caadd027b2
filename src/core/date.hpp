// Dates as sources give them: a day, a month, a year, or a range of days. A date carries its precision;
// what is unknown is never filled in.
#pragma once

#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

enum class Precision { Day, Month, Year, Range };

using Day = std::chrono::sys_days;

// The days from first to last, both included. first <= last.
struct Date {
    Day first{};
    Day last{};
    Precision precision = Precision::Day;

    auto operator<=>(const Date&) const = default;
};

[[nodiscard]] Day make_day(int year, unsigned month, unsigned day);

// Reads `2017-02-10`, `2017-02` or `2017`; nothing for anything else, or for a day that does not exist.
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

// Reads exactly `2017-02-10`.
[[nodiscard]] std::optional<Day> parse_day(std::string_view text);

[[nodiscard]] Date single_day(Day day);
[[nodiscard]] Date day_range(Day first, Day last);

// As written in a case: `2017-02-10`, `2017-02`, `2017`, `2017-02-10…2017-03-01`.
[[nodiscard]] std::string to_text(const Date& date);
[[nodiscard]] std::string to_text(Day day);

// True if every day of `inner` lies in first…last.
[[nodiscard]] bool lies_within(const Date& inner, Day first, Day last) noexcept;

[[nodiscard]] int year_of(Day day) noexcept;

// Days / 365.25.
[[nodiscard]] double years_between(Day from, Day to) noexcept;

}  // namespace entente
