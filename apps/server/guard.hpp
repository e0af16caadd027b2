// Who may ask: the checks that keep other pages in the same browser, and other names for this machine, out.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace entente::server {

// Where the server listens.
struct Address {
    std::string host;  // as it was given: an IP address or `localhost`
    std::uint16_t port = 0;
};

[[nodiscard]] bool is_loopback(const std::string& host);

// The Host header names this server. A page that makes its own name point at this machine (DNS rebinding) sends that
// name here, so no name passes but `localhost`; where all addresses are listened on, every literal one does.
[[nodiscard]] bool is_own_host(std::string_view host, const Address& address);

// The Origin header, where there is one, is that of the pages that this very host serves.
[[nodiscard]] bool is_own_origin(std::string_view origin, std::string_view host);

// What browsers say of themselves (Sec-Fetch-Site, Sec-Fetch-Mode; both empty in other clients): a page of another site
// may send its reader here by a link, and nothing else.
[[nodiscard]] bool is_own_fetch(std::string_view site, std::string_view mode);

// 128 bits from the system's source of randomness, in hexadecimal.
[[nodiscard]] std::string new_token();

// In a time that does not depend on where the two differ.
[[nodiscard]] bool is_same_secret(std::string_view given, std::string_view secret) noexcept;

[[nodiscard]] bool is_json(std::string_view content_type);

}  // namespace entente::server
