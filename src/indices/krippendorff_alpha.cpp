#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "indices/agreement.hpp"
#include "indices/rated_units.hpp"

namespace entente::indices {
namespace {

class Alpha {
public:
    Alpha(const CountedUnits& units, Metric metric)
        : units_(units),
          metric_(metric),
          pairs_(units.values.size(), std::vector<double>(units.values.size())),
          totals_(units.values.size()) {}

    // Krippendorff (2011): alpha = 1 − D_o / D_e = 1 − (n − 1) Σ o_ck δ²_ck / Σ n_c n_k δ²_ck, over pairs c < k.
    Computed operator()(const std::vector<int>& counts) {
        if (metric_ == Metric::Ratio && units_.values.front() < 0) {
            return {{}, "the ratio metric takes no values below zero"};
        }
        count_coincidences(counts);
        if (std::count_if(totals_.begin(), totals_.end(), [](double total) { return total > 0; }) < 2) {
            return {{}, "all values are the same: without variation agreement cannot be told from chance"};
        }
        double observed = 0;
        double expected = 0;
        for (std::size_t low = 0; low < totals_.size(); ++low) {
            if (totals_[low] == 0) continue;
            for (std::size_t high = low + 1; high < totals_.size(); ++high) {
                if (totals_[high] == 0) continue;
                const double difference = squared_difference(low, high);
                observed += pairs_[low][high] * difference;
                expected += totals_[low] * totals_[high] * difference;
            }
        }
        const double alpha = 1.0 - (total_ - 1) * observed / expected;
        if (!std::isfinite(alpha)) return {{}, "the values are too large or too close to compare"};
        return {alpha, {}};
    }

private:
    // Krippendorff (2011), step 2: a unit with m values adds 1 / (m − 1) for each ordered pair of its values.
    void count_coincidences(const std::vector<int>& counts) {
        for (auto& row : pairs_) std::fill(row.begin(), row.end(), 0.0);
        std::fill(totals_.begin(), totals_.end(), 0.0);
        total_ = 0;
        for (std::size_t pattern = 0; pattern < counts.size(); ++pattern) {
            if (counts[pattern] > 0) add(units_.patterns[pattern], counts[pattern]);
        }
    }

    void add(const std::vector<std::size_t>& pattern, double count) {
        const double weight = count / static_cast<double>(pattern.size() - 1);
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            totals_[pattern[i]] += count;
            total_ += count;
            for (std::size_t j = 0; j < pattern.size(); ++j) {
                if (i != j) pairs_[pattern[i]][pattern[j]] += weight;
            }
        }
    }

    // The squared differences of Krippendorff (2011), step 5, between the values at two places, low < high.
    [[nodiscard]] double squared_difference(std::size_t low, std::size_t high) const {
        const double a = units_.values[low];
        const double b = units_.values[high];
        switch (metric_) {
            case Metric::Nominal:
                return 1.0;
            case Metric::Ordinal: {
                double ranks_apart = -(totals_[low] + totals_[high]) / 2;
                for (std::size_t place = low; place <= high; ++place) ranks_apart += totals_[place];
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

    const CountedUnits& units_;
    Metric metric_;
    // How often each pair of values meets within a unit.
    std::vector<std::vector<double>> pairs_;  // o_ck
    std::vector<double> totals_;              // n_c
    double total_ = 0;                        // n
};

}  // namespace

FromCounts alpha_from_counts(const CountedUnits& units, Metric metric) {
    return Alpha(units, metric);
}

Agreement krippendorff_alpha(const Ratings& ratings, Metric metric) {
    const auto usable = units_with_pairs(ratings);
    auto agreement = agreement_over(usable);
    if (!agreement.why_not.empty()) return agreement;
    const auto units = counted(usable);
    return with_coefficient(std::move(agreement), units, alpha_from_counts(units, metric));
}

}  // namespace entente::indices
