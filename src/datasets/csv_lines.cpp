#include "datasets/csv_lines.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/error.hpp"

namespace entente::datasets {
namespace {

constexpr std::size_t kLongestNumber = 32;  // of the shortest decimals: 24 signs

struct Cells {
    duckdb_type type = DUCKDB_TYPE_INVALID;
    void* values = nullptr;
    std::uint64_t* valid = nullptr;  // none: all are there
};

std::string_view text_at(const Cells& cells, idx_t row) {
    auto& text = static_cast<duckdb_string_t*>(cells.values)[row];
    return {duckdb_string_t_data(&text), duckdb_string_t_length(text)};
}

bool is_missing(const Cells& cells, idx_t row) {
    return cells.valid != nullptr && !duckdb_validity_row_is_valid(cells.valid, row);
}

char* write_text(char* out, std::string_view text) {
    if (!text.empty() && text.find_first_of("\",\r\n#") == std::string_view::npos) {
        return std::copy(text.begin(), text.end(), out);
    }
    *out++ = '"';
    for (const char byte : text) {
        if (byte == '"') *out++ = '"';
        *out++ = byte;
    }
    *out++ = '"';
    return out;
}

char* write_whole(char* out, std::int64_t number) {
    return std::to_chars(out, out + kLongestNumber, number).ptr;
}

// The shortest decimals that read back as the same number, with an exponent below 1e-4 and from 1e16 on.
char* write_number(char* out, double number) {
    constexpr double kSmall = 1e-4;
    constexpr double kLarge = 1e16;
    constexpr double kExact = 1e15;
    const double size = std::abs(number);
    if (size < kExact && number == std::trunc(number) && !(number == 0 && std::signbit(number))) {
        out = write_whole(out, static_cast<std::int64_t>(number));  // most figures are whole, and this is faster
    } else if (size == 0 || (size >= kSmall && size < kLarge)) {
        auto* const end = std::to_chars(out, out + kLongestNumber, number, std::chars_format::fixed).ptr;
        if (std::find(out, end, '.') != end) return end;
        out = end;
    } else {
        return std::to_chars(out, out + kLongestNumber, number).ptr;
    }
    *out++ = '.';
    *out++ = '0';
    return out;
}

template <typename Number>
Number number_at(const Cells& cells, idx_t row) {
    return static_cast<const Number*>(cells.values)[row];
}

char* write_cell(char* out, const Cells& cells, idx_t row) {
    if (is_missing(cells, row)) return out;
    switch (cells.type) {
        case DUCKDB_TYPE_TINYINT:
            return write_whole(out, number_at<std::int8_t>(cells, row));
        case DUCKDB_TYPE_UTINYINT:
            return write_whole(out, number_at<std::uint8_t>(cells, row));
        case DUCKDB_TYPE_SMALLINT:
            return write_whole(out, number_at<std::int16_t>(cells, row));
        case DUCKDB_TYPE_USMALLINT:
            return write_whole(out, number_at<std::uint16_t>(cells, row));
        case DUCKDB_TYPE_INTEGER:
            return write_whole(out, number_at<std::int32_t>(cells, row));
        case DUCKDB_TYPE_UINTEGER:
            return write_whole(out, number_at<std::uint32_t>(cells, row));
        case DUCKDB_TYPE_BIGINT:
            return write_whole(out, number_at<std::int64_t>(cells, row));
        case DUCKDB_TYPE_DOUBLE:
            return write_number(out, number_at<double>(cells, row));
        default:
            return write_text(out, text_at(cells, row));
    }
}

// No row is longer than these bytes and its texts.
std::size_t most_bytes(const std::vector<Cells>& columns, idx_t rows) {
    std::size_t bytes = columns.size() * (kLongestNumber + 1) * rows;
    for (const auto& cells : columns) {
        for (idx_t row = 0; row < rows && cells.type == DUCKDB_TYPE_VARCHAR; ++row) {
            if (!is_missing(cells, row)) bytes += 2 * text_at(cells, row).size();
        }
    }
    return bytes;
}

}  // namespace

bool is_written_in_csv(std::string_view type_name) {
    constexpr std::array<std::string_view, 9> kTypes{"TINYINT",  "UTINYINT", "SMALLINT", "USMALLINT", "INTEGER",
                                                     "UINTEGER", "BIGINT",   "DOUBLE",   "VARCHAR"};
    return std::find(kTypes.begin(), kTypes.end(), type_name) != kTypes.end();
}

std::string csv_lines(duckdb_data_chunk chunk, idx_t first_column) {
    const auto rows = duckdb_data_chunk_get_size(chunk);
    std::vector<Cells> columns;
    for (idx_t place = first_column; place < duckdb_data_chunk_get_column_count(chunk); ++place) {
        auto* vector = duckdb_data_chunk_get_vector(chunk, place);
        auto type = duckdb_vector_get_column_type(vector);
        columns.push_back(
            {duckdb_get_type_id(type), duckdb_vector_get_data(vector), duckdb_vector_get_validity(vector)});
        duckdb_destroy_logical_type(&type);
    }
    ensure(!columns.empty(), "a CSV file without columns");
    // A vector would be filled with zeros first. NOLINTNEXTLINE(*-avoid-c-arrays)
    const auto bytes = std::make_unique_for_overwrite<char[]>(most_bytes(columns, rows));
    char* out = bytes.get();
    for (idx_t row = 0; row < rows; ++row) {
        for (const auto& cells : columns) {
            out = write_cell(out, cells, row);
            *out++ = ',';
        }
        out[-1] = '\n';
    }
    return {bytes.get(), out};
}

std::string csv_text(std::string_view text) {
    std::string written(2 * text.size() + 2, ' ');
    written.resize(static_cast<std::size_t>(write_text(written.data(), text) - written.data()));
    return written;
}

}  // namespace entente::datasets
