// A piece of a result as lines of CSV, in the words of DuckDB's own COPY: what is missing is empty, an empty text is
// `""`, a number that is not whole by its type has a point or an exponent.
#pragma once

#include <duckdb.h>

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace entente::datasets {

// Types whose cells are written here; of others, their text is.
[[nodiscard]] bool is_written_in_csv(std::string_view type_name);

struct CsvLines {
    std::unique_ptr<char[]> bytes;  // NOLINT(*-avoid-c-arrays)
    std::size_t size = 0;
    std::size_t room = 0;

    // What was there is lost if there was too little room for so much.
    void make_room(std::size_t most);
};

// The lines of all rows, of the columns from `first_column` on, in the place of what `lines` had.
void write_csv_lines(duckdb_data_chunk chunk, idx_t first_column, CsvLines& lines);

// With quotation marks where it needs them.
[[nodiscard]] std::string csv_text(std::string_view text);

}  // namespace entente::datasets
