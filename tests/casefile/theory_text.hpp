// A theory written in memory, and what its reader says of it.
#pragma once

#include <string>

#include "case_copy.hpp"

namespace entente::casefile {

template <typename Theory>
using ReadTheory = Theory (*)(std::string bytes, const std::string& file, Problems& problems);

// `line:column what` of each problem, sorted, without the name of a file.
template <typename Theory>
Lines problems_in(ReadTheory<Theory> read, const std::string& text) {
    const std::string file = "t.toml";
    Problems problems;
    (void)read(text, file, problems);
    Lines lines = lines_of(problems);
    for (auto& line : lines) line.erase(0, file.size() + 1);
    return lines;
}

}  // namespace entente::casefile
