#include "datasets/database.hpp"

#include <duckdb.h>

#include <algorithm>
#include <type_traits>
#include <utility>

#include "core/error.hpp"
#include "datasets/csv_export.hpp"
#include "datasets/csv_lines.hpp"
#include "datasets/lookup.hpp"
#include "datasets/query_result.hpp"
#include "datasets/year_rows.hpp"

namespace entente::datasets {

struct Database::Connection {
    duckdb_database database = nullptr;
    duckdb_connection connection = nullptr;
    int functions = 0;

    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() {
        if (connection != nullptr) duckdb_disconnect(&connection);
        if (database != nullptr) duckdb_close(&database);
    }
};

namespace {

class Settings {
public:
    Settings() { ensure(duckdb_create_config(&config_) == DuckDBSuccess, "DuckDB gives no configuration"); }
    Settings(const Settings&) = delete;
    Settings& operator=(const Settings&) = delete;
    ~Settings() { duckdb_destroy_config(&config_); }

    void set(const char* name, const char* value) {
        ensure(duckdb_set_config(config_, name, value) == DuckDBSuccess, "DuckDB does not know one of our settings");
    }
    [[nodiscard]] duckdb_config get() const noexcept { return config_; }

private:
    duckdb_config config_ = nullptr;
};

std::string type_word(const Column& column) {
    if (std::holds_alternative<Column::Integers>(column.values)) return "BIGINT";
    if (std::holds_alternative<Column::Numbers>(column.values)) return "DOUBLE";
    return "VARCHAR";
}

void fill_vector(duckdb_vector vector, const Column& column, std::size_t from, std::size_t count) {
    const auto begin = column.present.begin() + static_cast<std::ptrdiff_t>(from);
    if (std::find(begin, begin + static_cast<std::ptrdiff_t>(count), 0) != begin + static_cast<std::ptrdiff_t>(count)) {
        duckdb_vector_ensure_validity_writable(vector);
        auto* validity = duckdb_vector_get_validity(vector);
        for (std::size_t place = 0; place < count; ++place) {
            duckdb_validity_set_row_validity(validity, place, column.present[from + place] != 0);
        }
    }
    std::visit(
        [&](const auto& values) {
            using Value = typename std::decay_t<decltype(values)>::value_type;
            if constexpr (std::is_same_v<Value, std::string>) {
                for (std::size_t place = 0; place < count; ++place) {
                    const auto& text = values[from + place];
                    if (column.present[from + place] != 0) {
                        duckdb_vector_assign_string_element_len(vector, place, text.data(), text.size());
                    }
                }
            } else {
                auto* data = static_cast<Value*>(duckdb_vector_get_data(vector));
                std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(from), count, data);
            }
        },
        column.values);
}

duckdb_type duckdb_type_of(const Column& column) {
    if (std::holds_alternative<Column::Integers>(column.values)) return DUCKDB_TYPE_BIGINT;
    if (std::holds_alternative<Column::Numbers>(column.values)) return DUCKDB_TYPE_DOUBLE;
    return DUCKDB_TYPE_VARCHAR;
}

std::string lookup_prefix(int number) {
    return "lookup_" + std::to_string(number) + "_";
}

std::string quoted_with(char mark, std::string_view text) {
    std::string out(1, mark);
    for (const char byte : text) {
        if (byte == mark) out += mark;
        out += byte;
    }
    out += mark;
    return out;
}

}  // namespace

Database::Database(std::unique_ptr<Connection> connection) : connection_(std::move(connection)) {}
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;
Database::~Database() = default;

Database Database::open(const std::filesystem::path& file, Access access) {
    Settings settings;
    settings.set("access_mode", access == Access::ReadOnly ? "READ_ONLY" : "READ_WRITE");
    settings.set("autoload_known_extensions", "false");
    settings.set("autoinstall_known_extensions", "false");
    settings.set("allow_community_extensions", "false");
    settings.set("preserve_insertion_order", "true");
    // The estimates of how many values a column has are a tenth as large in files for DuckDB 1.1 and later, and all of
    // them are read whenever the store is opened.
    settings.set("storage_compatibility_version", "v1.1.0");
    auto connection = std::make_unique<Connection>();
    char* words = nullptr;
    const auto name = file.string();
    const auto opened =
        duckdb_open_ext(name.empty() ? nullptr : name.c_str(), &connection->database, settings.get(), &words);
    const std::string trouble = words != nullptr ? words : "";
    duckdb_free(words);
    if (opened != DuckDBSuccess) {
        throw Error(
            ErrorKind::BadData, "the data store " + name + " cannot be opened: " + trouble,
            "if another program has it open for writing, close it there; a damaged store can be deleted and filled "
            "again with `entente data add`");
    }
    ensure(duckdb_connect(connection->database, &connection->connection) == DuckDBSuccess,
           "DuckDB gives no connection");
    return Database(std::move(connection));
}

Database Database::in_memory() {
    return open({}, Access::ReadWrite);
}

