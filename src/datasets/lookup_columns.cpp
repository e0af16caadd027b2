#include "datasets/lookup_columns.hpp"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <exception>
#include <type_traits>
#include <utility>
#include <variant>

#include "core/error.hpp"
#include "datasets/validity.hpp"

namespace entente::datasets {
namespace {

std::size_t width_of(duckdb_type type) {
    switch (type) {
        case DUCKDB_TYPE_VARCHAR:
            return 0;
        case DUCKDB_TYPE_BOOLEAN:
        case DUCKDB_TYPE_TINYINT:
        case DUCKDB_TYPE_UTINYINT:
            return 1;
        case DUCKDB_TYPE_SMALLINT:
        case DUCKDB_TYPE_USMALLINT:
            return 2;
        case DUCKDB_TYPE_INTEGER:
        case DUCKDB_TYPE_UINTEGER:
        case DUCKDB_TYPE_FLOAT:
        case DUCKDB_TYPE_DATE:
            return 4;
        case DUCKDB_TYPE_BIGINT:
        case DUCKDB_TYPE_UBIGINT:
        case DUCKDB_TYPE_DOUBLE:
            return 8;
        case DUCKDB_TYPE_HUGEINT:
            return 16;
        default:
            ensure(false, "a column has a type that the program does not look up");
            return 0;
    }
}

duckdb_type stored_type(duckdb_logical_type type) {
    const auto id = duckdb_get_type_id(type);
    return id == DUCKDB_TYPE_DECIMAL ? duckdb_decimal_internal_type(type) : id;
}

std::unique_ptr<LookupColumn> empty_column(LogicalType type, std::size_t places) {
    auto column = std::make_unique<LookupColumn>();
    column->width = width_of(stored_type(type.get()));
    column->type = std::move(type);
    column->values.resize((places + 1) * column->width);
    if (column->width == 0) column->texts.resize(places + 1);
    column->present.assign(places + 1, 0);
    return column;
}

void note_if_complete(LookupColumn& column) {
    column.complete = std::find(column.present.begin(), column.present.end() - 1, 0) == column.present.end() - 1;
}

template <std::size_t Width>
void read_values(LookupColumn& column, const void* values, const std::int64_t* places, idx_t size) {
    for (idx_t row = 0; row < size; ++row) {
        std::memcpy(&column.values[static_cast<std::size_t>(places[row]) * Width],
                    static_cast<const std::byte*>(values) + row * Width, Width);
    }
}

void read_vector(LookupColumn& column, duckdb_vector vector, const std::int64_t* places, idx_t size) {
    void* values = duckdb_vector_get_data(vector);
    const Validity valid(vector);
    for (idx_t row = 0; row < size; ++row) column.present[static_cast<std::size_t>(places[row])] = valid[row] ? 1 : 0;
    for (idx_t row = 0; row < size && column.width == 0; ++row) {
        auto& text = static_cast<duckdb_string_t*>(values)[row];
        if (!valid[row]) continue;
        column.texts[static_cast<std::size_t>(places[row])].assign(duckdb_string_t_data(&text),
                                                                   duckdb_string_t_length(text));
    }
    if (column.width == 1) read_values<1>(column, values, places, size);
    if (column.width == 2) read_values<2>(column, values, places, size);
    if (column.width == 4) read_values<4>(column, values, places, size);
    if (column.width == 8) read_values<8>(column, values, places, size);
    if (column.width == 16) read_values<16>(column, values, places, size);
}

// What the statement's function fills. Rows come from several threads; each has places of its own.
struct Filling {
    std::size_t places = 0;
    LookupColumns columns;
    std::vector<std::uint8_t> seen;
    std::atomic<bool> twice = false;
};

void make_columns(duckdb_bind_info info) {
    auto& filling = *static_cast<Filling*>(duckdb_scalar_function_bind_get_extra_info(info));
    const auto type_of = [info](idx_t number) {
        auto* argument = duckdb_scalar_function_bind_get_argument(info, number);
        LogicalType type(duckdb_expression_return_type(argument), destroy_type);
        duckdb_destroy_expression(&argument);
        return type;
    };
    try {
        ensure(duckdb_get_type_id(type_of(0).get()) == DUCKDB_TYPE_BIGINT, "what is looked up has no places");
        filling.columns.clear();
        for (idx_t number = 1; number < duckdb_scalar_function_bind_get_argument_count(info); ++number) {
            filling.columns.push_back(empty_column(type_of(number), filling.places));
        }
        filling.seen.assign(filling.places, 0);
    } catch (const std::exception& trouble) {  // it must not run through DuckDB's frames
        duckdb_scalar_function_bind_set_error(info, trouble.what());
    }
}

// False if one of them has been there before.
bool take_places(Filling& filling, const std::int64_t* places, const Validity& valid, idx_t size) {
    for (idx_t row = 0; row < size; ++row) {
        const auto place = static_cast<std::size_t>(places[row]);
        ensure(valid[row] && place < filling.places, "a place is looked up that there is not");
        std::atomic_ref<std::uint8_t> seen(filling.seen[place]);
        if (seen.exchange(1, std::memory_order_relaxed) != 0) return false;
    }
    return true;
}

void keep_rows(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
    auto& filling = *static_cast<Filling*>(duckdb_scalar_function_get_extra_info(info));
    const auto size = duckdb_data_chunk_get_size(input);
    auto* first = duckdb_data_chunk_get_vector(input, 0);
    const auto* places = static_cast<const std::int64_t*>(duckdb_vector_get_data(first));
    std::fill_n(static_cast<std::int32_t*>(duckdb_vector_get_data(output)), size, 1);
    try {
        if (filling.twice) return;
        if (!take_places(filling, places, Validity(first), size)) {
            filling.twice = true;
            return;
        }
        for (std::size_t number = 0; number < filling.columns.size(); ++number) {
            read_vector(*filling.columns[number], duckdb_data_chunk_get_vector(input, number + 1), places, size);
        }
    } catch (const std::exception& trouble) {
        duckdb_scalar_function_set_error(info, trouble.what());
    }
}

void make_function(duckdb_connection connection, const std::string& name, Filling& filling) {
    auto* any = duckdb_create_logical_type(DUCKDB_TYPE_ANY);
    auto* one = duckdb_create_logical_type(DUCKDB_TYPE_INTEGER);
    auto* function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, name.c_str());
    duckdb_scalar_function_set_varargs(function, any);
    duckdb_scalar_function_set_return_type(function, one);
    duckdb_scalar_function_set_special_handling(function);  // what is missing is kept as missing
    duckdb_scalar_function_set_volatile(function);          // called for each row, whatever is done with what it gives
    duckdb_scalar_function_set_bind(function, make_columns);
    duckdb_scalar_function_set_function(function, keep_rows);
    duckdb_scalar_function_set_extra_info(function, &filling, nullptr);
    const auto registered = duckdb_register_scalar_function(connection, function);
    duckdb_destroy_scalar_function(&function);
    for (auto* type : {&any, &one}) duckdb_destroy_logical_type(type);
    ensure(registered == DuckDBSuccess, "DuckDB takes no function of ours");
}

}  // namespace

