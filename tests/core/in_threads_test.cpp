#include "core/in_threads.hpp"

#include <atomic>
#include <vector>

#include <gtest/gtest.h>

#include "core/error.hpp"

namespace entente {
namespace {

TEST(InThreads, runs_every_task_once_whatever_the_number_of_threads) {
    for (const unsigned threads : {0U, 1U, 3U, 200U}) {
        std::vector<std::atomic<int>> times(101);
        in_threads(times.size(), threads, [&](std::size_t task) { ++times[task]; });
        for (const auto& time : times) EXPECT_EQ(time, 1) << threads << " threads";
    }
}

TEST(InThreads, does_nothing_without_tasks) {
    in_threads(0, 0, [](std::size_t) { FAIL(); });
}

TEST(InThreads, throws_on_what_a_task_throws_and_begins_no_further_ones) {
    std::atomic<int> begun{0};
    const auto failing = [&](std::size_t task) {
        ++begun;
        if (task == 2) throw Error(ErrorKind::Fault, "the third task fails");
    };
    EXPECT_THROW(in_threads(1000, 1, failing), Error);
    EXPECT_EQ(begun, 3);
}

}  // namespace
}  // namespace entente
