// GET / and its script and style sheet: the pages, as they stand inside the program.
#include "core/error.hpp"
#include "server/endpoint.hpp"

namespace entente::server {

Reply get_asset(const Request& request) {
    const auto* found = request.served->find_asset(request.name.empty() ? "index.html" : request.name);
    if (found == nullptr) {
        throw Error(ErrorKind::NotFound, "there is no page '/" + request.name + "'", "everything starts at /");
    }
    if (is_known_to_client(request, found->etag)) return not_modified(found->etag);
    Reply reply;
    reply.media_type = found->asset.media_type;
    reply.bytes = found->asset.bytes;
    reply.etag = found->etag;
    return reply;
}

}  // namespace entente::server
