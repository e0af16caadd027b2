#include "workbench/burden_columns.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/error.hpp"
#include "panels/asked_column.hpp"
#include "panels/measures.hpp"
#include "panels/panel.hpp"
#include "panels/panel_values.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

using evidence::BurdenFormula;

// What the panel's own measures of states stand on.
struct MeasureNeeds {
    std::string_view measure;
    FactNeeds needs;
};

const std::vector<MeasureNeeds>& measure_needs() {
    static const std::vector<MeasureNeeds> needs{
        {"aid-given", {"aid-given", {"oda"}, {"oda_usd_million"}}},
        {"arms-received", {"arms-received", {"sipri-arms-exports"}, {"value"}}},
        {"capability-share", {"capability-share", {"nmc"}, {"milex", "milper", "irst", "pec", "tpop", "upop"}}},
    };
    return needs;
}

std::string advice_to_add(std::string_view dataset) {
    return fmt::format("the store has no {0}; `entente data info {0}` says where to get it, then `entente data add`",
                       dataset);
}

void resolve_measure(BurdenColumn& column, const MeasureNeeds& measure, const panels::DataAtHand& data) {
    column.dataset = find_dataset(data, measure.needs);
    if (column.dataset == nullptr) {
        column.why_not = advice_to_add(measure.needs.datasets.front());
        return;
    }
    const auto variable = measure.needs.variables.front();
    column.name = column.asked;
    column.years = column.dataset->years_of(variable);
    const auto* stored = column.dataset->find_variable(variable);
    if (stored != nullptr) column.unit = stored->unit;
}

void resolve_variable(BurdenColumn& column, const panels::DataAtHand& data) {
    const auto id = column.asked.substr(0, column.asked.find_first_of("@."));
    const auto* dataset = data.find(id);
    if (dataset == nullptr) {
        column.why_not = advice_to_add(id);
        return;
    }
    const bool newest = column.asked.find('@') == std::string::npos;
    const auto variable =
        newest && column.asked.size() > id.size() ? column.asked.substr(id.size() + 1) : std::string();
    if (newest && !dataset->has(variable)) {
        column.why_not = fmt::format("{} in the store has no column '{}'", words_of(*dataset), variable);
        return;
    }
    const auto asked = panels::read_asked_column(column.asked, data, {}, {});
    column.dataset = asked.dataset;
    column.name =
        fmt::format("{}@{}.{}", asked.dataset->descriptor->id, asked.dataset->version_id, asked.variables.front());
    column.years = asked.dataset->years_of(asked.variables.front());
    const auto* stored = asked.dataset->find_variable(asked.variables.front());
    if (stored != nullptr) column.unit = stored->unit;
}

}  // namespace

std::optional<std::size_t> measure_named(const evidence::BurdenTheory& theory, const std::string& name,
                                         std::size_t before) {
    for (std::size_t place = 0; place < before && place < theory.measures.size(); ++place) {
        if (theory.measures[place].id == name) return place;
    }
    return std::nullopt;
}

ColumnOf column_of(BurdenFormula formula) noexcept {
    const bool pairs = formula == BurdenFormula::FromLeader || formula == BurdenFormula::ObligedTo ||
                       formula == BurdenFormula::DefendedBy;
    return pairs ? ColumnOf::Pair : ColumnOf::State;
}

BurdenColumns::BurdenColumns(const evidence::BurdenTheory& theory, const panels::DataAtHand* data) : data_(data) {
    for (std::size_t place = 0; place < theory.measures.size(); ++place) {
        const auto& measure = theory.measures[place];
        for (const auto& one : measure.data) {
            if (!measure_named(theory, one.column, place)) add(one.column, column_of(measure.formula));
        }
        for (const auto& one : measure.per) {
            if (!measure_named(theory, one.column, place)) add(one.column, ColumnOf::State);
        }
    }
    const auto all = theory.measures.size();
    for (const auto& measure : theory.measures) {
        if (!measure.base.empty() && !measure_named(theory, measure.base, all)) add(measure.base, ColumnOf::State);
    }
    for (const auto* name : {&theory.size, &theory.leader, &theory.trend}) {
        if (!name->empty() && !measure_named(theory, *name, all)) add(*name, ColumnOf::State);
    }
}

