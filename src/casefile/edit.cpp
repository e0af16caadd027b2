#include "casefile/edit.hpp"

#include <algorithm>

#include "casefile/edit_parts.hpp"
#include "casefile/entry_values.hpp"
#include "casefile/read_parts.hpp"
#include "core/error.hpp"
#include "core/text.hpp"

namespace entente::casefile {
namespace {

// `codings/first.toml` → `first`.
std::string_view stem_of(std::string_view path) {
    const std::size_t slash = path.find('/');
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    return path.substr(begin, path.rfind('.') - begin);
}

void check_kind(EntryKind kind, EntryKind holds, const Position& where, const std::string& file, Problems& problems) {
    if (kind == holds) return;
    problems.error(where, "'" + file + "' holds no " + std::string(name_of(kind)) + "s",
                   "one edit concerns one file, and that file holds " + std::string(name_of(holds)) + "s");
}

}  // namespace

std::optional<EntryKind> kind_in(std::string_view path) {
    if (path == "sources.bib") return EntryKind::Source;
    if (path == "meetings.toml") return EntryKind::Meeting;
    if (path == "corrections.toml") return EntryKind::Correction;
    const std::size_t slash = path.find('/');
    const bool one_below = slash != std::string_view::npos && path.find('/', slash + 1) == std::string_view::npos;
    if (!one_below || !path.ends_with(".toml") || path.find('\\') != std::string_view::npos) return std::nullopt;
    const std::string_view name = path.substr(slash + 1, path.size() - slash - 1 - std::string_view(".toml").size());
    if (name.empty() || name.front() == '.') return std::nullopt;
    if (path.substr(0, slash) == "evidence") return EntryKind::Item;
    if (path.substr(0, slash) == "codings") return EntryKind::Coding;
    return std::nullopt;
}

std::string file_of_coder(const std::string& coder) {
    require(is_id(coder), "'" + shortened(coder, 60) + "' is not the name of a coder",
            "write lower-case words and numbers joined by hyphens");
    return "codings/" + coder + ".toml";
}

void check_places(const Edit& edit, bool there, Problems& problems) {
    const std::string file = shortened(edit.file, 100);
    const auto holds = kind_in(edit.file);
    if (!holds) {
        problems.error(
            edit.where, "'" + file + "' is not a file that can be edited",
            "these can: evidence/name.toml, codings/coder.toml, meetings.toml, corrections.toml, sources.bib");
        return;
    }
    if (!there && !is_id(stem_of(edit.file))) {
        problems.error(edit.where, "'" + file + "' cannot be the name of a new file",
                       "make it of lower-case words and numbers joined by hyphens");
    }
    for (const auto& put : edit.put) check_kind(put.kind, *holds, put.where, file, problems);
    for (const auto& removal : edit.remove) check_kind(removal.kind, *holds, removal.where, file, problems);
    if (*holds != EntryKind::Coding && (!edit.read.empty() || !edit.unread.empty())) {
        problems.error(edit.where, "only a coder's file says what was read", "name a file codings/coder.toml");
    }
}

std::optional<textfiles::Table> find_entry(const std::string& path, const std::string& bytes, EntryKind kind,
                                           const EntryName& name) {
    if (kind_in(path) != kind) return std::nullopt;
    return kind == EntryKind::Source ? find_in_bibtex(bytes, name) : find_in_toml(bytes, kind, name);
}

std::string edited_file(const std::string& bytes, const std::string& shown, const Edit& edit, Problems& problems) {
    if (edit.file == "sources.bib") return edited_bibtex(bytes, shown, edit, problems);
    return edited_toml(bytes, shown, edit, problems);
}

void report_no_entry(EntryKind kind, const EntryName& name, const Position& where, Problems& problems) {
    problems.error(where, "the file has no " + std::string(name_of(kind)) + " '" + shown(name) + "'",
                   "it may have been renamed or taken out; look at the file as it is now");
}

void report_twice(EntryKind kind, const EntryName& name, const Position& where, Problems& problems) {
    problems.error(where, "the " + std::string(name_of(kind)) + " '" + shown(name) + "' is changed twice in one edit",
                   "keep one of the two");
}

}  // namespace entente::casefile
