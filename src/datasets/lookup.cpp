#include "datasets/lookup.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <utility>

#include "core/error.hpp"
#include "datasets/validity.hpp"

namespace entente::datasets {
namespace {

// The places that the rows ask for: as they are, if all are places; else the last one, where nothing is, for the
// others.
class AskedPlaces {
public:
    AskedPlaces(duckdb_vector asked, idx_t size, std::size_t nothing)
        : places_(static_cast<const std::int64_t*>(duckdb_vector_get_data(asked))) {
        const Validity valid(asked);
        std::size_t last = 0;
        for (idx_t row = 0; row < size; ++row) last = std::max(last, static_cast<std::size_t>(places_[row]));
        all_there_ = valid.all() && last < nothing;
        if (all_there_) return;
        corrected_.resize(size);
        for (idx_t row = 0; row < size; ++row) {
            const auto place = valid[row] ? std::min(static_cast<std::size_t>(places_[row]), nothing) : nothing;
            corrected_[row] = static_cast<std::int64_t>(place);
        }
        places_ = corrected_.data();
    }

    [[nodiscard]] std::size_t operator[](idx_t row) const { return static_cast<std::size_t>(places_[row]); }
    [[nodiscard]] bool are_all_there() const { return all_there_; }

private:
    const std::int64_t* places_;
    std::vector<std::int64_t> corrected_;
    bool all_there_ = false;
};

template <std::size_t Width>
void copy_values(const LookupColumn& column, const AskedPlaces& places, idx_t size, void* output) {
    const auto* values = column.values.at(0);
    for (idx_t row = 0; row < size; ++row) {
        std::memcpy(static_cast<std::byte*>(output) + row * Width, values + places[row] * Width, Width);
    }
}

void copy_texts(const LookupColumn& column, const AskedPlaces& places, idx_t size, duckdb_vector output) {
    for (idx_t row = 0; row < size; ++row) {
        const auto& text = column.texts[places[row]];
        duckdb_vector_assign_string_element_len(output, row, text.data(), text.size());
    }
}

void mark_missing(const LookupColumn& column, const AskedPlaces& places, idx_t size, duckdb_vector output) {
    duckdb_vector_ensure_validity_writable(output);
    Validity valid(output);
    for (idx_t from = 0; from < size; from += Validity::kBits) {
        std::uint64_t bits = 0;
        const auto rows = std::min(Validity::kBits, size - from);
        for (idx_t row = 0; row < rows; ++row) bits |= std::uint64_t{column.present[places[from + row]]} << row;
        valid.set(from / Validity::kBits, bits);
    }
}

void look_up(duckdb_function_info info, duckdb_data_chunk input, duckdb_vector output) {
    const auto& column = *static_cast<const LookupColumn*>(duckdb_scalar_function_get_extra_info(info));
    const auto size = duckdb_data_chunk_get_size(input);
    const AskedPlaces places(duckdb_data_chunk_get_vector(input, 0), size, column.present.size() - 1);
    auto* values = duckdb_vector_get_data(output);
    if (column.width == 0) copy_texts(column, places, size, output);
    if (column.width == 1) copy_values<1>(column, places, size, values);
    if (column.width == 2) copy_values<2>(column, places, size, values);
    if (column.width == 4) copy_values<4>(column, places, size, values);
    if (column.width == 8) copy_values<8>(column, places, size, values);
    if (column.width == 16) copy_values<16>(column, places, size, values);
    if (!column.complete || !places.are_all_there()) mark_missing(column, places, size, output);
}

void destroy_column(void* column) {
    delete static_cast<LookupColumn*>(column);  // NOLINT(cppcoreguidelines-owning-memory): owned by DuckDB
}

void make_function(duckdb_connection connection, const std::string& name, std::unique_ptr<LookupColumn> column) {
    const LogicalType place_type(duckdb_create_logical_type(DUCKDB_TYPE_BIGINT), destroy_type);
    auto* function = duckdb_create_scalar_function();
    duckdb_scalar_function_set_name(function, name.c_str());
    duckdb_scalar_function_add_parameter(function, place_type.get());
    duckdb_scalar_function_set_return_type(function, column->type.get());
    duckdb_scalar_function_set_function(function, look_up);
    duckdb_scalar_function_set_extra_info(function, column.release(), destroy_column);
    const auto registered = duckdb_register_scalar_function(connection, function);
    duckdb_destroy_scalar_function(&function);
    ensure(registered == DuckDBSuccess, "DuckDB takes no function of ours");
}

}  // namespace

std::vector<std::string> make_lookup_functions(duckdb_connection connection, LookupColumns columns,
                                               const std::string& prefix) {
    std::vector<std::string> names;
    for (auto& column : columns) {
        names.push_back(prefix + std::to_string(names.size() + 1));
        make_function(connection, names.back(), std::move(column));
    }
    return names;
}

}  // namespace entente::datasets
