// A reading as JSON (docs/openapi.yaml: Reading, SaveReading), read strictly. What comes from a browser may be
// anything: never throws for any bytes; every problem names the JSON pointer of what is wrong.
#pragma once

#include <optional>
#include <string_view>

#include "core/problem.hpp"
#include "workbench/save_reading.hpp"

namespace entente::reports {

// Nothing, and problems, if it is not what it should be.
[[nodiscard]] std::optional<workbench::ReadingRequest> read_reading_request(std::string_view bytes, Problems& problems);
[[nodiscard]] std::optional<workbench::SaveReadingRequest> read_save_request(std::string_view bytes,
                                                                             Problems& problems);

}  // namespace entente::reports
