// A case that stays open while people edit its files: always the last whole state of what is on disk. Safe for many
// threads that read and one that writes.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "workbench/open_case.hpp"

namespace entente::workbench {

// What a coder who works blind may be given: their own codings and nobody else's; nothing that says what somebody
// concluded (claims, scenarios, corrections) or what came of things (meetings).
[[nodiscard]] OpenCasePtr as_blind_coder_sees(const OpenCase& open, const std::string& coder);

// A state of the case.
struct Snapshot {
    OpenCasePtr open;
    std::string fingerprint;  // SHA-256 of the paths and bytes of all files it was made from
    bool broken = false;      // what is on disk now has errors; this is the last state that had none
};

class LiveCase {
public:
    // With the id of a blind coder every snapshot is as that coder may see it. Throws like open_case.
    explicit LiveCase(CaseRequest request, std::string blind_coder = {});

    [[nodiscard]] const std::string& id() const noexcept { return id_; }
    [[nodiscard]] const CaseRequest& request() const noexcept { return request_; }

    // The state of the files as they are now. Reads them only if one of them changed.
    [[nodiscard]] Snapshot snapshot();

    // The same if no file changed since the last snapshot; nothing if one did. Opens and reads no file.
    [[nodiscard]] std::optional<Snapshot> snapshot_at_hand();

    // What `entente check` says of the files now, whether they can be used or not; files are named relative to the
    // case's folder. Throws like check_case.
    [[nodiscard]] CheckResult check() const;

    // Held by whoever looks at the files, decides, and writes them.
    [[nodiscard]] std::unique_lock<std::mutex> lock_for_writing() { return std::unique_lock(writing_); }

private:
    struct FileState {
        std::string path;
        std::uint64_t device = 0;
        std::uint64_t number = 0;
        std::int64_t bytes = 0;
        std::int64_t modified_ns = 0;
        std::int64_t changed_ns = 0;

        bool operator==(const FileState&) const = default;
    };
    struct Disk {
        std::vector<FileState> files;
        bool settled = false;  // the last change is so long ago that another one would show
    };

    [[nodiscard]] Disk look_at_disk() const;
    [[nodiscard]] static std::string fingerprint_of(const Disk& disk);
    [[nodiscard]] OpenCasePtr open() const;
    void reload(Disk disk);

    CaseRequest request_;
    std::string blind_coder_;
    std::string id_;
    std::mutex loading_;  // one thread reads the files, the others wait for it
    std::mutex writing_;
    std::mutex state_;  // guards what follows
    Snapshot snapshot_;
    Disk disk_;
    std::string disk_fingerprint_;
};

}  // namespace entente::workbench
