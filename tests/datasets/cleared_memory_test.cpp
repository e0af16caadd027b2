#include "datasets/cleared_memory.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace entente::datasets {
namespace {

// Of the heap, and in pages of its own.
constexpr std::size_t kFew = 3;
constexpr std::size_t kMany = 3'000'001;

TEST(ClearedMemory, begins_cleared_however_much_there_is) {
    for (const auto size : {kFew, kMany}) {
        ClearedArray<std::int64_t> array(size);
        EXPECT_EQ(array.size(), size);
        EXPECT_TRUE(std::all_of(array.begin(), array.end(), [](auto value) { return value == 0; }));
        std::fill(array.begin(), array.end(), -1);
        EXPECT_EQ(std::count(array.begin(), array.end(), -1), static_cast<std::ptrdiff_t>(size));
    }
}

TEST(ClearedMemory, keeps_what_is_in_it_when_it_is_handed_on) {
    for (const auto size : {kFew, kMany}) {
        ClearedArray<double> array(size);
        array[size - 1] = 0.25;
        const auto moved = std::move(array);
        EXPECT_EQ(moved[size - 1], 0.25);
        auto memory = ClearedArray<std::uint8_t>(size);
        memory[0] = 7;
        const auto bytes = std::move(memory).memory();
        ASSERT_EQ(bytes.size(), size);
        EXPECT_EQ(static_cast<int>(*bytes.at(0)), 7);
    }
}

TEST(ClearedMemory, may_be_empty) {
    const ClearedArray<double> none(0);
    EXPECT_EQ(none.size(), 0U);
    EXPECT_EQ(none.begin(), none.end());
}

}  // namespace
}  // namespace entente::datasets
