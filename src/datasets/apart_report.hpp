// What a process apart found in a file: its tables are on disk, the rest is said in this.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::datasets {

struct ApartReport {
    std::string format;                    // `Stata 115`
    std::string encoding;                  // of the text in it
    std::vector<std::string> sheet_names;  // one for each table; the first is in the file of table 0
    std::vector<std::string> remarks;
    std::string why_not;  // set if the file cannot be read …
    std::string advice;   // … and what can be done
};

// Where the table of that number is written.
[[nodiscard]] std::filesystem::path table_file(const std::filesystem::path& folder, std::size_t number);

// As text for another process, and back; nothing, if it is not such a text.
[[nodiscard]] std::string to_message(const ApartReport& report);
[[nodiscard]] std::optional<ApartReport> from_message(std::string_view message);

}  // namespace entente::datasets
