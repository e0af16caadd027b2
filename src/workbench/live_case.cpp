#include "workbench/live_case.hpp"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>
#include <system_error>
#include <utility>

#include "casefile/case_files.hpp"
#include "core/error.hpp"
#include "core/sha256.hpp"
#include "textfiles/files.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;

constexpr std::int64_t kNanoseconds = 1'000'000'000;
// Times of files advance in steps of some milliseconds: two changes within one step look the same.
constexpr std::int64_t kStepOfFileTimes = kNanoseconds / 10;
constexpr int kTriesWhileFilesChange = 3;

std::int64_t nanoseconds(const timespec& time) {
    return static_cast<std::int64_t>(time.tv_sec) * kNanoseconds + time.tv_nsec;
}

std::int64_t now_ns() {
    const auto since_epoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(since_epoch).count();
}

// Everything in the case's folder and its direct subfolders: files of a case lie no deeper.
void add_folder(const fs::path& folder, std::vector<std::string>& paths) {
    std::error_code failed;
    fs::recursive_directory_iterator at(folder, failed);
    for (; !failed && at != fs::recursive_directory_iterator(); at.increment(failed)) {
        if (at.depth() > 0) at.disable_recursion_pending();
        const auto name = at->path().filename().string();
        if (name.starts_with('.')) {
            at.disable_recursion_pending();
        } else {
            paths.push_back(at->path().string());
        }
    }
}

// That nobody has coded an item is already more than a blind coder is to know, so of warnings only their own file's
// stay; of errors those that anybody could have made.
void leave_out_what_others_made(std::vector<Problem>& problems, const std::string& coder) {
    std::erase_if(problems, [&](const Problem& each) {
        const fs::path file = each.where.file;
        const bool codings = file.parent_path().filename() == "codings";
        if (codings) return file.stem() != coder;
        return each.severity == Severity::Warning;
    });
}

}  // namespace

OpenCasePtr as_blind_coder_sees(const OpenCase& open, const std::string& coder) {
    auto seen = std::make_shared<OpenCase>(open);
    std::erase_if(seen->content.coders, [&](const evidence::Coder& each) { return each.id != coder; });
    std::erase_if(seen->content.files, [&](const evidence::FileHash& each) {
        return each.path.starts_with("codings/") && each.path != "codings/" + coder + ".toml";
    });
    seen->content.claims.clear();
    seen->content.scenarios.clear();
    seen->content.meetings.clear();
    seen->content.corrections.clear();
    leave_out_what_others_made(seen->warnings, coder);
    return seen;
}

LiveCase::LiveCase(CaseRequest request, std::string blind_coder)
    : request_(std::move(request)), blind_coder_(std::move(blind_coder)) {
    auto disk = look_at_disk();
    disk_fingerprint_ = fingerprint_of(disk);
    snapshot_ = {open(), disk_fingerprint_, false};
    id_ = snapshot_.open->content.id;
    if (look_at_disk().files == disk.files) disk_ = std::move(disk);  // else the next snapshot reads them again
}

OpenCasePtr LiveCase::open() const {
    auto whole = open_case(request_);
    return blind_coder_.empty() ? whole : as_blind_coder_sees(*whole, blind_coder_);
}

LiveCase::Disk LiveCase::look_at_disk() const {
    std::vector<std::string> paths;
    add_folder(request_.folder, paths);
    for (const auto* kind : {"theories", "protocols"}) {
        for (const auto& file : all_shipped(request_.folder, kind)) paths.push_back(file.string());
    }
    for (const auto& named : {request_.theory, request_.protocol}) {
        if (named.ends_with(".toml")) paths.push_back(named);
    }
    paths.push_back(states_file(request_.folder).string());
    std::sort(paths.begin(), paths.end());
    paths.erase(std::unique(paths.begin(), paths.end()), paths.end());

    Disk disk;
    std::int64_t latest = 0;
    for (auto& path : paths) {
        struct stat found{};
        if (::stat(path.c_str(), &found) != 0) continue;
        disk.files.push_back({std::move(path), found.st_dev, found.st_ino, found.st_size, nanoseconds(found.st_mtim),
                              nanoseconds(found.st_ctim)});
        latest = std::max(latest, disk.files.back().changed_ns);
    }
    disk.settled = latest + kStepOfFileTimes < now_ns();
    return disk;
}

std::string LiveCase::fingerprint_of(const Disk& disk) {
    Sha256 hash;
    for (const auto& file : disk.files) {
        hash.add(file.path);
        hash.add(std::string_view("\0", 1));
        std::error_code failed;
        if (!fs::is_regular_file(file.path, failed)) continue;
        Problems unreadable;  // open_case reports them
        hash.add(sha256(textfiles::read_file(file.path, file.path, unreadable)));
    }
    return hash.finish();
}

std::optional<Snapshot> LiveCase::snapshot_at_hand() {
    const auto disk = look_at_disk();
    const std::scoped_lock lock(state_);
    if (!disk_.settled || disk.files != disk_.files) return std::nullopt;
    return snapshot_;
}

Snapshot LiveCase::snapshot() {
    if (auto at_hand = snapshot_at_hand()) return *std::move(at_hand);
    const std::scoped_lock loading(loading_);
    if (auto at_hand = snapshot_at_hand()) return *std::move(at_hand);
    for (int tries = 0; tries < kTriesWhileFilesChange; ++tries) {
        auto disk = look_at_disk();
        const auto files = disk.files;
        reload(std::move(disk));
        if (look_at_disk().files == files) break;
    }
    const std::scoped_lock lock(state_);
    return snapshot_;
}

void LiveCase::reload(Disk disk) {
    auto fingerprint = fingerprint_of(disk);
    {
        const std::scoped_lock lock(state_);
        if (fingerprint == disk_fingerprint_) {
            disk_ = std::move(disk);
            return;
        }
    }
    OpenCasePtr opened;
    try {
        opened = open();
    } catch (const Error&) {
        // Beside `main` and the server's dispatcher the one place that catches an Error: somebody is editing the files,
        // and readers keep what was whole before. `check` tells them.
        opened = nullptr;
    }
    const std::scoped_lock lock(state_);
    disk_ = std::move(disk);
    disk_fingerprint_ = fingerprint;
    snapshot_.broken = opened == nullptr;
    if (opened == nullptr) return;
    snapshot_.open = std::move(opened);
    snapshot_.fingerprint = std::move(fingerprint);
}

CheckResult LiveCase::check() const {
    auto result = check_case(request_);
    if (!blind_coder_.empty()) leave_out_what_others_made(result.problems, blind_coder_);
    const auto inside = casefile::shown_path(casefile::shown_folder_of(request_.folder), "");
    for (auto& problem : result.problems) {
        auto& file = problem.where.file;
        if (file.starts_with(inside)) file.erase(0, inside.size());
    }
    return result;
}

}  // namespace entente::workbench
