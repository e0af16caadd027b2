#include "datasets/csv_lines.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <memory>
#include <vector>

#include "core/error.hpp"
#include "datasets/number_texts.hpp"
#include "datasets/validity.hpp"

namespace entente::datasets {
namespace {

constexpr std::size_t kLongestNumber = 32;  // of the shortest decimals: 24 signs

struct Cells {
    duckdb_type type = DUCKDB_TYPE_INVALID;
    void* values = nullptr;
    Validity valid;
};

std::string_view text_at(const Cells& cells, idx_t row) {
    auto& text = static_cast<duckdb_string_t*>(cells.values)[row];
    return {duckdb_string_t_data(&text), duckdb_string_t_length(text)};
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

bool is_whole(double number) {
    constexpr double kExact = 1e15;
    return std::abs(number) < kExact && static_cast<double>(static_cast<std::int64_t>(number)) == number;
}

// Most figures are whole, and written faster as such.
char* write_number(char* out, double number, NumberTexts& texts) {
    if (!is_whole(number)) {
        const auto text = texts.text_of(number);
        return std::copy(text.begin(), text.end(), out);
    }
    if (std::signbit(number) && number == 0) *out++ = '-';
    out = write_whole(out, static_cast<std::int64_t>(number));
    *out++ = '.';
    *out++ = '0';
    return out;
}

template <typename Number>
Number number_at(const Cells& cells, idx_t row) {
    return static_cast<const Number*>(cells.values)[row];
}

char* write_cell(char* out, const Cells& cells, idx_t row, NumberTexts& texts) {
    if (!cells.valid[row]) return out;
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
            return write_number(out, number_at<double>(cells, row), texts);
        default:
            return write_text(out, text_at(cells, row));
    }
}

// No row is longer than these bytes and its texts.
std::size_t most_bytes(const std::vector<Cells>& columns, idx_t rows) {
    std::size_t bytes = columns.size() * (kLongestNumber + 1) * rows;
    for (const auto& cells : columns) {
        for (idx_t row = 0; row < rows && cells.type == DUCKDB_TYPE_VARCHAR; ++row) {
            if (cells.valid[row]) bytes += 2 * text_at(cells, row).size();
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

CsvLines csv_lines(duckdb_data_chunk chunk, idx_t first_column) {
    const auto rows = duckdb_data_chunk_get_size(chunk);
    std::vector<Cells> columns;
    for (idx_t place = first_column; place < duckdb_data_chunk_get_column_count(chunk); ++place) {
        auto* vector = duckdb_data_chunk_get_vector(chunk, place);
        auto type = duckdb_vector_get_column_type(vector);
        columns.push_back({duckdb_get_type_id(type), duckdb_vector_get_data(vector), Validity(vector)});
        duckdb_destroy_logical_type(&type);
    }
    ensure(!columns.empty(), "a CSV file without columns");
    thread_local NumberTexts texts;  // what it remembers changes no byte
    CsvLines lines;
    // A vector would be filled with zeros first. NOLINTNEXTLINE(*-avoid-c-arrays)
    lines.bytes = std::make_unique_for_overwrite<char[]>(most_bytes(columns, rows));
    char* out = lines.bytes.get();
    for (idx_t row = 0; row < rows; ++row) {
        for (const auto& cells : columns) {
            out = write_cell(out, cells, row, texts);
            *out++ = ',';
        }
        out[-1] = '\n';
    }
    lines.size = static_cast<std::size_t>(out - lines.bytes.get());
    return lines;
}

std::string csv_text(std::string_view text) {
    std::string written(2 * text.size() + 2, ' ');
    written.resize(static_cast<std::size_t>(write_text(written.data(), text) - written.data()));
    return written;
}

}  // namespace entente::datasets
