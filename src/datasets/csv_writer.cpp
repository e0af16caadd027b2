#include "datasets/csv_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

namespace entente::datasets {

namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 18U;

template <typename Number>
std::string shortest(Number number) {
    if (number == 0) return "0";
    constexpr double kSmall = 1e-15;
    constexpr double kLarge = 1e21;
    const double size = std::abs(static_cast<double>(number));
    const auto format = size >= kSmall && size < kLarge ? std::chars_format::fixed : std::chars_format::scientific;
    std::array<char, 64> text{};
    const auto written = std::to_chars(text.data(), text.data() + text.size(), number, format);
    return {text.data(), written.ptr};
}

}  // namespace

void CsvWriter::cell(std::string_view text) {
    if (cells_ > 0) buffer_ += ',';
    only_an_empty_one_ = cells_ == 0 && text.empty();
    ++cells_;
    if (text.find_first_of("\",\r\n") == std::string_view::npos) {
        buffer_ += text;
    } else {
        buffer_ += '"';
        for (const char byte : text) buffer_.append(byte == '"' ? 2 : 1, byte);
        buffer_ += '"';
    }
    if (buffer_.size() > kBuffer) flush();
}

void CsvWriter::end_row() {
    if (only_an_empty_one_) buffer_ += "\"\"";  // a blank line would be no row
    buffer_ += '\n';
    cells_ = 0;
    only_an_empty_one_ = false;
}

bool CsvWriter::finish() {
    flush();
    return good_;
}

void CsvWriter::flush() {
    if (good_) good_ = file_->write(buffer_);
    buffer_.clear();
}

std::string decimal(double number) {
    return shortest(number);
}
std::string decimal(float number) {
    return shortest(number);
}

}  // namespace entente::datasets
