#include "datasets/stata_file.hpp"

#include <readstat.h>

#include <charconv>
#include <cmath>

#include "datasets/staging.hpp"
#include "test_data.hpp"

namespace entente::datasets {

namespace {

ssize_t append(const void* bytes, std::size_t size, void* context) {
    static_cast<std::string*>(context)->append(static_cast<const char*>(bytes), size);
    return static_cast<ssize_t>(size);
}

// A file with one row of every kind of value and one of missing ones, written by ReadStat itself.
std::string stata_bytes(std::uint8_t release) {
    std::string bytes;
    readstat_writer_t* writer = readstat_writer_init();
    readstat_set_data_writer(writer, append);
    readstat_writer_set_file_format_version(writer, release);
    readstat_label_set_t* labels = readstat_add_label_set(writer, READSTAT_TYPE_INT32, "yesno");
    readstat_label_int32_value(labels, 1, "yes");
    const auto* name = readstat_add_variable(writer, "name", READSTAT_TYPE_STRING, 20);
    auto* flag = readstat_add_variable(writer, "flag", READSTAT_TYPE_INT8, 0);
    readstat_variable_set_label_set(flag, labels);
    const auto* count = readstat_add_variable(writer, "count", READSTAT_TYPE_INT32, 0);
    const auto* share = readstat_add_variable(writer, "share", READSTAT_TYPE_FLOAT, 0);
    const auto* exact = readstat_add_variable(writer, "exact", READSTAT_TYPE_DOUBLE, 0);
    auto* day = readstat_add_variable(writer, "day", READSTAT_TYPE_INT32, 0);
    readstat_variable_set_format(day, "%td");
    auto* month = readstat_add_variable(writer, "month", READSTAT_TYPE_INT32, 0);
    readstat_variable_set_format(month, "%tm");
    readstat_begin_writing_dta(writer, &bytes, 2);
    readstat_begin_row(writer);
    readstat_insert_string_value(writer, name, "say \"a, b\"");
    readstat_insert_int8_value(writer, flag, 1);
    readstat_insert_int32_value(writer, count, -2'000'000'000);
    readstat_insert_float_value(writer, share, 0.1F);
    readstat_insert_double_value(writer, exact, 1.0 / 3);
    readstat_insert_int32_value(writer, day, -366);
    readstat_insert_int32_value(writer, month, 12);
    readstat_end_row(writer);
    readstat_begin_row(writer);
    readstat_insert_string_value(writer, name, "");
    readstat_insert_missing_value(writer, flag);
    readstat_insert_tagged_missing_value(writer, count, 'a');
    readstat_insert_missing_value(writer, share);
    readstat_insert_tagged_missing_value(writer, exact, 'z');
    readstat_insert_missing_value(writer, day);
    readstat_insert_missing_value(writer, month);
    readstat_end_row(writer);
    readstat_end_writing(writer);
    readstat_writer_free(writer);
    return bytes;
}

std::optional<double> number(const std::string& cell) {
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (error != std::errc{} || end != cell.data() + cell.size()) return std::nullopt;
    return value;
}

}  // namespace

using StataFile = StagingFolder;

TEST_F(StataFile, values_of_every_kind_come_back_in_every_release) {
    // 366 days before 1960-01-01 is 1958-12-31; month 12 of %tm is 1961m1, and stays a number.
    const Cells expected{{"name", "flag", "count", "share", "exact", "day", "month"},
                         {"say \"a, b\"", "1", "-2000000000", "0.1", "0.3333333333333333", "1958-12-31", "12"},
                         {"", "", "", "", "", "", ""}};
    for (const int release : {113, 114, 115, 117, 118, 119}) {
        const auto file = stage(write("t.dta", stata_bytes(static_cast<std::uint8_t>(release))));
        ASSERT_TRUE(file) << release << first_problem();
        EXPECT_EQ(file->format, "Stata " + std::to_string(release));
        ASSERT_EQ(file->sheets.size(), 1U);
        EXPECT_EQ(cells_of(file->sheets[0]), expected) << release;
    }
}

TEST_F(StataFile, what_a_table_of_text_cannot_say_is_remarked) {
    const auto file = stage(write("t.dta", stata_bytes(118)));
    ASSERT_TRUE(file);
    EXPECT_EQ(file->remarks,
              (std::vector<std::string>{"values of Stata's extended missing codes .a to .z taken as missing: 2",
                                        "numbers kept, not their labels: flag",
                                        "times that are not days, kept as Stata's numbers: month (%tm)"}));
}

TEST_F(StataFile, text_of_any_length_comes_back) {
    std::string bytes;
    readstat_writer_t* writer = readstat_writer_init();
    readstat_set_data_writer(writer, append);
    readstat_writer_set_file_format_version(writer, 118);
    const auto* note = readstat_add_variable(writer, "note", READSTAT_TYPE_STRING_REF, 0);
    const std::string text(3000, 'n');
    readstat_string_ref_t* reference = readstat_add_string_ref(writer, text.c_str());
    readstat_begin_writing_dta(writer, &bytes, 1);
    readstat_begin_row(writer);
    readstat_insert_string_ref(writer, note, reference);
    readstat_end_row(writer);
    readstat_end_writing(writer);
    readstat_writer_free(writer);
    const auto file = stage(write("t.dta", bytes));
    ASSERT_TRUE(file) << first_problem();
    EXPECT_EQ(cells_of(file->sheets.at(0)), (Cells{{"note"}, {text}}));
}

TEST_F(StataFile, text_that_is_not_utf8_is_windows_1252) {
    std::string bytes = stata_bytes(114);
    const auto at = bytes.find("say ");
    ASSERT_NE(at, std::string::npos);
    bytes.replace(at, 4, "C\xF4te");
    const auto file = stage(write("t.dta", bytes));
    ASSERT_TRUE(file);
    EXPECT_EQ(cells_of(file->sheets[0])[1][0], "Côte\"a, b\"");
    EXPECT_EQ(file->encoding, "Windows-1252");
}

TEST_F(StataFile, cut_off_anywhere_ends_in_a_message) {
    const std::string whole = stata_bytes(114);
    for (std::size_t size = 5; size < whole.size(); size += 97) {
        const auto file = stage(write("t.dta", whole.substr(0, size)));
        if (file) {  // the labels at the end are not needed for the values
            EXPECT_EQ(cells_of(file->sheets[0]).size(), 3U) << size;
        } else {
            EXPECT_TRUE(problems_.has_errors()) << size;
        }
    }
    EXPECT_FALSE(stage(write("t.dta", whole.substr(0, whole.size() / 4))));
}

TEST_F(StataFile, a_header_with_absurd_counts_ends_in_a_message) {
    // Stata's help file `dta_115`, section 5.1: bytes 4-5 are the number of variables, 6-9 that of observations.
    std::string columns = stata_bytes(115);
    columns[4] = '\xFF';
    columns[5] = '\x7F';
    EXPECT_FALSE(stage(write("t.dta", columns)));
    EXPECT_EQ(first_problem(), "0:0 is a Stata file that says it has 32767 columns, more than 20000");
    std::string rows = stata_bytes(115);
    for (std::size_t at = 6; at < 9; ++at) rows[at] = '\xFF';
    rows[9] = '\x7F';
    EXPECT_FALSE(stage(write("t.dta", rows)));
    EXPECT_NE(first_problem(), "");
    std::string none = stata_bytes(115);
    none[4] = none[5] = '\0';
    EXPECT_FALSE(stage(write("t.dta", none)));
    EXPECT_NE(first_problem(), "");
}

// The CSV beside it was made from the file by another program (pandas), and checked to be equal.
TEST_F(StataFile, atop_equals_its_csv_cell_by_cell) {
    ENTENTE_NEEDS_DATA(folder, "atop");
    for (const std::string name : {"atop5_0a", "atop5_0aph", "atop5_0m", "atop5_0sy"}) {
        const auto stata = stage(folder / (name + ".dta"));
        ASSERT_TRUE(stata) << first_problem();
        EXPECT_EQ(stata->format, "Stata 115");
        const auto csv = stage(folder / (name + ".csv"));
        ASSERT_TRUE(csv) << first_problem();
        const auto found = cells_of(stata->sheets[0]);
        const auto expected = cells_of(csv->sheets[0]);
        ASSERT_EQ(found.size(), expected.size()) << name;
        ASSERT_EQ(found[0], expected[0]) << name;
        std::size_t numbers = 0;
        for (std::size_t row = 1; row < found.size(); ++row) {
            ASSERT_EQ(found[row].size(), expected[row].size());
            for (std::size_t column = 0; column < found[row].size(); ++column) {
                const auto& cell = found[row][column];
                if (cell == expected[row][column]) {
                    numbers += cell.empty() ? 0U : 1U;
                    continue;
                }
                const auto one = number(cell);
                const auto other = number(expected[row][column]);
                ASSERT_TRUE(one && other) << name << " row " << row << " " << found[0][column] << ": " << cell
                                          << " and " << expected[row][column];
                // A number stored as a float is written with the digits of a float or of a double.
                EXPECT_EQ(static_cast<float>(*one), static_cast<float>(*other)) << name << " row " << row;
                ++numbers;
            }
        }
        EXPECT_GT(numbers, 10'000U);
    }
}

TEST_F(StataFile, ideal_points_of_release_118_equal_their_csv_in_shape) {
    ENTENTE_NEEDS_DATA(folder, "unga");
    const auto stata = stage(folder / "IdealpointsJuly2025.dta");
    const auto csv = stage(folder / "IdealpointsJuly2025.csv");
    ASSERT_TRUE(stata && csv);
    EXPECT_EQ(stata->format, "Stata 118");
    const auto found = cells_of(stata->sheets[0]);
    const auto expected = cells_of(csv->sheets[0]);
    ASSERT_EQ(found.size(), expected.size());
    EXPECT_EQ(found[0], expected[0]);
    for (std::size_t row = 1; row < found.size(); ++row) {
        for (std::size_t column = 0; column < 4; ++column) {
            ASSERT_EQ(found[row][column], expected[row][column]) << row;  // code, letters, name, year
        }
        for (std::size_t column = 4; column < found[row].size(); ++column) {
            const auto one = number(found[row][column]);
            const auto other = number(expected[row][column]);
            ASSERT_EQ(one.has_value(), other.has_value()) << row << " " << found[0][column];
            if (one) {
                EXPECT_NEAR(*one, *other, 1e-6 * std::max(1.0, std::abs(*other))) << row;
            }
        }
    }
}

}  // namespace entente::datasets
