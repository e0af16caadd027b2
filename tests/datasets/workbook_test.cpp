#include "datasets/workbook.hpp"

#include <algorithm>

#include "datasets/staging.hpp"
#include "test_data.hpp"

namespace entente::datasets {

class Workbook : public StagingFolder {
protected:
    std::optional<StagedFile> stage_rows(const std::string& rows, const std::string& strings = {},
                                         const std::string& styles = {}) {
        return stage_parts(workbook_parts(rows, strings, styles));
    }
    std::optional<StagedFile> stage_parts(const Parts& parts) {
        write_zip(folder_ / "t.xlsx", parts);
        return stage(folder_ / "t.xlsx");
    }
    Cells cells_in(const std::optional<StagedFile>& file) const {
        EXPECT_TRUE(file) << first_problem();
        return file ? cells_of(file->sheets.at(0)) : Cells{};
    }
};

TEST_F(Workbook, values_of_every_kind_come_out) {
    const auto file = stage_rows(
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>in, line</t></is></c>"
        "<c r=\"C1\" t=\"str\"><f>x</f><v>text</v></c><c r=\"D1\" t=\"b\"><v>1</v></c>"
        "<c r=\"E1\"><f>1/3</f><v>0.33333333333333331</v></c><c r=\"F1\"><v>1.3713968958063434E-2</v></c></row>",
        "<si><t>shared</t></si>");
    EXPECT_EQ(cells_in(file),
              (Cells{{"shared", "in, line", "text", "1", "0.3333333333333333", "0.013713968958063434"}}));
    EXPECT_EQ(file->format, "Excel workbook");
    EXPECT_EQ(file->sheets[0].name, "Data");
}

TEST_F(Workbook, empty_rows_and_columns_keep_the_place_of_the_header) {
    const auto file = stage_rows(
        "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c r=\"D3\"><v>2</v></c></row>"
        "<row r=\"5\"><c r=\"C5\"><v>3</v></c></row>");
    EXPECT_EQ(cells_in(file),
              (Cells{{"", "", "", ""}, {"", "", "", ""}, {"", "1", "", "2"}, {"", "", "", ""}, {"", "", "3", ""}}));
    EXPECT_EQ(file->sheets[0].head.size(), 5U);
}

TEST_F(Workbook, cells_with_only_a_colour_are_not_there) {
    EXPECT_EQ(cells_in(stage_rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"1\"/></row>"
                                  "<row r=\"1048576\"><c r=\"A1048576\" s=\"1\"/></row>")),
              (Cells{{"1"}}));
}

TEST_F(Workbook, runs_of_rich_text_are_joined_without_their_pronunciation) {
    EXPECT_EQ(cells_in(stage_rows("<row><c t=\"s\"><v>0</v></c></row>",
                                  "<si><r><t>Viet</t></r><r><t xml:space=\"preserve\"> Nam</t></r>"
                                  "<rPh><t>no</t></rPh></si>")),
              (Cells{{"Viet Nam"}}));
}

TEST_F(Workbook, escaped_characters_are_those_characters) {
    // ECMA-376 part 1, section 22.9.2.19.
    EXPECT_EQ(cells_in(stage_rows("<row><c t=\"s\"><v>0</v></c><c t=\"str\"><v>x_x0041_&amp;</v></c></row>",
                                  "<si><t>a_x000D_b_x000z_</t></si>")),
              (Cells{{"a\nb_x000z_", "xA&"}}));
}

TEST_F(Workbook, numbers_with_a_format_of_dates_are_dates) {
    // Microsoft's support page on date systems: 1998-07-05 is 35 981 counted from 1900.
    const auto file = stage_rows(
        "<row><c s=\"1\"><v>35981</v></c><c s=\"2\"><v>35981.75</v></c><c s=\"0\"><v>35981</v></c>"
        "<c s=\"3\"><v>0.5</v></c></row>",
        {},
        "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd hh:mm\"/></numFmts>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/></cellXfs>");
    EXPECT_EQ(cells_in(file), (Cells{{"1998-07-05", "1998-07-05 18:00:00", "35981", "0.5"}}));
}

TEST_F(Workbook, errors_and_formulas_without_result_are_empty_and_remarked) {
    const auto file = stage_rows("<row><c><v>1</v></c><c t=\"e\"><v>#N/A</v></c><c><f>A1</f></c><c><v>2</v></c></row>");
    EXPECT_EQ(cells_in(file), (Cells{{"1", "", "", "2"}}));
    EXPECT_EQ(file->remarks, (std::vector<std::string>{"cells that hold an error, as #N/A, taken as empty: 1",
                                                       "formulas without a stored result taken as empty: 1"}));
}

TEST_F(Workbook, prefixes_of_names_do_not_matter) {
    auto parts = workbook_parts("");
    parts[3].second =
        "<x:worksheet xmlns:x=\"y\"><x:sheetData><x:row><x:c><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>";
    EXPECT_EQ(cells_in(stage_parts(parts)), (Cells{{"7"}}));
}

TEST_F(Workbook, an_empty_sheet_is_a_sheet) {
    const auto file = stage_rows("");
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(file->sheets.size(), 1U);
    EXPECT_TRUE(file->sheets[0].head.empty());
}

TEST_F(Workbook, files_elsewhere_are_never_read) {
    const auto secret = write("secret", "stolen");
    auto parts = workbook_parts("");
    parts[3].second = "<!DOCTYPE w [<!ENTITY e SYSTEM \"file://" + secret.string() +
                      "\">]><worksheet><sheetData><row><c t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>";
    EXPECT_EQ(cells_in(stage_parts(parts)), (Cells{{"&e;"}}));
}

