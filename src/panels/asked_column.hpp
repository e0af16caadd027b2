// One word of what a user asks to be joined: `nmc`, `nmc.cinc`, `nmc@6.0.milex`, or a computed measure.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "panels/data_at_hand.hpp"

namespace entente::panels {

struct AskedColumn {
    std::string measure;                     // set, or:
    const StoredDataset* dataset = nullptr;  // with the version that counts
    std::vector<std::string> variables;      // at least one
};

// Throws NotFound, with the nearest known word, for what is neither a data set of the store with that version and
// variable nor one of the `measures`. A data set alone stands for its main variables; if it has none, for all that its
// descriptor declares. `versions` gives the version for data sets that are named without one.
[[nodiscard]] AskedColumn read_asked_column(const std::string& written, const DataAtHand& data,
                                            const std::vector<std::string>& measures,
                                            const std::map<std::string, std::string>& versions);

// `nmc@6.0` and `nmc`, for the data set of the rows.
[[nodiscard]] const StoredDataset& read_asked_dataset(const std::string& written, const DataAtHand& data,
                                                      const std::map<std::string, std::string>& versions);

// True for the columns that name a row or that the store added for joining.
[[nodiscard]] bool names_the_row(const StoredDataset& dataset, std::string_view column);

}  // namespace entente::panels
