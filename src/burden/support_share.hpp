// What a host pays of the cost of the forces it hosts, and how much of that depends on what is counted.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "evidence/burden_record.hpp"

namespace entente::burden {

struct CountedExtra {
    std::string id;
    evidence::SupportSide side = evidence::SupportSide::Paid;
    double amount = 0;  // in the unit of `paid`
};

struct SupportVariant {
    std::vector<std::string> counted;  // ids of the extras that were added
    double paid = 0;
    double cost = 0;
    double share = 0;  // paid ÷ (paid + cost), 0 … 1
};

struct SupportShare {
    // Every subset of the extras, none first. Of more than ten extras: none, each alone, all that raise the share, all
    // that lower it. Without those in which an amount below 0 leaves a side less than nothing.
    std::vector<SupportVariant> variants;
    double least = 0;
    double most = 0;
    // What more the guest's side would have to count for the share to fall to one half; none where it is no more.
    std::optional<double> cost_for_half;
};

// paid ÷ (paid + cost). Department of Defense, Statistical Compendium (2004), counts so; CRS 94-515 (1994) says what it
// leaves out. Both amounts at least 0 and not both 0: else there are no variants. An extra below 0 is taken out of what
// was counted.
[[nodiscard]] SupportShare support_share(double paid, double cost, const std::vector<CountedExtra>& extras);

}  // namespace entente::burden
