#include <gtest/gtest.h>

#include <map>

#include "case_copy.hpp"
#include "casefile/case_tables.hpp"

namespace entente::casefile {
namespace {

std::map<std::string, std::string> all_bytes(const std::filesystem::path& folder) {
    std::map<std::string, std::string> bytes;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        bytes[std::filesystem::relative(entry.path(), folder).string()] = bytes_of(entry.path());
    }
    return bytes;
}

std::string with(std::string text, const std::string& old, const std::string& now) {
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return text.replace(at, old.size(), now);
}

struct Imported {
    ImportReport report;
    Lines problems;
};

Imported import_into(const CaseCopy& copy, const std::string& csv, bool dry_run = false) {
    Problems problems;
    const ImportReport report = import_items(copy.folder(), csv, "items.csv", dry_run, problems);
    return {report, lines_of(problems, copy.folder().string())};
}

TEST(ImportItems, what_was_exported_changes_not_one_byte) {
    CaseCopy copy;
    copy.append(
        "evidence/late.toml",
        "\n[[item]]\nid = \"odd\" # a comment\ndate = \"2008\"\nkind = 'opinion'\nissues = []\nactors = [\"a; b\", "
        "\"'quoted'\", \"\\\"c\\\"\"]\ntext = \"\"\"\nTwo lines,\r\nand a tab\\t; =1+1\"\"\"\nquote = { text = "
        "\"=SUM(A1)\", lang = \"ja\", translation = \"+1\" }\nsources = [{ key = \"herald-2008\" , at = \" p. @ 3; "
        "\"}]\n"
        "rows = [\"-T1\"]\nperiod = [ \"late\" ]\n");
    const auto before = all_bytes(copy.folder());
    const Imported done = import_into(copy, items_csv(copy.read()));
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(done.report.unchanged, 5);
    EXPECT_EQ(done.report.changed + done.report.added, 0);
    EXPECT_TRUE(done.report.files.empty());
    EXPECT_EQ(all_bytes(copy.folder()), before);
}

TEST(ImportItems, one_changed_cell_changes_one_line_of_one_file) {
    CaseCopy copy;
    const auto before = all_bytes(copy.folder());
    const std::string csv = with(items_csv(copy.read()), ",2004-07,", ",2004-08,");
    const Imported done = import_into(copy, csv);
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(done.report.changed, 1);
    EXPECT_EQ(done.report.unchanged, 3);
    EXPECT_EQ(done.report.files, Lines{"evidence/early.toml"});
    auto expected = before;
    // The comment behind the value stays.
    expected["evidence/early.toml"] = with(before.at("evidence/early.toml"), "\"2004-07\" ", "\"2004-08\" ");
    EXPECT_EQ(all_bytes(copy.folder()), expected);
}

TEST(ImportItems, every_cell_can_be_changed) {
    const std::map<std::string, std::string> cells{{"kind", "opinion"},
                                                   {"issues", "trade; defence"},
                                                   {"actors", "NEW"},
                                                   {"text", "Other, \"quoted\"\nlines"},
                                                   {"rows", "T1; S2; \"a; b\""},
                                                   {"quote", "They said."},
                                                   {"quote_lang", "mi"},
                                                   {"quote_translation", "So."},
                                                   {"sources", "herald-2008 @ p. 9; ministry-2003"},
                                                   {"period", "early; late"},
                                                   {"grade", "C3"},
                                                   {"class", "expert"},
                                                   {"figures", "frigates-ordered"},
                                                   {"date", "2003"}};
    for (const auto& [column, cell] : cells) {
        CaseCopy copy;
        std::string quoted;
        for (const char character : cell) quoted.append(character == '"' ? 2 : 1, character);
        const Imported done = import_into(copy, "id," + column + "\njoint-statement-2003-05-01,\"" + quoted + "\"\n");
        EXPECT_EQ(done.problems, Lines{}) << column;
        EXPECT_EQ(done.report.changed, 1) << column;
        const std::string csv = items_csv(copy.read());
        EXPECT_EQ(import_into(copy, csv).report.unchanged, 4) << column;
        EXPECT_NE(csv.find(quoted), std::string::npos) << csv;
    }
}

TEST(ImportItems, spare_semicolons_and_blanks_in_a_list_do_not_matter) {
    CaseCopy copy;
    const Imported done = import_into(copy, "id,rows,issues\njoint-statement-2003-05-01,; S2 ;T1;; , defence ;\n");
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(copy.read().items.at(0).rows, (Lines{"S2", "T1"}));
    EXPECT_EQ(copy.read().items.at(0).issues, Lines{"defence"});
}

TEST(ImportItems, keys_come_and_go_and_other_lines_stay) {
    CaseCopy copy;
    const std::string before = copy.bytes("evidence/early.toml");
    Imported done = import_into(copy, "id,quote,quote_lang,grade\njoint-statement-2003-05-01,,,B1\n");
    EXPECT_EQ(done.problems, Lines{});
    std::string expected = with(before, "quote    = { text = \"We stand together.\", lang = \"en\" }\n", "");
    expected = with(expected, "rows     = [\"T001\"]\n", "rows     = [\"T001\"]\ngrade    = \"B1\"\n");
    EXPECT_EQ(copy.bytes("evidence/early.toml"), expected);
    done = import_into(copy, "id,quote,quote_lang,grade\njoint-statement-2003-05-01,We stand together.,en,\n");
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(copy.bytes("evidence/early.toml"), before);
}

TEST(ImportItems, columns_that_are_left_out_keep_what_the_case_says) {
    CaseCopy copy;
    const Imported done = import_into(copy, "id,kind\njoint-statement-2003-05-01,words\n");
    EXPECT_EQ(done.report.unchanged, 1);
    EXPECT_EQ(done.problems, Lines{});
}

TEST(ImportItems, new_rows_are_appended) {
    CaseCopy copy;
    const auto before = all_bytes(copy.folder());
    const std::string csv =
        "id,date,kind,issues,actors,text,sources,file\n"
        "ship-2009,2009-03-04,act,defence,AUL,A ship.,herald-2008 @ p. 4,\n"
        "ship-2010,2010-03,act,defence; trade,AUL; NEW,Another ship.,herald-2008,\n"
        "ship-2011,2011,act,,AUL,A third ship.,herald-2008,evidence/late.toml\n";
    const Imported done = import_into(copy, csv);
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(done.report.added, 3);
    EXPECT_EQ(done.report.files, (Lines{"evidence/imported.toml", "evidence/late.toml"}));
    EXPECT_EQ(copy.bytes("evidence/imported.toml"), R"([[item]]
id      = "ship-2009"
date    = 2009-03-04
kind    = "act"
issues  = ["defence"]
actors  = ["AUL"]
text    = "A ship."
sources = [{ key = "herald-2008", at = "p. 4" }]

[[item]]
id      = "ship-2010"
date    = "2010-03"
kind    = "act"
issues  = ["defence", "trade"]
actors  = ["AUL", "NEW"]
text    = "Another ship."
sources = ["herald-2008"]
)");
    EXPECT_TRUE(copy.bytes("evidence/late.toml").starts_with(before.at("evidence/late.toml") + "\n[[item]]\n"));
    EXPECT_EQ(copy.read().items.size(), 7U);
}

TEST(ImportItems, a_dry_run_writes_nothing) {
    CaseCopy copy;
    const auto before = all_bytes(copy.folder());
    const Imported done = import_into(copy, with(items_csv(copy.read()), ",2004-07,", ",2004-08,"), true);
    EXPECT_EQ(done.report.changed, 1);
    EXPECT_EQ(done.report.files, Lines{"evidence/early.toml"});
    EXPECT_EQ(all_bytes(copy.folder()), before);
}

TEST(ImportItems, one_wrong_row_keeps_all_from_being_written) {
    CaseCopy copy;
    const auto before = all_bytes(copy.folder());
    std::string csv = with(items_csv(copy.read()), ",2004-07,", ",2004-08,");
    csv = with(csv, ",act,", ",deed,");
    csv = with(csv, ",absence,", ",words,");
    const Imported done = import_into(copy, csv);
    EXPECT_EQ(done.problems,
              (Lines{"items.csv:4:1 'kind' should be one of words, opinion, act, structural, absence, but is \"deed\"",
                     "items.csv:5:1 'searched' belongs to items of kind absence only",
                     "items.csv:5:1 'sources' is missing"}));
    EXPECT_EQ(done.report.changed, 0);
    EXPECT_EQ(all_bytes(copy.folder()), before);
}

TEST(ImportItems, a_case_with_errors_is_not_touched) {
    CaseCopy copy;
    const std::string csv = with(items_csv(copy.read()), ",2004-07,", ",2004-08,");
    copy.append("meetings.toml", "\n[[meeting]]\nid = \"x\"\n");
    const auto before = all_bytes(copy.folder());
    EXPECT_FALSE(import_into(copy, csv).problems.empty());
    EXPECT_EQ(all_bytes(copy.folder()), before);
}

TEST(ImportItems, a_file_outside_evidence_is_refused) {
    for (const char* file : {"../evil.toml", "evidence/../../evil.toml", "/etc/evil.toml", "evidence/a/b.toml",
                             "case.toml", "evidence/.toml", "evidence/A.toml", "evidence/x.csv"}) {
        CaseCopy copy;
        const auto before = all_bytes(copy.folder());
        const Imported done =
            import_into(copy, "id,date,kind,issues,actors,text,sources,file\nx,2009,act,,AUL,T,herald-2008," +
                                  std::string(file) + "\n");
        EXPECT_EQ(done.problems, Lines{"items.csv:2:1 '" + std::string(file) + "' cannot be a file of evidence"});
        EXPECT_EQ(all_bytes(copy.folder()), before);
    }
}

TEST(ImportItems, an_item_is_not_moved_to_another_file) {
    CaseCopy copy;
    const Imported done = import_into(copy, "id,file\nno-exercise-2009,evidence/early.toml\n");
    EXPECT_EQ(done.problems, Lines{"items.csv:2:1 the item stands in another file: evidence/late.toml"});
}

TEST(ImportItems, unknown_and_missing_columns_and_double_rows_are_errors) {
    CaseCopy copy;
    EXPECT_EQ(
        import_into(copy, "ids,kind\na,words\n").problems,
        (Lines{"items.csv:1:1 the column 'id' is missing", "items.csv:1:1 unknown column 'ids'; did you mean 'id'?"}));
    EXPECT_EQ(import_into(copy, "id\nno-exercise-2009\nno-exercise-2009\n").problems,
              Lines{"items.csv:3:1 a second row about the same item"});
}

TEST(ImportItems, line_ends_of_windows_stay_in_files_that_have_them) {
    CaseCopy copy;
    std::string text;
    for (const char byte : copy.bytes("evidence/early.toml")) text += byte == '\n' ? "\r\n" : std::string(1, byte);
    copy.write("evidence/early.toml", text);
    const Imported done = import_into(copy, "id,date,grade\nport-agreement-2004,2004-08,B1\n");
    EXPECT_EQ(done.problems, Lines{});
    std::string expected = with(text, "\"2004-07\" ", "\"2004-08\" ");
    EXPECT_EQ(copy.bytes("evidence/early.toml"), expected + "grade    = \"B1\"\r\n");
}

TEST(ImportItems, a_block_of_dotted_keys_is_written_anew_below_its_comments) {
    CaseCopy copy;
    copy.append(
        "evidence/late.toml",
        "\n# Above.\n[[item]]\nid = \"dotted\"\nquote.text = \"q\"\ndate = \"2008\"\nquote.lang = \"en\"\nkind = "
        "\"act\"\nissues = []\nactors = [\"AUL\"]\ntext = \"t\"\nsources = [\"herald-2008\"]\n");
    const Imported done = import_into(copy, "id,quote\ndotted,r\n");
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_TRUE(copy.bytes("evidence/late.toml").ends_with(R"(
# Above.
[[item]]
id      = "dotted"
date    = "2008"
kind    = "act"
actors  = ["AUL"]
text    = "t"
quote   = { text = "r", lang = "en" }
sources = ["herald-2008"]
)"));
}

TEST(ImportItems, an_item_that_is_no_block_is_refused) {
    CaseCopy copy;
    copy.write(
        "evidence/inline.toml",
        "item = [{ id = \"inline\", date = \"2008\", kind = \"act\", issues = [], actors = [\"AUL\"], text = \"t\", "
        "sources = [\"herald-2008\"] }]\n");
    const auto before = all_bytes(copy.folder());
    EXPECT_EQ(import_into(copy, "id,text\ninline,u\n").problems,
              Lines{"evidence/inline.toml:0:0 an entry that should change is not written as a [[item]] of its own"});
    EXPECT_EQ(all_bytes(copy.folder()), before);
}

TEST(ImportItems, an_empty_list_of_issues_can_be_filled) {
    CaseCopy copy;
    copy.replace("evidence/early.toml", "issues   = [\"defence\"]", "issues   = []  # none yet");
    const std::string before = copy.bytes("evidence/early.toml");
    const Imported done = import_into(copy, "id,issues\njoint-statement-2003-05-01,trade\n");
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(copy.bytes("evidence/early.toml"), with(before, "issues   = []  # none yet", "issues   = [\"trade\"]"));
}

TEST(ImportItems, a_table_of_codings_is_recognised) {
    CaseCopy copy;
    Problems problems;
    import_items(copy.folder(), codings_csv(copy.read(), ""), "codings.csv", false, problems);
    ASSERT_EQ(problems.sorted().size(), 1U);
    EXPECT_EQ(problems.sorted()[0].what, "this is a table of codings");
    EXPECT_EQ(problems.sorted()[0].advice, "add --coder ID: whose codings they are");
}

TEST(ImportItems, a_table_with_semicolons_is_one_message) {
    CaseCopy copy;
    Problems problems;
    import_items(copy.folder(), "id;date;kind\na;2009-01-01;act\n", "items.csv", false, problems);
    EXPECT_EQ(lines_of(problems), Lines{"items.csv:1:1 the cells are separated by semicolons, not by commas"});
}

}  // namespace
}  // namespace entente::casefile
