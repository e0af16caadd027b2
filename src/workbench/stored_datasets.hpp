// What the store has, as data sets and versions rather than files; shared by the functions of the data store.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "datasets/descriptor.hpp"
#include "datasets/store.hpp"
#include "datasets/store_tables.hpp"
#include "workbench/data.hpp"

namespace entente::workbench {

struct DatasetAndVersion {
    std::string dataset;
    std::string version;  // empty: not said
};

// `nmc@6.0`, `nmc`
[[nodiscard]] DatasetAndVersion dataset_and_version(std::string_view written);

[[nodiscard]] const datasets::Descriptor* find_known(const std::vector<datasets::Descriptor>& known,
                                                     std::string_view id);

// By data set, then version, the oldest first.
[[nodiscard]] std::vector<StoredDataset> stored_datasets(const datasets::Store& store,
                                                         const std::vector<datasets::Descriptor>& known);

// The newest version if none is asked for. Throws NotFound with what there is.
[[nodiscard]] const StoredDataset& find_stored(const std::vector<StoredDataset>& stored,
                                               const DatasetAndVersion& asked);

// The column that says which year a row is about, or begins in; empty where there is none.
[[nodiscard]] std::string year_column(const datasets::Store& store, const std::string& dataset,
                                      const std::string& version, const datasets::Descriptor* descriptor);

}  // namespace entente::workbench
