#include "workbench/threat.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "panels/codebook.hpp"
#include "workbench/coded_doubt.hpp"
#include "workbench/forces_abroad.hpp"
#include "workbench/open_case.hpp"
#include "workbench/theories.hpp"
#include "workbench/threat_case.hpp"
#include "workbench/threat_data.hpp"
#include "workbench/threat_parts.hpp"
#include "workbench/threat_question.hpp"
#include "workbench/threat_records.hpp"
#include "workbench/threat_sources.hpp"
#include "workbench/threat_unranked.hpp"

namespace entente::workbench {
namespace {

// By rank; then those without a composite, by name.
bool comes_before(const Threat& one, const Threat& other) {
    if (one.standing.rank.has_value() != other.standing.rank.has_value()) return one.standing.rank.has_value();
    if (one.standing.rank && *one.standing.rank != *other.standing.rank) {
        return *one.standing.rank < *other.standing.rank;
    }
    return one.other.name < other.other.name;
}

// Years in a row become one entry.
void add_left_out(std::vector<LeftOut>& all, const NamedState& state, const std::optional<NamedState>& other, int year,
                  const std::string& why) {
    const auto same = [&](const LeftOut& one) {
        const bool same_other =
            one.other.has_value() == other.has_value() && (!other || one.other->number == other->number);
        return one.state.number == state.number && same_other && one.why == why && one.years.last + 1 == year;
    };
    const auto found = std::find_if(all.begin(), all.end(), same);
    if (found != all.end()) {
        found->years.last = year;
    } else {
        all.push_back({state, other, {year, year}, why});
    }
}

// The factor whose codings the gauges weigh; empty: they have no such sign. Both gauges name the same.
std::string factor_of_doubt(const evidence::ThreatTheory& theory) {
    for (const auto* signs : {&theory.abandonment, &theory.entrapment}) {
        for (const auto& part : *signs) {
            if (part.sign == evidence::GaugeSign::CodedDoubt) return part.factor;
        }
    }
    return {};
}

// Of one state.
class StateAnalysis {
public:
    StateAnalysis(const ThreatQuestion& question, int state)
        : question_(&question), state_(state), unranked_(*question.theory, question.request->principal) {
        if (question.ally && question.ally->number != state) ally_ = question.ally->number;
        for (const auto& other : question.against) against_.insert(other.number);
        if (question.store != nullptr) {
            records_ = std::make_unique<ThreatRecords>(*question.store, state, question.from, question.to,
                                                       question.theory->stale_after);
            forces_ = std::make_unique<ForcesAbroad>(*question.store, *question.theory, question.from, question.to);
        } else {
            records_ = std::make_unique<ThreatRecords>(*question.open_case, state, question.from, question.to);
            forces_ = std::make_unique<ForcesAbroad>(*question.open_case, *question.theory, question.from, question.to);
        }
    }

    StateThreats run(ThreatResult& result) {
        StateThreats threats;
        threats.state = question_->system->named(state_, question_->to);
        const auto use = [&](int year, std::span<const threat::DyadFacts> facts) {
            if (!facts.empty()) threats.years.push_back(year_of_threats(year, facts));
        };
        const ThreatDataRequest asked{question_->from, question_->to, state_, question_->theory->half_life,
                                      question_->theory->stale_after};
        auto data = question_->store != nullptr ? for_each_year(*question_->store, asked, use)
                                                : for_each_year_of_case(*question_->open_case, asked, use);
        note(result, std::move(data));
        note_left_out(result, threats);
        threats.unranked = unranked_.found(question_->one_year());
        return threats;
    }

    [[nodiscard]] const std::vector<const panels::StoredDataset*>& datasets() const noexcept { return datasets_; }

private:
    [[nodiscard]] std::vector<threat::ThreatReading> readings_of(std::span<const threat::DyadFacts> facts) const {
        std::vector<threat::ThreatReading> readings;
        readings.reserve(facts.size());
        for (auto each : facts) {
            if (question_->coded) question_->coded->add_to(each);
            readings.push_back(threat::threat_reading(*question_->theory, each));
        }
        return readings;
    }

    YearOfThreats year_of_threats(int year, std::span<const threat::DyadFacts> facts) {
        const auto readings = readings_of(facts);
        auto ranked = threat::ranked(*question_->theory, readings);
        YearOfThreats result;
        result.year = year;
        for (std::size_t place = 0; place < readings.size(); ++place) {
            if (ranked[place].rank) ++result.ranked;
            const auto& of_pair = readings[place].facts;
            result.threats.push_back({question_->system->named(of_pair.other, year), readings[place],
                                      std::move(ranked[place]), threat::ThreatStatus::CannotJudge,
                                      forces_->of(of_pair, facts, *question_->system)});
        }
        std::sort(result.threats.begin(), result.threats.end(), comes_before);

        StateInYear at{state_, year, question_->theory, readings, records_.get(), question_->system.get(), ally_, {}};
        for (auto& one : result.threats) one.status = status_of(at, one.reading);
        result.principal = principal_threats(result.threats);
        if (question_->one_year()) {
            if (question_->open_case != nullptr) at.coded_doubt = doubt_of_allies(year);
            if (question_->store != nullptr) result.observed = observed_changes(at);
            result.allies = gauged_allies(at, result.threats);
        }
        if (!against_.empty()) {
            std::erase_if(result.threats, [&](const Threat& one) { return !against_.contains(one.other.number); });
        }
        unranked_.note(year, result.threats);
        add_responses(at, result);
        return result;
    }

