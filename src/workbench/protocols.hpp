// The protocols that can be used: shipped ones and the user's own.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "evidence/protocol.hpp"

namespace entente::workbench {

struct ProtocolEntry {
    evidence::Protocol protocol;
    std::filesystem::path file;
};

// All of them, or the one asked for (an id or the path of a .toml file). Throws NotFound or, if a file is broken,
// BadData.
[[nodiscard]] std::vector<ProtocolEntry> protocols(const std::string& only = {});

}  // namespace entente::workbench
