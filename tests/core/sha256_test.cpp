#include "core/sha256.hpp"

#include <gtest/gtest.h>

namespace entente {

TEST(Sha256, agrees_with_the_published_examples) {
    // FIPS 180-4 examples (NIST): `abc`, nothing, and the message of two blocks.
    EXPECT_EQ(sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(sha256(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(Sha256, every_byte_counts_even_zero) {
    EXPECT_NE(sha256(std::string_view("a\0", 2)), sha256("a"));
}

TEST(Sha256, bytes_in_pieces_give_what_the_whole_gives) {
    // FIPS 180-4 example (NIST): the message of two blocks, cut anywhere.
    const std::string_view whole = "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    for (std::size_t cut = 0; cut <= whole.size(); ++cut) {
        Sha256 hash;
        hash.add(whole.substr(0, cut));
        hash.add(whole.substr(cut));
        EXPECT_EQ(hash.finish(), "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    }
}

}  // namespace entente