    [[nodiscard]] std::vector<NamedState> principal_threats(const std::vector<Threat>& by_rank) const {
        std::vector<NamedState> principal;
        for (const auto& one : by_rank) {
            const bool room = std::cmp_less(principal.size(), question_->request->principal);
            if (room && counts_as_threat(one)) principal.push_back(one.other);
        }
        return principal;
    }

    // To the principal threats; to those without a rank that may be principal; to all who were asked for.
    void add_responses(const StateInYear& at, YearOfThreats& year) const {
        for (const auto& one : year.threats) {
            const bool principal =
                std::any_of(year.principal.begin(), year.principal.end(),
                            [&one](const NamedState& each) { return each.number == one.other.number; });
            if (!against_.empty() || principal || may_be_principal(one, question_->request->principal)) {
                year.responses.push_back(response_to(at, one.reading));
            }
        }
    }

    // Of the case's other members, whose alliance the codings are about.
    [[nodiscard]] std::map<int, Reading> doubt_of_allies(int year) const {
        std::map<int, Reading> doubts;
        const auto& open = *question_->open_case;
        std::set<int> members;
        for (const auto* member : evidence::members_on(open.content.alliance, make_day(year, 12, 31))) {
            members.insert(question_->system->find(member->code, question_->from, question_->to).number);
        }
        if (!members.contains(state_)) return doubts;
        const auto factor = factor_of_doubt(*question_->theory);
        if (factor.empty()) return doubts;
        const auto doubt = coded_doubt(open, factor, question_->theory->half_life, year);
        for (const int member : members) {
            if (member != state_) doubts[member] = doubt;
        }
        return doubts;
    }

    void note(ThreatResult& result, ThreatData data) {
        const auto add = [&](const std::vector<ThreatSource>& sources) {
            for (const auto& source : sources) {
                const bool known =
                    std::any_of(result.sources.begin(), result.sources.end(), [&](const ThreatSource& one) {
                        return one.fact == source.fact && one.dataset == source.dataset &&
                               one.variable == source.variable;
                    });
                if (!known) result.sources.push_back(source);
            }
        };
        add(data.sources);
        add(records_->sources());
        add(forces_->sources());
        // A history shows who comes first, and no forces.
        if (question_->one_year()) {
            data.notes.insert(data.notes.end(), forces_->notes().begin(), forces_->notes().end());
        }
        for (auto& each : data.notes) {
            if (std::find(result.notes.begin(), result.notes.end(), each) == result.notes.end()) {
                result.notes.push_back(std::move(each));
            }
        }
        datasets_ = std::move(data.datasets);
        for (const auto* dataset : records_->datasets()) note_dataset(datasets_, dataset);
        for (const auto* dataset : forces_->datasets()) note_dataset(datasets_, dataset);
    }

    // What was asked for and is not in the answer.
    void note_left_out(ThreatResult& result, const StateThreats& of) const {
        const auto& system = *question_->system;
        for (int year = question_->from; year <= question_->to; ++year) {
            const bool answered = std::any_of(of.years.begin(), of.years.end(),
                                              [year](const YearOfThreats& one) { return one.year == year; });
            if (!system.has(state_, year)) {
                add_left_out(result.left_out, of.state, std::nullopt, year, "not in the system of states");
            } else if (!answered) {
                add_left_out(result.left_out, of.state, std::nullopt, year,
                             question_->store != nullptr ? "nothing is known of it" : "no figures in the case");
            } else {
                note_others_left_out(result, of, year);
            }
        }
    }

    void note_others_left_out(ThreatResult& result, const StateThreats& of, int year) const {
        const auto answered = std::find_if(of.years.begin(), of.years.end(),
                                           [year](const YearOfThreats& one) { return one.year == year; });
        for (const int other : against_) {
            if (other == state_) continue;
            const bool there = std::any_of(answered->threats.begin(), answered->threats.end(),
                                           [other](const Threat& one) { return one.other.number == other; });
            if (there) continue;
            const auto& system = *question_->system;
            add_left_out(result.left_out, of.state, system.named(other, year), year,
                         !system.has(other, year)      ? "not in the system of states"
                         : question_->store != nullptr ? "nothing is known of it"
                                                       : "no figures in the case");
        }
    }

