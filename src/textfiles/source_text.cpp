#include "textfiles/source_text.hpp"

#include <algorithm>
#include <utility>

#include "core/text.hpp"

namespace entente::textfiles {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::size_t kMostProblems = 1000;

bool starts_code_point(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

std::vector<std::size_t> find_line_starts(std::string_view bytes) {
    std::vector<std::size_t> starts{bytes.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0};
    for (auto at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
        starts.push_back(at + 1);
    }
    return starts;
}

}  // namespace

SourceText::SourceText(std::string_view bytes, const std::string& file, Problems& problems)
    : file_(file), problems_(problems), text_(bytes), line_starts_(find_line_starts(bytes)) {
    last_offset_ = begin();
    report_bad_bytes();
}

Position SourceText::at(std::size_t offset) {
    offset = std::clamp(offset, begin(), text_.size());
    const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
    const std::size_t line_start = *(after - 1);
    if (last_offset_ < line_start || last_offset_ > offset) {
        last_offset_ = line_start;
        last_column_ = 1;
    }
    const auto passed = text_.substr(last_offset_, offset - last_offset_);
    last_column_ += static_cast<int>(std::count_if(passed.begin(), passed.end(), starts_code_point));
    last_offset_ = offset;
    return {file_, static_cast<int>(after - line_starts_.begin()), last_column_};
}

void SourceText::error(std::size_t offset, std::string what, std::string advice) {
    error(at(offset), std::move(what), std::move(advice));
}

void SourceText::error(Position where, std::string what, std::string advice) {
    if (reported_ > kMostProblems) return;
    if (++reported_ > kMostProblems) {
        problems_.error({file_, 0, 0}, "has more than a thousand problems; the rest is not listed");
        return;
    }
    problems_.error(std::move(where), std::move(what), std::move(advice));
}

void SourceText::report_bad_bytes() {
    // One message for all of them: a file in another encoding is one mistake.
    const auto blank_out = [this](auto find, char instead, std::string_view one, std::string_view many,
                                  std::string_view advice) {
        std::size_t from = 0;
        std::size_t first = 0;
        std::size_t found = 0;
        for (auto at_rest = find(text_); at_rest != std::string_view::npos; at_rest = find(text_.substr(from))) {
            if (cleaned_.empty()) {
                cleaned_ = text_;
                text_ = cleaned_;
            }
            from += at_rest;
            if (found++ == 0) first = from;
            cleaned_[from] = instead;
            ++from;
        }
        if (found == 0) return;
        error(
            first,
            found == 1 ? std::string(one) : std::to_string(found) + ' ' + std::string(many) + "; the first stands here",
            std::string(advice));
    };
    blank_out(find_invalid_utf8, '?', "this byte is not UTF-8", "bytes are not UTF-8",
              file_.ends_with(".csv") ? "save the file as UTF-8: spreadsheets call it 'CSV UTF-8'"
                                      : "save the file as UTF-8");
    blank_out(find_control_character, ' ', "control character", "control characters",
              "take out what cannot be printed");
}

}  // namespace entente::textfiles
