// A text file while it is read: from byte offsets to lines and columns, and problems reported at offsets.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"

namespace entente::textfiles {

// Reports bytes that are not UTF-8 and control characters. Everything after sees text() without them, at the same
// offsets, so that reading can go on.
class SourceText {
public:
    SourceText(std::string_view bytes, const std::string& file, Problems& problems);
    SourceText(const SourceText&) = delete;
    SourceText& operator=(const SourceText&) = delete;

    [[nodiscard]] std::string_view text() const noexcept { return text_; }
    // The offset after the byte order mark, if there is one.
    [[nodiscard]] std::size_t begin() const noexcept { return line_starts_.front(); }

    // Fast for offsets that mostly grow.
    [[nodiscard]] Position at(std::size_t offset);

    // After a thousand problems one last message says that there are more.
    void error(std::size_t offset, std::string what, std::string advice = {});
    void error(Position where, std::string what, std::string advice = {});

private:
    void report_bad_bytes();

    const std::string& file_;
    Problems& problems_;
    std::string_view text_;
    std::string cleaned_;  // owns text_ if something had to be blanked out
    std::vector<std::size_t> line_starts_;
    std::size_t reported_ = 0;
    std::size_t last_offset_ = 0;
    int last_column_ = 1;
};

}  // namespace entente::textfiles
