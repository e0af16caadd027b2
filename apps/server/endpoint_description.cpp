// GET /api/openapi.yaml: the description of the interface, as it stands inside the program.
#include <cstddef>

#include "core/sha256.hpp"
#include "server/endpoint.hpp"

// NOLINTBEGIN(hicpp-no-assembler)
asm(".pushsection .rodata, \"a\"\n"
    ".global entente_description, entente_description_end\n"
    "entente_description:\n"
    ".incbin \"" ENTENTE_DESCRIPTION
    "\"\n"
    "entente_description_end:\n"
    ".byte 0\n"
    ".popsection\n");
// NOLINTEND(hicpp-no-assembler)

extern "C" {
extern const char entente_description[], entente_description_end[];
}

namespace entente::server {

Reply get_description(const Request& request) {
    request.query.require_known({});
    Reply reply;
    reply.media_type = "application/yaml";
    reply.bytes = {entente_description, static_cast<std::size_t>(entente_description_end - entente_description)};
    reply.etag = '"' + sha256(reply.bytes).substr(0, 32) + '"';
    if (is_known_to_client(request, reply.etag)) return not_modified(reply.etag);
    return reply;
}

}  // namespace entente::server
