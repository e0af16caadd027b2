#include "datasets/recognise.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "datasets/cell_numbers.hpp"
#include "datasets/fit.hpp"
#include "datasets/header_row.hpp"
#include "datasets/title_pattern.hpp"
#include "folder.hpp"
#include "textfiles/problem_lines.hpp"

namespace entente::datasets {
namespace {

using Lines = std::vector<std::string>;
using Rows = std::vector<Lines>;

std::string line_of(const Lines& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool quoted = cells[i].find_first_of(",\"\n") != std::string::npos;
        line += i == 0 ? "" : ",";
        line += quoted ? "\"" + cells[i] + "\"" : cells[i];
    }
    return line + "\r\n";
}

// Staged files as the reader of official files leaves them, with their tables in a folder of their own. All data sets
// here are invented.
class Recognise : public ::testing::Test {
protected:
    StagedSheet sheet(const std::string& name, const Rows& rows) {
        StagedSheet staged;
        staged.name = name;
        staged.csv = folder_ / (std::to_string(++sheets_) + ".csv");
        std::ofstream out(staged.csv, std::ios::binary);
        for (const auto& row : rows) {
            out << line_of(row);
            if (staged.head.size() < kHeadRows) staged.head.push_back(row);
        }
        return staged;
    }

    StagedFile file(const Rows& rows) {
        StagedFile staged;
        staged.sheets.push_back(sheet("", rows));
        return staged;
    }

    // The rest of a descriptor, below the keys that all have.
    void add(const std::string& id, const std::string& keys, const std::string& blocks) {
        const std::string text =
            "id = \"" + id + "\"\nname = \"The " + id +
            "\"\nabout = \"a\"\nhome = \"https://example.org\"\nterms = \"t\"\ncitation = '@misc{" + id +
            ", year = 2001}'\n" + keys + "\n" + blocks;
        Problems problems;
        auto descriptor = read_descriptor(text, "datasets/" + id + ".toml", problems);
        ASSERT_EQ(textfiles::lines_of(problems), Lines{});
        known_.push_back(std::move(*descriptor));
    }

    void add_harbours() {
        add("harbours", "unit = \"state-year\"\nsignature = [\"ships\", \"piers\"]\nmissing = [\"-9\"]",
            R"([key]
state = "state"
year = "year"
[[column]]
name = "state"
from = ["ccode", "country code"]
[[version]]
id = "1.0"
years = [1900, 1990]
when = { column = "version", equals = ["2011"] }
[[version]]
id = "2.0"
years = [1900, 2000]
when = { column = "version", equals = ["2021"] }
)");
    }

    // `harbours@1.0`, or why not.
    std::string recognised(const StagedFile& staged, const std::string& as = "") {
        last_ = recognise(staged, known_, as);
        if (last_.descriptor == nullptr) return last_.why_not;
        return last_.descriptor->id + "@" + (last_.version == nullptr ? last_.why_not : last_.version->id);
    }

