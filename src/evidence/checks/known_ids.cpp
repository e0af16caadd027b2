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
    problems.error(where,
                   std::string(by) + " names the unknown " + kind_ + " '" + std::string(id) + "'" + suggestion(id),
                   advice_);
}

std::string KnownIds::suggestion(std::string_view id) {
    if (in_order_.size() > comparisons_left_) return {};
    comparisons_left_ -= in_order_.size();
    return did_you_mean(id, in_order_);
}

}  // namespace entente::evidence
