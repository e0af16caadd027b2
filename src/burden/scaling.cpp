#include "burden/scaling.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente::burden {
namespace {

std::vector<std::size_t> most_first(std::span<const double> values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [values](auto left, auto right) { return values[left] > values[right]; });
    return order;
}

double spread_of(std::span<const double> values) {
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    return *most - *least;
}

void make_equal(std::vector<double>& values) {
    const double rounding = kTie * spread_of(values);
    double first_equal = 0;
    bool any = false;
    for (const auto place : most_first(values)) {
        if (!any || first_equal - values[place] > rounding) first_equal = values[place];
        any = true;
        values[place] = first_equal;
    }
}

std::vector<double> by_rank(std::span<const double> values) {
    const auto last = static_cast<double>(values.size() - 1);
    std::vector<double> result;
    for (const double value : values) {
        const auto more = std::count_if(values.begin(), values.end(), [value](double other) { return other > value; });
        const auto less = std::count_if(values.begin(), values.end(), [value](double other) { return other < value; });
        // n − 1 − more is n − the best rank of its equals, less is n − their worst.
        result.push_back((last - static_cast<double>(more) + static_cast<double>(less)) / 2 / last);
    }
    return result;
}

std::vector<double> by_range(std::span<const double> values) {
    const double least = *std::min_element(values.begin(), values.end());
    const double spread = spread_of(values);
    std::vector<double> result;
    for (const double value : values) result.push_back((value - least) / spread);
    return result;
}

// From the range, where no square is too large or too small to be held.
std::vector<double> by_deviations(std::span<const double> values) {
    auto result = by_range(values);
    const auto count = static_cast<double>(result.size());
    const double mean = std::accumulate(result.begin(), result.end(), 0.0) / count;
    double squares = 0;
    for (auto& value : result) {
        value -= mean;
        squares += value * value;
    }
    const double deviation = std::sqrt(squares / (count - 1));
    for (auto& value : result) value /= deviation;
    return result;
}

}  // namespace

std::vector<double> carried(const evidence::BurdenMeasure& measure, std::size_t place, const GroupFacts& group,
                            std::span<const std::size_t> members) {
    const double sign = measure.sense == evidence::BurdenSense::CarriesLess ? -1 : 1;
    std::vector<double> values;
    for (const auto member : members) values.push_back(sign * group.members[member].measures[place].value.value);
    if (differ(values)) make_equal(values);
    return values;
}

bool differ(std::span<const double> carried) {
    if (carried.size() < 2) return false;
    double largest = 0;
    for (const double value : carried) largest = std::max(largest, std::abs(value));
    const double spread = spread_of(carried);
    return std::isfinite(spread) && spread > kTie * largest;
}

std::vector<int> ranks_of(std::span<const double> carried) {
    std::vector<int> ranks;
    for (const double value : carried) {
        const auto more =
            std::count_if(carried.begin(), carried.end(), [value](double other) { return other > value; });
        ranks.push_back(static_cast<int>(more) + 1);
    }
    return ranks;
}

std::vector<double> scaled(std::span<const double> carried, Scaling scaling) {
    switch (scaling) {
        case Scaling::Ranks:
            return by_rank(carried);
        case Scaling::Range:
            return by_range(carried);
        case Scaling::Deviations:
            return by_deviations(carried);
    }
    return {};
}

}  // namespace entente::burden
