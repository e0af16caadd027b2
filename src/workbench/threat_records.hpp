// What is known of a state beside the facts of threat: who pledged to defend whom, disputes, regimes, rivals, forces
// and deliveries of arms. It enters responses, observed conduct and the two gauges; no component of threat. For use
// inside the module.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "core/missing.hpp"
#include "panels/dispute_record.hpp"
#include "panels/pair_records.hpp"
#include "panels/panel_values.hpp"
#include "workbench/open_case.hpp"
#include "workbench/panel.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

inline constexpr int kObservedYears = 5;    // before and after the year, for what the state did
inline constexpr int kDisputeYears = 10;    // over which an ally's disputes are counted
inline constexpr double kManyDisputes = 5;  // a year: as many or more count as 1

enum class Pledge { Defence, Offence };
enum class Force { Expenditure, ExpenditureAtConstantPrices, Personnel };

class ThreatRecords {
public:
    // Of one state; the years are those of the analysis. `stale_after` as in ThreatDataRequest.
    ThreatRecords(const OpenStore& open, int state, int from, int to, int stale_after);
    // Without a store: the case's own treaties make its other members allies of the state in the years in which one is
    // in force. What the state owes them, and all else, is not known.
    ThreatRecords(const OpenCase& open, int state, int from, int to);

    // 1 or 0: has the giver pledged it to the receiver? One of the two must be the state.
    [[nodiscard]] Reading pledge(Pledge kind, int giver, int receiver, int year) const;
    // Who pledged to defend the state, and whom it did; nothing where the year is not covered.
    [[nodiscard]] std::optional<std::set<int>> defenders(int year) const;
    [[nodiscard]] std::set<int> defended(int year) const;

    // Difference of polity2, 0 … 20.
    [[nodiscard]] Reading regime_distance(int other, int year) const;
    // Different disputes of the ally with others than the state in the ten years up to the year, a year, ÷ 5, at
    // most 1.
    [[nodiscard]] Reading disputes_of_ally(int ally, int year) const;
    // The share of the state's rivals that are the ally's too; not applicable where it has none beside the ally.
    [[nodiscard]] Reading shared_rivals(int ally, int year) const;
    [[nodiscard]] bool is_major(int state, int year) const;

    [[nodiscard]] Reading force(Force which, int year) const;  // of the state
    [[nodiscard]] bool has_constant_prices() const noexcept;   // a data set of them is at hand
    // Of money as its data set states it.
    [[nodiscard]] std::string unit_of(Force which, int year) const;
    // Who delivered arms to the state in any of these years; nothing where one of them is not covered.
    [[nodiscard]] std::optional<std::set<int>> suppliers(int first, int last) const;

    [[nodiscard]] const std::vector<ThreatSource>& sources() const noexcept { return sources_; }
    [[nodiscard]] const std::vector<const panels::StoredDataset*>& datasets() const noexcept { return datasets_; }
    [[nodiscard]] std::string dataset_of(std::string_view fact) const;  // in words; empty where none is at hand

private:
    using PairYear = std::tuple<int, int, int>;  // giver or lower number, receiver, year

    void read_pledges(const panels::DataAtHand& data);
    void read_disputes(const panels::DataAtHand& data);
    void read_rivals(const panels::DataAtHand& data);
    void read_suppliers(const panels::DataAtHand& data);
    void read_states(const panels::DataAtHand& data, int from, int to);
    [[nodiscard]] std::set<int> rivals_of(int state, int year) const;
    [[nodiscard]] Reading of_state(const std::string& column, int state, int year) const;

    int state_;
    int stale_after_ = 0;
    bool of_case_ = false;
    std::map<PairYear, std::pair<std::optional<double>, std::optional<double>>> pledges_;  // defence, offence
    std::optional<datasets::YearSpan> pledge_years_;
    std::optional<panels::DisputeRecord> disputes_;
    std::optional<panels::PairRecords> rivals_;
    std::optional<panels::PairRecords> deliveries_;
    std::map<std::pair<int, int>, std::size_t> state_rows_;  // by state and year
    panels::PanelValues states_;
    std::map<std::string, std::string> state_columns_;  // what is asked here → the panel's name; none: not at hand
    std::string constant_unit_;
    std::vector<ThreatSource> sources_;
    std::vector<const panels::StoredDataset*> datasets_;
};

}  // namespace entente::workbench
