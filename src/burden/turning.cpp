#include "burden/turning.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <span>

#include <fmt/format.h>

#include "models/bai_perron.hpp"
#include "models/chow_test.hpp"
#include "models/structural_change.hpp"

namespace entente::burden {
namespace {

using models::Shape;
using models::TimedValue;

constexpr int kYearsAround = 5;
constexpr int kDraws = 999;
constexpr int kLeastRises = 2;           // in a row: of one it is no more than chance whether it is upward
constexpr double kLikelihood95 = 7.352;  // −2 ln(1 − √.95)

int year_at(double time) {
    return static_cast<int>(std::floor(time));
}

// The share of all points that makes a stretch of at least the shortest, half a point beyond what is rounded down.
double shortest_share(std::size_t points) {
    return std::max(0.15, (static_cast<double>(kShortestStretch) + 0.5) / static_cast<double>(points));
}

struct Line {
    double slope = 0;
    double mean_time = 0;
    double mean_value = 0;

    [[nodiscard]] double at(double time) const { return mean_value + slope * (time - mean_time); }
};

Line line_through(std::span<const TimedValue> stretch) {
    Line line;
    const auto points = static_cast<double>(stretch.size());
    for (const auto& point : stretch) {
        line.mean_time += point.time / points;
        line.mean_value += point.value / points;
    }
    double together = 0;
    double times = 0;
    for (const auto& point : stretch) {
        together += (point.time - line.mean_time) * (point.value - line.mean_value);
        times += (point.time - line.mean_time) * (point.time - line.mean_time);
    }
    line.slope = together / times;
    return line;
}

double squares_around_line(std::span<const TimedValue> stretch) {
    const auto line = line_through(stretch);
    double squares = 0;
    for (const auto& point : stretch)
        squares += (point.value - line.at(point.time)) * (point.value - line.at(point.time));
    return squares;
}

Turn turn_between(std::span<const TimedValue> before, std::span<const TimedValue> after) {
    const auto old_line = line_through(before);
    const auto new_line = line_through(after);
    Turn turn;
    turn.last_before = year_at(before.back().time);
    turn.first_after = year_at(after.front().time);
    turn.slope_before = old_line.slope;
    turn.slope_after = new_line.slope;
    turn.level_change = new_line.at(after.front().time) - old_line.at(after.front().time);
    turn.above_old_line = new_line.mean_value - old_line.at(new_line.mean_time);
    return turn;
}

// Between the borders `from` and `to`, of which the best break is one; `elsewhere` is what the other stretches leave.
void add_years(std::span<const TimedValue> all, std::size_t from, std::size_t to, double elsewhere, double least,
               Turn& turn) {
    turn.earliest = turn.latest = turn.first_after;
    const auto points = static_cast<double>(all.size());
    for (std::size_t before = from + kShortestStretch; before + kShortestStretch <= to; ++before) {
        const double squares = elsewhere + squares_around_line(all.subspan(from, before - from)) +
                               squares_around_line(all.subspan(before, to - before));
        if (points * std::log(squares / least) > kLikelihood95) continue;
        const bool at_begin = before == kShortestStretch;
        const bool at_end = before + kShortestStretch == all.size();
        turn.earliest = std::min(turn.earliest, year_at(all[at_begin ? 0 : before - 1].time) + 1);
        turn.latest = std::max(turn.latest, year_at(at_end ? all.back().time : all[before].time));
    }
}

std::vector<Turn> turns_of(const models::TimeSeries& series, const std::vector<std::size_t>& breaks) {
    std::vector<std::size_t> borders{0};
    borders.insert(borders.end(), breaks.begin(), breaks.end());
    borders.push_back(series.size());
    const std::span<const TimedValue> all(series);
    const auto stretch = [&](std::size_t i) { return all.subspan(borders[i], borders[i + 1] - borders[i]); };
    double least = 0;
    for (std::size_t i = 0; i + 1 < borders.size(); ++i) least += squares_around_line(stretch(i));
    std::vector<Turn> turns;
    for (std::size_t i = 1; i + 1 < borders.size(); ++i) {
        turns.push_back(turn_between(stretch(i - 1), stretch(i)));
        const double here = squares_around_line(stretch(i - 1)) + squares_around_line(stretch(i));
        add_years(all, borders[i - 1], borders[i + 1], least - here, least, turns.back());
    }
    return turns;
}

// The yearly change from the first to the last point of these years; nothing where there is only one.
std::optional<double> yearly_change(const models::TimeSeries& series, int from, int to) {
    const TimedValue* first = nullptr;
    const TimedValue* last = nullptr;
    for (const auto& point : series) {
        const int year = year_at(point.time);
        if (year < from || year > to) continue;
        if (first == nullptr) first = &point;
        last = &point;
    }
    if (first == last) return std::nullopt;
    return (last->value - first->value) / (last->time - first->time);
}

std::optional<Turn> nearest_upward(const std::vector<Turn>& turns, int year) {
    std::optional<Turn> nearest;
    for (const auto& turn : turns) {
        if (!turn.up() || turn.slope_after <= 0 || turn.first_after < year - kYearsBeforeDate) continue;
        if (nearest && std::abs(turn.first_after - year) >= std::abs(nearest->first_after - year)) continue;
        nearest = turn;
    }
    return nearest;
}

Order order_of(const Turn& turn, int year) {
    if (turn.latest < year) return Order::TurnedBefore;
    if (turn.earliest > year) return Order::TurnedAfter;
    return turn.earliest == turn.latest ? Order::SameYear : Order::CannotSay;
}

// Why a turn before or after the date could not have been found, had there been one: to both sides of its year there
// must be a stretch of points. Empty: it could.
std::string why_none_could_be_seen(const models::TimeSeries& series, int year) {
    std::size_t before = 0;
    std::size_t after = 0;
    for (const auto& point : series) {
        before += year_at(point.time) < year ? 1U : 0U;
        after += year_at(point.time) > year ? 1U : 0U;
    }
    constexpr auto kStretch = static_cast<int>(kShortestStretch);
    if (after < kShortestStretch) return fmt::format("a turn after {} cannot be seen before {}", year, year + kStretch);
    if (before < kShortestStretch) {
        return fmt::format("a turn before {} cannot be seen: {} years before it are known, {} are needed", year, before,
                           kStretch);
    }
    return {};
}

std::optional<int> rising_since(const models::TimeSeries& series, int year) {
    auto point = std::find_if(series.rbegin(), series.rend(),
                              [year](const TimedValue& one) { return year_at(one.time) == year - 1; });
    int changes = 0;
    while (point != series.rend()) {
        const auto before = std::next(point);
        const bool next_to_it = before != series.rend() && year_at(before->time) == year_at(point->time) - 1;
        if (!next_to_it || before->value >= point->value) break;
        ++changes;
        point = before;
    }
    return changes < kLeastRises ? std::nullopt : std::optional(year_at(point->time));
}

}  // namespace

Turning TurnSearch::operator()(const models::TimeSeries& series) {
    Turning result;
    if (series.size() < kLeastForTurning) {
        result.why_not = fmt::format("too short: {} years are known, {} are needed", series.size(), kLeastForTurning);
        return result;
    }
    models::BaiPerronOptions breaks;
    breaks.shortest_share = shortest_share(series.size());
    breaks.most_breaks = series.size() / kPointsForEachTurn;
    const auto found = models::bai_perron(series, Shape::LevelAndTrend, breaks);
    models::StructuralChangeOptions scan;
    scan.trimming = breaks.shortest_share;
    scan.draws = kDraws;
    scan.seed = seed_;
    const auto change = models::structural_change(series, Shape::LevelAndTrend, scan);
    result.why_not = found.why_not.empty() ? change.why_not : found.why_not;
    if (!result.why_not.empty()) return result;
    result.turns = turns_of(series, found.partitions[found.best].breaks);
    result.p_independent = change.largest->p;
    std::vector<double> times;
    for (const auto& point : series) times.push_back(point.time);
    const auto& errors = drawn_.try_emplace(std::move(times), series, Shape::LevelAndTrend, scan).first->second;
    result.persistence = errors.persistence_of(series);
    result.p = errors.p(change.largest->statistic, result.persistence);
    result.borne_out = !result.turns.empty() && result.p < kTurningLevel;
    return result;
}

Turning turning(const models::TimeSeries& series, std::uint64_t seed) {
    return TurnSearch(seed)(series);
}

AgainstDate against_date(const models::TimeSeries& series, const Turning& turning, double date) {
    AgainstDate result;
    const int year = year_at(date);
    result.change_before = yearly_change(series, year - kYearsAround, year);
    result.change_after = yearly_change(series, year, year + kYearsAround);
    const auto first_after = static_cast<std::size_t>(std::count_if(
        series.begin(), series.end(), [year](const TimedValue& point) { return year_at(point.time) <= year; }));
    const auto chow = models::chow_test(series, first_after, Shape::LevelAndTrend);
    if (chow.why_not.empty()) result.chow_p = chow.p;

    result.rising_since = rising_since(series, year);
    result.cannot_say = turning.why_not;
    if (!result.cannot_say.empty()) return result;
    const auto upward = nearest_upward(turning.turns, year);
    if (year < year_at(series.front().time)) {
        result.cannot_say = fmt::format("the series begins in {}", year_at(series.front().time));
    } else if (upward && turning.borne_out) {
        result.turn = upward;
        result.order = order_of(*upward, year);
        if (result.order == Order::CannotSay) result.cannot_say = "its year is among those of the turn";
    } else if (upward && turning.p_independent < kTurningLevel) {
        result.cannot_say = "the turn may be drift";
    } else {
        result.cannot_say = why_none_could_be_seen(series, year);
        if (result.cannot_say.empty()) result.order = Order::NoTurn;
    }
    return result;
}

}  // namespace entente::burden
