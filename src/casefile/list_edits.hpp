// Lists of a TOML file with elements taken out and put at the end: the other elements keep their lines and comments.
// For use inside the module.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::casefile {

// `written` begins with the list as it stands in a file, `old_list` and `new_list` are the old and the new one as the
// program writes them. What stands behind the list is kept. Nothing if the new one is not made that way.
[[nodiscard]] std::optional<std::string> edited_list(std::string_view written, std::string_view old_list,
                                                     std::string_view new_list);

}  // namespace entente::casefile
