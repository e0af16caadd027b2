#include <algorithm>
#include <unordered_set>

#include "core/text.hpp"
#include "evidence/checks/parts.hpp"

namespace entente::evidence {

namespace {

using Names = std::unordered_set<std::string_view>;

void add_keys(const std::vector<Citation>& citations, Names& keys) {
    for (const Citation& citation : citations) keys.insert(citation.key);
}

Names cited_by_evidence(const Case& which) {
    Names keys;
    for (const Item& item : which.items) add_keys(item.sources, keys);
    return keys;
}

void add_burden_keys(const BurdenRecord& burden, Names& keys) {
    for (const Commitment& commitment : burden.commitments) add_keys(commitment.sources, keys);
    for (const Demand& demand : burden.demands) add_keys(demand.sources, keys);
    for (const HostSupport& support : burden.supports) add_keys(support.sources, keys);
    for (const Conversion& conversion : burden.conversions) keys.insert(conversion.source.key);
    for (const BurdenFigure& figure : burden.figures) keys.insert(figure.source.key);
}

Names cited_by_anything(const Case& which) {
    Names keys = cited_by_evidence(which);
    for (const Claim& claim : which.claims) {
        add_keys(claim.sources, keys);
        if (claim.forecast) add_keys(claim.forecast->outcome.settled_by, keys);
    }
    for (const Meeting& meeting : which.meetings) {
        add_keys(meeting.sources, keys);
        keys.insert(meeting.listed_by.begin(), meeting.listed_by.end());
    }
    for (const Figure& figure : which.figures) add_keys(figure.sources, keys);
    for (const Series& series : which.series) {
        add_keys(series.sources, keys);
        for (const SeriesBreak& each : series.breaks) keys.insert(each.source.key);
    }
    for (const Correction& correction : which.corrections) {
        keys.insert(correction.corrects.key);
        add_keys(correction.sources, keys);
    }
    for (const Scenario& scenario : which.scenarios) {
        add_keys(scenario.sources, keys);
        if (scenario.outcome) add_keys(scenario.outcome->settled_by, keys);
    }
    if (which.threat_figures) {
        for (const ThreatFigure& figure : which.threat_figures->figures) keys.insert(figure.source.key);
    }
    if (which.burden) add_burden_keys(*which.burden, keys);
    for (const Source& source : which.sources) keys.insert(source.depends_on.begin(), source.depends_on.end());
    return keys;
}

// What the entry of a source lacks and evidence needs: the words for it, and a line that would do.
void check_fields(const Source& source, Problems& problems) {
    std::vector<std::string> missing;
    std::vector<std::string> advice;
    const auto need = [&](bool present, const std::string& field, const char* example) {
        const auto& unreadable = source.unreadable;
        if (present || std::find(unreadable.begin(), unreadable.end(), field) != unreadable.end()) return;
        missing.push_back(field);
        advice.emplace_back(example);
    };
    need(source.published.has_value(), "date", "date = {2017-02-10} (a year serves too)");
    need(source.outlet_class.has_value(), "class",
         "class = {press} (or official, poll, expert, treaty, dataset, social)");
    need(source.grade.has_value(), "grade", "grade = {B2} (usually reliable, probably true; {F6} if nothing is known)");
    if (missing.empty()) return;
    problems.error(source.where,
                   "the source '" + source.key + "' is cited by evidence but has no " + joined(missing, ", no "),
                   "add to its entry: " + joined(advice, ", "));
}

void check_sources(const Case& which, Problems& problems) {
    const Names by_evidence = cited_by_evidence(which);
    const Names by_anything = cited_by_anything(which);
    std::vector<std::string> uncited;
    Position first_uncited;
    for (const Source& source : which.sources) {
        if (!by_anything.contains(source.key)) {
            if (uncited.empty()) first_uncited = source.where;
            uncited.push_back(source.key);
        }
        if (by_evidence.contains(source.key)) check_fields(source, problems);
    }
    // What cites them may be among what was lost.
    if (uncited.empty() || !which.lost_in.empty()) return;
    const std::string sources = uncited.size() == 1 ? "the source '" : std::to_string(uncited.size()) + " sources: '";
    problems.warn(first_uncited, "nobody cites " + sources + joined(uncited, "', '") + "'",
                  "cite them where they were used, or take them out");
}

bool states_a_sample_size(const Item& item, const CaseIndex& index) {
    return std::any_of(item.figures.begin(), item.figures.end(), [&index](const std::string& id) {
        const Figure* figure = index.figure(id);
        return figure != nullptr && figure->sample_size.has_value();
    });
}

void check_items(const Case& which, Problems& problems) {
    const CaseIndex index(which);
    for (const Item& item : which.items) {
        if (item.kind == Kind::Absence && item.searched.empty()) {
            problems.warn(item.where, "the absence '" + item.id + "' does not say where one looked",
                          "add 'searched'; without it the absence does not count");
        }
        if (which.lost_in.contains(CasePart::Figures)) continue;
        const bool poll = item.kind == Kind::Opinion && class_of(item, index) == OutletClass::Poll;
        if (poll && !states_a_sample_size(item, index)) {
            problems.warn(item.where, "the poll '" + item.id + "' rests on no figure that states n",
                          "add a [[figure]] with n and name it under 'figures'");
        }
    }
}

// Items of a period that is only ever a baseline are there to be compared with; no coding is missing.
bool is_judged(const Item& item, const Case& which) {
    return std::any_of(which.periods.begin(), which.periods.end(), [&](const Period& period) {
        const bool judged = !period.baseline.empty() || period.id == which.focal;
        return judged && dates_known(item, period) && belongs_to(item, period);
    });
}

void check_coverage(const Case& which, Problems& problems) {
    if (which.lost_in.contains(CasePart::Codings)) return;
    if (which.coders.empty() && !which.items.empty()) {
        problems.warn(which.where, "nobody has coded this case",
                      "add codings/<coder>.toml; until then it has evidence and no assessment");
        return;
    }
    Names seen;
    for (const Coder& coder : which.coders) {
        seen.insert(coder.read.begin(), coder.read.end());
        for (const Coding& coding : coder.codings) seen.insert(coding.item);
    }
    for (const Item& item : which.items) {
        if (seen.contains(item.id) || !is_judged(item, which)) continue;
        problems.warn(item.where, "nobody has coded the item '" + item.id + "'",
                      "code it, or list it under 'read' if no factor applies");
    }
}

}  // namespace

void check_evidence(const Case& which, Problems& problems) {
    check_sources(which, problems);
    check_items(which, problems);
    check_coverage(which, problems);
}

}  // namespace entente::evidence
