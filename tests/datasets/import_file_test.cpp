#include "datasets/import_file.hpp"

#include "datasets/importing.hpp"

namespace entente::datasets {

using ImportFile = ImportingFile;
using Remarks = std::vector<std::string>;

TEST_F(ImportFile, a_code_for_missing_is_missing_however_the_number_is_written) {
    const auto outcome = import(state_years({column("milex")}),
                                "ccode,year,milex\n2,1900,5\n2,1901,-9\n2,1902,-9.0\n2,1903, NA \n2,1904,\n2,1905, \n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(outcome->file.rows, 6);
    EXPECT_EQ(cells("SELECT milex FROM tiny_1 ORDER BY year"), "5.0 / NULL / NULL / NULL / NULL / NULL");
}

TEST_F(ImportFile, zero_missing_and_not_applicable_are_three_things) {
    auto rule = column("deaths", ColumnType::Integer);
    rule.not_applicable = {"-8", "n/a"};
    const auto outcome = import(state_years({rule}), "ccode,year,deaths\n2,1900,0\n2,1901,-9\n2,1902,-8\n2,1903,n/a\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT deaths, deaths_not_applicable FROM tiny_1 ORDER BY year"),
              "0 0 / NULL 0 / NULL 1 / NULL 1");
    const auto variables = read_variables(database_);
    EXPECT_EQ(variables.at(2).name, "deaths");
    EXPECT_EQ(variables.at(2).present, 1);
    EXPECT_EQ(variables.at(2).missing, 1);
    EXPECT_EQ(variables.at(2).not_applicable, 2);
}

// As the dollars of states without a rate of exchange, and those of Costa Rica, which has no army.
TEST_F(ImportFile, a_zero_that_needs_another_one_beside_it_is_missing_without) {
    auto current = column("current");
    current.zero_with = "constant";
    ASSERT_TRUE(import(state_years({current, column("constant")}),
                       "ccode,year,current,constant\n94,1950,0,0\n94,1951,0,NA\n315,1952,0,5\n2,1953,7,0\n"))
        << first_problem();
    EXPECT_EQ(cells("SELECT current FROM tiny_1 ORDER BY year"), "0.0 / NULL / NULL / 7.0");
    EXPECT_EQ(cells("SELECT constant FROM tiny_1 ORDER BY year"), "0.0 / NULL / 5.0 / 0.0");
    EXPECT_EQ(read_variables(database_).at(2).missing, 2);
}

// As a download that was cut off at the end of a row.
TEST_F(ImportFile, a_file_with_fewer_rows_takes_no_others_place_unless_it_may) {
    const auto descriptor = state_years({column("men")});
    ASSERT_TRUE(import(descriptor, "ccode,year,men\n2,1900,5\n2,1901,6\n2,1902,7\n", "whole.csv"));
    EXPECT_FALSE(import(descriptor, "ccode,year,men\n2,1900,5\n2,1901,6\n", "cut.csv"));
    EXPECT_EQ(first_problem(), "0:0 has 2 rows, and the store has 3 rows of tiny 1, from whole.csv");
    EXPECT_EQ(cells("SELECT count(*) AS n FROM tiny_1"), "3");
    const auto replaced = import(descriptor, "ccode,year,men\n2,1900,5\n2,1901,6\n", "cut.csv", 0, Losing::Allowed);
    ASSERT_TRUE(replaced);
    EXPECT_TRUE(replaced->replaced);
    EXPECT_EQ(cells("SELECT count(*) AS n FROM tiny_1"), "2");
    EXPECT_TRUE(import(descriptor, "ccode,year,men\n2,1900,5\n2,1901,6\n2,1902,7\n", "whole.csv"));
}

TEST_F(ImportFile, a_file_with_fewer_rows_takes_the_place_of_one_with_too_many) {
    auto descriptor = state_years({column("men")});
    Version version;
    version.id = "1";
    version.rows = 2;
    descriptor.versions = {version};
    ASSERT_TRUE(import(descriptor, "ccode,year,men\n2,1900,5\n2,1901,6\n2,1902,7\n", "long.csv"));
    EXPECT_TRUE(import(descriptor, "ccode,year,men\n2,1900,5\n2,1901,6\n", "right.csv")) << first_problem();
}

TEST_F(ImportFile, undeclared_columns_have_the_narrowest_type_of_all_their_cells) {
    const auto outcome =
        import(state_years({}), "ccode,year,whole,part,word,code,nothing\n2,1900,1,1,x,016,\n2,1901,2.0,.5,3,02,\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT whole, part, word, code, nothing FROM tiny_1 ORDER BY year"),
              "1 1.0 x 016 NULL / 2 0.5 3 02 NULL");
}

