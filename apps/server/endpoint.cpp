#include "server/endpoint.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace entente::server {

Reply reply_with(std::string json, int status) {
    Reply reply = reply_with(std::make_shared<const std::string>(std::move(json)), {});
    reply.status = status;
    return reply;
}

Reply reply_with(Text text, std::string etag) {
    Reply reply;
    reply.bytes = *text;
    reply.text = std::move(text);
    reply.etag = std::move(etag);
    return reply;
}

Reply not_modified(std::string etag) {
    Reply reply;
    reply.status = 304;
    reply.etag = std::move(etag);
    return reply;
}

Reply refusal(int status, const reports::Failure& failure) {
    return reply_with(reports::failure_json(failure), status);
}

bool is_known_to_client(const Request& request, std::string_view etag) {
    std::string_view known = request.if_none_match;
    while (!known.empty()) {
        const std::size_t end = std::min(known.find(','), known.size());
        auto tag = known.substr(0, end);
        known.remove_prefix(std::min(end + 1, known.size()));
        while (tag.starts_with(' ')) tag.remove_prefix(1);
        while (tag.ends_with(' ')) tag.remove_suffix(1);
        if (tag.starts_with("W/")) tag.remove_prefix(2);
        if (tag == etag) return true;
    }
    return false;
}

}  // namespace entente::server
