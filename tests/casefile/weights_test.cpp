#include "casefile/weights.hpp"

#include <gtest/gtest.h>

namespace entente::casefile {
namespace {

TEST(Weights, are_numbers_by_name) {
    Problems problems;
    const auto weights = weights_from("[weights]\nspending-share = 0.5\npeacekeepers = 2\n", "w.toml", problems);
    EXPECT_TRUE(problems.empty());
    ASSERT_EQ(weights.size(), 2U);
    EXPECT_EQ(weights.at("spending-share"), 0.5);
    EXPECT_EQ(weights.at("peacekeepers"), 2);
}

TEST(Weights, report_all_that_is_wrong_with_its_place) {
    Problems problems;
    (void)weights_from("[weights]\na = -1\nb = \"much\"\nc = 1\n[other]\nd = 1\n", "w.toml", problems);
    const auto found = problems.sorted();
    ASSERT_EQ(found.size(), 3U);
    EXPECT_EQ(found[0].where.line, 2);
    EXPECT_EQ(found[1].where.line, 3);
    EXPECT_EQ(found[2].where.line, 5);
}

TEST(Weights, refuse_numbers_that_are_not_finite) {
    Problems problems;
    (void)weights_from("[weights]\na = inf\nb = nan\n", "w.toml", problems);
    EXPECT_EQ(problems.sorted().size(), 2U);
}

TEST(Weights, refuse_a_file_without_any_and_one_in_which_all_are_nothing) {
    for (const auto* text :
         {"", "# nothing\n", "[weights]\n", "[weights]\na = 0\n", "a = 1\n", "[[weights]]\na = 1\n"}) {
        Problems problems;
        (void)weights_from(text, "w.toml", problems);
        EXPECT_TRUE(problems.has_errors()) << text;
    }
}

TEST(Weights, refuse_a_file_that_is_not_there) {
    Problems problems;
    EXPECT_TRUE(read_weights("nowhere/weights.toml", problems).empty());
    EXPECT_TRUE(problems.has_errors());
}

}  // namespace
}  // namespace entente::casefile
