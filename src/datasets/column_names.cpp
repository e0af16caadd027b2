#include "datasets/column_names.hpp"

#include <algorithm>

namespace entente::datasets {

namespace {

char lower_case(char letter) noexcept {
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
}

}  // namespace

std::string_view without_blanks(std::string_view text) noexcept {
    constexpr std::string_view kBlanks = " \t\r\n";
    const auto begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::string plain_name(std::string_view name) {
    std::string plain(without_blanks(name));
    std::transform(plain.begin(), plain.end(), plain.begin(), lower_case);
    return plain;
}

bool same_name(std::string_view left, std::string_view right) noexcept {
    left = without_blanks(left);
    right = without_blanks(right);
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](char one, char other) { return lower_case(one) == lower_case(other); });
}

std::string not_applicable_name(std::string_view column) {
    return std::string(column) + "_not_applicable";
}

}  // namespace entente::datasets
