// Changing a case: entries of one file are put in place or taken out, the whole case is checked as it would be, and
// only then the file on disk is replaced in one step.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "assessment/assessment.hpp"
#include "casefile/edit.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

using casefile::Edit;
using casefile::EntryKind;
using casefile::EntryName;
using casefile::NewCoder;
using casefile::PutEntry;
using casefile::RemoveEntry;

struct EditRequest {
    CaseRequest which;
    Edit edit;
    std::string coder;      // who edits: no other coder's file may be named; empty: any
    bool blind = false;     // nothing that comes back tells what others made of the case
    bool try_only = false;  // write nothing
    OpenCasePtr before;     // the case as it was opened, to save reading it again; may be null or out of date
};

// What the default question gets for an answer, without sensitivity. Nothing where the case could not be read, or names
// no focal period and baseline.
struct EditChange {
    std::optional<assessment::Outcome> before;
    std::optional<assessment::Outcome> after;
};

struct EditResult {
    std::string file;
    std::string sha256;                // of the file after the edit
    bool written = false;              // false: only tried, or the edit changes nothing
    std::vector<Problem> warnings;     // of the case after the edit
    std::optional<EditChange> change;  // nothing for a blind coder
    OpenCasePtr after;
};

// The file is not as it was when it was last seen. Nothing was written.
struct EditConflict {
    struct Entry {
        EntryKind kind = EntryKind::Item;
        EntryName name;
        std::optional<textfiles::Table> stands;  // on disk now; nothing: not there
    };

    std::string file;
    std::optional<std::string> sha256;  // on disk now; nothing: there is no such file
    std::vector<Entry> entries;         // that the edit is about
};

using EditOutcome = std::variant<EditResult, EditConflict>;

// Throws BadData with every problem if the case would have an error, or the edit makes no sense; nothing is written
// then. BadRequest for a file that this coder may not edit; NotFound like open_case.
[[nodiscard]] EditOutcome edit_case(const EditRequest& request);

// One entry as it stands on disk, with the file and the hash that an edit of it has to name.
struct EntryRequest {
    CaseRequest which;
    EntryKind kind = EntryKind::Item;
    EntryName name;
    std::string coder;   // whose codings; empty: anybody's
    bool blind = false;  // meetings and corrections are not shown then
};

struct StandingEntry {
    EntryKind kind = EntryKind::Item;
    EntryName name;
    std::string file;
    std::string sha256;
    textfiles::Table entry;
};

// Throws NotFound if the case has no such entry, BadRequest for one that this coder may not see.
[[nodiscard]] StandingEntry standing_entry(const EntryRequest& request);

}  // namespace entente::workbench
