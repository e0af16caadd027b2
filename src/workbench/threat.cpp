#include "workbench/threat.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <memory>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "panels/codebook.hpp"
#include "workbench/open_case.hpp"
#include "workbench/system_years.hpp"
#include "workbench/theories.hpp"
#include "workbench/threat_case.hpp"
#include "workbench/threat_data.hpp"
#include "workbench/threat_parts.hpp"
#include "workbench/threat_records.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

// Everything that one question is answered from.
struct Question {
    const ThreatRequest* request = nullptr;
    const evidence::ThreatTheory* theory = nullptr;  // the result's, to which its rules and signs point
    std::shared_ptr<const OpenStore> store;          // null: the figures are the case's
    OpenCasePtr open_case;                           // null: no case
    std::unique_ptr<CodedEvidence> coded;
    std::unique_ptr<SystemYears> system;
    std::vector<std::string> written;  // the states, as asked for
    int from = 0;
    int to = 0;
};

// Weights that are named take the place of the theory's; all are then made to add to 1.
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

std::string years_words(const ThreatSource& source, int stale_after) {
    const bool disputes = source.fact == "disputes-started";
    return fmt::format("{} {}–{}{}", source.dataset, source.first, source.last,
                       disputes ? fmt::format(" (remembered {} years longer)", stale_after) : std::string{});
}