TEST_F(ImportFile, undeclared_columns_have_the_type_that_the_rule_for_others_gives) {
    auto descriptor = state_years({});
    descriptor.others_type = ColumnType::Text;
    ASSERT_TRUE(import(descriptor, "ccode,year,code\n2,1900,16\n")) << first_problem();
    EXPECT_EQ(cells("SELECT code || '!' AS code FROM tiny_1"), "16!");
    descriptor.others_type = ColumnType::Integer;
    EXPECT_FALSE(import(descriptor, "ccode,year,code\n2,1900,x\n"));
    EXPECT_EQ(first_problem(), "2:8 'x' in the column 'code' is not a whole number");
}

TEST_F(ImportFile, columns_are_found_by_any_of_their_headers_and_in_any_case) {
    auto rule = column("capability");
    rule.from = {"cinc_score", "CINC"};
    ASSERT_TRUE(import(state_years({rule}), "CCode,Year,cinc\n2,1900,.04\n")) << first_problem();
    EXPECT_EQ(cells("SELECT ccode, year, capability FROM tiny_1"), "2 1900 0.04");
}

TEST_F(ImportFile, all_wrong_cells_of_a_file_are_named_with_line_and_column) {
    ASSERT_FALSE(import(state_years({column("milex"), column("note", ColumnType::Text)}),
                        "ccode,year,note,milex\n2,1900,\"a\nb\",many\n2,19o1,x,1\n2,1902,é,nan\n"));
    std::vector<std::string> found;
    for (const auto& problem : problems_.sorted()) {
        found.push_back(std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column) + " " +
                        problem.what);
    }
    // The first row has a line break in a cell, so that its last cell begins in line 3, after `b",`.
    EXPECT_EQ(found, (Remarks{"3:4 'many' in the column 'milex' is not a number",
                              "4:3 '19o1' in the column 'year' is not a whole number",
                              "5:10 'nan' in the column 'milex' is not a number"}));
}

TEST_F(ImportFile, a_row_of_another_length_is_named_with_its_line) {
    ASSERT_FALSE(import(state_years({}), "ccode,year,x\n2,1900,1\n2,1901\n2,1902,1,1\n"));
    const auto problems = problems_.sorted();
    ASSERT_EQ(problems.size(), 2U);
    EXPECT_EQ(problems[0].where.line, 3);
    EXPECT_EQ(problems[0].what, "2 cells where the header has 3");
    EXPECT_EQ(problems[1].where.line, 4);
}

TEST_F(ImportFile, a_whole_number_is_not_rounded) {
    ASSERT_FALSE(import(state_years({}), "ccode,year\n2,1900.5\n"));
    EXPECT_EQ(first_problem(), "2:3 '1900.5' in the column 'year' is not a whole number");
}

TEST_F(ImportFile, a_failed_import_changes_nothing) {
    ASSERT_TRUE(import(state_years({column("x")}), "ccode,year,x\n2,1900,1\n"));
    ASSERT_FALSE(import(state_years({column("x")}), "ccode,year,x\n2,1900,wrong\n", "u.csv"));
    EXPECT_EQ(cells("SELECT x FROM tiny_1"), "1.0");
    EXPECT_EQ(read_files(database_).size(), 1U);
}

