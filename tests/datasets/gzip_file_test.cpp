#include "datasets/gzip_file.hpp"

#include "datasets/staging.hpp"

namespace entente::datasets {

class GzipFile : public StagingFolder {
protected:
    // What was unpacked; nothing if it was refused.
    std::optional<std::string> unpack(const std::string& packed, const UnpackLimits& limits = {1U << 30U, 200}) {
        problems_ = {};
        remarks_.clear();
        std::filesystem::remove(folder_ / "out");
        const auto in = open_to_read(write("in.gz", packed), problems_);
        const auto out = open_to_write(folder_ / "out");
        Sha256 hash;
        if (!unpack_gzip(*in, *out, limits, "in.gz", hash, remarks_, problems_)) return std::nullopt;
        EXPECT_EQ(hash.finish(), sha256(packed));
        return read(folder_ / "out");
    }

    std::vector<std::string> remarks_;
};

TEST_F(GzipFile, comes_back_whole) {
    EXPECT_EQ(unpack(gzip_of("a,b\n1,2\n")), "a,b\n1,2\n");
}

TEST_F(GzipFile, several_one_after_another_are_one) {
    // RFC 1952, section 2.2: a file is a series of members.
    EXPECT_EQ(unpack(gzip_of("a,b\n") + gzip_of("1,2\n")), "a,b\n1,2\n");
}

TEST_F(GzipFile, bytes_behind_it_are_left_out_with_a_remark) {
    EXPECT_EQ(unpack(gzip_of("a\n") + std::string(100, '\0')), "a\n");
    EXPECT_EQ(remarks_.size(), 1U);
}

TEST_F(GzipFile, cut_off_anywhere_is_refused) {
    const std::string whole = gzip_of("a,b\n1,2\n3,4\n");
    for (std::size_t size = 2; size < whole.size(); ++size) {
        EXPECT_EQ(unpack(whole.substr(0, size)), std::nullopt) << size;
        EXPECT_EQ(first_problem(), "0:0 is a gzip file that is cut off") << size;
    }
}

TEST_F(GzipFile, a_changed_byte_is_found_by_its_checksum) {
    std::string bytes = gzip_of("a,b\n1,2\n3,4\n");
    bytes[bytes.size() - 8] ^= 1;  // RFC 1952, section 2.3: the last eight bytes are CRC-32 and size
    EXPECT_EQ(unpack(bytes), std::nullopt);
    EXPECT_TRUE(first_problem().starts_with("0:0 is a damaged gzip file")) << first_problem();
}

TEST_F(GzipFile, a_bomb_is_refused_by_its_ratio_before_it_fills_the_disk) {
    EXPECT_EQ(unpack(gzip_of(std::string(300U << 20U, '0'))), std::nullopt);
    EXPECT_EQ(first_problem(), "0:0 unpacks to more than 200 times its size");
    EXPECT_LT(std::filesystem::file_size(folder_ / "out"), 80U << 20U);
}

TEST_F(GzipFile, more_bytes_than_allowed_are_refused) {
    EXPECT_EQ(unpack(gzip_of(std::string(5000, '0')), {4999, 200}), std::nullopt);
    EXPECT_EQ(first_problem(), "0:0 unpacks to more than 4999 bytes");
    EXPECT_NE(unpack(gzip_of(std::string(5000, '0')), {5000, 200}), std::nullopt);
}

}  // namespace entente::datasets
