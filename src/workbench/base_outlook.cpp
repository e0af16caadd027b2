#include "workbench/base_outlook.hpp"

namespace entente::workbench {
namespace {

const evidence::Treaty* treaty_in_force(const evidence::Case& which, Day day) {
    const evidence::Treaty* latest = nullptr;
    for (const auto& treaty : which.alliance.treaties) {
        if (!treaty.in_force || *treaty.in_force > day) continue;
        if (treaty.ended && *treaty.ended <= day) continue;
        if (latest == nullptr || *treaty.in_force > *latest->in_force) latest = &treaty;
    }
    return latest;
}

}  // namespace

BaseOutlook base_outlook(const OpenCase& open, Day day) {
    BaseOutlook result;
    const auto* treaty = treaty_in_force(open.content, day);
    if (treaty == nullptr) return result;
    result.treaty = treaty->id;
    result.outlook = outlook::base_rate_outlook(open.protocol.outlook, years_between(*treaty->in_force, day));
    return result;
}

}  // namespace entente::workbench
