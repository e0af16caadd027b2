// Numbers as they stand in the cells of official files.
#pragma once

#include <optional>
#include <string_view>

namespace entente::datasets {

// `2011`, `-9`, ` .0397 `, `1e5`; nothing for anything else, also for numbers that are not finite.
[[nodiscard]] std::optional<double> number_in(std::string_view cell) noexcept;

// `4.01` and `4.0100002` are the same number: the latter is the former after it was stored in four bytes. Whole numbers
// are exact.
[[nodiscard]] bool same_number(double left, double right) noexcept;

// As numbers where both are numbers: `2011` and `2011.0` are the same code. Else as text, without blanks around.
[[nodiscard]] bool same_code(std::string_view left, std::string_view right) noexcept;

}  // namespace entente::datasets
