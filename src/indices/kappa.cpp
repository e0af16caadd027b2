#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

#include <fmt/format.h>

#include "indices/agreement.hpp"
#include "indices/rated_units.hpp"

namespace entente::indices {
namespace {

// (observed − expected) / (1 − expected), unless all values are of one category: both are one then.
Computed kappa(double observed, double expected, std::ptrdiff_t categories) {
    if (categories == 1) {
        return {{}, "all values are of one category: without variation agreement cannot be told from chance"};
    }
    return {(observed - expected) / (1 - expected), {}};
}

// Cohen (1960): kappa = (p_o − p_e) / (1 − p_e), with p_e from each coder's own shares.
class CohenKappa {
public:
    explicit CohenKappa(const CountedUnits& units) : units_(units), uses_(units.values.size()) {}

    Computed operator()(const std::vector<int>& counts) {
        std::fill(uses_.begin(), uses_.end(), Uses{});
        double agreed = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const auto& pattern = units_.patterns[i];
            uses_[pattern[0]].first += counts[i];
            uses_[pattern[1]].second += counts[i];
            if (pattern[0] == pattern[1]) agreed += counts[i];
        }
        const auto number = static_cast<double>(units_.pattern_of.size());
        double expected = 0;
        for (const auto& use : uses_) expected += use.first / number * (use.second / number);
        return kappa(agreed / number, expected, std::count_if(uses_.begin(), uses_.end(), [](const Uses& use) {
                         return use.first + use.second > 0;
                     }));
    }

private:
    struct Uses {
        double first = 0;
        double second = 0;
    };
    const CountedUnits& units_;
    std::vector<Uses> uses_;  // of each category, by each coder
};

// Fleiss (1971), equations 3 to 7: n ratings for each of N units; P̄ is the mean share of agreeing pairs of a unit,
// P̄_e the sum of the squared shares of the categories; kappa = (P̄ − P̄_e) / (1 − P̄_e).
class FleissKappa {
public:
    explicit FleissKappa(const CountedUnits& units) : units_(units), uses_(units.values.size()) {
        for (const auto& pattern : units.patterns) agreeing_pairs_.push_back(agreeing_pairs(pattern));
    }

    Computed operator()(const std::vector<int>& counts) {
        std::fill(uses_.begin(), uses_.end(), 0.0);
        double agreeing = 0;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            for (const auto category : units_.patterns[i]) uses_[category] += counts[i];
            agreeing += counts[i] * agreeing_pairs_[i];
        }
        const auto values_per_unit = static_cast<double>(units_.patterns.front().size());
        const auto number = static_cast<double>(units_.pattern_of.size());
        const double observed = agreeing / (values_per_unit * (values_per_unit - 1)) / number;
        double expected = 0;
        for (const double count : uses_) {
            const double share = count / (number * values_per_unit);
            expected += share * share;
        }
        return kappa(observed, expected,
                     std::count_if(uses_.begin(), uses_.end(), [](double count) { return count > 0; }));
    }

private:
    // Ordered pairs of ratings of the same category.
    static double agreeing_pairs(const std::vector<std::size_t>& pattern) {
        double pairs = -static_cast<double>(pattern.size());
        for (const auto category : pattern) {
            pairs += static_cast<double>(std::count(pattern.begin(), pattern.end(), category));
        }
        return pairs;
    }

    const CountedUnits& units_;
    std::vector<double> agreeing_pairs_;  // of each pattern
    std::vector<double> uses_;            // of each category
};

}  // namespace

FromCounts cohen_kappa_from_counts(const CountedUnits& units) {
    return CohenKappa(units);
}

FromCounts fleiss_kappa_from_counts(const CountedUnits& units) {
    return FleissKappa(units);
}

Agreement cohen_kappa(const Ratings& ratings) {
    if (const auto coders = coders_of(ratings); coders > 2) {
        Agreement agreement;
        agreement.why_not = fmt::format("Cohen's kappa takes two coders, not {}", coders);
        return agreement;
    }
    const auto usable = units_of_both(ratings);
    auto agreement = agreement_over(usable);
    if (!agreement.why_not.empty()) return agreement;
    const auto units = counted(usable);
    return with_coefficient(std::move(agreement), units, cohen_kappa_from_counts(units));
}

Agreement fleiss_kappa(const Ratings& ratings) {
    const auto usable = units_of_equal_number(ratings);
    auto agreement = agreement_over(usable);
    if (!agreement.why_not.empty()) return agreement;
    const auto units = counted(usable);
    return with_coefficient(std::move(agreement), units, fleiss_kappa_from_counts(units));
}

}  // namespace entente::indices
