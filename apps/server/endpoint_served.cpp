// GET /api: what is served, and whether it can be edited.
#include "server/endpoint.hpp"

namespace entente::server {

Reply get_served(const Request& request) {
    request.query.require_known({});
    reports::Serving serving;
    if (const auto& editing = request.served->editing()) {
        serving.coder = editing->coder;
        serving.blind = editing->blind;
    }
    for (const auto& live : request.served->cases()) {
        const auto snapshot = live->snapshot();
        const auto& content = snapshot.open->content;
        serving.cases.push_back(
            {content.id, content.title, content.sha256, snapshot.broken, workbench::starting_points(*snapshot.open)});
    }
    return reply_with(reports::served_json(serving));
}

}  // namespace entente::server
