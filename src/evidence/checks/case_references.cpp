#include "evidence/checks/case_references.hpp"

#include <algorithm>
#include <array>

#include "core/text.hpp"

namespace entente::evidence {

namespace {

void add(KnownIds& known, std::string_view kind, const std::string& id, const Position& where, Problems& problems) {
    if (id.empty() || known.add(id)) return;  // that it is missing was said when it was read
    problems.error(where, "the " + std::string(kind) + " '" + id + "' stands here a second time",
                   "give each its own id, or take one out");
}

template <typename Things>
void add_all(KnownIds& known, std::string_view kind, const Things& things, Problems& problems) {
    for (const auto& thing : things) add(known, kind, thing.id, thing.where, problems);
}

// Kinds that nothing refers to by id still have to be told apart.
template <typename Things>
void report_repeated(std::string_view kind, const Things& things, Problems& problems) {
    KnownIds known{std::string(kind), {}};
    add_all(known, kind, things, problems);
}

}  // namespace

CaseReferences::CaseReferences(const Case& which, const std::vector<Theory>& theories, Problems& problems)
    : problems_(problems),
      theories_(theories),
      items_("item", "write an [[item]] with this id in evidence/, or correct the reference"),
      sources_("source", "add an entry with this key to sources.bib, or correct the key"),
      periods_("period", "add a [[period]] with this id to case.toml, or correct the reference"),
      issues_("issue", "add an [[issue]] with this id to case.toml, or correct the reference"),
      figures_("figure", "add a [[figure]] with this id to figures.toml, or correct the reference"),
      claims_("claim", "add a [[claim]] with this id to claims.toml, or correct the reference"),
      meetings_("meeting", "add a [[meeting]] with this id to meetings.toml, or correct the reference"),
      corrections_("correction", "add a [[correction]] with this id to corrections.toml, or correct the reference") {
    for (const Source& source : which.sources) add(sources_, "source", source.key, source.where, problems);
    add_all(items_, "item", which.items, problems);
    add_all(periods_, "period", which.periods, problems);
    add_all(issues_, "issue", which.issues, problems);
    add_all(figures_, "figure", which.figures, problems);
    add_all(claims_, "claim", which.claims, problems);
    add_all(meetings_, "meeting", which.meetings, problems);
    add_all(corrections_, "correction", which.corrections, problems);
    allow_for(which.lost_in);
    report_repeated("actor", which.actors, problems);
    report_repeated("treaty", which.alliance.treaties, problems);
    report_repeated("series", which.series, problems);
    report_repeated("derived number", which.derived, problems);
    report_repeated("scenario", which.scenarios, problems);
    if (!which.burden) return;
    report_repeated("commitment", which.burden->commitments, problems);
    report_repeated("demand", which.burden->demands, problems);
    report_repeated("support", which.burden->supports, problems);
    report_repeated("opinion", which.burden->opinions, problems);
    report_repeated("conversion", which.burden->conversions, problems);
    report_repeated("comparison", which.burden->same_quantities, problems);
}

void CaseReferences::allow_for(const std::map<CasePart, Position>& lost_in) {
    const auto kinds = std::to_array<std::pair<CasePart, KnownIds*>>({{CasePart::Sources, &sources_},
                                                                      {CasePart::Items, &items_},
                                                                      {CasePart::CaseFile, &periods_},
                                                                      {CasePart::CaseFile, &issues_},
                                                                      {CasePart::Figures, &figures_},
                                                                      {CasePart::Claims, &claims_},
                                                                      {CasePart::Meetings, &meetings_},
                                                                      {CasePart::Corrections, &corrections_}});
    for (const auto& [part, known] : kinds) {
        const auto lost = lost_in.find(part);
        if (lost != lost_in.end()) known->set_incomplete(lost->second);
    }
    for (const Theory& theory : theories_) {
        if (theory.id.empty() && theory.lost_at) theory_files_.set_incomplete(*theory.lost_at);
    }
}

bool CaseReferences::reported_as_claim(std::string_view id, const Position& where, std::string_view by) {
    if (!claims_.has(id)) return false;
    problems_.error(where, std::string(by) + " uses the claim '" + std::string(id) + "' as evidence",
                    "a claim is what somebody concluded; evidence has to be an item: what happened, was said or was "
                    "measured");
    return true;
}

void CaseReferences::item(std::string_view id, const Position& where, std::string_view by) {
    if (items_.has(id) || reported_as_claim(id, where, by)) return;
    items_.require(id, where, by, problems_);
}

void CaseReferences::items(const std::vector<std::string>& ids, const Position& where, std::string_view by) {
    for (const std::string& id : ids) item(id, where, by);
}

void CaseReferences::source(std::string_view key, const Position& where, std::string_view by) {
    if (sources_.has(key) || reported_as_claim(key, where, by)) return;
    sources_.require(key, where, by, problems_);
}

void CaseReferences::citations(const std::vector<Citation>& citations, std::string_view by) {
    for (const Citation& citation : citations) source(citation.key, citation.where, by);
}

void CaseReferences::period(std::string_view id, const Position& where, std::string_view by) {
    periods_.require(id, where, by, problems_);
}

void CaseReferences::periods(const std::vector<std::string>& ids, const Position& where, std::string_view by) {
    for (const std::string& id : ids) period(id, where, by);
}

void CaseReferences::issues(const std::vector<std::string>& ids, const Position& where, std::string_view by) {
    for (const std::string& id : ids) issues_.require(id, where, by, problems_);
}

void CaseReferences::figures(const std::vector<std::string>& ids, const Position& where, std::string_view by) {
    for (const std::string& id : ids) figures_.require(id, where, by, problems_);
}

void CaseReferences::claims(const std::vector<std::string>& ids, const Position& where, std::string_view by) {
    for (const std::string& id : ids) claims_.require(id, where, by, problems_);
}

void CaseReferences::correction(std::string_view id, const Position& where, std::string_view by) {
    corrections_.require(id, where, by, problems_);
}

void CaseReferences::measurable(std::string_view id, const Position& where, std::string_view by) {
    if (items_.has(id) || meetings_.has(id) || periods_.has(id) || figures_.has(id)) return;
    for (KnownIds* known : {&items_, &meetings_, &periods_}) {
        if (known->is_incomplete()) return known->say_incomplete(problems_);
    }
    figures_.require(id, where, by, problems_);
}

const Theory* CaseReferences::theory(std::string_view id, const Position& where, std::string_view by) {
    const auto found =
        std::find_if(theories_.begin(), theories_.end(), [id](const Theory& theory) { return theory.id == id; });
    if (found != theories_.end()) return &*found;
    if (theory_files_.is_incomplete()) {
        theory_files_.say_incomplete(problems_);
        return nullptr;
    }
    std::vector<std::string> known;
    for (const Theory& theory : theories_) known.push_back(theory.id);
    const std::string choices = known.empty() ? "no theory is at hand" : "known theories: " + known_words(id, known);
    problems_.error(where,
                    std::string(by) + " names the unknown theory '" + std::string(id) + "'" + did_you_mean(id, known),
                    choices);
    return nullptr;
}

void CaseReferences::indicator(std::string_view named, const Position& where, std::string_view by) {
    const auto slash = named.find('/');
    if (slash == std::string_view::npos) {
        problems_.error(where, std::string(by) + " names the indicator '" + std::string(named) + "' without its theory",
                        "write theory/indicator");
        return;
    }
    const Theory* of = theory(named.substr(0, slash), where, by);
    const auto id = named.substr(slash + 1);
    if (of == nullptr || find_indicator(*of, id) != nullptr || of->lost_at) return;
    std::vector<std::string> known;
    for (const Indicator& each : of->indicators) known.push_back(each.id);
    problems_.error(where,
                    std::string(by) + " names the indicator '" + std::string(id) + "', which " + of->id +
                        " does not have" + did_you_mean(id, known),
                    known.empty() ? "the theory has no indicators" : "its indicators: " + known_words(id, known));
}

const Factor* CaseReferences::factor(const Theory& theory, std::string_view id, const Position& where,
                                     std::string_view by) {
    const Factor* factor = find_factor(theory, id);
    if (factor != nullptr) return factor;
    auto [known, first] = factors_.try_emplace(&theory, "factor", "");
    if (theory.lost_at) {
        known->second.set_incomplete(*theory.lost_at);
        known->second.say_incomplete(problems_);
        return nullptr;
    }
    std::vector<std::string> ids;
    for (const Factor& each : theory.factors) {
        ids.push_back(each.id);
        if (first) known->second.add(each.id);
    }
    problems_.error(where,
                    std::string(by) + " names the factor '" + std::string(id) + "', which " + theory.id +
                        " does not have" + known->second.suggestion(id),
                    "factors of " + theory.id + ": " + known_words(id, ids));
    return nullptr;
}

}  // namespace entente::evidence
