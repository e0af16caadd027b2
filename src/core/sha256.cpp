#include "core/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <span>

#include "core/error.hpp"

namespace entente {

namespace {

constexpr const char* kFailed = "SHA-256 could not be computed";

std::string hexadecimal(std::span<const unsigned char> digest) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : digest) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 0x0FU];
    }
    return text;
}

}  // namespace

std::string sha256(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    ensure(EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) == 1, kFailed);
    return hexadecimal(std::span(digest).first(length));
}

struct Sha256::State {
    std::unique_ptr<EVP_MD_CTX, void (*)(EVP_MD_CTX*)> context{EVP_MD_CTX_new(), EVP_MD_CTX_free};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    ensure(state_->context != nullptr && EVP_DigestInit_ex(state_->context.get(), EVP_sha256(), nullptr) == 1, kFailed);
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    ensure(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()) == 1, kFailed);
}

std::string Sha256::finish() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int length = 0;
    ensure(EVP_DigestFinal_ex(state_->context.get(), digest.data(), &length) == 1, kFailed);
    return hexadecimal(std::span(digest).first(length));
}

}  // namespace entente
