// What states did to each other in the disputes that their side began, as it is remembered in a year. For use inside
// the module.
#pragma once

#include <map>
#include <utility>
#include <vector>

#include "core/missing.hpp"
#include "panels/dispute_record.hpp"
#include "threat/hostility.hpp"

namespace entente::workbench {

class PastHostility {
public:
    PastHostility(const panels::DisputeRecord& record, double half_life, int stale_after);

    struct Remembered {
        int actor = 0;
        int target = 0;
        Reading hostility;
    };
    // Of all pairs with an act up to that year, the highest of each year counting; ordered by actor and target.
    [[nodiscard]] std::vector<Remembered> in(int year) const;
    // Of every other pair.
    [[nodiscard]] Reading of_none(int year) const;
    [[nodiscard]] int known_to() const noexcept { return years_.last; }

private:
    datasets::YearSpan years_;
    double half_life_;
    int stale_after_;
    std::map<std::pair<int, int>, std::vector<threat::HostileYear>> past_;  // by actor and target
};

}  // namespace entente::workbench