TEST_F(ImportFile, the_same_bytes_again_change_nothing) {
    ASSERT_TRUE(import(state_years({}), "ccode,year\n2,1900\n"));
    const auto again = import(state_years({}), "ccode,year\n2,1900\n", "renamed.csv");
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->already_there);
    EXPECT_EQ(again->file.file_name, "t.csv");
}

TEST_F(ImportFile, another_file_of_the_same_version_takes_its_place) {
    ASSERT_TRUE(import(state_years({}), "ccode,year\n2,1900\n"));
    const auto other = import(state_years({}), "ccode,year\n2,1901\n");
    ASSERT_TRUE(other);
    EXPECT_TRUE(other->replaced);
    EXPECT_EQ(cells("SELECT year FROM tiny_1"), "1901");
}

TEST_F(ImportFile, repeated_keys_and_equal_rows_are_remarked_upon_and_kept) {
    const auto outcome =
        import(state_years({column("x")}), "ccode,year,x\n2,1900,1\n2,1900,1\n2,1901,1\n2,1901,2\n2,1902,1\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(outcome->file.rows, 5);
    EXPECT_EQ(outcome->remarks, (Remarks{"2 keys occur more than once: ccode 2, year 1900; ccode 2, year 1901",
                                         "1 row repeats another one in every column"}));
}

TEST_F(ImportFile, values_that_cannot_be_are_counted_and_kept) {
    auto rule = column("share");
    rule.at_least = 0;
    rule.at_most = 1;
    const auto outcome = import(state_years({rule}), "ccode,year,share\n2,1900,-.5\n2,1901,1\n2,1902,2\n2,1903,3\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(outcome->remarks, (Remarks{"share: 1 value below 0, kept", "share: 2 values above 1, kept"}));
    EXPECT_EQ(cells("SELECT count(share) AS n FROM tiny_1"), "4");
}

TEST_F(ImportFile, dates_become_iso_and_keep_what_is_unknown_unknown) {
    const auto outcome =
        import(state_years({column("day", ColumnType::Date)}),
               "ccode,year,day\n2,1,1980-01-14\n2,2,1/14/1980\n2,3,19800114\n2,4,1980-01-xx\n2,5,1980\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT day FROM tiny_1 ORDER BY year"), "1980-01-14 / 1980-01-14 / 1980-01-14 / 1980-01 / 1980");
}

TEST_F(ImportFile, a_day_that_does_not_exist_is_no_date) {
    ASSERT_FALSE(import(state_years({column("day", ColumnType::Date)}), "ccode,year,day\n2,1,2/30/1980\n"));
    EXPECT_EQ(first_problem(), "2:5 '2/30/1980' in the column 'day' is not a date");
}

TEST_F(ImportFile, years_in_headers_become_rows_and_missing_cells_stay_missing) {
    auto descriptor = state_years({column("spending")});
    descriptor.layout = Layout::Years;
    descriptor.keep = {"ccode"};
    descriptor.unpivot_value = "spending";
    descriptor.drop_rows = {{"ccode", {"Total"}}};
    const auto outcome = import(descriptor, "ccode,Notes,1950,1951.0\n2,x,1,2\n20,,,4\nTotal,,1,6\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT ccode, year, spending FROM tiny_1 ORDER BY ccode, year"),
              "2 1950 1.0 / 2 1951 2.0 / 20 1950 NULL / 20 1951 4.0");
    EXPECT_EQ(outcome->remarks, (Remarks{"1 row left out: ccode is Total"}));
}

TEST_F(ImportFile, other_headers_become_rows) {
    auto descriptor = state_years({column("percent"), column("country", ColumnType::Text)});
    descriptor.layout = Layout::Others;
    descriptor.keep = {"year"};
    descriptor.unpivot_name = "country";
    descriptor.unpivot_value = "percent";
    descriptor.drop_columns = {"avg"};
    descriptor.key.state = "country";
    descriptor.key.numbering = Numbering::Name;
    descriptor.key.unique = {};
    ASSERT_TRUE(import(descriptor, "year,avg,Japan,Canada\n2000,55,60,50\n")) << first_problem();
    EXPECT_EQ(cells("SELECT year, country, percent, cow FROM tiny_1 ORDER BY country"),
              "2000 Canada 50.0 20 / 2000 Japan 60.0 740");
}

