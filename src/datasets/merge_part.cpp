#include "datasets/merge_part.hpp"

#include <cstdint>

#include <fmt/format.h>

namespace entente::datasets {

namespace {

std::string columns_of(const std::string& table) {
    // duckdb_columns() would go through every table of the store, for every part.
    return "(SELECT column_name AS name, column_type AS type, lower(column_name) AS plain FROM (DESCRIBE " +
           identifier(table) + "))";
}

// Whole numbers give way to numbers, both to text.
void widen(Database& database, const std::string& table, const std::string& other) {
    const auto narrow = database.query(fmt::format(
        "SELECT mine.name AS name, CASE WHEN 'VARCHAR' IN (mine.type, theirs.type) THEN 'VARCHAR' ELSE 'DOUBLE' END AS "
        "wide FROM {} mine JOIN {} theirs USING (plain) WHERE mine.type <> theirs.type AND mine.type <> 'VARCHAR' AND "
        "NOT (mine.type = 'DOUBLE' AND theirs.type = 'BIGINT')",
        columns_of(table), columns_of(other)));
    for (std::size_t row = 0; row < narrow.rows(); ++row) {
        database.run(fmt::format("ALTER TABLE {} ALTER {} SET DATA TYPE {}", identifier(table),
                                 identifier(*narrow.text(row, "name")), *narrow.text(row, "wide")));
    }
}

void add_columns(Database& database, const std::string& table, const std::string& other) {
    const auto added =
        database.query(fmt::format("SELECT name, type FROM {} theirs WHERE plain NOT IN (SELECT plain FROM {})",
                                   columns_of(other), columns_of(table)));
    for (std::size_t row = 0; row < added.rows(); ++row) {
        database.run(fmt::format("ALTER TABLE {} ADD COLUMN {} {}", identifier(table),
                                 identifier(*added.text(row, "name")), *added.text(row, "type")));
    }
}

}  // namespace

void merge_part(Database& database, const std::string& arriving, const std::string& table, const std::string& part) {
    const auto target = identifier(table);
    const auto source = identifier(arriving);
    database.run(fmt::format("CREATE TABLE IF NOT EXISTS {} AS SELECT * FROM {} LIMIT 0", target, source));
    database.run(fmt::format("DELETE FROM {} WHERE part = {}", target, literal(part)));
    add_columns(database, table, arriving);
    widen(database, table, arriving);
    database.run(fmt::format("INSERT INTO {} BY NAME SELECT * FROM {}", target, source));
}

}  // namespace entente::datasets
