// A staged sheet as a relation of a statement: every cell as text, in columns c0, c1 … whatever the headers are.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "datasets/staged_file.hpp"

namespace entente::datasets {

// `"c12"`
[[nodiscard]] std::string raw_column(std::size_t place);

// `read_csv(…)` from the row after the header on. The dialect is the one found; nothing is guessed again.
[[nodiscard]] std::string read_sheet(const StagedSheet& sheet, std::size_t header_row);

// `nullif(trim(text), '')`: a cell of blanks is an empty cell.
[[nodiscard]] std::string trimmed(const std::string& text);

// `('a', 'b')`
[[nodiscard]] std::string literals(const std::vector<std::string>& texts);

}  // namespace entente::datasets
