#include "panels/measures.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::panels {
namespace {

constexpr std::array<Measure, 17> kMeasures{{
    {"capability-share", "Share of the system's capabilities (CINC), computed anew from the six components",
     "Singer, Bremer and Stuckey (1972): mean of the known shares of the components in the year's totals", "nmc", true,
     true, false, add_capability_share},
    {"capital-distance", "Kilometres between the capitals of the year's last day",
     "great circle on a sphere of 6371.0088 km: Sinnott (1984)", "capitals", false, true, false, add_capital_distance},
    {"minimum-distance", "Kilometres between the nearest points of the two territories",
     "as the data set has it, at the start of the year: Schvitz and others (2022)", "minimum distances", false, true,
     false, add_minimum_distance},
    {"capability-at-distance", "What is left of each state's capability share at the other's capital",
     "c ^ log10(miles / miles per day + 10 − e), no distance for neighbours by land: Bueno de Mesquita (1981)",
     "nmc, capitals, contiguity", false, true, false, add_capability_at_distance},
    {"alliance-similarity", "How alike the two states' alliance pledges are: S, κ and π",
     "Signorino and Ritter (1999), Cohen (1968), Scott (1955); levels 0 none, 1 consultation, 2 neutrality or "
     "non-aggression, 3 defence or offence; targets are all states of the year, a state's level towards itself is 3",
     "directed ATOP", false, true, false, add_alliance_similarity},
    {"vote-similarity", "How alike the two states voted in the General Assembly that year: S, κ and π",
     "Signorino and Ritter (1999), Cohen (1968), Scott (1955); yes, abstention, no; roll calls in which both took part",
     "roll-call votes of the General Assembly", false, true, false, add_vote_similarity},
    {"ideal-point-distance", "How far apart the two states' ideal points in the General Assembly are",
     "|θ1 − θ2|: Bailey, Strezhnev and Voeten (2017)", "ideal points", false, true, false, add_ideal_point_distance},
    {"joint-democracy", "Whether both are democracies (polity2 of 6 or more), and the lower of the two scores",
     "Dixon (1994), the weakest link", "Polity", false, true, false, add_joint_democracy},
    {"institutionalisation", "Military institutionalisation of the alliance: 0 none, 1 moderate, 2 high",
     "MILINST: Leeds and Anac (2005)", "ATOP, alliance phases", false, false, true, add_institutionalisation},
    {"formality", "Formality of the alliance: 0 to 2", "FORMAL: Leeds and Anac (2005)", "ATOP, alliance phases", false,
     false, true, add_formality},
    {"rivalry", "Whether the two states were rivals on any day of the year", "any row of the data set", "rivalries",
     false, true, false, add_rivalry},
    {"disputes", "How many militarised disputes the two states had with each other in the year",
     "number of different disputes in the data set", "dyadic disputes", false, true, false, add_disputes},
    {"hostility-started",
     "How hostile the first state was in the year's disputes that its side began with the second: 0 to 5",
     "the highest hostility of the state on side A: Jones, Bremer and Singer (1996)", "dyadic disputes", false, true,
     false, add_hostility_started},
    {"military-share", "Shares of the system's military expenditure and of its military personnel",
     "the state's figure ÷ the year's total of the states whose figure is known: Singer, Bremer and Stuckey (1972)",
     "nmc", true, true, false, add_military_share},
    {"territorial-rivalry", "Whether the two states were rivals over territory on any day of the year",
     "any row that the data set marks as spatial: Thompson, Sakuwa and Suhas (2021)", "rivalries", false, true, false,
     add_territorial_rivalry},
    {"aid-given", "Official development assistance that the state gave, to all recipients together",
     "sum over the recipients of the data set; a state without any row in a year is missing, not 0",
     "official development assistance", true, true, false, add_aid_given},
    {"arms-received", "Arms delivered to the state by all suppliers together",
     "sum over the suppliers of the data set, in trend indicator values; 0 for a state without a row",
     "SIPRI arms exports", true, true, false, add_arms_received},
}};

}  // namespace

std::span<const Measure> all_measures() {
    return kMeasures;
}

const Measure* find_measure(std::string_view name) {
    const auto* found =
        std::find_if(kMeasures.begin(), kMeasures.end(), [&](const Measure& one) { return one.name == name; });
    return found == kMeasures.end() ? nullptr : found;
}

std::vector<std::string> measure_names() {
    std::vector<std::string> names;
    for (const auto& measure : kMeasures) names.emplace_back(measure.name);
    return names;
}

bool Measure::offered_for(PanelUnit unit) const noexcept {
    if (has_pairs(unit)) return for_pairs;
    if (unit == PanelUnit::AllianceYear) return for_alliances;
    if (unit == PanelUnit::MemberYear) return for_alliances || for_states;
    return for_states;
}

const StoredDataset& MeasureInputs::need(std::span<const std::string_view> datasets,
                                         std::span<const std::string_view> variables) {
    for (const auto id : datasets) {
        const auto pinned = request_->versions.find(std::string(id));
        const auto* found = data_->find(id, pinned == request_->versions.end() ? std::string{} : pinned->second);
        if (found == nullptr) continue;
        const auto missing = std::find_if(variables.begin(), variables.end(),
                                          [&](const std::string_view name) { return !found->has(name); });
        if (missing != variables.end()) continue;
        if (std::find(used_.begin(), used_.end(), found) == used_.end()) used_.push_back(found);
        return *found;
    }
    std::string names;
    for (const auto name : variables) names += (names.empty() ? "" : ", ") + std::string(name);
    throw Error(ErrorKind::NotFound,
                fmt::format("{} needs the data set {}{}, which the store does not have", measure_, datasets.front(),
                            names.empty() ? std::string{} : " with " + names),
                fmt::format("`entente data info {}` says where to get it; then `entente data add`", datasets.front()));
}

datasets::YearSpan MeasureInputs::years() const {
    datasets::YearSpan span{};
    for (const auto* one : used_) {
        if (one->years.last == 0) continue;
        if (span.last == 0) {
            span = one->years;
            continue;
        }
        span = {std::max(span.first, one->years.first), std::min(span.last, one->years.last)};
    }
    return span;
}

}  // namespace entente::panels
