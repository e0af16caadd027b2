#include "still_working.hpp"

#include <unistd.h>

#include <chrono>
#include <cstdio>

namespace entente::cli {

StillWorking::StillWorking(const Console& console, std::string what) : what_(std::move(what)) {
    if (!console.quiet && isatty(STDERR_FILENO) == 1) watcher_ = std::thread([this] { watch(); });
}

StillWorking::~StillWorking() {
    if (!watcher_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        done_ = true;
    }
    ended_.notify_one();
    watcher_.join();
}

void StillWorking::now(std::string what) {
    const std::lock_guard lock(mutex_);
    what_ = std::move(what);
}

void StillWorking::watch() {
    using namespace std::chrono;
    const auto start = steady_clock::now();
    auto next = start + seconds(2);
    bool shown = false;
    std::unique_lock lock(mutex_);
    while (!ended_.wait_until(lock, next, [this] { return done_; })) {
        const auto elapsed = duration_cast<seconds>(steady_clock::now() - start).count();
        std::fprintf(stderr, "\r\x1b[K%s … %lld s", what_.c_str(), static_cast<long long>(elapsed));
        std::fflush(stderr);
        shown = true;
        next += seconds(1);
    }
    if (shown) std::fprintf(stderr, "\r\x1b[K");
}

}  // namespace entente::cli
