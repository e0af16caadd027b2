// Words against deeds over the periods of a case: how far what was said, and how far what was done or stands, pulls
// toward collapse in each.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "workbench/assess.hpp"

namespace entente::workbench {

struct CodedPace {
    std::string id;  // of the period
    std::string name;
    std::optional<double> words;  // decibels, weakened − strengthened; nothing: no factor was assessed
    std::optional<double> deeds;
};

// Each cluster by its strongest item: words are words, whoever's; acts, structure, opinion and absence are deeds.
// Sums over factors, before the cap of each factor, so that the parts add up.
[[nodiscard]] std::vector<CodedPace> coded_pace(const TrajectoryResult& trajectory);

// The share of words in how the sum moved over the periods that have one (outlook::share_of_first).
[[nodiscard]] std::optional<double> share_of_words(const std::vector<CodedPace>& periods);

}  // namespace entente::workbench
