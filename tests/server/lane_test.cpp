#include "server/lane.hpp"

#include <atomic>
#include <future>
#include <memory>

#include <gtest/gtest.h>

namespace entente::server {
namespace {

bool wanted() {
    return true;
}

TEST(Lane, refuses_what_does_not_fit_and_goes_on) {
    Lane lane(1, 1);
    std::promise<void> begun;
    std::promise<void> release;
    ASSERT_TRUE(lane.submit(
        [&] {
            begun.set_value();
            release.get_future().wait();
        },
        wanted));
    begun.get_future().wait();  // the one thread is busy
    std::promise<void> second;
    EXPECT_TRUE(lane.submit([&] { second.set_value(); }, wanted));  // waits
    EXPECT_FALSE(lane.submit([] {}, wanted));                       // no room
    release.set_value();
    second.get_future().wait();
}

TEST(Lane, gives_the_place_of_what_nobody_wants_any_more_to_what_somebody_does) {
    Lane lane(1, 1);
    std::promise<void> begun;
    std::promise<void> release;
    ASSERT_TRUE(lane.submit(
        [&] {
            begun.set_value();
            release.get_future().wait();
        },
        wanted));
    begun.get_future().wait();
    bool left = false;
    bool told = false;
    std::promise<void> third;
    EXPECT_TRUE(lane.submit([&] { told = true; }, [&] { return !left; }));
    EXPECT_FALSE(lane.submit([] {}, wanted));
    left = true;
    EXPECT_TRUE(lane.submit([&] { third.set_value(); }, wanted));
    EXPECT_TRUE(told);
    release.set_value();
    third.get_future().wait();
}

TEST(Lane, ends_what_runs_and_forgets_what_waits) {
    std::atomic<int> done = 0;
    const auto owned = std::make_shared<int>(0);
    Lane lane(1, 8);
    std::promise<void> begun;
    std::promise<void> release;
    ASSERT_TRUE(lane.submit(
        [&] {
            begun.set_value();
            release.get_future().wait();
            ++done;
        },
        wanted));
    begun.get_future().wait();
    ASSERT_TRUE(lane.submit([&done, owned] { done += 10; }, wanted));
    std::thread stopping([&] { lane.stop(); });
    while (owned.use_count() > 1) std::this_thread::yield();  // what waited is forgotten at once
    release.set_value();
    stopping.join();
    EXPECT_EQ(done, 1);
    EXPECT_FALSE(lane.submit([] {}, wanted));
}

}  // namespace
}  // namespace entente::server