TEST_F(ImportFile, a_title_above_the_header_fills_a_column) {
    auto descriptor = state_years({column("supplier", ColumnType::Text)});
    descriptor.title_columns = {{"supplier", "exports from (.*), [0-9]{4}"}};
    const auto outcome =
        import(descriptor, "\"Arms exports from Albania, 1950\",\n,\nccode,year\n2,1950\n", "t.csv", 2);
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT supplier FROM tiny_1"), "Albania");
}

TEST_F(ImportFile, parts_of_a_table_stand_side_by_side_and_replace_themselves) {
    auto descriptor = state_years({});
    descriptor.several_files = true;
    ASSERT_TRUE(import(descriptor, "ccode,year,x\n2,1900,1\n", "a.csv"));
    ASSERT_TRUE(import(descriptor, "ccode,year,x,y\n20,1900,.5,word\n", "b.csv"));
    const auto again = import(descriptor, "ccode,year,x\n2,1901,2\n", "a.csv");
    ASSERT_TRUE(again) << first_problem();
    EXPECT_TRUE(again->replaced);
    EXPECT_EQ(cells("SELECT part, ccode, year, x, y FROM tiny_1 ORDER BY part"),
              "a.csv 2 1901 2.0 NULL / b.csv 20 1900 0.5 word");
}

TEST_F(ImportFile, a_path_with_signs_of_a_pattern_is_a_path) {
    ASSERT_TRUE(import(state_years({}), "ccode,year\n2,1900\n", "data[1]*.csv")) << first_problem();
}

TEST_F(ImportFile, quotation_marks_in_headers_and_cells_stay_text) {
    ASSERT_TRUE(import(state_years({}), "ccode,year,\"it's \"\"x\"\"\"\n2,1900,\"'); DROP TABLE entente_files; --\"\n"))
        << first_problem();
    EXPECT_EQ(cells("SELECT \"it's \"\"x\"\"\" FROM tiny_1"), "'); DROP TABLE entente_files; --");
}

TEST_F(ImportFile, a_header_without_rows_is_refused) {
    EXPECT_FALSE(import(state_years({}), "ccode,year\n"));
}

TEST_F(ImportFile, a_year_is_made_from_the_number_that_stands_for_it) {
    auto descriptor = state_years({column("session", ColumnType::Integer)});
    descriptor.key.year_from = "session";
    descriptor.key.year_offset = 1945;
    descriptor.key.unique = {"ccode", "session"};
    ASSERT_TRUE(import(descriptor, "ccode,session,votes\n2,1,42\n2,74.0,91\n2,-9,1\n")) << first_problem();
    EXPECT_EQ(cells("SELECT ccode, session, year, votes FROM tiny_1 ORDER BY votes"),
              "2 NULL NULL 1 / 2 1 1946 42 / 2 74 2019 91");
}

TEST_F(ImportFile, a_file_that_has_a_column_of_the_made_years_name_keeps_both) {
    auto descriptor = state_years({column("session", ColumnType::Integer)});
    descriptor.key.year_from = "session";
    descriptor.key.year_offset = 1945;
    ASSERT_TRUE(import(descriptor, "ccode,year,session\n2,first,1\n")) << first_problem();
    EXPECT_EQ(cells("SELECT year, year_2 FROM tiny_1"), "1946 first");
}

// Pledges and payments in rows of their own, as aid is often published. The numbers are invented.
Descriptor aid(std::vector<ColumnRule> columns) {
    Descriptor descriptor;
    descriptor.id = "tiny";
    descriptor.unit = Unit::StateYear;
    descriptor.key.state = "ccode";
    descriptor.key.year = "year";
    descriptor.key.unique = {"ccode", "year"};
    descriptor.missing = {"-9"};
    descriptor.columns = std::move(columns);
    return descriptor;
}

