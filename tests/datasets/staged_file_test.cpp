#include "datasets/staged_file.hpp"

#include <sys/stat.h>

#include <algorithm>

#include "core/sha256.hpp"
#include "datasets/staging.hpp"
#include "test_data.hpp"

namespace entente::datasets {

using std::string_literals::operator""s;
using Remarks = std::vector<std::string>;

using StageFile = StagingFolder;

TEST_F(StageFile, a_clean_table_stays_where_it_is) {
    const auto path = write("t.txt", "a,b\r\né,2\r\n");
    const auto file = stage(path);
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(file->sheets.at(0).csv, path);
    EXPECT_EQ(file->format, "CSV");
    EXPECT_EQ(file->encoding, "UTF-8");
    EXPECT_EQ(file->bytes, 11U);
    EXPECT_EQ(file->sha256, sha256("a,b\r\né,2\r\n"));
    EXPECT_EQ(file->remarks, Remarks{});
    EXPECT_EQ(file->sheets[0].head, (Cells{{"a", "b"}, {"é", "2"}}));
}

TEST_F(StageFile, a_byte_order_mark_is_dropped) {
    const auto file = stage(write("t.csv",
                                  "\xEF\xBB\xBF"
                                  "a,b\n1,2\n"));
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(file->encoding, "UTF-8 with byte order mark");
    EXPECT_EQ(read(file->sheets.at(0).csv), "a,b\n1,2\n");
}

TEST_F(StageFile, lines_that_end_with_a_bare_return_are_mended) {
    const auto file = stage(write("t.csv", "a,b\r1,\"x\ry\"\r"));
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(read(file->sheets.at(0).csv), "a,b\n1,\"x\ny\"\n");
    EXPECT_EQ(file->remarks, Remarks{"bare CR line ends"});
}

TEST_F(StageFile, a_stray_return_inside_a_line_becomes_a_blank) {
    const auto file = stage(write("t.csv", "a,b\n1,x\ry\n2,z\n"));
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(read(file->sheets.at(0).csv), "a,b\n1,x y\n2,z\n");
    EXPECT_EQ(file->remarks, Remarks{"carriage returns inside lines, for which a blank stands now: 1"});
}

TEST_F(StageFile, line_ends_of_two_kinds_become_one) {
    const auto file = stage(write("t.csv", "a,b\r\n1,2\n3,4\r\n"));
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(read(file->sheets.at(0).csv), "a,b\n1,2\n3,4\n");
    EXPECT_EQ(file->remarks, Remarks{"line ends of two kinds, LF and CRLF"});
}

TEST_F(StageFile, windows_1252_becomes_utf8) {
    const auto file = stage(write("t.csv", "a,b\nC\xF4te d\x92Ivoire,2\n"));
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(file->encoding, "Windows-1252");
    EXPECT_EQ(read(file->sheets.at(0).csv), "a,b\nCôte d’Ivoire,2\n");
}

TEST_F(StageFile, bytes_in_no_encoding_are_remarked_with_their_line) {
    const auto file = stage(write("t.csv", "a,b\n1,2\nx\x81,2\n"));
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(file->remarks, Remarks{"bytes that are in no known encoding, shown as U+FFFD: 1, the first in line 3"});
}

TEST_F(StageFile, utf16_becomes_utf8) {
    const std::string text = "a\tb\r\n1\t2\r\n";
    std::string bytes = "\xFF\xFE";
    for (const char letter : text) bytes += {letter, '\0'};
    const auto file = stage(write("t.csv", bytes));
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(file->encoding, "UTF-16");
    EXPECT_EQ(file->sheets.at(0).dialect.delimiter, '\t');
    EXPECT_EQ(read(file->sheets[0].csv), text);
    EXPECT_EQ(file->sha256, sha256(bytes));
}

TEST_F(StageFile, a_packed_table_is_unpacked_and_keeps_the_checksum_of_its_bytes) {
    const std::string packed = gzip_of("a,b\n1,2\n");
    const auto file = stage(write("t.csv.gz", packed));
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(file->format, "CSV, gzip");
    EXPECT_EQ(read(file->sheets.at(0).csv), "a,b\n1,2\n");
    EXPECT_EQ(file->sha256, sha256(packed));
    EXPECT_EQ(file->bytes, packed.size());
}

TEST_F(StageFile, a_packed_workbook_is_read_too) {
    write_zip(folder_ / "t.xlsx", workbook_parts("<row><c><v>1</v></c></row>"));
    const auto file = stage(write("t.gz", gzip_of(read(folder_ / "t.xlsx"))));
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(file->format, "Excel workbook, gzip");
}

TEST_F(StageFile, gzip_in_gzip_is_refused) {
    EXPECT_FALSE(stage(write("t.gz", gzip_of(gzip_of("a\n")))));
    EXPECT_EQ(first_problem(), "0:0 is a gzip file in a gzip file");
}

TEST_F(StageFile, the_name_of_a_file_says_nothing) {
    write_zip(folder_ / "workbook.csv", workbook_parts("<row><c><v>1</v></c></row>"));
    const auto workbook = stage(folder_ / "workbook.csv");
    ASSERT_TRUE(workbook);
    EXPECT_EQ(workbook->format, "Excel workbook");
    const auto table = stage(write("table.dta", "a,b\n1,2\n"));
    ASSERT_TRUE(table);
    EXPECT_EQ(table->format, "CSV");
}

TEST_F(StageFile, a_web_page_called_csv_is_refused_with_advice) {
    EXPECT_FALSE(stage(write("data.csv", "<!DOCTYPE html>\n<html><body>404</body></html>")));
    ASSERT_EQ(problems_.sorted().size(), 1U);
    EXPECT_EQ(
        to_line(problems_.sorted()[0]),
        (folder_ / "data.csv").string() +
            ": error: is a web page, not data; a download often fails this way; open the home page of the data in "
            "a browser and download the file anew");
}

TEST_F(StageFile, nothing_in_a_file_is_said) {
    for (const auto& bytes : {""s, "\n"s, "\xEF\xBB\xBF"s, " \r\n"s.substr(1), "\xFF\xFE"s}) {
        EXPECT_FALSE(stage(write("t.csv", bytes)));
        EXPECT_EQ(first_problem(), "0:0 is empty");
    }
}

TEST_F(StageFile, what_is_no_file_is_refused) {
    EXPECT_FALSE(stage(folder_));
    EXPECT_EQ(first_problem(), "0:0 is a folder, not a file");
    EXPECT_FALSE(stage(folder_ / "missing.csv"));
    EXPECT_EQ(first_problem(), "0:0 cannot be read: No such file or directory");
    EXPECT_FALSE(stage("/dev/null"));
    EXPECT_EQ(first_problem(), "0:0 is not a regular file");
}

TEST_F(StageFile, a_pipe_without_writer_does_not_hang_it) {
    ASSERT_EQ(::mkfifo((folder_ / "pipe.csv").c_str(), 0600), 0);
    EXPECT_FALSE(stage(folder_ / "pipe.csv"));
    EXPECT_EQ(first_problem(), "0:0 is not a regular file");
}

TEST_F(StageFile, a_file_that_may_not_be_read_is_refused) {
    // Nobody, not even the superuser, can read the memory of this process at its first byte.
    EXPECT_FALSE(stage("/proc/self/mem"));
    EXPECT_NE(first_problem(), "");
}

TEST_F(StageFile, an_open_quotation_mark_is_named_in_file_line_and_column) {
    EXPECT_FALSE(stage(write("t.csv", "a,b\n1,2\n3,\"4\n5,6\n")));
    EXPECT_EQ(first_problem(), "3:3 quotation mark is not closed");
    EXPECT_EQ(problems_.sorted()[0].where.file, (folder_ / "t.csv").string());
}

TEST_F(StageFile, a_lone_quotation_mark_far_down_a_table_with_tabs_is_a_letter) {
    std::string text = "id\tname\n1\t\"a\"\n";
    for (int row = 0; row < 500; ++row) text += "2\tb\n";
    const auto file = stage(write("t.tsv", text + "3\t\"open\n4\tc\n"));
    ASSERT_TRUE(file) << first_problem();
    EXPECT_FALSE(file->sheets.at(0).dialect.quoted);
    EXPECT_EQ(file->remarks, Remarks{"quotation marks kept as text, as they are not in pairs"});
}

TEST_F(StageFile, a_zero_byte_is_named_in_line_and_column) {
    EXPECT_FALSE(stage(write("t.csv", "a,b\n1,\0\n"s)));
    EXPECT_EQ(first_problem(), "2:3 byte zero, which no table of text has");
}

TEST_F(StageFile, a_million_columns_are_refused) {
    EXPECT_FALSE(stage(write("t.csv", std::string(1'000'000, ',') + "\n")));
    EXPECT_EQ(first_problem(), "1:20000 row has more than 20000 columns");
}

TEST_F(StageFile, a_line_without_end_is_refused) {
    EXPECT_FALSE(stage(write("t.csv", "a\n" + std::string((16U << 20U) + 1, 'x'))));
    EXPECT_EQ(first_problem(), "2:1 row is longer than 16777216 bytes");
}

TEST_F(StageFile, a_file_larger_than_allowed_is_refused) {
    StagingLimits limits;
    limits.largest_bytes = 7;
    EXPECT_FALSE(stage(write("t.csv", "a,b\n1,2\n"), limits));
    EXPECT_EQ(first_problem(), "0:0 is larger than 7 bytes");
}

TEST_F(StageFile, a_header_of_many_long_names_is_read_whole) {
    std::string header;
    for (int column = 0; column < 15'000; ++column) header += std::string(300, 'n') + ",";
    const auto file = stage(write("t.csv", header + "end\n" + std::string(15'000, ',') + "\n"));
    ASSERT_TRUE(file) << first_problem();
    ASSERT_EQ(file->sheets.at(0).head.size(), 2U);
    EXPECT_EQ(file->sheets[0].head[0].size(), 15'001U);
    EXPECT_EQ(file->sheets[0].head[1].size(), 15'001U);
}

TEST_F(StageFile, writes_only_below_scratch) {
    ASSERT_TRUE(stage(write("t.csv", "a,b\r1,2\r")));
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(folder_)) names.push_back(entry.path().filename());
    std::ranges::sort(names);
    EXPECT_EQ(names, (std::vector<std::string>{"scratch", "t.csv"}));
    EXPECT_EQ(read(folder_ / "t.csv"), "a,b\r1,2\r");
}

TEST_F(StageFile, a_scratch_folder_that_cannot_be_made_is_a_problem) {
    const auto path = write("t.csv", "a,b\n");
    Problems problems;
    EXPECT_FALSE(stage_file(path, path / "scratch", {}, problems));
    EXPECT_TRUE(problems.has_errors());
}

// Encodings and line ends of the official files, found by other means (Python, `file`).
TEST_F(StageFile, official_files_come_in_every_encoding) {
    ENTENTE_NEEDS_DATA(data, "cow");
    const auto root = data.parent_path();
    struct Expected {
        std::string file;
        std::string encoding;
        bool bare_returns;
    };
    for (const auto& [name, encoding, bare_returns] : std::vector<Expected>{
             {"cow/Inter-StateWarData_v4.0.csv", "UTF-8", true},
             {"cow/Extra-StateWarData_v4.0.csv", "Windows-1252", true},
             {"cow/Non-StateWarData_v4.0.csv", "UTF-8", true},
             {"cow/COW country codes.csv", "UTF-8", true},
             {"cow/INTRA-STATE WARS v5.1 CSV.csv", "Windows-1252", false},
             {"gdp/maddison-data_mpd2018.csv", "Windows-1252", false},
             {"troops/basedata.csv", "Windows-1252", false},
             {"unga/IdealpointestimatesAll_Apr2020.csv", "Windows-1252", false},
             {"sipri/sipri-milex-data_1949-2018_constant.csv", "Windows-1252", false},
             {"icb/icb1v13.csv", "UTF-8 with byte order mark", false},
             {"gdp/worldbank_gdp_per_capita.csv", "UTF-8 with byte order mark", false},
             {"leaders/REIGN_leaderlist_3_21.csv", "UTF-8 and Windows-1252 mixed", false},
             {"cow/MIDB 5.0.csv", "UTF-8", false},
             {"cow/NMC-60-abridged.csv", "UTF-8", false},
         }) {
        const auto file = stage(root / name);
        ASSERT_TRUE(file) << name << " " << first_problem();
        EXPECT_EQ(file->encoding, encoding) << name;
        const bool mended = std::ranges::find(file->remarks, "bare CR line ends") != file->remarks.end();
        EXPECT_EQ(mended, bare_returns) << name;
        const auto cells = cells_of(file->sheets.at(0));
        ASSERT_GT(cells.size(), 40U) << name;
        for (const auto& row : cells) ASSERT_EQ(row.size(), cells[0].size()) << name;
    }
}

TEST_F(StageFile, wars_have_as_many_rows_as_lines_that_end_with_a_return) {
    ENTENTE_NEEDS_DATA(data, "cow");
    // `tr '\r' '\n' < file | grep -c .`, header included.
    EXPECT_EQ(cells_of(stage(data / "Inter-StateWarData_v4.0.csv").value().sheets.at(0)).size(), 338U);
    EXPECT_EQ(cells_of(stage(data / "Extra-StateWarData_v4.0.csv").value().sheets.at(0)).size(), 199U);
}

TEST_F(StageFile, packed_official_files_are_unpacked) {
    ENTENTE_NEEDS_DATA(path, "peacesciencer/cow_mindist.csv.gz");
    const auto file = stage(path);
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(std::filesystem::file_size(file->sheets.at(0).csv), 27'891'844U);  // `gzip -l`
    EXPECT_EQ(file->sheets[0].head[0], (std::vector<std::string>{"ccode1", "ccode2", "year", "mindist"}));
}

TEST_F(StageFile, names_decoded_wrongly_before_are_kept_and_remarked) {
    ENTENTE_NEEDS_DATA(path, "unga/IdealpointsJuly2025.csv");
    const auto file = stage(path);
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(file->sheets.at(0).csv, path);
    ASSERT_EQ(file->remarks.size(), 1U);
    EXPECT_TRUE(file->remarks[0].starts_with("characters decoded wrongly before (kept as they are)"));
}

TEST_F(StageFile, a_codebook_is_refused_with_advice) {
    ENTENTE_NEEDS_DATA(path, "atop/ATOPcodebookV5.pdf");
    EXPECT_FALSE(stage(path));
    EXPECT_EQ(first_problem(), "0:0 is a PDF document");
}

}  // namespace entente::datasets
