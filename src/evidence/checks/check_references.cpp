#include "evidence/checks.hpp"
#include "evidence/checks/parts.hpp"

namespace entente::evidence {

namespace {

void check_case_file(const Case& which, CaseReferences& references) {
    if (!which.theory.empty()) references.theory(which.theory, which.theory_where, "the case");
    if (!which.baseline.empty()) references.period(which.baseline, which.where, "the case's baseline");
    if (!which.focal.empty()) references.period(which.focal, which.where, "the case's focal period");
    for (const Period& period : which.periods) {
        if (!period.baseline.empty()) references.period(period.baseline, period.where, "the period's baseline");
    }
}

void check_sources(const Case& which, CaseReferences& references) {
    for (const Source& source : which.sources) {
        for (const std::string& key : source.depends_on) references.source(key, source.where, "depends-on");
    }
}

void check_items(const Case& which, CaseReferences& references) {
    for (const Item& item : which.items) {
        references.issues(item.issues, item.where, "the item");
        references.periods(item.periods, item.where, "the item");
        references.figures(item.figures, item.where, "the item");
        references.citations(item.sources, "the item");
    }
}

void check_factors(const Case& which, CaseReferences& references, Problems& problems) {
    for (const Claim& claim : which.claims) {
        const Theory* theory =
            claim.theory.empty() ? nullptr : references.theory(claim.theory, claim.where, "the claim");
        if (theory == nullptr) continue;
        for (const std::string& factor : claim.factors) references.factor(*theory, factor, claim.where, "the claim");
    }
    for (const Scenario& scenario : which.scenarios) {
        const Theory* theory = references.theory(scenario.theory, scenario.where, "the scenario");
        if (theory == nullptr) continue;
        for (const ScenarioEffect& effect : scenario.effects) {
            references.factor(*theory, effect.factor, effect.where, "the scenario's effect");
        }
        check_scenario_numbers(scenario, *theory, problems);
    }
}

void check_claims(const Case& which, CaseReferences& references, Problems& problems) {
    for (const Claim& claim : which.claims) {
        references.periods(claim.periods, claim.where, "the claim");
        references.issues(claim.issues, claim.where, "the claim");
        references.claims(claim.rivals, claim.where, "the claim's rivals");
        references.items(claim.supported_by, claim.where, "the claim");
        references.items(claim.opposed_by, claim.where, "the claim");
        references.citations(claim.sources, "the claim");
        if (claim.forecast) references.citations(claim.forecast->outcome.settled_by, "the forecast");
        if (!claim.factors.empty() && claim.theory.empty()) {
            problems.error(claim.where, "the claim names factors of no theory", "add the theory they belong to");
        }
    }
}

void check_meetings(const Case& which, CaseReferences& references) {
    for (const Meeting& meeting : which.meetings) {
        references.issues(meeting.issues, meeting.where, "the meeting");
        references.items(meeting.items, meeting.where, "the meeting");
        references.citations(meeting.sources, "the meeting");
        for (const std::string& key : meeting.listed_by) references.source(key, meeting.where, "listed_by");
        if (!meeting.correction.empty()) references.correction(meeting.correction, meeting.where, "the meeting");
        for (const Promise& promise : meeting.promises) {
            if (!promise.by.empty()) references.item(promise.by, promise.where, "the promise");
        }
    }
}

void check_numbers(const Case& which, CaseReferences& references) {
    for (const Figure& figure : which.figures) {
        references.issues(figure.issues, figure.where, "the figure");
        references.citations(figure.sources, "the figure");
    }
    for (const Series& series : which.series) {
        references.citations(series.sources, "the series");
        for (const SeriesBreak& each : series.breaks) {
            if (!each.source.key.empty()) references.citations({each.source}, "the definition break");
        }
        if (!series.indicator.empty()) references.indicator(series.indicator, series.where, "the series");
    }
    for (const Derived& derived : which.derived) {
        for (const DerivedInput& input : derived.inputs) {
            if (!input.reference.empty()) references.measurable(input.reference, input.where, "the derived number");
        }
    }
}

void check_corrections(const Case& which, CaseReferences& references) {
    for (const Correction& correction : which.corrections) {
        references.source(correction.corrects.key, correction.corrects.where, "the correction");
        references.citations(correction.sources, "the correction");
    }
}

}  // namespace

void check_references(const Case& which, CaseReferences& references, Problems& problems) {
    check_case_file(which, references);
    check_sources(which, references);
    check_items(which, references);
    check_factors(which, references, problems);
    check_claims(which, references, problems);
    check_meetings(which, references);
    check_numbers(which, references);
    check_corrections(which, references);
    for (const Scenario& scenario : which.scenarios) {
        references.citations(scenario.sources, "the scenario");
        if (scenario.outcome) references.citations(scenario.outcome->settled_by, "the scenario's outcome");
    }
    check_alternatives(which.scenarios, problems);
}

}  // namespace entente::evidence
