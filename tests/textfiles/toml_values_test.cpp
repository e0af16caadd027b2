#include "textfiles/toml_values.hpp"

#include <gtest/gtest.h>

namespace entente::textfiles {
namespace {

// The text with the value of `key` in its first block replaced by 7.
std::string with_seven(const std::string& text, const std::string& key) {
    Problems problems;
    const auto document = read_toml(text, "t.toml", problems);
    EXPECT_TRUE(problems.empty());
    const auto* value = document.blocks.front().table.find(key);
    EXPECT_NE(value, nullptr);
    return replace_values(document, {{value, "7"}});
}

TEST(TomlValues, a_number_goes_and_the_comment_behind_it_stays) {
    EXPECT_EQ(with_seven("[a]\nx   = -0.25  # why\ny = 2\n", "x"), "[a]\nx   = 7  # why\ny = 2\n");
    EXPECT_EQ(with_seven("[a]\nx=1", "x"), "[a]\nx=7");
    EXPECT_EQ(with_seven("[a]\r\nx = 1e-3\r\ny = 1\r\n", "x"), "[a]\r\nx = 7\r\ny = 1\r\n");
}

TEST(TomlValues, strings_end_where_their_quotes_do) {
    EXPECT_EQ(with_seven("[a]\nx = \"a \\\" # ]\" # b\n", "x"), "[a]\nx = 7 # b\n");
    EXPECT_EQ(with_seven("[a]\nx = 'a\\' # b\n", "x"), "[a]\nx = 7 # b\n");
    EXPECT_EQ(with_seven("[a]\nx = \"\"\"a\n\"b\" # \"\"\"\"\" # c\n", "x"), "[a]\nx = 7 # c\n");
}

TEST(TomlValues, lists_and_inline_tables_go_whole) {
    EXPECT_EQ(with_seven("[a]\nx = [ # ] not here\n  1, [2], \"]\",\n] # b\ny = 1\n", "x"), "[a]\nx = 7 # b\ny = 1\n");
    EXPECT_EQ(with_seven("[a]\nx = { b = \"}\", c = [1] } # d\n", "x"), "[a]\nx = 7 # d\n");
}

TEST(TomlValues, characters_of_several_bytes_and_a_byte_order_mark_do_not_shift_anything) {
    EXPECT_EQ(with_seven("\xEF\xBB\xBF"
                         "[a]\ny = \"ρ→同盟\"\nx = 1\n",
                         "x"),
              "\xEF\xBB\xBF"
              "[a]\ny = \"ρ→同盟\"\nx = 7\n");
    EXPECT_EQ(with_seven("\xEF\xBB\xBFx = 1\n", "x"), "\xEF\xBB\xBFx = 7\n");
}

TEST(TomlValues, several_values_of_one_line_are_replaced_together) {
    Problems problems;
    const auto document =
        read_toml("[a]\nx = { A = 0.95, \"同\" = 0.85, C = 0.7 }\nz = [1, 2, 3]\n", "t.toml", problems);
    const auto& table = document.blocks.front().table;
    const auto& letters = std::get<Table>(table.find("x")->data);
    const auto& numbers = std::get<Array>(table.find("z")->data);
    EXPECT_EQ(replace_values(document, {{&numbers[1], "20"}, {letters.find("C"), "0.1"}, {letters.find("A"), "1"}}),
              "[a]\nx = { A = 1, \"同\" = 0.85, C = 0.1 }\nz = [1, 20, 3]\n");
}

}  // namespace
}  // namespace entente::textfiles
