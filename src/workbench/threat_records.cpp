#include "workbench/threat_records.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <utility>

#include "core/error.hpp"
#include "workbench/state_values.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {
namespace {

const FactNeeds pledge_data{"defence-allies", {"atop-directed"}, {"defense", "offense"}};
const FactNeeds rival_data{"shared-rivals", {"rivalries-tss", "rivalries-td"}, {}};
const FactNeeds regime_data{"regime-distance", {"polity", "democracy-cow"}, {"polity2"}};
const FactNeeds major_data{"major powers", {"cow-majors"}, {"major"}};
const FactNeeds force_data{"observed forces", {"nmc"}, {"milex", "milper"}};
const FactNeeds constant_data{"constant prices", {"sipri-milex", "sipri-milex-constant"}, {"constant_usd_million"}};
// A table of all suppliers; where the store has SIPRI's own tables instead, only those that were imported are known.
const FactNeeds delivery_data{"arms suppliers", {"sipri-arms-exports"}, {"value"}};
const FactNeeds delivery_tables{"arms suppliers", {"sipri-arms-tables"}, {"tiv_million"}};

std::string unit_of_column(const panels::StoredDataset& dataset, std::string_view column) {
    for (const auto& one : dataset.descriptor->columns) {
        if (one.name == column) return one.unit;
    }
    return {};
}

bool covers(const datasets::YearSpan& years, int year) {
    return years.first <= year && year <= years.last;
}

}  // namespace

ThreatRecords::ThreatRecords(const OpenStore& open, int state, int from, int to, int stale_after)
    : state_(state), stale_after_(stale_after) {
    const auto& data = *open.data;
    read_pledges(data);
    read_disputes(data);
    read_rivals(data);
    read_suppliers(data);
    read_states(data, from - kObservedYears, to + kObservedYears);
}

ThreatRecords::ThreatRecords(const OpenCase& open, int state, int from, int to) : state_(state), of_case_(true) {
    const auto number_in = [&](const evidence::Actor& member, int year) {
        const auto* row = open.states.row_of(member.code, make_day(year, 12, 31));
        return row == nullptr ? 0 : row->cow_number;
    };
    const auto& alliance = open.content.alliance;
    for (int year = from; year <= to; ++year) {
        const bool in_force =
            std::any_of(alliance.treaties.begin(), alliance.treaties.end(), [year](const auto& treaty) {
                return treaty.in_force && year_of(*treaty.in_force) <= year &&
                       (!treaty.ended || year <= year_of(*treaty.ended));
            });
        std::set<int> members;
        for (const auto* member : evidence::members_on(alliance, make_day(year, 12, 31))) {
            members.insert(number_in(*member, year));
        }
        if (!in_force || !members.contains(state)) continue;
        members.erase(state);
        for (const int member : members) pledges_[{member, state, year}] = {1.0, std::nullopt};
    }
    if (pledges_.empty()) return;
    pledge_years_ = datasets::YearSpan{from, to};
    ThreatSource source;
    source.fact = pledge_data.fact;
    source.dataset = "case " + open.content.id;
    source.variable = "the treaties of the case; other pledges, and what the state owes, are not known";
    source.first = std::get<2>(pledges_.begin()->first);
    for (const auto& [key, value] : pledges_) {
        source.first = std::min(source.first, std::get<2>(key));
        source.last = std::max(source.last, std::get<2>(key));
    }
    sources_.push_back(std::move(source));
}

void ThreatRecords::read_pledges(const panels::DataAtHand& data) {
    const auto* dataset = find_dataset(data, pledge_data);
    if (dataset == nullptr) {
        sources_.push_back(missing_source(pledge_data));
        return;
    }
    const std::array<std::string_view, 2> columns{"defense", "offense"};
    const auto records = panels::read_pair_records(data, *dataset, columns, state_);
    for (std::size_t row = 0; row < records.rows(); ++row) {
        pledges_[{records.state_1[row], records.state_2[row], records.first_year[row]}] = {records.columns[0][row],
                                                                                           records.columns[1][row]};
    }
    pledge_years_ = dataset->years;
    sources_.push_back(source_of_fact(pledge_data.fact, *dataset, "defense"));
    note_dataset(datasets_, dataset);
}

