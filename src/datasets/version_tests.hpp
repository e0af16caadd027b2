// Which version of a data set a file is: by headers, by lines above them, and by what columns hold in all rows.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "datasets/descriptor.hpp"
#include "datasets/staged_file.hpp"

namespace entente::datasets {

struct FittingVersions {
    std::vector<const Version*> fit;
    std::vector<std::string> why_not;  // of each that does not: `5.0: 'version' holds 2025, not 2011`
};

// Reads the whole table, once, if a version is known by what a column holds.
[[nodiscard]] FittingVersions find_versions(const Descriptor& descriptor, const StagedSheet& sheet,
                                            std::size_t header_row);

}  // namespace entente::datasets
