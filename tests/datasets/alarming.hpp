// Tables of a store in memory, small enough to be checked by eye, and the alarms that they raise.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "datasets/alarms.hpp"
#include "datasets/table_checks.hpp"
#include "shipped_states.hpp"

namespace entente::datasets {

inline Descriptor state_year(const std::string& id, std::vector<ColumnRule> columns) {
    Descriptor descriptor;
    descriptor.id = id;
    descriptor.unit = Unit::StateYear;
    descriptor.key.state = "ccode";
    descriptor.key.year = "year";
    descriptor.columns = std::move(columns);
    return descriptor;
}

inline ColumnRule amount(const std::string& name) {
    ColumnRule rule;
    rule.name = name;
    rule.at_least = 0;
    return rule;
}

class Alarms : public ::testing::Test {
protected:
    // A table of the store, filled by the rows of VALUES (…).
    CheckedTable table(const Descriptor& descriptor, const std::string& columns, const std::string& rows,
                       const std::string& version = "1") {
        const std::string name = table_name(descriptor.id, version);
        database_.run("CREATE OR REPLACE TABLE " + identifier(name) + " AS SELECT * FROM (" + rows + ") t(" + columns +
                      ")");
        return *checked_table(database_, descriptor, version, name, descriptor.id + ".csv");
    }
    ComparisonOutcome compare(const CheckedTable& left, const CheckedTable& right, const std::string& column,
                              double tolerance) {
        Comparison comparison;
        comparison.id = "test";
        comparison.left = {left.descriptor->id, left.version, column};
        comparison.right = {right.descriptor->id, right.version, column};
        comparison.tolerance = tolerance;
        return compare_columns(ground_, comparison, left, right);
    }
    static std::vector<std::string> units(const Alarm& alarm) {
        std::vector<std::string> names;
        for (const auto& unit : alarm.worst) names.push_back(unit.unit);
        return names;
    }

    Database database_ = Database::in_memory();
    CheckGround ground_{database_, testing::shipped_states()};
};

using Names = std::vector<std::string>;

}  // namespace entente::datasets
