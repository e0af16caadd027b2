#include "datasets/cell_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "datasets/column_names.hpp"

namespace entente::datasets {

std::optional<double> number_in(std::string_view cell) noexcept {
    cell = without_blanks(cell);
    if (cell.starts_with('+') && !cell.starts_with("+-")) cell.remove_prefix(1);
    double number = 0;
    const auto [stopped, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
    if (error != std::errc{} || stopped != cell.data() + cell.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

bool same_number(double left, double right) noexcept {
    if (std::floor(left) == left && std::floor(right) == right) return left == right;
    constexpr double kPrecisionOfFourBytes = 2e-7;
    return std::abs(left - right) <= kPrecisionOfFourBytes * std::max(std::abs(left), std::abs(right));
}

bool same_code(std::string_view left, std::string_view right) noexcept {
    const auto one = number_in(left);
    const auto other = number_in(right);
    if (!one || !other) return without_blanks(left) == without_blanks(right);
    return same_number(*one, *other);
}

}  // namespace entente::datasets
