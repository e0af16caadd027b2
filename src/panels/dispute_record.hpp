// The record of militarised disputes: which pairs of states had one in which year, whose side began it, and how hostile
// the two were. Several data sets have it, each under names of its own.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "panels/data_at_hand.hpp"

namespace entente::panels {

// The columns of one of these data sets. Its rows are directed: one for each dispute, direction of a pair, and year.
struct DisputeColumns {
    std::string_view dataset;
    std::string_view dispute;  // its number
    std::string_view side;     // 1: the first state's side (A) began
    std::string_view level;    // hostility of the first state, 1 … 5
    std::string_view level_of_second;
};

struct DisputeSource {
    const StoredDataset* dataset = nullptr;
    DisputeColumns columns;
};

// The first that the store has of: dyadic disputes of the Correlates of War, the same as the package peacesciencer
// chooses among them (both to 2014; the former has all disputes, and only pairs that met), their revision by Gibler,
// Miller and Little (to 2010). Nothing if there is none.
[[nodiscard]] std::optional<DisputeSource> dispute_source(const DataAtHand& data);

// Of all of these data sets, in that order.
[[nodiscard]] std::span<const DisputeColumns> dispute_columns() noexcept;

// The first state towards the second in one dispute in one year.
struct DisputeYear {
    int year = 0;
    int state_1 = 0;
    int state_2 = 0;
    int dispute = 0;
    bool began = false;              // its side did; false where the source does not say
    std::optional<int> level;        // its highest hostility, 1 … 5
    std::optional<int> other_level;  // the second state's
};

struct DisputeRecord {
    DisputeSource source;
    std::vector<DisputeYear> years;  // by year, first and second state

    [[nodiscard]] datasets::YearSpan coverage() const noexcept { return source.dataset->years; }
};

[[nodiscard]] std::optional<DisputeRecord> read_disputes(const DataAtHand& data);

}  // namespace entente::panels
