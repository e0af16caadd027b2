// What a file is, by its first bytes, whatever its name says; and for what cannot be read, what to do instead.
#pragma once

#include <string>
#include <string_view>

namespace entente::datasets {

enum class FileKind { Text, Gzip, Stata, Zip, Other };

struct RecognisedKind {
    FileKind kind = FileKind::Text;
    std::string what;    // of Other: `is a PDF document`
    std::string advice;  // of Other: what to download or export instead
};

// Bytes that are enough to tell.
inline constexpr std::size_t kKindBytes = 4096;

[[nodiscard]] RecognisedKind kind_of(std::string_view first_bytes);

}  // namespace entente::datasets
