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

TEST(Database, a_lookup_of_columns_gives_their_rows_by_place) {
    auto database = Database::in_memory();
    const auto names = database.make_lookup({{"year", Column::Integers{1816, 0, 1950}, {1, 0, 1}},
                                             {"share", Column::Numbers{0.25, 0.5, 0.0}, {1, 1, 1}},
                                             {"name", Column::Texts{"first", "second", "third"}, {1, 1, 0}}},
                                            3);
    ASSERT_EQ(names.size(), 3U);
    const auto found =
        database.query("SELECT " + names[0] + "(place) AS year, " + names[1] + "(place) AS share, " + names[2] +
                       "(place) AS name FROM (SELECT unnest([2, 0, 1, 3]::BIGINT[]) AS place)");
    EXPECT_EQ(found.integer(0, "year"), 1950);
    EXPECT_EQ(found.integer(2, "year"), std::nullopt);
    EXPECT_EQ(found.number(0, "share"), 0.0);
    EXPECT_EQ(found.number(3, "share"), std::nullopt);
    EXPECT_EQ(found.text(0, "name"), std::nullopt);
    EXPECT_EQ(found.text(2, "name"), "second");
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