ColumnRule in_rows(const std::string& name, const std::string& header, const std::string& kind) {
    ColumnRule rule;
    rule.name = name;
    rule.from = {header};
    rule.only_in = RowCondition{"what", {kind}};
    return rule;
}

TEST_F(ImportFile, rows_of_several_kinds_become_one_row_with_a_column_for_each) {
    const auto outcome = import(aid({in_rows("pledged", "amount", "Pledge"), in_rows("paid", "amount", "Payment")}),
                                "ccode,year,what,amount\n2,1900,Pledge,5\n2,1901,Pledge,-9\n2,1900,Payment,3\n2,1902, "
                                "Payment ,0\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(outcome->file.rows, 3);
    EXPECT_EQ(outcome->remarks, Remarks{});
    EXPECT_EQ(cells("SELECT * FROM tiny_1"), "2 1900 5.0 3.0 / 2 1901 NULL NULL / 2 1902 NULL 0.0");
}

TEST_F(ImportFile, a_second_row_of_a_kind_stays_a_row) {
    const auto outcome = import(aid({in_rows("pledged", "amount", "Pledge"), in_rows("paid", "amount", "Payment")}),
                                "ccode,year,what,amount\n2,1900,Pledge,5\n2,1900,Payment,3\n2,1900,Pledge,6\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT pledged, paid FROM tiny_1"), "5.0 3.0 / 6.0 NULL");
    EXPECT_EQ(outcome->remarks, (Remarks{"1 key occurs more than once: ccode 2, year 1900"}));
}

TEST_F(ImportFile, rows_of_a_kind_without_a_column_are_left_out_and_counted) {
    const auto outcome = import(aid({in_rows("pledged", "amount", "Pledge")}),
                                "ccode,year,what,amount\n2,1900,Pledge,5\n2,1900,Gift,3\n2,1901,,3\n");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(cells("SELECT * FROM tiny_1"), "2 1900 5.0");
    EXPECT_EQ(outcome->remarks, (Remarks{"2 rows left out: no column is of their what"}));
}

TEST_F(ImportFile, a_wrong_cell_of_a_kind_of_rows_is_named_with_its_place) {
    EXPECT_FALSE(import(aid({in_rows("pledged", "amount", "Pledge"), in_rows("paid", "amount", "Payment")}),
                        "ccode,year,what,amount\n2,1900,Pledge,5\n2,1900,Payment,much\n"));
    EXPECT_EQ(first_problem(), "3:16 'much' in the column 'amount' is not a number");
}

Version version_of(std::int64_t rows) {
    Version version;
    version.id = "1";
    version.rows = rows;
    return version;
}

TEST_F(ImportFile, another_number_of_rows_than_the_version_has_is_remarked_upon) {
    auto descriptor = state_years({});
    descriptor.versions = {version_of(3)};
    const auto cut = import(descriptor, "ccode,year\n2,1900\n2,1901\n");
    ASSERT_TRUE(cut) << first_problem();
    EXPECT_EQ(cut->remarks, (Remarks{"2 rows, where version 1 has 3 rows: cut short, or changed since?"}));
    const auto whole = import(descriptor, "ccode,year\n2,1900\n2,1901\n2,1902\n");
    ASSERT_TRUE(whole) << first_problem();
    EXPECT_EQ(whole->remarks, Remarks{});
}

TEST_F(ImportFile, a_part_of_a_table_is_not_measured_by_the_rows_of_the_whole) {
    auto descriptor = state_years({});
    descriptor.several_files = true;
    descriptor.versions = {version_of(3)};
    const auto outcome = import(descriptor, "ccode,year\n2,1900\n", "a.csv");
    ASSERT_TRUE(outcome) << first_problem();
    EXPECT_EQ(outcome->remarks, Remarks{});
}

TEST_F(ImportFile, a_plain_table_with_the_name_of_a_packed_one_is_read_as_what_it_is) {
    ASSERT_TRUE(import(state_years({}), "ccode,year\n2,1900\n", "t.csv.gz")) << first_problem();
    EXPECT_EQ(cells("SELECT ccode, year FROM tiny_1"), "2 1900");
}

}  // namespace entente::datasets
