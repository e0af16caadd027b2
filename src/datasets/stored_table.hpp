// What stands in a table of the store once a file is in it: counts for each column, and remarks about repeated keys and
// values that cannot be. Nothing is changed.
#pragma once

#include <string>
#include <vector>

#include "datasets/database.hpp"
#include "datasets/import_plan.hpp"
#include "datasets/store.hpp"

namespace entente::datasets {

[[nodiscard]] std::vector<StoredVariable> count_columns(const Database& database, const ImportedFile& file,
                                                        const Descriptor& descriptor);

// `rows` is the condition that selects the file's own rows, or `true`.
[[nodiscard]] std::vector<std::string> remarks_on_table(const Database& database, const ImportedFile& file,
                                                        const Descriptor& descriptor, const std::string& rows);

}  // namespace entente::datasets
