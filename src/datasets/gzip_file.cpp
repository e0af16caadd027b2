#include "datasets/gzip_file.hpp"

#include <zlib.h>

#include <string_view>

#include "core/error.hpp"

namespace entente::datasets {

namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20U;

class Inflater {
public:
    Inflater(const OpenFile& unpacked, const UnpackLimits& limits, std::uintmax_t packed_bytes)
        : unpacked_(unpacked), limits_(limits), packed_bytes_(packed_bytes), out_(kPiece) {
        constexpr int kGzipOnly = 16;
        ensure(inflateInit2(&stream_, kGzipOnly + MAX_WBITS) == Z_OK, "zlib could not start");
    }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    struct Trouble {
        std::string what;
        std::string advice;
    };

    // No trouble: an empty `what`.
    Trouble add(std::string_view packed) {
        in_.assign(packed.begin(), packed.end());  // zlib has its own type of byte
        stream_.next_in = in_.data();
        stream_.avail_in = static_cast<uInt>(packed.size());
        while (stream_.avail_in > 0) {
            if (ended_ && !begin_next_member()) return {};
            const auto trouble = inflate_some();
            if (!trouble.what.empty()) return trouble;
        }
        return {};
    }

    [[nodiscard]] bool ended() const { return ended_; }
    [[nodiscard]] bool trailing_bytes() const { return trailing_; }

private:
    // Several gzip files one after another are one (RFC 1952, section 2.2). Other bytes at the end are padding.
    bool begin_next_member() {
        constexpr Bytef kFirstByte = 0x1F;
        if (trailing_ || *stream_.next_in != kFirstByte) {
            trailing_ = true;
            return false;
        }
        ended_ = false;
        inflateReset(&stream_);
        return true;
    }

    Trouble inflate_some() {
        stream_.next_out = out_.data();
        stream_.avail_out = static_cast<uInt>(out_.size());
        const int result = inflate(&stream_, Z_NO_FLUSH);
        const std::size_t got = out_.size() - stream_.avail_out;
        if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR) {
            return {"is a damaged gzip file" + (stream_.msg == nullptr ? "" : std::string(": ") + stream_.msg),
                    "download it anew"};
        }
        written_ += got;
        if (written_ > limits_.largest_bytes) {
            return {"unpacks to more than " + std::to_string(limits_.largest_bytes) + " bytes",
                    "no official file is that large; check where it comes from"};
        }
        if (written_ > kRatioMattersBeyond && written_ / limits_.largest_ratio > packed_bytes_) {
            return {"unpacks to more than " + std::to_string(limits_.largest_ratio) + " times its size",
                    "data never pack so well; check where it comes from"};
        }
        text_.assign(out_.begin(), out_.begin() + static_cast<std::ptrdiff_t>(got));
        if (!unpacked_.write(text_)) {
            return {"cannot be unpacked: the folder for temporary files takes no more", "free some space there"};
        }
        ended_ = result == Z_STREAM_END;
        return {};
    }

    const OpenFile& unpacked_;
    UnpackLimits limits_;
    std::uintmax_t packed_bytes_;
    std::vector<Bytef> in_;
    std::vector<Bytef> out_;
    std::string text_;
    z_stream stream_{};
    std::uintmax_t written_ = 0;
    bool ended_ = false;
    bool trailing_ = false;
};

}  // namespace

bool unpack_gzip(const OpenFile& packed, const OpenFile& unpacked, const UnpackLimits& limits,
                 const std::string& shown_as, Sha256& hash, std::vector<std::string>& remarks, Problems& problems) {
    const Position whole{shown_as, 0, 0};
    const auto stamp = packed.stamp();
    Inflater inflater(unpacked, limits, stamp ? stamp->bytes : 0);
    std::string piece(kPiece, '\0');
    for (;;) {
        const auto got = packed.read(piece.data(), piece.size());
        if (!got) {
            problems.error(whole, "cannot be read to its end", "check the disk it is on");
            return false;
        }
        if (*got == 0) break;
        const std::string_view bytes(piece.data(), *got);
        hash.add(bytes);
        const auto trouble = inflater.add(bytes);
        if (!trouble.what.empty()) {
            problems.error(whole, trouble.what, trouble.advice);
            return false;
        }
    }
    if (!inflater.ended()) {
        problems.error(whole, "is a gzip file that is cut off", "download it anew");
        return false;
    }
    if (inflater.trailing_bytes()) remarks.emplace_back("bytes after the end of the gzip file (left out)");
    return true;
}

}  // namespace entente::datasets
