// Single values of a TOML file with other text in their place: every other byte of the file stays.
#pragma once

#include <string>
#include <vector>

#include "textfiles/toml.hpp"

namespace entente::textfiles {

struct ValueEdit {
    const Value* value = nullptr;  // of the document that is edited
    std::string text;              // as it will stand behind `=`
};

// The new bytes of the file. Of two edits, neither may lie in the other; a value may be a table only if it is written
// as `{ … }`.
[[nodiscard]] std::string replace_values(const Document& document, const std::vector<ValueEdit>& edits);

}  // namespace entente::textfiles
