#include <gtest/gtest.h>

#include "case_copy.hpp"
#include "casefile/case_tables.hpp"

namespace entente::casefile {
namespace {

struct Imported {
    ImportReport report;
    Lines problems;
};

Imported import_into(const CaseCopy& copy, const std::string& coder, const std::string& csv) {
    Problems problems;
    const ImportReport report = import_codings(copy.folder(), coder, csv, "sheets/codings.csv", false, problems);
    return {report, lines_of(problems, copy.folder().string())};
}

std::string with(std::string text, const std::string& old, const std::string& now) {
    const auto at = text.find(old);
    EXPECT_NE(at, std::string::npos) << old;
    return text.replace(at, old.size(), now);
}

TEST(ImportCodings, what_was_exported_changes_not_one_byte) {
    for (const char* coder : {"first", ""}) {
        CaseCopy copy;
        const std::string before = copy.bytes("codings/first.toml");
        const Imported done = import_into(copy, coder, codings_csv(copy.read(), coder));
        EXPECT_EQ(done.problems, Lines{});
        EXPECT_EQ(done.report.unchanged, 3);
        EXPECT_EQ(copy.bytes("codings/first.toml"), before);
    }
}

TEST(ImportCodings, one_changed_cell_changes_one_line) {
    CaseCopy copy;
    const std::string before = copy.bytes("codings/first.toml");
    const Imported done = import_into(copy, "first", with(codings_csv(copy.read(), ""), ",0.5,", ",0.25,"));
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(done.report.changed, 1);
    EXPECT_EQ(copy.bytes("codings/first.toml"), with(before, "specificity = 0.5", "specificity = 0.25"));
}

TEST(ImportCodings, the_same_number_written_otherwise_is_no_change) {
    CaseCopy copy;
    const std::string before = copy.bytes("codings/first.toml");
    const Imported done = import_into(copy, "first", with(codings_csv(copy.read(), ""), ",0.5,", ",0.50,"));
    EXPECT_EQ(done.report.changed, 0);
    EXPECT_EQ(copy.bytes("codings/first.toml"), before);
}

TEST(ImportCodings, a_comparator_can_take_the_place_of_a_search) {
    CaseCopy copy;
    const Imported done = import_into(
        copy, "first",
        "item,theory,factor,baseline,against,searched\nno-exercise-2009,walt-1997,institutionalisation,early,"
        "port-agreement-2004,\n");
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(copy.read().coders.at(0).codings.at(1).against, "port-agreement-2004");
    EXPECT_EQ(copy.read().coders.at(0).codings.at(1).searched, "");
}

TEST(ImportCodings, both_a_comparator_and_a_search_are_an_error) {
    CaseCopy copy;
    const Imported done = import_into(copy, "first",
                                      "item,theory,factor,baseline,against\nno-exercise-2009,walt-1997,"
                                      "institutionalisation,early,port-agreement-2004\n");
    EXPECT_EQ(done.problems, Lines{"sheets/codings.csv:2:1 both 'against' and 'searched'"});
}

TEST(ImportCodings, another_aspect_or_baseline_is_another_coding) {
    CaseCopy copy;
    const std::string csv =
        "item,theory,factor,direction,baseline,novelty,against,specificity,cluster\n"
        "frigates-cancelled-2008,walt-1997,credibility/"
        "strength,collapse,early,new,joint-statement-2003-05-01,1,frigates\n"
        "frigates-cancelled-2008,walt-1997,credibility/will,collapse,late,new,joint-statement-2003-05-01,1,frigates\n";
    const Imported done = import_into(copy, "first", csv);
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(done.report.added, 2);
    EXPECT_EQ(copy.read().coders.at(0).codings.size(), 5U);
}

TEST(ImportCodings, a_new_coder_gets_a_file) {
    CaseCopy copy;
    const Imported done =
        import_into(copy, "second", "item,theory,factor,baseline\nno-exercise-2009,walt-1997,outside,early\n");
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(done.report.files, Lines{"codings/second.toml"});
    EXPECT_EQ(copy.bytes("codings/second.toml"), R"(coder = "second"
about = "Imported from codings.csv."
blind = false

[[coding]]
item     = "no-exercise-2009"
theory   = "walt-1997"
factor   = "outside"
baseline = "early"
)");
    EXPECT_EQ(copy.problems(), Lines{});
}

TEST(ImportCodings, rows_of_another_coder_are_refused) {
    CaseCopy copy;
    const Imported done = import_into(copy, "second", codings_csv(copy.read(), "first"));
    EXPECT_EQ(done.problems,
              Lines{"sheets/codings.csv:2:1 the row is of the coder 'first', not of 'second' (and in 2 more rows)"});
}

TEST(ImportCodings, a_table_of_items_is_recognised) {
    CaseCopy copy;
    EXPECT_EQ(import_into(copy, "first", items_csv(copy.read())).problems,
              Lines{"sheets/codings.csv:1:1 this is a table of items"});
}

TEST(ImportCodings, what_statistics_programs_write_for_nothing_is_one_message_for_each_column) {
    CaseCopy copy;
    const Imported done = import_into(copy, "first",
                                      "item,theory,factor,baseline,against,cluster\n"
                                      "frigates-cancelled-2008,walt-1997,credibility,early,NA,frigates\n"
                                      "no-exercise-2009,walt-1997,institutionalisation,early,NA,NA\n");
    EXPECT_EQ(done.problems, (Lines{"sheets/codings.csv:2:1 'NA' in the column 'against' (and in 1 more row)",
                                    "sheets/codings.csv:3:1 'NA' in the column 'cluster'"}));
}

TEST(ImportCodings, the_name_of_a_coder_cannot_leave_the_folder) {
    CaseCopy copy;
    for (const char* coder : {"../evil", "a/b", ".", "A"}) {
        EXPECT_EQ(import_into(copy, coder, "item,theory,factor,baseline\nx,y,outside,z\n").problems.size(), 1U);
        EXPECT_EQ(import_into(copy, "", "coder,item,theory,factor,baseline\n" + std::string(coder) + ",x,y,outside,z\n")
                      .problems.size(),
                  1U);
    }
    EXPECT_EQ(import_into(copy, "", "item,theory,factor,baseline\nx,y,outside,z\n").problems,
              Lines{"sheets/codings.csv:1:1 the column 'coder' is missing"});
}

TEST(ImportCodings, codings_without_cluster_and_specificity_go_out_and_come_back) {
    CaseCopy copy;
    copy.replace("codings/first.toml", "specificity = 0.5\ncluster     = \"exercises\"\n", "");
    const std::string before = copy.bytes("codings/first.toml");
    const std::string csv = codings_csv(copy.read(), "first");
    EXPECT_NE(csv.find("2001–2006\",1,,\n"), std::string::npos) << csv;
    EXPECT_EQ(import_into(copy, "first", csv).report.unchanged, 3);
    EXPECT_EQ(copy.bytes("codings/first.toml"), before);
    // An empty cell says the same as the default.
    EXPECT_EQ(import_into(copy, "first", with(csv, "2001–2006\",1,,\n", "2001–2006\",,,\n")).report.unchanged, 3);
    const Imported done = import_into(copy, "first", with(csv, "2001–2006\",1,,\n", "2001–2006\",0.25,alone,\n"));
    EXPECT_EQ(done.problems, Lines{});
    EXPECT_EQ(copy.bytes("codings/first.toml"),
              with(before, "2001–2006\" }\n", "2001–2006\" }\nspecificity = 0.25\ncluster     = \"alone\"\n"));
}

}  // namespace
}  // namespace entente::casefile
