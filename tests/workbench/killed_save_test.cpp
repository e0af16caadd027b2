// A process that is killed while it saves leaves the old file or the new one, and no lock.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <set>
#include <thread>

#include "textfiles/files.hpp"
#include "workbench/editing.hpp"

namespace entente::workbench {
namespace {

using testing::Folder;

// Runs `work` again and again in a process of its own and kills it after `delay`.
template <typename Work>
void run_and_kill(Work work, std::chrono::microseconds delay) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        while (true) work();
    }
    std::this_thread::sleep_for(delay);
    ASSERT_EQ(::kill(child, SIGKILL), 0);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status));
}

std::size_t drafts_in(const std::filesystem::path& folder) {
    std::size_t drafts = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().filename().string().starts_with(".entente-")) ++drafts;
    }
    return drafts;
}

TEST(KilledSave, a_file_that_is_replaced_is_always_whole) {
    const Folder folder;
    const auto file = folder.path() / "file.toml";
    const std::string one(300'000, '1');
    const std::string two(200'000, '2');
    folder.write("file.toml", one);
    std::set<char> seen;
    for (int round = 0; round < 60; ++round) {
        run_and_kill(
            [&] {
                textfiles::replace_file(file, two);
                textfiles::replace_file(file, one);
            },
            std::chrono::microseconds(300 + 347 * round));
        const std::string bytes = bytes_of(file);
        ASSERT_TRUE(bytes == one || bytes == two) << "round " << round << ": " << bytes.size() << " bytes";
        seen.insert(bytes.front());
    }
    EXPECT_EQ(seen.size(), 2U);  // else the moments were too few to show anything
    textfiles::remove_abandoned_drafts(folder.path());
    EXPECT_EQ(drafts_in(folder.path()), 0U);
}

TEST(KilledSave, a_case_is_old_or_new_and_can_be_saved_again) {
    const Folder folder;
    folder.copy_tiny();
    const auto name = named_entry("frigates-cancelled-2008");
    const auto file = folder.path() / "evidence/late.toml";
    const auto save = [&](const char* words) {
        static_cast<void>(edit_case(changing(folder.path(), EntryKind::Item, name, "text", text(words))));
    };
    save("One.");
    const std::string one = bytes_of(file);
    save("Two.");
    const std::string two = bytes_of(file);
    for (int round = 0; round < 10; ++round) {
        run_and_kill(
            [&] {
                save("One.");
                save("Two.");
            },
            std::chrono::milliseconds(20 + 53 * round));
        const std::string bytes = bytes_of(file);
        ASSERT_TRUE(bytes == one || bytes == two) << "round " << round;
    }
    save("Three.");
    EXPECT_EQ(drafts_in(folder.path() / "evidence"), 0U);
    EXPECT_EQ(open_case({folder.path(), {}, {}, {}})->warnings.size(),
              open_case({testing::tiny_case(), {}, {}, {}})->warnings.size());
}

}  // namespace
}  // namespace entente::workbench
