#include "core/date.hpp"

#include "core/error.hpp"

namespace entente {

namespace {

// The number that exactly these digits write, or nothing.
std::optional<int> digits(std::string_view text) {
    int value = 0;
    for (const char character : text) {
        if (character < '0' || character > '9') return std::nullopt;
        value = value * 10 + (character - '0');
    }
    return value;
}

std::optional<std::chrono::year> parse_year(std::string_view text) {
    const auto value = digits(text);
    if (text.size() != 4 || !value || *value == 0) return std::nullopt;
    return std::chrono::year{*value};
}

std::string padded(int value, std::size_t width) {
    std::string text = std::to_string(value);
    if (text.size() < width) text.insert(0, width - text.size(), '0');
    return text;
}

std::string month_text(std::chrono::year_month_day day) {
    return padded(int{day.year()}, 4) + '-' + padded(static_cast<int>(unsigned{day.month()}), 2);
}

}  // namespace

Day make_day(int year, unsigned month, unsigned day) {
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    ensure(date.ok(), "a day that does not exist");
    return Day{date};
}

std::optional<Date> parse_date(std::string_view text) {
    const auto year = text.size() >= 4 ? parse_year(text.substr(0, 4)) : std::nullopt;
    if (!year) return std::nullopt;
    if (text.size() == 4) {
        return Date{Day{*year / std::chrono::January / 1}, Day{*year / std::chrono::December / 31}, Precision::Year};
    }
    if (text.size() == 7 && text[4] == '-') {
        const auto number = digits(text.substr(5, 2));
        if (!number) return std::nullopt;
        const auto month = *year / std::chrono::month{static_cast<unsigned>(*number)};
        if (!month.ok()) return std::nullopt;
        return Date{Day{month / 1}, Day{month / std::chrono::last}, Precision::Month};
    }
    const auto day = parse_day(text);
    if (!day) return std::nullopt;
    return single_day(*day);
}

std::optional<Day> parse_day(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    const auto year = parse_year(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) return std::nullopt;
    const std::chrono::year_month_day date{*year, std::chrono::month{static_cast<unsigned>(*month)},
                                           std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return Day{date};
}

Date single_day(Day day) {
    return {day, day, Precision::Day};
}

Date day_range(Day first, Day last) {
    ensure(first <= last, "a range of days that ends before it begins");
    return {first, last, first == last ? Precision::Day : Precision::Range};
}

std::string to_text(const Date& date) {
    switch (date.precision) {
        case Precision::Day:
            return to_text(date.first);
        case Precision::Month:
            return month_text(std::chrono::year_month_day{date.first});
        case Precision::Year:
            return padded(year_of(date.first), 4);
        case Precision::Range:
            return to_text(date.first) + "…" + to_text(date.last);
    }
    return {};
}

std::string to_text(Day day) {
    const std::chrono::year_month_day date{day};
    return month_text(date) + '-' + padded(static_cast<int>(unsigned{date.day()}), 2);
}

bool lies_within(const Date& inner, Day first, Day last) noexcept {
    return first <= inner.first && inner.last <= last;
}

int year_of(Day day) noexcept {
    return int{std::chrono::year_month_day{day}.year()};
}

double years_between(Day from, Day to) noexcept {
    return static_cast<double>((to - from).count()) / 365.25;
}

}  // namespace entente
