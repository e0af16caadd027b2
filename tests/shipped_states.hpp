// The table of states that comes with the program.
#pragma once

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "core/states.hpp"

namespace entente::testing {

inline const StateTable& shipped_states() {
    static const StateTable table = [] {
        std::ifstream file(ENTENTE_SOURCE_DIR "/datasets/states.csv", std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(file), {}};
        Problems problems;
        auto read = StateTable::read(bytes, "datasets/states.csv", problems);
        if (!problems.empty()) throw std::runtime_error(to_line(problems.sorted().front()));
        return read;
    }();
    return table;
}

}  // namespace entente::testing
