// A gzip file, unpacked in pieces and within limits.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "core/sha256.hpp"
#include "datasets/raw_file.hpp"

namespace entente::datasets {

struct UnpackLimits {
    std::uintmax_t largest_bytes = 0;  // unpacked
    std::uintmax_t largest_ratio = 0;  // unpacked : packed, beyond 64 MiB
};

inline constexpr std::uintmax_t kRatioMattersBeyond = std::uintmax_t{64} << 20U;

// From where `packed` stands into `unpacked`; every packed byte goes into `hash`. False, with a problem that names the
// file as `shown_as`, if it is damaged, cut off, or unpacks to more than the limits allow.
[[nodiscard]] bool unpack_gzip(const OpenFile& packed, const OpenFile& unpacked, const UnpackLimits& limits,
                               const std::string& shown_as, Sha256& hash, std::vector<std::string>& remarks,
                               Problems& problems);

}  // namespace entente::datasets
