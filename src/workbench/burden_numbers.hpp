// The numbers of a theory's measures for states, groups and years: formulas over the columns of the store, or the
// figures that cases ship. For use inside the module.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "burden/facts.hpp"
#include "evidence/burden_theory.hpp"
#include "workbench/burden.hpp"
#include "workbench/burden_columns.hpp"

namespace entente::workbench {

// What cases say of states, by measure. Where several cases have a number, the first of them counts.
class BurdenCaseFigures {
public:
    void add(const evidence::BurdenTheory& theory, const OpenCase& open);

    [[nodiscard]] bool empty() const noexcept { return values_.empty(); }
    // Of any state; nothing where there is none.
    [[nodiscard]] std::optional<datasets::YearSpan> years_of(std::size_t measure) const;
    [[nodiscard]] Reading reading(std::size_t measure, int state, int year) const;
    [[nodiscard]] bool has_figures_of(int state) const { return states_.count(state) > 0; }

private:
    std::set<int> states_;
    std::map<std::tuple<std::size_t, int, int>, double> values_;  // measure, state, year
    std::map<std::size_t, datasets::YearSpan> years_;
    bool any_case_ = false;
};

// Whom formulas about a group are worked out over.
struct BurdenGroup {
    std::vector<int> members;
    std::optional<int> leader;
    bool allied = true;  // false: a list of states, which nobody leads
};

class BurdenNumbers {
public:
    // `theory` must outlive it.
    BurdenNumbers(const evidence::BurdenTheory& theory, BurdenColumns columns, BurdenCaseFigures figures);

    [[nodiscard]] BurdenColumns& columns() noexcept { return columns_; }
    [[nodiscard]] const BurdenColumns& columns() const noexcept { return columns_; }

    // Whether the store has data for the measure; else the cases' figures are all there is.
    [[nodiscard]] bool from_store(std::size_t measure) const { return from_store_[measure]; }
    // Of the data that give the measure, or of the cases' figures; nothing where there are neither.
    [[nodiscard]] std::optional<datasets::YearSpan> years_of(std::size_t measure) const;
    [[nodiscard]] std::optional<datasets::YearSpan> years_of_name(const std::string& measure_or_column) const;
    [[nodiscard]] std::vector<BurdenSource> sources() const;

    // The members that anything can be said of: with a data store all of them, else those of whom the case ships
    // figures.
    [[nodiscard]] std::vector<int> looked_at(std::vector<int> members) const;

    // An alliance with its leader: the largest by the theory in the last year that does for the year asked for.
    [[nodiscard]] BurdenGroup alliance(std::vector<int> members, int year) const;

    // In the year, or the last known number before it that the measure lets stand in.
    [[nodiscard]] burden::BurdenReading reading(std::size_t measure, int state, const BurdenGroup& group,
                                                int year) const;
    // The facts with the numbers of these states from one data set where one has enough of them: of several, each
    // counts in its own way. A measure of which none has enough stays as it is, and is added to `mixed`.
    [[nodiscard]] burden::GroupFacts of_one_source(burden::GroupFacts facts, const BurdenGroup& group,
                                                   const std::vector<int>& states,
                                                   std::vector<std::size_t>& mixed) const;
    // Of a measure or column by its name: `theory.size`, or what a share is a share of. A column's last known number
    // stands in as long as one of the theory's effort does.
    [[nodiscard]] burden::BurdenReading named(const std::string& name, int state, const BurdenGroup& group,
                                              int year) const;
    [[nodiscard]] std::string unit_of(const std::string& name) const;

    [[nodiscard]] burden::GroupFacts facts(const BurdenGroup& group, int year) const;

private:
    // One of the theory's data: an earlier measure, or a column.
    struct Input {
        std::optional<std::size_t> measure;
        std::size_t column = 0;
        double scale = 1;
    };
    struct InYear {
        Reading value;
        int from = 0;
    };

    [[nodiscard]] Input input_of(const evidence::BurdenData& data, std::size_t measure, ColumnOf of) const;
    [[nodiscard]] bool at_hand(const Input& input) const;
    [[nodiscard]] std::string why_not(const Input& input) const;
    [[nodiscard]] std::optional<datasets::YearSpan> years_of(const Input& input) const;
    [[nodiscard]] std::optional<datasets::YearSpan> years_of(std::size_t measure, std::size_t place) const;
    void add_datasets(const Input& input, std::vector<std::string>& words) const;
    [[nodiscard]] BurdenSource source_of(std::size_t measure, std::size_t place) const;

    [[nodiscard]] InYear in_year(std::size_t measure, int state, const BurdenGroup& group, int year) const;
    [[nodiscard]] Reading alternative(std::size_t measure, std::size_t place, int state, const BurdenGroup& group,
                                      int year) const;
    [[nodiscard]] burden::BurdenReading reading_from(std::size_t measure, std::size_t place, int state,
                                                     const BurdenGroup& group, int year) const;
    [[nodiscard]] std::string data_name(std::size_t measure, std::size_t place) const;
    [[nodiscard]] Reading value(const Input& input, int state, const BurdenGroup& group, int year) const;
    [[nodiscard]] Reading sum(const Input& input, const Input* beside, const BurdenGroup& group, int year) const;
    [[nodiscard]] Reading relative_share(const Input& data, const Input& per, int state, const BurdenGroup& group,
                                         int year) const;
    [[nodiscard]] Reading from_leader(const Input& data, const Input& per, int state, const BurdenGroup& group,
                                      int year) const;
    [[nodiscard]] Reading obligations(const Input& data, bool owed, int state, const BurdenGroup& group,
                                      int year) const;
    [[nodiscard]] int stands_in(const std::string& name) const;

    const evidence::BurdenTheory* theory_;
    BurdenColumns columns_;
    BurdenCaseFigures figures_;
    std::vector<std::vector<Input>> data_;  // by measure
    std::vector<std::vector<Input>> per_;   // … one for each of its data; empty: none is needed
    std::vector<bool> from_store_;
};

}  // namespace entente::workbench
