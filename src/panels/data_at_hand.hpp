// The user's store as a panel sees it: an open database, what was imported into it, and the descriptors of that.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/states.hpp"
#include "datasets/database.hpp"
#include "datasets/descriptor.hpp"
#include "datasets/store.hpp"

namespace entente::panels {

// A data set in one of its versions, as the store has it.
struct StoredDataset {
    const datasets::Descriptor* descriptor = nullptr;
    const datasets::Version* version = nullptr;  // null: a version that the descriptor does not know
    std::string version_id;
    std::string table;
    datasets::YearSpan years;  // coverage; where the descriptor states none, the years that the table has
    bool years_stated = true;
    std::vector<std::string> columns;  // all of the table
    std::vector<datasets::StoredVariable> variables;

    [[nodiscard]] bool has(std::string_view column) const;
    [[nodiscard]] const datasets::StoredVariable* find_variable(std::string_view name) const;
    // Coverage of one column.
    [[nodiscard]] datasets::YearSpan years_of(std::string_view column) const;
};

// Refers to what it was made from, which must outlive it.
class DataAtHand {
public:
    // Data sets without a descriptor are left out, and named in `without_descriptor`.
    DataAtHand(datasets::Database& database, std::span<const datasets::ImportedFile> files,
               std::span<const datasets::StoredVariable> variables, std::span<const datasets::Descriptor> descriptors,
               const StateTable& states);

    [[nodiscard]] datasets::Database& database() const noexcept { return *database_; }
    [[nodiscard]] const StateTable& states() const noexcept { return *states_; }
    [[nodiscard]] std::span<const datasets::ImportedFile> files() const noexcept { return files_; }
    // By data set; versions of one from the oldest to the newest.
    [[nodiscard]] const std::vector<StoredDataset>& all() const noexcept { return all_; }
    [[nodiscard]] const std::vector<std::string>& without_descriptor() const noexcept { return without_descriptor_; }

    // The newest version if none is named; null if there is none.
    [[nodiscard]] const StoredDataset* find(std::string_view dataset, std::string_view version = {}) const;
    [[nodiscard]] std::vector<std::string> dataset_ids() const;
    // Of any data set that the program knows, in the store or not; null if it knows none of that name.
    [[nodiscard]] const datasets::Descriptor* find_descriptor(std::string_view dataset) const;

private:
    datasets::Database* database_;
    std::span<const datasets::ImportedFile> files_;
    std::span<const datasets::Descriptor> descriptors_;
    const StateTable* states_;
    std::vector<StoredDataset> all_;
    std::vector<std::string> without_descriptor_;
};

}  // namespace entente::panels
