#include "workbench/edit_case.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>
#include <utility>

#include "casefile/case_files.hpp"
#include "casefile/folder_lock.hpp"
#include "core/error.hpp"
#include "core/sha256.hpp"
#include "core/text.hpp"
#include "textfiles/files.hpp"
#include "workbench/assess.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;

using casefile::CaseFile;
using Files = std::vector<CaseFile>;

// A coder reads and writes their own codings; a blind one also no meetings and corrections, since these tell what came
// of things.
void require_own(const std::string& file, const std::string& coder, bool blind) {
    if (!coder.empty() && file.starts_with("codings/")) {
        require(file == casefile::file_of_coder(coder), "'" + shortened(file, 100) + "' is another coder's file",
                "the coder '" + coder + "' writes to " + casefile::file_of_coder(coder));
    }
    require(!blind || (file != "meetings.toml" && file != "corrections.toml"),
            "'" + file + "' is not open to a blind coder", "edit it without --blind");
}

const CaseFile* find_file(const Files& files, const std::string& path) {
    const auto found =
        std::find_if(files.begin(), files.end(), [&](const CaseFile& file) { return file.path == path; });
    return found == files.end() ? nullptr : &*found;
}

Files with_file(Files files, const std::string& path, std::string bytes) {
    const auto place =
        std::lower_bound(files.begin(), files.end(), path,
                         [](const CaseFile& file, const std::string& wanted) { return file.path < wanted; });
    if (place != files.end() && place->path == path) {
        place->bytes = std::move(bytes);
    } else {
        files.insert(place, CaseFile{path, std::move(bytes)});
    }
    return files;
}

bool is_of(const evidence::Case& content, const Files& files) {
    const auto same = [](const evidence::FileHash& known, const CaseFile& file) {
        return known.path == file.path && known.sha256 == sha256(file.bytes);
    };
    return std::equal(content.files.begin(), content.files.end(), files.begin(), files.end(), same);
}

std::optional<assessment::Outcome> answer_of(const OpenCasePtr& open) {
    if (open == nullptr) return std::nullopt;
    const auto periods = periods_of({}, *open);
    const bool askable = evidence::find_period(open->content, periods.focal) != nullptr &&
                         evidence::find_period(open->content, periods.baseline) != nullptr &&
                         periods.focal != periods.baseline;
    if (!askable) return std::nullopt;
    const assessment::Question question{.baseline = periods.baseline,
                                        .focal = periods.focal,
                                        .coders = coders_asked(*open, {}),
                                        .seed = open->protocol.sensitivity.seed};
    return assessment::assess_once(open->content, open->theory, open->protocol, question);
}

class CaseEdit {
public:
    explicit CaseEdit(const EditRequest& request)
        : request_(request),
          edit_(request.edit),
          folder_(request.which.folder),
          shown_(casefile::shown_folder_of(request.which.folder)) {}

    EditOutcome run() {
        require_present(folder_);
        require_own(edit_.file, request_.coder, request_.blind);
        // Before anything is looked for under that name.
        Problems misplaced;
        casefile::check_places(edit_, true, misplaced);
        stop_at_errors(misplaced);
        const casefile::FolderLock lock(folder_);
        load();
        const CaseFile* file = find_file(files_, edit_.file);
        if (conflicts(file)) return conflict(file);
        const std::string bytes = edited(file);
        const std::string old = file == nullptr ? std::string() : file->bytes;
        EditResult result = checked(bytes);
        if (request_.try_only || bytes == old) return result;
        if (const auto now = on_disk(); now != edit_.sha256) {
            files_.clear();
            load();
            return conflict(find_file(files_, edit_.file));
        }
        write(bytes);
        result.written = true;
        return result;
    }

private:
    // What keeps the case from being read whole keeps it from being edited.
    void load() {
        Problems found;
        files_ = casefile::load_case_files(folder_, found);
        stop_at_errors(found);
    }

    // Throws if anything is wrong. Of what is wrong in files that a blind coder may not see they learn only that it is
    // so: a number would tell how often others used the entry.
    void stop_at_errors(const Problems& found) const {
        if (!found.has_errors()) return;
        Problems errors;
        bool hidden = false;
        for (const auto& problem : found.sorted()) {
            if (problem.severity != Severity::Error) continue;
            if (is_hidden(problem.where.file)) {
                hidden = true;
            } else {
                errors.error(in_case(problem.where), problem.what, problem.advice);
            }
        }
        if (hidden) {
            errors.error(
                Position{edit_.file, 0, 0}, "something is wrong in files that a blind coder does not see",
                "what other files refer to cannot be renamed or taken out; somebody who is not blind can do it");
        }
        auto sorted = errors.sorted();
        const auto what = "the edit was not carried out: " + std::to_string(sorted.size()) +
                          (sorted.size() == 1 ? " error" : " errors") + "; nothing was written";
        throw Error(ErrorKind::BadData, what, "mend what is named and save again", std::move(sorted));
    }

