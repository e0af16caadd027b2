#include "indices/number_measures.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace entente::indices {
namespace {

using Numbers = std::span<const double>;

double mean_of(Numbers numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), 0.0) / static_cast<double>(numbers.size());
}

MeasureResult quotient(double dividend, double divisor) {
    if (divisor == 0) return refused("division by zero");
    return one_value(dividend / divisor);
}

// A percentage of a base that is zero or negative says nothing, or the opposite of what it seems to say.
MeasureResult percentage(double part, double base) {
    if (base <= 0) return refused("the base of a percentage must be above zero");
    return one_value(100 * part / base);
}

struct PolledShare {
    double share = 0;
    double asked = 0;
};

// The share that `input` gives in percent, with its own sample size or the one stated beside it.
std::optional<PolledShare> polled_share(const MeasureInput& input, const MeasureInput* sample) {
    std::optional<double> asked;
    if (sample != nullptr) {
        asked = sample->number;
    } else if (input.sample_size) {
        asked = *input.sample_size;
    }
    if (!input.number || !asked || !(*asked >= 1) || !std::isfinite(*asked)) return std::nullopt;
    if (!(*input.number >= 0 && *input.number <= 100)) return std::nullopt;
    return PolledShare{*input.number / 100, *asked};
}

}  // namespace

MeasureResult value(Inputs inputs) {
    return from_numbers(inputs, exactly(1), Units::Agree, [](Numbers n) { return one_value(n[0]); });
}

MeasureResult sum(Inputs inputs) {
    return from_numbers(inputs, at_least(1), Units::Agree,
                        [](Numbers n) { return one_value(std::accumulate(n.begin(), n.end(), 0.0)); });
}

MeasureResult difference(Inputs inputs) {
    return from_numbers(inputs, exactly(2), Units::Agree, [](Numbers n) { return one_value(n[1] - n[0]); });
}

MeasureResult percent_change(Inputs inputs) {
    return from_numbers(inputs, exactly(2), Units::Agree, [](Numbers n) { return percentage(n[1] - n[0], n[0]); });
}

MeasureResult ratio(Inputs inputs) {
    return from_numbers(inputs, exactly(2), Units::Agree, [](Numbers n) { return quotient(n[0], n[1]); });
}

MeasureResult ratio_of_differences(Inputs inputs) {
    return from_numbers(inputs, exactly(4), Units::Agree, [](Numbers n) { return quotient(n[1] - n[0], n[3] - n[2]); });
}

MeasureResult share(Inputs inputs) {
    return from_numbers(inputs, exactly(2), Units::Agree, [](Numbers n) {
        if (n[0] < 0 || n[0] > n[1]) return refused("a share lies between nothing and the whole");
        return quotient(n[0], n[1]);
    });
}

MeasureResult percent_of(Inputs inputs) {
    return from_numbers(inputs, exactly(2), Units::Agree, [](Numbers n) { return percentage(n[0], n[1]); });
}

MeasureResult percent_of_total(Inputs inputs) {
    return from_numbers(inputs, at_least(2), Units::Agree, [](Numbers n) {
        if (*std::min_element(n.begin(), n.end()) < 0) return refused("a part of a total cannot be below zero");
        return percentage(n[0], std::accumulate(n.begin(), n.end(), 0.0));
    });
}

MeasureResult amount_of_percent(Inputs inputs) {
    return from_numbers(inputs, exactly(2), Units::MayDiffer, [](Numbers n) { return one_value(n[0] / 100 * n[1]); });
}

MeasureResult gap_to_percent(Inputs inputs) {
    if (inputs.size() == 3) {
        if (auto why_not = why_not_one_unit(inputs.subspan(1)); !why_not.empty()) return refused(why_not);
    }
    return from_numbers(inputs, exactly(3), Units::MayDiffer,
                        [](Numbers n) { return one_value(n[0] / 100 * n[1] - n[2]); });
}

MeasureResult index_after_change(Inputs inputs) {
    return from_numbers(inputs, exactly(1), Units::Agree, [](Numbers n) { return one_value(100 + n[0]); });
}

MeasureResult implied_rate(Inputs inputs) {
    return from_numbers(inputs, exactly(2), Units::MayDiffer, [](Numbers n) { return quotient(n[0], n[1]); });
}

MeasureResult average_per(Inputs inputs) {
    return from_numbers(inputs, exactly(2), Units::MayDiffer, [](Numbers n) { return quotient(n[0], n[1]); });
}

MeasureResult mean(Inputs inputs) {
    return from_numbers(inputs, at_least(1), Units::Agree, [](Numbers n) { return one_value(mean_of(n)); });
}

MeasureResult median(Inputs inputs) {
    return from_numbers(inputs, at_least(1), Units::Agree, [](Numbers n) {
        std::vector<double> sorted(n.begin(), n.end());
        std::sort(sorted.begin(), sorted.end());
        const auto middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) return one_value(sorted[middle]);
        return one_value((sorted[middle - 1] + sorted[middle]) / 2);
    });
}

MeasureResult minimum(Inputs inputs) {
    return from_numbers(inputs, at_least(1), Units::Agree,
                        [](Numbers n) { return one_value(*std::min_element(n.begin(), n.end())); });
}

MeasureResult maximum(Inputs inputs) {
    return from_numbers(inputs, at_least(1), Units::Agree,
                        [](Numbers n) { return one_value(*std::max_element(n.begin(), n.end())); });
}

MeasureResult count(Inputs inputs) {
    if (inputs.empty()) return refused("takes at least 1 input, got 0");
    return one_value(static_cast<double>(inputs.size()));
}

MeasureResult difference_from_mean(Inputs inputs) {
    return from_numbers(inputs, at_least(2), Units::Agree,
                        [](Numbers n) { return one_value(n[0] - mean_of(n.subspan(1))); });
}

MeasureResult ratio_to_mean(Inputs inputs) {
    return from_numbers(inputs, at_least(2), Units::Agree,
                        [](Numbers n) { return quotient(n[0], mean_of(n.subspan(1))); });
}

// The pooled test of two independent proportions (Fleiss, Levin and Paik 2003, ch. 3), without continuity correction:
// z = (p2 − p1) / √(p (1 − p) (1/n1 + 1/n2)), p = (n1 p1 + n2 p2) / (n1 + n2).
MeasureResult two_proportion_z(Inputs inputs) {
    if (inputs.size() != 2 && inputs.size() != 4)
        return refused("takes two polls, or two percents and two sample sizes");
    const bool stated = inputs.size() == 4;
    const auto earlier = polled_share(inputs[0], stated ? &inputs[2] : nullptr);
    const auto later = polled_share(inputs[1], stated ? &inputs[3] : nullptr);
    if (!earlier || !later) return refused("needs a percent between 0 and 100 and a sample size for both polls");

    const double everybody = earlier->asked + later->asked;
    const double pooled = (earlier->share * earlier->asked + later->share * later->asked) / everybody;
    const double variance = pooled * (1 - pooled) * (1 / earlier->asked + 1 / later->asked);
    if (!(variance > 0)) return refused("both shares are 0 or 100 percent: there is no sampling variation");
    return one_value((later->share - earlier->share) / std::sqrt(variance));
}

}  // namespace entente::indices
