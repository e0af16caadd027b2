// POST /api/cases/{case}/readings: a reading is written into the case, as a protocol or as a scenario.
#include "reports/json_readings.hpp"
#include "reports/reading_request.hpp"
#include "server/endpoint.hpp"
#include "workbench/save_reading.hpp"

namespace entente::server {

Reply post_reading(const Request& request) {
    request.query.require_known({});
    Problems problems;
    const auto asked = reports::read_save_request(request.body, problems);
    if (!asked) return refusal(422, {"the reading cannot be saved", "nothing was written", problems.sorted(), false});
    const auto writing = request.which->lock_for_writing();
    const auto snapshot = request.which->snapshot();
    if (snapshot.broken) {
        return refusal(409,
                       {"the files of the case have errors at the moment", "mend them, then save again", {}, false});
    }
    const auto saved = workbench::save_reading(snapshot.open, *asked);
    if (saved.in_the_way) {
        return refusal(409, {saved.file + " stands there already and says something else",
                             "give the reading another id, or ask for the file to be replaced",
                             {},
                             false});
    }
    return reply_with(reports::saved_reading_json(saved));
}

}  // namespace entente::server
