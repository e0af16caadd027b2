// Coverage as a line of blocks: one sign for each span of years, as high as the share of the rows that have a value.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente::reports {

// ` ` no rows, `·` rows without any value, `▁`…`▇` some, `█` all.
[[nodiscard]] std::string coverage_picture(const std::vector<std::int64_t>& rows,
                                           const std::vector<std::int64_t>& present);

}  // namespace entente::reports
