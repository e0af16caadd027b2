// All descriptors of some folders.
#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "datasets/descriptor.hpp"
#include "textfiles/files.hpp"

namespace entente::datasets {

namespace {

// Files of other kinds that stand beside descriptors.
constexpr std::array<std::string_view, 2> kOtherKinds{"comparisons", "breaks"};

// Tables are named by data set and version together: `x-1` with `0` and `x` with `1-0` would be one.
void check_tables(const std::vector<Descriptor>& descriptors, Problems& problems) {
    std::map<std::string, const Descriptor*> tables;
    for (const Descriptor& descriptor : descriptors) {
        for (const Version& version : descriptor.versions) {
            const auto [first, inserted] = tables.try_emplace(table_name(descriptor.id, version.id), &descriptor);
            if (inserted) continue;
            problems.error(version.where, "this version and one of '" + first->second->id + "' would be one table",
                           "change the id of the data set or of the version");
        }
    }
}

}  // namespace

std::vector<Descriptor> read_descriptors(const std::vector<std::filesystem::path>& folders, Problems& problems) {
    std::vector<Descriptor> descriptors;
    std::set<std::string> seen;  // a broken one too: the next of its id would be taken for it
    for (const auto& folder : folders) {
        for (const auto& path : textfiles::files_below(folder, ".toml")) {
            if (path.parent_path() != folder.lexically_normal() && path.parent_path() != folder) continue;
            const std::string id = path.stem().string();
            if (std::find(kOtherKinds.begin(), kOtherKinds.end(), id) != kOtherKinds.end()) continue;
            if (!seen.insert(id).second) continue;
            Problems unreadable;
            std::string bytes = textfiles::read_file(path, path.string(), unreadable);
            problems.add(unreadable);
            if (unreadable.has_errors()) continue;
            if (auto descriptor = read_descriptor(std::move(bytes), path.string(), problems)) {
                descriptors.push_back(std::move(*descriptor));
            }
        }
    }
    std::sort(descriptors.begin(), descriptors.end(),
              [](const Descriptor& left, const Descriptor& right) { return left.id < right.id; });
    check_tables(descriptors, problems);
    return descriptors;
}

}  // namespace entente::datasets
