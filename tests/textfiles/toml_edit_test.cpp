#include <gtest/gtest.h>

#include <random>

#include "textfiles/problem_lines.hpp"
#include "textfiles/toml.hpp"

namespace entente::textfiles {
namespace {

Document read_without_problems(const std::string& bytes) {
    Problems problems;
    auto document = read_toml(bytes, "a.toml", problems);
    EXPECT_EQ(lines_of(problems), std::vector<std::string>{}) << bytes;
    return document;
}

std::string random_toml(std::mt19937& random) {
    const std::vector<std::string> lines{
        "# note", "", "x = 1", "y = [\n 1,\n 2 ]", "z = \"\"\"a\n[b]\n\"\"\"", "  ", "w = {v = 1} # é"};
    const bool crlf = random() % 2 == 0;
    std::string text = random() % 4 == 0 ? "\xEF\xBB\xBF" : "";
    for (int block = 0; block < 5; ++block) {
        text += block == 0 ? "" : "[[item]]\n";
        std::string used;
        for (int line = 0; line < 6; ++line) {
            const auto& chosen = lines[random() % lines.size()];
            const char key = chosen.empty() ? '#' : chosen.front();
            if (used.find(key) != std::string::npos) continue;
            if (key != '#' && key != ' ') used += key;
            text += chosen + "\n";
        }
    }
    if (random() % 2 == 0) text.pop_back();
    if (!crlf) return text;
    std::string with_returns;
    for (const char byte : text) with_returns += byte == '\n' ? "\r\n" : std::string(1, byte);
    return with_returns;
}

TEST(TomlEdit, replacing_a_block_by_its_own_text_changes_no_byte) {
    std::mt19937 random(7);
    std::size_t blocks = 0;
    for (int round = 0; round < 300; ++round) {
        const auto document = read_without_problems(random_toml(random));
        for (const auto& block : document.blocks) {
            const auto own = document.bytes.substr(block.begin, block.end - block.begin);
            ASSERT_EQ(replace_block(document, block, own), document.bytes);
            ++blocks;
        }
    }
    EXPECT_GT(blocks, 1200U);  // 300 files of at least four blocks
}

TEST(TomlEdit, blocks_do_not_overlap_and_nothing_but_comments_and_blank_lines_lies_between) {
    std::mt19937 random(8);
    for (int round = 0; round < 300; ++round) {
        const auto document = read_without_problems(random_toml(random));
        std::size_t end = document.bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
        const auto gap_is_empty = [&](std::size_t next) {
            const auto gap = document.bytes.substr(end, next - end);
            return gap.find_first_of("[=\"") == std::string::npos;
        };
        for (const auto& block : document.blocks) {
            ASSERT_GE(block.begin, end);
            ASSERT_TRUE(gap_is_empty(block.begin));
            end = block.end;
        }
        ASSERT_TRUE(gap_is_empty(document.bytes.size()));
    }
}

TEST(TomlEdit, only_the_bytes_of_the_block_change) {
    const auto document = read_without_problems("# head\r\n\r\n[[a]]\r\nx = 1\r\n\r\n# b\r\n[[b]]\r\ny = 2\r\n");
    EXPECT_EQ(replace_block(document, document.blocks.at(0), "[[a]]\nx = 9"),
              "# head\r\n\r\n[[a]]\r\nx = 9\r\n\r\n# b\r\n[[b]]\r\ny = 2\r\n");
    EXPECT_EQ(replace_block(document, document.blocks.at(1), "[[b]]\n"),
              "# head\r\n\r\n[[a]]\r\nx = 1\r\n\r\n[[b]]\r\n");
}

TEST(TomlEdit, an_appended_block_stands_after_one_blank_line) {
    const std::string block = "[[a]]\nx = 2\n";
    EXPECT_EQ(append_block(read_without_problems(""), block), block);
    EXPECT_EQ(append_block(read_without_problems("[[a]]"), block), "[[a]]\n\n" + block);
    EXPECT_EQ(append_block(read_without_problems("[[a]]\n"), block), "[[a]]\n\n" + block);
    EXPECT_EQ(append_block(read_without_problems("[[a]]\n\n"), "[[a]]\nx = 2"), "[[a]]\n\n" + block);
    EXPECT_EQ(append_block(read_without_problems("[[a]]\r\n"), block), "[[a]]\r\n\r\n[[a]]\r\nx = 2\r\n");
}

TEST(TomlEdit, a_removed_block_leaves_one_blank_line_between_its_neighbours) {
    const auto document = read_without_problems("# head\n\n[[a]]\nx = 1\n\n# b\n[[b]]\ny = 2\n\n[[c]]\n");
    EXPECT_EQ(remove_block(document, document.blocks.at(0)), "# head\n\n# b\n[[b]]\ny = 2\n\n[[c]]\n");
    EXPECT_EQ(remove_block(document, document.blocks.at(1)), "# head\n\n[[a]]\nx = 1\n\n[[c]]\n");
    EXPECT_EQ(remove_block(document, document.blocks.at(2)), "# head\n\n[[a]]\nx = 1\n\n# b\n[[b]]\ny = 2\n");
    const auto only = read_without_problems("[[a]]\nx = 1\n");
    EXPECT_EQ(remove_block(only, only.blocks.at(0)), "");
    const auto tight = read_without_problems("[[a]]\nx = 1\n[[b]]\n");
    EXPECT_EQ(remove_block(tight, tight.blocks.at(0)), "[[b]]\n");
}

TEST(TomlEdit, a_value_is_written_as_it_is_read) {
    const std::string text =
        "[\"a \\\"b\\\"\", 2017-02-10, 1, -1, 0.5, 1.0, 1e+300, true, [], { key = \"x\", \"odd key\" = [1] }, {}]";
    const auto document = read_without_problems("x = " + text);
    EXPECT_EQ(value_text(*document.blocks.at(0).table.find("x")), text);
}

TEST(TomlEdit, quoted_text_reads_back_as_itself) {
    const std::string text = "a \"b\" \\ 'c'\n\t\r日本 [x] # \x7F\x01 = {}";
    const auto document = read_without_problems("x = " + textfiles::quoted(text));
    EXPECT_EQ(std::get<std::string>(document.blocks.at(0).table.find("x")->data), text);
    EXPECT_EQ(textfiles::quoted("\x01\""), "\"\\u0001\\\"\"");
}

}  // namespace
}  // namespace entente::textfiles
