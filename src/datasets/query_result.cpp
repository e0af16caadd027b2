#include "datasets/query_result.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <type_traits>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "datasets/validity.hpp"

namespace entente::datasets {
namespace {

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

// Values that need no look at their type, one by one. What is missing is 0.
template <typename Value>
void append_as_they_are(std::vector<Value>& values, const void* data, const Column& column, std::size_t from) {
    const auto* const begin = static_cast<const Value*>(data);
    values.insert(values.end(), begin, begin + (column.present.size() - from));
    for (auto row = from; row < values.size(); ++row) {
        if (column.present[row] == 0) values[row] = 0;
    }
}

void append_vector(Column& column, duckdb_vector vector, idx_t size, duckdb_type type) {
    const Validity valid(vector);
    const auto from = column.present.size();
    for (idx_t row = 0; row < size; ++row) {
        column.present.push_back(type != DUCKDB_TYPE_SQLNULL && valid[row] ? 1 : 0);
    }
    const void* const data = duckdb_vector_get_data(vector);
    if (type == DUCKDB_TYPE_BIGINT) {
        append_as_they_are(std::get<Column::Integers>(column.values), data, column, from);
        return;
    }
    if (type == DUCKDB_TYPE_DOUBLE) {
        append_as_they_are(std::get<Column::Numbers>(column.values), data, column, from);
        return;
    }
    auto logical = duckdb_vector_get_column_type(vector);
    for (idx_t row = 0; row < size; ++row) {
        std::visit(
            [&](auto& values) {
                using Value = typename std::decay_t<decltype(values)>::value_type;
                if (column.present[from + row] == 0) {
                    values.push_back(Value{});
                } else if constexpr (std::is_same_v<Value, std::int64_t>) {
                    values.push_back(integer_at(data, row, type));
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

}  // namespace

std::string error_of(duckdb_result& result) {
    const char* words = duckdb_result_error(&result);
    return words != nullptr ? words : "unknown trouble in the database";
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

}  // namespace entente::datasets
