#include "workbench/theories.hpp"

#include <algorithm>
#include <utility>
#include <variant>

#include "casefile/case_folder.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;

void stop_if_broken(const Problems& problems) {
    if (!problems.has_errors()) return;
    throw Error(ErrorKind::BadData, "a theory file is broken", "mend it; docs/case-format.md has the format",
                problems.sorted());
}

Theories read(const std::vector<fs::path>& files) {
    Problems problems;
    Theories theories;
    for (const auto& file : files) {
        auto theory = casefile::read_any_theory(file, problems);
        if (auto* threat = std::get_if<evidence::ThreatTheory>(&theory)) {
            theories.threats.push_back({std::move(*threat), file});
        } else {
            theories.ledgers.push_back({std::get<evidence::Theory>(std::move(theory)), file});
        }
    }
    stop_if_broken(problems);
    return theories;
}

template <typename Entries>
std::string ids_of(const Entries& entries) {
    std::vector<std::string> ids;
    for (const auto& entry : entries) ids.push_back(entry.theory.id);
    return joined(ids, ", ");
}

// The user's own theories come first in the search path; without a name the program's is meant.
ThreatTheoryEntry shipped_threat_theory(const fs::path& case_folder) {
    auto threats = read(all_shipped(case_folder, "theories")).threats;
    const auto shipped = std::find_if(threats.begin(), threats.end(), [](const ThreatTheoryEntry& entry) {
        return shipped_with_program("theories", entry.file.stem().string()) == entry.file;
    });
    if (shipped != threats.end()) return std::move(*shipped);
    if (!threats.empty()) return std::move(threats.front());
    throw Error(ErrorKind::NotFound, "no theory of threat is at hand",
                "set ENTENTE_SHARE to the folder that holds theories/, protocols/ and datasets/");
}

}  // namespace

Theories theories(const std::string& only) {
    if (only.empty()) return read(all_shipped({}, "theories"));
    return read({find_shipped({}, "theories", only)});
}

ThreatTheoryEntry threat_theory(const std::string& named, const fs::path& case_folder) {
    if (named.empty()) return shipped_threat_theory(case_folder);
    auto found = read({find_shipped(case_folder, "theories", named)});
    if (!found.threats.empty()) return std::move(found.threats.front());
    throw Error(ErrorKind::BadRequest,
                "'" + found.ledgers.front().theory.id + "' is a theory to code evidence under, not a theory of threat",
                "`entente assess --theory` takes it; theories of threat: " +
                    ids_of(read(all_shipped(case_folder, "theories")).threats));
}

void refuse_threat_theory(const evidence::ThreatTheory& theory, const std::vector<std::string>& ledgers) {
    throw Error(ErrorKind::BadRequest,
                "'" + theory.id + "' is a theory of threat, and evidence cannot be coded under it",
                "`entente threat --theory` takes it; theories to code under: " + joined(ledgers, ", "));
}

}  // namespace entente::workbench
