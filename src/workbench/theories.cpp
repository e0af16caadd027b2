#include "workbench/theories.hpp"

#include "casefile/case_folder.hpp"
#include "core/error.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::workbench {

std::vector<TheoryEntry> theories(const std::string& only) {
    std::vector<std::filesystem::path> files;
    if (only.empty()) {
        files = all_shipped({}, "theories");
    } else {
        files.push_back(find_shipped({}, "theories", only));
    }
    Problems problems;
    std::vector<TheoryEntry> entries;
    for (const auto& file : files) entries.push_back({casefile::read_theory(file, problems), file});
    if (problems.has_errors()) {
        throw Error(ErrorKind::BadData, "a theory file is broken", "mend it; docs/case-format.md has the format",
                    problems.sorted());
    }
    return entries;
}

}  // namespace entente::workbench
