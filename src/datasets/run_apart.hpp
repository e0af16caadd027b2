// Work on bytes that could crash a library, in a process of its own: whatever happens there is a value here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace entente::datasets {

struct ApartLimits {
    std::size_t seconds = 0;
    std::uintmax_t memory_bytes = 0;  // beyond what this process has now
    std::uintmax_t file_bytes = 0;    // of each file that is written
};

struct ApartOutcome {
    std::optional<std::string> message;  // what `work` returned
    std::string why_not;                 // `took longer than 120 seconds`
};

// Runs `work` in a copy of this process, which shares nothing with it but the files on disk and ends with it. `work`
// runs in the only thread of that copy, whatever threads there are here, so it must wait for none of them.
[[nodiscard]] ApartOutcome run_apart(const std::function<std::string()>& work, const ApartLimits& limits);

}  // namespace entente::datasets
