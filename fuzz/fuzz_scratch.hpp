// Where a fuzz target's input is a file, and the tables that come of it: below the folder for temporary files, emptied
// for each input.
#pragma once

#include <stdlib.h>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "datasets/apart_report.hpp"
#include "datasets/csv_dialect.hpp"
#include "datasets/csv_structure.hpp"

namespace fuzzing {

inline const std::filesystem::path& scratch() {
    static const std::filesystem::path folder = [] {
        std::string name = (std::filesystem::temp_directory_path() / "entente-fuzz-XXXXXX").string();
        if (::mkdtemp(name.data()) == nullptr) std::abort();
        return std::filesystem::path(name);
    }();
    return folder;
}

inline std::filesystem::path new_tables() {
    const auto folder = scratch() / "tables";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directory(folder);
    return folder;
}

inline std::filesystem::path input_file(const std::uint8_t* data, std::size_t size) {
    const auto path = scratch() / "input";
    std::ofstream(path, std::ios::binary | std::ios::trunc)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    return path;
}

inline std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// A table that this program wrote has no fault but zero bytes, and rows of one width.
inline void check_table(const std::filesystem::path& path) {
    using namespace entente::datasets;
    constexpr std::size_t kAll = 100'000'000;
    std::string text = text_of(path);
    std::erase(text, '\0');
    CsvStructure structure({}, kAll, kAll);
    structure.add(text);
    structure.finish();
    if (structure.fault()) std::abort();
    const auto found = first_rows(text, {}, kAll, kAll);
    for (const auto& row : found.rows) {
        if (row.size() != found.rows.front().size()) std::abort();
    }
}

inline void check_report(const entente::datasets::ApartReport& report, const std::filesystem::path& folder) {
    using namespace entente::datasets;
    const auto again = from_message(to_message(report));
    if (!again || again->sheet_names.size() != report.sheet_names.size()) std::abort();
    if (report.why_not.empty() != report.advice.empty()) std::abort();
    if (!report.why_not.empty()) return;
    for (std::size_t number = 0; number < report.sheet_names.size(); ++number) check_table(table_file(folder, number));
}

}  // namespace fuzzing
