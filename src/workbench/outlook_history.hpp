// How alliances have ended, as a curve on which one of them stands: of alliances of two states as wholes, or of the
// members of alliances of several.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "outlook/alliance_histories.hpp"
#include "outlook/history_tables.hpp"
#include "workbench/alliance_records.hpp"

namespace entente::workbench {

// From an age that an alliance has reached, among those that have reached it too.
struct HistoryFromAge {
    double age_years = 0;       // what was asked
    double from_age = 0;        // what could be answered: the oldest age up to it that ten alliances have reached
    double units = 0;           // at risk there
    std::size_t alliances = 0;  // of which they are part
    std::vector<outlook::HistoryPoint> horizons;  // `years` counts from that age
    std::optional<double> known_until;            // years from that age after which nobody is at risk
};

struct OutlookHistory {
    outlook::HistoryLevel level = outlook::HistoryLevel::Alliance;
    std::vector<outlook::Ending> endings;  // in their order, from Violation
    std::vector<std::size_t> totals;       // as `endings`
    std::size_t units = 0;
    std::string source;
    std::vector<outlook::HistoryPoint> curve;  // a point for each two years, up to a century
    std::optional<double> median;              // years
    std::optional<double> here;                // the age of the alliance
    std::optional<HistoryFromAge> from_age;
};

// Of alliances of two states.
[[nodiscard]] OutlookHistory history_of_pairs(const AllianceRecords& records, std::optional<double> age_years,
                                              const std::vector<int>& horizons);
// Of the members of alliances of more than two states, on the clock of their treaty.
[[nodiscard]] OutlookHistory history_of_members(const AllianceRecords& records, std::optional<double> age_years,
                                                const std::vector<int>& horizons);

}  // namespace entente::workbench
