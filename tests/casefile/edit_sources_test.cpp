#include <gtest/gtest.h>

#include "file_edits.hpp"

namespace entente::casefile {
namespace {

const char* const kSources =
    "% Sources.\n"
    "\n"
    "@article{herald-2008,\n"
    "  author = {M{\\\"u}ller, J{\\\"o}rg},\n"
    "  title  = {A {NATO} Deal},\n"
    "  journal = {Herald},\n"
    "  date   = {2008-06-02},\n"
    "  grade  = {B2}\n"
    "}\n"
    "\n"
    "@misc{last, title = {Last}}\n";

Table herald() {
    return *find_entry("sources.bib", kSources, EntryKind::Source, id("herald-2008"));
}

TEST(Edit, of_a_source_only_the_changed_field_is_written) {
    const Edited done =
        put("sources.bib", EntryKind::Source, with(herald(), "date", text("2008-06-03")), id("herald-2008"), kSources);
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(done.bytes, replaced(kSources, "{2008-06-02}", "{2008-06-03}"));
}

TEST(Edit, fields_of_a_source_come_and_go) {
    Table entry = with(without(herald(), "grade"), "class", text("press"));
    EXPECT_EQ(put("sources.bib", EntryKind::Source, entry, id("herald-2008"), kSources).bytes,
              replaced(kSources, "  date   = {2008-06-02},\n  grade  = {B2}\n",
                       "  date   = {2008-06-02},\n  class  = {press},\n"));
    entry = with(herald(), "depends-on", list({"last", "other"}));
    EXPECT_EQ(put("sources.bib", EntryKind::Source, entry, id("herald-2008"), kSources).bytes,
              replaced(kSources, "  grade  = {B2}\n", "  grade  = {B2},\n  depends-on = {last,other}\n"));
}

// Whatever stands in a title reads back as it was given.
TEST(Edit, braces_quotation_marks_accents_and_japanese_survive_a_source) {
    const std::vector<std::string> titles{"A {brace} and an } alone",
                                          "\"Quoted\" ``and'' 'so' --- on",
                                          "50 % of $3 & a_b #1 ~ \\alpha \\\"u",
                                          "Jörg Müller, Łódź — naïve",
                                          "日米同盟の将来：「安保」は{続く}か",
                                          "{",
                                          "}",
                                          "\\",
                                          "-",
                                          "@article{x,",
                                          "a -- b",
                                          "''''"};
    for (const auto& title : titles) {
        const Table entry = table({{"key", text("new-2020")}, {"type", text("online")}, {"title", text(title)}});
        const Edited done = put("sources.bib", EntryKind::Source, entry, std::nullopt, kSources);
        EXPECT_EQ(done.problems, Lines{}) << title;
        EXPECT_TRUE(done.bytes.starts_with(kSources));
        const auto back = find_entry("sources.bib", done.bytes, EntryKind::Source, id("new-2020"));
        ASSERT_TRUE(back) << title;
        EXPECT_EQ(std::get<std::string>(back->find("title")->data), title);
        EXPECT_EQ(std::get<std::string>(back->find("type")->data), "online");
        const Edited changed =
            put("sources.bib", EntryKind::Source, with(herald(), "title", text(title)), id("herald-2008"), kSources);
        EXPECT_EQ(changed.problems, Lines{}) << title;
        const auto again = find_entry("sources.bib", changed.bytes, EntryKind::Source, id("herald-2008"));
        ASSERT_TRUE(again) << title;
        EXPECT_EQ(std::get<std::string>(again->find("title")->data), title);
    }
}

TEST(Edit, a_new_source_stands_at_the_end_with_its_fields_in_order) {
    const Table entry = table({{"url", text("https://example.org/a_b%20c?x=1&y=2")},
                               {"key", text("new-2020")},
                               {"type", text("online")},
                               {"title", text("A title")},
                               {"class", text("press")}});
    EXPECT_EQ(put("sources.bib", EntryKind::Source, entry, std::nullopt, kSources).bytes,
              std::string(kSources) +
                  "\n@online{new-2020,\n  title = {A title},\n  class = {press},\n"
                  "  url   = {https://example.org/a_b%20c?x=1&y=2},\n}\n");
}

TEST(Edit, a_source_is_taken_out_whole) {
    Edit edit = of_file("sources.bib");
    edit.remove.push_back({EntryKind::Source, id("herald-2008"), {}});
    EXPECT_EQ(applied(edit, kSources).bytes, "% Sources.\n\n@misc{last, title = {Last}}\n");
}

TEST(Edit, what_cannot_be_a_source_is_a_problem) {
    const auto problems_of = [](const Table& entry) {
        return put("sources.bib", EntryKind::Source, entry, std::nullopt, kSources).problems.size();
    };
    const Table good = table({{"key", text("new-2020")}, {"title", text("T")}});
    EXPECT_EQ(problems_of(good), 0U);
    EXPECT_EQ(problems_of(with(good, "key", text("a}b"))), 1U);
    EXPECT_EQ(problems_of(with(good, "key", text("last"))), 1U);
    EXPECT_EQ(problems_of(with(good, "type", text("misc{"))), 1U);
    EXPECT_EQ(problems_of(with(good, "title} = x", text("T"))), 1U);
    EXPECT_EQ(problems_of(with(good, "url", text("https://example.org/{a b}"))), 1U);
    EXPECT_EQ(problems_of(with(good, "note", {table({{"a", text("b")}}), {}})), 1U);
}

// The rule of docs/case-format.md for `url`, of which the reader of a case only warns.
TEST(Edit, an_address_that_is_no_web_page_is_not_taken_up_but_may_stay) {
    const auto problems_of = [](const std::string& url, const std::string& standing) {
        const std::string file = std::string("@misc{old, title = {T}, url = {") + standing + "}}\n";
        const Table entry = table({{"key", text("old")}, {"title", text("New")}, {"url", text(url)}});
        return put("sources.bib", EntryKind::Source, entry, id("old"), file).problems.size();
    };
    EXPECT_EQ(problems_of("https://example.org/", "shelf-12"), 0U);
    EXPECT_EQ(problems_of("HTTP://example.org/", "shelf-12"), 0U);
    EXPECT_EQ(problems_of("shelf-12", "shelf-12"), 0U);
    EXPECT_EQ(problems_of("javascript:alert(1)", "shelf-12"), 1U);
    EXPECT_EQ(problems_of("www.example.org", "https://example.org/"), 1U);
    const Table added = table({{"key", text("new")}, {"title", text("T")}, {"url", text("javascript:alert(1)")}});
    EXPECT_EQ(put("sources.bib", EntryKind::Source, added, std::nullopt, kSources).problems.size(), 1U);
}

}  // namespace
}  // namespace entente::casefile
