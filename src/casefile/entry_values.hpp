// Entries as they arrive (keys and values in any order) in the words and the order of the format. For use inside the
// module.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "casefile/edit.hpp"
#include "casefile/entry_text.hpp"

namespace entente::casefile {

// The keys that an entry of this kind may have, in the order of docs/case-format.md; none for a source, whose fields
// are anybody's.
[[nodiscard]] std::vector<std::string> keys_of(EntryKind kind);

// The entry in one form, so that two that say the same are the same: keys in order, what is empty left out, days as
// days, citations of a key alone as that key. Keys the kind does not have come last.
[[nodiscard]] textfiles::Table in_order(EntryKind kind, const textfiles::Table& entry);

// As TOML, of an entry in order.
[[nodiscard]] EntryText entry_text(EntryKind kind, const textfiles::Table& entry);

// Takes a key that says its default out of both where only one has it: saying it or not is the same.
void forget_defaults(EntryKind kind, EntryText& one, EntryText& other);

// Whether `name` means the entry called `stands`.
[[nodiscard]] bool means(const EntryName& name, const EntryName& stands);

}  // namespace entente::casefile
