#include "core/sha256.hpp"

#include <openssl/evp.h>

#include <array>

#include "core/error.hpp"

namespace entente {

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    ensure(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) == 1,
           "SHA-256 could not be computed");
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (unsigned int place = 0; place < length; ++place) {
        text += kDigits[digest[place] >> 4U];
        text += kDigits[digest[place] & 0x0FU];
    }
    return text;
}

}  // namespace entente
