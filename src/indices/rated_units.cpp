#include "indices/rated_units.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

namespace entente::indices {
namespace {

using Unit = std::vector<std::optional<double>>;

template <typename Predicate>
Ratings chosen(const Ratings& ratings, Predicate predicate) {
    Ratings units;
    std::copy_if(ratings.begin(), ratings.end(), std::back_inserter(units), predicate);
    return units;
}

std::size_t number_of_values(const Unit& unit) {
    return static_cast<std::size_t>(
        std::count_if(unit.begin(), unit.end(), [](const auto& value) { return value.has_value(); }));
}

std::vector<double> different_values(const Ratings& units) {
    std::vector<double> values;
    for (const auto& unit : units) {
        for (const double value : present_values(unit)) values.push_back(value);
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

std::vector<std::size_t> places_in(const std::vector<double>& values, const Unit& unit) {
    std::vector<std::size_t> places;
    for (const double value : present_values(unit)) {
        const auto place = std::lower_bound(values.begin(), values.end(), value);
        places.push_back(static_cast<std::size_t>(place - values.begin()));
    }
    return places;
}

}  // namespace

std::vector<double> present_values(const Unit& unit) {
    std::vector<double> values;
    for (const auto& value : unit) {
        if (value) values.push_back(*value);
    }
    return values;
}

Ratings units_with_pairs(const Ratings& ratings) {
    return chosen(ratings, [](const Unit& unit) { return number_of_values(unit) >= 2; });
}

Ratings units_of_both(const Ratings& ratings) {
    return chosen(ratings, [](const Unit& unit) { return unit.size() >= 2 && unit[0] && unit[1]; });
}

Ratings units_of_equal_number(const Ratings& ratings) {
    std::map<std::size_t, std::size_t> units_by_number;
    for (const auto& unit : ratings) ++units_by_number[number_of_values(unit)];

    std::size_t commonest = 0;
    std::size_t most_units = 0;
    for (const auto& [number, units] : units_by_number) {
        if (number < 2 || units < most_units) continue;
        commonest = number;
        most_units = units;
    }
    return chosen(ratings, [commonest](const Unit& unit) {
        const auto number = number_of_values(unit);
        return number >= 2 && number == commonest;
    });
}

std::size_t coders_of(const Ratings& ratings) {
    std::size_t coders = 0;
    for (const auto& unit : ratings) coders = std::max(coders, unit.size());
    return coders;
}

std::string why_not_comparable(const Ratings& units) {
    if (units.empty()) return "no unit has values of two coders";
    if (units.size() == 1) return "only one unit has values of two coders";
    for (const auto& unit : units) {
        for (const double value : present_values(unit)) {
            if (!std::isfinite(value)) return "a value is not a finite number";
        }
    }
    return {};
}

Agreement agreement_over(const Ratings& units) {
    Agreement agreement;
    agreement.units = static_cast<int>(units.size());
    for (const auto& unit : units) agreement.pairable_values += static_cast<int>(number_of_values(unit));
    agreement.why_not = why_not_comparable(units);
    return agreement;
}

CountedUnits counted(const Ratings& units) {
    CountedUnits result;
    result.values = different_values(units);
    std::map<std::vector<std::size_t>, std::size_t> known;
    for (const auto& unit : units) {
        const auto [entry, added] = known.try_emplace(places_in(result.values, unit), result.patterns.size());
        if (added) {
            result.patterns.push_back(entry->first);
            result.counts.push_back(0);
        }
        result.pattern_of.push_back(entry->second);
        ++result.counts[entry->second];
    }
    return result;
}

Agreement with_coefficient(Agreement agreement, const CountedUnits& units, const FromCounts& coefficient) {
    const auto computed = coefficient(units.counts);
    agreement.value = computed.value;
    agreement.why_not = computed.why_not;
    return agreement;
}

}  // namespace entente::indices
