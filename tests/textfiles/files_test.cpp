#include "textfiles/files.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>

#include "core/error.hpp"
#include "textfiles/problem_lines.hpp"

namespace entente::textfiles {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

class Files : public testing::Test {
protected:
    void SetUp() override {
        auto name = (fs::temp_directory_path() / "entente-files-XXXXXX").string();
        ASSERT_NE(::mkdtemp(name.data()), nullptr);
        folder_ = name;
    }
    void TearDown() override { fs::remove_all(folder_); }

    void write(const std::string& name, const std::string& bytes) const {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name, std::ios::binary) << bytes;
    }
    std::string read(const std::string& name) {
        problems_ = {};
        return read_file(folder_ / name, name, problems_);
    }

    fs::path folder_;
    Problems problems_;
};

TEST_F(Files, the_bytes_of_a_file_come_back_unchanged) {
    const std::string bytes("a\0\r\n\xFF", 5);
    write("x", bytes);
    EXPECT_EQ(read("x"), bytes);
    write("empty", "");
    EXPECT_EQ(read("empty"), "");
    EXPECT_TRUE(problems_.empty());
}

TEST_F(Files, what_is_no_regular_file_is_refused_without_waiting) {
    EXPECT_EQ(read("missing"), "");
    EXPECT_EQ(lines_of(problems_), Lines{"0:0 does not exist"});
    EXPECT_EQ(read("."), "");
    EXPECT_EQ(lines_of(problems_), Lines{"0:0 is a folder, not a file"});
    ASSERT_EQ(::mkfifo((folder_ / "pipe").c_str(), 0600), 0);
    EXPECT_EQ(read("pipe"), "");
    EXPECT_EQ(lines_of(problems_), Lines{"0:0 is not a regular file"});
    fs::create_symlink("/dev/zero", folder_ / "zero");
    EXPECT_EQ(read("zero"), "");
    EXPECT_EQ(lines_of(problems_), Lines{"0:0 is not a regular file"});
}

TEST_F(Files, a_file_beyond_the_limit_is_refused) {
    write("large", "");
    fs::resize_file(folder_ / "large", (std::uintmax_t{256} << 20U) + 1);  // sparse
    EXPECT_EQ(read("large"), "");
    EXPECT_EQ(lines_of(problems_), Lines{"0:0 is larger than 256 MiB"});
}

TEST_F(Files, a_link_to_a_file_is_followed) {
    write("x", "text");
    fs::create_symlink("x", folder_ / "link");
    EXPECT_EQ(read("link"), "text");
}

TEST_F(Files, replacing_keeps_permissions_and_leaves_nothing_beside) {
    write("x", "old");
    fs::permissions(folder_ / "x", fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    replace_file(folder_ / "x", "new");
    EXPECT_EQ(read("x"), "new");
    EXPECT_EQ(fs::status(folder_ / "x").permissions(),
              fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
    replace_file(folder_ / "y", "made");
    EXPECT_EQ(read("y"), "made");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 2);
}

TEST_F(Files, replacing_through_a_link_keeps_the_link) {
    write("x", "old");
    fs::create_symlink("x", folder_ / "link");
    replace_file(folder_ / "link", "new");
    EXPECT_TRUE(fs::is_symlink(folder_ / "link"));
    EXPECT_EQ(read("x"), "new");
}

TEST_F(Files, a_replacement_that_fails_is_a_fault_and_leaves_the_rest_alone) {
    fs::create_directory(folder_ / "d");
    for (const auto& target : {folder_ / "d", folder_ / "missing" / "x"}) {
        try {
            replace_file(target, "new");
            ADD_FAILURE() << target;
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::Fault);
        }
    }
    EXPECT_EQ(std::distance(fs::directory_iterator(folder_), fs::directory_iterator()), 1);
}

TEST_F(Files, files_below_are_sorted_and_neither_hidden_nor_linked) {
    write("b.toml", "");
    write("a/z.toml", "");
    write("a/note.md", "");
    write(".hidden.toml", "");
    write(".git/c.toml", "");
    fs::create_directory_symlink(folder_, folder_ / "a" / "loop");
    fs::create_symlink("/etc/passwd", folder_ / "passwd.toml");
    EXPECT_EQ(files_below(folder_, ".toml"), (std::vector<fs::path>{folder_ / "a/z.toml", folder_ / "b.toml"}));
    EXPECT_TRUE(files_below(folder_ / "missing", ".toml").empty());
}

}  // namespace
}  // namespace entente::textfiles
