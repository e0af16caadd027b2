#include "server/lane.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace entente::server {

Lane::Lane(unsigned threads, std::size_t waiting_at_most) : waiting_at_most_(waiting_at_most) {
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Lane::~Lane() {
    stop();
}

bool Lane::submit(std::function<void()> job, std::function<bool()> wanted) {
    std::vector<Job> unwanted;
    bool taken = false;
    {
        const std::scoped_lock lock(mutex_);
        if (!stopped_ && waiting_.size() >= waiting_at_most_) {
            const auto rest =
                std::stable_partition(waiting_.begin(), waiting_.end(), [](const Job& each) { return each.wanted(); });
            std::move(rest, waiting_.end(), std::back_inserter(unwanted));
            waiting_.erase(rest, waiting_.end());
        }
        taken = !stopped_ && waiting_.size() < waiting_at_most_;
        if (taken) waiting_.push_back({std::move(job), std::move(wanted)});
    }
    changed_.notify_one();
    for (const auto& each : unwanted) each.run();
    return taken;
}

void Lane::stop() {
    std::deque<Job> forgotten;  // destroyed without the lock: jobs own what they answer to
    {
        const std::scoped_lock lock(mutex_);
        stopped_ = true;
        forgotten.swap(waiting_);
    }
    forgotten.clear();
    changed_.notify_all();
    for (auto& thread : threads_) {
        if (thread.joinable()) thread.join();
    }
}

void Lane::work() {
    while (true) {
        std::function<void()> job;
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return stopped_ || !waiting_.empty(); });
            if (stopped_) return;
            job = std::move(waiting_.front().run);
            waiting_.pop_front();
        }
        job();
    }
}

}  // namespace entente::server
