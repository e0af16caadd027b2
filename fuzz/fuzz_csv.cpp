// Any bytes: reading never crashes, rows are as wide as the header, and what was read without problems can be written
// and read again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "textfiles/csv.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    Problems problems;
    const auto table = textfiles::read_csv({reinterpret_cast<const char*>(data), size}, "fuzz.csv", problems);
    std::string written = textfiles::csv_line(table.header) + "\r\n";
    for (const auto& row : table.rows) {
        if (row.cells.size() != table.header.size()) std::abort();
        written += textfiles::csv_line(row.cells) + "\r\n";
    }
    if (!problems.empty()) return 0;
    const auto again = textfiles::read_csv(written, "fuzz.csv", problems);
    if (!problems.empty() || again.header != table.header || again.rows.size() != table.rows.size()) std::abort();
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (again.rows[i].cells != table.rows[i].cells) std::abort();
    }
    return 0;
}
