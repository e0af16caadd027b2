// A change of one file of a case as somebody asks for it: entries put in place, taken out, items marked as read.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "core/problem.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {

enum class EntryKind { Item, Coding, Source, Meeting, Correction };

// What tells an entry from the others of its file.
struct EntryName {
    std::string id;      // of items, meetings and corrections; the key of a source; empty for a coding
    std::string item;    // of a coding, as all below
    std::string theory;  // empty: whatever the theory, if there is only one such coding
    std::string factor;  // with its aspect, as written: `credibility/will`
    std::string baseline;

    bool operator==(const EntryName&) const = default;
};

struct PutEntry {
    EntryKind kind = EntryKind::Item;
    // The whole entry, with the keys of docs/case-format.md; a source has its fields, `key`, and `type` for what stands
    // behind the `@`. Dates are days or text, and what is empty is left out.
    textfiles::Table entry;
    std::optional<EntryName> replaces;  // nothing: a new one
    Position where;
};

struct RemoveEntry {
    EntryKind kind = EntryKind::Item;
    EntryName which;
    Position where;
};

// The head of a coder's file that is not there yet.
struct NewCoder {
    std::string about;
    bool blind = false;
};

struct Edit {
    std::string file;                   // relative to the case: `evidence/trump.toml`
    std::optional<std::string> sha256;  // of the file as it was last seen; nothing: it was not there
    std::vector<PutEntry> put;
    std::vector<RemoveEntry> remove;
    std::vector<std::string> read;    // items to add to a coder's `read`
    std::vector<std::string> unread;  // items to take out of it
    NewCoder coder;                   // of a new file of codings
    Position where;
};

// Which entries a file of this path holds; nothing if no edit may concern it.
[[nodiscard]] std::optional<EntryKind> kind_in(std::string_view path);

// `first` → `codings/first.toml`. Throws BadRequest for a name that no coder can have.
[[nodiscard]] std::string file_of_coder(const std::string& coder);

// Whether an edit may concern the file at all, by its path alone: evidence/*.toml, codings/<coder>.toml, meetings.toml,
// corrections.toml, sources.bib. Everything else, and each entry of a kind that the file does not hold, is a problem.
// `there`: whether the case has the file; a new one needs a plain name.
void check_places(const Edit& edit, bool there, Problems& problems);

// The entry as a table whose keys stand in the order of the format; nothing if the file has none.
[[nodiscard]] std::optional<textfiles::Table> find_entry(const std::string& path, const std::string& bytes,
                                                         EntryKind kind, const EntryName& name);

// The bytes of the file after the edit; every byte that it does not concern stays. `shown` names the file in messages.
// What the entries say is for the case's readers and checks to judge.
[[nodiscard]] std::string edited_file(const std::string& bytes, const std::string& shown, const Edit& edit,
                                      Problems& problems);

// For messages: `joint-statement`, or `exercise-2010, credibility/will, against early`.
[[nodiscard]] std::string shown(const EntryName& name);

// What the entry calls itself.
[[nodiscard]] EntryName name_in(EntryKind kind, const textfiles::Table& entry);

}  // namespace entente::casefile

template <>
struct entente::NamesOf<entente::casefile::EntryKind> {
    static constexpr std::array<std::string_view, 5> names{"item", "coding", "source", "meeting", "correction"};
};
