// All descriptors of some folders.
#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "core/in_threads.hpp"
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

std::vector<std::filesystem::path> paths_in(const std::vector<std::filesystem::path>& folders) {
    std::vector<std::filesystem::path> paths;
    std::set<std::string> seen;  // a broken one too: the next of its id would be taken for it
    for (const auto& folder : folders) {
        for (const auto& path : textfiles::files_below(folder, ".toml")) {
            if (path.parent_path() != folder.lexically_normal() && path.parent_path() != folder) continue;
            const std::string id = path.stem().string();
            if (std::find(kOtherKinds.begin(), kOtherKinds.end(), id) != kOtherKinds.end()) continue;
            if (seen.insert(id).second) paths.push_back(path);
        }
    }
    return paths;
}

}  // namespace

std::vector<Descriptor> read_descriptors(const std::vector<std::filesystem::path>& folders, Problems& problems) {
    struct Read {
        std::optional<Descriptor> descriptor;
        Problems problems;
    };
    const auto paths = paths_in(folders);
    std::vector<Read> read(paths.size());
    in_threads(paths.size(), 0, [&](std::size_t number) {
        auto& one = read[number];
        const auto name = paths[number].string();
        std::string bytes = textfiles::read_file(paths[number], name, one.problems);
        if (!one.problems.has_errors()) one.descriptor = read_descriptor(std::move(bytes), name, one.problems);
    });
    std::vector<Descriptor> descriptors;
    for (auto& one : read) {
        problems.add(one.problems);
        if (one.descriptor) descriptors.push_back(std::move(*one.descriptor));
    }
    std::sort(descriptors.begin(), descriptors.end(),
              [](const Descriptor& left, const Descriptor& right) { return left.id < right.id; });
    check_tables(descriptors, problems);
    return descriptors;
}

}  // namespace entente::datasets
