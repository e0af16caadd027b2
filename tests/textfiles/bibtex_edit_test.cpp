#include "textfiles/bibtex_edit.hpp"

#include <gtest/gtest.h>

#include "textfiles/problem_lines.hpp"
#include "textfiles/tex_text.hpp"

namespace entente::textfiles {
namespace {

using Lines = std::vector<std::string>;

std::vector<BibEntry> read(const std::string& bytes) {
    Problems problems;
    auto entries = read_bibtex(bytes, "s.bib", problems);
    EXPECT_EQ(lines_of(problems), Lines{}) << bytes;
    return entries;
}

// The first entry after `change`.
template <typename Change>
std::string changed(const std::string& bytes, Change change) {
    const auto entries = read(bytes);
    auto text = text_of(entries.at(0));
    change(text);
    return replace_entry(bytes, entries.at(0), text);
}

TEST(BibtexEdit, an_entry_knows_its_bytes) {
    const std::string bytes = "% a\n@Article{key-1,\n  title = {T} # \"u\", year=1997}\nrest\n";
    const auto entry = read(bytes).at(0);
    EXPECT_EQ(bytes.substr(entry.begin, entry.end - entry.begin), "@Article{key-1,\n  title = {T} # \"u\", year=1997}");
    EXPECT_EQ(bytes.substr(entry.type_begin, entry.type_end - entry.type_begin), "Article");
    EXPECT_EQ(bytes.substr(entry.key_begin, entry.key_end - entry.key_begin), "key-1");
    const auto& title = entry.fields.at(0);
    EXPECT_EQ(bytes.substr(title.begin, title.value_end - title.begin), "title = {T} # \"u\"");
    EXPECT_EQ(bytes.substr(title.value_begin, title.value_end - title.value_begin), "{T} # \"u\"");
}

TEST(BibtexEdit, an_entry_that_says_the_same_keeps_its_bytes) {
    for (const std::string bytes :
         {"@misc{a, title = {J{\\\"o}rg --- {NATO}}, year = 1997, month = jan # \"~\" # {3}}\n", "@misc(a, x = \"y\")",
          "@MISC { a ,\r\n\tTitle = {T}\r\n}\r\n",
          "@string{n = {NATO}}\n@book{a, title = n # { deal}, title = {second}}"}) {
        EXPECT_EQ(changed(bytes, [](BibText&) {}), bytes);
    }
}

TEST(BibtexEdit, type_and_key_can_change) {
    EXPECT_EQ(changed("@Misc{a, title = {T}}",
                      [](BibText& text) {
                          text.type = "online";
                          text.key = "b-2017";
                      }),
              "@online{b-2017, title = {T}}");
}

TEST(BibtexEdit, a_changed_value_stands_in_the_place_of_the_old) {
    EXPECT_EQ(changed("@misc{a,\n  title = \"T\" # jan,\n  year  = 1997\n}\n",
                      [](BibText& text) { text.fields[0].value = "50 % of {x"; }),
              "@misc{a,\n  title = {50 \\% of \\textbraceleft{}x},\n  year  = 1997\n}\n");
}

TEST(BibtexEdit, a_field_that_goes_takes_its_line_with_it_if_it_has_one) {
    const auto without_title = [](BibText& text) { text.fields.erase(text.fields.begin()); };
    EXPECT_EQ(changed("@misc{a,\n  title = {T},\n  year  = 1997\n}\n", without_title), "@misc{a,\n  year  = 1997\n}\n");
    EXPECT_EQ(changed("@misc{a, title = {T}, year = 1997}", without_title), "@misc{a,  year = 1997}");
    EXPECT_EQ(changed("@misc{a, title = {T}}", without_title), "@misc{a, }");
}

TEST(BibtexEdit, fields_that_come_stand_where_they_usually_do) {
    const auto with_class_and_note = [](BibText& text) {
        text.fields.push_back({"note", "n"});
        text.fields.push_back({"class", "press"});
    };
    EXPECT_EQ(changed("@misc{a,\n  title = {T},\n  grade = {B2}\n}\n", with_class_and_note),
              "@misc{a,\n  title = {T},\n  class = {press},\n  grade = {B2},\n  note  = {n}\n}\n");
    EXPECT_EQ(changed("@misc{a}", with_class_and_note), "@misc{a,\n  class = {press},\n  note = {n},}");
    EXPECT_EQ(changed("@misc{a,\r\n  title = {T},\r\n}\r\n", with_class_and_note),
              "@misc{a,\r\n  title = {T},\r\n  class = {press},\r\n  note  = {n},\r\n}\r\n");
}

TEST(BibtexEdit, whatever_changes_reads_back_as_it_was_given) {
    const BibText wanted{
        "book", "new", {{"title", "A -- {b} ''c''"}, {"note", "日本 & Co."}, {"url", "https://a.b/c_d"}}};
    for (const std::string bytes :
         {"@misc{a}", "@misc{a,}", "@misc(a)", "@misc{a, title = {T}}", "@misc{a,\n title={T},\n}\n",
          "@misc{a, url = {x}, note = jan}", "@misc{a, author = {B}}"}) {
        const auto now = read(replace_entry(bytes, read(bytes).at(0), wanted));
        ASSERT_EQ(now.size(), 1U) << bytes;
        EXPECT_EQ(now[0].key, "new");
        for (const auto& field : wanted.fields) {
            ASSERT_NE(now[0].find(field.name), nullptr) << bytes;
            EXPECT_EQ(now[0].find(field.name)->value, field.value) << bytes;
        }
        EXPECT_EQ(now[0].fields.size(), wanted.fields.size()) << bytes;
    }
}

TEST(BibtexEdit, an_appended_entry_stands_after_one_blank_line) {
    const BibText entry{"misc", "a", {{"note", "n"}, {"title", "T"}}};
    const std::string text = "@misc{a,\n  title = {T},\n  note  = {n},\n}\n";
    EXPECT_EQ(append_entry("", entry), text);
    EXPECT_EQ(append_entry("@misc{b}", entry), "@misc{b}\n\n" + text);
    EXPECT_EQ(append_entry("@misc{b}\n\n", entry), "@misc{b}\n\n" + text);
}

TEST(BibtexEdit, a_removed_entry_leaves_what_stands_around_it) {
    const std::string bytes = "about\n\n@misc{a}\n\n@misc{b}\n";
    EXPECT_EQ(remove_entry(bytes, read(bytes).at(0)), "about\n\n@misc{b}\n");
    EXPECT_EQ(remove_entry(bytes, read(bytes).at(1)), "about\n\n@misc{a}\n\n");
    const std::string one_line = "@misc{a} @misc{b}";
    EXPECT_EQ(remove_entry(one_line, read(one_line).at(0)), " @misc{b}");
}

TEST(EncodeTex, text_is_decoded_to_itself) {
    for (const std::string text : {"",
                                   "plain",
                                   "{",
                                   "}",
                                   "a{b}c",
                                   "\\",
                                   "\\alpha",
                                   "~",
                                   "$5 & 6 % #7 a_b",
                                   "a--b---c",
                                   "``a'' 'b' `c`",
                                   "''''''",
                                   "-",
                                   "日米「同盟」",
                                   "naïve Łódź",
                                   "\\\"o {\\'e}",
                                   "\\textbraceleft",
                                   "x\\",
                                   "\"q\"",
                                   "--{}--"}) {
        EXPECT_EQ(decode_tex(encode_tex(text)), text) << encode_tex(text);
    }
    EXPECT_EQ(encode_tex("  two\n lines\t"), "two lines");
}

}  // namespace
}  // namespace entente::textfiles
