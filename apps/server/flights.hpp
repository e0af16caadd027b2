// Work that clients wait for. It runs on the lanes; whoever asks the same while it runs waits for the same answer; what
// nobody waits for any more is not begun. Belongs to the thread that does the input and output: everything but the work
// itself happens there.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "server/dispatch.hpp"
#include "server/lane.hpp"
#include "server/limits.hpp"

namespace entente::server {

using Answer = std::function<void(const Reply&)>;

struct Flight {
    Task task;
    std::string key;  // empty: shared with nobody
    std::atomic<int> waiting = 0;
    std::vector<Answer> answers;
};

using FlightPtr = std::shared_ptr<Flight>;

class Flights {
public:
    // `post` runs a function on the thread of input and output, soon.
    using Post = std::function<void(std::function<void()>)>;
    Flights(const Limits& limits, Post post);

    // `question` is what the client wrote; two that write the same get the same. Calls `answer` later, once.
    [[nodiscard]] FlightPtr join(Task task, const std::string& question, Answer answer);

    // The client is gone. Its answer may still be called.
    static void leave(Flight& flight) { --flight.waiting; }

    // Ends what runs; nothing is answered any more.
    void stop();

private:
    void look(const FlightPtr& flight);
    void compute(const FlightPtr& flight);
    void finish(const FlightPtr& flight, const Reply& reply);
    [[nodiscard]] Lane& lane_of(const Route& route) { return route.work == Work::Writing ? writing_ : computing_; }

    Post post_;
    std::map<std::string, FlightPtr> open_;
    std::uint64_t edits_ = 0;  // a question after an edit is another one than before
    Lane looking_;             // what is at hand; never computes
    Lane computing_;
    Lane writing_;
};

}  // namespace entente::server
