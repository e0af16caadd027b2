#include "workbench/show_filter.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "core/error.hpp"
#include "core/text.hpp"

namespace entente::workbench {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& wanted) {
    return std::find(list.begin(), list.end(), wanted) != list.end();
}

bool cites(const std::vector<evidence::Citation>& citations, const std::string& key) {
    return std::any_of(citations.begin(), citations.end(), [&](const auto& each) { return each.key == key; });
}

// One filter: the parts among which it can choose.
struct FilterUse {
    const char* name;
    std::string ShowFilter::* word;
    std::vector<Part> parts;
};

const std::array<FilterUse, 8>& filter_uses() {
    static const std::array<FilterUse, 8> all{{
        {"factor", &ShowFilter::factor, {Part::Items, Part::Codings, Part::Sources, Part::Claims, Part::Scenarios}},
        {"issue",
         &ShowFilter::issue,
         {Part::Items, Part::Codings, Part::Sources, Part::Claims, Part::Meetings, Part::Figures}},
        {"period",
         &ShowFilter::period,
         {Part::Items, Part::Codings, Part::Sources, Part::Claims, Part::Meetings, Part::Figures}},
        {"source",
         &ShowFilter::source,
         {Part::Items, Part::Codings, Part::Sources, Part::Claims, Part::Meetings, Part::Figures, Part::Corrections,
          Part::Scenarios}},
        {"actor", &ShowFilter::actor, {Part::Items, Part::Codings, Part::Sources, Part::Figures}},
        {"coder", &ShowFilter::coder, {Part::Items, Part::Codings, Part::Sources}},
        {"cluster", &ShowFilter::cluster, {Part::Items, Part::Codings, Part::Sources}},
        {"kind", &ShowFilter::kind, {Part::Items, Part::Codings, Part::Sources, Part::Claims}},
    }};
    return all;
}

void require_sense(std::optional<Part> part, const ShowFilter& filter) {
    for (const auto& use : filter_uses()) {
        if ((filter.*use.word).empty()) continue;
        require(part.has_value(),
                std::string("--") + use.name + " chooses among many things; one was asked for by its id",
                std::string("leave out --") + use.name + ", or ask for one of " + names_of<Part>());
        if (std::find(use.parts.begin(), use.parts.end(), *part) != use.parts.end()) continue;
        std::vector<std::string> names;
        for (const auto each : use.parts) names.emplace_back(name_of(each));
        throw Error(ErrorKind::BadRequest,
                    std::string("--") + use.name + " says nothing about " + std::string(name_of(*part)),
                    "it chooses among " + joined(names, ", "));
    }
}

void require_known(const std::string& word, const std::vector<std::string>& known, const char* what) {
    if (word.empty() || contains(known, word)) return;
    throw Error(ErrorKind::NotFound,
                std::string("the case has no ") + what + " '" + word + "'" + did_you_mean(word, known),
                "known: " + known_words(word, known));
}

template <typename Things>
std::vector<std::string> ids_of(const Things& things) {
    std::vector<std::string> ids;
    for (const auto& thing : things) ids.push_back(thing.id);
    return ids;
}

std::vector<std::string> keys_of(const std::vector<evidence::Source>& sources) {
    std::vector<std::string> keys;
    for (const auto& source : sources) keys.push_back(source.key);
    return keys;
}

template <typename Enumeration>
std::vector<std::string> all_names_of() {
    return {NamesOf<Enumeration>::names.begin(), NamesOf<Enumeration>::names.end()};
}

// Codes, and the states they belong to, each once and sorted.
std::vector<std::string> actors_of(const evidence::Case& which) {
    std::vector<std::string> actors;
    for (const auto& item : which.items) {
        for (const auto& actor : item.actors) actors.insert(actors.end(), {actor.code, actor.member, actor.written});
    }
    for (const auto& figure : which.figures) actors.push_back(figure.actor);
    std::sort(actors.begin(), actors.end());
    actors.erase(std::unique(actors.begin(), actors.end()), actors.end());
    std::erase(actors, "");
    return actors;
}

std::vector<std::string> clusters_of(const evidence::Case& which) {
    std::set<std::string> clusters;
    for (const auto& coder : which.coders) {
        for (const auto& coding : coder.codings) clusters.insert(coding.cluster);
    }
    clusters.erase("");
    return {clusters.begin(), clusters.end()};
}

}  // namespace

void require_fitting(const OpenCase& open, std::optional<Part> part, const ShowFilter& filter) {
    require_sense(part, filter);
    const auto& content = open.content;
    auto factors = ids_of(open.theory.factors);
    factors.emplace_back(evidence::kOutside);
    require_known(filter.factor, factors, "factor");
    require_known(filter.issue, ids_of(content.issues), "issue");
    require_known(filter.period, ids_of(content.periods), "period");
    require_known(filter.coder, ids_of(content.coders), "coder");
    if (!filter.cluster.empty()) require_known(filter.cluster, clusters_of(content), "cluster");
    require_known(filter.source, keys_of(content.sources), "source");
    if (!filter.actor.empty()) require_known(filter.actor, actors_of(content), "actor");
    const bool claims = part == Part::Claims;
    require_known(filter.kind, claims ? all_names_of<evidence::ClaimKind>() : all_names_of<evidence::Kind>(),
                  claims ? "kind of claim" : "kind of item");
}

