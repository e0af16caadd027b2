#include "outlook/moved_outlook.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/minus_sign.hpp"
#include "models/clustered_scores.hpp"
#include "outlook/possible_values.hpp"

namespace entente::outlook {
namespace {

constexpr double kMiddle = 0.9;
// Two ways of adding the same numbers differ by less.
constexpr double kRounding = 1e-12;

std::string number_words(double number) {
    return with_minus_sign(fmt::format("{:.4g}", number));
}

std::vector<MovedValue> moved_values(const MoveRequest& request, const std::vector<RangedChange>& changes) {
    std::map<std::size_t, RangedChange> by_covariate;
    for (const auto& change : changes) {
        ensure(change.covariate < request.values.size(), "a covariate that changes is one of the fit's");
        ensure(change.low <= change.high, "a range has its lower end first");
        auto& sum = by_covariate[change.covariate];
        sum.low += change.low;
        sum.high += change.high;
    }
    const auto& scale = request.fit->scale;
    std::vector<MovedValue> values;
    for (const auto& [place, change] : by_covariate) {
        const double now = request.values[place];
        values.push_back({place, now, now + change.low, now + change.high, scale.lowest[place], scale.highest[place]});
    }
    return values;
}

std::string why_impossible(const MoveRequest& request, const std::vector<MovedValue>& values) {
    for (const auto& value : values) {
        const auto& covariate = (*request.covariates)[value.covariate];
        const auto possible = possible_values(covariate.measure);
        for (const double moved : {value.low, value.high}) {
            if (is_possible(possible, moved)) continue;
            return fmt::format("'{}' is {} now and would become {}, but it can be {} only", covariate.id,
                               number_words(value.now), number_words(moved), words_of(possible));
        }
    }
    return {};
}

// All ends of all ranges with each other; a covariate without a range has one end.
std::vector<std::vector<double>> corners_of(const MoveRequest& request, const std::vector<MovedValue>& values) {
    std::vector<std::vector<double>> corners{{request.values.begin(), request.values.end()}};
    for (const auto& value : values) {
        for (auto& corner : corners) corner[value.covariate] = value.low;
        if (value.low == value.high) continue;
        const auto size = corners.size();
        for (std::size_t place = 0; place < size; ++place) {
            auto other = corners[place];
            other[value.covariate] = value.high;
            corners.push_back(std::move(other));
        }
    }
    return corners;
}

// Of a violation by the end of each horizon; nothing where the numbers are too large for the model to say anything.
std::optional<std::vector<double>> violations(const MoveRequest& request, const std::vector<double>& values) {
    const auto shares = shares_by_year(*request.fit, values, request.age, request.horizons.back());
    std::vector<double> found;
    for (const int years : request.horizons) {
        const auto place = static_cast<std::size_t>(years - 1);
        if (place >= shares.size() || !std::isfinite(shares[place].front())) return std::nullopt;
        found.push_back(shares[place].front());
    }
    return found;
}

Chance chance_at(const MoveRequest& request, const std::vector<double>& values, int years) {
    const auto path = foresee(*request.fit, values, request.age, years);
    ensure(path.years.size() == static_cast<std::size_t>(years), "what has shares has a path");
    return path.years.back().modes.front();
}

double drawn_value(const MoveRequest& request, const MovedValue& value, const RandomStream& stream,
                   std::uint64_t draw) {
    if (value.low == value.high) return value.low;
    if (possible_values((*request.covariates)[value.covariate].measure).whole) {
        const auto steps = static_cast<std::uint64_t>(std::round(value.high - value.low)) + 1;
        return value.low + static_cast<double>(stream.below(steps, draw, value.covariate));
    }
    return value.low + stream.uniform(draw, value.covariate) * (value.high - value.low);
}

// By horizon, then draw.
std::vector<std::vector<double>> drawn_violations(const MoveRequest& request, const std::vector<MovedValue>& values,
                                                  const RandomStream& stream) {
    std::vector<std::vector<double>> drawn(request.horizons.size());
    std::vector<double> moved(request.values.begin(), request.values.end());
    for (int draw = 0; draw < request.draws; ++draw) {
        for (const auto& value : values) {
            moved[value.covariate] = drawn_value(request, value, stream, static_cast<std::uint64_t>(draw));
        }
        const auto chances = violations(request, moved);
        ensure(chances.has_value(), "what lies between ends that have numbers has numbers");
        for (std::size_t place = 0; place < drawn.size(); ++place) drawn[place].push_back((*chances)[place]);
    }
    return drawn;
}

void add_draws(MovedRisk& risk, const std::vector<double>& drawn) {
    for (const double chance : drawn) risk.mean += chance;
    risk.mean /= static_cast<double>(drawn.size());
    const auto [least, greatest] = std::minmax_element(drawn.begin(), drawn.end());
    risk.draws_go_beyond = *least < risk.least.p - kRounding || *greatest > risk.greatest.p + kRounding;
    const auto middle = models::percentile_interval(drawn, kMiddle);
    ensure(middle.has_value(), "there are draws");
    risk.low = middle->low;
    risk.high = middle->high;
}

}  // namespace

bool MovedValue::beyond_seen() const noexcept {
    return low < seen_low || high > seen_high;
}

MovedOutlook move_outlook(const MoveRequest& request, const std::vector<RangedChange>& changes,
                          const RandomStream& stream) {
    ensure(request.draws > 0 && !request.horizons.empty() && request.horizons.front() > 0, "there is something to do");
    ensure(std::is_sorted(request.horizons.begin(), request.horizons.end()), "horizons are in order");
    MovedOutlook moved;
    if (!request.fit->converged()) {
        moved.why_not = request.fit->why_not;
        return moved;
    }
    moved.values = moved_values(request, changes);
    const auto ranges = std::count_if(moved.values.begin(), moved.values.end(),
                                      [](const MovedValue& value) { return value.low < value.high; });
    if (static_cast<std::size_t>(ranges) > kMostRanges) {
        moved.why_not = fmt::format(
            "{} covariates change by a range, and {} are the most that are taken together: "
            "give some of them one number instead of two",
            ranges, kMostRanges);
        return moved;
    }
    moved.why_not = why_impossible(request, moved.values);
    if (!moved.why_not.empty()) return moved;

    const auto corners = corners_of(request, moved.values);
    std::vector<std::vector<double>> at_corners;
    for (const auto& corner : corners) {
        auto chances = violations(request, corner);
        if (!chances) {
            moved.why_not = "the change is so large that the model has no number for it";
            return moved;
        }
        at_corners.push_back(std::move(*chances));
    }
    const auto drawn = drawn_violations(request, moved.values, stream);
    const std::vector<double> now(request.values.begin(), request.values.end());
    for (std::size_t horizon = 0; horizon < request.horizons.size(); ++horizon) {
        const auto [least, greatest] =
            std::minmax_element(at_corners.begin(), at_corners.end(),
                                [horizon](const auto& a, const auto& b) { return a[horizon] < b[horizon]; });
        const auto corner = [&](auto place) { return corners[static_cast<std::size_t>(place - at_corners.begin())]; };
        MovedRisk risk;
        risk.years = request.horizons[horizon];
        risk.now = chance_at(request, now, risk.years);
        risk.least = chance_at(request, corner(least), risk.years);
        risk.greatest = chance_at(request, corner(greatest), risk.years);
        add_draws(risk, drawn[horizon]);
        moved.horizons.push_back(risk);
    }
    return moved;
}

}  // namespace entente::outlook
