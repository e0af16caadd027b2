// Cells into a CSV file on disk, exactly as they are; for a database, not for a spreadsheet.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "datasets/raw_file.hpp"

namespace entente::datasets {

class CsvWriter {
public:
    explicit CsvWriter(const std::filesystem::path& path) : file_(open_to_write(path)), good_(file_.has_value()) {}

    void cell(std::string_view text);
    void end_row();
    // What is written is on its way to the disk; false if some of it, now or before, could not be written.
    [[nodiscard]] bool finish();
    [[nodiscard]] bool good() const noexcept { return good_; }

private:
    void flush();

    std::optional<OpenFile> file_;
    std::string buffer_;
    std::size_t cells_ = 0;
    bool only_an_empty_one_ = false;
    bool good_;
};

// The shortest decimals that read back as the same number, without exponent unless it is extreme.
[[nodiscard]] std::string decimal(double number);
[[nodiscard]] std::string decimal(float number);

}  // namespace entente::datasets
