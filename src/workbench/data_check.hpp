// Alarms about the data in the user's store: what is wrong, doubtful or good to know, the weightiest first.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "datasets/alarms.hpp"

namespace entente::workbench {

struct DataCheckRequest {
    std::vector<std::string> datasets;      // `nmc` or `nmc@6.0`; none: all that the store has
    std::vector<datasets::AlarmKind> only;  // none: all kinds
};

// A data set and version that was looked at.
struct CheckedTable {
    std::string dataset;
    std::string version;
    std::int64_t rows = 0;
};

struct DataCheckResult {
    std::string store;  // the store's file
    std::vector<CheckedTable> tables;
    std::vector<datasets::Alarm> alarms;
    std::int64_t comparisons = 0;       // that were made
    std::vector<std::string> not_made;  // comparisons that were not, each with the reason
    std::vector<Problem> problems;      // in the files that declare comparisons and breaks
};

// Throws NotFound if there is no store, or no such data set in it.
[[nodiscard]] DataCheckResult data_check(const DataCheckRequest& request);

}  // namespace entente::workbench