void BurdenColumns::add(const std::string& asked, ColumnOf of) {
    if (find(asked, of)) return;
    BurdenColumn column;
    column.asked = asked;
    column.of = of;
    const auto& measures = measure_needs();
    const auto measure =
        std::find_if(measures.begin(), measures.end(), [&](const MeasureNeeds& one) { return one.measure == asked; });
    if (data_ == nullptr) {
        column.why_not = "there is no data store";
    } else if (measure != measures.end()) {
        resolve_measure(column, *measure, *data_);
    } else {
        resolve_variable(column, *data_);
    }
    columns_.push_back(std::move(column));
}

std::optional<std::size_t> BurdenColumns::find(const std::string& asked, ColumnOf of) const {
    const auto found = std::find_if(columns_.begin(), columns_.end(),
                                    [&](const BurdenColumn& one) { return one.asked == asked && one.of == of; });
    if (found == columns_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - columns_.begin());
}

std::vector<const panels::StoredDataset*> BurdenColumns::datasets() const {
    std::vector<const panels::StoredDataset*> all;
    for (const auto& column : columns_) note_dataset(all, column.dataset);
    return all;
}

std::optional<std::size_t> BurdenColumns::cell(ColumnOf of, int first, int second, int year) const {
    const auto one = states_.find(first);
    if (one == states_.end() || year < from_ || year > to_) return std::nullopt;
    const auto years = static_cast<std::size_t>(to_ - from_ + 1);
    const auto in_years = static_cast<std::size_t>(year - from_);
    if (of == ColumnOf::State) return one->second * years + in_years;
    const auto other = states_.find(second);
    if (other == states_.end()) return std::nullopt;
    return (one->second * states_.size() + other->second) * years + in_years;
}

Reading BurdenColumns::of_state(std::size_t column, int state, int year) const {
    if (!columns_[column].at_hand()) return Reading::missing(Reason::NoDataset);
    const auto place = cell(ColumnOf::State, state, 0, year);
    return place ? cells_[column][*place] : Reading::missing(Reason::OutsideCoverage);
}

Reading BurdenColumns::of_pair(std::size_t column, int first, int second, int year) const {
    if (!columns_[column].at_hand()) return Reading::missing(Reason::NoDataset);
    const auto place = cell(ColumnOf::Pair, first, second, year);
    return place ? cells_[column][*place] : Reading::missing(Reason::OutsideCoverage);
}

void BurdenColumns::read(const std::set<int>& states, int from, int to) {
    states_.clear();
    for (const int state : states) states_.emplace(state, states_.size());
    from_ = from;
    to_ = to;
    cells_.assign(columns_.size(), {});
    if (states_.empty()) return;
    read_panel(ColumnOf::State);
    if (states_.size() > 1) read_panel(ColumnOf::Pair);
}

void BurdenColumns::read_panel(ColumnOf of) {
    panels::PanelRequest request;
    request.unit = of == ColumnOf::State ? panels::PanelUnit::StateYear : panels::PanelUnit::DirectedDyadYear;
    request.system = datasets::Numbering::Cow;
    request.from = from_;
    request.to = to_;
    for (const auto& [number, place] : states_) request.states.push_back(std::to_string(number));
    std::vector<std::size_t> wanted;
    const auto years = static_cast<std::size_t>(to_ - from_ + 1);
    for (std::size_t place = 0; place < columns_.size(); ++place) {
        if (columns_[place].of != of || !columns_[place].at_hand()) continue;
        wanted.push_back(place);
        request.columns.push_back(columns_[place].asked);
        const auto units = of == ColumnOf::State ? states_.size() : states_.size() * states_.size();
        cells_[place].assign(units * years, Reading::missing(Reason::NoRow));
    }
    if (wanted.empty()) return;
    const auto panel = panels::prepare_panel(request, *data_);
    panels::ValuesAsked asked{{}, from_, to_};
    asked.order = panels::RowOrder::AsTheyCome;
    for (const auto place : wanted) {
        const auto found = std::find_if(panel.columns.begin(), panel.columns.end(),
                                        [&](const auto& one) { return one.asked_as == columns_[place].name; });
        ensure(found != panel.columns.end(), "a panel has the columns that were asked of it");
        asked.columns.push_back(found->name);
    }
    const auto values = panels::read_panel_values(panel, *data_, asked);
    for (std::size_t row = 0; row < values.rows(); ++row) {
        const int second = of == ColumnOf::Pair ? values.others[row] : 0;
        const auto place = cell(of, values.states[row], second, values.years[row]);
        ensure(place.has_value(), "a panel has the states and years that were asked of it");
        for (std::size_t column = 0; column < wanted.size(); ++column) {
            cells_[wanted[column]][*place] = values.reading(column, row);
        }
    }
}

}  // namespace entente::workbench
