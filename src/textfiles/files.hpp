// The bytes of files: whole reads with a limit, and replacement that leaves either the old file or the new one.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"

namespace entente::textfiles {

// The bytes of a regular file. Missing, unreadable, not a regular file, larger than the limit: a problem, and nothing.
[[nodiscard]] std::string read_file(const std::filesystem::path& path, const std::string& shown_as, Problems& problems);

// Writes beside the target, syncs, renames over it. Throws Fault if that fails; the old file is then whole.
void replace_file(const std::filesystem::path& path, std::string_view bytes);

// Removes what replace_file() left in `folder` when its process was killed.
void remove_abandoned_drafts(const std::filesystem::path& folder);

// Regular files below `folder` (not following links out of it) whose names end in `extension`, sorted by path.
[[nodiscard]] std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder,
                                                             std::string_view extension);

}  // namespace entente::textfiles