ThingFilter::ThingFilter(const evidence::Case& which, const std::string& theory, const ShowFilter& filter)
    : filter_(filter), period_(evidence::find_period(which, filter.period)) {
    for (const auto& coder : which.coders) {
        for (const auto& coding : coder.codings) {
            if (coding.theory == theory) codings_[coding.item].push_back(&coding);
        }
    }
    choose_sources_by_items(which);
}

bool ThingFilter::passes(const evidence::Item& item) const {
    if (!filter_.issue.empty() && !contains(item.issues, filter_.issue)) return false;
    if (!filter_.kind.empty() && name_of(item.kind) != filter_.kind) return false;
    if (period_ != nullptr && !evidence::belongs_to(item, *period_)) return false;
    if (!filter_.source.empty() && !cites(item.sources, filter_.source)) return false;
    if (!filter_.actor.empty() && !acts(item)) return false;
    if (filter_.factor.empty() && filter_.coder.empty() && filter_.cluster.empty()) return true;
    const auto& codings = of(item.id);
    return std::any_of(codings.begin(), codings.end(), [&](const auto* each) { return reads(*each); });
}

bool ThingFilter::passes(const evidence::Claim& claim) const {
    if (!filter_.issue.empty() && !contains(claim.issues, filter_.issue)) return false;
    if (!filter_.kind.empty() && name_of(claim.kind) != filter_.kind) return false;
    if (!filter_.period.empty() && !contains(claim.periods, filter_.period)) return false;
    if (!filter_.factor.empty() && !contains(claim.factors, filter_.factor)) return false;
    return passes_source(claim.sources);
}

bool ThingFilter::passes(const evidence::Meeting& meeting) const {
    if (!filter_.issue.empty() && !contains(meeting.issues, filter_.issue)) return false;
    if (period_ != nullptr && !lies_within(meeting.date, period_->begin, period_->end)) return false;
    return passes_source(meeting.sources);
}

bool ThingFilter::passes(const evidence::Figure& figure) const {
    if (!filter_.issue.empty() && !contains(figure.issues, filter_.issue)) return false;
    if (!filter_.actor.empty() && figure.actor != filter_.actor) return false;
    if (period_ != nullptr && !lies_within(figure.as_of, period_->begin, period_->end)) return false;
    return passes_source(figure.sources);
}

bool ThingFilter::passes(const evidence::Scenario& scenario) const {
    const auto names_it = [&](const auto& effect) { return effect.factor == filter_.factor; };
    if (!filter_.factor.empty() && std::none_of(scenario.effects.begin(), scenario.effects.end(), names_it)) {
        return false;
    }
    return passes_source(scenario.sources);
}

bool ThingFilter::passes_source(const std::vector<evidence::Citation>& citations) const {
    return filter_.source.empty() || cites(citations, filter_.source);
}

bool ThingFilter::reads(const evidence::Coding& coding) const {
    return (filter_.factor.empty() || coding.factor == filter_.factor) &&
           (filter_.coder.empty() || coding.coder == filter_.coder) &&
           (filter_.cluster.empty() || coding.cluster == filter_.cluster);
}

const std::vector<const evidence::Coding*>& ThingFilter::of(const std::string& item) const {
    static const std::vector<const evidence::Coding*> none;
    const auto found = codings_.find(item);
    return found == codings_.end() ? none : found->second;
}

bool ThingFilter::acts(const evidence::Item& item) const {
    return std::any_of(item.actors.begin(), item.actors.end(), [&](const auto& actor) {
        return actor.code == filter_.actor || actor.member == filter_.actor || actor.written == filter_.actor;
    });
}

bool ThingFilter::passes(const evidence::Correction& correction) const {
    return passes_source(correction.sources) || correction.corrects.key == filter_.source;
}

bool ThingFilter::passes(const evidence::Source& source) const {
    if (!filter_.source.empty() && source.key != filter_.source) return false;
    return !cited_ || cited_->contains(source.key);
}

// Words that choose among items choose their sources too.
void ThingFilter::choose_sources_by_items(const evidence::Case& which) {
    const bool chosen = !filter_.factor.empty() || !filter_.issue.empty() || period_ != nullptr ||
                        !filter_.actor.empty() || !filter_.coder.empty() || !filter_.cluster.empty() ||
                        !filter_.kind.empty();
    if (!chosen) return;
    cited_.emplace();
    for (const auto& item : which.items) {
        if (!passes(item)) continue;
        for (const auto& citation : item.sources) cited_->insert(citation.key);
    }
}

}  // namespace entente::workbench
