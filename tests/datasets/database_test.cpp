#include "datasets/database.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "core/error.hpp"

namespace entente::datasets {

TEST(Database, a_missing_value_is_nothing_and_no_zero) {
    const auto database = Database::in_memory();
    const auto table = database.query("SELECT NULL::BIGINT AS i, NULL::DOUBLE AS n, NULL::VARCHAR AS t, NULL AS u");
    EXPECT_EQ(table.integer(0, "i"), std::nullopt);
    EXPECT_EQ(table.number(0, "n"), std::nullopt);
    EXPECT_EQ(table.text(0, "t"), std::nullopt);
    EXPECT_EQ(table.text(0, "u"), std::nullopt);
}

TEST(Database, types_of_the_database_become_whole_numbers_numbers_and_text) {
    const auto database = Database::in_memory();
    const auto table = database.query(
        "SELECT true AS b, 200::UTINYINT AS small, 1.25::DECIMAL(5,2) AS d, 'a long text that is not stored inline' AS "
        "t, "
        "DATE '2017-02-10' AS day, 18446744073709551615::UBIGINT AS large");
    EXPECT_EQ(table.integer(0, "b"), 1);
    EXPECT_EQ(table.integer(0, "small"), 200);
    EXPECT_EQ(table.number(0, "d"), 1.25);
    EXPECT_EQ(table.text(0, "t"), "a long text that is not stored inline");
    EXPECT_EQ(table.text(0, "day"), "2017-02-10");
    EXPECT_EQ(table.number(0, "large"), 18446744073709551615.0);
}

TEST(Database, a_table_of_columns_comes_back_as_it_was) {
    auto database = Database::in_memory();
    constexpr std::size_t kRows = 5000;  // more than two of the database's own chunks of 2048
    Column numbers{"n", Column::Numbers{}, {}};
    Column texts{"t", Column::Texts{}, {}};
    for (std::size_t row = 0; row < kRows; ++row) {
        std::get<Column::Numbers>(numbers.values).push_back(static_cast<double>(row) / 4);
        std::get<Column::Texts>(texts.values).push_back("text number " + std::to_string(row));
        numbers.present.push_back(row % 3 == 0 ? 0 : 1);
        texts.present.push_back(row % 5 == 0 ? 0 : 1);
    }
    for (const bool temporary : {false, true}) {
        database.create_table("made", {numbers, texts}, temporary);
        const auto table = database.query("SELECT * FROM made");
        ASSERT_EQ(table.rows(), kRows);
        EXPECT_EQ(table.column("n").present, numbers.present);
        EXPECT_EQ(table.column("t").present, texts.present);
        EXPECT_EQ(table.number(4999, "n"), 4999 / 4.0);
        EXPECT_EQ(table.text(4999, "t"), "text number 4999");
        database.run("DROP TABLE made");
    }
}

TEST(Database, a_lookup_gives_what_stands_at_a_place_and_nothing_elsewhere) {
    auto database = Database::in_memory();
    // Every third place from the last to the first: more than one of the database's own chunks of 2048.
    const auto names = database.make_lookup(
        "SELECT place, CAST(place % 100 AS UTINYINT), place / 4, 'text number ' || place, CASE WHEN place <> 7 THEN "
        "CAST(place AS HUGEINT) END FROM (SELECT 8998 - 3 * range AS place FROM range(3000))",
        9000);
    ASSERT_EQ(names.size(), 4U);
    database.run("CREATE TABLE asked AS SELECT unnest([1, 2, 7, NULL, -1, 8998, 9000, 9000000000]::BIGINT[]) AS place");
    const auto found =
        database.query("SELECT " + names[0] + "(place) AS small, " + names[1] + "(place) AS number, " + names[2] +
                       "(place) AS text, CAST(" + names[3] + "(place) AS BIGINT) AS whole FROM asked");
    const std::vector<std::optional<double>> numbers{0.25,         std::nullopt, 1.75,         std::nullopt,
                                                     std::nullopt, 2249.5,       std::nullopt, std::nullopt};
    for (std::size_t row = 0; row < numbers.size(); ++row) EXPECT_EQ(found.number(row, "number"), numbers[row]) << row;
    EXPECT_EQ(found.text(0, "text"), "text number 1");
    EXPECT_EQ(found.text(1, "text"), std::nullopt);
    EXPECT_EQ(found.text(5, "text"), "text number 8998");
    EXPECT_EQ(found.integer(5, "small"), 98);
    EXPECT_EQ(found.integer(0, "whole"), 1);
    EXPECT_EQ(found.integer(2, "whole"), std::nullopt);
}

TEST(Database, a_lookup_takes_no_place_twice_and_none_beyond) {
    auto database = Database::in_memory();
    EXPECT_THROW((void)database.make_lookup("SELECT * FROM (VALUES (1::BIGINT, 5), (1, 5))", 2), Error);
    EXPECT_EQ(database.try_make_lookup("SELECT * FROM (VALUES (1::BIGINT, 5), (1, 5))", 2), std::nullopt);
    // Far apart, so that different threads may meet them.
    EXPECT_EQ(database.try_make_lookup("SELECT range % 499999, 5 FROM range(500000)", 500000), std::nullopt);
    EXPECT_THROW((void)database.try_make_lookup("SELECT 2::BIGINT, 5", 2), Error);
    EXPECT_THROW((void)database.make_lookup("SELECT 2::BIGINT, 5", 2), Error);
    EXPECT_THROW((void)database.make_lookup("SELECT NULL::BIGINT, 5", 2), Error);
    EXPECT_THROW((void)database.make_lookup("SELECT 1, 5", 2), Error);  // not of the type of places
}

TEST(Database, a_lookup_gives_long_texts_and_short_ones) {
    auto database = Database::in_memory();
    const auto names = database.make_lookup(
        "SELECT place, CASE WHEN place <> 2 THEN repeat('x', place) END, repeat('y', 2 * place) FROM (SELECT range AS "
        "place FROM range(13))",
        13);
    const auto found = database.query("SELECT " + names[0] + "(place) AS short, " + names[1] +
                                      "(place) AS long FROM (SELECT unnest([0, 2, 12]::BIGINT[]) AS place)");
    EXPECT_EQ(found.text(0, "short"), "");
    EXPECT_EQ(found.text(1, "short"), std::nullopt);
    EXPECT_EQ(found.text(2, "short"), std::string(12, 'x'));
    EXPECT_EQ(found.text(0, "long"), "");
    EXPECT_EQ(found.text(2, "long"), std::string(24, 'y'));
}

TEST(Database, a_lookup_of_columns_at_their_places_gives_what_they_have) {
    auto database = Database::in_memory();
    const auto array = [](const auto& values) {
        ClearedArray<std::decay_t<decltype(*values.begin())>> made(values.size());
        std::copy(values.begin(), values.end(), made.begin());
        return made;
    };
    using Bytes = std::vector<std::uint8_t>;
    std::vector<Database::PlacedColumn> columns;
    columns.push_back({array(Column::Integers{1816, 0, 1950, 0}), array(Bytes{1, 0, 1, 0})});
    columns.push_back({array(Column::Numbers{0.25, 0.5, 0.0, 0.0}), array(Bytes{1, 1, 1, 0})});
    columns.push_back({array(Bytes{7, 0, 8, 0}), array(Bytes{1, 0, 1, 0})});
    const auto names = database.make_lookup(std::move(columns));
    ASSERT_EQ(names.size(), 3U);
    const auto found =
        database.query("SELECT " + names[0] + "(place) AS year, " + names[1] + "(place) AS share, " + names[2] +
                       "(place) AS reason FROM (SELECT unnest([2, 0, 1, 3]::BIGINT[]) AS place)");
    EXPECT_EQ(found.integer(0, "year"), 1950);
    EXPECT_EQ(found.integer(2, "year"), std::nullopt);
    EXPECT_EQ(found.number(0, "share"), 0.0);
    EXPECT_EQ(found.number(3, "share"), std::nullopt);
    EXPECT_EQ(found.integer(1, "reason"), 7);
    EXPECT_EQ(found.integer(2, "reason"), std::nullopt);
}

TEST(Database, a_lookup_takes_no_column_without_a_place_for_none) {
    auto database = Database::in_memory();
    std::vector<Database::PlacedColumn> columns(1);
    columns[0] = {ClearedArray<double>(2), ClearedArray<std::uint8_t>(2)};
    columns[0].present[1] = 1;
    EXPECT_THROW((void)database.make_lookup(std::move(columns)), Error);
}

Database::YearSpans two_spans() {
    using Carries = Database::YearSpans::Carries;
    return {{1816, 1900},
            {1818, 1900},
            {{"state", {2, 365}, Carries::ItsValue}, {"place", {-1816, -1897}, Carries::ItsValueAndTheYear}}};
}

TEST(Database, year_rows_are_the_years_of_each_span_with_what_it_has) {
    auto database = Database::in_memory();
    const auto rows = database.make_year_rows(two_spans());
    const auto found = database.query("SELECT * FROM " + rows + "()");
    ASSERT_EQ(found.rows(), 4U);
    const std::vector<std::vector<std::int64_t>> expected{{1816, 2, 0}, {1817, 2, 1}, {1818, 2, 2}, {1900, 365, 3}};
    for (std::size_t row = 0; row < expected.size(); ++row) {
        EXPECT_EQ(found.integer(row, "year"), expected[row][0]);
        EXPECT_EQ(found.integer(row, "state"), expected[row][1]);
        EXPECT_EQ(found.integer(row, "place"), expected[row][2]);
    }
    // Some of the columns, in another order; none; and twice in one statement.
    EXPECT_EQ(database.query("SELECT sum(place) AS sum, min(state) AS least FROM " + rows + "()").integer(0, "sum"), 6);
    EXPECT_EQ(database.query("SELECT count(*) AS rows FROM " + rows + "()").integer(0, "rows"), 4);
    EXPECT_EQ(
        database.query("SELECT count(*) AS rows FROM " + rows + "() AS a, " + rows + "() AS b").integer(0, "rows"), 16);
}

// 5,000 spans of 1 to 200 years: 5000 × 201 / 2 rows, far more than are read at a time.
TEST(Database, year_rows_are_all_there_and_in_order_where_that_is_kept) {
    auto database = Database::in_memory();
    Database::YearSpans spans;
    Database::YearSpans::Column place{"place", {}, Database::YearSpans::Carries::ItsValueAndTheYear};
    std::int64_t rows = 0;
    for (std::int64_t span = 0; span < 5000; ++span) {
        spans.first.push_back(1816);
        spans.last.push_back(1816 + span % 200);
        place.values.push_back(rows - 1816);
        rows += span % 200 + 1;
    }
    spans.columns.push_back(place);
    ASSERT_EQ(rows, 502500);
    const auto name = database.make_year_rows(std::move(spans));
    const auto found = database.query(
        "SELECT count(DISTINCT place) AS places, min(place) AS least, max(place) AS most "
        "FROM " +
        name + "()");
    EXPECT_EQ(found.integer(0, "places"), rows);
    EXPECT_EQ(found.integer(0, "least"), 0);
    EXPECT_EQ(found.integer(0, "most"), rows - 1);
    database.run("CREATE TABLE kept AS SELECT place FROM " + name + "()");
    EXPECT_EQ(database.query("SELECT count(*) AS rows FROM kept WHERE place <> rowid").integer(0, "rows"), 0);
}

TEST(Database, year_rows_of_no_span_are_none) {
    auto database = Database::in_memory();
    const auto rows = database.make_year_rows({{}, {}, {{"state", {}, Database::YearSpans::Carries::ItsValue}}});
    EXPECT_EQ(database.query("SELECT * FROM " + rows + "()").rows(), 0U);
}

TEST(Database, year_rows_take_no_span_that_is_none) {
    auto database = Database::in_memory();
    auto backwards = two_spans();
    backwards.last[0] = 1815;
    EXPECT_THROW((void)database.make_year_rows(backwards), Error);
    auto shorter = two_spans();
    shorter.columns[0].values.pop_back();
    EXPECT_THROW((void)database.make_year_rows(shorter), Error);
    auto larger = two_spans();
    larger.columns[0].values[0] = std::int64_t{1} << 40;  // no INTEGER
    EXPECT_THROW((void)database.make_year_rows(larger), Error);
}

TEST(Database, a_failing_statement_says_why) {
    auto database = Database::in_memory();
    EXPECT_EQ(database.try_run("SELECT 1"), "");
    EXPECT_NE(database.try_run("SELECT * FROM nowhere").find("nowhere"), std::string::npos);
    EXPECT_THROW(database.run("SELECT * FROM nowhere"), Error);
    EXPECT_THROW((void)database.query("SELECT * FROM nowhere"), Error);
}

TEST(Database, names_and_texts_with_quotation_marks_stay_what_they_are) {
    auto database = Database::in_memory();
    database.run("CREATE TABLE " + identifier("a \"b\"; --") + " AS SELECT " + literal("it's; --") + " AS " +
                 identifier("x\"y"));
    EXPECT_EQ(database.query("SELECT * FROM " + identifier("a \"b\"; --")).text(0, "x\"y"), "it's; --");
}

}  // namespace entente::datasets
