// Names of columns compare without case and without the blanks around them: files of one data set differ in both, and
// the database does not tell case apart.
#pragma once

#include <string>
#include <string_view>

namespace entente::datasets {

[[nodiscard]] std::string_view without_blanks(std::string_view text) noexcept;

// What two equal names have in common: ` CCode` → `ccode`. Letters beyond ASCII stay, as in the database.
[[nodiscard]] std::string plain_name(std::string_view name);

[[nodiscard]] bool same_name(std::string_view left, std::string_view right) noexcept;

// The column that the store adds where a descriptor knows codes for `not applicable`.
[[nodiscard]] std::string not_applicable_name(std::string_view column);

}  // namespace entente::datasets
