#include "threat/hostility.hpp"

#include <cmath>

namespace entente::threat {

double remembered_hostility(std::span<const HostileYear> past, int year, double half_life) {
    double hostility = 0;
    for (const auto& act : past) {
        if (act.year > year) continue;
        hostility += act.level * std::exp2(-(year - act.year) / half_life);
    }
    return hostility;
}

double intention_from(double hostility) {
    return hostility >= 0 ? -std::expm1(-hostility) : std::expm1(hostility);
}

Reading remembered(std::span<const HostileYear> past, int first, int last, int year, double half_life,
                   int stale_after) {
    if (year < first || year > last + stale_after) return Reading::missing(Reason::OutsideCoverage);
    return Reading::of(remembered_hostility(past, year, half_life));
}

}  // namespace entente::threat
