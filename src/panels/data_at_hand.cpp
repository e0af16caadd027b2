#include "panels/data_at_hand.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "datasets/store_tables.hpp"

namespace entente::panels {
namespace {

using datasets::StoredVariable;
using datasets::YearSpan;

YearSpan overlap(const YearSpan& outer, const YearSpan& inner) {
    return {std::max(outer.first, inner.first), std::min(outer.last, inner.last)};
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// A table's columns with its first and its last year.
std::optional<std::pair<std::string, std::string>> year_columns(const StoredDataset& dataset) {
    const auto& key = dataset.descriptor->key;
    const auto first = !key.year.empty() ? key.year : dataset.has("begin_year") ? std::string("begin_year") : "";
    if (first.empty() || !dataset.has(first)) return std::nullopt;
    return std::pair(first, !key.year.empty() ? key.year : dataset.has("end_year") ? std::string("end_year") : first);
}

// The years of the tables' rows, all in one statement: there are dozens.
std::map<std::string, YearSpan> years_in_tables(const datasets::Database& database,
                                                const std::vector<StoredDataset>& all) {
    std::string statement;
    for (const auto& dataset : all) {
        const auto columns = year_columns(dataset);
        if (!columns) continue;
        const auto& [first, last] = *columns;
        const auto latest = first == last ? datasets::identifier(first)
                                          : fmt::format("greatest({0}, coalesce({1}, {0}))",
                                                        datasets::identifier(first), datasets::identifier(last));
        statement += fmt::format(
            "{}SELECT {} AS name, CAST(min({}) AS BIGINT) AS first, CAST(max({}) AS BIGINT) AS "
            "last FROM {}",
            statement.empty() ? "" : " UNION ALL ", datasets::literal(dataset.table), datasets::identifier(first),
            latest, datasets::identifier(dataset.table));
    }
    std::map<std::string, YearSpan> years;
    if (statement.empty()) return years;
    const auto found = database.query(statement);
    for (std::size_t row = 0; row < found.rows(); ++row) {
        const auto first = found.integer(row, "first");
        const auto last = found.integer(row, "last");
        if (first && last) years[*found.text(row, "name")] = {static_cast<int>(*first), static_cast<int>(*last)};
    }
    return years;
}

// Coverage as the descriptor states it, else the years that the table has.
void set_years(StoredDataset& dataset, const std::map<std::string, YearSpan>& in_tables) {
    if (dataset.version != nullptr) dataset.years = dataset.version->years;
    dataset.years_stated = dataset.years.last != 0;
    const auto found = in_tables.find(dataset.table);
    if (found == in_tables.end()) return;
    if (!dataset.years_stated) {
        dataset.years = found->second;
    } else if (!dataset.descriptor->key.year.empty()) {
        // A file cut short, or of a part of the years, must not make its missing rows say `none`.
        dataset.years = overlap(dataset.years, found->second);
    }
}

using ColumnsByTable = std::map<std::string, std::vector<std::string>, std::less<>>;

ColumnsByTable columns_by_table(const datasets::Database& database) {
    const auto found = database.query(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal ORDER BY table_name, column_index");
    ColumnsByTable columns;
    for (std::size_t row = 0; row < found.rows(); ++row) {
        columns[*found.text(row, "table_name")].push_back(*found.text(row, "column_name"));
    }
    return columns;
}

}  // namespace

bool StoredDataset::has(std::string_view column) const {
    return contains(columns, column);
}

const StoredVariable* StoredDataset::find_variable(std::string_view name) const {
    const auto found =
        std::find_if(variables.begin(), variables.end(), [&](const StoredVariable& one) { return one.name == name; });
    return found == variables.end() ? nullptr : &*found;
}

YearSpan StoredDataset::years_of(std::string_view column) const {
    const auto* rule = descriptor->find_column(column);
    if (rule == nullptr || !rule->years) return years;
    return years.last == 0 ? *rule->years : overlap(years, *rule->years);
}

DataAtHand::DataAtHand(datasets::Database& database, std::span<const datasets::ImportedFile> files,
                       std::span<const StoredVariable> variables, std::span<const datasets::Descriptor> descriptors,
                       const StateTable& states)
    : database_(&database), files_(files), descriptors_(descriptors), states_(&states) {
    const auto columns = columns_by_table(database);
    std::set<std::string> tables;
    for (const auto& file : files) {
        if (!tables.insert(file.table).second) continue;
        const auto descriptor = std::find_if(descriptors.begin(), descriptors.end(),
                                             [&](const auto& one) { return one.id == file.dataset; });
        const auto stored = columns.find(file.table);
        if (descriptor == descriptors.end()) {
            if (!contains(without_descriptor_, file.dataset)) without_descriptor_.push_back(file.dataset);
            continue;
        }
        if (stored == columns.end()) continue;
        StoredDataset dataset;
        dataset.descriptor = &*descriptor;
        dataset.version = descriptor->find_version(file.version);
        dataset.version_id = file.version;
        dataset.table = file.table;
        dataset.columns = stored->second;
        for (const auto& variable : variables) {
            if (variable.dataset == file.dataset && variable.version == file.version) {
                dataset.variables.push_back(variable);
            }
        }
        all_.push_back(std::move(dataset));
    }
    const auto years = years_in_tables(database, all_);
    for (auto& dataset : all_) set_years(dataset, years);
    std::stable_sort(all_.begin(), all_.end(), [](const StoredDataset& one, const StoredDataset& other) {
        if (one.descriptor->id != other.descriptor->id) return one.descriptor->id < other.descriptor->id;
        return datasets::is_older(*one.descriptor, one.version_id, other.version_id);
    });
}

const StoredDataset* DataAtHand::find(std::string_view dataset, std::string_view version) const {
    const StoredDataset* found = nullptr;
    for (const auto& one : all_) {
        if (one.descriptor->id == dataset && (version.empty() || one.version_id == version)) found = &one;
    }
    return found;
}

const datasets::Descriptor* DataAtHand::find_descriptor(std::string_view dataset) const {
    const auto found = std::find_if(descriptors_.begin(), descriptors_.end(),
                                    [dataset](const datasets::Descriptor& one) { return one.id == dataset; });
    return found == descriptors_.end() ? nullptr : &*found;
}

std::vector<std::string> DataAtHand::dataset_ids() const {
    std::vector<std::string> ids;
    for (const auto& one : all_) {
        if (ids.empty() || ids.back() != one.descriptor->id) ids.push_back(one.descriptor->id);
    }
    return ids;
}

}  // namespace entente::panels
