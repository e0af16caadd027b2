// Facts of threat for the tests of claims, from the store or from the case's own figures.
#include <algorithm>
#include <utility>

#include "threat/components.hpp"
#include "workbench/case_intentions.hpp"
#include "workbench/claim_tests.hpp"
#include "workbench/threat_case.hpp"
#include "workbench/threat_parts.hpp"

namespace entente::workbench {
namespace {

using datasets::YearSpan;

bool lies_within(const YearSpan& span, const YearSpan& wider) {
    return wider.first <= span.first && span.last <= wider.last;
}

YearSpan widest(const YearSpan& one, const YearSpan& other) {
    return {std::min(one.first, other.first), std::max(one.last, other.last)};
}

YearSpan widest(const YearSpan& span, const evidence::ClaimTest& test) {
    return widest(span, YearSpan{test.from, test.to});
}

}  // namespace

ThreatNumbers::ThreatNumbers(const OpenCase& open, const evidence::ThreatTheory& theory, const OpenStore* store)
    : open_(open), theory_(theory), store_(store) {
    if (store_ != nullptr) coverage_ = threat_coverage(*store_, theory_.stale_after);
}

ThreatData ThreatNumbers::read(int state, int from, int to, Years& years) const {
    const ThreatDataRequest request{from, to, state, theory_.half_life, theory_.stale_after};
    const auto keep = [&](int year, std::span<const threat::DyadFacts> facts) {
        if (!facts.empty()) years[year].assign(facts.begin(), facts.end());
    };
    if (store_ != nullptr) return for_each_year(*store_, request, keep);
    const auto at_hand = years_of_case_figures(open_, state);
    const bool some = std::any_of(at_hand.begin(), at_hand.end(), [&](int year) { return from <= year && year <= to; });
    return some ? for_each_year_of_case(open_, request, keep) : ThreatData{};
}

YearSpan ThreatNumbers::covered(YearSpan span) const {
    if (!coverage_) return span;
    return {std::max(span.first, coverage_->first), std::min(span.last, coverage_->last)};
}

YearSpan ThreatNumbers::with_claims(int state, YearSpan span) const {
    for (const auto& claim : open_.content.claims) {
        for (const auto& test : claim.tests) {
            if (test.kind == evidence::ClaimTestKind::Change) continue;
            if (named_state(open_.states, test.of.code, test.to).number == state) span = widest(span, test);
        }
    }
    return covered(span);
}

YearSpan ThreatNumbers::of_capabilities(YearSpan span) const {
    for (const auto& claim : open_.content.claims) {
        for (const auto& test : claim.tests) span = widest(span, test);
    }
    return covered(span);
}

// A state's years with its records; what was read of fewer years gives way.
const ThreatNumbers::Read& ThreatNumbers::read_of(int state, const YearSpan& asked) {
    const auto known = read_.find(state);
    if (known == read_.end() || !lies_within(asked, known->second.span)) {
        const auto so_far = known == read_.end() ? asked : widest(asked, known->second.span);
        Read now;
        now.span = with_claims(state, so_far);
        const auto [from, to] = now.span;
        auto data = read(state, from, to, now.years);
        if (sources_.empty()) sources_ = std::move(data.sources);
        now.system = std::make_unique<SystemYears>(store_ != nullptr ? store_->states : open_.states, from, to);
        now.records = store_ != nullptr ? std::make_unique<ThreatRecords>(*store_, state, from, to, theory_.stale_after)
                                        : std::make_unique<ThreatRecords>(open_, state, from, to);
        read_.insert_or_assign(state, std::move(now));
    }
    return read_.at(state);
}

void ThreatNumbers::read_ahead(int state, int from, int to) {
    const auto asked = covered({from, to});
    if (asked.first <= asked.last) (void)read_of(state, asked);
}

ThreatNumbers::Years ThreatNumbers::of(int state, int from, int to) {
    const auto asked = covered({from, to});
    if (asked.first > asked.last) return {};
    const auto& years = read_of(state, asked).years;
    return {years.lower_bound(asked.first), years.upper_bound(asked.last)};
}

const std::vector<Standing>* ThreatNumbers::standings(int state, int year) {
    const auto asked = covered({year, year});
    if (asked.first > asked.last) return nullptr;
    const auto& known = read_of(state, asked);
    if (!known.years.contains(year)) return nullptr;
    auto& of_year = standings_[{state, year}];
    if (of_year.empty()) of_year = standings_of(state, year, known);
    return &of_year;
}

std::vector<Standing> ThreatNumbers::standings_of(int state, int year, const Read& read) const {
    std::vector<threat::ThreatReading> readings;
    for (const auto& facts : read.years.at(year)) readings.push_back(threat::threat_reading(theory_, facts));
    auto ranked = threat::ranked(theory_, readings);
    const StateInYear at{state, year, &theory_, readings, read.records.get(), read.system.get(), {}, {}};
    std::vector<Standing> all;
    for (std::size_t other = 0; other < readings.size(); ++other) {
        auto& one = all.emplace_back();
        one.other = readings[other].facts.other;
        one.ranked = std::move(ranked[other]);
        one.status = status_of(at, readings[other]);
        for (std::size_t place = 0; place < readings[other].components.size(); ++place) {
            if (!readings[other].components[place].value.known()) {
                one.unknown.push_back(theory_.components[place].name);
            }
        }
    }
    for (auto& one : all) {
        if (!counts_as_threat(one.ranked, one.status)) continue;
        one.place = 1 + static_cast<int>(std::count_if(all.begin(), all.end(), [&one](const Standing& other) {
                        return counts_as_threat(other.ranked, other.status) && *other.ranked.rank < *one.ranked.rank;
                    }));
    }
    return all;
}

threat::Leading ThreatNumbers::leading(int state, int year, const std::vector<int>& others) {
    const auto* known = standings(state, year);
    if (known == nullptr) return {};
    std::vector<threat::ThreatReading> readings;
    std::vector<std::size_t> places;
    std::vector<bool> counts;
    for (const auto& facts : read_.at(state).years.at(year)) {
        if (std::find(others.begin(), others.end(), facts.other) != others.end()) places.push_back(readings.size());
        readings.push_back(threat::threat_reading(theory_, facts));
    }
    for (const auto& one : *known) counts.push_back(one.place.has_value());
    return places.size() == others.size() ? threat::leading(theory_, readings, places, counts) : threat::Leading{};
}

std::map<int, double> ThreatNumbers::capability(int state, int from, int to) {
    std::map<int, double> found;
    if (store_ != nullptr) {
        const auto asked = covered({from, to});
        if (asked.first > asked.last) return found;
        if (!capabilities_ || !lies_within(asked, capabilities_->span)) {
            const auto span = of_capabilities(capabilities_ ? widest(asked, capabilities_->span) : asked);
            capabilities_.emplace(ReadCapabilities{span, FactsOfStates(*store_->data, span.first, span.last)});
        }
        for (int year = asked.first; year <= asked.last; ++year) {
            for (const auto& facts : capabilities_->facts.in(year)) {
                if (facts.number == state && facts.capability.known()) found[year] = facts.capability.value;
            }
        }
        return found;
    }
    if (!open_.content.threat_figures) return found;
    // The share is the other's own, whichever state it may threaten.
    for (const auto& figure : open_.content.threat_figures->figures) {
        if (figure.fact != evidence::ThreatFact::Capability || figure.year < from || figure.year > to) continue;
        const int number = named_state(open_.states, figure.other.code, figure.year).number;
        if (number == state) found.emplace(figure.year, figure.value);
    }
    return found;
}

std::vector<std::string> ThreatNumbers::sources(bool capability_only) const {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    };
    if (store_ != nullptr) {
        for (const auto& source : capability_only ? coverage_->needed : sources_) {
            const bool in_a_component = source.fact != "capability-at-distance";  // shown beside the components only
            if (capability_only ? source.fact == "capability-share" : in_a_component) add(source.dataset);
        }
        return names;
    }
    if (!open_.content.threat_figures) return names;
    for (const auto& figure : open_.content.threat_figures->figures) {
        if (figure.fact == evidence::ThreatFact::Stationed) continue;  // in no component
        if (!capability_only || figure.fact == evidence::ThreatFact::Capability) add(figure.source.key);
    }
    return names;
}

}  // namespace entente::workbench
