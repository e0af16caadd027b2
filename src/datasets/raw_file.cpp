#include "datasets/raw_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace entente::datasets {

namespace {

// One read of the system takes at most about 2 GiB.
constexpr std::size_t kMostAtOnce = std::size_t{1} << 30U;

std::string reason(int code) {
    return std::generic_category().message(code);
}

}  // namespace

OpenFile::OpenFile(OpenFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::string OpenFile::path() const {
    return "/proc/self/fd/" + std::to_string(descriptor_);
}

std::optional<std::size_t> OpenFile::read(char* bytes, std::size_t size) const {
    std::size_t filled = 0;
    while (filled < size) {
        const auto got = ::read(descriptor_, bytes + filled, std::min(size - filled, kMostAtOnce));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return std::nullopt;
        if (got == 0) break;
        filled += static_cast<std::size_t>(got);
    }
    return filled;
}

bool OpenFile::rewind() const {
    return ::lseek(descriptor_, 0, SEEK_SET) == 0;
}

bool OpenFile::write(std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto put = ::write(descriptor_, bytes.data(), std::min(bytes.size(), kMostAtOnce));
        if (put < 0 && errno == EINTR) continue;
        if (put <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

std::optional<OpenFile::Stamp> OpenFile::stamp() const {
    struct stat found{};
    if (::fstat(descriptor_, &found) != 0) return std::nullopt;
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    return Stamp{static_cast<std::uintmax_t>(found.st_size),
                 static_cast<std::int64_t>(found.st_mtim.tv_sec) * kNanoseconds + found.st_mtim.tv_nsec};
}

std::optional<OpenFile> open_to_read(const std::filesystem::path& path, Problems& problems) {
    const Position whole{path.string(), 0, 0};
    // Opening a pipe would wait for its writer, and a terminal could become this program's own.
    OpenFile file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (file.descriptor() < 0) {
        problems.error(whole, "cannot be read: " + reason(errno), "check the path and the permissions");
        return std::nullopt;
    }
    struct stat found{};
    if (::fstat(file.descriptor(), &found) != 0) {
        problems.error(whole, "cannot be read: " + reason(errno));
        return std::nullopt;
    }
    if (S_ISDIR(found.st_mode)) {
        problems.error(whole, "is a folder, not a file", "name the files in it");
        return std::nullopt;
    }
    if (!S_ISREG(found.st_mode)) {
        problems.error(whole, "is not a regular file", "save what it gives as a file first");
        return std::nullopt;
    }
    return file;
}

std::optional<OpenFile> open_to_write(const std::filesystem::path& path) {
    OpenFile file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
    if (file.descriptor() < 0) return std::nullopt;
    return file;
}

}  // namespace entente::datasets
