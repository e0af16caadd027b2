// An endpoint: a function from a request that has passed every check to a reply. It knows nothing of connections.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reports/json_server.hpp"
#include "server/document_cache.hpp"
#include "server/served.hpp"
#include "server/target.hpp"

namespace entente::server {

// What an endpoint is given. The case exists; the token was right where one is needed; the body is within its limit and
// said to be JSON.
struct Request {
    Served* served = nullptr;
    workbench::LiveCase* which = nullptr;  // the case that the path names; null where it names none
    std::string name;                      // the last segment of the path: `assess`, `entente.js`; of `/` empty
    Query query;
    std::string if_none_match;
    std::string body;
};

struct Reply {
    int status = 200;
    std::string_view media_type = "application/json";
    Text text;               // owns `bytes`, or null where they last as long as the program
    std::string_view bytes;  // of the body
    std::string etag;        // empty: the reply is about this moment and must not be kept
    std::string_view allow;  // with 405: the methods
};

[[nodiscard]] Reply reply_with(std::string json, int status = 200);
[[nodiscard]] Reply reply_with(Text text, std::string etag);
[[nodiscard]] Reply not_modified(std::string etag);
[[nodiscard]] Reply refusal(int status, const reports::Failure& failure);

// Whether the client has the document of that tag already (If-None-Match, RFC 9110, section 13.1.2).
[[nodiscard]] bool is_known_to_client(const Request& request, std::string_view etag);

// Throws Error; what it throws becomes a refusal with the error's problems.
using Handler = Reply (*)(const Request&);

// The same where no computation is needed; nothing where one is.
using QuickHandler = std::optional<Reply> (*)(const Request&);

// ---- the endpoints, each in the file of its name
// ----------------------------------------------------------------------
[[nodiscard]] Reply get_asset(const Request& request);
[[nodiscard]] Reply get_description(const Request& request);
[[nodiscard]] Reply get_document(const Request& request);
[[nodiscard]] std::optional<Reply> document_at_hand(const Request& request);
[[nodiscard]] Reply get_served(const Request& request);
[[nodiscard]] Reply get_work(const Request& request);    // endpoint_work.cpp
[[nodiscard]] Reply get_entry(const Request& request);   // endpoint_edits.cpp
[[nodiscard]] Reply post_edits(const Request& request);  // endpoint_edits.cpp
[[nodiscard]] Reply post_reading(const Request& request);
[[nodiscard]] Reply post_what_if(const Request& request);

}  // namespace entente::server
