// The columns of the store that a theory of burden sharing names: which are at hand, and their numbers for some states
// and years, read at once. For use inside the module.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/missing.hpp"
#include "evidence/burden_theory.hpp"
#include "panels/data_at_hand.hpp"

namespace entente::workbench {

// Whose numbers a column has: those of a state, or of one state towards another.
enum class ColumnOf { State, Pair };

// A column as a theory names it, `sipri-milex.share_of_gdp` or `aid-given`, and where it comes from.
struct BurdenColumn {
    std::string asked;
    ColumnOf of = ColumnOf::State;
    const panels::StoredDataset* dataset = nullptr;  // null: not at hand
    std::string name;                                // as the panel's column calls what was asked for
    datasets::YearSpan years;                        // covered
    std::string unit;
    std::string why_not;  // where it is not at hand: what to add

    [[nodiscard]] bool at_hand() const noexcept { return dataset != nullptr; }
};

class BurdenColumns {
public:
    // Without a store (null) no column is at hand.
    BurdenColumns(const evidence::BurdenTheory& theory, const panels::DataAtHand* data);

    [[nodiscard]] std::optional<std::size_t> find(const std::string& asked, ColumnOf of) const;
    [[nodiscard]] const BurdenColumn& column(std::size_t place) const { return columns_[place]; }
    // Those at hand, each once.
    [[nodiscard]] std::vector<const panels::StoredDataset*> datasets() const;

    // Reads them for these states (Correlates of War numbers) and years; of pairs, those among the states.
    void read(const std::set<int>& states, int from, int to);

    // NoRow for a state that was not in the system that year; OutsideCoverage for a year that was not read.
    [[nodiscard]] Reading of_state(std::size_t column, int state, int year) const;
    [[nodiscard]] Reading of_pair(std::size_t column, int first, int second, int year) const;

private:
    void add(const std::string& asked, ColumnOf of);
    void read_panel(ColumnOf of);
    [[nodiscard]] std::optional<std::size_t> cell(ColumnOf of, int first, int second, int year) const;

    const panels::DataAtHand* data_ = nullptr;
    std::vector<BurdenColumn> columns_;
    std::map<int, std::size_t> states_;  // places in the cells
    int from_ = 0;
    int to_ = -1;
    std::vector<std::vector<Reading>> cells_;  // by column
};

// Whether the theory means one of its own measures by that name, which stands before `before`; else it is a column.
[[nodiscard]] std::optional<std::size_t> measure_named(const evidence::BurdenTheory& theory, const std::string& name,
                                                       std::size_t before);

// What the measure's `data` are about.
[[nodiscard]] ColumnOf column_of(evidence::BurdenFormula formula) noexcept;

}  // namespace entente::workbench
