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
    column->values = ClearedMemory((places + 1) * column->width);
    if (column->width == 0) column->texts.resize(places + 1);
    column->present = ClearedArray<std::uint8_t>(places + 1);
    return column;
}

void note_if_complete(LookupColumn& column) {
    column.complete = std::find(column.present.begin(), column.present.end() - 1, 0) == column.present.end() - 1;
}

// Short texts as DuckDB has them: they are part of the value, and looked up as numbers are.
void put_in_place(LookupColumn& column) {
    constexpr auto kLongest = sizeof(duckdb_string_t) - sizeof(std::uint32_t);
    const auto is_long = [](const std::string& text) { return text.size() > kLongest; };
    if (column.width != 0 || std::any_of(column.texts.begin(), column.texts.end(), is_long)) return;
    column.width = sizeof(duckdb_string_t);
    column.values = ClearedMemory(column.texts.size() * column.width);
    for (std::size_t place = 0; place < column.texts.size(); ++place) {
        const auto& text = column.texts[place];
        const auto length = static_cast<std::uint32_t>(text.size());
        std::memcpy(column.values.at(place * column.width), &length, sizeof(length));
        std::memcpy(column.values.at(place * column.width + sizeof(length)), text.data(), text.size());
    }
    column.texts = {};
}

template <std::size_t Width>
void read_values(LookupColumn& column, const void* values, const std::int64_t* places, idx_t size) {
    for (idx_t row = 0; row < size; ++row) {
        std::memcpy(column.values.at(static_cast<std::size_t>(places[row]) * Width),
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

template <typename Value>
constexpr duckdb_type duckdb_type_of() {
    if (std::is_same_v<Value, double>) return DUCKDB_TYPE_DOUBLE;
    return std::is_same_v<Value, std::uint8_t> ? DUCKDB_TYPE_UTINYINT : DUCKDB_TYPE_BIGINT;
}

// What the statement's function fills. Rows come from several threads; each has places of its own.
struct Filling {
    std::size_t places = 0;
    LookupColumns columns;
    ClearedArray<std::uint8_t> seen;
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
        filling.seen = ClearedArray<std::uint8_t>(filling.places);
    } catch (const std::exception& trouble) {  // it must not run through DuckDB's frames
        duckdb_scalar_function_bind_set_error(info, trouble.what());
    }
}

// False if one of them has been there before.
bool take_places(Filling& filling, const std::int64_t* places, const Validity& valid, idx_t size) {
    for (idx_t row = 0; row < size; ++row) {
        const auto place = static_cast<std::size_t>(places[row]);
        ensure(valid[row] && place < filling.places, "a place is looked up that there is not");
        const std::atomic_ref<std::uint8_t> seen(filling.seen[place]);
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
    for (auto& column : kept.columns) {
        note_if_complete(*column);
        put_in_place(*column);
    }
    return kept;
}

LookupColumns keep_columns(std::vector<Database::PlacedColumn> columns) {
    LookupColumns kept;
    for (auto& given : columns) {
        auto column = std::make_unique<LookupColumn>();
        std::visit(
            [&](auto& values) {
                using Value = std::decay_t<decltype(values[0])>;
                ensure(values.size() == given.present.size() && given.present.size() > 0 &&
                           given.present[given.present.size() - 1] == 0,
                       "a column has other rows than there are places");
                column->width = sizeof(Value);
                column->type = LogicalType(duckdb_create_logical_type(duckdb_type_of<Value>()), destroy_type);
                column->values = std::move(values).memory();
            },
            given.values);
        column->present = std::move(given.present);
        note_if_complete(*column);
        kept.push_back(std::move(column));
    }
    return kept;
}

}  // namespace entente::datasets
