// Where the official data files are that some tests read: they are other people's, and never part of this repository.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <string>

namespace entente::tests {

inline std::filesystem::path test_data_folder() {
    if (const char* named = std::getenv("ENTENTE_TEST_DATA"); named != nullptr && *named != '\0') return named;
    return std::filesystem::path(ENTENTE_SOURCE_DIR).parent_path() / "shared" / "data";
}

}  // namespace entente::tests

// Names `file` as the official file, or skips the test, saying so; where CI=true a skipped test is a failed one.
#define ENTENTE_NEEDS_DATA(file, relative)                                                                       \
    const std::filesystem::path file = ::entente::tests::test_data_folder() / (relative);                        \
    if (!std::filesystem::exists(file)) {                                                                        \
        const char* ci = std::getenv("CI");                                                                      \
        if (ci != nullptr && std::string(ci) == "true") FAIL() << "needs " << file << "; set ENTENTE_TEST_DATA"; \
        GTEST_SKIP() << "needs " << file << "; set ENTENTE_TEST_DATA to the folder of the official files";       \
    }                                                                                                            \
    static_assert(true)
