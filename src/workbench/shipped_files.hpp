// Where theories, protocols and the table of states are found: beside the case, in the user's own folder, or with the
// program.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::workbench {

[[nodiscard]] std::string version();

// Where this user's own files and data store are; empty if neither ENTENTE_HOME, XDG_DATA_HOME nor HOME is set.
[[nodiscard]] std::filesystem::path user_folder();

// Folders that may hold theories/, protocols/ and datasets/, the most particular first: the case's own; the user's
// ($ENTENTE_HOME, default $XDG_DATA_HOME/entente or ~/.local/share/entente); the program's ($ENTENTE_SHARE, the folder
// beside the installed program, or the source tree it was built from).
[[nodiscard]] std::vector<std::filesystem::path> search_path(const std::filesystem::path& case_folder);

// `kind` is `theories` or `protocols`. `named` is an id, or a path if it ends in .toml. Throws NotFound with the known
// ids as advice, or if there is no such file.
[[nodiscard]] std::filesystem::path find_shipped(const std::filesystem::path& case_folder, std::string_view kind,
                                                 const std::string& named);

// Every file of that kind, the first of each id in the order of the search path.
[[nodiscard]] std::vector<std::filesystem::path> all_shipped(const std::filesystem::path& case_folder,
                                                             std::string_view kind);

// The file that comes with the program under that id; nothing if there is none.
[[nodiscard]] std::optional<std::filesystem::path> shipped_with_program(std::string_view kind, const std::string& id);

[[nodiscard]] std::filesystem::path states_file(const std::filesystem::path& case_folder);

}  // namespace entente::workbench
