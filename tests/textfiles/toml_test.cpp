#include "textfiles/toml.hpp"

#include <gtest/gtest.h>

#include "textfiles/problem_lines.hpp"

namespace entente::textfiles {
namespace {

using Lines = std::vector<std::string>;

std::vector<std::string> names_in(const Document& document) {
    std::vector<std::string> names;
    for (const auto& block : document.blocks)
        names.push_back(block.array_entry ? "[[" + block.name + "]]" : block.name);
    return names;
}

std::string text_of(const Document& document, std::size_t block) {
    const auto& chosen = document.blocks.at(block);
    return document.bytes.substr(chosen.begin, chosen.end - chosen.begin);
}

TEST(Toml, an_empty_file_has_no_blocks_and_no_problems) {
    for (const std::string bytes : {"", "\n", "# only a comment", "\xEF\xBB\xBF", " \t\r\n"}) {
        Problems problems;
        EXPECT_TRUE(read_toml(bytes, "a.toml", problems).blocks.empty());
        EXPECT_EQ(lines_of(problems), Lines{});
    }
}

TEST(Toml, every_type_of_value_keeps_its_place) {
    Problems problems;
    const auto document =
        read_toml("[a]\ntext = \"日本\"\nb = [1, 2.5]\nc = { d = true }\ne = 2017-02-10\n", "a.toml", problems);
    ASSERT_EQ(lines_of(problems), Lines{});
    const auto& table = document.blocks.at(0).table;
    ASSERT_EQ(table.entries.size(), 4U);
    EXPECT_EQ(table.entries[0].key, "text");
    EXPECT_EQ(std::get<std::string>(table.find("text")->data), "日本");
    EXPECT_EQ(table.entries[0].where, (Position{"a.toml", 2, 1}));
    EXPECT_EQ(table.find("text")->where, (Position{"a.toml", 2, 8}));
    const auto& list = std::get<Array>(table.find("b")->data);
    EXPECT_EQ(std::get<std::int64_t>(list.at(0).data), 1);
    EXPECT_EQ(std::get<double>(list.at(1).data), 2.5);
    EXPECT_EQ(list.at(1).where, (Position{"a.toml", 3, 9}));
    EXPECT_TRUE(std::get<bool>(std::get<Table>(table.find("c")->data).find("d")->data));
    EXPECT_EQ(std::get<Day>(table.find("e")->data), (Day{std::chrono::year{2017} / 2 / 10}));
    EXPECT_EQ(table.find("missing"), nullptr);
}

TEST(Toml, keys_before_the_first_header_form_a_block_without_name) {
    Problems problems;
    const auto document = read_toml("# about\n\n# the id\nid = 1\n\n[a]\nb = 2\n", "a.toml", problems);
    EXPECT_EQ(names_in(document), (Lines{"", "a"}));
    EXPECT_EQ(text_of(document, 0), "# the id\nid = 1\n");
    EXPECT_EQ(document.blocks[0].table.where, (Position{"a.toml", 1, 1}));
}

TEST(Toml, an_array_entry_is_its_own_table_with_its_sub_tables) {
    Problems problems;
    const auto document = read_toml(
        "[[item]]\nid = \"a\"\n[item.quote]\ntext = \"q\"\n[[item.part]]\nn = 1\n[[item.part]]\nn = 2\n\n[[item]]\nid "
        "= \"b\"\n",
        "a.toml", problems);
    ASSERT_EQ(lines_of(problems), Lines{});
    ASSERT_EQ(names_in(document), (Lines{"[[item]]", "[[item]]"}));
    const auto& table = document.blocks[0].table;
    EXPECT_EQ(std::get<std::string>(std::get<Table>(table.find("quote")->data).find("text")->data), "q");
    const auto& parts = std::get<Array>(table.find("part")->data);
    ASSERT_EQ(parts.size(), 2U);
    EXPECT_EQ(std::get<Table>(parts[1].data).where, (Position{"a.toml", 7, 1}));
    EXPECT_EQ(document.blocks[1].where, (Position{"a.toml", 10, 1}));
    EXPECT_EQ(document.blocks[1].table.find("quote"), nullptr);
}

TEST(Toml, comments_belong_to_the_block_they_touch) {
    Problems problems;
    const auto document = read_toml(
        "[[a]]\nx = 1\n# after\n\n# alone\n\n# before\n# too\n[[a]]\n# inside\nx = 2\n# last", "a.toml", problems);
    ASSERT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(text_of(document, 0), "[[a]]\nx = 1\n# after\n");
    EXPECT_EQ(text_of(document, 1), "# before\n# too\n[[a]]\n# inside\nx = 2\n# last");
}

TEST(Toml, headers_inside_strings_and_arrays_are_no_headers) {
    Problems problems;
    const auto document = read_toml(
        "[[a]]\nx = \"\"\"\n[[b]]\n\\\"\"\" [c]\n\"\"\"\ny = '''\n[d]'''\nz = [\n  [1],\n[\"e\"], # ]\n[true]\n]\nw = "
        "\"[f] # \\\" \"\n[[a]]\n",
        "a.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(names_in(document), (Lines{"[[a]]", "[[a]]"}));
    EXPECT_EQ(document.blocks.at(0).table.entries.size(), 4U);
}

TEST(Toml, each_broken_block_is_reported_and_the_good_ones_are_kept) {
    Problems problems;
    const auto document = read_toml("[[a]]\nx = 1\n[[a]]\nx = = 2\n[[a]]\nx = 3\n[[a]\nx = 4\n[b]\ny 5\n[c]\nz = 6\n",
                                    "a.toml", problems);
    EXPECT_EQ(names_in(document), (Lines{"[[a]]", "[[a]]", "c"}));
    EXPECT_EQ(places_of(problems), (Lines{"4:5", "7:5", "10:3"}));
}

TEST(Toml, a_line_that_is_one_bracket_is_a_syntax_error) {
    for (const std::string bytes : {"[", "[\n", "[[", "[]", "[[]]", "[a", "[a.", "[\"", "x = [", "x", "=", "\"\"\""}) {
        Problems problems;
        EXPECT_TRUE(read_toml(bytes, "a.toml", problems).blocks.empty()) << bytes;
        EXPECT_EQ(lines_of(problems).size(), 1U) << bytes;
    }
}

TEST(Toml, an_open_multi_line_string_ends_at_the_next_header) {
    Problems problems;
    const auto document = read_toml("[[a]]\nx = \"\"\"open\n[[a]]\nx = 2\n[[a]]\nx = 3\n", "a.toml", problems);
    EXPECT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(lines_of(problems), Lines{"2:5 string is not closed before the next block"});
}

TEST(Toml, an_open_multi_line_string_does_not_pair_with_the_next_one) {
    Problems problems;
    const auto document =
        read_toml("[[a]]\nx = \"\"\"open\n[[a]]\nx = 2\n[[a]]\nx = \"\"\"\ntext\n\"\"\"\n[[a]]\nx = '''\n'''\n",
                  "a.toml", problems);
    EXPECT_EQ(document.blocks.size(), 3U);
    EXPECT_EQ(lines_of(problems), Lines{"2:5 string is not closed before the next block"});
}

TEST(Toml, an_open_string_ends_with_its_line) {
    for (const std::string end : {"\n", "\r\n"}) {
        Problems problems;
        const auto document = read_toml("[[a]]\nx = \"open" + end + "y = 1\n[[a]]\n", "a.toml", problems);
        EXPECT_EQ(document.blocks.size(), 1U);
        EXPECT_EQ(lines_of(problems), Lines{"2:10 string is not closed before the end of the line"});
    }
}

TEST(Toml, an_open_array_or_inline_table_ends_at_the_next_header) {
    Problems problems;
    const auto document = read_toml("[a]\nx = [1,\n[[b]]\ny = { z = 1\n[[b]]\ny = 1\n", "a.toml", problems);
    EXPECT_EQ(names_in(document), Lines{"[[b]]"});
    EXPECT_EQ(lines_of(problems), (Lines{"2:5 bracket is not closed before the next block",
                                         "4:5 bracket is not closed before the next block"}));
}

TEST(Toml, repeated_tables_are_reported_at_the_second) {
    Problems problems;
    const auto document =
        read_toml("c = 1\n[a]\n[[b]]\n[a]\n[[a]]\n[b]\n[b.x]\n[[b]]\n[a.y]\n[c]\n", "a.toml", problems);
    EXPECT_EQ(names_in(document), (Lines{"", "a", "[[b]]", "[[b]]"}));
    EXPECT_EQ(places_of(problems), (Lines{"4:1", "5:1", "6:1", "9:1", "10:1"}));
    EXPECT_EQ(lines_of(problems).at(0), "4:1 [a] stands here a second time; the first is in line 2");
}

TEST(Toml, a_table_may_follow_its_first_part) {
    Problems problems;
    const auto document = read_toml("[a.b]\nx = 1\n[a]\ny = 2\n", "a.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(names_in(document), Lines{"a"});
}

TEST(Toml, letters_outside_strings_are_no_blanks) {
    for (const std::string bytes : {"x é = 1", "é = 1", "x = é", "x = 1é", "x = [é]", "[é]", "x = 1 ぁ", "x ﷐ = 1"}) {
        Problems problems;
        EXPECT_TRUE(read_toml(bytes, "a.toml", problems).blocks.empty()) << bytes;
        EXPECT_EQ(lines_of(problems).size(), 1U) << bytes;
    }
}

TEST(Toml, bytes_that_are_not_utf8_and_control_characters_are_reported_in_their_place) {
    Problems problems;
    const auto document = read_toml("[a]\nx = \"日\xFF\"\n[b]\ny = \"\x01\"\n[c]\n", "a.toml", problems);
    EXPECT_EQ(lines_of(problems), (Lines{"2:7 this byte is not UTF-8", "4:6 control character"}));
    EXPECT_EQ(document.bytes, "[a]\nx = \"日\xFF\"\n[b]\ny = \"\x01\"\n[c]\n");
}

TEST(Toml, deep_nesting_is_refused) {
    std::string brackets = "x = " + std::string(100000, '[');
    std::string dots = "a";
    for (int i = 0; i < 100000; ++i) dots += ".a";
    for (const auto& bytes :
         {brackets + std::string(100000, ']'), dots + " = 1", "[" + dots + "]", "x = {" + dots + " = 1}"}) {
        Problems problems;
        EXPECT_TRUE(read_toml(bytes, "a.toml", problems).blocks.empty());
        EXPECT_EQ(lines_of(problems).at(0).substr(lines_of(problems).at(0).find(' ')), " values are nested too deeply");
    }
}

TEST(Toml, brackets_that_open_without_end_are_refused) {
    for (const char bracket : {'[', '{'}) {
        Problems problems;
        EXPECT_TRUE(read_toml("x = " + std::string(100000, bracket), "a.toml", problems).blocks.empty());
        EXPECT_EQ(lines_of(problems), Lines{"1:5 bracket is not closed before the next block"});
    }
}

TEST(Toml, blocks_in_a_string_without_end_are_found_again_whatever_follows) {
    Problems problems;
    const auto document =
        read_toml("[[a]]\nx = \"\"\"open\n[[a]]\ny = \"\"\"b\"\"\"\n[[a]]\nz = 1\n", "a.toml", problems);
    EXPECT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(lines_of(problems), Lines{"2:5 string is not closed before the next block"});
}

TEST(Toml, a_line_in_a_good_string_that_looks_like_a_header_does_not_hide_an_earlier_mistake) {
    Problems problems;
    const auto document = read_toml("[[a]]\nx 1\ny = \"\"\"\n[sic]\n\"\"\"\n[[a]]\nz = 1\n", "a.toml", problems);
    EXPECT_EQ(document.blocks.size(), 1U);
    EXPECT_EQ(places_of(problems), Lines{"2:3"});
}

TEST(Toml, the_first_of_two_open_strings_in_one_block_is_reported) {
    Problems problems;
    const auto document = read_toml("[a]\nx = \"\"\"\n[a.b]\ny = '''\n[c]\n", "a.toml", problems);
    EXPECT_EQ(document.blocks.size(), 1U);
    EXPECT_EQ(lines_of(problems), Lines{"2:5 string is not closed before the next block"});
}

TEST(Toml, thirty_levels_are_not_deep) {
    Problems problems;
    const auto document = read_toml("x = " + std::string(30, '[') + std::string(30, ']'), "a.toml", problems);
    EXPECT_EQ(lines_of(problems), Lines{});
    EXPECT_EQ(document.blocks.size(), 1U);
}

TEST(Toml, a_byte_order_mark_takes_no_column) {
    Problems problems;
    const auto document = read_toml("\xEF\xBB\xBFid = 1\r\n[a]\r\n", "a.toml", problems);
    ASSERT_EQ(document.blocks.size(), 2U);
    EXPECT_EQ(document.blocks[0].table.find("id")->where, (Position{"a.toml", 1, 6}));
    EXPECT_EQ(document.blocks[0].begin, 3U);
}

TEST(Toml, a_thousand_problems_are_enough) {
    std::string bytes;
    for (int i = 0; i < 5000; ++i) bytes += "[\n";
    Problems problems;
    EXPECT_TRUE(read_toml(bytes, "a.toml", problems).blocks.empty());
    EXPECT_EQ(lines_of(problems).size(), 1001U);
}

TEST(Toml, a_month_without_quotation_marks_is_told_to_have_them) {
    Problems problems;
    static_cast<void>(read_toml("[[item]]\nid = \"a\"\ndate = 2017-05  # about\n", "a.toml", problems));
    ASSERT_EQ(problems.sorted().size(), 1U);
    EXPECT_EQ(problems.sorted()[0].where.line, 3);
    EXPECT_EQ(problems.sorted()[0].what, "the month 2017-05 stands without quotation marks");
    EXPECT_EQ(problems.sorted()[0].advice, "write an imprecise date in quotation marks: \"2017-05\"");
}

}  // namespace
}  // namespace entente::textfiles
