// Folders that are no case, and cases that were damaged or made to do harm.
#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include "case_copy.hpp"
#include "casefile/case_folder.hpp"

namespace entente::casefile {
namespace {

TEST(HostileFolder, a_path_without_a_folder_is_one_problem) {
    CaseCopy copy;
    Problems problems;
    EXPECT_TRUE(read_case(copy / "nowhere", problems).id.empty());
    EXPECT_EQ(lines_of(problems, copy.folder().string()), Lines{"nowhere:0:0 there is no such folder"});
}

TEST(HostileFolder, a_file_instead_of_a_folder_is_one_problem) {
    CaseCopy copy;
    Problems problems;
    EXPECT_TRUE(read_case(copy / "case.toml", problems).id.empty());
    EXPECT_EQ(lines_of(problems, copy.folder().string()), Lines{"case.toml:0:0 not a folder"});
}

TEST(HostileFolder, a_folder_without_case_toml_is_one_problem) {
    CaseCopy copy;
    copy.remove("case.toml");
    EXPECT_EQ(copy.problems(), Lines{".:0:0 the folder holds no case: there is no case.toml in it"});
}

TEST(HostileFolder, an_empty_path_is_one_problem) {
    Problems problems;
    EXPECT_TRUE(read_case("", problems).id.empty());
    EXPECT_EQ(problems.sorted().size(), 1U);
}

TEST(HostileFolder, broken_toml_in_three_files_is_reported_for_all_three) {
    CaseCopy copy;
    copy.append("evidence/early.toml", "\n[[item]]\nid = broken\n");
    copy.append("codings/first.toml", "\n[[coding]]\nitem = \n");
    copy.replace("claims.toml", "kind      = \"verdict\"", "kind      = \"verdict");
    const Lines problems = copy.problems();
    const auto any_in = [&](const std::string& file) {
        return std::any_of(problems.begin(), problems.end(),
                           [&](const std::string& line) { return line.starts_with(file + ":"); });
    };
    EXPECT_TRUE(any_in("evidence/early.toml:25"));
    EXPECT_TRUE(any_in("codings/first.toml:38"));
    EXPECT_TRUE(any_in("claims.toml:3"));
    EXPECT_EQ(problems.size(), 3U) << ::testing::PrintToString(problems);
}

TEST(HostileFolder, what_a_broken_block_held_is_not_reported_as_missing) {
    CaseCopy copy;
    copy.replace("case.toml", "name    = \"The invented pact\"", "name    = The invented pact");
    const Lines problems = copy.problems();
    ASSERT_EQ(problems.size(), 1U) << ::testing::PrintToString(problems);
    EXPECT_TRUE(problems[0].starts_with("case.toml:12:")) << problems[0];
}

TEST(HostileFolder, folders_where_files_should_be_are_errors) {
    CaseCopy copy;
    copy.remove("sources.bib");
    copy.remove("claims.toml");
    copy.write("sources.bib/x", "");
    copy.write("claims.toml/x", "");
    copy.write("evidence/more.toml/x", "");
    EXPECT_EQ(copy.problems(),
              (Lines{"claims.toml:0:0 is a folder, not a file", "evidence/more.toml:0:0 is a folder, not a file",
                     "sources.bib:0:0 is a folder, not a file"}));
}

TEST(HostileFolder, case_toml_as_a_folder_is_an_error) {
    CaseCopy copy;
    copy.remove("case.toml");
    copy.write("case.toml/x", "");
    const Lines problems = copy.problems();
    EXPECT_NE(std::find(problems.begin(), problems.end(), "case.toml:0:0 is a folder, not a file"), problems.end());
}

TEST(HostileFolder, a_file_where_a_folder_should_be_is_an_error) {
    CaseCopy copy;
    copy.remove("scenarios");
    copy.write("scenarios", "");
    EXPECT_EQ(copy.problems(), Lines{"scenarios:0:0 'scenarios' is not a folder"});
}

TEST(HostileFolder, a_pipe_is_not_waited_for) {
    CaseCopy copy;
    ASSERT_EQ(::mkfifo((copy / "evidence/pipe.toml").c_str(), 0600), 0);
    copy.remove("meetings.toml");
    ASSERT_EQ(::mkfifo((copy / "meetings.toml").c_str(), 0600), 0);
    EXPECT_EQ(copy.problems(),
              (Lines{"evidence/pipe.toml:0:0 is not a regular file", "meetings.toml:0:0 is not a regular file"}));
}

TEST(HostileFolder, links_out_of_the_case_are_not_followed) {
    CaseCopy copy;
    CaseCopy other;
    std::filesystem::create_symlink(other / "evidence/late.toml", copy / "evidence/link.toml");
    std::filesystem::create_symlink("nowhere", copy / "evidence/dead.toml");
    copy.remove("scenarios");
    std::filesystem::create_directory_symlink(other / "scenarios", copy / "scenarios");
    EXPECT_EQ(copy.problems(), (Lines{"evidence/dead.toml:0:0 the link leads nowhere",
                                      "evidence/link.toml:0:0 the link leads out of the case's folder",
                                      "scenarios:0:0 the link leads out of the case's folder"}));
}

TEST(HostileFolder, links_inside_the_case_are_followed) {
    CaseCopy copy;
    std::filesystem::rename(copy / "claims.toml", copy / "claims.md");
    std::filesystem::create_symlink("claims.md", copy / "claims.toml");
    EXPECT_EQ(copy.read().claims.size(), 1U);
    EXPECT_EQ(copy.problems(), Lines{});
}

TEST(HostileFolder, a_case_that_is_itself_a_link_reads) {
    CaseCopy copy;
    CaseCopy other;
    std::filesystem::create_directory_symlink(copy.folder(), other / "link");
    Problems problems;
    EXPECT_EQ(read_case(other / "link", problems).items.size(), 4U);
    EXPECT_EQ(lines_of(problems), Lines{});
}

TEST(HostileFolder, bytes_that_are_no_text_are_errors_where_they_stand) {
    CaseCopy copy;
    copy.write("evidence/bytes.toml", "[[item]]\nid = \"\xff\"\n");
    copy.write("evidence/controls.toml", "[[item]]\nid = \"a\x1b[2Jb\"\n");
    copy.append("sources.bib", "\n@online{x, title = {\xff}}\n");
    const Lines problems = copy.problems();
    const auto any_with = [&](const std::string& begin) {
        return std::any_of(problems.begin(), problems.end(),
                           [&](const std::string& line) { return line.starts_with(begin); });
    };
    EXPECT_TRUE(any_with("evidence/bytes.toml:2:")) << ::testing::PrintToString(problems);
    EXPECT_TRUE(any_with("evidence/controls.toml:2:")) << ::testing::PrintToString(problems);
    EXPECT_TRUE(any_with("sources.bib:")) << ::testing::PrintToString(problems);
}

TEST(HostileFolder, control_characters_written_as_escapes_are_errors_and_become_blanks) {
    CaseCopy copy;
    copy.replace("evidence/early.toml", "\"Joint statement: each", "\"Joint\\u001b[2J\\u009b \\u0000: each");
    copy.append("evidence/early.toml", "\"\\u0007\" = [\"\\u0008\"]\n");
    const Lines problems = copy.problems();
    EXPECT_EQ(problems, (Lines{"evidence/early.toml:9:12 control character written as an escape",
                               "evidence/early.toml:23:1 control character written as an escape",
                               "evidence/early.toml:23:1 unknown key ' '",
                               "evidence/early.toml:23:13 control character written as an escape"}));
    EXPECT_EQ(copy.read().items.at(0).text, "Joint [2J   : each would come to the other's help.");
}

TEST(HostileFolder, names_of_files_cannot_rule_the_terminal) {
    CaseCopy copy;
    copy.write("evidence/\x1b[2J.toml", "");
    copy.write("\xc2\x9b.txt", "");
    for (const auto& line : copy.problems()) {
        EXPECT_EQ(line.find('\x1b'), std::string::npos);
        EXPECT_EQ(line.find("\xc2\x9b"), std::string::npos);
    }
    EXPECT_EQ(copy.problems().size(), 2U);
}

TEST(HostileFolder, parts_that_lost_entries_are_marked_with_the_first_place) {
    CaseCopy copy;
    EXPECT_TRUE(copy.read().lost_in.empty());
    copy.append("evidence/early.toml", "\n[[item]]\nid = broken\n\n[[item]]\nid = broken\n");
    copy.append("sources.bib", "\n@online{x, title = {never closed\n");
    copy.append("claims.toml", "\n[[claim]]\nkind = \"verdict\"\n");
    copy.remove("meetings.toml");
    copy.write("meetings.toml/x", "");
    const evidence::Case which = copy.read();
    using evidence::CasePart;
    ASSERT_EQ(which.lost_in.size(), 4U);
    EXPECT_EQ(which.lost_in.at(CasePart::Items).line, 25);
    EXPECT_EQ(which.lost_in.at(CasePart::Items).file, (copy / "evidence/early.toml").string());
    EXPECT_TRUE(which.lost_in.contains(CasePart::Sources));
    EXPECT_GT(which.lost_in.at(CasePart::Claims).line, 1);
    EXPECT_EQ(which.lost_in.at(CasePart::Meetings).file, (copy / "meetings.toml").string());
}

// The superuser reads everything; tests run by it give up that one right for a while. (Another user would not do: the
// folders above may be the superuser's alone.)
class WithoutTheRightToReadAll {
public:
    WithoutTheRightToReadAll() {
        if (::syscall(SYS_capget, &header_, before_.data()) != 0) std::abort();
        auto less = before_;
        less[0].effective &= ~((1U << CAP_DAC_OVERRIDE) | (1U << CAP_DAC_READ_SEARCH));
        if (::syscall(SYS_capset, &header_, less.data()) != 0) std::abort();
    }
    WithoutTheRightToReadAll(const WithoutTheRightToReadAll&) = delete;
    WithoutTheRightToReadAll& operator=(const WithoutTheRightToReadAll&) = delete;
    ~WithoutTheRightToReadAll() {
        if (::syscall(SYS_capset, &header_, before_.data()) != 0) std::abort();
    }

private:
    __user_cap_header_struct header_{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> before_{};
};

TEST(HostileFolder, unreadable_files_and_folders_are_errors_and_the_rest_is_read) {
    CaseCopy copy;
    ::chmod((copy / "claims.toml").c_str(), 0);
    ::chmod((copy / "scenarios").c_str(), 0);
    {
        const WithoutTheRightToReadAll restricted;
        const Lines problems = copy.problems();
        ASSERT_EQ(problems.size(), 2U) << ::testing::PrintToString(problems);
        EXPECT_TRUE(problems[0].starts_with("claims.toml:0:0 cannot be read")) << problems[0];
        EXPECT_TRUE(problems[1].starts_with("scenarios:0:0 the folder cannot be read")) << problems[1];
        EXPECT_EQ(copy.read().items.size(), 4U);
    }
    ::chmod((copy / "scenarios").c_str(), 0700);
}

TEST(HostileFolder, twenty_thousand_items_are_read) {
    CaseCopy copy;
    std::string text;
    for (int i = 0; i < 20000; ++i) {
        text += "[[item]]\nid = \"item-" + std::to_string(i) +
                "\"\ndate = 2003-05-01\nkind = \"words\"\nissues = [\"defence\"]\nactors = [\"AUL\"]\ntext = \"x\"\n"
                "sources = [\"ministry-2003\"]\n\n";
    }
    copy.write("evidence/many.toml", text);
    Problems problems;
    EXPECT_EQ(read_case(copy.folder(), problems).items.size(), 20004U);
    EXPECT_EQ(lines_of(problems), Lines{});
}

}  // namespace
}  // namespace entente::casefile
