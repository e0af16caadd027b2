#include "server/routes.hpp"

#include <array>

namespace entente::server {

std::span<const Route> routes() {
    // The first that fits.
    static constexpr auto kRoutes = std::to_array<Route>({
        {Method::Get, "/", get_asset},
        {Method::Get, "/api", get_served},
        {Method::Get, "/api/openapi.yaml", get_description},
        {Method::Post, "/api/cases/{case}/what-if", post_what_if, Work::Computing},
        {Method::Post, "/api/cases/{case}/readings", post_reading, Work::Writing, true},
        {Method::Get, "/api/cases/{case}/work", get_work, Work::Reading, true},
        {Method::Get, "/api/cases/{case}/entry", get_entry, Work::Reading, true},
        {Method::Post, "/api/cases/{case}/edits", post_edits, Work::Writing, true},
        {Method::Get, "/api/cases/{case}/{name}", get_document, Work::Reading, false, document_at_hand},
        {Method::Get, "/{name}", get_asset},
    });
    return kRoutes;
}

}  // namespace entente::server
