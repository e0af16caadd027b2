// Weights of a user's own, as a file: `[weights]` with a number for each thing that is to count.
#pragma once

#include <filesystem>
#include <map>
#include <string>

#include "core/problem.hpp"

namespace entente::casefile {

// By the name that the file gives; what it does not name has no weight. Reports a file that cannot be read, anything
// but [weights] in it, weights that are no numbers from 0 up, and weights that are all 0.
[[nodiscard]] std::map<std::string, double> read_weights(const std::filesystem::path& file, Problems& problems);

// The same of the bytes of a file.
[[nodiscard]] std::map<std::string, double> weights_from(std::string bytes, const std::string& file,
                                                         Problems& problems);

}  // namespace entente::casefile
