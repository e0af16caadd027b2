#include "textfiles/files.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <optional>
#include <system_error>
#include <utility>

#include "core/error.hpp"

namespace entente::textfiles {

namespace {

constexpr std::size_t kLargestFile = std::size_t{256} << 20U;
constexpr std::string_view kDraftPrefix = ".entente-";

// Closes on every way out.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int number() const noexcept { return number_; }
    [[nodiscard]] bool is_open() const noexcept { return number_ >= 0; }
    [[nodiscard]] bool close() noexcept { return ::close(std::exchange(number_, -1)) == 0; }

private:
    int number_;
};

[[noreturn]] void fail(const std::filesystem::path& path, const char* doing) {
    throw Error(ErrorKind::Fault, path.string() + ": cannot " + doing + ": " + std::strerror(errno),
                "the old file, if there was one, is unchanged");
}

// What keeps the file from being read, if anything.
std::optional<std::string> obstacle(const struct stat& status) {
    if (S_ISDIR(status.st_mode)) return "is a folder, not a file";
    if (!S_ISREG(status.st_mode)) return "is not a regular file";
    if (static_cast<std::size_t>(status.st_size) > kLargestFile) return "is larger than 256 MiB";
    return std::nullopt;
}

// The bytes, or what went wrong.
std::string read_all(const Descriptor& file, std::size_t expected, std::optional<std::string>& trouble) {
    std::string bytes;
    bytes.resize(expected + 1);
    std::size_t length = 0;
    for (;;) {
        if (length == bytes.size()) bytes.resize(2 * bytes.size());
        const auto got = ::read(file.number(), bytes.data() + length, bytes.size() - length);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) trouble = std::string("cannot be read: ") + std::strerror(errno);
        if (got <= 0) break;
        length += static_cast<std::size_t>(got);
        if (length <= kLargestFile) continue;
        trouble = "is larger than 256 MiB";
        break;
    }
    bytes.resize(length);
    return bytes;
}

void write_all(const Descriptor& file, const std::filesystem::path& path, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(path, "write");
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

// A new file beside the target, gone again unless renamed.
class Draft {
public:
    explicit Draft(const std::filesystem::path& target) {
        static std::atomic<unsigned> count{0};
        do {
            path_ = target.parent_path() /
                    (std::string(kDraftPrefix) + std::to_string(::getpid()) + "-" + std::to_string(count++));
            number_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        } while (number_ < 0 && errno == EEXIST);
        if (number_ < 0) fail(target, "write beside it");
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;
    ~Draft() {
        if (!renamed_) ::unlink(path_.c_str());
    }

    [[nodiscard]] int number() const noexcept { return number_; }
    void rename_to(const std::filesystem::path& target) {
        if (::rename(path_.c_str(), target.c_str()) != 0) fail(target, "be replaced");
        renamed_ = true;
    }

private:
    std::filesystem::path path_;
    int number_ = -1;
    bool renamed_ = false;
};

void sync_folder(const std::filesystem::path& target) {
    const auto folder = target.has_parent_path() ? target.parent_path() : std::filesystem::path(".");
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    // Some file systems cannot sync folders; the rename has happened either way.
    if (opened.is_open()) static_cast<void>(::fsync(opened.number()));
}

void collect(const std::filesystem::path& folder, std::string_view extension, std::vector<std::filesystem::path>& found,
             std::vector<std::filesystem::path>& folders) {
    std::error_code trouble;
    std::filesystem::directory_iterator entry(folder, trouble);
    for (; !trouble && entry != std::filesystem::directory_iterator(); entry.increment(trouble)) {
        const auto name = entry->path().filename().string();
        if (name.starts_with('.')) continue;
        std::error_code unknown;
        const auto status = entry->symlink_status(unknown);
        if (std::filesystem::is_directory(status)) folders.push_back(entry->path());
        if (std::filesystem::is_regular_file(status) && name.ends_with(extension)) found.push_back(entry->path());
    }
}

}  // namespace

std::string read_file(const std::filesystem::path& path, const std::string& shown_as, Problems& problems) {
    const auto refuse = [&](std::string what, std::string advice = {}) {
        problems.error({shown_as, 0, 0}, std::move(what), std::move(advice));
        return std::string();
    };
    // The kind is looked at first: opening a pipe would wait for its other end, opening a device may do something.
    struct stat status{};
    if (::stat(path.c_str(), &status) != 0) {
        if (errno == ENOENT) return refuse("does not exist", "check the name");
        return refuse(std::string("cannot be read: ") + std::strerror(errno));
    }
    if (auto what = obstacle(status)) return refuse(std::move(*what));
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file.is_open() || ::fstat(file.number(), &status) != 0) {
        return refuse(std::string("cannot be read: ") + std::strerror(errno), "check its permissions");
    }
    if (auto what = obstacle(status)) return refuse(std::move(*what));
    std::optional<std::string> trouble;
    auto bytes = read_all(file, static_cast<std::size_t>(status.st_size), trouble);
    if (trouble) return refuse(std::move(*trouble));
    return bytes;
}

void replace_file(const std::filesystem::path& path, std::string_view bytes) {
    std::error_code no_such_file;
    const auto resolved = std::filesystem::canonical(path, no_such_file);  // a link stays a link
    const auto target = no_such_file ? path : resolved;
    struct stat old{};
    const bool existed = ::stat(target.c_str(), &old) == 0;
    if (existed && !S_ISREG(old.st_mode)) {
        throw Error(ErrorKind::Fault, path.string() + ": is not a regular file and cannot be replaced");
    }
    Draft draft(target);
    Descriptor file(draft.number());
    write_all(file, target, bytes);
    // Only a superuser can give files away; without that the file becomes the writer's own.
    if (existed && (old.st_uid != ::geteuid() || old.st_gid != ::getegid())) {
        static_cast<void>(::fchown(file.number(), old.st_uid, old.st_gid) == 0);
    }
    if (existed && ::fchmod(file.number(), old.st_mode & 07777U) != 0) fail(target, "keep its permissions");
    if (::fsync(file.number()) != 0) fail(target, "be written to disk");
    if (!file.close()) fail(target, "be closed");
    draft.rename_to(target);
    sync_folder(target);
}

void remove_abandoned_drafts(const std::filesystem::path& folder) {
    std::error_code failed;
    std::filesystem::directory_iterator entry(folder, failed);
    for (; !failed && entry != std::filesystem::directory_iterator(); entry.increment(failed)) {
        const std::string name = entry->path().filename().string();
        if (!name.starts_with(kDraftPrefix)) continue;
        pid_t process = 0;
        const char* end = name.data() + name.size();
        const auto [behind, wrong] = std::from_chars(name.data() + kDraftPrefix.size(), end, process);
        if (wrong != std::errc() || behind == end || *behind != '-' || process <= 0) continue;
        // A process that still runs may be about to rename its draft.
        if (::kill(process, 0) == 0 || errno != ESRCH) continue;
        std::error_code kept;
        std::filesystem::remove(entry->path(), kept);
    }
}

std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder, std::string_view extension) {
    std::vector<std::filesystem::path> found;
    std::vector<std::filesystem::path> folders{folder};
    while (!folders.empty()) {
        const auto next = std::move(folders.back());
        folders.pop_back();
        collect(next, extension, found, folders);
    }
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace entente::textfiles
