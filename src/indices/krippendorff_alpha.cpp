#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>

#include "indices/agreement.hpp"
#include "indices/rated_units.hpp"

namespace entente::indices {
namespace {

// How often each pair of values meets within a unit. Values are sorted and different.
struct Coincidences {
    std::vector<double> values;
    std::vector<std::vector<double>> pairs;  // o_ck
    std::vector<double> totals;              // n_c
    double total = 0;                        // n
};

std::size_t place_of(const std::vector<double>& values, double value) {
    return static_cast<std::size_t>(std::lower_bound(values.begin(), values.end(), value) - values.begin());
}

// Krippendorff (2011), step 2: a unit with m values adds 1 / (m − 1) for each ordered pair of its values.
Coincidences coincidences_of(const Ratings& units) {
    Coincidences found;
    for (const auto& unit : units) {
        const auto values = present_values(unit);
        found.values.insert(found.values.end(), values.begin(), values.end());
    }
    std::sort(found.values.begin(), found.values.end());
    found.values.erase(std::unique(found.values.begin(), found.values.end()), found.values.end());

    const auto size = found.values.size();
    found.pairs.assign(size, std::vector<double>(size, 0.0));
    found.totals.assign(size, 0.0);
    for (const auto& unit : units) {
        const auto values = present_values(unit);
        const double weight = 1.0 / static_cast<double>(values.size() - 1);
        for (std::size_t i = 0; i < values.size(); ++i) {
            const auto row = place_of(found.values, values[i]);
            found.totals[row] += 1;
            found.total += 1;
            for (std::size_t j = 0; j < values.size(); ++j) {
                if (i != j) found.pairs[row][place_of(found.values, values[j])] += weight;
            }
        }
    }
    return found;
}

// The squared differences of Krippendorff (2011), step 5, between the values at two places, low < high.
double squared_difference(const Coincidences& found, std::size_t low, std::size_t high, Metric metric) {
    const double a = found.values[low];
    const double b = found.values[high];
    switch (metric) {
        case Metric::Nominal:
            return 1.0;
        case Metric::Ordinal: {
            double ranks_apart = -(found.totals[low] + found.totals[high]) / 2;
            for (std::size_t place = low; place <= high; ++place) ranks_apart += found.totals[place];
            return ranks_apart * ranks_apart;
        }
        case Metric::Interval:
            return (b - a) * (b - a);
        case Metric::Ratio: {
            const double relative = (b - a) / (b + a);  // b > a >= 0, so the sum is not zero
            return relative * relative;
        }
    }
    return 0.0;
}

bool has_negative(const Coincidences& found) {
    return !found.values.empty() && found.values.front() < 0;
}

}  // namespace

// Krippendorff (2011): alpha = 1 − D_o / D_e = 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck, over pairs c < k.
Agreement krippendorff_alpha(const Ratings& ratings, Metric metric) {
    const auto units = units_with_pairs(ratings);
    auto agreement = agreement_over(units);
    if (!agreement.why_not.empty()) return agreement;

    const auto found = coincidences_of(units);
    if (metric == Metric::Ratio && has_negative(found)) {
        agreement.why_not = "the ratio metric takes no values below zero";
        return agreement;
    }
    double observed = 0;
    double expected = 0;
    for (std::size_t low = 0; low < found.values.size(); ++low) {
        for (std::size_t high = low + 1; high < found.values.size(); ++high) {
            const double difference = squared_difference(found, low, high, metric);
            observed += found.pairs[low][high] * difference;
            expected += found.totals[low] * found.totals[high] * difference;
        }
    }
    if (found.values.size() < 2) {
        agreement.why_not = "all values are the same: without variation agreement cannot be told from chance";
        return agreement;
    }
    const double alpha = 1.0 - (found.total - 1) * observed / expected;
    if (!std::isfinite(alpha)) {
        agreement.why_not = "the values are too large or too close to compare";
        return agreement;
    }
    agreement.value = alpha;
    return agreement;
}

}  // namespace entente::indices
