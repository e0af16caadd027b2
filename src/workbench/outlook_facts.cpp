#include "workbench/outlook_facts.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "datasets/state_years.hpp"
#include "panels/pair_records.hpp"
#include "panels/source_table.hpp"
#include "workbench/state_values.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

using evidence::CovariateInput;
using outlook::CoveredYears;

// `nmc.cinc`, `rivalries-tss`
struct DataWord {
    std::string dataset;
    std::string variable;  // may be empty
};

DataWord data_word(const std::string& written) {
    const auto dot = written.find('.');
    if (dot == std::string::npos) return {written, {}};
    return {written.substr(0, dot), written.substr(dot + 1)};
}

bool is_of_states(CovariateInput input) {
    return input == CovariateInput::Capability || input == CovariateInput::Polity ||
           input == CovariateInput::SupportChange || input == CovariateInput::LeaderChange;
}

std::span<const datasets::Unit> units_of(CovariateInput input) {
    using datasets::Unit;
    static constexpr std::array kStates{Unit::StateYear};
    static constexpr std::array kPairs{Unit::DyadYear, Unit::DyadSpell};
    static constexpr std::array kDirected{Unit::DirectedDyadYear};
    static constexpr std::array kMembers{Unit::MemberSpell};
    static constexpr std::array kPhases{Unit::AlliancePhase};
    if (is_of_states(input)) return kStates;
    if (input == CovariateInput::Rivalries) return kPairs;
    if (input == CovariateInput::Pledges) return kDirected;
    return input == CovariateInput::Members ? std::span<const Unit>(kMembers) : std::span<const Unit>(kPhases);
}

bool needs_variable(CovariateInput input) {
    return is_of_states(input) || input == CovariateInput::Pledges;
}

[[noreturn]] void throw_unfit(const evidence::Covariate& covariate, const std::string& what,
                              const std::string& advice) {
    const auto place =
        covariate.where.line > 0 ? fmt::format("{}:{}: ", covariate.where.file, covariate.where.line) : std::string();
    throw Error(ErrorKind::BadData, place + fmt::format("the covariate '{}' {}", covariate.id, what), advice);
}

// What is wrong with the words themselves, whatever the store has.
void check_words(const evidence::Covariate& covariate, const panels::DataAtHand& data) {
    const auto inputs = evidence::inputs_of(covariate.measure);
    if (covariate.data.size() != inputs.size()) {
        std::string list;
        for (const auto input : inputs) list += (list.empty() ? "" : ", ") + std::string(name_of(input));
        throw_unfit(covariate,
                    fmt::format("names {} data sets, its measure reads {}", covariate.data.size(), inputs.size()),
                    "name one for each, in this order: " + list);
    }
    for (std::size_t place = 0; place < inputs.size(); ++place) {
        const auto word = data_word(covariate.data[place]);
        if (needs_variable(inputs[place]) && word.variable.empty()) {
            throw_unfit(covariate,
                        fmt::format("names '{}' for its {}, and no variable of it", covariate.data[place],
                                    name_of(inputs[place])),
                        "write DATASET.VARIABLE, as in nmc.cinc");
        }
        const auto* known = data.find_descriptor(word.dataset);
        if (known == nullptr) {
            throw_unfit(covariate,
                        fmt::format("names the data set '{}', which the program does not know", word.dataset),
                        "`entente data list --known` lists those that it knows");
        }
        const auto units = units_of(inputs[place]);
        if (std::find(units.begin(), units.end(), known->unit) == units.end()) {
            throw_unfit(covariate,
                        fmt::format("names '{}' for its {}, which has no rows of that kind", word.dataset,
                                    name_of(inputs[place])),
                        "`entente data info " + word.dataset + "` says what its rows are");
        }
    }
}

// Null where the store lacks the data set or the variable.
const panels::StoredDataset* find_stored(const panels::DataAtHand& data, const std::string& written) {
    const auto word = data_word(written);
    FactNeeds needs{{}, {word.dataset}, {}};
    if (!word.variable.empty()) needs.variables.emplace_back(word.variable);
    return find_dataset(data, needs);
}

CoveredYears covered(const datasets::YearSpan& years) {
    return {years.first, years.last};
}

outlook::RivalryFacts read_rivalries(const panels::DataAtHand& data, const panels::StoredDataset& dataset) {
    const auto records = panels::read_pair_records(data, dataset, {});
    outlook::RivalryFacts facts;
    facts.years = covered(dataset.years);
    for (std::size_t row = 0; row < records.rows(); ++row) {
        const auto add = [&](int state, int rival) {
            facts.spells[state].push_back({rival, records.first_year[row], records.last_year[row]});
        };
        add(records.state_1[row], records.state_2[row]);
        add(records.state_2[row], records.state_1[row]);
    }
    return facts;
}

outlook::PledgeFacts read_pledges(const panels::DataAtHand& data, const panels::StoredDataset& dataset,
                                  std::string_view variable) {
    const std::array columns{variable};
    const auto records = panels::read_pair_records(data, dataset, columns);
    outlook::PledgeFacts facts;
    facts.years = covered(dataset.years_of(variable));
    for (std::size_t row = 0; row < records.rows(); ++row) {
        if (records.columns[0][row] != 1.0) continue;
        for (int year = records.first_year[row]; year <= records.last_year[row]; ++year) {
            facts.pledged_to[{records.state_1[row], year}].push_back(records.state_2[row]);
        }
    }
    return facts;
}

