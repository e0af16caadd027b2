// Edits of the two syntaxes of a case's files. For use inside the module.
#pragma once

#include <optional>
#include <string>

#include "casefile/edit.hpp"

namespace entente::casefile {

[[nodiscard]] std::string edited_toml(const std::string& bytes, const std::string& shown, const Edit& edit,
                                      Problems& problems);
[[nodiscard]] std::string edited_bibtex(const std::string& bytes, const std::string& shown, const Edit& edit,
                                        Problems& problems);

[[nodiscard]] std::optional<textfiles::Table> find_in_toml(const std::string& bytes, EntryKind kind,
                                                           const EntryName& name);
[[nodiscard]] std::optional<textfiles::Table> find_in_bibtex(const std::string& bytes, const EntryName& name);

// That an entry to be changed is not there, or is asked for twice in one edit.
void report_no_entry(EntryKind kind, const EntryName& name, const Position& where, Problems& problems);
void report_twice(EntryKind kind, const EntryName& name, const Position& where, Problems& problems);

}  // namespace entente::casefile
