#include <cstddef>
#include <map>

#include <fmt/format.h>

#include "indices/agreement.hpp"
#include "indices/rated_units.hpp"

namespace entente::indices {
namespace {

constexpr auto kOneCategory = "all values are of one category: without variation agreement cannot be told from chance";

// (observed − expected) / (1 − expected), with `certain` for an expected agreement of one.
void set_kappa(Agreement& agreement, double observed, double expected, bool certain) {
    if (certain) {
        agreement.why_not = kOneCategory;
    } else {
        agreement.value = (observed - expected) / (1 - expected);
    }
}

}  // namespace

// Cohen (1960): kappa = (p_o − p_e) / (1 − p_e), with p_e from each coder's own shares.
Agreement cohen_kappa(const Ratings& ratings) {
    if (const auto coders = coders_of(ratings); coders > 2) {
        Agreement agreement;
        agreement.why_not = fmt::format("Cohen's kappa takes two coders, not {}", coders);
        return agreement;
    }
    const auto units = units_of_both(ratings);
    auto agreement = agreement_over(units);
    if (!agreement.why_not.empty()) return agreement;

    struct Uses {
        double first = 0;
        double second = 0;
    };
    std::map<double, Uses> uses;
    double agreed = 0;
    for (const auto& unit : units) {
        ++uses[*unit[0]].first;
        ++uses[*unit[1]].second;
        if (*unit[0] == *unit[1]) ++agreed;
    }
    const auto number = static_cast<double>(units.size());
    double expected = 0;
    for (const auto& [category, use] : uses) expected += use.first / number * (use.second / number);
    set_kappa(agreement, agreed / number, expected, uses.size() == 1);
    return agreement;
}

// Fleiss (1971), equations 3 to 7: n ratings for each of N units; P̄ is the mean share of agreeing pairs of a unit,
// P̄_e the sum of the squared shares of the categories; kappa = (P̄ − P̄_e) / (1 − P̄_e).
Agreement fleiss_kappa(const Ratings& ratings) {
    const auto units = units_of_equal_number(ratings);
    auto agreement = agreement_over(units);
    if (!agreement.why_not.empty()) return agreement;

    const auto values_per_unit = static_cast<double>(present_values(units.front()).size());
    const auto number = static_cast<double>(units.size());
    std::map<double, double> uses;
    double observed = 0;
    for (const auto& unit : units) {
        std::map<double, double> of_unit;
        for (const double value : present_values(unit)) ++of_unit[value];
        double agreeing_pairs = 0;
        for (const auto& [category, count] : of_unit) {
            uses[category] += count;
            agreeing_pairs += count * (count - 1);
        }
        observed += agreeing_pairs / (values_per_unit * (values_per_unit - 1));
    }
    double expected = 0;
    for (const auto& [category, count] : uses) {
        const double share = count / (number * values_per_unit);
        expected += share * share;
    }
    set_kappa(agreement, observed / number, expected, uses.size() == 1);
    return agreement;
}

}  // namespace entente::indices
