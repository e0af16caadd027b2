// The theories that can be used: shipped ones and the user's own, of all kinds.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "evidence/burden_theory.hpp"
#include "evidence/outlook_theory.hpp"
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

struct BurdenTheoryEntry {
    evidence::BurdenTheory theory;
    std::filesystem::path file;
};

struct OutlookTheoryEntry {
    evidence::OutlookTheory theory;               // its models of theories name all covariates of those
    std::vector<evidence::Covariate> covariates;  // all that its models may name
    std::vector<evidence::Theory> of_alliances;   // the theories that its models stand for
    std::filesystem::path file;
};

struct Theories {
    std::vector<TheoryEntry> ledgers;  // to code evidence under
    std::vector<ThreatTheoryEntry> threats;
    std::vector<BurdenTheoryEntry> burdens;
    std::vector<OutlookTheoryEntry> outlooks;
};

// All of them, or the one asked for (an id or the path of a .toml file). Throws NotFound or, if a file is broken,
// BadData.
[[nodiscard]] Theories theories(const std::string& only = {});

// A theory of threat: an id or the path of a .toml file; none named: the first that comes with the program. Throws
// NotFound, BadRequest if it is a theory of another kind and, if the file is broken, BadData.
[[nodiscard]] ThreatTheoryEntry threat_theory(const std::string& named = {},
                                              const std::filesystem::path& case_folder = {});
// A theory of burden sharing, likewise.
[[nodiscard]] BurdenTheoryEntry burden_theory(const std::string& named = {},
                                              const std::filesystem::path& case_folder = {});
// A theory of endings, likewise, with what its models name in theories of alliances. BadData too if they name what is
// not there.
[[nodiscard]] OutlookTheoryEntry outlook_theory(const std::string& named = {},
                                                const std::filesystem::path& case_folder = {});

// BadRequest: who asks for a theory to code evidence under has named one of another kind.
[[noreturn]] void refuse_threat_theory(const evidence::ThreatTheory& theory, const std::vector<std::string>& ledgers);
[[noreturn]] void refuse_burden_theory(const evidence::BurdenTheory& theory, const std::vector<std::string>& ledgers);
[[noreturn]] void refuse_outlook_theory(const evidence::OutlookTheory& theory, const std::vector<std::string>& ledgers);

}  // namespace entente::workbench
