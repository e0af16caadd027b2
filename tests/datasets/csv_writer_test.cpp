#include "datasets/csv_writer.hpp"

#include <gtest/gtest.h>

#include <limits>

#include "datasets/staging.hpp"

namespace entente::datasets {

using CsvWriterTest = StagingFolder;

TEST_F(CsvWriterTest, cells_come_back_as_they_were) {
    const Cells cells{{"a, b", "say \"x\"", "=1+1"}, {"", "two\nlines", " blank "}};
    CsvWriter writer(folder_ / "t.csv");
    for (const auto& row : cells) {
        for (const auto& cell : row) writer.cell(cell);
        writer.end_row();
    }
    ASSERT_TRUE(writer.finish());
    EXPECT_EQ(first_rows(read(folder_ / "t.csv"), {}, 10, 100).rows, cells);
}

TEST_F(CsvWriterTest, one_empty_cell_is_still_a_row) {
    CsvWriter writer(folder_ / "t.csv");
    writer.cell("");
    writer.end_row();
    ASSERT_TRUE(writer.finish());
    EXPECT_EQ(read(folder_ / "t.csv"), "\"\"\n");
}

TEST_F(CsvWriterTest, a_file_that_is_there_is_not_written_over) {
    CsvWriter writer(write("t.csv", "mine"));
    EXPECT_FALSE(writer.finish());
    EXPECT_EQ(read(folder_ / "t.csv"), "mine");
}

TEST(Decimal, is_the_shortest_that_reads_back) {
    EXPECT_EQ(decimal(0.1), "0.1");
    EXPECT_EQ(decimal(0.1F), "0.1");
    EXPECT_EQ(decimal(1.0 / 3), "0.3333333333333333");
    EXPECT_EQ(decimal(-0.0), "0");
    EXPECT_EQ(decimal(4.0100002F), "4.01");  // the version in copies of ATOP 4.01 is a float
}

TEST(Decimal, has_no_exponent_unless_it_is_extreme) {
    EXPECT_EQ(decimal(1e5), "100000");
    EXPECT_EQ(decimal(1.5e-7), "0.00000015");
    EXPECT_EQ(decimal(1e300), "1e+300");
    EXPECT_EQ(decimal(std::numeric_limits<double>::max()), "1.7976931348623157e+308");
}

}  // namespace entente::datasets
