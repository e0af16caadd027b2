// The embedded database, reduced to what the program asks of it: run a statement, read a whole result by columns, fill
// a table by columns. DuckDB's C interface stays in database.cpp; no extension is ever loaded from outside.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "datasets/cleared_memory.hpp"

namespace entente::datasets {

// One column of a result or of a table to be. Whole numbers, numbers, or text (dates as 2017-02-10). Where
// `present` is 0 the value is missing and the slot in `values` means nothing.
struct Column {
    using Integers = std::vector<std::int64_t>;
    using Numbers = std::vector<double>;
    using Texts = std::vector<std::string>;

    std::string name;
    std::variant<Integers, Numbers, Texts> values;
    std::vector<std::uint8_t> present;
};

class ResultTable {
public:
    explicit ResultTable(std::vector<Column> columns);

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] const std::vector<Column>& columns() const noexcept { return columns_; }
    // Throws Fault if there is no such column.
    [[nodiscard]] const Column& column(std::string_view name) const;

    // A missing value is nothing; a column of another type is a Fault, but whole numbers read as numbers.
    [[nodiscard]] std::optional<std::int64_t> integer(std::size_t row, std::string_view name) const;
    [[nodiscard]] std::optional<double> number(std::size_t row, std::string_view name) const;
    [[nodiscard]] std::optional<std::string> text(std::size_t row, std::string_view name) const;

private:
    std::vector<Column> columns_;
    std::size_t rows_ = 0;
};

enum class Access { ReadOnly, ReadWrite };

// An open database with one connection. Statements run one after the other; each may use all processors.
class Database {
public:
    // A file. ReadOnly never changes it and allows other readers beside it. Throws BadData if the file is no database
    // or comes from a newer DuckDB.
    static Database open(const std::filesystem::path& file, Access access);
    static Database in_memory();

    Database(Database&&) noexcept;
    Database& operator=(Database&&) noexcept;
    ~Database();

    // Throw Fault with DuckDB's words if the statement fails; for statements that a user's file may make fail,
    // `try_run` gives the words back instead, empty if all went well.
    void run(const std::string& statement);
    [[nodiscard]] std::string try_run(const std::string& statement);
    [[nodiscard]] ResultTable query(const std::string& statement) const;

    // The number of rows a statement changed or created is not kept; ask with `query`.
    // Creates the table from the columns, all of one length; replaces one of that name.
    void create_table(const std::string& name, const std::vector<Column>& columns, bool temporary = false);

    // Keeps the result of a query in memory by the places, from 0 and below `places`, that its first column gives, and
    // makes a function of every other column: the value at a place, or nothing. Gives the functions' names; they stay
    // until the database is closed. A place that is there twice is a Fault; with `try_`, it gives nothing.
    [[nodiscard]] std::vector<std::string> make_lookup(const std::string& query, std::int64_t places);
    [[nodiscard]] std::optional<std::vector<std::string>> try_make_lookup(const std::string& query,
                                                                          std::int64_t places);
    // … of columns that stand at their places already. Each is one longer than there are places: the last stands for
    // none, and is never present.
    struct PlacedColumn {
        std::variant<ClearedArray<std::int64_t>, ClearedArray<double>, ClearedArray<std::uint8_t>> values;
        ClearedArray<std::uint8_t> present;
    };
    [[nodiscard]] std::vector<std::string> make_lookup(std::vector<PlacedColumn> columns);

    // Years from `first` to `last`, both of them too, and what their rows have beside the year.
    struct YearSpans {
        enum class Carries { ItsValue, ItsValueAndTheYear };
        struct Column {
            std::string name;
            std::vector<std::int64_t> values;  // of the spans
            Carries carries = Carries::ItsValue;
        };

        std::vector<std::int64_t> first;
        std::vector<std::int64_t> last;
        std::vector<Column> columns;
    };
    // Gives the name of a function that stands for a table: a row for each year of each span, with `year` and the
    // columns, INTEGER where they have the span's value, BIGINT where it is added to the year. All processors read it
    // at once, so its rows come in no order; only where an order has to be kept, one reads it, in order.
    [[nodiscard]] std::string make_year_rows(YearSpans spans);

    // Writes the expressions over the rows of a table or view as a CSV file, which `place` numbers from 0 in the order
    // in which they are written; those that the database reads at a time have to follow each other. Gives DuckDB's
    // words back if that fails, empty if all went well.
    struct NamedExpression {
        std::string name;
        std::string expression;
    };
    [[nodiscard]] std::string try_export_csv(const std::vector<NamedExpression>& columns, const std::string& table,
                                             const std::string& place, std::int64_t rows,
                                             const std::filesystem::path& file);

    // Flushes everything into the one file, so that it can be copied or renamed.
    void checkpoint();

private:
    struct Connection;
    explicit Database(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> connection_;
};

// `"name"` and `'text'` with what is in them escaped: the only way a name or a text of a user's file enters a
// statement.
[[nodiscard]] std::string identifier(std::string_view name);
[[nodiscard]] std::string literal(std::string_view text);

}  // namespace entente::datasets