// The span of years of the question, out of the store's coverage.
void take_years(Question& question, const ThreatCoverage& coverage) {
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
void take_years_of_case(Question& question) {
    const auto& request = *question.request;
    int last = year_of_cutoff(*question.open_case);
    if (question.open_case->content.threat_figures) {
        int latest = std::numeric_limits<int>::min();
        for (const auto& figure : question.open_case->content.threat_figures->figures) {
            if (figure.year <= last) latest = std::max(latest, figure.year);
        }
        if (latest != std::numeric_limits<int>::min()) last = latest;
    }
    question.to = request.to.value_or(last);
    question.from = request.from.value_or(question.to);
    require(question.from <= question.to,
            fmt::format("the years end before they begin: {}–{}", question.from, question.to));
}

// Whether the figures may be the store's where there is a case.
enum class UseStore { IfItCan, Never };

Question prepare(const ThreatRequest& request, const evidence::ThreatTheory& theory, OpenCasePtr open,
                 UseStore use_store) {
    Question question;
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
    if (!request.state.empty()) {
        question.written = {request.state};
    } else if (question.open_case != nullptr) {
        for (const auto& member : question.open_case->content.alliance.members) {
            question.written.push_back(member.code);
        }
    }
    return question;
}

// By rank; then those without a composite, by name.
bool comes_before(const Threat& one, const Threat& other) {
    if (one.standing.rank.has_value() != other.standing.rank.has_value()) return one.standing.rank.has_value();
    if (one.standing.rank && *one.standing.rank != *other.standing.rank) {
        return *one.standing.rank < *other.standing.rank;
    }
    return one.other.name < other.other.name;
}

// Of one state.
class StateAnalysis {
public:
    StateAnalysis(const Question& question, int state, std::set<int> against)
        : question_(&question), state_(state), against_(std::move(against)) {
        const auto& ally = question.request->ally;
        if (!ally.empty()) ally_ = question.system->number_of(ally, question.from, question.to);
        if (question.store != nullptr) {
            records_ = std::make_unique<ThreatRecords>(*question.store, state, question.from, question.to,
                                                       question.theory->stale_after);
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
        note_absence(result);
        result.notes.insert(result.notes.end(), unranked_.begin(), unranked_.end());
        return threats;
    }

    [[nodiscard]] const std::vector<const panels::StoredDataset*>& datasets() const noexcept { return datasets_; }

private:
    // States that have no rank for want of a component, and are among the first in another: they must not go unseen.
    [[nodiscard]] std::vector<std::string> unranked_words(const std::vector<Threat>& threats) const {
        const auto& components = question_->theory->components;
        std::vector<std::string> words;
        for (const auto& one : threats) {
            if (one.standing.rank) continue;
            std::vector<std::string> first;
            std::vector<std::string> missing;
            for (std::size_t place = 0; place < components.size(); ++place) {
                const auto& value = one.reading.components[place].value;
                if (!value.known())
                    missing.push_back(fmt::format("{} ({})", components[place].name, name_of(value.reason)));
                const auto& rank = one.standing.by_component[place];
                if (rank && *rank <= question_->request->principal && value.value > 0) {
                    first.push_back(fmt::format("{} in {}", *rank, components[place].name));
                }
            }
            if (first.empty()) continue;
            words.push_back(fmt::format("{} has no rank, since its {} {} missing; it is number {}.", one.other.name,
                                        joined(missing, " and "), missing.size() == 1 ? "is" : "are",
                                        joined(first, ", ")));
        }
        return words;
    }

    YearOfThreats year_of_threats(int year, std::span<const threat::DyadFacts> facts) {
        std::vector<threat::ThreatReading> readings;
        readings.reserve(facts.size());
        for (auto each : facts) {
            if (question_->coded) question_->coded->add_to(each);
            readings.push_back(threat::threat_reading(*question_->theory, each));
        }
        auto ranked = threat::ranked(*question_->theory, readings);
        YearOfThreats result;
        result.year = year;
        for (std::size_t place = 0; place < readings.size(); ++place) {
            result.threats.push_back({question_->system->named(readings[place].facts.other, year), readings[place],
                                      std::move(ranked[place])});
        }
        std::sort(result.threats.begin(), result.threats.end(), comes_before);

        if (question_->from == question_->to) unranked_ = unranked_words(result.threats);
        const StateInYear at{state_, year, question_->theory, readings, records_.get(), question_->system.get(), ally_};
        if (question_->from == question_->to) {
            result.observed = observed_changes(at);
            result.allies = gauged_allies(at, result.threats);
        }
        if (!against_.empty()) {
            std::erase_if(result.threats, [&](const Threat& one) { return !against_.contains(one.other.number); });
        }
        for (const auto& one : result.threats) {
            const bool principal = against_.empty() && one.standing.rank &&
                                   std::cmp_less(result.responses.size(), question_->request->principal);
            if (principal || !against_.empty()) result.responses.push_back(response_to(at, one.reading));
        }
        return result;
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
        if (records_ != nullptr) add(records_->sources());
        for (auto& each : data.notes) {
            if (std::find(result.notes.begin(), result.notes.end(), each) == result.notes.end()) {
                result.notes.push_back(std::move(each));
            }
        }
        datasets_ = std::move(data.datasets);
        if (records_ == nullptr) return;
        for (const auto* dataset : records_->datasets()) note_dataset(datasets_, dataset);
    }

    // A history leaves out the years in which the state was not in the system, and says so.
    void note_absence(ThreatResult& result) const {
        int absent = 0;
        for (int year = question_->from; year <= question_->to; ++year) {
            if (!question_->system->has(state_, year)) ++absent;
        }
        if (absent == 0) return;
        result.notes.push_back(
            fmt::format("{} was not in the system of states in {} of these years, which are left out.",
                        question_->system->named(state_, question_->to).name, absent));
    }

    const Question* question_;
    int state_;
    std::set<int> against_;
    std::optional<int> ally_;
    std::unique_ptr<ThreatRecords> records_;
    std::vector<const panels::StoredDataset*> datasets_;
    std::vector<std::string> unranked_;
};

std::set<int> numbers_against(const Question& question) {
    std::set<int> numbers;
    for (const auto& written : question.request->against) {
        numbers.insert(question.system->number_of(written, question.from, question.to));
    }
    return numbers;
}

std::string bibliography(const evidence::ThreatTheory& theory, std::vector<const panels::StoredDataset*> datasets) {
    panels::Panel cited;
    cited.datasets = std::move(datasets);
    auto text = fmt::format("@misc{{{}, note = {{{}}}}}\n", theory.id, theory.citation);
    const auto of_data = panels::bibliography(cited);
    if (!of_data.empty()) text += '\n' + of_data;
    return text;
}

OpenCasePtr case_asked_for(const ThreatRequest& request) {
    if (request.case_folder.empty()) return nullptr;
    CaseRequest asked;
    asked.folder = request.case_folder;
    return open_case(asked);
}

ThreatResult answer(const ThreatRequest& request, ThreatResult result, OpenCasePtr open, UseStore use_store) {
    result.weights_changed = apply_weights(result.theory, request.weights);
    const auto question = prepare(request, result.theory, std::move(open), use_store);
    result.from = question.from;
    result.to = question.to;
    const auto against = numbers_against(question);
    std::vector<const panels::StoredDataset*> datasets;
    for (const auto& written : question.written) {
        const int state = question.system->number_of(written, question.from, question.to);
        const bool no_figures = question.store == nullptr && request.state.empty() &&
                                years_of_case_figures(*question.open_case, state).empty();
        if (no_figures) {
            result.notes.push_back(fmt::format("The case ships no figures of threats to {}.",
                                               question.system->named(state, question.to).name));
            continue;
        }
        StateAnalysis analysis(question, state, against);
        result.states.push_back(analysis.run(result));
        for (const auto* dataset : analysis.datasets()) note_dataset(datasets, dataset);
    }
    result.bibtex = bibliography(result.theory, std::move(datasets));
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
        if (figure.year > year_of_cutoff(open)) continue;
        request.from = std::min(request.from.value_or(figure.year), figure.year);
        request.to = std::max(request.to.value_or(figure.year), figure.year);
    }
}

}  // namespace

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