    const ThreatQuestion* question_;
    int state_;
    std::set<int> against_;
    std::optional<int> ally_;
    std::unique_ptr<ThreatRecords> records_;
    std::unique_ptr<ForcesAbroad> forces_;
    std::vector<const panels::StoredDataset*> datasets_;
    UnrankedThreats unranked_;
};

// A theory that brings no references of its own is cited by its citation.
void add_bibliography(ThreatResult& result, std::vector<const panels::StoredDataset*> datasets) {
    const auto& theory = result.theory;
    const auto references = theory.references.empty()
                                ? fmt::format("@misc{{{}, note = {{{}}}}}\n", theory.id, theory.citation)
                                : theory.references;
    panels::Panel cited;
    cited.datasets = std::move(datasets);
    result.bibtex = panels::bibliography(cited, references);
    result.theory_cited = panels::cited_keys(references);
    result.data_cited = panels::cited_keys(panels::bibliography(cited));
}

OpenCasePtr case_asked_for(const ThreatRequest& request) {
    if (request.case_folder.empty()) return nullptr;
    CaseRequest asked;
    asked.folder = request.case_folder;
    return open_case(asked);
}

// Why a member of a case has no threats to be shown; empty: it has.
std::string why_not_asked(const ThreatQuestion& question, int state) {
    if (!question.request->state.empty()) return {};
    if (question.store == nullptr && years_of_case_figures(*question.open_case, state).empty()) {
        return "no figures in the case";
    }
    const bool only_itself =
        !question.against.empty() && std::all_of(question.against.begin(), question.against.end(),
                                                 [state](const AskedState& other) { return other.number == state; });
    return only_itself ? "no threat to itself" : "";
}

// `Left out: threats to Japan, 1946–1951 (not in the system of states).`
std::string left_out_words(const LeftOut& one) {
    const auto years = years_in_words({one.years});
    if (!one.other) return fmt::format("Left out: threats to {}, {} ({}).", one.state.name, years, one.why);
    return fmt::format("Left out: {} as a threat to {}, {} ({}).", one.other->name, one.state.name, years, one.why);
}

ThreatResult answer(const ThreatRequest& request, ThreatResult result, OpenCasePtr open, UseStore use_store) {
    result.weights_changed = apply_weights(result.theory, request.weights);
    result.asked_for = request.against.size();
    const auto question = threat_question(request, result.theory, std::move(open), use_store);
    result.from = question.from;
    result.to = question.to;
    std::vector<const panels::StoredDataset*> datasets;
    for (const auto& [written, state] : question.states) {
        const auto named = question.system->named(state, question.to);
        if (const auto why = why_not_asked(question, state); !why.empty()) {
            result.left_out.push_back({named, std::nullopt, {question.from, question.to}, why});
            continue;
        }
        if (question.ally && question.ally->number == state) {
            result.notes.push_back(fmt::format(
                "{} is not its own ally: for it the ally is the one that takes most from a threat.", named.name));
        }
        StateAnalysis analysis(question, state);
        result.states.push_back(analysis.run(result));
        for (const auto* dataset : analysis.datasets()) note_dataset(datasets, dataset);
    }
    result.notes.insert(result.notes.end(), question.notes.begin(), question.notes.end());
    for (const auto& one : result.left_out) result.notes.push_back(left_out_words(one));
    add_bibliography(result, std::move(datasets));
    result.open = question.open_case;
    if (question.open_case != nullptr) {
        result.of_case =
            case_threats(*question.open_case, result, question.store != nullptr ? FiguresOf::Store : FiguresOf::Case,
                         question.store.get());
    }
    return result;
}

// The span of the years of which the case ships figures, up to its cut-off.
void ask_for_all_years(ThreatRequest& request, const OpenCase& open) {
    if (!open.content.threat_figures) return;
    for (const auto& figure : open.content.threat_figures->figures) {
        if (figure.fact == evidence::ThreatFact::Stationed || figure.year > year_of_cutoff(open)) continue;
        request.from = std::min(request.from.value_or(figure.year), figure.year);
        request.to = std::max(request.to.value_or(figure.year), figure.year);
    }
}

}  // namespace

bool counts_as_threat(const threat::Ranked& standing, threat::ThreatStatus status) {
    using threat::ThreatStatus;
    const bool is_something = standing.rank && standing.composite.known() && standing.composite.value > 0;
    return is_something && (status == ThreatStatus::Threat || status == ThreatStatus::CannotJudge);
}

bool counts_as_threat(const Threat& threat) {
    return counts_as_threat(threat.standing, threat.status);
}

ThreatResult threat(const ThreatRequest& request) {
    ThreatResult result;
    result.theory = threat_theory(request.theory, request.case_folder).theory;
    return answer(request, std::move(result), case_asked_for(request), UseStore::IfItCan);
}

ThreatResult threat_of_case(const OpenCasePtr& open, const ThreatRequest& request) {
    auto asked = request;
    if (!asked.from && !asked.to) ask_for_all_years(asked, *open);
    ThreatResult result;
    result.theory = threat_theory(asked.theory, open->folder).theory;
    return answer(asked, std::move(result), open, UseStore::Never);
}

}  // namespace entente::workbench
