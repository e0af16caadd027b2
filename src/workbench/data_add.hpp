// Official files into the user's data store: each is known by its content, read as its descriptor says, and all of them
// become part of the store in one step, or none.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "datasets/import_file.hpp"

namespace entente::workbench {

struct DataAddRequest {
    std::vector<std::filesystem::path> paths;  // files, and folders with all below them
    std::string as;                            // `nmc` or `nmc@7.0`: the user's word; empty: by content
    bool keep_going = false;                   // leave out what cannot be imported, and take the rest
    bool replace = false;                      // also a file that has more rows, by one that has fewer
    // Called before each file: which one, of how many.
    std::function<void(std::size_t, std::size_t, const std::filesystem::path&)> progress;
};

struct AddedFile {
    std::filesystem::path path;
    std::string name;                                // official, of the data set
    std::optional<datasets::ImportOutcome> outcome;  // nothing: left out …
    std::string why_not;                             // … for this reason …
    std::string advice;                              // … and this is what can be done
};

struct DataAddResult {
    std::filesystem::path store;
    std::vector<AddedFile> files;
    std::vector<Problem> problems;  // of files that --keep-going left out
    bool changed = false;
};

// Files in a folder that are no data set, or a second copy of one, are left out with a reason. Anything else that
// cannot be imported throws BadData with all problems of all files, and the store is as it was; with `keep_going` it is
// left out too. Throws NotFound for a path that does not exist.
[[nodiscard]] DataAddResult data_add(const DataAddRequest& request);

}  // namespace entente::workbench
