#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "core/error.hpp"
#include "datasets/raw_file.hpp"
#include "datasets/store.hpp"
#include "datasets/store_tables.hpp"

namespace entente::datasets {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view kCopyPrefix = "store.duckdb.change";

[[noreturn]] void fail(const fs::path& path, const std::string& doing, int code) {
    throw Error(ErrorKind::Fault, path.string() + ": cannot " + doing + ": " + std::strerror(code),
                "the store is as it was");
}

void make_folder(const fs::path& folder) {
    std::error_code failed;
    if (fs::is_directory(folder, failed)) return;
    fs::create_directories(folder, failed);
    if (failed) fail(folder, "be made", failed.value());
    // What somebody studies is their own business.
    fs::permissions(folder, fs::perms::owner_all, failed);
}

// The lock goes with the process: a killed change leaves none behind.
OpenFile lock(const fs::path& folder) {
    const auto path = folder / "store.lock";
    OpenFile file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    if (file.descriptor() < 0) fail(path, "be opened", errno);
    if (::flock(file.descriptor(), LOCK_EX | LOCK_NB) == 0) return file;
    if (errno != EWOULDBLOCK) fail(path, "be locked", errno);
    throw Error(ErrorKind::BadRequest, "another change of the data store is under way",
                "wait until it has ended, then try again");
}

void remove_copies(const fs::path& folder) {
    std::error_code failed;
    for (fs::directory_iterator at(folder, failed), end; !failed && at != end; at.increment(failed)) {
        if (!at->path().filename().string().starts_with(kCopyPrefix)) continue;
        std::error_code kept;
        fs::remove(at->path(), kept);
    }
}

void sync(const fs::path& path, int flags) {
    const OpenFile file(::open(path.c_str(), flags | O_CLOEXEC));
    if (file.descriptor() < 0) fail(path, "be opened", errno);
    // Some file systems cannot sync folders; for a file it has to be true that it is on the disk.
    if (::fsync(file.descriptor()) != 0 && (flags & O_DIRECTORY) == 0) fail(path, "be written to disk", errno);
}

}  // namespace

struct StoreChange::Parts {
    fs::path folder;
    fs::path copy;  // empty once it has become the store
    OpenFile lock;
    std::optional<Database> database;

    Parts() = default;
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;
    ~Parts() {
        if (copy.empty()) return;
        database.reset();
        remove_copies(folder);
    }
};

StoreChange::StoreChange(const fs::path& folder) : parts_(std::make_unique<Parts>()) {
    make_folder(folder);
    parts_->lock = lock(folder);
    remove_copies(folder);
    const auto store = folder / kStoreFile;
    std::error_code failed;
    // Another program (R, the DuckDB shell) wrote into the store and has not ended properly, or not yet.
    if (fs::exists(store.string() + ".wal", failed)) {
        throw Error(ErrorKind::BadRequest, "another program has changes in " + store.string() + " that are not saved",
                    "close the store there; if nothing has it open, open it once with DuckDB and close it");
    }
    parts_->folder = folder;
    parts_->copy = folder / (std::string(kCopyPrefix) + '-' + std::to_string(::getpid()));
    const bool is_new = !fs::exists(store, failed);
    if (!is_new) {
        fs::copy_file(store, parts_->copy, failed);
        if (failed) fail(store, "be copied", failed.value());
    }
    parts_->database = Database::open(parts_->copy, Access::ReadWrite);
    if (is_new) create_store_tables(*parts_->database);
    require_store_tables(*parts_->database, store);
}

StoreChange::~StoreChange() = default;

Database& StoreChange::database() noexcept {
    return *parts_->database;
}

std::vector<ImportedFile> StoreChange::files() const {
    return read_files(*parts_->database);
}

void StoreChange::commit() {
    parts_->database->checkpoint();
    parts_->database.reset();
    sync(parts_->copy, O_RDONLY);
    const auto store = parts_->folder / kStoreFile;
    if (::rename(parts_->copy.c_str(), store.c_str()) != 0) fail(store, "be replaced", errno);
    sync(parts_->folder, O_RDONLY | O_DIRECTORY);
    parts_->copy.clear();
    parts_->lock = OpenFile();
}

}  // namespace entente::datasets
