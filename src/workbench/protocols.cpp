#include "workbench/protocols.hpp"

#include "casefile/case_folder.hpp"
#include "core/error.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::workbench {

std::vector<ProtocolEntry> protocols(const std::string& only) {
    std::vector<std::filesystem::path> files;
    if (only.empty()) {
        files = all_shipped({}, "protocols");
    } else {
        files.push_back(find_shipped({}, "protocols", only));
    }
    Problems problems;
    std::vector<ProtocolEntry> entries;
    for (const auto& file : files) entries.push_back({casefile::read_protocol(file, problems), file});
    if (problems.has_errors()) {
        throw Error(ErrorKind::BadData, "a protocol file is broken", "mend it; docs/case-format.md has the format",
                    problems.sorted());
    }
    return entries;
}

}  // namespace entente::workbench
