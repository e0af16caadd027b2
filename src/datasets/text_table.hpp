// A table of text in any encoding and with any line ends, checked to its last byte, as UTF-8 that a database can read.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "core/sha256.hpp"
#include "datasets/raw_file.hpp"
#include "datasets/staged_file.hpp"

namespace entente::datasets {

struct TextTable {
    StagedSheet sheet;
    std::string encoding;
    std::vector<std::string> remarks;
};

// `file` is read from its beginning, all its bytes go into `hash`, and `found_at` is its path. A clean file stays where
// it is; any other is written anew into `folder`. Problems name the file as `shown_as`. Without `known` the dialect is
// found from the first lines.
[[nodiscard]] std::optional<TextTable> stage_text(const OpenFile& file, const std::filesystem::path& found_at,
                                                  const std::filesystem::path& folder, const StagingLimits& limits,
                                                  const std::string& shown_as, std::optional<CsvDialect> known,
                                                  Sha256& hash, Problems& problems);

}  // namespace entente::datasets
