#include "reports/coverage_picture.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace entente::reports {
namespace {

constexpr std::array<std::string_view, 7> kSome{"▁", "▂", "▃", "▄", "▅", "▆", "▇"};

std::string_view sign(std::int64_t rows, std::int64_t present) {
    if (rows == 0) return " ";
    if (present == 0) return "·";
    if (present == rows) return "█";
    const auto share = static_cast<double>(present) / static_cast<double>(rows);
    const auto height = static_cast<std::size_t>(share * kSome.size());
    return kSome[std::min(height, kSome.size() - 1)];
}

}  // namespace

std::string coverage_picture(const std::vector<std::int64_t>& rows, const std::vector<std::int64_t>& present) {
    std::string picture;
    for (std::size_t at = 0; at < rows.size() && at < present.size(); ++at) picture += sign(rows[at], present[at]);
    return picture;
}

}  // namespace entente::reports