    testing::Folder made_;
    std::filesystem::path folder_ = made_.path();
    std::vector<Descriptor> known_;
    Recognition last_;

private:
    int sheets_ = 0;
};

TEST_F(Recognise, by_headers_and_by_what_a_column_holds) {
    add_harbours();
    const Lines header{"ccode", "year", "ships", "piers", "version"};
    EXPECT_EQ(recognised(file({header, {"2", "1900", "4", "5", "2011"}})), "harbours@1.0");
    EXPECT_EQ(recognised(file({header, {"2", "1900", "4", "5", "2021.0"}})), "harbours@2.0");
    EXPECT_TRUE(last_.why_not.empty());
    ASSERT_EQ(last_.sheets.size(), 1U);
    EXPECT_EQ(last_.sheets[0].header_row, 0U);
    EXPECT_EQ(last_.sheets[0].rule, nullptr);
}

TEST_F(Recognise, whatever_the_case_and_the_blanks_of_headers) {
    add_harbours();
    EXPECT_EQ(recognised(file({{" CCODE ", "Year", "SHIPS", "Piers ", "Version"}, {"2", "1900", "4", "5", "2011"}})),
              "harbours@1.0");
}

TEST_F(Recognise, by_a_value_that_only_the_whole_has) {
    add("berths", "unit = \"state-year\"\nsignature = [\"length\"]",
        R"([key]
state = "ccode"
year = "year"
[[version]]
id = "1"
when = { column = "ccode", largest = 20 }
[[version]]
id = "1-part"
part_of = "1"
when = { column = "ccode", largest = 9, without = ["7"] }
)");
    const Lines header{"ccode", "year", "length"};
    EXPECT_EQ(recognised(file({header, {"2", "1900", "4"}, {"9", "1900", "4"}})), "berths@1-part");
    EXPECT_EQ(
        recognised(file({header, {"7", "1900", "4"}, {"9", "1900", "4"}})),
        "berths@is The berths (berths), in no version that is known; 1: the largest 'ccode' is 9, not 20; 1-part: "
        "'ccode' holds 7");
}

TEST_F(Recognise, two_data_sets_with_the_same_headers_by_what_their_versions_hold) {
    for (const auto& [id, year] : {std::pair{"quays", "1901"}, std::pair{"wharves", "1902"}}) {
        add(id, "unit = \"state-year\"\nsignature = [\"length\"]",
            "[key]\nstate = \"ccode\"\nyear = \"year\"\n[[version]]\nid = \"1\"\nwhen = { column = \"year\", equals = "
            "[\"1900\", \"" +
                std::string(year) + "\"] }");
    }
    const Lines header{"ccode", "year", "length"};
    EXPECT_EQ(recognised(file({header, {"2", "1900", "4"}, {"2", "1902", "4"}})), "wharves@1");
    EXPECT_EQ(recognised(file({header, {"2", "1900", "4"}})), "fits several data sets equally well: quays, wharves");
    EXPECT_EQ(recognised(file({header, {"2", "1999", "4"}})), "fits several data sets equally well: quays, wharves");
}

TEST_F(Recognise, under_each_spelling_of_a_header) {
    add_harbours();
    EXPECT_EQ(
        recognised(file({{"Country Code", "year", "ships", "piers", "version"}, {"2", "1900", "4", "5", "2011"}})),
        "harbours@1.0");
}

TEST_F(Recognise, below_title_lines_and_with_an_empty_first_header) {
    add_harbours();
    EXPECT_EQ(recognised(file({{"Harbours of the World"},
                               {""},
                               {"", "ccode", "year", "ships", "piers", "version"},
                               {"1", "2", "1900", "4", "5", "2011"}})),
              "harbours@1.0");
    EXPECT_EQ(last_.sheets.at(0).header_row, 2U);
}

TEST_F(Recognise, a_version_by_all_rows_and_not_by_the_first_ones) {
    add_harbours();
    Rows rows{{"ccode", "year", "ships", "piers", "version"}};
    for (int year = 1900; year < 2000; ++year) rows.push_back({"2", std::to_string(year), "4", "a,\"\"b\n", "2011"});
    EXPECT_EQ(recognised(file(rows)), "harbours@1.0");
    rows.push_back({"2", "2000", "4", "5", "2021"});
    EXPECT_EQ(recognised(file(rows)),
              "harbours@is The harbours (harbours), in no version that is known; 1.0: 'version' holds 2011, 2021, not "
              "2011; 2.0: 'version' holds 2011, 2021, not 2021");
}

TEST_F(Recognise, codes_for_missing_say_nothing_about_the_version) {
    add_harbours();
    EXPECT_EQ(recognised(file({{"ccode", "year", "ships", "piers", "version"},
                               {"2", "1900", "4", "5", "2011"},
                               {"2", "1901", "4", "5", "-9"},
                               {"2", "1902", "4", "5", ""}})),
              "harbours@1.0");
}

TEST_F(Recognise, an_unknown_version_gets_advice_and_no_guess) {
    add_harbours();
    EXPECT_EQ(recognised(file({{"ccode", "year", "ships", "piers", "version"}, {"2", "1900", "4", "5", "2025"}})),
              "harbours@is The harbours (harbours), in no version that is known; 1.0: 'version' holds 2025, not 2011; "
              "2.0: 'version' holds 2025, not 2021");
    EXPECT_EQ(last_.advice,
              "known: 1.0 (1900–1990), 2.0 (1900–2000); say which it is with --as harbours@VERSION, or add a "
              "[[version]] to datasets/harbours.toml");
}

TEST_F(Recognise, a_missing_header_is_named_with_the_nearest_data_set) {
    add_harbours();
    EXPECT_EQ(recognised(file({{"ccode", "year", "ships", "docks", "version"}, {"2", "1900", "4", "5", "2011"}})),
              "no data set that is known is like this");
    EXPECT_EQ(
        last_.advice,
        "nearest: harbours (lacks 'piers'); if a column has a new name, add it to 'from' in the descriptor; a new "
        "data set needs one of its own: docs/datasets.md");
}

// The headers of the Correlates of War formal alliances, which no descriptor describes.
TEST_F(Recognise, a_data_set_that_nobody_described_is_like_none) {
    add_harbours();
    EXPECT_EQ(recognised(file({{"version4id", "ccode", "state_name", "mem_st_day", "mem_st_month", "mem_st_year",
                                "mem_end_day", "defense", "neutrality", "nonaggression", "entente", "version"},
                               {"1", "200", "United Kingdom", "1", "1", "1816", "", "1", "0", "1", "0", "4.1"}})),
              "no data set that is known is like this");
    EXPECT_EQ(last_.advice, "a new data set needs a descriptor: docs/datasets.md");
    EXPECT_EQ(recognised(file({})), "no data set that is known is like this");
    EXPECT_EQ(recognised(StagedFile{}), "no data set that is known is like this");
}

TEST_F(Recognise, more_headers_in_the_signature_beat_fewer) {
    add_harbours();
    add("small", "unit = \"state-year\"\nsignature = [\"ships\"]",
        "[key]\nstate = \"ccode\"\nyear = \"year\"\n[[version]]\nid = \"9\"\n");
    EXPECT_EQ(recognised(file({{"ccode", "year", "ships", "piers", "version"}, {"2", "1900", "4", "5", "2011"}})),
              "harbours@1.0");
    EXPECT_EQ(recognised(file({{"ccode", "year", "ships"}, {"2", "1900", "4"}})), "small@9");
}

TEST_F(Recognise, equally_good_data_sets_are_named_and_none_is_chosen) {
    add_harbours();
    add("twin", "unit = \"state-year\"\nsignature = [\"ships\", \"version\"]",
        "[key]\nstate = \"ccode\"\nyear = \"year\"\n[[version]]\nid = \"9\"\n");
    const auto both = file({{"ccode", "year", "ships", "piers", "version"}, {"2", "1900", "4", "5", "2011"}});
    EXPECT_EQ(recognised(both), "fits several data sets equally well: harbours, twin");
    EXPECT_EQ(recognised(both, "twin"), "twin@9");
}

TEST_F(Recognise, a_header_of_another_data_set_rules_one_out) {
    add("docks", "unit = \"state-year\"\nsignature = [\"ships\"]\nnot_with = [\"Piers\"]",
        "[key]\nstate = \"ccode\"\nyear = \"year\"\n[[version]]\nid = \"9\"\n");
    const auto other = file({{"ccode", "year", "ships", "piers"}, {"2", "1900", "4", "5"}});
    EXPECT_EQ(recognised(other), "no data set that is known is like this");
    EXPECT_TRUE(last_.advice.starts_with("nearest: docks (there is a column 'Piers');")) << last_.advice;
    EXPECT_EQ(recognised(other, "docks"), "docks@9");  // the user's word
}

TEST_F(Recognise, the_user_s_word_names_data_set_and_version) {
    add_harbours();
    const auto newer = file({{"ccode", "year", "ships", "piers", "version"}, {"2", "1900", "4", "5", "2025"}});
    EXPECT_EQ(recognised(newer, "harbours@3.0"), "harbours@");
    EXPECT_TRUE(last_.why_not.empty());
    EXPECT_EQ(last_.sheets.size(), 1U);
    EXPECT_EQ(recognised(newer, "harbors@3.0"), "there is no data set 'harbors'; did you mean 'harbours'?");
    EXPECT_EQ(recognised(newer, "harbours@"), "'harbours@' names no version");
    EXPECT_EQ(recognised(newer, "harbours@../../x"), "'harbours@../../x' names no version");
}

TEST_F(Recognise, the_user_s_word_does_not_overrule_what_the_file_says_of_itself) {
    add_harbours();
    const auto old = file({{"ccode", "year", "ships", "piers", "version"}, {"2", "1900", "4", "5", "2011"}});
    EXPECT_EQ(recognised(old, "harbours@1.0"), "harbours@1.0");
    EXPECT_EQ(recognised(old, "harbours@2.0"),
              "harbours@is not harbours 2.0, as --as says: 2.0: 'version' holds 2011, not 2021");
    EXPECT_EQ(last_.advice, "leave out --as: by its content it is harbours 1.0");
}

TEST_F(Recognise, the_user_s_word_does_not_replace_headers) {
    add_harbours();
    EXPECT_EQ(recognised(file({{"ccode", "year", "boats"}, {"2", "1900", "4"}}), "harbours@2.0"),
              "is not The harbours (harbours): lacks 'ships', 'piers'");
}

TEST_F(Recognise, versions_by_headers_titles_and_largest_values) {
    add("docks", "unit = \"state-year\"\nsignature = [\"docks\"]", R"([key]
state = "ccode"
year = "year"
[[version]]
id = "old"
when = { lacks = ["cranes"], title = "harbour office" }
[[version]]
id = "middle"
when = { has = ["cranes"], column = "year", largest = 1999 }
[[version]]
id = "new"
when = { has = ["cranes"], column = "year", largest = 2000 }
)");
    EXPECT_EQ(recognised(file({{"From the Harbour Office, 1950"}, {"ccode", "year", "docks"}, {"2", "1900", "1"}})),
              "docks@old");
    EXPECT_EQ(recognised(file({{"ccode", "year", "docks", "cranes"}, {"2", "1999", "1", ""}, {"2", "1998", "1", ""}})),
              "docks@middle");
    EXPECT_EQ(recognised(file({{"ccode", "year", "docks", "cranes"}, {"2", "1999", "1", ""}, {"2", "2000", "1", ""}})),
              "docks@new");
    EXPECT_EQ(recognised(file({{"ccode", "year", "docks"}, {"2", "1900", "1"}})),
              "docks@is The docks (docks), in no version that is known; old: says 'harbour office' above its header; "
              "middle: has a column 'cranes'; new: has a column 'cranes'");
}

TEST_F(Recognise, the_only_version_without_a_test_is_known_by_its_last_year) {
    add("docks", "unit = \"state-year\"\nsignature = [\"docks\"]",
        "[key]\nstate = \"ccode\"\nyear = \"year\"\n[[version]]\nid = \"1\"\nyears = [1900, 1990]\n");
    EXPECT_EQ(recognised(file({{"ccode", "year", "docks"}, {"2", "1990", "1"}, {"2", "1989", "1"}})), "docks@1");
    EXPECT_EQ(recognised(file({{"ccode", "year", "docks"}, {"2", "1991", "1"}, {"2", "1989", "1"}})),
              "docks@is The docks (docks), in no version that is known; 1: the largest 'year' is 1991, not 1990");
}

TEST_F(Recognise, of_two_versions_that_fit_none_is_chosen) {
    add("docks", "unit = \"state-year\"\nsignature = [\"docks\"]", R"([key]
state = "ccode"
year = "year"
[[version]]
id = "a"
when = { has = ["docks"] }
[[version]]
id = "b"
when = { has = ["year"] }
)");
    EXPECT_EQ(recognised(file({{"ccode", "year", "docks"}, {"2", "1900", "1"}})),
              "docks@is The docks (docks), and fits several versions: a, b");
}

class RecogniseYears : public Recognise {
protected:
    void add_piers() {
        add("piers", "unit = \"state-year\"\nsignature = [\"Country\"]\nlayout = \"years\"", R"([key]
numbering = "name"
state = "country"
year = "year"
[unpivot]
keep = ["country"]
value = "constant"
[[sheet]]
name = "Constant (*) coins"
column = "constant"
[[sheet]]
name = "Share*"
column = "share"
[[version]]
id = "2003"
when = { has = ["2003"], lacks = ["2004"] }
)");
    }
};

TEST_F(RecogniseYears, a_column_for_each_of_three_years_at_least) {
    add_piers();
    EXPECT_EQ(recognised(file({{"Country", "2001", "2002", "2003"}, {"Tirol", "1", "2", "3"}})), "piers@2003");
    EXPECT_EQ(recognised(file({{"Country", "2002", "2003"}, {"Tirol", "2", "3"}})),
              "no data set that is known is like this");
    EXPECT_TRUE(last_.advice.starts_with("nearest: piers (no row has a column for each of some years)"));
}

TEST_F(RecogniseYears, sheets_by_name_with_headers_in_different_rows) {
    add_piers();
    StagedFile workbook;
    workbook.sheets.push_back(sheet("Front page", {{"Country", "2001", "2002", "2003"}}));
    workbook.sheets.push_back(
        sheet("Constant (2022) coins",
              {{"Note"}, {""}, {"Country", "", "2001", "2002", "2003"}, {"Tirol", "", "1", "2", "3"}}));
    workbook.sheets.push_back(sheet("Share of coins", {{"Country", "2001", "2002", "2003"}, {"Tirol", "1", "2", "3"}}));
    EXPECT_EQ(recognised(workbook), "piers@2003");
    ASSERT_EQ(last_.sheets.size(), 2U);
    EXPECT_EQ(last_.sheets[0].sheet, 1U);
    EXPECT_EQ(last_.sheets[0].header_row, 2U);
    EXPECT_EQ(last_.sheets[0].rule->column, "constant");
    EXPECT_EQ(last_.sheets[1].sheet, 2U);
    EXPECT_EQ(last_.sheets[1].rule->column, "share");
}

TEST_F(RecogniseYears, of_two_sheets_for_one_column_none_is_chosen) {
    add_piers();
    StagedFile workbook;
    const Rows rows{{"Country", "2001", "2002", "2003"}, {"Tirol", "1", "2", "3"}};
    workbook.sheets.push_back(sheet("Share of coins", rows));
    workbook.sheets.push_back(sheet("Share of trade", rows));
    EXPECT_EQ(recognised(workbook), "no data set that is known is like this");
    EXPECT_TRUE(last_.advice.starts_with(
        "nearest: piers (the sheets 'Share of coins' and 'Share of trade' both look like the column 'share')"))
        << last_.advice;
}

TEST_F(RecogniseYears, a_title_above_the_header_and_a_first_column_without_header) {
    add("exports", "unit = \"directed-dyad-year\"\nsignature = [\"Total\"]\nlayout = \"years\"\nseveral_files = true",
        R"([key]
numbering = "name"
state_1 = "seller"
state_2 = "buyer"
year = "year"
unique = ["seller", "buyer", "year"]
[unpivot]
keep = ["buyer"]
value = "ships"
[[column]]
name = "buyer"
from = [""]
type = "text"
[[title]]
column = "seller"
pattern = "Exports of ships from (.*), [0-9]{4}"
[[version]]
id = "2003"
)");
    EXPECT_EQ(recognised(file({{"Exports of ships from Tirol, 2001-2003"},
                               {"", "2001", "2002", "2003", "Total"},
                               {"Baden", "1", "2", "3", "6"}})),
              "exports@2003");
    EXPECT_EQ(
        recognised(file({{"Something else"}, {"", "2001", "2002", "2003", "Total"}, {"Baden", "1", "2", "3", "6"}})),
        "no data set that is known is like this");
}

TEST_F(Recognise, layout_others_by_the_columns_that_are_kept) {
    add("polls", "unit = \"state-year\"\nsignature = [\"avg\"]\nlayout = \"others\"", R"([key]
numbering = "name"
state = "country"
year = "year"
[unpivot]
keep = ["year"]
name = "country"
value = "percent"
[[version]]
id = "1"
when = { has = ["Tirol"] }
)");
    EXPECT_EQ(recognised(file({{"year", "avg", "Tirol", "Baden"}, {"2001", "50", "40", "60"}})), "polls@1");
}

TEST(SheetName, a_star_stands_for_any_text) {
    EXPECT_TRUE(sheet_name_fits("Constant (*) US$", "constant (2023) US$ "));
    EXPECT_TRUE(sheet_name_fits("*", ""));
    EXPECT_TRUE(sheet_name_fits("Share*", "Share"));
    EXPECT_TRUE(sheet_name_fits("*a*b", "xaxbab"));
    EXPECT_FALSE(sheet_name_fits("Constant (*) US$", "Constant (2023) EUR"));
    EXPECT_FALSE(sheet_name_fits("Share", "Share of GDP"));
    EXPECT_FALSE(sheet_name_fits("a*", ""));
}

TEST(HeaderRow, an_empty_header_is_the_first_column_only) {
    EXPECT_EQ(HeaderRow({"", "a", ""}).find(""), 0U);
    EXPECT_EQ(HeaderRow({"a", ""}).find(""), std::nullopt);
    EXPECT_EQ(HeaderRow({"a", "b", "A"}).find("A "), 0U);
}

TEST(HeaderRow, counts_the_headers_that_are_years) {
    EXPECT_EQ(HeaderRow({"Country", " 1949 ", "1950.0", "1951 [YR1951]", "194", "194a", "x1949", ""}).years(), 3U);
}

TEST(Code, numbers_compare_as_numbers_and_words_as_words) {
    EXPECT_TRUE(same_code("2011", " 2011.0"));
    EXPECT_TRUE(same_code("-9", "-9.00"));
    EXPECT_TRUE(same_code(".5", "0.5"));
    EXPECT_TRUE(same_code("xxx", "xxx "));
    EXPECT_FALSE(same_code("xxx", "XXX"));
    EXPECT_FALSE(same_code("", "0"));
    EXPECT_FALSE(same_code("nan", "0"));
    EXPECT_FALSE(same_code("20112011", "20112012"));
}

// 4.01 in IEEE 754 single precision is 4.0100002288818359375.
TEST(Code, a_number_stored_in_four_bytes_is_the_same_number) {
    EXPECT_TRUE(same_code("4.01", "4.0100002"));
    EXPECT_FALSE(same_code("4.01", "4.02"));
    EXPECT_FALSE(same_code("4.01", "4.0101"));
}

TEST(TitlePattern, the_first_cell_that_has_it_gives_the_group) {
    const Rows lines{{"Source: nobody"}, {"", "Ships from Tirol, 2001"}, {"Ships from Baden, 2002"}};
    EXPECT_EQ(match_title("from (.*), [0-9]{4}", lines), "Tirol");
    EXPECT_EQ(match_title("to (.*), [0-9]{4}", lines), std::nullopt);
}

TEST(TitlePattern, a_title_that_a_separator_has_cut_is_tried_whole) {
    const Rows lines{{"Ships from Tirol", " 2001-2003"}};
    EXPECT_EQ(match_title("from (.*), [0-9]{4}", lines), std::nullopt);
    EXPECT_EQ(match_title("from (.*), [0-9]{4}", lines, ','), "Tirol");
}

TEST(TitlePattern, of_a_long_cell_the_beginning_counts) {
    const Rows lines{{std::string(std::size_t{1} << 20U, 'a') + " from Tirol, 2001"}};
    EXPECT_EQ(match_title("from (.*), [0-9]{4}", lines), std::nullopt);
}

}  // namespace
}  // namespace entente::datasets
