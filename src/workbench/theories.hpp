// The theories that can be used: shipped ones and the user's own, of both kinds.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "evidence/theory.hpp"
#include "evidence/threat_theory.hpp"

namespace entente::workbench {

struct TheoryEntry {
    evidence::Theory theory;
    std::filesystem::path file;
};

struct ThreatTheoryEntry {
    evidence::ThreatTheory theory;
    std::filesystem::path file;
};

struct Theories {
    std::vector<TheoryEntry> ledgers;  // to code evidence under
    std::vector<ThreatTheoryEntry> threats;
};

// All of them, or the one asked for (an id or the path of a .toml file). Throws NotFound or, if a file is broken,
// BadData.
[[nodiscard]] Theories theories(const std::string& only = {});

// A theory of threat: an id or the path of a .toml file; none named: the first that comes with the program. Throws
// NotFound, BadRequest if it is a theory of the other kind and, if the file is broken, BadData.
[[nodiscard]] ThreatTheoryEntry threat_theory(const std::string& named = {},
                                              const std::filesystem::path& case_folder = {});

// BadRequest: who asks for a theory to code evidence under has named one of threat.
[[noreturn]] void refuse_threat_theory(const evidence::ThreatTheory& theory, const std::vector<std::string>& ledgers);

}  // namespace entente::workbench
