// POST /api/cases/{case}/edits: one file of a case changed, or with `?try=1` only tried.
// GET /api/cases/{case}/entry: one entry as it stands on disk, with what an edit of it has to name.
#include "core/error.hpp"
#include "core/text.hpp"
#include "reports/edit_request.hpp"
#include "reports/json_edit.hpp"
#include "server/endpoint.hpp"

namespace entente::server {
namespace {

Reply not_yours(std::string what, bool blind) {
    return refusal(403, {std::move(what), "each coder reads and writes their own codings", {}, blind});
}

// What a coder may not touch. The workbench refuses it as well; here it is known to be a refusal, not a mistake.
std::optional<Reply> refused(const Editing& editing, const std::string& file) {
    if (file.starts_with("codings/") && file != "codings/" + editing.coder + ".toml") {
        return not_yours("that is another coder's file", editing.blind);
    }
    if (editing.blind && (file == "meetings.toml" || file == "corrections.toml")) {
        return not_yours("a coder who works blind is not shown this", true);
    }
    return std::nullopt;
}

workbench::EntryKind kind_of(const Query& query) {
    const auto written = query.one("kind");
    const auto kind = named<workbench::EntryKind>(written);
    require(kind.has_value(), "there is no kind of entry '" + shortened(written, 40) + "'",
            "give one of " + names_of<workbench::EntryKind>());
    return *kind;
}

}  // namespace

Reply post_edits(const Request& request) {
    request.query.require_known({"try"});
    const auto& editing = *request.served->editing();
    Problems problems;
    auto edit = reports::read_edit_request(request.body, problems);
    if (!edit) {
        return refusal(422, {"the edit cannot be read; nothing was written", "mend what is named and save again",
                             problems.sorted(), false});
    }
    if (auto reply = refused(editing, edit->file)) return *std::move(reply);
    // A blind coder's new file says so, whatever the page sends.
    if (editing.blind) edit->coder.blind = true;
    workbench::EditRequest wanted;
    wanted.which = request.which->request();
    wanted.edit = *std::move(edit);
    wanted.coder = editing.coder;
    wanted.blind = editing.blind;
    wanted.try_only = request.query.one("try") == "1";
    // A blind coder's snapshot lacks what others wrote.
    if (!editing.blind) {
        if (const auto snapshot = request.which->snapshot_at_hand()) wanted.before = snapshot->open;
    }
    const auto lock = request.which->lock_for_writing();
    const auto outcome = workbench::edit_case(wanted);
    if (const auto* conflict = std::get_if<workbench::EditConflict>(&outcome)) {
        return reply_with(reports::conflict_json(*conflict), 409);
    }
    return reply_with(reports::edit_json(std::get<workbench::EditResult>(outcome)));
}

Reply get_entry(const Request& request) {
    const auto& query = request.query;
    query.require_known({"kind", "id", "item", "theory", "factor", "baseline"});
    const auto& editing = *request.served->editing();
    workbench::EntryRequest wanted;
    wanted.which = request.which->request();
    wanted.kind = kind_of(query);
    wanted.name = {query.one("id"), query.one("item"), query.one("theory"), query.one("factor"), query.one("baseline")};
    wanted.coder = editing.coder;
    wanted.blind = editing.blind;
    const bool hidden = wanted.kind == workbench::EntryKind::Meeting || wanted.kind == workbench::EntryKind::Correction;
    if (editing.blind && hidden) return not_yours("a coder who works blind is not shown this", true);
    return reply_with(reports::standing_entry_json(workbench::standing_entry(wanted)));
}

}  // namespace entente::server
