// GET /api/cases/{case}/work: what the coder has before them.
#include "reports/json_edit.hpp"
#include "server/endpoint.hpp"

namespace entente::server {

Reply get_work(const Request& request) {
    request.query.require_known({"coder"});
    const auto& editing = *request.served->editing();
    const auto asked = request.query.one("coder");
    if (!asked.empty() && asked != editing.coder) {
        return refusal(403,
                       {"that is another coder's work",
                        "the coder here is '" + editing.coder + "'; another one starts `entente serve` with --coder",
                        {},
                        editing.blind});
    }
    return reply_with(
        reports::work_json(workbench::coder_work(request.which->snapshot().open, {editing.coder, editing.blind})));
}

}  // namespace entente::server