void destroy_type(duckdb_logical_type type) {
    duckdb_destroy_logical_type(&type);
}

// The function outlives what it fills, but its name is known to this statement only.
KeptColumns keep_columns(duckdb_connection connection, int number, const std::string& query, std::size_t places) {
    Filling filling;
    filling.places = places;
    const auto name = "keep_rows_" + std::to_string(number);
    make_function(connection, name, filling);
    duckdb_result result{};
    const auto statement = "SELECT sum(" + name + "(*COLUMNS(*))) FROM (" + query + ")";
    const auto state = duckdb_query(connection, statement.c_str(), &result);
    KeptColumns kept;
    if (state != DuckDBSuccess) kept.trouble = duckdb_result_error(&result);
    duckdb_destroy_result(&result);
    kept.twice = filling.twice;
    kept.columns = std::move(filling.columns);
    for (auto& column : kept.columns) note_if_complete(*column);
    return kept;
}

LookupColumns keep_columns(std::vector<Column> by_place, std::size_t places) {
    LookupColumns columns;
    for (auto& given : by_place) {
        ensure(given.present.size() == places, "a column has other rows than there are places");
        const auto make = [&](duckdb_type type) {
            return empty_column(LogicalType(duckdb_create_logical_type(type), destroy_type), places);
        };
        auto column = std::visit(
            [&](auto& values) {
                using Value = typename std::decay_t<decltype(values)>::value_type;
                if constexpr (std::is_same_v<Value, std::string>) {
                    auto texts = make(DUCKDB_TYPE_VARCHAR);
                    std::move(values.begin(), values.end(), texts->texts.begin());
                    return texts;
                } else {
                    auto numbers = make(std::is_same_v<Value, double> ? DUCKDB_TYPE_DOUBLE : DUCKDB_TYPE_BIGINT);
                    std::memcpy(numbers->values.data(), values.data(), values.size() * sizeof(Value));
                    return numbers;
                }
            },
            given.values);
        std::copy(given.present.begin(), given.present.end(), column->present.begin());
        given = {};
        note_if_complete(*column);
        columns.push_back(std::move(column));
    }
    return columns;
}

}  // namespace entente::datasets