TEST_F(Workbook, a_bomb_of_entities_stays_small) {
    auto parts = workbook_parts("");
    parts[3].second =
        "<!DOCTYPE w [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
        "<worksheet><sheetData><row><c t=\"str\"><v>&b;</v></c></row></sheetData></worksheet>";
    EXPECT_EQ(cells_in(stage_parts(parts)), (Cells{{"&b;"}}));
}

TEST_F(Workbook, a_zip_bomb_is_refused) {
    auto parts = workbook_parts("");
    parts[3].second += std::string(100U << 20U, ' ');
    EXPECT_FALSE(stage_parts(parts));
    EXPECT_EQ(
        first_problem(),
        "0:0 is a workbook that has a part 'xl/worksheets/sheet1.xml' that unpacks to more than 200 times its size");
}

TEST_F(Workbook, cells_at_both_ends_of_a_sheet_are_refused) {
    EXPECT_FALSE(
        stage_rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
                   "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>"));
    EXPECT_EQ(first_problem(),
              "0:0 is a workbook whose sheet 'Data' has cells too far apart: 1048576 rows and 16384 columns");
}

TEST_F(Workbook, rows_out_of_order_and_beyond_every_sheet_are_refused) {
    EXPECT_FALSE(stage_rows("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>2</v></c></row>"));
    EXPECT_FALSE(stage_rows("<row r=\"99999999999999999999\"><c><v>1</v></c></row>"));
    EXPECT_FALSE(stage_rows("<row><c r=\"ZZZZ1\"><v>1</v></c></row>"));
}

TEST_F(Workbook, a_text_that_is_not_there_is_refused) {
    EXPECT_FALSE(stage_rows("<row><c r=\"A1\" t=\"s\"><v>5</v></c></row>"));
    EXPECT_EQ(first_problem(), "0:0 is a workbook whose sheet 'Data' refers to a text that is not there, in cell A1");
}

TEST_F(Workbook, broken_xml_is_named_with_its_part) {
    auto parts = workbook_parts("");
    parts[4].second = "<sst><si>";
    EXPECT_FALSE(stage_parts(parts));
    EXPECT_TRUE(first_problem().starts_with("0:0 is a workbook whose part 'xl/sharedStrings.xml' is not well-formed"))
        << first_problem();
}

TEST_F(Workbook, cut_off_anywhere_is_refused) {
    write_zip(folder_ / "t.xlsx", workbook_parts("<row><c><v>1</v></c></row>"));
    const std::string whole = read(folder_ / "t.xlsx");
    for (std::size_t size = 4; size < whole.size(); size += 101) {
        EXPECT_FALSE(stage(write("cut.xlsx", whole.substr(0, size)))) << size;
        EXPECT_TRUE(problems_.has_errors());
    }
}

TEST_F(Workbook, other_archives_are_named_for_what_they_are) {
    EXPECT_FALSE(stage_parts({{"data/atop.csv", "a"}, {"readme.txt", "b"}}));
    EXPECT_EQ(first_problem(), "0:0 is a zip archive (with data/atop.csv, readme.txt), not a table");
    EXPECT_FALSE(stage_parts({{"mimetype", "x"}, {"content.xml", "<a/>"}}));
    EXPECT_EQ(first_problem(), "0:0 is an OpenDocument file");
}

TEST_F(Workbook, rivalries_are_264_rows_of_10_columns) {
    ENTENTE_NEEDS_DATA(path, "rivalries/tss_rivalries.xlsx");
    const auto cells = cells_in(stage(path));
    ASSERT_EQ(cells.size(), 265U);
    EXPECT_TRUE(std::ranges::all_of(cells, [](const auto& row) { return row.size() == 10; }));
    EXPECT_EQ(cells[0][0], "rivalry");
    // The list's first pair, as in the CSV of the same list that another package distributes.
    EXPECT_EQ(cells[1][0], "Austria (Hungary)-France");
    EXPECT_EQ(cells[1][1], "1494");
    EXPECT_EQ(cells[1][2], "1918");
}

TEST_F(Workbook, military_expenditure_has_ten_sheets_with_headers_in_three_places) {
    ENTENTE_NEEDS_DATA(path, "sipri/SIPRI-Milex-data-1949-2024_2.xlsx");
    const auto file = stage(path);
    ASSERT_TRUE(file) << first_problem();
    ASSERT_EQ(file->sheets.size(), 10U);
    // By looking into the workbook: the header stands in row 6, 7 or 8.
    const auto header_row = [&](const std::string& name) -> std::size_t {
        for (const auto& sheet : file->sheets) {
            if (sheet.name != name) continue;
            for (std::size_t row = 0; row < sheet.head.size(); ++row) {
                if (sheet.head[row][0] == "Country") return row + 1;
            }
        }
        return 0;
    };
    EXPECT_EQ(header_row("Share of GDP"), 6U);
    EXPECT_EQ(header_row("Per capita"), 7U);
    EXPECT_EQ(header_row("Share of Govt. spending"), 8U);
    // The workbook shows 1.4% for Japan in 2024.
    const auto& shares = file->sheets[6];
    ASSERT_EQ(shares.name, "Share of GDP");
    const auto cells = cells_of(shares);
    const auto year = std::ranges::find(cells[5], "2024") - cells[5].begin();
    const auto row = std::ranges::find_if(cells, [](const auto& one) { return one[0] == "Japan"; });
    ASSERT_NE(row, cells.end());
    EXPECT_EQ(row->at(static_cast<std::size_t>(year)), "0.013713968958063434");
}

}  // namespace entente::datasets
