// Facts of threat for the tests of claims, from the store or from the case's own figures.
#include <algorithm>

#include "workbench/case_intentions.hpp"
#include "workbench/claim_tests.hpp"
#include "workbench/threat_case.hpp"

namespace entente::workbench {

ThreatNumbers::ThreatNumbers(const OpenCase& open, const evidence::ThreatTheory& theory, const OpenStore* store)
    : open_(open), theory_(theory), store_(store) {}

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

ThreatNumbers::Years ThreatNumbers::of(int state, int from, int to) {
    if (store_ != nullptr) {
        const auto coverage = threat_coverage(*store_, theory_.stale_after);
        from = std::max(from, coverage.first);
        to = std::min(to, coverage.last);
    }
    if (from > to) return {};
    auto& known = read_[state];
    if (known.from == 0 || from < known.from || known.to < to) {
        known.from = known.from == 0 ? from : std::min(from, known.from);
        known.to = std::max(to, known.to);
        known.years.clear();
        auto data = read(state, known.from, known.to, known.years);
        if (sources_.empty()) sources_ = std::move(data.sources);
    }
    return {known.years.lower_bound(from), known.years.upper_bound(to)};
}

std::map<int, double> ThreatNumbers::capability(int state, int from, int to) {
    std::map<int, double> found;
    if (store_ != nullptr) {
        for (const auto& [year, facts] : of(state, from, to)) {
            if (facts.front().own_capability.known()) found[year] = facts.front().own_capability.value;
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
        for (const auto& source : sources_) {
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
