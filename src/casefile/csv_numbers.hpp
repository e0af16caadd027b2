// Numbers in the cells of a case's tables of official figures. For use inside the module.
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>
#include <system_error>

namespace entente::casefile {

// No official data begin before 1816.
inline constexpr int kFirstYear = 1816;
inline constexpr int kLastYear = 2100;

template <typename Number>
[[nodiscard]] std::optional<Number> number_in(std::string_view cell) {
    Number number{};
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
    return number;
}

// Nothing for what is no year that data cover.
[[nodiscard]] inline std::optional<int> year_in(std::string_view cell) {
    const auto year = number_in<int>(cell);
    return year && *year >= kFirstYear && *year <= kLastYear ? year : std::nullopt;
}

// Nothing for what is not finite.
[[nodiscard]] inline std::optional<double> finite_in(std::string_view cell) {
    const auto value = number_in<double>(cell);
    return value && std::isfinite(*value) ? value : std::nullopt;
}

}  // namespace entente::casefile
