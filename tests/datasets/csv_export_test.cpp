#include <gtest/gtest.h>

#include <algorithm>

#include "datasets/database.hpp"
#include "datasets/staging.hpp"

namespace entente::datasets {
namespace {

// What DuckDB's own COPY writes of the same rows is the expectation.
class CsvExport : public StagingFolder {
protected:
    // `rows` is what follows SELECT, with a column `place`; the others are written.
    void expect_as_duckdb_writes(const std::string& rows, const std::vector<std::string>& columns) {
        database_.run("CREATE OR REPLACE TABLE rows AS SELECT " + rows);
        std::vector<Database::NamedExpression> named;
        std::string select;
        for (const auto& column : columns) {
            named.push_back({column, identifier(column)});
            select += (select.empty() ? "" : ", ") + identifier(column);
        }
        const auto places = *database_.query("SELECT count(*) AS rows FROM rows").integer(0, "rows");
        ASSERT_EQ(database_.try_export_csv(named, "rows", "place", places, folder_ / "ours.csv"), "");
        ASSERT_EQ(database_.try_run("COPY (SELECT " + select + " FROM rows) TO " +
                                    literal((folder_ / "theirs.csv").string()) + " (FORMAT csv, HEADER true)"),
                  "");
        const auto ours = read(folder_ / "ours.csv");
        EXPECT_GT(std::count(ours.begin(), ours.end(), '\n'), places);
        EXPECT_EQ(ours, read(folder_ / "theirs.csv"));
    }

    Database database_ = Database::in_memory();
};

TEST_F(CsvExport, writes_numbers_of_any_size) {
    expect_as_duckdb_writes(
        "range AS place, (hash(range) % 2000000001 - 1000000000.0) * pow(10.0, CAST(hash(range, 1) % 40 AS INTEGER) - "
        "25) AS drawn, round(drawn) AS round, 1.0::DOUBLE / (range + 1) AS share, range * 0.25 AS "
        "quarter FROM range(20000)",
        {"drawn", "round", "share", "quarter"});
    expect_as_duckdb_writes(
        "generate_subscripts(n, 1) - 1 AS place, CAST(unnest(n) AS DOUBLE) AS number FROM (SELECT ['0', '-0', '1e15', "
        "'-1e15', '9999999999999998', '1e16', '1e22', '1e23', '0.0001', '0.00009999999999999999', '1e-5', '5e-324', "
        "'1.7976931348623157e308', '9007199254740993', 'inf', '-inf', NULL] AS n)",
        {"number"});
}

TEST_F(CsvExport, writes_cells_of_every_type) {
    expect_as_duckdb_writes(
        "range AS place, CASE WHEN range % 3 > 0 THEN CAST(range % 100 - 50 AS TINYINT) END AS tiny, CAST(range % 200 "
        "AS UTINYINT) AS flag, CAST(range - 1500 AS SMALLINT) AS small, CAST(range AS USMALLINT) AS code, CAST(-range "
        "AS INTEGER) AS year, CAST(range AS UINTEGER) AS people, range * 9000000000000 AS large, CAST(range AS "
        "HUGEINT) AS huge, range % 2 = 0 AS whether, CAST(range / 7 AS FLOAT) AS share, CAST(range / 8 AS "
        "DECIMAL(9, 3)) AS exact, DATE '1815-11-20' + CAST(range AS INTEGER) AS day FROM range(3000)",
        {"tiny", "flag", "small", "code", "year", "people", "large", "huge", "whether", "share", "exact", "day"});
}

TEST_F(CsvExport, puts_texts_in_quotation_marks_where_they_need_them) {
    expect_as_duckdb_writes(
        "range - 1 AS place, CASE WHEN range % 5 > 0 THEN 'x' || chr(CAST(range AS INTEGER)) END AS \"a, b\", "
        "chr(CAST(range AS INTEGER)) || repeat('-', CAST(range % 30 AS INTEGER)) AS \"say \"\"x\"\"\", '' AS none FROM "
        "range(1, 600)",
        {"a, b", "say \"x\"", "none"});
}

// Cells that stand in several rows after each other, and texts of every length beside each other.
TEST_F(CsvExport, writes_what_repeats_and_what_is_long) {
    expect_as_duckdb_writes(
        "range AS place, range // 130 AS pair, CASE WHEN range % 7 < 3 THEN range // 40 END AS gaps, CASE WHEN range "
        "% 300 > 100 THEN (range // 50) / 7 END AS share, CASE WHEN range % 3 > 0 THEN repeat('ab', CAST(range % 40 AS "
        "INTEGER)) END AS name, repeat('\"', CAST(range % 20 AS INTEGER)) AS marks, CASE range % 4 WHEN 0 THEN 0.0 "
        "WHEN 1 THEN -0.0 END::DOUBLE AS sign FROM range(5000)",
        {"pair", "gaps", "share", "name", "marks", "sign"});
}

// More rows than the database hands to one processor at a time (122,880).
TEST_F(CsvExport, keeps_the_order_of_many_rows) {
    expect_as_duckdb_writes("range AS place, range * 3 AS number FROM range(300000)", {"place", "number"});
}

TEST_F(CsvExport, says_why_a_file_cannot_be_written) {
    database_.run("CREATE TABLE rows AS SELECT range AS place FROM range(10)");
    EXPECT_NE(database_.try_export_csv({{"place", "place"}}, "rows", "place", 10, folder_ / "nowhere" / "x.csv"), "");
    EXPECT_NE(database_.try_export_csv({{"place", "place"}}, "rows", "place", 10, "/dev/full"), "");
}

TEST_F(CsvExport, takes_no_rows_that_are_not_in_their_places) {
    database_.run("CREATE TABLE rows AS SELECT 9 - range AS place FROM range(10)");
    EXPECT_NE(database_.try_export_csv({{"place", "place"}}, "rows", "place", 10, folder_ / "x.csv"), "");
}

}  // namespace
}  // namespace entente::datasets
