#include "server/flights.hpp"

#include <atomic>
#include <chrono>
#include <deque>
#include <mutex>
#include <thread>

#include <gtest/gtest.h>

namespace entente::server {
namespace {

// What the endpoint of these tests did.
std::atomic<int> begun = 0;
std::atomic<bool> held = false;

Reply slow(const Request& request) {
    ++begun;
    while (held) std::this_thread::sleep_for(std::chrono::milliseconds(1));
    return reply_with(request.name);
}

constexpr Route kReading{Method::Get, "/slow", slow};
constexpr Route kWriting{Method::Post, "/slow", slow, Work::Writing};

// Stands for the thread of input and output: runs what is posted where the test says so.
class Thread {
public:
    Flights::Post post() {
        return [this](std::function<void()> job) {
            const std::scoped_lock lock(mutex_);
            jobs_.push_back(std::move(job));
        };
    }
    template <typename Condition>
    void run_until(const Condition& condition) {
        while (!condition()) {
            std::function<void()> job;
            {
                const std::scoped_lock lock(mutex_);
                if (!jobs_.empty()) {
                    job = std::move(jobs_.front());
                    jobs_.pop_front();
                }
            }
            if (job) {
                job();
            } else {
                std::this_thread::yield();
            }
        }
    }

private:
    std::mutex mutex_;
    std::deque<std::function<void()>> jobs_;
};

class FlightsTest : public ::testing::Test {
protected:
    FlightsTest() {
        begun = 0;
        held = true;
        limits_.computing = 1;
        limits_.computations = 1;
        limits_.edits = 1;
    }
    ~FlightsTest() override { held = false; }

    static Task task(const Route& route) {
        Task made;
        made.route = &route;
        made.request.name = "answer";
        return made;
    }
    Answer counting() {
        return [this](const Reply& reply) { statuses_.push_back(reply.status); };
    }

    Limits limits_;
    Thread thread_;
    std::vector<int> statuses_;
};

TEST_F(FlightsTest, one_question_of_many_clients_is_computed_once) {
    Flights flights(limits_, thread_.post());
    std::vector<FlightPtr> joined;
    for (int i = 0; i < 50; ++i) joined.push_back(flights.join(task(kReading), "/slow", counting()));
    held = false;
    thread_.run_until([&] { return statuses_.size() == 50; });
    EXPECT_EQ(begun, 1);
    EXPECT_EQ(statuses_, std::vector<int>(50, 200));
    flights.stop();
}

TEST_F(FlightsTest, what_does_not_fit_is_refused_with_503) {
    Flights flights(limits_, thread_.post());
    const auto running = flights.join(task(kReading), "/a", counting());
    thread_.run_until([] { return begun == 1; });
    const auto waiting = flights.join(task(kReading), "/b", counting());
    const auto refused = flights.join(task(kReading), "/c", counting());
    thread_.run_until([&] { return statuses_.size() == 1; });
    EXPECT_EQ(statuses_.front(), 503);
    held = false;
    thread_.run_until([&] { return statuses_.size() == 3; });
    EXPECT_EQ(statuses_, (std::vector<int>{503, 200, 200}));
    flights.stop();
}

TEST_F(FlightsTest, nothing_is_begun_for_a_client_that_has_gone) {
    Flights flights(limits_, thread_.post());
    const auto running = flights.join(task(kReading), "/a", counting());
    thread_.run_until([] { return begun == 1; });
    const auto gone = flights.join(task(kReading), "/b", counting());
    Flights::leave(*gone);
    held = false;
    thread_.run_until([&] { return statuses_.size() == 2; });
    EXPECT_EQ(begun, 1);
    flights.stop();
}

TEST_F(FlightsTest, a_question_after_an_edit_is_not_answered_with_what_was_before) {
    Flights flights(limits_, thread_.post());
    held = false;
    const auto before = flights.join(task(kReading), "/a", counting());
    const auto edit = flights.join(task(kWriting), "/edit", counting());
    thread_.run_until([&] { return statuses_.size() == 2; });
    held = true;
    const auto one = flights.join(task(kReading), "/a", counting());
    EXPECT_NE(one->key, before->key);
    held = false;
    thread_.run_until([&] { return statuses_.size() == 3; });
    flights.stop();
}

TEST_F(FlightsTest, two_edits_are_never_taken_for_one) {
    limits_.edits = 4;
    Flights flights(limits_, thread_.post());
    held = false;
    const auto one = flights.join(task(kWriting), "/edit", counting());
    const auto two = flights.join(task(kWriting), "/edit", counting());
    thread_.run_until([&] { return statuses_.size() == 2; });
    EXPECT_EQ(begun, 2);
    flights.stop();
}

}  // namespace
}  // namespace entente::server
