#include "workbench/outlook_history.hpp"

#include <algorithm>
#include <set>

#include "outlook/endings_fit.hpp"

namespace entente::workbench {
namespace {

constexpr double kDaysInYear = 365.25;
constexpr int kLongest = 100;
constexpr int kBetweenPoints = 2;
constexpr std::size_t kEnoughAlliances = 10;

// What is left of the histories after that day.
models::RiskIntervals rows_after(const models::RiskIntervals& rows, double days) {
    models::RiskIntervals later;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.exits[row] <= days) continue;
        later.entries.push_back(std::max(rows.entries[row], days));
        later.exits.push_back(rows.exits[row]);
        later.endings.push_back(rows.endings[row]);
        later.units.push_back(rows.units[row]);
        if (!rows.clusters.empty()) later.clusters.push_back(rows.clusters[row]);
    }
    return later;
}

// Alliances of which a unit is at risk just after that day.
std::size_t alliances_at(const models::RiskIntervals& rows, double days) {
    std::set<std::uint32_t> alliances;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.entries[row] > days || rows.exits[row] <= days) continue;
        alliances.insert(rows.clusters.empty() ? rows.units[row] : rows.clusters[row]);
    }
    return alliances.size();
}

// Few alliances are as old as the oldest: then those that have reached an age some years below are asked.
HistoryFromAge history_from(const models::RiskIntervals& rows, double age_years, const std::vector<int>& horizons) {
    HistoryFromAge from;
    from.age_years = age_years;
    from.from_age = age_years;
    while (from.from_age > 0 && alliances_at(rows, from.from_age * kDaysInYear) < kEnoughAlliances) {
        from.from_age = std::max(from.from_age - 1, 0.0);
    }
    const double day = from.from_age * kDaysInYear;
    from.alliances = alliances_at(rows, day);
    from.units = models::numbers_at_risk(rows, {day + 1}).front();
    std::vector<double> ages;
    for (const int years : horizons) ages.push_back(from.from_age + years);
    const auto curve =
        outlook::history_curve(rows_after(rows, day), kDaysInYear, ages, outlook::IndependenceLoss::Ends);
    from.known_until = std::max(curve.longest - from.from_age, 0.0);
    from.horizons = curve.points;
    for (std::size_t place = 0; place < from.horizons.size(); ++place) from.horizons[place].years = horizons[place];
    return from;
}

OutlookHistory history_of(outlook::HistoryLevel level, const models::RiskIntervals& rows,
                          std::optional<double> age_years, const std::vector<int>& horizons) {
    OutlookHistory history;
    history.level = level;
    history.endings.assign(outlook::kModes.begin(), outlook::kModes.end());
    if (level == outlook::HistoryLevel::Member) history.endings.push_back(outlook::Ending::Defeat);
    std::vector<double> ages;
    for (int years = kBetweenPoints; years <= kLongest; years += kBetweenPoints) ages.push_back(years);
    const auto curve = outlook::history_curve(rows, kDaysInYear, ages, outlook::IndependenceLoss::Ends);
    history.units = curve.units;
    for (const auto ending : history.endings) {
        history.totals.push_back(curve.count[static_cast<std::size_t>(ending)]);
    }
    outlook::HistoryPoint beginning;
    beginning.at_risk = models::numbers_at_risk(rows, {1}).front();
    history.curve.push_back(beginning);
    history.curve.insert(history.curve.end(), curve.points.begin(), curve.points.end());
    history.median = curve.median;
    history.here = age_years;
    if (age_years) history.from_age = history_from(rows, *age_years, horizons);
    return history;
}

std::string words_of_sources(const AllianceRecords& records) {
    std::string words;
    for (const auto& source : records.sources) {
        if (source.dataset.empty() || words.find(source.dataset) != std::string::npos) continue;
        words += (words.empty() ? "" : ", ") + source.dataset;
    }
    return words;
}

}  // namespace

OutlookHistory history_of_pairs(const AllianceRecords& records, std::optional<double> age_years,
                                const std::vector<int>& horizons) {
    outlook::HistorySelection selection;
    selection.kind = outlook::AllianceKind::Bilateral;
    const auto histories = outlook::whole_alliance_histories(records.rows, selection);
    auto history = history_of(histories.level, outlook::intervals_of(histories), age_years, horizons);
    history.source = words_of_sources(records);
    return history;
}

OutlookHistory history_of_members(const AllianceRecords& records, std::optional<double> age_years,
                                  const std::vector<int>& horizons) {
    auto several = records.rows;
    std::set<int> pairs;
    for (const auto& alliance : several.alliances) {
        if (alliance.bilateral) pairs.insert(alliance.alliance);
    }
    std::erase_if(several.alliances, [&](const auto& row) { return pairs.contains(row.alliance); });
    std::erase_if(several.phases, [&](const auto& row) { return pairs.contains(row.alliance); });
    std::erase_if(several.members, [&](const auto& row) { return pairs.contains(row.alliance); });
    const auto histories = outlook::member_histories(several);
    auto history = history_of(histories.level, outlook::intervals_of(histories, outlook::HistoryClock::Treaty),
                              age_years, horizons);
    history.source = words_of_sources(records);
    return history;
}

}  // namespace entente::workbench
