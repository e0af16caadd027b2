#include "contest/parting.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "core/error.hpp"
#include "core/random.hpp"

namespace entente::contest {
namespace {

constexpr int kYearsOfDecade = 10;
constexpr int kEarlier = 1000;  // years before the first that is foreseen, at most: whole decades

// How the rows of a year are held out: in which part, and which parts, held out, leave the year out too.
struct YearRule {
    std::uint16_t part = kNoPart;
    std::vector<bool> left_out;
    int stretch = 0;  // years of another number are another stretch in any case
};

// Years that follow each other under one rule are one stretch.
void part_by_years(const TestRows& rows, const std::function<YearRule(int)>& rule_of, Parting& parting) {
    std::map<int, std::uint16_t> stretches;  // by year
    std::vector<bool> before;
    int stretch_before = 0;
    parting.left_out.resize(parting.parts);
    for (const int year : std::set<int>(rows.years.begin(), rows.years.end())) {
        auto rule = rule_of(year);
        if (parting.part_of_stretch.empty() || rule.part != parting.part_of_stretch.back() || rule.left_out != before ||
            rule.stretch != stretch_before) {
            parting.part_of_stretch.push_back(rule.part);
            for (std::size_t one = 0; one < parting.parts; ++one) parting.left_out[one].push_back(rule.left_out[one]);
            parting.last_year_of_stretch.push_back(year);
            before = std::move(rule.left_out);
            stretch_before = rule.stretch;
        }
        parting.last_year_of_stretch.back() = year;
        stretches.emplace(year, static_cast<std::uint16_t>(parting.stretches() - 1));
    }
    for (const auto year : rows.years) {
        const auto stretch = stretches.at(year);
        parting.part_of_row.push_back(parting.part_of_stretch[stretch]);
        parting.stretch_of_row.push_back(stretch);
    }
}

// States in an order that the seed and the deal shuffle.
std::vector<std::uint16_t> shuffled(const std::set<std::uint16_t>& states, const TestChoices& choices,
                                    std::size_t deal) {
    const RandomStream random(choices.seed, choices.purpose + "-folds");
    std::vector<std::pair<double, std::uint16_t>> drawn;
    for (const auto state : states) drawn.emplace_back(random.uniform(deal, state), state);
    std::sort(drawn.begin(), drawn.end());
    std::vector<std::uint16_t> order;
    for (const auto& [number, state] : drawn) order.push_back(state);
    return order;
}

std::size_t events_known_before(const TestRows& rows, int year, int window) {
    std::size_t events = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (rows.outcomes[row] != 0 && rows.years[row] + window < year) ++events;
    }
    return events;
}

}  // namespace

int decade_of(int year) noexcept {
    return year / kYearsOfDecade;
}

Parting by_decades(const TestRows& rows, int window) {
    std::map<int, std::uint16_t> places;
    for (const auto year : rows.years) places.emplace(decade_of(year), 0);
    Parting parting;
    std::vector<int> first_years;
    for (auto& [decade, place] : places) {
        place = static_cast<std::uint16_t>(first_years.size());
        first_years.push_back(decade * kYearsOfDecade);
    }
    parting.parts = places.size();
    const auto rule_of = [&](int year) {
        YearRule rule{places.at(decade_of(year)), {}};
        for (const int first : first_years) {
            rule.left_out.push_back(year >= first - window && year < first + kYearsOfDecade + window);
        }
        return rule;
    };
    part_by_years(rows, rule_of, parting);
    return parting;
}

Parting by_states(const TestRows& rows, const TestChoices& choices, std::size_t deal) {
    const std::set<std::uint16_t> met(rows.states.begin(), rows.states.end());
    const auto order = shuffled(met, choices, deal);
    std::map<std::uint16_t, std::uint16_t> parts;
    for (std::size_t i = 0; i < order.size(); ++i) parts[order[i]] = static_cast<std::uint16_t>(i % choices.folds);
    Parting parting;
    parting.held_out = HoldOut::States;
    parting.parts = std::min(choices.folds, met.size());
    for (const auto state : rows.states) parting.part_of_row.push_back(parts.at(state));
    parting.stretch_of_row = parting.part_of_row;
    for (std::size_t part = 0; part < parting.parts; ++part) {
        parting.part_of_stretch.push_back(static_cast<std::uint16_t>(part));
        parting.left_out.emplace_back(parting.parts, false)[part] = true;
    }
    return parting;
}

