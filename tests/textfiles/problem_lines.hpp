// The problems of one reading as sorted lines, for comparison in tests.
#pragma once

#include <string>
#include <vector>

#include "core/problem.hpp"

namespace entente::textfiles {

inline std::vector<std::string> lines_of(const Problems& problems) {
    std::vector<std::string> lines;
    for (const auto& problem : problems.sorted()) {
        lines.push_back(std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column) + " " +
                        problem.what);
    }
    return lines;
}

inline std::vector<std::string> places_of(const Problems& problems) {
    std::vector<std::string> places;
    for (const auto& problem : problems.sorted()) {
        places.push_back(std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column));
    }
    return places;
}

}  // namespace entente::textfiles
