// A small pool of threads with a queue that has an end: what does not fit is refused at once, not kept waiting.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace entente::server {

class Lane {
public:
    Lane(unsigned threads, std::size_t waiting_at_most);
    ~Lane();
    Lane(const Lane&) = delete;
    Lane& operator=(const Lane&) = delete;

    // False if too much waits already, or after `stop`. A job does not throw. Where there is no room, jobs that wait
    // and are not wanted any more are called at once, by the caller's thread: they find that out and return.
    [[nodiscard]] bool submit(std::function<void()> job, std::function<bool()> wanted);

    // Ends what runs, forgets what waits.
    void stop();

private:
    struct Job {
        std::function<void()> run;
        std::function<bool()> wanted;
    };

    void work();

    std::size_t waiting_at_most_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Job> waiting_;
    bool stopped_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace entente::server