    // Files of the case are named as the edit names them; where the case lies is nobody's business.
    Position in_case(Position where) const {
        const std::string folder = casefile::shown_path(shown_, "");
        if (where.file.starts_with(folder)) where.file.erase(0, folder.size());
        return where;
    }

    // Of a blind coder's messages those stay that concern the request itself, the edited file and the folder.
    bool is_hidden(const std::string& file) const {
        if (!request_.blind || !file.starts_with(casefile::shown_path(shown_, ""))) return false;
        return file != casefile::shown_path(shown_, edit_.file);
    }

    bool conflicts(const CaseFile* file) const {
        if (file == nullptr) return edit_.sha256.has_value();
        return !edit_.sha256 || *edit_.sha256 != sha256(file->bytes);
    }

    EditOutcome conflict(const CaseFile* file) const {
        EditConflict found;
        found.file = edit_.file;
        if (file != nullptr) found.sha256 = sha256(file->bytes);
        const auto add = [&](EntryKind kind, const EntryName& name) {
            EditConflict::Entry entry{kind, name, std::nullopt};
            if (file != nullptr) entry.stands = casefile::find_entry(file->path, file->bytes, kind, name);
            found.entries.push_back(std::move(entry));
        };
        for (const auto& put : edit_.put) {
            add(put.kind, put.replaces ? *put.replaces : casefile::name_in(put.kind, put.entry));
        }
        for (const auto& removal : edit_.remove) add(removal.kind, removal.which);
        return found;
    }

    std::string edited(const CaseFile* file) const {
        Problems problems;
        casefile::check_places(edit_, file != nullptr, problems);
        std::string bytes = casefile::edited_file(file == nullptr ? std::string() : file->bytes,
                                                  casefile::shown_path(shown_, edit_.file), edit_, problems);
        stop_at_errors(problems);
        return bytes;
    }

    EditResult checked(const std::string& bytes) {
        EditResult result;
        result.file = edit_.file;
        result.sha256 = sha256(bytes);
        Problems problems;
        result.after = open_case_from(request_.which, with_file(files_, edit_.file, bytes), problems);
        if (result.after == nullptr) stop_at_errors(problems);
        for (const auto& warning : result.after->warnings) {
            if (request_.blind && !is_own(warning.where.file)) continue;
            result.warnings.push_back(warning);
            result.warnings.back().where = in_case(warning.where);
        }
        if (request_.blind) return result;
        result.change = EditChange{answer_of(before()), answer_of(result.after)};
        return result;
    }

    // That nobody has coded an item is already more than a blind coder is to know.
    bool is_own(const std::string& file) const {
        return file == casefile::shown_path(shown_, casefile::file_of_coder(request_.coder));
    }

    // Null if the case on disk has errors, which this edit may be about to mend.
    OpenCasePtr before() const {
        if (request_.before != nullptr && is_of(request_.before->content, files_)) return request_.before;
        Problems ignored;
        return open_case_from(request_.which, files_, ignored);
    }

    // The hash of the file as it is at this moment; nothing if there is none.
    std::optional<std::string> on_disk() const {
        std::error_code failed;
        if (!fs::exists(folder_ / edit_.file, failed)) return std::nullopt;
        Problems found;
        const auto bytes = textfiles::read_file(folder_ / edit_.file, casefile::shown_path(shown_, edit_.file), found);
        stop_at_errors(found);
        return sha256(bytes);
    }

    void write(const std::string& bytes) const {
        const fs::path target = folder_ / edit_.file;
        std::error_code failed;
        fs::create_directories(target.parent_path(), failed);
        textfiles::remove_abandoned_drafts(target.parent_path());
        textfiles::replace_file(target, bytes);
    }

    const EditRequest& request_;
    const Edit& edit_;
    const fs::path& folder_;
    std::string shown_;
    Files files_;
};

}  // namespace

EditOutcome edit_case(const EditRequest& request) {
    return CaseEdit(request).run();
}

StandingEntry standing_entry(const EntryRequest& request) {
    require_present(request.which.folder);
    const bool hidden = request.kind == EntryKind::Meeting || request.kind == EntryKind::Correction;
    require(!request.blind || !hidden, "a " + std::string(name_of(request.kind)) + " is not shown to a blind coder");
    Problems ignored;  // the case is looked at, not used
    for (const auto& file : casefile::load_case_files(request.which.folder, ignored)) {
        if (casefile::kind_in(file.path) != request.kind) continue;
        const bool codings = request.kind == EntryKind::Coding;
        if (codings && !request.coder.empty() && file.path != casefile::file_of_coder(request.coder)) continue;
        auto entry = casefile::find_entry(file.path, file.bytes, request.kind, request.name);
        if (entry) return {request.kind, request.name, file.path, sha256(file.bytes), std::move(*entry)};
    }
    throw Error(ErrorKind::NotFound,
                "the case has no " + std::string(name_of(request.kind)) + " '" + casefile::shown(request.name) + "'",
                "it may have been renamed or taken out");
}

}  // namespace entente::workbench
