#include "datasets/csv_lines.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <memory>
#include <vector>

#include "core/error.hpp"
#include "datasets/number_texts.hpp"
#include "datasets/validity.hpp"

namespace entente::datasets {
namespace {

constexpr std::size_t kLongestNumber = 24;  // of the shortest decimals: -0.00012345678901234567
constexpr std::size_t kSlot = 32;           // a cell and its comma
constexpr idx_t kRowsAtOnce = 128;          // what is written of them before it is put together stays at hand

struct Cells {
    duckdb_type type = DUCKDB_TYPE_INVALID;
    void* values = nullptr;
    Validity valid;
};

// The cells of a column in some rows, each with its comma behind it. What stood in the row before is not written anew:
// of a pair of states most cells are the same year after year.
struct WrittenCells {
    std::array<char, kSlot * kRowsAtOnce> slots;
    std::array<std::uint8_t, kRowsAtOnce> lengths;  // of the slots; 0: the text is too long for one
    std::array<std::uint8_t, kRowsAtOnce> slot_of;  // the rows
};

std::string_view text_at(const Cells& cells, idx_t row) {
    auto& text = static_cast<duckdb_string_t*>(cells.values)[row];
    return {duckdb_string_t_data(&text), duckdb_string_t_length(text)};
}

bool needs_marks(std::string_view text) {
    return text.empty() || std::any_of(text.begin(), text.end(), [](char byte) {
               return byte == '"' || byte == ',' || byte == '\r' || byte == '\n' || byte == '#';
           });
}

char* write_text(char* out, std::string_view text) {
    if (!needs_marks(text)) return std::copy(text.begin(), text.end(), out);
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

// Not equal: 0 and −0 are written in other words. A text is the same where its length and its place are.
template <typename Value>
bool are_the_same(const Value& value, const Value& other) {
    return std::memcmp(&value, &other, sizeof(Value)) == 0;  // NOLINT(bugprone-suspicious-memory-comparison,cert-*)
}

// `write` gives the end of what it wrote, or null if there is too much of it.
template <typename Value, typename Write>
void write_cells(WrittenCells& written, const Cells& cells, idx_t from, idx_t rows, const Write& write) {
    const auto* values = static_cast<const Value*>(cells.values) + from;
    std::size_t slots = 0;
    bool last_there = false;
    for (idx_t row = 0; row < rows; ++row) {
        const bool there = cells.valid[from + row];
        const bool again = row > 0 && there == last_there && (!there || are_the_same(values[row], values[row - 1]));
        if (!again) {
            char* const slot = &written.slots[slots * kSlot];
            char* end = there ? write(slot, values[row]) : slot;
            if (end != nullptr) *end++ = ',';
            written.lengths[slots++] = static_cast<std::uint8_t>(end == nullptr ? 0 : end - slot);
        }
        written.slot_of[row] = static_cast<std::uint8_t>(slots - 1);
        last_there = there;
    }
}

char* write_short_text(char* out, duckdb_string_t text) {
    const std::string_view bytes(duckdb_string_t_data(&text), duckdb_string_t_length(text));
    return 2 * bytes.size() + 3 > kSlot ? nullptr : write_text(out, bytes);
}

void write_column(WrittenCells& written, const Cells& cells, idx_t from, idx_t rows, NumberTexts& texts) {
    const auto whole = [](char* out, auto number) { return write_whole(out, static_cast<std::int64_t>(number)); };
    switch (cells.type) {
        case DUCKDB_TYPE_TINYINT:
            return write_cells<std::int8_t>(written, cells, from, rows, whole);
        case DUCKDB_TYPE_UTINYINT:
            return write_cells<std::uint8_t>(written, cells, from, rows, whole);
        case DUCKDB_TYPE_SMALLINT:
            return write_cells<std::int16_t>(written, cells, from, rows, whole);
        case DUCKDB_TYPE_USMALLINT:
            return write_cells<std::uint16_t>(written, cells, from, rows, whole);
        case DUCKDB_TYPE_INTEGER:
            return write_cells<std::int32_t>(written, cells, from, rows, whole);
        case DUCKDB_TYPE_UINTEGER:
            return write_cells<std::uint32_t>(written, cells, from, rows, whole);
        case DUCKDB_TYPE_BIGINT:
            return write_cells<std::int64_t>(written, cells, from, rows, whole);
        case DUCKDB_TYPE_DOUBLE:
            return write_cells<double>(written, cells, from, rows,
                                       [&](char* out, double number) { return write_number(out, number, texts); });
        default:
            return write_cells<duckdb_string_t>(written, cells, from, rows, write_short_text);
    }
}

// Whole slots are copied, since that takes no decision; what comes next is written over what was too much.
char* put_together(char* out, const std::vector<WrittenCells>& written, const std::vector<Cells>& columns, idx_t from,
                   idx_t row) {
    constexpr std::size_t kMost = kSlot / 2;  // of nearly all cells
    for (std::size_t place = 0; place < columns.size(); ++place) {
        const auto& cells = written[place];
        const char* const slot = &cells.slots[cells.slot_of[row] * kSlot];
        const std::size_t length = cells.lengths[cells.slot_of[row]];
        if (length == 0) {
            out = write_text(out, text_at(columns[place], from + row));
            *out++ = ',';
            continue;
        }
        std::memcpy(out, slot, kMost);
        if (length > kMost) std::memcpy(out + kMost, slot + kMost, kSlot - kMost);
        out += length;
    }
    out[-1] = '\n';
    return out;
}

// No row is longer than these bytes and its texts.
std::size_t most_bytes(const std::vector<Cells>& columns, idx_t rows) {
    std::size_t bytes = (columns.size() * rows + 1) * kSlot;
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

void write_csv_lines(duckdb_data_chunk chunk, idx_t first_column, CsvLines& lines) {
    const auto rows = duckdb_data_chunk_get_size(chunk);
    std::vector<Cells> columns;
    for (idx_t place = first_column; place < duckdb_data_chunk_get_column_count(chunk); ++place) {
        auto* vector = duckdb_data_chunk_get_vector(chunk, place);
        auto type = duckdb_vector_get_column_type(vector);
        columns.push_back({duckdb_get_type_id(type), duckdb_vector_get_data(vector), Validity(vector)});
        duckdb_destroy_logical_type(&type);
    }
    ensure(!columns.empty(), "a CSV file without columns");
    lines.make_room(most_bytes(columns, rows));
    static thread_local NumberTexts texts;  // what these two remember changes no byte
    static thread_local std::vector<WrittenCells> written;
    if (written.size() < columns.size()) written.resize(columns.size());
    char* out = lines.bytes.get();
    for (idx_t from = 0; from < rows; from += kRowsAtOnce) {
        const auto at_once = std::min(kRowsAtOnce, rows - from);
        for (std::size_t place = 0; place < columns.size(); ++place) {
            write_column(written[place], columns[place], from, at_once, texts);
        }
        for (idx_t row = 0; row < at_once; ++row) out = put_together(out, written, columns, from, row);
    }
    lines.size = static_cast<std::size_t>(out - lines.bytes.get());
}

void CsvLines::make_room(std::size_t most) {
    if (most <= room) return;
    // A vector would be filled with zeros first. NOLINTNEXTLINE(*-avoid-c-arrays)
    bytes = std::make_unique_for_overwrite<char[]>(most);
    room = most;
}

std::string csv_text(std::string_view text) {
    std::string written(2 * text.size() + 2, ' ');
    written.resize(static_cast<std::size_t>(write_text(written.data(), text) - written.data()));
    return written;
}

}  // namespace entente::datasets
