// A small table, imported under a small descriptor into a database in memory, for tests of what becomes of it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/error.hpp"
#include "datasets/import_file.hpp"
#include "datasets/staging.hpp"
#include "datasets/store_tables.hpp"
#include "shipped_states.hpp"

namespace entente::datasets {

class ImportingFile : public StagingFolder {
protected:
    void SetUp() override { create_store_tables(database_); }

    // Declares a column; the first argument is its name.
    static ColumnRule column(std::string name, ColumnType type = ColumnType::Number) {
        ColumnRule rule;
        rule.name = std::move(name);
        rule.type = type;
        return rule;
    }

    // A state-year data set by Correlates of War numbers.
    static Descriptor state_years(std::vector<ColumnRule> columns) {
        Descriptor descriptor;
        descriptor.id = "tiny";
        descriptor.unit = Unit::StateYear;
        descriptor.key.state = "ccode";
        descriptor.key.year = "year";
        descriptor.key.unique = {"ccode", "year"};
        descriptor.missing = {"-9", "NA"};
        descriptor.columns = std::move(columns);
        descriptor.columns.push_back(column("ccode", ColumnType::Integer));
        descriptor.columns.push_back(column("year", ColumnType::Integer));
        return descriptor;
    }

    std::optional<ImportOutcome> import(const Descriptor& descriptor, std::string_view bytes,
                                        const std::string& name = "t.csv", std::size_t header_row = 0,
                                        Losing losing = Losing::Refused) {
        const auto staged = stage(write(name, bytes));
        if (!staged) return std::nullopt;
        const Recognition recognised{.descriptor = &descriptor,
                                     .version = nullptr,
                                     .sheets = {{.sheet = 0, .header_row = header_row, .rule = nullptr}},
                                     .why_not = {},
                                     .advice = {}};
        return import_file(database_, *staged, recognised, "1", states_, "0.1.0", problems_, losing);
    }

    // The cells of a query, with `NULL`, rows apart by ` / `.
    std::string cells(const std::string& statement) const {
        const auto table = database_.query(statement);
        std::string all;
        for (std::size_t row = 0; row < table.rows(); ++row) {
            std::string line;
            for (const auto& one : table.columns()) {
                line += (line.empty() ? "" : " ") + (one.present[row] == 0 ? "NULL" : cell(one, row));
            }
            all += (all.empty() ? "" : " / ") + line;
        }
        return all;
    }

    Database database_ = Database::in_memory();
    const StateTable& states_ = testing::shipped_states();

private:
    static std::string cell(const Column& column, std::size_t row) {
        if (const auto* integers = std::get_if<Column::Integers>(&column.values))
            return std::to_string((*integers)[row]);
        if (const auto* texts = std::get_if<Column::Texts>(&column.values)) return (*texts)[row];
        auto text = std::to_string(std::get<Column::Numbers>(column.values)[row]);
        text.erase(text.find_last_not_of('0') + 1);
        return text.ends_with('.') ? text + '0' : text;
    }
};

}  // namespace entente::datasets
