#include "datasets/lookup.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

#include "core/error.hpp"

namespace entente::datasets {
namespace {

// One column: values of `width` bytes as DuckDB has them, or texts.
struct LookupColumn {
    std::size_t width = 0;  // 0: texts
    std::vector<std::byte> values;
    std::vector<std::string> texts;
    std::vector<std::uint8_t> present;  // one more than there are places: the last stands for none
    bool complete = false;              // every place has a value
};

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

class Validity {
public:
    explicit Validity(duckdb_vector vector) : bits_(duckdb_vector_get_validity(vector)) {}

    [[nodiscard]] bool operator[](idx_t row) const {
        return bits_ == nullptr || ((bits_[row / kBits] >> row % kBits) & 1U) != 0;
    }
    [[nodiscard]] bool all() const { return bits_ == nullptr; }
    void remove_if(idx_t row, bool missing) {
        bits_[row / kBits] &= ~(std::uint64_t{missing ? 1U : 0U} << row % kBits);
    }

private:
    static constexpr idx_t kBits = 64;
    std::uint64_t* bits_;  // none: everything is valid
};

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

// The place that row `row` asks for; the last one, where nothing is, for none.
class Places {
public:
    Places(duckdb_vector asked, std::size_t nothing)
        : places_(static_cast<const std::int64_t*>(duckdb_vector_get_data(asked))), valid_(asked), nothing_(nothing) {}

    [[nodiscard]] std::size_t operator[](idx_t row) const {
        return valid_[row] ? std::min(static_cast<std::size_t>(places_[row]), nothing_) : nothing_;
    }
    [[nodiscard]] bool are_all_there(idx_t size) const {
        std::size_t last = 0;
        for (idx_t row = 0; row < size; ++row) last = std::max(last, static_cast<std::size_t>(places_[row]));
        return valid_.all() && last < nothing_;
    }

private:
    const std::int64_t* places_;
    Validity valid_;
    std::size_t nothing_;
};

template <std::size_t Width>
void copy_values(const LookupColumn& column, const Places& places, idx_t size, void* output) {
    for (idx_t row = 0; row < size; ++row) {
        std::memcpy(static_cast<std::byte*>(output) + row * Width, &column.values[places[row] * Width], Width);
    }
}

void copy_texts(const LookupColumn& column, const Places& places, idx_t size, duckdb_vector output) {
    for (idx_t row = 0; row < size; ++row) {
        const auto& text = column.texts[places[row]];
        duckdb_vector_assign_string_element_len(output, row, text.data(), text.size());
    }
}

void mark_missing(const LookupColumn& column, const Places& places, idx_t size, duckdb_vector output) {
    duckdb_vector_ensure_validity_writable(output);
    Validity valid(output);
    for (idx_t row = 0; row < size; ++row) valid.remove_if(row, column.present[places[row]] == 0);
}

void look_up(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
    const auto& column = *static_cast<const LookupColumn*>(duckdb_scalar_function_get_extra_info(info));
    const auto size = duckdb_data_chunk_get_size(input);
    const Places places(duckdb_data_chunk_get_vector(input, 0), column.present.size() - 1);
    auto* values = duckdb_vector_get_data(output);
    if (column.width == 0) copy_texts(column, places, size, output);
    if (column.width == 1) copy_values<1>(column, places, size, values);
    if (column.width == 2) copy_values<2>(column, places, size, values);
    if (column.width == 4) copy_values<4>(column, places, size, values);
    if (column.width == 8) copy_values<8>(column, places, size, values);
    if (column.width == 16) copy_values<16>(column, places, size, values);
    if (!column.complete || !places.are_all_there(size)) mark_missing(column, places, size, output);
}

void destroy_type(duckdb_logical_type type) {
    duckdb_destroy_logical_type(&type);
}

void destroy_chunk(duckdb_data_chunk chunk) {
    duckdb_destroy_data_chunk(&chunk);
}

using Type = std::unique_ptr<_duckdb_logical_type, void (*)(duckdb_logical_type)>;
using Chunk = std::unique_ptr<_duckdb_data_chunk, void (*)(duckdb_data_chunk)>;

// None if a place is there twice.
std::vector<std::unique_ptr<LookupColumn>> read_columns(duckdb_result& result, std::size_t places) {
    std::vector<std::unique_ptr<LookupColumn>> columns;
    for (idx_t number = 1; number < duckdb_column_count(&result); ++number) {
        const Type type(duckdb_column_logical_type(&result, number), destroy_type);
        auto& column = *columns.emplace_back(std::make_unique<LookupColumn>());
        column.width = width_of(stored_type(type.get()));
        column.values.resize((places + 1) * column.width);
        if (column.width == 0) column.texts.resize(places + 1);
        column.present.assign(places + 1, 0);
    }
    std::vector<bool> seen(places);
    while (true) {
        const Chunk chunk(duckdb_fetch_chunk(result), destroy_chunk);
        if (chunk == nullptr) break;
        const auto size = duckdb_data_chunk_get_size(chunk.get());
        auto* first = duckdb_data_chunk_get_vector(chunk.get(), 0);
        const auto* of_rows = static_cast<const std::int64_t*>(duckdb_vector_get_data(first));
        const Validity valid(first);
        for (idx_t row = 0; row < size; ++row) {
            const auto place = static_cast<std::size_t>(of_rows[row]);
            ensure(valid[row] && place < places, "a place is looked up that there is not");
            if (seen[place]) return {};
            seen[place] = true;
        }
        for (std::size_t number = 0; number < columns.size(); ++number) {
            read_vector(*columns[number], duckdb_data_chunk_get_vector(chunk.get(), number + 1), of_rows, size);
        }
    }
    for (auto& column : columns) {
        column->complete =
            std::find(column->present.begin(), column->present.end() - 1, 0) == column->present.end() - 1;
    }
    return columns;
}

void destroy_column(void* column) {
    delete static_cast<LookupColumn*>(column);  // NOLINT(cppcoreguidelines-owning-memory): owned by DuckDB
}

}  // namespace

bool make_lookup_functions(duckdb_connection connection, duckdb_result& result, std::size_t places,
                           const std::string& prefix) {
    const Type place_type(duckdb_column_logical_type(&result, 0), destroy_type);
    ensure(duckdb_get_type_id(place_type.get()) == DUCKDB_TYPE_BIGINT, "what is looked up has no places");
    auto columns = read_columns(result, places);
    if (columns.empty()) return false;
    for (std::size_t number = 0; number < columns.size(); ++number) {
        const Type type(duckdb_column_logical_type(&result, number + 1), destroy_type);
        auto* function = duckdb_create_scalar_function();
        duckdb_scalar_function_set_name(function, (prefix + std::to_string(number + 1)).c_str());
        duckdb_scalar_function_add_parameter(function, place_type.get());
        duckdb_scalar_function_set_return_type(function, type.get());
        duckdb_scalar_function_set_function(function, look_up);
        duckdb_scalar_function_set_extra_info(function, columns[number].release(), destroy_column);
        const auto registered = duckdb_register_scalar_function(connection, function);
        duckdb_destroy_scalar_function(&function);
        ensure(registered == DuckDBSuccess, "DuckDB takes no function of ours");
    }
    return true;
}

}  // namespace entente::datasets