void ThreatRecords::read_disputes(const panels::DataAtHand& data) {
    disputes_ = panels::read_disputes(data);
    ensure(disputes_.has_value(), "disputes were needed before");
    const auto& source = disputes_->source;
    sources_.push_back(source_of_fact("ally-disputes", *source.dataset, std::string(source.columns.dispute)));
    note_dataset(datasets_, source.dataset);
}

void ThreatRecords::read_rivals(const panels::DataAtHand& data) {
    const auto* dataset = find_dataset(data, rival_data);
    if (dataset == nullptr) {
        sources_.push_back(missing_source(rival_data));
        return;
    }
    rivals_ = panels::read_pair_records(data, *dataset, {});
    sources_.push_back(source_of_fact(rival_data.fact, *dataset, "any rivalry"));
    note_dataset(datasets_, dataset);
}

void ThreatRecords::read_suppliers(const panels::DataAtHand& data) {
    const auto* dataset = find_dataset(data, delivery_data);
    const auto& needs = dataset == nullptr ? delivery_tables : delivery_data;
    if (dataset == nullptr) dataset = find_dataset(data, delivery_tables);
    if (dataset == nullptr) {
        sources_.push_back(missing_source(delivery_data));
        return;
    }
    deliveries_ = panels::read_pair_records(data, *dataset, needs.variables, state_);
    sources_.push_back(source_of_fact(needs.fact, *dataset, std::string(needs.variables.front())));
    note_dataset(datasets_, dataset);
}

void ThreatRecords::read_states(const panels::DataAtHand& data, int from, int to) {
    std::vector<std::string> columns;
    for (const auto* needs : {&regime_data, &force_data, &constant_data, &major_data}) {
        const auto* dataset = find_dataset(data, *needs);
        if (dataset == nullptr) {
            sources_.push_back(missing_source(*needs));
            continue;
        }
        for (const auto variable : needs->variables) {
            const std::string column(variable);
            state_columns_[column] = dataset->descriptor->id + '.' + column;
            columns.push_back(state_columns_[column]);
            sources_.push_back(source_of_fact(needs->fact, *dataset, column));
        }
        note_dataset(datasets_, dataset);
        if (needs == &constant_data) constant_unit_ = unit_of_column(*dataset, constant_data.variables.front());
    }
    auto read = state_values(data, columns, from, to);
    for (const auto& column : read.panel.columns) state_columns_[column.variable] = column.name;
    states_ = std::move(read.values);
    for (std::size_t row = 0; row < states_.rows(); ++row) {
        state_rows_[{states_.states[row], states_.years[row]}] = row;
    }
}

Reading ThreatRecords::pledge(Pledge kind, int giver, int receiver, int year) const {
    if (!pledge_years_) return Reading::missing(Reason::NoDataset);
    if (!covers(*pledge_years_, year)) return Reading::missing(Reason::OutsideCoverage);
    const auto found = pledges_.find({giver, receiver, year});
    if (found == pledges_.end()) return of_case_ ? Reading::missing(Reason::NoRow) : Reading::of(0);
    const auto& value = kind == Pledge::Defence ? found->second.first : found->second.second;
    return value ? Reading::of(*value) : Reading::missing(Reason::MissingInSource);
}

std::optional<std::set<int>> ThreatRecords::defenders(int year) const {
    if (!pledge_years_ || !covers(*pledge_years_, year)) return std::nullopt;
    std::set<int> found;
    for (const auto& [key, value] : pledges_) {
        const auto& [giver, receiver, of_year] = key;
        if (receiver == state_ && of_year == year && value.first == 1.0) found.insert(giver);
    }
    // A case says who its allies are, and not that there are no others.
    if (of_case_ && found.empty()) return std::nullopt;
    return found;
}

std::set<int> ThreatRecords::defended(int year) const {
    std::set<int> found;
    for (const auto& [key, value] : pledges_) {
        const auto& [giver, receiver, of_year] = key;
        if (giver == state_ && of_year == year && value.first == 1.0) found.insert(receiver);
    }
    return found;
}

Reading ThreatRecords::of_state(const std::string& column, int state, int year) const {
    const auto name = state_columns_.find(column);
    if (name == state_columns_.end()) return Reading::missing(Reason::NoDataset);
    const auto row = state_rows_.find({state, year});
    if (row == state_rows_.end()) return Reading::missing(Reason::NoRow);
    return states_.reading(states_.place_of(name->second), row->second);
}

