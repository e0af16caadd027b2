// From the head of a request to the endpoint that answers it, or to a refusal. Everything that can be refused is
// refused before a body is read. Beside `main` the place where errors are caught.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "server/guard.hpp"
#include "server/routes.hpp"

namespace entente::server {

// What a request says before its body, as it came.
struct Head {
    std::string_view method;
    std::string_view target;
    std::string_view host;
    std::size_t hosts = 0;  // how many Host headers there are
    std::string_view origin;
    std::string_view fetch_site;
    std::string_view fetch_mode;
    std::string_view content_type;
    std::string_view token;
    std::string_view if_none_match;
};

struct Task {
    const Route* route = nullptr;
    Request request;
};

[[nodiscard]] std::variant<Reply, Task> dispatch(Served& served, const Address& address, const Head& head);

// The endpoint's reply; an error becomes a refusal. Neither throws.
[[nodiscard]] std::optional<Reply> run_quickly(const Task& task) noexcept;
[[nodiscard]] Reply run(const Task& task) noexcept;

}  // namespace entente::server
