#include "evidence/checks/known_ids.hpp"

#include <utility>

#include "core/text.hpp"

namespace entente::evidence {

KnownIds::KnownIds(std::string kind, std::string advice) : kind_(std::move(kind)), advice_(std::move(advice)) {}

bool KnownIds::add(std::string_view id) {
    if (!known_.insert(id).second) return false;
    in_order_.emplace_back(id);
    return true;
}

void KnownIds::require(std::string_view id, const Position& where, std::string_view by, Problems& problems) {
    if (has(id)) return;
    if (id.empty()) {
        problems.error(where, std::string(by) + " names no " + kind_, advice_);
        return;
    }
    if (is_incomplete()) {
        say_incomplete(problems);
        return;
    }
    problems.error(where,
                   std::string(by) + " names the unknown " + kind_ + " '" + std::string(id) + "'" + suggestion(id),
                   advice_);
}

void KnownIds::say_incomplete(Problems& problems) {
    if (!incomplete_at_ || std::exchange(said_incomplete_, true)) return;
    const bool ends_in_y = kind_.ends_with('y');
    const std::string kinds = ends_in_y ? kind_.substr(0, kind_.size() - 1) + "ies" : kind_ + "s";
    problems.warn(*incomplete_at_, "references to " + kinds + " were not checked, since this file has errors",
                  "mend them and check again");
}

std::string KnownIds::suggestion(std::string_view id) {
    if (in_order_.size() > comparisons_left_) return {};
    comparisons_left_ -= in_order_.size();
    return did_you_mean(id, in_order_);
}

}  // namespace entente::evidence
