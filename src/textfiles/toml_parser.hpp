// One block of TOML as a tree of our own values. The library behind it is known to toml_parser.cpp only.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/problem.hpp"
#include "textfiles/toml.hpp"

namespace entente::textfiles {

struct ParsedToml {
    Table root;
    std::optional<Problem> problem;  // the first; the root is then not to be used
};

// `first_line` is the line of the file on which `text` starts.
[[nodiscard]] ParsedToml parse_toml(std::string_view text, int first_line, const std::string& file);

}  // namespace entente::textfiles
