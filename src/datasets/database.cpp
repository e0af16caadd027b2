#include "datasets/database.hpp"

#include <duckdb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <type_traits>
#include <utility>

#include "core/error.hpp"
#include "datasets/lookup.hpp"

namespace entente::datasets {

struct Database::Connection {
    duckdb_database database = nullptr;
    duckdb_connection connection = nullptr;
    int lookups = 0;

    Connection() = default;
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() {
        if (connection != nullptr) duckdb_disconnect(&connection);
        if (database != nullptr) duckdb_close(&database);
    }
};

namespace {

// Owns a result of the C interface.
struct Result {
    duckdb_result result{};
    Result() = default;
    Result(const Result&) = delete;
    Result& operator=(const Result&) = delete;
    ~Result() { duckdb_destroy_result(&result); }
};

std::string error_of(duckdb_result& result) {
    const char* words = duckdb_result_error(&result);
    return words != nullptr ? words : "unknown trouble in the database";
}

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

std::string date_text(duckdb_date value) {
    const auto date = duckdb_from_date(value);
    std::array<char, 32> text{};
    (void)std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, static_cast<int>(date.month),
                        static_cast<int>(date.day));
    return text.data();
}

double decimal_number(duckdb_vector vector, idx_t row, duckdb_logical_type type) {
    const void* data = duckdb_vector_get_data(vector);
    double unscaled = 0;
    switch (duckdb_decimal_internal_type(type)) {
        case DUCKDB_TYPE_SMALLINT:
            unscaled = static_cast<const std::int16_t*>(data)[row];
            break;
        case DUCKDB_TYPE_INTEGER:
            unscaled = static_cast<const std::int32_t*>(data)[row];
            break;
        case DUCKDB_TYPE_BIGINT:
            unscaled = static_cast<double>(static_cast<const std::int64_t*>(data)[row]);
            break;
        default:
            unscaled = duckdb_hugeint_to_double(static_cast<const duckdb_hugeint*>(data)[row]);
            break;
    }
    return unscaled / std::pow(10.0, duckdb_decimal_scale(type));
}

enum class Shape { Integer, Number, Text };

Shape shape_of(duckdb_type type) {
    switch (type) {
        case DUCKDB_TYPE_BOOLEAN:
        case DUCKDB_TYPE_TINYINT:
        case DUCKDB_TYPE_SMALLINT:
        case DUCKDB_TYPE_INTEGER:
        case DUCKDB_TYPE_BIGINT:
        case DUCKDB_TYPE_UTINYINT:
        case DUCKDB_TYPE_USMALLINT:
        case DUCKDB_TYPE_UINTEGER:
            return Shape::Integer;
        case DUCKDB_TYPE_UBIGINT:
        case DUCKDB_TYPE_HUGEINT:
        case DUCKDB_TYPE_FLOAT:
        case DUCKDB_TYPE_DOUBLE:
        case DUCKDB_TYPE_DECIMAL:
            return Shape::Number;
        case DUCKDB_TYPE_VARCHAR:
        case DUCKDB_TYPE_DATE:
        case DUCKDB_TYPE_SQLNULL:
            return Shape::Text;
        default:
            ensure(false, "a result of the database has a type that the program does not read");
            return Shape::Text;
    }
}

std::int64_t integer_at(const void* data, idx_t row, duckdb_type type) {
    switch (type) {
        case DUCKDB_TYPE_BOOLEAN:
            return static_cast<const bool*>(data)[row] ? 1 : 0;
        case DUCKDB_TYPE_TINYINT:
            return static_cast<const std::int8_t*>(data)[row];
        case DUCKDB_TYPE_SMALLINT:
            return static_cast<const std::int16_t*>(data)[row];
        case DUCKDB_TYPE_INTEGER:
            return static_cast<const std::int32_t*>(data)[row];
        case DUCKDB_TYPE_UTINYINT:
            return static_cast<const std::uint8_t*>(data)[row];
        case DUCKDB_TYPE_USMALLINT:
            return static_cast<const std::uint16_t*>(data)[row];
        case DUCKDB_TYPE_UINTEGER:
            return static_cast<const std::uint32_t*>(data)[row];
        default:
            return static_cast<const std::int64_t*>(data)[row];
    }
}

double number_at(duckdb_vector vector, idx_t row, duckdb_type type, duckdb_logical_type logical) {
    const void* data = duckdb_vector_get_data(vector);
    switch (type) {
        case DUCKDB_TYPE_FLOAT:
            return static_cast<double>(static_cast<const float*>(data)[row]);
        case DUCKDB_TYPE_DOUBLE:
            return static_cast<const double*>(data)[row];
        case DUCKDB_TYPE_UBIGINT:
            return static_cast<double>(static_cast<const std::uint64_t*>(data)[row]);
        case DUCKDB_TYPE_HUGEINT:
            return duckdb_hugeint_to_double(static_cast<const duckdb_hugeint*>(data)[row]);
        default:
            return decimal_number(vector, row, logical);
    }
}

std::string text_at(duckdb_vector vector, idx_t row, duckdb_type type) {
    void* data = duckdb_vector_get_data(vector);
    if (type == DUCKDB_TYPE_DATE) return date_text(static_cast<const duckdb_date*>(data)[row]);
    auto& text = static_cast<duckdb_string_t*>(data)[row];
    return {duckdb_string_t_data(&text), duckdb_string_t_length(text)};
}

void append_vector(Column& column, duckdb_vector vector, idx_t size, duckdb_type type) {
    const auto* validity = duckdb_vector_get_validity(vector);
    auto logical = duckdb_vector_get_column_type(vector);
    for (idx_t row = 0; row < size; ++row) {
        const bool present =
            type != DUCKDB_TYPE_SQLNULL &&
            (validity == nullptr || duckdb_validity_row_is_valid(const_cast<std::uint64_t*>(validity), row));
        column.present.push_back(present ? 1 : 0);
        std::visit(
            [&](auto& values) {
                using Value = typename std::decay_t<decltype(values)>::value_type;
                if (!present) {
                    values.push_back(Value{});
                } else if constexpr (std::is_same_v<Value, std::int64_t>) {
                    values.push_back(integer_at(duckdb_vector_get_data(vector), row, type));
                } else if constexpr (std::is_same_v<Value, double>) {
                    values.push_back(number_at(vector, row, type, logical));
                } else {
                    values.push_back(text_at(vector, row, type));
                }
            },
            column.values);
    }
    duckdb_destroy_logical_type(&logical);
}

ResultTable read_result(duckdb_result& result) {
    std::vector<Column> columns(duckdb_column_count(&result));
    for (idx_t place = 0; place < columns.size(); ++place) {
        columns[place].name = duckdb_column_name(&result, place);
        switch (shape_of(duckdb_column_type(&result, place))) {
            case Shape::Integer:
                columns[place].values = Column::Integers{};
                break;
            case Shape::Number:
                columns[place].values = Column::Numbers{};
                break;
            case Shape::Text:
                columns[place].values = Column::Texts{};
                break;
        }
    }
    while (auto* chunk = duckdb_fetch_chunk(result)) {
        const auto size = duckdb_data_chunk_get_size(chunk);
        for (idx_t place = 0; place < columns.size(); ++place) {
            append_vector(columns[place], duckdb_data_chunk_get_vector(chunk, place), size,
                          duckdb_column_type(&result, place));
        }
        duckdb_destroy_data_chunk(&chunk);
    }
    return ResultTable(std::move(columns));
}

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

ResultTable::ResultTable(std::vector<Column> columns)
    : columns_(std::move(columns)), rows_(columns_.empty() ? 0 : columns_.front().present.size()) {}

const Column& ResultTable::column(std::string_view name) const {
    const auto found =
        std::find_if(columns_.begin(), columns_.end(), [&](const Column& one) { return one.name == name; });
    if (found == columns_.end()) throw Error(ErrorKind::Fault, "no column '" + std::string(name) + "' in a result");
    return *found;
}

std::optional<std::int64_t> ResultTable::integer(std::size_t row, std::string_view name) const {
    const auto& one = column(name);
    if (one.present[row] == 0) return std::nullopt;
    if (const auto* integers = std::get_if<Column::Integers>(&one.values)) return (*integers)[row];
    return static_cast<std::int64_t>(std::get<Column::Numbers>(one.values)[row]);
}

std::optional<double> ResultTable::number(std::size_t row, std::string_view name) const {
    const auto& one = column(name);
    if (one.present[row] == 0) return std::nullopt;
    if (const auto* integers = std::get_if<Column::Integers>(&one.values)) return static_cast<double>((*integers)[row]);
    return std::get<Column::Numbers>(one.values)[row];
}

std::optional<std::string> ResultTable::text(std::size_t row, std::string_view name) const {
    const auto& one = column(name);
    if (one.present[row] == 0) return std::nullopt;
    return std::get<Column::Texts>(one.values)[row];
}

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
    Result result;
    if (duckdb_query(connection_->connection, query.c_str(), &result.result) != DuckDBSuccess) {
        throw Error(ErrorKind::Fault, "the data store refused a query: " + error_of(result.result));
    }
    const auto prefix = "lookup_" + std::to_string(++connection_->lookups) + "_";
    make_lookup_functions(connection_->connection, result.result, static_cast<std::size_t>(places), prefix);
    std::vector<std::string> names;
    for (idx_t number = 1; number < duckdb_column_count(&result.result); ++number) {
        names.push_back(prefix + std::to_string(number));
    }
    return names;
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