std::string Database::try_run(const std::string& statement) {
    Result result;
    if (duckdb_query(connection_->connection, statement.c_str(), &result.result) == DuckDBSuccess) return {};
    return error_of(result.result);
}

void Database::run(const std::string& statement) {
    if (const auto trouble = try_run(statement); !trouble.empty()) {
        throw Error(ErrorKind::Fault, "the data store refused a statement: " + trouble);
    }
}

ResultTable Database::query(const std::string& statement) const {
    Result result;
    if (duckdb_query(connection_->connection, statement.c_str(), &result.result) != DuckDBSuccess) {
        throw Error(ErrorKind::Fault, "the data store refused a query: " + error_of(result.result));
    }
    return read_result(result.result);
}

void Database::create_table(const std::string& name, const std::vector<Column>& columns, bool temporary) {
    std::string definition;
    for (const auto& column : columns) {
        definition += (definition.empty() ? "" : ", ") + identifier(column.name) + ' ' + type_word(column);
    }
    run(std::string("CREATE OR REPLACE ") + (temporary ? "TEMPORARY " : "") + "TABLE " + identifier(name) + " (" +
        definition + ')');

    duckdb_appender appender = nullptr;
    const auto made =
        temporary ? duckdb_appender_create_ext(connection_->connection, "temp", nullptr, name.c_str(), &appender)
                  : duckdb_appender_create(connection_->connection, nullptr, name.c_str(), &appender);
    ensure(made == DuckDBSuccess, "DuckDB gives no appender");
    std::vector<duckdb_logical_type> types;
    for (const auto& column : columns) types.push_back(duckdb_create_logical_type(duckdb_type_of(column)));
    const auto rows = columns.empty() ? 0 : columns.front().present.size();
    const auto chunk_rows = static_cast<std::size_t>(duckdb_vector_size());
    bool appended = true;
    for (std::size_t from = 0; from < rows && appended; from += chunk_rows) {
        const auto count = std::min(chunk_rows, rows - from);
        auto* chunk = duckdb_create_data_chunk(types.data(), types.size());
        for (std::size_t place = 0; place < columns.size(); ++place) {
            fill_vector(duckdb_data_chunk_get_vector(chunk, place), columns[place], from, count);
        }
        duckdb_data_chunk_set_size(chunk, count);
        appended = duckdb_append_data_chunk(appender, chunk) == DuckDBSuccess;
        duckdb_destroy_data_chunk(&chunk);
    }
    const auto closed = duckdb_appender_close(appender);
    for (auto& type : types) duckdb_destroy_logical_type(&type);
    duckdb_appender_destroy(&appender);
    if (!appended || closed != DuckDBSuccess) {
        throw Error(ErrorKind::Fault, "the data store took no rows for the table " + name);
    }
}

std::vector<std::string> Database::make_lookup(const std::string& query, std::int64_t places) {
    auto names = try_make_lookup(query, places);
    ensure(names.has_value(), "a place is looked up of which there are two");
    return std::move(*names);
}

std::optional<std::vector<std::string>> Database::try_make_lookup(const std::string& query, std::int64_t places) {
    const int number = ++connection_->functions;
    auto kept = keep_columns(connection_->connection, number, query, static_cast<std::size_t>(places));
    if (!kept.trouble.empty()) throw Error(ErrorKind::Fault, "the data store refused a query: " + kept.trouble);
    if (kept.twice) return std::nullopt;
    return make_lookup_functions(connection_->connection, std::move(kept.columns), lookup_prefix(number));
}

std::vector<std::string> Database::make_lookup(std::vector<PlacedColumn> columns) {
    return make_lookup_functions(connection_->connection, keep_columns(std::move(columns)),
                                 lookup_prefix(++connection_->functions));
}

std::string Database::make_year_rows(YearSpans spans) {
    auto name = "year_rows_" + std::to_string(++connection_->functions);
    make_year_rows_function(connection_->connection, name, std::move(spans));
    return name;
}

std::string Database::try_export_csv(const std::vector<NamedExpression>& columns, const std::string& table,
                                     const std::string& place, std::int64_t rows, const std::filesystem::path& file) {
    std::string header;
    std::string select;
    for (const auto& column : columns) {
        header += (header.empty() ? "" : ",") + csv_text(column.name);
        select += (select.empty() ? "" : ", ") + column.expression;
    }
    const auto types = query("DESCRIBE SELECT " + select + " FROM " + table);
    select = place;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const bool written = is_written_in_csv(*types.text(i, "column_type"));
        select += ", " + (written ? columns[i].expression : "CAST(" + columns[i].expression + " AS VARCHAR)");
    }
    return export_csv(connection_->connection, ++connection_->functions, header + "\n", select, table, rows, file);
}

void Database::checkpoint() {
    run("CHECKPOINT");
}

std::string identifier(std::string_view name) {
    return quoted_with('"', name);
}
std::string literal(std::string_view text) {
    return quoted_with('\'', text);
}

}  // namespace entente::datasets
