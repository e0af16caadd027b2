// Any official file as users download it, as plain UTF-8 tables on disk that a database can read. What a file is shows
// in its bytes, never in its name. Whatever is wrong with it is a problem with file and place; a file that crashes
// a library does so in another process.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "datasets/csv_dialect.hpp"

namespace entente::datasets {

struct StagingLimits {
    std::uintmax_t largest_bytes = std::uintmax_t{4} << 30U;  // uncompressed
    std::uintmax_t largest_ratio = 200;                       // uncompressed : compressed, beyond 64 MiB
    std::size_t most_columns = 20'000;
    std::size_t longest_line = std::size_t{16} << 20U;  // bytes
    std::size_t seconds_apart = 120;                    // a Stata file or a workbook, in its own process
    std::uintmax_t memory_apart = std::uintmax_t{4} << 30U;
};

// One table of a file as UTF-8 text with LF or CRLF line ends, without byte order mark.
struct StagedSheet {
    std::string name;           // of a workbook's sheet, else empty
    std::filesystem::path csv;  // the original itself where nothing had to be changed
    CsvDialect dialect;
    std::vector<std::vector<std::string>> head;  // the first rows, at most `kHeadRows`, as cells; empty ones included
};

struct StagedFile {
    std::filesystem::path original;
    std::string sha256;  // of the bytes as found
    std::uintmax_t bytes = 0;
    std::string format;    // `CSV`, `CSV, gzip`, `Stata 115`, `Excel workbook`
    std::string encoding;  // `UTF-8`, `UTF-8 with byte order mark`, `Windows-1252`, `UTF-16`
    std::vector<StagedSheet> sheets;
    std::vector<std::string> remarks;  // what was mended, as `bare CR line ends`
};

inline constexpr std::size_t kHeadRows = 40;

// Nothing, with problems that name the file and the place, if it cannot be read. Writes only below `scratch`, which
// the caller removes when the tables are read.
[[nodiscard]] std::optional<StagedFile> stage_file(const std::filesystem::path& path,
                                                   const std::filesystem::path& scratch, const StagingLimits& limits,
                                                   Problems& problems);

}  // namespace entente::datasets
