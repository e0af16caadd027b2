// POST /api/cases/{case}/what-if: the assessment under another reading. Nothing is written.
#include "reports/json_readings.hpp"
#include "reports/reading_request.hpp"
#include "server/endpoint.hpp"
#include "workbench/what_if.hpp"

namespace entente::server {

Reply post_what_if(const Request& request) {
    request.query.require_known({});
    Problems problems;
    const auto reading = reports::read_reading_request(request.body, problems);
    if (!reading) return refusal(422, {"the reading cannot be read", "nothing was computed", problems.sorted(), false});
    return reply_with(reports::what_if_json(workbench::what_if(request.which->snapshot().open, *reading)));
}

}  // namespace entente::server
