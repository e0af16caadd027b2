#include "workbench/weakest_point.hpp"

#include <algorithm>
#include <vector>

namespace entente::workbench {
namespace {

using assessment::Assessment;
using assessment::Rerun;
using assessment::VerdictDirection;

std::string name_of_factor(const evidence::Theory& theory, const std::string& id) {
    const auto* factor = evidence::find_factor(theory, id);
    return factor == nullptr ? id : factor->name;
}

std::string says(VerdictDirection direction) {
    return " say " + std::string(name_of(direction));
}

// `only official` → `official sources alone`, `without press` → `without press sources, the rest`,
// `words only` → `words alone`.
std::string in_words(const std::string& rerun, const std::string& things) {
    if (rerun.starts_with("only ")) return rerun.substr(5) + ' ' + things + " alone";
    if (rerun.ends_with(" only")) return rerun.substr(0, rerun.size() - 5) + " alone";
    return rerun + ' ' + things + ", the rest";
}

// Of the reruns that change the verdict, the one that keeps most items: it leaves out the least.
const Rerun* heaviest_change(const std::vector<Rerun>& reruns) {
    const Rerun* heaviest = nullptr;
    for (const auto& rerun : reruns) {
        const bool tells = rerun.changes_verdict && rerun.direction != VerdictDirection::NotAssessed;
        if (tells && (heaviest == nullptr || rerun.items > heaviest->items)) heaviest = &rerun;
    }
    return heaviest;
}

// Settings of the multiverse that say something else, where they outnumber those that agree.
std::string contrary_majority(const assessment::Sensitivity& sensitivity, VerdictDirection direction) {
    const auto& share = sensitivity.multiverse_share;
    const auto most = std::max_element(share.begin(), share.end());
    const auto other = static_cast<VerdictDirection>(most - share.begin());
    if (other == direction || *most <= share[static_cast<std::size_t>(direction)]) return {};
    const auto count = std::count_if(sensitivity.multiverse.begin(), sensitivity.multiverse.end(),
                                     [&](const auto& setting) { return setting.direction == other; });
    return std::to_string(count) + " of " + std::to_string(sensitivity.multiverse.size()) + " settings" + says(other);
}

}  // namespace

std::string weakest_point(const Assessment& assessment, const evidence::Theory& theory) {
    const auto& verdict = assessment.outcome.verdict;
    const auto& sensitivity = assessment.sensitivity;
    if (verdict.direction == VerdictDirection::NotAssessed) return {};
    for (const auto& placebo : sensitivity.placebos) {
        if (!placebo.holds) return "the placebo '" + placebo.name + "' does not hold: " + placebo.got;
    }
    if (const auto majority = contrary_majority(sensitivity, verdict.direction); !majority.empty()) return majority;
    for (const auto& coder : assessment.coders) {
        const auto direction = coder.outcome.verdict.direction;
        if (!coder.stands_alone) continue;
        if (direction != verdict.direction && direction != VerdictDirection::NotAssessed) {
            return "coder '" + coder.coder + "' alone says " + std::string(name_of(direction));
        }
    }
    if (!sensitivity.recodings.single.empty()) {
        const auto& first = sensitivity.recodings.single.front();
        return "turning one cluster ('" + first.cluster + "' under " + name_of_factor(theory, first.factor) +
               ") makes it " + std::string(name_of(first.direction));
    }
    if (const auto* left_out = heaviest_change(sensitivity.leave_one_cluster_out)) {
        return "without the cluster '" + left_out->name + "' it is " + std::string(name_of(left_out->direction));
    }
    if (const auto* rerun = heaviest_change(sensitivity.source_class)) {
        return in_words(rerun->name, "sources") + says(rerun->direction);
    }
    if (const auto* rerun = heaviest_change(sensitivity.kinds)) {
        return in_words(rerun->name, "items") + says(rerun->direction);
    }
    if (const auto* rerun = heaviest_change(sensitivity.leaning)) {
        return in_words(rerun->name, "outlets") + says(rerun->direction);
    }
    const auto& settings = sensitivity.multiverse;
    const auto others = std::count_if(settings.begin(), settings.end(),
                                      [&](const auto& each) { return each.direction != verdict.direction; });
    if (others > 0) {
        return std::to_string(others) + " of " + std::to_string(settings.size()) +
               " settings of the protocol do not say " + std::string(name_of(verdict.direction));
    }
    const auto idle = std::count_if(assessment.outcome.factors.begin(), assessment.outcome.factors.end(),
                                    [](auto& each) { return each.finding == assessment::Finding::NotAssessed; });
    if (idle > 0)
        return std::to_string(idle) + (idle == 1 ? " factor is" : " factors are") + " not assessed, for want of items";
    return "none of the reruns changes it; the choice and the coding of the items remain";
}

}  // namespace entente::workbench
