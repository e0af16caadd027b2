#include "server/guard.hpp"

#include <arpa/inet.h>
#include <sys/random.h>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::server {
namespace {

constexpr std::uint16_t kUsualPort = 80;

std::string lowered(std::string_view text) {
    std::string lower(text);
    for (char& letter : lower) {
        if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
    }
    return lower;
}

// The system's function reads up to a zero byte; what stands behind it must not pass unseen.
bool is_ipv4(const std::string& host) {
    in_addr parsed{};
    return host.find('\0') == std::string::npos && inet_pton(AF_INET, host.c_str(), &parsed) == 1;
}

bool is_ipv6(const std::string& host) {
    in6_addr parsed{};
    return host.find('\0') == std::string::npos && inet_pton(AF_INET6, host.c_str(), &parsed) == 1;
}

// `127.0.0.1:8451` → `127.0.0.1`, `[::1]:8451` → `::1`; empty unless the port is the given one.
std::string host_without_port(std::string_view text, std::uint16_t port) {
    const std::string suffix = ":" + std::to_string(port);
    if (text.ends_with(suffix)) {
        text.remove_suffix(suffix.size());
    } else if (port != kUsualPort) {
        return {};
    }
    if (!text.starts_with('[')) return text.find(':') == std::string_view::npos ? lowered(text) : std::string();
    if (!text.ends_with(']')) return {};
    return lowered(text.substr(1, text.size() - 2));
}

}  // namespace

bool is_loopback(const std::string& host) {
    return host == "localhost" || host == "::1" || (host.starts_with("127.") && is_ipv4(host));
}

bool is_own_host(std::string_view host, const Address& address) {
    const std::string name = host_without_port(host, address.port);
    if (name.empty()) return false;
    if (name == lowered(address.host) || is_loopback(name)) return true;
    const bool everywhere = address.host == "0.0.0.0" || address.host == "::";
    return everywhere && (is_ipv4(name) || is_ipv6(name));
}

bool is_own_origin(std::string_view origin, std::string_view host) {
    return origin.empty() || lowered(origin) == "http://" + lowered(host);
}

bool is_own_fetch(std::string_view site, std::string_view mode) {
    return site.empty() || site == "same-origin" || site == "none" || mode == "navigate";
}

std::string new_token() {
    std::array<unsigned char, 16> bytes{};
    ensure(getrandom(bytes.data(), bytes.size(), 0) == static_cast<ssize_t>(bytes.size()),
           "the system gives random bytes");
    std::string token;
    for (const unsigned char byte : bytes) token += fmt::format("{:02x}", byte);
    return token;
}

bool is_same_secret(std::string_view given, std::string_view secret) noexcept {
    if (secret.empty()) return false;
    unsigned differences = given.size() == secret.size() ? 0U : 1U;
    for (std::size_t i = 0; i < secret.size(); ++i) {
        const char other = i < given.size() ? given[i] : '\0';
        differences |= static_cast<unsigned>(static_cast<unsigned char>(secret[i]) ^ static_cast<unsigned char>(other));
    }
    return differences == 0;
}

bool is_json(std::string_view content_type) {
    const auto type = lowered(content_type.substr(0, std::min(content_type.find(';'), content_type.size())));
    return type == "application/json" || type == "application/json ";
}

}  // namespace entente::server
