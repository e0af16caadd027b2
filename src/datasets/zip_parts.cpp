#include "datasets/zip_parts.hpp"

#include <zip.h>

#include <algorithm>
#include <utility>

namespace entente::datasets {

namespace {

constexpr zip_int64_t kMostParts = 10'000;
constexpr std::size_t kPiece = std::size_t{1} << 18U;

std::string reason(int code) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return text;
}

}  // namespace

struct ZipParts::Archive {
    explicit Archive(zip_t* opened) : zip(opened, zip_discard) {}
    std::unique_ptr<zip_t, void (*)(zip_t*)> zip;
};

ZipParts::ZipParts(std::unique_ptr<Archive> archive, const UnpackLimits& limits)
    : archive_(std::move(archive)), limits_(limits) {
    const auto count = zip_get_num_entries(archive_->zip.get(), 0);
    for (zip_int64_t number = 0; number < count; ++number) {
        const char* name = zip_get_name(archive_->zip.get(), static_cast<zip_uint64_t>(number), ZIP_FL_ENC_RAW);
        if (name != nullptr) names_.emplace_back(name);
    }
}

ZipParts::ZipParts(ZipParts&&) noexcept = default;
ZipParts::~ZipParts() = default;

std::optional<ZipParts> ZipParts::open(const std::string& path, const UnpackLimits& limits, std::string& why_not) {
    int code = 0;
    zip_t* opened = zip_open(path.c_str(), ZIP_RDONLY, &code);
    if (opened == nullptr) {
        why_not = "is a zip archive or workbook that is damaged or cut off: " + reason(code);
        return std::nullopt;
    }
    auto archive = std::make_unique<Archive>(opened);
    if (zip_get_num_entries(opened, 0) > kMostParts) {
        why_not = "is a zip archive of more than " + std::to_string(kMostParts) + " files";
        return std::nullopt;
    }
    return ZipParts(std::move(archive), limits);
}

bool ZipParts::has(const std::string& name) const {
    return std::ranges::find(names_, name) != names_.end();
}

std::optional<std::string> ZipParts::read(const std::string& name, std::string& why_not) {
    zip_t* zip = archive_->zip.get();
    zip_stat_t found;
    zip_stat_init(&found);
    const auto fail = [&](const std::string& why) {
        why_not = "has a part '" + name + "' that " + why;
        return std::nullopt;
    };
    if (zip_stat(zip, name.c_str(), ZIP_FL_ENC_RAW, &found) != 0 || (found.valid & ZIP_STAT_INDEX) == 0) {
        why_not = "lacks the part '" + name + "'";
        return std::nullopt;
    }
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> part(zip_fopen_index(zip, found.index, 0), zip_fclose);
    if (part == nullptr) return fail("cannot be read: " + std::string(zip_strerror(zip)));
    const std::uintmax_t packed = (found.valid & ZIP_STAT_COMP_SIZE) != 0 ? found.comp_size : 0;
    std::string bytes;
    for (;;) {
        const std::size_t before = bytes.size();
        bytes.resize(before + kPiece);
        const auto got = zip_fread(part.get(), bytes.data() + before, kPiece);
        if (got < 0) return fail("is damaged");
        bytes.resize(before + static_cast<std::size_t>(got));
        if (got == 0) return bytes;
        // What the archive says about sizes is not believed: what comes out is counted.
        unpacked_ += static_cast<std::uintmax_t>(got);
        if (unpacked_ > limits_.largest_bytes) {
            return fail("makes it unpack to more than " + std::to_string(limits_.largest_bytes) + " bytes");
        }
        if (bytes.size() > kRatioMattersBeyond && bytes.size() / limits_.largest_ratio > packed) {
            return fail("unpacks to more than " + std::to_string(limits_.largest_ratio) + " times its size");
        }
    }
}

}  // namespace entente::datasets
