#include "datasets/number_format.hpp"

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>

#include "core/date.hpp"

namespace entente::datasets {

namespace {

constexpr std::int64_t kSecondsOfDay = 86'400;

char lower(char letter) {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

// The letters of a format that stand for parts of a number or a date: without literal text, colours and conditions.
std::string meaning_letters(std::string_view code) {
    std::string letters;
    for (std::size_t at = 0; at < code.size(); ++at) {
        const char sign = code[at];
        if (sign == ';') break;  // the other sections are for negative numbers, zero and text
        if (sign == '\\' || sign == '_' || sign == '*') {
            ++at;
        } else if (sign == '"') {
            at = std::min(code.find('"', at + 1), code.size());
        } else if (sign == '[') {
            const auto end = std::min(code.find(']', at), code.size());
            const char first = at + 1 < code.size() ? lower(code[at + 1]) : ' ';
            const char last = end > 0 ? lower(code[end - 1]) : ' ';
            const bool elapsed = first == last && (first == 'h' || first == 'm' || first == 's');
            if (elapsed) letters += 'h';
            at = end;
        } else {
            letters += lower(sign);
        }
    }
    return letters;
}

}  // namespace

// ECMA-376 part 1, section 18.8.30: the formats that are known by their number.
TimeKind time_kind(int number) {
    if ((number >= 14 && number <= 17) || number == 22) return TimeKind::Date;
    if ((number >= 27 && number <= 31) || number == 36 || (number >= 50 && number <= 58)) return TimeKind::Date;
    if ((number >= 18 && number <= 21) || (number >= 32 && number <= 35) || (number >= 45 && number <= 47)) {
        return TimeKind::Clock;
    }
    return TimeKind::None;
}

TimeKind time_kind(std::string_view code) {
    const std::string letters = meaning_letters(code);
    if (letters.find("general") != std::string::npos) return TimeKind::None;
    if (letters.find_first_of("yd") != std::string::npos) return TimeKind::Date;
    if (letters.find_first_of("hs") != std::string::npos) return TimeKind::Clock;
    return letters.find('m') != std::string::npos ? TimeKind::Date : TimeKind::None;
}

// ECMA-376 part 1, section 18.17.4: serial 1 is 1900-01-01, and 1900 has a day 60 that never was; or serial 0 is
// 1904-01-01.
std::optional<std::string> date_text(double serial, DateSystem system) {
    constexpr double kLast = 2'958'466;  // after 9999-12-31
    if (!(serial >= 0) || serial >= kLast) return std::nullopt;
    auto whole = static_cast<std::int64_t>(std::floor(serial));
    auto seconds = static_cast<std::int64_t>(std::llround((serial - std::floor(serial)) * kSecondsOfDay));
    if (seconds == kSecondsOfDay) {
        ++whole;
        seconds = 0;
    }
    constexpr std::int64_t kNoSuchDay = 60;
    Day day{};
    if (system == DateSystem::From1904) {
        day = make_day(1904, 1, 1) + std::chrono::days(whole);
    } else if (whole == kNoSuchDay || whole == 0) {
        return std::nullopt;
    } else {
        day = make_day(1899, 12, whole < kNoSuchDay ? 31 : 30) + std::chrono::days(whole);
    }
    constexpr int kLastYear = 9999;
    if (year_of(day) > kLastYear) return std::nullopt;
    std::string text = to_text(day);
    if (seconds == 0) return text;
    std::array<char, 16> clock{};
    std::snprintf(clock.data(), clock.size(), " %02d:%02d:%02d", static_cast<int>(seconds / 3600),
                  static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return text + clock.data();
}

}  // namespace entente::datasets
