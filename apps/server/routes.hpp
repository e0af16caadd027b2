// Which endpoint answers which path: one line for each.
#pragma once

#include <span>
#include <string_view>

#include "server/endpoint.hpp"

namespace entente::server {

enum class Method { Get, Post };

// Who does the work.
enum class Work {
    Reading,    // may compute: a few at once
    Computing,  // the same, and its body says what: never shared between clients
    Writing,    // one after the other
};

struct Route {
    Method method = Method::Get;
    std::string_view path;  // `{case}` stands for the id of a case that is served, `{name}` for any one segment
    Handler handler = nullptr;
    Work work = Work::Reading;
    bool needs_token = false;
    QuickHandler quick = nullptr;  // tried first
};

[[nodiscard]] std::span<const Route> routes();

}  // namespace entente::server