Parting from_the_past(const TestRows& rows, const TestChoices& choices) {
    Parting parting;
    parting.held_out = HoldOut::Past;
    std::map<int, std::uint16_t> places;  // by the first year of the decade
    const auto first_year_of = [&](int year) {
        return choices.first_origin + (year - choices.first_origin) / kYearsOfDecade * kYearsOfDecade;
    };
    for (const auto year : rows.years) {
        if (year >= choices.first_origin) places.emplace(first_year_of(year), 0);
    }
    while (!places.empty() && events_known_before(rows, places.begin()->first, choices.window) < choices.least_events) {
        places.erase(places.begin());
    }
    for (auto& [first, place] : places) {
        place = static_cast<std::uint16_t>(parting.parts++);
        parting.known_to.push_back(first - choices.window - 1);
    }
    const auto rule_of = [&](int year) {
        YearRule rule;
        const auto place = places.find(first_year_of(year));
        if (year >= choices.first_origin && place != places.end()) rule.part = place->second;
        for (const auto& [first, part] : places) rule.left_out.push_back(year + choices.window >= first);
        rule.stretch = (year + choices.window - choices.first_origin + kEarlier) / kYearsOfDecade;
        return rule;
    };
    part_by_years(rows, rule_of, parting);
    return parting;
}

Parting by_pair_states(const TestRows& rows, const TestChoices& choices, std::size_t deal) {
    ensure(rows.others.size() == rows.size(), "each row names its second state");
    std::set<std::uint16_t> met(rows.states.begin(), rows.states.end());
    met.insert(rows.others.begin(), rows.others.end());
    const auto order = shuffled(met, choices, deal);
    std::map<std::uint16_t, std::size_t> folds;
    for (std::size_t i = 0; i < order.size(); ++i) folds[order[i]] = i % choices.folds;
    const auto folds_of = [&](std::size_t row) -> std::pair<std::size_t, std::size_t> {
        return std::minmax(folds.at(rows.states[row]), folds.at(rows.others[row]));
    };
    std::map<std::pair<std::size_t, std::size_t>, std::uint16_t> parts;
    for (std::size_t row = 0; row < rows.size(); ++row) parts.emplace(folds_of(row), 0);
    Parting parting;
    parting.held_out = HoldOut::PairStates;
    for (auto& [pair, part] : parts) {
        part = static_cast<std::uint16_t>(parting.parts++);
        parting.part_of_stretch.push_back(part);
        auto& left_out = parting.left_out.emplace_back();
        for (const auto& [other, place] : parts) {
            left_out.push_back(other.first == pair.first || other.first == pair.second || other.second == pair.first ||
                               other.second == pair.second);
        }
    }
    for (std::size_t row = 0; row < rows.size(); ++row) parting.part_of_row.push_back(parts.at(folds_of(row)));
    parting.stretch_of_row = parting.part_of_row;
    return parting;
}

std::size_t deals_of(HoldOut held_out, const TestChoices& choices) noexcept {
    return held_out == HoldOut::States || held_out == HoldOut::PairStates ? choices.deals : 1;
}

Parting parted(HoldOut held_out, const TestRows& rows, const TestChoices& choices, std::size_t deal) {
    switch (held_out) {
        case HoldOut::Decades:
            return by_decades(rows, choices.window);
        case HoldOut::States:
            return by_states(rows, choices, deal);
        case HoldOut::Past:
            return from_the_past(rows, choices);
        case HoldOut::PairStates:
            break;
    }
    return by_pair_states(rows, choices, deal);
}

Pieces pieces_of(const TestRows& rows, const Parting& parting) {
    const auto& own = !rows.clusters.empty()                 ? rows.clusters
                      : parting.held_out == HoldOut::Decades ? parting.part_of_row
                                                             : rows.states;
    ensure(own.size() == rows.size(), "each row has a cluster");
    std::map<std::pair<std::uint16_t, std::uint16_t>, std::uint16_t> places;  // by cluster and part
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (parting.part_of_row[row] != kNoPart) places.emplace(std::pair(own[row], parting.part_of_row[row]), 0);
    }
    ensure(places.size() < kNoPart, "there are fewer pieces than numbers for them");
    Pieces pieces;
    int last = -1;
    for (auto& [key, place] : places) {
        place = static_cast<std::uint16_t>(pieces.part_of_piece.size());
        if (key.first != last) ++pieces.clusters;
        last = key.first;
        pieces.cluster_of_piece.push_back(static_cast<std::uint16_t>(pieces.clusters - 1));
        pieces.part_of_piece.push_back(key.second);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const auto part = parting.part_of_row[row];
        pieces.piece_of_row.push_back(part == kNoPart ? kNoPart : places.at({own[row], part}));
    }
    return pieces;
}

}  // namespace entente::contest
