// A sign of life on long runs: after two seconds a line on the terminal counts the time, and disappears at the end.
// Silent where standard error is no terminal, or with --quiet.
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "console.hpp"

namespace entente::cli {

class StillWorking {
public:
    StillWorking(const Console& console, std::string what);
    ~StillWorking();
    StillWorking(const StillWorking&) = delete;
    StillWorking& operator=(const StillWorking&) = delete;

    // What is being done from now on.
    void now(std::string what);

private:
    void watch();

    std::string what_;
    std::mutex mutex_;
    std::condition_variable ended_;
    bool done_ = false;
    std::thread watcher_;
};

}  // namespace entente::cli
