#include "workbench/forces_abroad.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/case_intentions.hpp"
#include "workbench/state_values.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

// The first variable of the entry that the store has.
struct Found {
    const panels::StoredDataset* dataset = nullptr;
    std::string variable;
};

Found find_variable(const panels::DataAtHand& data, const evidence::ForcePosture& entry) {
    for (const auto& [id, variable] : entry.variables) {
        const auto* dataset = data.find(id);
        if (dataset != nullptr && dataset->has(variable)) return {dataset, variable};
    }
    return {};
}

ThreatSource source_of_none(const evidence::ForcePosture& entry) {
    FactNeeds needs{entry.id, {}, {}};
    for (const auto& variable : entry.variables) needs.datasets.push_back(variable.dataset);
    return missing_source(needs);
}

// `US troops: active-duty persons. They stand in no component: …`
std::string note_of(const evidence::ForcePosture& entry) {
    auto words = fmt::format("{}: {}. They stand in no component. {}", entry.name, entry.counts, entry.reason);
    if (!entry.note.empty()) words += ' ' + entry.note;
    return words;
}

}  // namespace

ForcesAbroad::ForcesAbroad(const OpenStore& open, const evidence::ThreatTheory& theory, int from, int to) {
    find_senders(open.states, theory, from, to);
    for (std::size_t at = 0; at < theory.force_posture.size(); ++at) {
        read(open, theory.force_posture[at], sent_[at], from, to);
    }
}

ForcesAbroad::ForcesAbroad(const OpenCase& open, const evidence::ThreatTheory& theory, int from, int to) {
    find_senders(open.states, theory, from, to);
    for (std::size_t at = 0; at < theory.force_posture.size(); ++at) {
        read(open, theory.force_posture[at], sent_[at], from, to);
    }
}

void ForcesAbroad::find_senders(const StateTable& states, const evidence::ThreatTheory& theory, int from, int to) {
    for (const auto& entry : theory.force_posture) {
        const auto is_sender = [&](const StateRow& row) { return row.code == entry.sender && row.cow_number != 0; };
        if (std::none_of(states.rows().begin(), states.rows().end(), is_sender)) {
            throw Error(ErrorKind::BadData,
                        fmt::format("the force posture '{}' of {} is of '{}', which is no state's code", entry.id,
                                    theory.id, entry.sender),
                        "write a code of the Correlates of War as its `sender`; `entente states NAME` knows them");
        }
        Sent sent;
        for (int year = from; year <= to; ++year) {
            const auto* row = states.row_of(entry.sender, make_day(year, 12, 31));
            if (row != nullptr && row->cow_number != 0) sent.sender[year] = row->cow_number;
        }
        sent_.push_back(std::move(sent));
    }
}

void ForcesAbroad::read(const OpenStore& open, const evidence::ForcePosture& entry, Sent& sent, int from, int to) {
    const auto [dataset, variable] = find_variable(*open.data, entry);
    if (dataset == nullptr) {
        sources_.push_back(source_of_none(entry));
        sent.of_other_years = Reason::NoDataset;
        return;
    }
    const auto [panel, values] = state_values(*open.data, {dataset->descriptor->id + '.' + variable}, from, to);
    for (std::size_t row = 0; row < values.rows(); ++row) {
        sent.stationed[values.years[row]].by_host[values.states[row]] = values.reading(0, row);
    }
    sources_.push_back(source_of_fact(entry.id, *dataset, variable));
    note_dataset(datasets_, dataset);
    notes_.push_back(note_of(entry));
}

void ForcesAbroad::read(const OpenCase& open, const evidence::ForcePosture& entry, Sent& sent, int from, int to) {
    sent.of_other_years = Reason::NotInCase;
    if (!open.content.threat_figures) return;
    std::set<std::string> keys;
    std::set<int> years;
    for (const auto& figure : open.content.threat_figures->figures) {
        const bool asked = figure.fact == evidence::ThreatFact::Stationed && figure.posture == entry.id;
        if (!asked || figure.year < from || figure.year > to) continue;
        const int host = named_state(open.states, figure.other.code, figure.year).number;
        auto& stationed = sent.stationed[figure.year];
        stationed.of_others = Reason::NotInCase;
        stationed.by_host[host] = Reading::of(figure.value);
        keys.insert(figure.source.key);
        years.insert(figure.year);
    }
    if (years.empty()) return;
    ThreatSource source;
    source.fact = entry.id;
    source.dataset = joined(std::vector<std::string>(keys.begin(), keys.end()), ", ");
    source.variable =
        fmt::format("{}, single figures that the case ships ({})", entry.counts, open.content.threat_figures->file);
    source.first = *years.begin();
    source.last = *years.rbegin();
    sources_.push_back(std::move(source));
    notes_.push_back(note_of(entry));
}

std::vector<NamedPosture> ForcesAbroad::of(const threat::DyadFacts& facts, std::span<const threat::DyadFacts> all,
                                           const SystemYears& system) const {
    std::vector<NamedPosture> of_entries;
    for (const auto& sent : sent_) {
        const auto sender = sent.sender.find(facts.year);
        const auto known = sent.stationed.find(facts.year);
        const auto stationed =
            known == sent.stationed.end() ? threat::StationedForces{{}, sent.of_other_years} : known->second;
        NamedPosture one;
        one.forces = threat::force_posture(sender == sent.sender.end() ? 0 : sender->second, facts, all, stationed);
        for (const int neighbour : one.forces.neighbours) one.neighbours.push_back(system.named(neighbour, facts.year));
        of_entries.push_back(std::move(one));
    }
    return of_entries;
}

}  // namespace entente::workbench
