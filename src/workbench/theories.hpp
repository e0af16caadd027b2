// The theories that can be used: shipped ones and the user's own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "evidence/theory.hpp"

namespace entente::workbench {

struct TheoryEntry {
    evidence::Theory theory;
    std::filesystem::path file;
};

// All of them, or the one asked for (an id or the path of a .toml file). Throws NotFound or, if a file is broken,
// BadData.
[[nodiscard]] std::vector<TheoryEntry> theories(const std::string& only = {});

}  // namespace entente::workbench
