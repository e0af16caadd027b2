// The figures that a case ships as facts of threat.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/case_intentions.hpp"
#include "workbench/threat_case.hpp"

namespace entente::workbench {
namespace {

using evidence::ThreatFact;
using evidence::ThreatFigures;

constexpr double kSameYears = 1e-9;

int number_of(const OpenCase& open, const std::string& code, int year) {
    return named_state(open.states, code, year).number;
}

Reading& field_of(threat::DyadFacts& facts, ThreatFact fact) {
    switch (fact) {
        case ThreatFact::Capability:
            return facts.capability;
        case ThreatFact::SpendingShare:
            return facts.spending_share;
        case ThreatFact::PersonnelShare:
            return facts.personnel_share;
        case ThreatFact::DistanceKm:
            return facts.distance_km;
        case ThreatFact::Contiguity:
            return facts.contiguity;
        case ThreatFact::Hostility:
            return facts.hostility;
        case ThreatFact::Rivalry:
            return facts.rivalry;
        case ThreatFact::TerritorialRivalry:
            return facts.territorial_rivalry;
        case ThreatFact::PolicyDistance:
            return facts.policy_distance;
        case ThreatFact::Stationed:
            break;  // no fact of the pair
    }
    ensure(false, "a figure of threat is none of the kinds of fact");
    return facts.capability;
}

// What the case does not state may well be known to the data that its figures are from.
threat::DyadFacts empty_facts(int state, int other, int year) {
    threat::DyadFacts facts;
    facts.state = state;
    facts.other = other;
    facts.year = year;
    facts.own_capability = Reading::missing(Reason::NotInCase);
    for (std::size_t fact = 0; fact < evidence::kThreatFacts; ++fact) {
        field_of(facts, static_cast<ThreatFact>(fact)) = Reading::missing(Reason::NotInCase);
    }
    return facts;
}

// The remembered hostility is a sum that a half-life went into: under another one it is not known.
bool remembers_as_asked(const ThreatFigures& table, const ThreatDataRequest& request) {
    return std::abs(table.half_life - request.half_life) < kSameYears;
}

std::vector<threat::DyadFacts> facts_of_year(const OpenCase& open, const ThreatDataRequest& request, int year) {
    const auto& table = *open.content.threat_figures;
    std::map<std::pair<int, int>, threat::DyadFacts> pairs;
    std::map<int, Reading> own;
    for (const auto& figure : table.figures) {
        if (figure.year != year || figure.fact == ThreatFact::Stationed) continue;
        const int state = number_of(open, figure.state.code, year);
        const int other = number_of(open, figure.other.code, year);
        if (request.state && *request.state != state) continue;
        if (state == other) {
            own[state] = Reading::of(figure.value);
            continue;
        }
        auto& facts = pairs.try_emplace({state, other}, empty_facts(state, other, year)).first->second;
        if (figure.fact == ThreatFact::Hostility) {
            facts.hostility_known_to = table.disputes_to;
            const bool usable = remembers_as_asked(table, request) && year <= table.disputes_to + request.stale_after;
            facts.hostility = usable ? Reading::of(figure.value) : Reading::missing(Reason::OutsideCoverage);
            continue;
        }
        field_of(facts, figure.fact) = Reading::of(figure.value);
    }
    std::vector<threat::DyadFacts> facts;
    for (auto& [pair, each] : pairs) {
        const auto known = own.find(pair.first);
        if (known != own.end()) each.own_capability = known->second;
        facts.push_back(each);
    }
    return facts;
}

// The component's part or rule value that a figure is for, and its sources with the years.
std::vector<ThreatSource> sources_of(const ThreatFigures& table) {
    std::map<ThreatFact, std::pair<std::set<std::string>, std::set<int>>> by_fact;
    for (const auto& figure : table.figures) {
        if (figure.fact == ThreatFact::Stationed) continue;  // forces_abroad.hpp
        auto& [keys, years] = by_fact[figure.fact];
        keys.insert(figure.source.key);
        years.insert(figure.year);
    }
    std::vector<ThreatSource> sources;
    for (const auto& [fact, found] : by_fact) {
        const auto& [keys, years] = found;
        ThreatSource source;
        source.fact = fact == ThreatFact::Capability                                     ? "capability-share"
                      : fact == ThreatFact::Hostility                                    ? "disputes-started"
                      : fact == ThreatFact::DistanceKm || fact == ThreatFact::Contiguity ? "closeness"
                                                                                         : std::string(name_of(fact));
        source.dataset = joined(std::vector<std::string>(keys.begin(), keys.end()), ", ");
        source.variable = fmt::format("{}, single figures that the case ships ({})", name_of(fact), table.file);
        source.first = *years.begin();
        source.last = *years.rbegin();
        sources.push_back(std::move(source));
    }
    return sources;
}

std::vector<std::string> notes_of(const OpenCase& open, const ThreatDataRequest& request,
                                  const std::set<std::string>& others, const std::vector<int>& years) {
    const auto& table = *open.content.threat_figures;
    std::vector<std::string> names;
    for (const auto& code : others) names.push_back(named_state(open.states, code, years.back()).name);
    std::vector<std::string> notes{
        fmt::format("These are the figures that the case ships ({}), of {} year{}: {}. Ranks are among those states "
                    "only. With a data store they are among all.",
                    table.file, years.size(), years.size() == 1 ? "" : "s", joined(names, ", "))};
    if (!remembers_as_asked(table, request)) {
        notes.push_back(
            fmt::format("The case's figures of past hostility fade with a half-life of {} years, the theory "
                        "has {}: they are not used.",
                        table.half_life, request.half_life));
    }
    return notes;
}

}  // namespace

std::vector<int> years_of_case_figures(const OpenCase& open, int state) {
    std::set<int> years;
    if (open.content.threat_figures) {
        for (const auto& figure : open.content.threat_figures->figures) {
            const bool pair = figure.fact != ThreatFact::Stationed && figure.state.code != figure.other.code;
            if (pair && number_of(open, figure.state.code, figure.year) == state) years.insert(figure.year);
        }
    }
    return {years.begin(), years.end()};
}

ThreatData for_each_year_of_case(const OpenCase& open, const ThreatDataRequest& request,
                                 const std::function<void(int year, std::span<const threat::DyadFacts>)>& use) {
    std::vector<int> used;
    std::set<std::string> others;
    if (open.content.threat_figures) {
        for (int year = request.from; year <= request.to; ++year) {
            const auto facts = facts_of_year(open, request, year);
            if (facts.empty()) continue;
            used.push_back(year);
            use(year, facts);
        }
    }
    if (used.empty()) {
        std::vector<std::string> years;
        if (request.state) {
            for (const int year : years_of_case_figures(open, *request.state)) years.push_back(std::to_string(year));
        }
        throw Error(ErrorKind::NotFound, "the case ships no figures of threat for that state and these years",
                    years.empty()
                        ? "add official data: `entente data list`"
                        : "it has " + joined(years, ", ") + "; with a data store every year can be asked for");
    }
    for (const auto& figure : open.content.threat_figures->figures) {
        const bool asked = !request.state || number_of(open, figure.state.code, figure.year) == *request.state;
        const bool of_year = std::find(used.begin(), used.end(), figure.year) != used.end();
        if (asked && of_year && figure.fact != ThreatFact::Stationed && figure.state.code != figure.other.code)
            others.insert(figure.other.code);
    }
    return {sources_of(*open.content.threat_figures), notes_of(open, request, others, used), {}};
}

}  // namespace entente::workbench
