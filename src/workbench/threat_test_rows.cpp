#include "workbench/threat_test_rows.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <optional>
#include <utility>

#include "core/error.hpp"
#include "threat/components.hpp"
#include "threat/ranking.hpp"

namespace entente::workbench {
namespace {

using evidence::ThreatTheory;

constexpr double kNoContiguity = 0;

bool neighbours(const threat::DyadFacts& facts) {
    return facts.contiguity.known() && facts.contiguity.value > kNoContiguity;
}

void put(PairColumn& column, const Reading& reading) {
    column.values.push_back(reading.known() ? static_cast<float>(reading.value) : 0);
    column.known.push_back(reading.known());
}

// Whoever quarrels with many is likelier to have an enemy among the new partners of anybody.
double exposure_to(const threat::YearlySets& quarrels, int year, std::size_t other) {
    int count = 0;
    for (const auto word : quarrels.of(year, other)) count += std::popcount(word);
    return std::log1p(count);
}

std::size_t place_in(const PairYears& pairs, std::string_view name) {
    const auto found =
        std::find_if(pairs.columns.begin(), pairs.columns.end(), [&](const auto& one) { return one.name == name; });
    ensure(found != pairs.columns.end(), "the rows of the test have no such predictor");
    return static_cast<std::size_t>(found - pairs.columns.begin());
}

std::array<threat::NewPacts, kOutcomeRules.size()> pacts_by_rule(const threat::YearlySets& pacts, int year,
                                                                 std::size_t state) {
    std::array<threat::NewPacts, kOutcomeRules.size()> found;
    for (std::size_t rule = 0; rule < kOutcomeRules.size(); ++rule) {
        found[rule] = threat::new_pacts(pacts, year, state, kOutcomeRules[rule].window);
    }
    return found;
}

// 1914–1918 and 1939–1945.
bool reaches_into_a_world_war(int year, int window) {
    return (year <= 1918 && year + window >= 1914) || (year <= 1945 && year + window >= 1939);
}

bool chosen(const PairYears& pairs, std::size_t row, const RowChoice& choice) {
    const auto bit = static_cast<std::uint8_t>(1U << choice.rule);
    if (choice.wars == Wars::NoWorldWars &&
        reaches_into_a_world_war(pairs.years[row], kOutcomeRules.at(choice.rule).window)) {
        return false;
    }
    if ((pairs.in_window[row] & bit) == 0) return false;
    if (choice.pairs == PairChoice::All) return true;
    if (!pairs.relevant[row]) return false;
    return choice.pairs == PairChoice::Relevant || (pairs.gains[row] & bit) != 0;
}

}  // namespace

// Who opposes whom in one year.
struct PairYearsMaker::YearSets {
    threat::YearlySets quarrels;
    threat::YearlySets neighbours;
};

const PairColumn& PairYears::column(std::string_view name) const {
    return columns[place_in(*this, name)];
}

PairYearsMaker::PairYearsMaker(ThreatTheory theory, const ThreatTestRecords& records)
    : theory_(std::move(theory)), records_(&records) {
    theory_.step = 1;
    for (const auto& component : theory_.components) {
        made_.columns.push_back({component.id, {}, {}});
        made_.missing.emplace_back(component.id, 0);
    }
    for (const auto name : {kComposite, kPowerAlone, kProximityAlone, kSimilarity, kCircular, kExposure}) {
        made_.columns.push_back({std::string(name), {}, {}});
    }
}

void PairYearsMaker::add_year(int year, std::span<const threat::DyadFacts> facts) {
    const auto count = records_->numbers.size();
    YearSets sets{threat::YearlySets(year, year, count), threat::YearlySets(year, year, count)};
    for (const auto& one : facts) {
        const auto state = place_of_state(records_->numbers, one.state);
        const auto other = place_of_state(records_->numbers, one.other);
        if (!state || !other) continue;
        const bool rivals = one.rivalry.known() && one.rivalry.value > 0;
        if (rivals || records_->disputes.has(year, *state, *other)) sets.quarrels.add(year, *state, *other);
        if (neighbours(one)) sets.neighbours.add(year, *state, *other);
    }
    for (std::size_t begin = 0; begin < facts.size();) {
        std::size_t end = begin;
        while (end < facts.size() && facts[end].state == facts[begin].state) ++end;
        add_state(year, facts.subspan(begin, end - begin), sets);
        begin = end;
    }
}

void PairYearsMaker::add_state(int year, std::span<const threat::DyadFacts> facts, const YearSets& sets) {
    const auto state = place_of_state(records_->numbers, facts.front().state);
    if (!state) return;
    std::vector<threat::ThreatReading> readings;
    readings.reserve(facts.size());
    for (const auto& one : facts) readings.push_back(threat::threat_reading(theory_, one));
    const auto standings = threat::ranked(theory_, readings);
    const auto pacts = pacts_by_rule(records_->pacts, year, *state);
    for (std::size_t i = 0; i < facts.size(); ++i) {
        const auto other = place_of_state(records_->numbers, facts[i].other);
        if (!other) continue;
        ++made_.pairs;
        if (records_->pacts.has(year, *state, *other)) {
            ++made_.with_pact;
            continue;
        }
        made_.years.push_back(static_cast<std::int16_t>(year));
        made_.states.push_back(static_cast<std::uint16_t>(*state));
        made_.others.push_back(static_cast<std::uint16_t>(*other));
        made_.relevant.push_back(neighbours(facts[i]) || records_->majors.has(year, *state, *state) ||
                                 records_->majors.has(year, *other, *other));
        add_outcomes(year, *state, *other, pacts, sets);
        add_predictors(facts[i], readings[i], standings[i].composite,
                       records_->unlike_alliances ? std::optional(records_->unlike_alliances->has(year, *state, *other))
                                                  : std::nullopt,
                       exposure_to(sets.quarrels, year, *other));
    }
}

void PairYearsMaker::add_outcomes(int year, std::size_t state, std::size_t other, const PactsByRule& pacts,
                                  const YearSets& sets) {
    std::uint8_t outcome = 0;
    std::uint8_t gains = 0;
    std::uint8_t in_window = 0;
    for (std::size_t rule = 0; rule < kOutcomeRules.size(); ++rule) {
        const auto bit = static_cast<std::uint8_t>(1U << rule);
        const auto& [opposition, window] = kOutcomeRules[rule];
        bool against = false;
        switch (opposition) {
            case Opposition::Quarrel:
                against = threat::allies_against(pacts[rule], sets.quarrels, year, other);
                break;
            case Opposition::Neighbour:
                against = threat::allies_against(pacts[rule], sets.neighbours, year, other);
                break;
            case Opposition::Named:
                against = records_->named &&
                          threat::allies_by_name_against(pacts[rule], *records_->named, year, state, other, window);
                break;
        }
        if (against) outcome |= bit;
        const auto& gained = pacts[rule].gained;
        if (std::any_of(gained.begin(), gained.end(), [](auto word) { return word != 0; })) gains |= bit;
        const auto& known = records_->pact_years;
        const bool recorded = opposition != Opposition::Named || records_->named.has_value();
        if (recorded && year >= known.first && year + window <= known.last) in_window |= bit;
    }
    made_.outcomes.push_back(outcome);
    made_.gains.push_back(gains);
    made_.in_window.push_back(in_window);
}

void PairYearsMaker::add_predictors(const threat::DyadFacts& facts, const threat::ThreatReading& reading,
                                    const Reading& composite, std::optional<bool> unlike_alliances, double exposure) {
    const auto components = theory_.components.size();
    for (std::size_t component = 0; component < components; ++component) {
        const auto& value = reading.components[component].value;
        put(made_.columns[component], value);
        if (!value.known()) ++made_.missing[component].second;
    }
    put(made_.columns[components], composite);
    put(made_.columns[components + 1], facts.capability);
    put(made_.columns[components + 2], threat::closeness(facts.distance_km, facts.contiguity));
    put(made_.columns[components + 3], facts.policy_distance);
    auto circular = unlike_alliances ? facts.capability : Reading::missing(Reason::NoDataset);
    if (circular.known() && !*unlike_alliances) circular = Reading::of(0);
    put(made_.columns[components + 4], circular);
    put(made_.columns[components + 5], Reading::of(exposure));
}

PairYears PairYearsMaker::take() {
    return std::move(made_);
}

contest::TestRows chosen_rows(const PairYears& pairs, const RowChoice& choice) {
    std::vector<std::size_t> columns;
    for (const auto& name : choice.predictors) columns.push_back(place_in(pairs, name));
    contest::TestRows rows;
    rows.names = choice.predictors;
    rows.predictors.resize(columns.size());
    for (std::size_t row = 0; row < pairs.size(); ++row) {
        if (!chosen(pairs, row, choice)) continue;
        const bool complete = std::all_of(columns.begin(), columns.end(),
                                          [&](std::size_t column) { return pairs.columns[column].known[row]; });
        if (!complete) continue;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const float value = pairs.columns[columns[i]].values[row];
            rows.predictors[i].push_back(choice.scale == Scale::SquareRoots ? std::sqrt(value) : value);
        }
        rows.outcomes.push_back((pairs.outcomes[row] >> choice.rule) & 1U);
        rows.states.push_back(pairs.states[row]);
        rows.years.push_back(pairs.years[row]);
    }
    return rows;
}

}  // namespace entente::workbench
