#include "workbench/data_add.hpp"

#include <stdlib.h>

#include <map>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "core/text.hpp"
#include "datasets/recognise.hpp"
#include "datasets/staged_file.hpp"
#include "datasets/store.hpp"
#include "textfiles/files.hpp"
#include "workbench/data.hpp"
#include "workbench/shipped_files.hpp"
#include "workbench/stored_datasets.hpp"

namespace entente::workbench {

namespace {

namespace fs = std::filesystem;

// A folder for what one import needs beside the store; gone afterwards.
class ScratchFolder {
public:
    ScratchFolder() {
        std::error_code failed;
        auto pattern = (fs::temp_directory_path(failed) / "entente-XXXXXX").string();
        if (failed || ::mkdtemp(pattern.data()) == nullptr) {
            throw Error(ErrorKind::Fault, "no temporary folder can be made", "set TMPDIR to a folder with room");
        }
        path_ = pattern;
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code failed;
        fs::remove_all(path_, failed);
    }
    [[nodiscard]] const fs::path& path() const noexcept { return path_; }

private:
    fs::path path_;
};

struct NamedFile {
    fs::path path;
    bool in_folder = false;  // nobody named it: it may be anything
};

std::vector<NamedFile> files_of(const std::vector<fs::path>& paths) {
    std::vector<NamedFile> files;
    for (const auto& path : paths) {
        std::error_code failed;
        if (fs::is_directory(path, failed)) {
            for (const auto& file : textfiles::files_below(path, "")) files.push_back({file, true});
        } else if (fs::exists(path, failed)) {
            files.push_back({path, false});
        } else {
            throw Error(ErrorKind::NotFound, "there is no file or folder '" + path.string() + "'", "check the path");
        }
    }
    return files;
}

class Adding {
public:
    explicit Adding(const DataAddRequest& request)
        : request_(request), folder_(store_folder()), known_(known_datasets()), states_(shipped_states()) {
        result_.store = folder_ / "store.duckdb";
        if (const auto store = datasets::Store::open(folder_, known_)) stored_ = store->files();
    }

    void add(const NamedFile& file) {
        Problems problems;
        AddedFile added{.path = file.path, .name = {}, .outcome = {}, .why_not = {}, .advice = {}};
        const ScratchFolder scratch;
        if (const auto staged = datasets::stage_file(file.path, scratch.path(), {}, problems)) {
            const auto recognised = datasets::recognise(*staged, known_, request_.as);
            if (recognised.descriptor != nullptr) added.name = recognised.descriptor->name;
            const auto version = version_of(recognised);
            if (recognised.descriptor == nullptr || version.empty()) {
                leave_out(added, file, recognised);
                return;
            }
            if (is_second(added, *recognised.descriptor, version, file)) return;
            import(added, *staged, recognised, version, problems);
        } else if (file.in_folder) {
            added.why_not = problems.sorted().front().what;
            added.advice = problems.sorted().front().advice;
        }
        if (problems.has_errors() && added.why_not.empty()) {
            added.why_not = "has errors, which are listed";
            ++failed_;
            problems_.add(problems);
        }
        result_.files.push_back(std::move(added));
    }

    DataAddResult finish() {
        if (failed_ > 0 && !request_.keep_going) {
            throw Error(ErrorKind::BadData,
                        std::to_string(failed_) + (failed_ == 1 ? " file" : " files") +
                            " cannot be imported; the store is as it was",
                        "correct that, or leave such files out with --keep-going", problems_.sorted());
        }
        if (change_) {
            change_->commit();
            result_.changed = true;
        }
        result_.problems = problems_.sorted();
        return std::move(result_);
    }

private:
    // The user's word counts; the file's content where the user said nothing.
    [[nodiscard]] std::string version_of(const datasets::Recognition& recognised) const {
        const auto said = dataset_and_version(request_.as).version;
        if (!said.empty() && recognised.why_not.empty()) return said;
        return recognised.version == nullptr ? std::string() : recognised.version->id;
    }

    void leave_out(AddedFile& added, const NamedFile& file, const datasets::Recognition& recognised) {
        added.why_not = recognised.why_not.empty() ? "no version of the data set is like this" : recognised.why_not;
        added.advice = recognised.advice.empty() && recognised.descriptor != nullptr
                           ? "say which version it is: --as " + recognised.descriptor->id + "@VERSION"
                           : recognised.advice;
        if (!file.in_folder) {
            ++failed_;
            problems_.error({file.path.string(), 0, 0}, added.why_not, added.advice);
        }
        result_.files.push_back(added);
    }

    // One of two files with the same version would only take the other's place: the same table as CSV and as Stata.
    bool is_second(AddedFile& added, const datasets::Descriptor& descriptor, const std::string& version,
                   const NamedFile& file) {
        if (descriptor.several_files) return false;
        const auto [at, is_first] = taken_.emplace(descriptor.id + '@' + version, file.path);
        if (is_first) return false;
        added.why_not =
            "holds " + descriptor.id + ' ' + version + ", which " + at->second.filename().string() + " gave";
        added.advice = "add it alone to put it in the other's place";
        result_.files.push_back(added);
        return true;
    }

    void import(AddedFile& added, const datasets::StagedFile& staged, const datasets::Recognition& recognised,
                const std::string& version, Problems& problems) {
        // What is there already needs no change at all, not even a copy of the store.
        if (auto there = datasets::find_stored(stored_, staged, *recognised.descriptor, version)) {
            added.outcome = datasets::ImportOutcome{
                .file = std::move(*there), .already_there = true, .replaced = false, .unresolved = {}, .remarks = {}};
            return;
        }
        if (!change_) change_.emplace(folder_);
        added.outcome =
            datasets::import_file(change_->database(), staged, recognised, version, states_, workbench::version(),
                                  problems, request_.replace ? datasets::Losing::Allowed : datasets::Losing::Refused);
    }

    const DataAddRequest& request_;
    fs::path folder_;
    std::vector<datasets::Descriptor> known_;
    StateTable states_;
    std::vector<datasets::ImportedFile> stored_;
    std::optional<datasets::StoreChange> change_;
    std::map<std::string, fs::path> taken_;  // data set and version → the file of this run that gave it
    DataAddResult result_;
    Problems problems_;
    std::size_t failed_ = 0;
};

}  // namespace

DataAddResult data_add(const DataAddRequest& request) {
    const auto files = files_of(request.paths);
    require(!files.empty(), "there are no files in that folder", "name the files, or the folder they are in");
    Adding adding(request);
    for (std::size_t at = 0; at < files.size(); ++at) {
        if (request.progress) request.progress(at + 1, files.size(), files[at].path);
        adding.add(files[at]);
    }
    return adding.finish();
}

}  // namespace entente::workbench
