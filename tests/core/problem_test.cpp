#include "core/problem.hpp"

#include <gtest/gtest.h>

namespace entente {

TEST(Problems, are_sorted_by_place_whatever_the_order_in_which_they_were_found) {
    Problems problems;
    problems.warn({"b.toml", 1, 1}, "last");
    problems.error({"a.toml", 10, 1}, "third");
    problems.error({"a.toml", 2, 5}, "second");
    problems.error({"a.toml", 2, 1}, "first");
    const auto sorted = problems.sorted();
    ASSERT_EQ(sorted.size(), 4U);
    EXPECT_EQ(sorted[0].what, "first");
    EXPECT_EQ(sorted[1].what, "second");
    EXPECT_EQ(sorted[2].what, "third");
    EXPECT_EQ(sorted[3].what, "last");
}

TEST(Problems, the_same_one_found_twice_is_reported_once) {
    Problems problems;
    problems.error({"a.toml", 1, 1}, "same", "advice");
    Problems others;
    others.error({"a.toml", 1, 1}, "same", "advice");
    problems.add(others);
    problems.add(problems);
    EXPECT_EQ(problems.sorted().size(), 1U);
}

TEST(Problems, warnings_alone_are_no_errors) {
    Problems problems;
    EXPECT_TRUE(problems.empty());
    problems.warn({}, "a stale figure");
    EXPECT_FALSE(problems.empty());
    EXPECT_FALSE(problems.has_errors());
    problems.error({}, "no source");
    EXPECT_TRUE(problems.has_errors());
}

TEST(Problems, a_line_says_where_what_and_what_to_do) {
    EXPECT_EQ(to_line({{"a.toml", 3, 7}, Severity::Error, "no such item", "write it"}),
              "a.toml:3:7: error: no such item; write it");
    EXPECT_EQ(to_line({{"a.toml", 0, 0}, Severity::Warning, "unused", ""}), "a.toml: warning: unused");
    EXPECT_EQ(to_line({{}, Severity::Error, "nothing", ""}), "error: nothing");
}

}  // namespace entente
