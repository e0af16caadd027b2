#include "casefile/edit.hpp"

#include <gtest/gtest.h>

#include "casefile/case_files.hpp"
#include "casefile/entry_values.hpp"
#include "core/text.hpp"
#include "file_edits.hpp"
#include "textfiles/bibtex.hpp"

namespace entente::casefile {
namespace {

// All entries of a file as a page would get them.
std::vector<Table> entries_in(const CaseFile& file, EntryKind kind) {
    std::vector<Table> entries;
    Problems ignored;
    if (kind == EntryKind::Source) {
        for (const auto& entry : textfiles::read_bibtex(file.bytes, file.path, ignored)) {
            Table fields = table({{"type", text(entry.type)}, {"key", text(entry.key)}});
            for (const auto& field : entry.fields) fields.entries.push_back({field.name, text(field.value), {}});
            entries.push_back(fields);
        }
        return entries;
    }
    for (const auto& block : textfiles::read_toml(file.bytes, file.path, ignored).blocks) {
        if (block.array_entry && block.name == name_of(kind)) entries.push_back(in_order(kind, block.table));
    }
    return entries;
}

// Every entry of every file is put back as it is. Returns how many there are.
std::size_t put_each_entry_back(const std::filesystem::path& folder) {
    Problems problems;
    std::size_t entries = 0;
    for (const auto& file : load_case_files(folder, problems)) {
        const auto kind = kind_in(file.path);
        if (!kind) continue;
        Edit all = of_file(file.path);
        for (const auto& entry : entries_in(file, *kind)) all.put.push_back({*kind, entry, name_in(*kind, entry), {}});
        entries += all.put.size();
        const Edited done = applied(all, file.bytes);
        EXPECT_EQ(done.problems, Lines{}) << file.path;
        EXPECT_TRUE(done.bytes == file.bytes) << file.path << " changed";
    }
    EXPECT_EQ(lines_of(problems), Lines{});
    return entries;
}

// More than a thousand entries: 333 sources and 319 items alone at the time of writing.
TEST(Edit, each_entry_of_the_shipped_case_goes_back_without_changing_a_byte) {
    EXPECT_GT(put_each_entry_back(std::filesystem::path(ENTENTE_SOURCE_DIR) / "cases/us-japan"), 1000U);
}

TEST(Edit, each_entry_of_the_test_cases_goes_back_without_changing_a_byte) {
    std::size_t entries = 0;
    for (const char* name : {"tiny", "two-coders", "series"}) {
        entries += put_each_entry_back(std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests/cases" / name);
    }
    EXPECT_GT(entries, 20U);
}

const char* const kItems =
    "# About this file.\n"
    "\n"
    "# ---- 2017 ----\n"
    "\n"
    "# The first.\n"
    "[[item]]\n"
    "id      = \"one\"  # its name\n"
    "# When it was.\n"
    "date    = 2017-02-10   # a Friday\n"
    "kind    = \"words\"\n"
    "actors  = [\"USA\", \"JPN\"]\n"
    "text    = \"Words.\"\n"
    "sources = [\n"
    "    \"a-2017\",  # the first report\n"
    "    { key = \"b-2017\", at = \"p. 3\" }\n"
    "]\n"
    "\n"
    "[[item]]\n"
    "id      = \"two\"\n"
    "date    = \"2017\"\n"
    "kind    = \"act\"\n"
    "actors  = [\"USA\"]\n"
    "text    = \"A deed.\"\n"
    "sources = [\"a-2017\"]\n";

Table first_item() {
    return *find_entry("evidence/a.toml", kItems, EntryKind::Item, id("one"));
}

TEST(Edit, a_changed_key_changes_its_line_alone) {
    const Edited done =
        put("evidence/a.toml", EntryKind::Item, with(first_item(), "kind", text("act")), id("one"), kItems);
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(done.bytes, replaced(kItems, "kind    = \"words\"", "kind    = \"act\""));
}

TEST(Edit, a_day_is_written_as_a_day_and_keeps_the_comment_behind_it) {
    const Edited done =
        put("evidence/a.toml", EntryKind::Item, with(first_item(), "date", text("2017-02-11")), id("one"), kItems);
    EXPECT_EQ(done.bytes, replaced(kItems, "date    = 2017-02-10 ", "date    = 2017-02-11 "));
}

TEST(Edit, a_month_is_written_as_text) {
    const Edited done =
        put("evidence/a.toml", EntryKind::Item, with(first_item(), "date", text("2017-02")), id("one"), kItems);
    EXPECT_EQ(done.bytes, replaced(kItems, "date    = 2017-02-10 ", "date    = \"2017-02\" "));
}

TEST(Edit, the_elements_of_a_list_keep_their_lines_and_comments) {
    const Table entry = first_item();
    Array sources = std::get<Array>(entry.find("sources")->data);
    sources.push_back(text("c-2017"));
    const Edited more =
        put("evidence/a.toml", EntryKind::Item, with(entry, "sources", {sources, {}}), id("one"), kItems);
    EXPECT_EQ(more.bytes, replaced(kItems, "at = \"p. 3\" }\n", "at = \"p. 3\" },\n    \"c-2017\",\n"));
    sources = {text("a-2017")};
    const Edited fewer =
        put("evidence/a.toml", EntryKind::Item, with(entry, "sources", {sources, {}}), id("one"), kItems);
    EXPECT_EQ(fewer.bytes, replaced(kItems, "    { key = \"b-2017\", at = \"p. 3\" }\n", ""));
}

TEST(Edit, a_key_that_is_new_stands_where_the_format_has_it) {
    const Edited done =
        put("evidence/a.toml", EntryKind::Item, with(first_item(), "issues", list({"trade"})), id("one"), kItems);
    EXPECT_EQ(done.bytes, replaced(kItems, "kind    = \"words\"\n", "kind    = \"words\"\nissues  = [\"trade\"]\n"));
}

TEST(Edit, a_key_that_is_gone_or_empty_takes_its_line_with_it) {
    const Table two = *find_entry("evidence/a.toml", kItems, EntryKind::Item, id("two"));
    const std::string expected = replaced(kItems, "text    = \"A deed.\"\n", "");
    EXPECT_EQ(put("evidence/a.toml", EntryKind::Item, without(two, "text"), id("two"), kItems).bytes, expected);
    EXPECT_EQ(put("evidence/a.toml", EntryKind::Item, with(two, "text", text("")), id("two"), kItems).bytes, expected);
}

TEST(Edit, a_new_entry_stands_at_the_end) {
    const Table entry = table({{"text", text("They said \"no\".\nTwice.")},
                               {"id", text("three")},
                               {"date", text("2018-01-02")},
                               {"kind", text("words")},
                               {"actors", list({"JPN"})},
                               {"sources", list({"a-2017"})}});
    const Edited done = put("evidence/a.toml", EntryKind::Item, entry, std::nullopt, kItems);
    EXPECT_EQ(done.bytes,
              std::string(kItems) +
                  "\n[[item]]\nid      = \"three\"\ndate    = 2018-01-02\nkind    = \"words\"\n"
                  "actors  = [\"JPN\"]\ntext    = \"They said \\\"no\\\".\\nTwice.\"\nsources = [\"a-2017\"]\n");
}

TEST(Edit, an_entry_that_is_taken_out_leaves_one_empty_line) {
    Edit edit = of_file("evidence/a.toml");
    edit.remove.push_back({EntryKind::Item, id("one"), {}});
    const std::string text = kItems;
    EXPECT_EQ(applied(edit, text).bytes,
              text.substr(0, text.find("# The first.")) + text.substr(text.find("[[item]]\nid      = \"two\"")));
    edit.remove = {{EntryKind::Item, id("two"), {}}};
    EXPECT_EQ(applied(edit, text).bytes, text.substr(0, text.find("\n[[item]]\nid      = \"two\"")));
}

TEST(Edit, several_changes_of_one_file_are_made_at_once) {
    Edit edit = of_file("evidence/a.toml");
    edit.put.push_back({EntryKind::Item, with(first_item(), "kind", text("act")), id("one"), {}});
    edit.remove.push_back({EntryKind::Item, id("two"), {}});
    const std::string now = replaced(kItems, "kind    = \"words\"", "kind    = \"act\"");
    EXPECT_EQ(applied(edit, kItems).bytes, now.substr(0, now.find("\n[[item]]\nid      = \"two\"")));
}

TEST(Edit, windows_line_ends_stay) {
    std::string windows;
    for (const char byte : std::string(kItems)) windows += byte == '\n' ? "\r\n" : std::string(1, byte);
    const Edited done =
        put("evidence/a.toml", EntryKind::Item, with(first_item(), "kind", text("act")), id("one"), windows);
    EXPECT_EQ(done.bytes, replaced(windows, "kind    = \"words\"", "kind    = \"act\""));
}

TEST(Edit, an_entry_that_is_not_there_and_one_that_is_changed_twice_are_problems) {
    EXPECT_EQ(put("evidence/a.toml", EntryKind::Item, first_item(), id("none"), kItems).problems,
              Lines{"0:0 the file has no item 'none'"});
    Edit edit = of_file("evidence/a.toml");
    edit.put = {{EntryKind::Item, first_item(), id("one"), {}}, {EntryKind::Item, first_item(), id("one"), {}}};
    EXPECT_EQ(applied(edit, kItems).problems, Lines{"0:0 the item 'one' is changed twice in one edit"});
}

TEST(Edit, a_key_that_the_format_does_not_have_is_a_problem_whatever_it_holds) {
    const Edited done = put("evidence/a.toml", EntryKind::Item,
                            with(first_item(), "kind = \"act\"\n[[item]]\nid", text("x")), id("one"), kItems);
    ASSERT_EQ(done.problems.size(), 1U);
    EXPECT_EQ(done.problems.front().substr(0, 15), "0:0 unknown key");
}

TEST(Edit, files_outside_the_places_of_a_case_are_refused) {
    for (const char* file : {"", "case.toml", "claims.toml", "../evidence/a.toml", "evidence/../case.toml",
                             "/etc/passwd", "evidence/a.txt", "evidence/b/c.toml", "evidence/.toml",
                             "evidence/.hidden.toml", "codings/", "evidence\\a.toml", "evidence/", "sources.bib/",
                             "./sources.bib", "protocols/own.toml", "evidence/a\\..\\b.toml"}) {
        Problems problems;
        check_places(of_file(file), true, problems);
        EXPECT_TRUE(problems.has_errors()) << file;
    }
}

TEST(Edit, a_new_file_needs_a_plain_name) {
    for (const char* file :
         {"evidence/A b.toml", "evidence/%2e%2e.toml", "codings/first coder.toml", "evidence/....toml"}) {
        Problems problems;
        check_places(of_file(file), false, problems);
        EXPECT_TRUE(problems.has_errors()) << file;
    }
    Problems problems;
    check_places(of_file("codings/third.toml"), false, problems);
    EXPECT_FALSE(problems.has_errors());
}

TEST(Edit, a_file_holds_one_kind_of_entry) {
    EXPECT_EQ(put("codings/first.toml", EntryKind::Item, first_item(), std::nullopt, "").problems,
              Lines{"0:0 'codings/first.toml' holds no items"});
    Edit edit = of_file("evidence/a.toml");
    edit.read = {"one"};
    EXPECT_EQ(applied(edit, kItems).problems, Lines{"0:0 only a coder's file says what was read"});
}

const char* const kMeetings =
    "# Meetings.\n"
    "\n"
    "[[meeting]]\n"
    "id           = \"summit\"   # invented\n"
    "date         = 2017-02-10\n"
    "place        = \"A town\"\n"
    "\n"
    "# The first promise.\n"
    "[[meeting.promise]]\n"
    "text  = \"More apples.\"  # as stated\n"
    "state = \"open\"\n"
    "\n"
    "[[meeting.promise]]\n"
    "text  = \"Fewer pears.\"\n"
    "state = \"open\"\n"
    "\n"
    "[[meeting]]\n"
    "id = \"call\"\n";

Value promise(const std::string& words, const std::string& state) {
    return {table({{"text", text(words)}, {"state", text(state)}}), {}};
}

TEST(Edit, a_promise_of_a_meeting_changes_alone) {
    const Table entry = *find_entry("meetings.toml", kMeetings, EntryKind::Meeting, id("summit"));
    const Array kept{promise("More apples.", "kept"), promise("Fewer pears.", "open")};
    EXPECT_EQ(
        put("meetings.toml", EntryKind::Meeting, with(entry, "promise", {kept, {}}), id("summit"), kMeetings).bytes,
        replaced(kMeetings, "state = \"open\"", "state = \"kept\""));
    const Array one{promise("Fewer pears.", "open")};
    EXPECT_EQ(
        put("meetings.toml", EntryKind::Meeting, with(entry, "promise", {one, {}}), id("summit"), kMeetings).bytes,
        replaced(kMeetings,
                 "# The first promise.\n[[meeting.promise]]\ntext  = \"More apples.\"  # as stated\nstate = "
                 "\"open\"\n\n",
                 ""));
}

TEST(Edit, promises_come_and_go_with_the_lines_of_their_meeting_untouched) {
    const Table summit = *find_entry("meetings.toml", kMeetings, EntryKind::Meeting, id("summit"));
    const std::string all = kMeetings;
    const auto first = all.find("\n# The first promise.");
    const auto last = all.find("\n[[meeting]]\nid = \"call\"");
    EXPECT_EQ(put("meetings.toml", EntryKind::Meeting, without(summit, "promise"), id("summit"), kMeetings).bytes,
              all.substr(0, first) + all.substr(last));
    const Table call = *find_entry("meetings.toml", kMeetings, EntryKind::Meeting, id("call"));
    const Array one{promise("Write soon.", "open")};
    EXPECT_EQ(put("meetings.toml", EntryKind::Meeting, with(call, "promise", {one, {}}), id("call"), kMeetings).bytes,
              all + "\n[[meeting.promise]]\ntext  = \"Write soon.\"\nstate = \"open\"\n");
}

TEST(Edit, a_coders_file_begins_with_its_coder) {
    Edit edit = of_file("codings/third.toml");
    edit.coder = {"Coded for a test.", true};
    edit.read = {"one"};
    edit.put.push_back({EntryKind::Coding,
                        table({{"item", text("two")},
                               {"theory", text("walt-1997")},
                               {"factor", text("credibility/will")},
                               {"specificity", {std::int64_t{1}, {}}},
                               {"against", {table({{"searched", text("Everywhere")}}), {}}}}),
                        std::nullopt,
                        {}});
    EXPECT_EQ(applied(edit, "").bytes,
              "coder = \"third\"\nabout = \"Coded for a test.\"\nblind = true\nread  = [\"one\"]\n"
              "\n[[coding]]\nitem        = \"two\"\ntheory      = \"walt-1997\"\nfactor      = \"credibility/will\"\n"
              "against     = { searched = \"Everywhere\" }\nspecificity = 1.0\n");
}

TEST(Edit, items_read_join_and_leave_the_list_of_their_coder) {
    const std::string head =
        "# Whose file this is.\ncoder = \"first\"\nread  = [\n    \"one\",  # nothing in it\n    \"two\"\n]\n\n# ---- "
        "2017\n";
    Edit edit = of_file("codings/first.toml");
    edit.read = {"three", "one"};
    EXPECT_EQ(applied(edit, head).bytes, replaced(head, "    \"two\"\n", "    \"two\",\n    \"three\",\n"));
    edit.read = {};
    edit.unread = {"one", "never"};
    EXPECT_EQ(applied(edit, head).bytes, replaced(head, "    \"one\",  # nothing in it\n", ""));
    edit.unread = {"one", "two"};
    EXPECT_EQ(applied(edit, head).bytes, "# Whose file this is.\ncoder = \"first\"\n\n# ---- 2017\n");
    edit.unread = {};
    edit.read = {"one"};
    EXPECT_EQ(applied(edit, "coder = \"first\"\nread = [\"zero\"] # so far\n").bytes,
              "coder = \"first\"\nread = [\"zero\", \"one\"] # so far\n");
}

TEST(Edit, a_coding_is_known_by_item_factor_and_baseline) {
    const std::string file =
        "coder = \"first\"\n\n[[coding]]\nitem = \"one\"\ntheory = \"t\"\nfactor = \"f\"\nbaseline = \"early\"\n"
        "note = \"a\"\n\n[[coding]]\nitem = \"one\"\ntheory = \"t\"\nfactor = \"f\"\nbaseline = \"late\"\nnote = "
        "\"b\"\n";
    EntryName name;
    name.item = "one";
    name.factor = "f";
    name.baseline = "late";
    Edit edit = of_file("codings/first.toml");
    edit.remove.push_back({EntryKind::Coding, name, {}});
    EXPECT_EQ(applied(edit, file).bytes, file.substr(0, file.rfind("\n[[coding]]")));
    const Table coding = *find_entry("codings/first.toml", file, EntryKind::Coding, name);
    EXPECT_EQ(put("codings/first.toml", EntryKind::Coding, with(coding, "note", text("c")), name, file).bytes,
              replaced(file, "note = \"b\"", "note = \"c\""));
}

// A page sends specificity, and for `outside` direction and novelty, whether the file says them or not.
TEST(Edit, a_default_that_is_said_is_no_change) {
    const std::string file =
        "coder = \"first\"\n\n[[coding]]\nitem = \"one\"\ntheory = \"t\"\nfactor = \"outside\"\nbaseline = \"early\"\n";
    EntryName name;
    name.item = "one";
    name.factor = "outside";
    name.baseline = "early";
    Table coding = *find_entry("codings/first.toml", file, EntryKind::Coding, name);
    coding = with(coding, "specificity", {std::int64_t{1}, {}});
    coding = with(with(coding, "direction", text("endurance")), "novelty", text("continuity"));
    EXPECT_EQ(put("codings/first.toml", EntryKind::Coding, coding, name, file).bytes, file);
    EXPECT_EQ(put("codings/first.toml", EntryKind::Coding, with(coding, "specificity", {0.5, {}}), name, file).bytes,
              file + "specificity = 0.5\n");
}

}  // namespace
}  // namespace entente::casefile
