#include "workbench/threat_question.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/threat_data.hpp"
#include "workbench/threat_records.hpp"

namespace entente::workbench {
namespace {

std::string years_words(const ThreatSource& source, int stale_after) {
    const bool disputes = source.fact == "disputes-started";
    return fmt::format("{} {}–{}{}", source.dataset, source.first, source.last,
                       disputes ? fmt::format(" (remembered {} years longer)", stale_after) : std::string{});
}

// The span of years of the question, out of the store's coverage.
void take_years(ThreatQuestion& question, const ThreatCoverage& coverage) {
    const auto& request = *question.request;
    int last = coverage.last;
    if (question.open_case != nullptr) last = std::min(last, year_of_cutoff(*question.open_case));
    question.to = request.to.value_or(last);
    question.from = request.from.value_or(question.to);
    require(question.from <= question.to,
            fmt::format("the years end before they begin: {}–{}", question.from, question.to));
    if (question.from >= coverage.first && question.to <= coverage.last) return;
    std::vector<std::string> covered;
    for (const auto& one : coverage.needed) covered.push_back(years_words(one, question.theory->stale_after));
    const int outside = question.to > coverage.last ? question.to : question.from;
    throw Error(
        ErrorKind::NotFound,
        fmt::format("{} lies outside the data that threat cannot do without: {}", outside, joined(covered, ", ")),
        outside > coverage.last ? fmt::format("the last year that works is {}", coverage.last)
                                : fmt::format("the first year that works is {}", coverage.first));
}

// … out of the years of which the case ships figures.
void take_years_of_case(ThreatQuestion& question) {
    const auto& request = *question.request;
    int last = year_of_cutoff(*question.open_case);
    if (question.open_case->content.threat_figures) {
        int latest = std::numeric_limits<int>::min();
        for (const auto& figure : question.open_case->content.threat_figures->figures) {
            if (figure.fact == evidence::ThreatFact::Stationed) continue;  // of no pair
            if (figure.year <= last) latest = std::max(latest, figure.year);
        }
        if (latest != std::numeric_limits<int>::min()) last = latest;
    }
    question.to = request.to.value_or(last);
    question.from = request.from.value_or(question.to);
    require(question.from <= question.to,
            fmt::format("the years end before they begin: {}–{}", question.from, question.to));
}

// The states that are asked about, by number. What a code of another list would mean is said.
class StatesAsked {
public:
    explicit StatesAsked(ThreatQuestion& question) : question_(question) {}

    [[nodiscard]] AskedState find(const std::string& written) {
        const auto found = question_.system->find(written, question_.from, question_.to);
        if (found.by_iso_code) {
            const auto note = fmt::format(
                "{} is {}, by the code of the Correlates of War; as an ISO code it is {}'s: "
                "write iso:{} for that.",
                written, question_.system->named(found.number, question_.to).name, *found.by_iso_code, written);
            auto& notes = question_.notes;
            if (std::find(notes.begin(), notes.end(), note) == notes.end()) notes.push_back(note);
        }
        return {written, found.number};
    }

    // Who names a state asks about it, so that it cannot be its own threat or ally; of the members of a case one is
    // left out instead.
    void refuse_itself() const {
        if (question_.request->state.empty()) return;
        const auto& state = question_.states.front();
        const auto name = question_.system->named(state.number, question_.to).name;
        for (const auto& other : question_.against) {
            require(other.number != state.number, fmt::format("{} is no threat to itself", name),
                    fmt::format("leave {} out of --against", other.written));
        }
        require(!question_.ally || question_.ally->number != state.number, fmt::format("{} is not its own ally", name),
                "name another state with --ally");
    }

private:
    ThreatQuestion& question_;
};

void take_states(ThreatQuestion& question) {
    const auto& request = *question.request;
    StatesAsked asked(question);
    if (!request.state.empty()) {
        question.states.push_back(asked.find(request.state));
    } else if (question.open_case != nullptr) {
        const auto& alliance = question.open_case->content.alliance;
        const auto first = make_day(question.from, 12, 31);
        for (const auto* member : evidence::members_during(alliance, first, make_day(question.to, 12, 31))) {
            question.states.push_back(asked.find(member->code));
        }
        if (question.states.empty() && !alliance.members.empty()) {
            throw Error(ErrorKind::NotFound, "'" + alliance.name + "' had no member on 31 December of these years",
                        "case.toml has the days of its members; name another year, or a state");
        }
    }
    for (const auto& written : request.against) question.against.push_back(asked.find(written));
    if (!request.ally.empty()) question.ally = asked.find(request.ally);
    asked.refuse_itself();
}

}  // namespace

bool apply_weights(evidence::ThreatTheory& theory, const std::map<std::string, double>& weights) {
    if (weights.empty()) return false;
    std::vector<std::string> known;
    for (const auto& component : theory.components) known.push_back(component.id);
    for (const auto& [named, weight] : weights) {
        const auto& id = named;
        const auto found = std::find_if(theory.components.begin(), theory.components.end(),
                                        [&id](const auto& component) { return component.id == id; });
        require(found != theory.components.end(), fmt::format("{} has no component '{}'", theory.id, id),
                known_words(id, known));
        require(std::isfinite(weight) && weight >= 0, fmt::format("the weight of {} is no number from 0 up", id));
        found->weight = weight;
    }
    double sum = 0;
    for (const auto& component : theory.components) sum += component.weight;
    require(sum > 0, "the weights add to 0", "give one component at least a weight");
    for (auto& component : theory.components) component.weight /= sum;
    return true;
}

int year_of_cutoff(const OpenCase& open) {
    return year_of(open.content.cutoff);
}

ThreatQuestion threat_question(const ThreatRequest& request, const evidence::ThreatTheory& theory, OpenCasePtr open,
                               UseStore use_store) {
    ThreatQuestion question;
    question.request = &request;
    question.theory = &theory;
    question.open_case = std::move(open);
    if (question.open_case == nullptr) {
        require(!request.state.empty(), "no state is named", "as in `entente threat JPN --year 2016`");
        question.store = open_store();
    } else {
        question.coded = std::make_unique<CodedEvidence>(*question.open_case, theory);
        if (use_store == UseStore::IfItCan) question.store = find_store();
        if (question.store != nullptr && !has_threat_data(*question.store)) question.store = nullptr;
    }
    const StateTable* states = nullptr;
    if (question.store != nullptr) {
        take_years(question, threat_coverage(*question.store, question.theory->stale_after));
        states = &question.store->states;
    } else if (question.open_case != nullptr) {
        take_years_of_case(question);
        states = &question.open_case->states;
    }
    ensure(states != nullptr, "figures come from the store or from a case");
    constexpr int kAround = 2 * kObservedYears;
    question.system = std::make_unique<SystemYears>(*states, question.from - kAround, question.to + kAround);
    take_states(question);
    return question;
}

}  // namespace entente::workbench
