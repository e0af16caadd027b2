#include "reports/json_edit.hpp"

#include <array>

#include "reports/entry_json.hpp"
#include "reports/json_objects.hpp"

namespace entente::reports {
namespace {

std::string in_one_line(const Json& json) {
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Json problem_json(const Problem& problem) {
    return {{"file", problem.where.file},     {"line", problem.where.line},
            {"column", problem.where.column}, {"severity", problem.severity == Severity::Error ? "error" : "warning"},
            {"what", problem.what},           {"advice", text_or_null(problem.advice)}};
}

// The first keys of `assess`'s `verdict` and `factors[]`.
Json answer_json(const std::optional<assessment::Outcome>& outcome) {
    if (!outcome) return nullptr;
    const auto& verdict = outcome->verdict;
    Json factors = Json::array();
    for (const auto& factor : outcome->factors) {
        factors.push_back({{"id", factor.id},
                           {"name", factor.name},
                           {"finding", name_of(factor.finding)},
                           {"posterior", to_json(factor.posterior)},
                           {"items", factor.evidence.size()}});
    }
    return {{"verdict",
             {{"direction", name_of(verdict.direction)},
              {"size", name_of(verdict.size)},
              {"probability", share_or_null(verdict.probability, verdict.direction)},
              {"factors", verdict.factors},
              {"against", verdict.against}}},
            {"factors", std::move(factors)}};
}

// As in `items`, and `entry`: as an edit sends it back.
Json codings_json(const std::vector<const evidence::Coding*>& codings) {
    Json list = Json::array();
    for (const auto* coding : codings) {
        Json json = coding_json(*coding);
        json["entry"] = entry_json(*coding);
        list.push_back(std::move(json));
    }
    return list;
}

// An item as in `items`; its codings are the coder's own.
Json work_item_json(Json item, const workbench::WorkItem& work, bool blind) {
    item["codings"] = codings_json(work.codings);
    item["state"] = name_of(work.state);
    item["judgements"] = Json::array();
    for (const auto& each : work.judgements) {
        item["judgements"].push_back(
            {{"period", each.period}, {"baseline", each.baseline}, {"comparators", each.comparators}});
    }
    if (!blind) item["others"] = codings_json(work.others);
    return item;
}

}  // namespace

std::string edit_json(const workbench::EditResult& result) {
    Json problems = Json::array();
    for (const auto& warning : result.warnings) problems.push_back(problem_json(warning));
    Json change = nullptr;
    if (result.change) {
        change = {{"before", answer_json(result.change->before)}, {"after", answer_json(result.change->after)}};
    }
    return in_one_line({{"written", result.written},
                        {"file", result.file},
                        {"sha256", result.sha256},
                        {"case_sha256", result.after->content.sha256},
                        {"problems", std::move(problems)},
                        {"change", std::move(change)}});
}

std::string conflict_json(const workbench::EditConflict& conflict) {
    Json entries = Json::array();
    for (const auto& each : conflict.entries) {
        entries.push_back({{"kind", name_of(each.kind)},
                           {"id", name_json(each.name)},
                           {"entry", each.stands ? entry_json(*each.stands) : Json(nullptr)}});
    }
    const Json first = entries.empty() ? Json(nullptr) : entries.front()["entry"];
    const bool there = conflict.sha256.has_value();
    const std::string what = there
                                 ? "'" + conflict.file + "' is not as it was when it was last seen; nothing was written"
                                 : "there is no file '" + conflict.file + "' any more; nothing was written";
    return in_one_line({{"error",
                         {{"what", what},
                          {"advice", "look at what stands there now, and save again with its sha256"},
                          {"problems", Json::array()}}},
                        {"file", conflict.file},
                        {"sha256", there ? Json(*conflict.sha256) : Json(nullptr)},
                        {"entry", first},
                        {"entries", std::move(entries)}});
}

std::string standing_entry_json(const workbench::StandingEntry& entry) {
    return in_one_line({{"kind", name_of(entry.kind)},
                        {"id", name_json(entry.name)},
                        {"file", entry.file},
                        {"sha256", entry.sha256},
                        {"entry", entry_json(entry.entry)}});
}

std::string work_json(const workbench::WorkResult& work) {
    const auto& open = *work.open;
    Json shown = show_object(work.shown, FileNames::within(open));
    Json items = Json::array();
    std::array<int, 3> counts{};
    for (std::size_t i = 0; i < work.items.size(); ++i) {
        items.push_back(work_item_json(std::move(shown["items"][i]), work.items[i], work.blind));
        ++counts[static_cast<std::size_t>(work.items[i].state)];
    }
    return in_one_line({{"coder", work.coder},
                        {"about", text_or_null(work.about)},
                        {"blind", work.blind},
                        {"file", work.file},
                        {"sha256", work.sha256 ? Json(*work.sha256) : Json(nullptr)},
                        {"theory", open.theory.id},
                        {"counts", {{"coded", counts[0]}, {"read", counts[1]}, {"open", counts[2]}}},
                        {"clusters", work.clusters},
                        {"items", std::move(items)}});
}

}  // namespace entente::reports