Reading ThreatRecords::regime_distance(int other, int year) const {
    const auto own = of_state("polity2", state_, year);
    const auto theirs = of_state("polity2", other, year);
    if (!own.known()) return own;
    if (!theirs.known()) return theirs;
    return Reading::of(std::abs(own.value - theirs.value));
}

Reading ThreatRecords::disputes_of_ally(int ally, int year) const {
    if (!disputes_) return Reading::missing(Reason::NoDataset);
    const auto covered = disputes_->coverage();
    const int first = std::max(year - kDisputeYears + 1, covered.first);
    const int last = std::min(year, covered.last);
    if (first > last || year > covered.last + stale_after_) return Reading::missing(Reason::OutsideCoverage);
    std::set<int> different;
    for (const auto& one : disputes_->years) {
        if (one.year < first || one.year > last || one.state_1 != ally || one.state_2 == state_) continue;
        different.insert(one.dispute);
    }
    const auto a_year = static_cast<double>(different.size()) / (last - first + 1);
    return Reading::of(std::min(1.0, a_year / kManyDisputes));
}

std::set<int> ThreatRecords::rivals_of(int state, int year) const {
    std::set<int> found;
    for (std::size_t row = 0; row < rivals_->rows(); ++row) {
        if (year < rivals_->first_year[row] || year > rivals_->last_year[row]) continue;
        if (rivals_->state_1[row] == state) found.insert(rivals_->state_2[row]);
        if (rivals_->state_2[row] == state) found.insert(rivals_->state_1[row]);
    }
    return found;
}

Reading ThreatRecords::shared_rivals(int ally, int year) const {
    if (!rivals_) return Reading::missing(Reason::NoDataset);
    if (!covers(rivals_->dataset->years, year)) return Reading::missing(Reason::OutsideCoverage);
    auto own = rivals_of(state_, year);
    own.erase(ally);
    if (own.empty()) return Reading::missing(Reason::NotApplicable);
    const auto theirs = rivals_of(ally, year);
    const auto shared = std::count_if(own.begin(), own.end(), [&](int rival) { return theirs.contains(rival); });
    return Reading::of(static_cast<double>(shared) / static_cast<double>(own.size()));
}

bool ThreatRecords::is_major(int state, int year) const {
    const auto found = of_state("major", state, year);
    return found.known() && found.value > 0;
}

Reading ThreatRecords::force(Force which, int year) const {
    switch (which) {
        case Force::Expenditure:
            return of_state("milex", state_, year);
        case Force::ExpenditureAtConstantPrices:
            return of_state("constant_usd_million", state_, year);
        case Force::Personnel:
            return of_state("milper", state_, year);
    }
    ensure(false, "a kind of force is not in the list");
    return {};
}

bool ThreatRecords::has_constant_prices() const noexcept {
    return state_columns_.contains("constant_usd_million");
}

std::string ThreatRecords::unit_of(Force which, int year) const {
    constexpr int kDollarsFrom = 1914;  // National Material Capabilities
    switch (which) {
        case Force::Expenditure:
            return year < kDollarsFrom ? "thousand GBP, current prices" : "thousand USD, current prices";
        case Force::ExpenditureAtConstantPrices:
            return constant_unit_;
        case Force::Personnel:
            return "thousand persons";
    }
    ensure(false, "a kind of force is not in the list");
    return {};
}

std::optional<std::set<int>> ThreatRecords::suppliers(int first, int last) const {
    if (!deliveries_) return std::nullopt;
    const auto& covered = deliveries_->dataset->years;
    if (!covers(covered, first) || !covers(covered, last)) return std::nullopt;
    std::set<int> found;
    for (std::size_t row = 0; row < deliveries_->rows(); ++row) {
        const int year = deliveries_->first_year[row];
        // 0 is less than half a million, and still a delivery.
        const bool delivered = deliveries_->columns[0][row].has_value();
        if (deliveries_->state_2[row] == state_ && delivered && year >= first && year <= last) {
            found.insert(deliveries_->state_1[row]);
        }
    }
    return found;
}

std::string ThreatRecords::dataset_of(std::string_view fact) const {
    const auto found =
        std::find_if(sources_.begin(), sources_.end(), [&](const ThreatSource& one) { return one.fact == fact; });
    return found == sources_.end() ? std::string{} : found->dataset;
}

}  // namespace entente::workbench
