#include "casefile/folder_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <string>
#include <thread>

#include "core/error.hpp"

namespace entente::casefile {

FolderLock::FolderLock(const std::filesystem::path& folder)
    : descriptor_(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (descriptor_ < 0) {
        throw Error(ErrorKind::Fault, folder.string() + ": cannot be opened: " + std::strerror(errno),
                    "nothing was written");
    }
    constexpr std::chrono::milliseconds kPause{5};
    constexpr int kTries = 2000;
    for (int i = 0; i < kTries; ++i) {
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) == 0) return;
        const int code = errno;
        if (code != EWOULDBLOCK && code != EINTR) {
            ::close(descriptor_);
            throw Error(ErrorKind::Fault, folder.string() + ": cannot be locked: " + std::strerror(code),
                        "nothing was written");
        }
        std::this_thread::sleep_for(kPause);
    }
    ::close(descriptor_);
    throw Error(ErrorKind::BadRequest, "another change of the case is under way; nothing was written",
                "wait until it has ended, then try again");
}

FolderLock::~FolderLock() {
    ::close(descriptor_);
}

}  // namespace entente::casefile
