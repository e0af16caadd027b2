// The parts of a zip archive that somebody else may have made to fill a disk or a memory.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "datasets/gzip_file.hpp"

namespace entente::datasets {

class ZipParts {
public:
    // Nothing, with a reason, if it is no whole zip archive.
    static std::optional<ZipParts> open(const std::string& path, const UnpackLimits& limits, std::string& why_not);
    ZipParts(ZipParts&&) noexcept;
    ~ZipParts();

    [[nodiscard]] const std::vector<std::string>& names() const noexcept { return names_; }
    [[nodiscard]] bool has(const std::string& name) const;

    // Nothing if there is no such part, or it is damaged, encrypted, or larger than the limits allow; `why_not` says
    // which.
    [[nodiscard]] std::optional<std::string> read(const std::string& name, std::string& why_not);

private:
    struct Archive;
    ZipParts(std::unique_ptr<Archive> archive, const UnpackLimits& limits);

    std::unique_ptr<Archive> archive_;
    UnpackLimits limits_;
    std::vector<std::string> names_;
    std::uintmax_t unpacked_ = 0;  // of all parts so far
};

}  // namespace entente::datasets
