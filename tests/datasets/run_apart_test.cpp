#include "datasets/run_apart.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

#include "datasets/staging.hpp"

namespace entente::datasets {

namespace {

constexpr ApartLimits kLimits{.seconds = 20, .memory_bytes = 1U << 30U, .file_bytes = 1U << 20U};

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kMemoryIsLimited = false;
#else
constexpr bool kMemoryIsLimited = true;
#endif

}  // namespace

TEST(RunApart, what_the_work_returns_comes_back_whole) {
    const std::string large(3'000'000, 'x');
    EXPECT_EQ(run_apart([&] { return large; }, kLimits).message, large);
    EXPECT_EQ(run_apart([] { return std::string(); }, kLimits).message, "");
}

TEST(RunApart, nothing_that_the_work_changes_changes_here) {
    int here = 1;
    ASSERT_TRUE(run_apart([&] { return std::to_string(++here); }, kLimits).message);
    EXPECT_EQ(here, 1);
}

TEST(RunApart, a_crash_is_a_value) {
    const auto outcome = run_apart(
        []() -> std::string {
            std::signal(SIGABRT, SIG_DFL);
            ::raise(SIGABRT);
            return "never";
        },
        kLimits);
    EXPECT_EQ(outcome.message, std::nullopt);
    EXPECT_EQ(outcome.why_not, "crashed the reader (Aborted)");
}

TEST(RunApart, an_end_without_an_answer_is_a_value) {
    const auto outcome = run_apart([]() -> std::string { ::_exit(0); }, kLimits);
    EXPECT_EQ(outcome.message, std::nullopt);
    EXPECT_EQ(outcome.why_not, "stopped the reader");
}

TEST(RunApart, an_exception_is_a_value_with_its_words) {
    const auto outcome = run_apart([]() -> std::string { throw std::runtime_error("no such thing"); }, kLimits);
    EXPECT_EQ(outcome.why_not, "stopped the reader: no such thing");
}

TEST(RunApart, work_that_never_ends_is_ended) {
    const auto outcome = run_apart(
        []() -> std::string {
            for (;;) ::sleep(1);
        },
        {.seconds = 1, .memory_bytes = 1U << 30U, .file_bytes = 1});
    EXPECT_EQ(outcome.why_not, "took longer than 1 seconds");
}

TEST(RunApart, work_that_computes_for_ever_is_ended) {
    const auto outcome = run_apart(
        []() -> std::string {
            for (volatile bool on = true; on;) {
            }
            return "never";
        },
        {.seconds = 1, .memory_bytes = 1U << 30U, .file_bytes = 1});
    EXPECT_EQ(outcome.why_not, "took longer than 1 seconds");
}

TEST(RunApart, too_much_memory_is_a_value) {
    if (!kMemoryIsLimited) GTEST_SKIP() << "AddressSanitizer leaves no limit on addresses";
    const auto outcome = run_apart([] { return std::to_string(std::string(3ULL << 30U, 'x').size()); }, kLimits);
    EXPECT_EQ(outcome.why_not, "needs more memory than 1024 MiB");
}

using RunApartFiles = StagingFolder;

TEST_F(RunApartFiles, a_file_that_grows_too_large_cannot_be_written) {
    const auto path = folder_ / "large";
    const auto outcome = run_apart(
        [&] {
            std::ofstream file(path);
            file << std::string(3U << 20U, 'x') << std::flush;
            return std::string(file.good() ? "written" : "refused");
        },
        kLimits);
    EXPECT_EQ(outcome.message, "refused");
    EXPECT_LE(std::filesystem::file_size(path), kLimits.file_bytes);
}

}  // namespace entente::datasets
