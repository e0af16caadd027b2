#include "workbench/live_case.hpp"

#include <atomic>
#include <fstream>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>

#include "folders.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;

class LiveCaseTest : public ::testing::Test {
protected:
    LiveCaseTest() {
        folder_ = fs::path(::testing::TempDir()) /
                  ("live-" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()));
        fs::remove_all(folder_);
        fs::copy(fs::path(ENTENTE_SOURCE_DIR) / "tests/cases/two-coders", folder_, fs::copy_options::recursive);
    }
    ~LiveCaseTest() override { fs::remove_all(folder_); }

    std::string text(const std::string& file) const {
        std::ifstream in(folder_ / file);
        std::stringstream all;
        all << in.rdbuf();
        return all.str();
    }
    void write(const std::string& file, const std::string& text) const { std::ofstream(folder_ / file) << text; }
    void change(const std::string& file, const std::string& from, const std::string& to) const {
        auto bytes = text(file);
        const auto at = bytes.find(from);
        ASSERT_NE(at, std::string::npos);
        write(file, bytes.replace(at, from.size(), to));
    }
    CaseRequest request() const { return {folder_, {}, {}, {}}; }

    fs::path folder_;
};

TEST_F(LiveCaseTest, gives_the_same_state_while_nothing_changes) {
    LiveCase live(request());
    const auto one = live.snapshot();
    const auto two = live.snapshot();
    EXPECT_EQ(one.open, two.open);
    EXPECT_EQ(one.fingerprint, two.fingerprint);
}

TEST_F(LiveCaseTest, sees_a_changed_file_a_new_one_and_one_that_is_gone) {
    LiveCase live(request());
    const auto first = live.snapshot();
    change("case.toml", "Two coders (invented)", "Two coders, renamed");
    const auto renamed = live.snapshot();
    EXPECT_EQ(renamed.open->content.title, "Two coders, renamed");
    EXPECT_NE(renamed.fingerprint, first.fingerprint);

    write("codings/third.toml", "coder = \"third\"\n");
    EXPECT_EQ(live.snapshot().open->content.coders.size(), 3U);
    fs::remove(folder_ / "codings/third.toml");
    EXPECT_EQ(live.snapshot().open->content.coders.size(), 2U);
    EXPECT_EQ(live.snapshot().fingerprint, renamed.fingerprint);
}

TEST_F(LiveCaseTest, leaves_what_was_given_out_before_as_it_was) {
    LiveCase live(request());
    const auto before = live.snapshot();
    change("case.toml", "Two coders (invented)", "Two coders, renamed");
    static_cast<void>(live.snapshot());
    EXPECT_EQ(before.open->content.title, "Two coders (invented)");
}

TEST_F(LiveCaseTest, does_not_read_again_what_was_only_touched) {
    LiveCase live(request());
    const auto before = live.snapshot();
    write("case.toml", text("case.toml"));
    EXPECT_EQ(live.snapshot().open, before.open);
}

TEST_F(LiveCaseTest, has_nothing_at_hand_right_after_a_change) {
    LiveCase live(request());
    change("case.toml", "Two coders (invented)", "Two coders, renamed");
    EXPECT_FALSE(live.snapshot_at_hand());
}

TEST_F(LiveCaseTest, keeps_the_last_whole_state_of_a_case_that_was_broken) {
    LiveCase live(request());
    const auto whole = live.snapshot();
    change("case.toml", "theory   = \"walt-1997\"", "theory   = \"wlat-1997\"");
    const auto broken = live.snapshot();
    EXPECT_TRUE(broken.broken);
    EXPECT_EQ(broken.open, whole.open);
    EXPECT_EQ(broken.fingerprint, whole.fingerprint);

    const auto check = live.check();
    EXPECT_GE(check.errors, 1);
    EXPECT_EQ(check.problems.front().where.file, "case.toml");

    change("case.toml", "wlat-1997", "walt-1997");
    EXPECT_FALSE(live.snapshot().broken);
}

TEST_F(LiveCaseTest, does_not_open_at_all_what_is_broken_from_the_start) {
    change("case.toml", "theory   = \"walt-1997\"", "theory   = \"wlat-1997\"");
    EXPECT_EQ(testing::error_of([&] { LiveCase live(request()); }).kind(), ErrorKind::BadData);
}

TEST_F(LiveCaseTest, shows_a_blind_coder_nothing_that_others_made_of_the_case) {
    LiveCase live(request(), "second");
    const auto open = live.snapshot().open;
    ASSERT_EQ(open->content.coders.size(), 1U);
    EXPECT_EQ(open->content.coders.front().id, "second");
    EXPECT_TRUE(open->content.claims.empty());
    EXPECT_TRUE(open->content.scenarios.empty());
    EXPECT_TRUE(open->warnings.empty());
    for (const auto& file : open->content.files) EXPECT_NE(file.path, "codings/first.toml");
    EXPECT_FALSE(open->content.items.empty());
}

TEST_F(LiveCaseTest, serves_readers_while_one_writes) {
    LiveCase live(request());
    std::atomic<bool> done = false;
    std::atomic<int> odd = 0;
    std::vector<std::thread> readers;
    for (int i = 0; i < 4; ++i) {
        readers.emplace_back([&] {
            while (!done) {
                if (!live.snapshot().open->content.title.starts_with("Two coders")) ++odd;
            }
        });
    }
    std::string now = "Two coders (invented)";
    for (int i = 0; i < 10; ++i) {
        const std::string next = "Two coders " + std::to_string(i);
        change("case.toml", "\"" + now + "\"", "\"" + next + "\"");
        now = next;
        EXPECT_EQ(live.snapshot().open->content.title, now);
    }
    done = true;
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(odd, 0);
}

}  // namespace
}  // namespace entente::workbench
