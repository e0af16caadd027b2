// Facts of threat for the tests of claims, from the store or from the case's own figures.
#include <algorithm>
#include <utility>

#include "threat/components.hpp"
#include "workbench/case_intentions.hpp"
#include "workbench/claim_tests.hpp"
#include "workbench/threat_case.hpp"

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

const ThreatNumbers::Years& ThreatNumbers::years_of(int state, const YearSpan& asked) {
    const auto known = read_.find(state);
    if (known == read_.end() || !lies_within(asked, known->second.span)) {
        const auto so_far = known == read_.end() ? asked : widest(asked, known->second.span);
        Read now{with_claims(state, so_far), {}};
        auto data = read(state, now.span.first, now.span.last, now.years);
        if (sources_.empty()) sources_ = std::move(data.sources);
        read_.insert_or_assign(state, std::move(now));
    }
    return read_.at(state).years;
}

ThreatNumbers::Years ThreatNumbers::of(int state, int from, int to) {
    const auto asked = covered({from, to});
    if (asked.first > asked.last) return {};
    const auto& years = years_of(state, asked);
    return {years.lower_bound(asked.first), years.upper_bound(asked.last)};
}

const std::vector<Standing>* ThreatNumbers::standings(int state, int year) {
    const auto asked = covered({year, year});
    if (asked.first > asked.last) return nullptr;
    const auto& years = years_of(state, asked);
    const auto at = years.find(year);
    if (at == years.end()) return nullptr;
    auto& of_year = standings_[{state, year}];
    if (!of_year.empty()) return &of_year;
    const auto& facts = at->second;
    std::vector<threat::ThreatReading> readings;
    for (const auto& each : facts) readings.push_back(threat::threat_reading(theory_, each));
    auto ranked = threat::ranked(theory_, readings);
    for (std::size_t other = 0; other < facts.size(); ++other) {
        auto& one = of_year.emplace_back(Standing{facts[other].other, std::move(ranked[other]), {}});
        for (std::size_t place = 0; place < readings[other].components.size(); ++place) {
            if (!readings[other].components[place].value.known()) {
                one.unknown.push_back(theory_.components[place].name);
            }
        }
    }
    return &of_year;
}

threat::Leading ThreatNumbers::leading(int state, int year, const std::vector<int>& others) {
    const auto asked = covered({year, year});
    if (asked.first > asked.last) return {};
    const auto& years = years_of(state, asked);
    const auto at = years.find(year);
    if (at == years.end()) return {};
    std::vector<threat::ThreatReading> readings;
    std::vector<std::size_t> places;
    for (const auto& facts : at->second) {
        if (std::find(others.begin(), others.end(), facts.other) != others.end()) places.push_back(readings.size());
        readings.push_back(threat::threat_reading(theory_, facts));
    }
    return places.size() == others.size() ? threat::leading(theory_, readings, places) : threat::Leading{};
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
        if (!capability_only || figure.fact == evidence::ThreatFact::Capability) add(figure.source.key);
    }
    return names;
}

}  // namespace entente::workbench