// Rows of which the state or the year of entry is unknown are left out.
outlook::MembershipFacts read_members(const panels::DataAtHand& data, const panels::StoredDataset& dataset) {
    using datasets::identifier;
    const auto source = panels::source_of(dataset, datasets::Numbering::Cow);
    const auto state = identifier(source.key.state);
    const auto first = identifier(source.key.begin.front());
    const auto found = data.database().query(fmt::format(
        "SELECT CAST({0} AS VARCHAR) AS alliance, CAST({1} AS BIGINT) AS state, CAST({2} AS BIGINT) AS first, "
        "CAST(coalesce({3}, {4}) AS BIGINT) AS last FROM {5} WHERE {0} IS NOT NULL AND {1} IS NOT NULL AND {2} IS NOT "
        "NULL ORDER BY 1, 2, 3, 4",
        identifier(source.key.alliance), state, first, identifier(source.key.end.front()), source.last_year,
        identifier(source.table)));
    outlook::MembershipFacts facts;
    facts.years = covered(dataset.years);
    for (std::size_t row = 0; row < found.rows(); ++row) {
        const auto number = static_cast<int>(*found.integer(row, "state"));
        const outlook::MembershipFacts::Spell spell{*found.text(row, "alliance"),
                                                    static_cast<int>(*found.integer(row, "first")),
                                                    static_cast<int>(*found.integer(row, "last"))};
        facts.of_state[number].push_back(spell);
        facts.of_alliance[spell.alliance].emplace_back(number, spell);
    }
    return facts;
}

}  // namespace

void OutlookFacts::read_states(const OpenStore& open, const std::vector<std::string>& columns, int from, int to) {
    const auto read = state_values(*open.data, columns, from, to);
    for (std::size_t place = 0; place < read.panel.columns.size(); ++place) {
        const auto& column = read.panel.columns[place];
        if (column.from.empty() || column.variable.empty()) continue;
        auto& facts = of_states_[column.from.front()->descriptor->id + '.' + column.variable];
        facts.years = covered(column.coverage);
        const auto values = read.values.place_of(column.name);
        for (std::size_t row = 0; row < read.values.rows(); ++row) {
            const auto reading = read.values.reading(values, row);
            if (reading.known()) facts.values[{read.values.states[row], read.values.years[row]}] = reading.value;
        }
    }
}

void OutlookFacts::give(const OpenStore& open, const evidence::Covariate& covariate, CovariateInput input,
                        const std::string& written, outlook::CovariateFacts& facts) {
    const auto word = data_word(written);
    const auto* dataset = find_stored(*open.data, written);
    if (dataset == nullptr) {
        auto missing = missing_source({covariate.id, {word.dataset}, {}});
        if (const auto* without = open.data->find(word.dataset)) {
            missing.why_not = fmt::format("{} has no variable '{}'; `entente data info {}` lists those that it has",
                                          words_of(*without), word.variable, word.dataset);
        }
        sources_.push_back(std::move(missing));
        return;
    }
    sources_.push_back(source_of_fact(covariate.id, *dataset, word.variable));
    note_dataset(datasets_, dataset);
    const auto of_states = [&]() -> const outlook::StateFacts* { return &of_states_.at(written); };
    switch (input) {
        case CovariateInput::Capability:
            facts.capability = of_states();
            break;
        case CovariateInput::Polity:
            facts.polity = of_states();
            break;
        case CovariateInput::SupportChange:
            facts.support_change = of_states();
            break;
        case CovariateInput::LeaderChange:
            facts.leader_change = of_states();
            break;
        case CovariateInput::Rivalries:
            if (!rivalries_.contains(written)) rivalries_.emplace(written, read_rivalries(*open.data, *dataset));
            facts.rivalries = &rivalries_.at(written);
            break;
        case CovariateInput::Pledges:
            if (!pledges_.contains(written)) {
                pledges_.emplace(written, read_pledges(*open.data, *dataset, word.variable));
            }
            facts.pledges = &pledges_.at(written);
            break;
        case CovariateInput::Members:
            if (!members_.contains(written)) members_.emplace(written, read_members(*open.data, *dataset));
            facts.members = &members_.at(written);
            break;
        case CovariateInput::Phases:
            break;  // stand in the alliance
    }
}

OutlookFacts::OutlookFacts(const OpenStore& open, const std::vector<evidence::Covariate>& covariates, int from,
                           int to) {
    std::vector<std::string> of_states;
    for (const auto& covariate : covariates) {
        check_words(covariate, *open.data);
        const auto inputs = evidence::inputs_of(covariate.measure);
        for (std::size_t place = 0; place < inputs.size(); ++place) {
            const auto& word = covariate.data[place];
            const auto* dataset = find_stored(*open.data, word);
            if (!is_of_states(inputs[place]) || dataset == nullptr) continue;
            of_states.push_back(word);
            to = std::max(to, dataset->years_of(data_word(word).variable).last);
        }
    }
    for (const auto& state : datasets::state_years(open.states, datasets::Numbering::Cow, from, to)) {
        in_system_.insert({state.number, state.year});
    }
    read_states(open, of_states, from, to);
    for (const auto& covariate : covariates) {
        outlook::CovariateFacts facts;
        facts.in_system = &in_system_;
        const auto inputs = evidence::inputs_of(covariate.measure);
        for (std::size_t place = 0; place < inputs.size(); ++place) {
            give(open, covariate, inputs[place], covariate.data[place], facts);
        }
        facts_.push_back(facts);
    }
}

}  // namespace entente::workbench
