#include "core/in_threads.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace entente {

void in_threads(std::size_t tasks, unsigned threads, const std::function<void(std::size_t)>& task) {
    const auto asked = std::max(1U, threads > 0 ? threads : std::thread::hardware_concurrency());
    const auto workers_needed = std::min<std::size_t>(asked, tasks);
    std::atomic<std::size_t> next{0};
    std::mutex stopping;
    std::exception_ptr stopped;
    {
        std::vector<std::jthread> workers;
        for (std::size_t worker = 0; worker < workers_needed; ++worker) {
            workers.emplace_back([&] {
                try {
                    for (auto number = next++; number < tasks; number = next++) task(number);
                } catch (...) {  // it is the caller's, not the thread's
                    const std::scoped_lock lock(stopping);
                    if (!stopped) stopped = std::current_exception();
                    next = tasks;
                }
            });
        }
    }
    if (stopped) std::rethrow_exception(stopped);
}

}  // namespace entente
