#include "workbench/stored_datasets.hpp"

#include <algorithm>
#include <set>

#include "core/error.hpp"
#include "core/text.hpp"
#include "datasets/column_names.hpp"
#include "datasets/database.hpp"

namespace entente::workbench {

namespace {

std::optional<datasets::YearSpan> years_in(const datasets::Store& store, const StoredDataset& one,
                                           const datasets::Descriptor* descriptor) {
    const auto first = year_column(store, one.dataset, one.version, descriptor);
    if (first.empty()) return std::nullopt;
    const std::string last =
        first == "begin_year" ? "greatest(max(begin_year), max(end_year))" : "max(" + datasets::identifier(first) + ')';
    const auto found = store.database().query("SELECT min(" + datasets::identifier(first) + ") AS first, " + last +
                                              " AS last FROM " + datasets::identifier(one.files.front().table));
    const auto begin = found.integer(0, "first");
    const auto end = found.integer(0, "last");
    if (!begin || !end) return std::nullopt;
    return datasets::YearSpan{static_cast<int>(*begin), static_cast<int>(*end)};
}

}  // namespace

DatasetAndVersion dataset_and_version(std::string_view written) {
    const auto at = written.find('@');
    if (at == std::string_view::npos) return {std::string(written), {}};
    return {std::string(written.substr(0, at)), std::string(written.substr(at + 1))};
}

const datasets::Descriptor* find_known(const std::vector<datasets::Descriptor>& known, std::string_view id) {
    const auto found = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.id == id; });
    return found == known.end() ? nullptr : &*found;
}

std::vector<StoredDataset> stored_datasets(const datasets::Store& store,
                                           const std::vector<datasets::Descriptor>& known) {
    std::vector<StoredDataset> all;
    for (const auto& file : store.files()) {
        if (all.empty() || all.back().dataset != file.dataset || all.back().version != file.version) {
            const auto* descriptor = find_known(known, file.dataset);
            all.push_back({.dataset = file.dataset,
                           .version = file.version,
                           .name = descriptor == nullptr ? std::string() : descriptor->name,
                           .unit = descriptor == nullptr ? datasets::Unit::Other : descriptor->unit,
                           .rows = 0,
                           .covers = {},
                           .years = {},
                           .files = {}});
        }
        all.back().files.push_back(file);
        all.back().rows += file.rows;
    }
    for (auto& one : all) {
        const auto* descriptor = find_known(known, one.dataset);
        const auto* version = descriptor == nullptr ? nullptr : descriptor->find_version(one.version);
        if (version != nullptr && version->years.last != 0) one.covers = version->years;
        one.years = years_in(store, one, descriptor);
    }
    return all;
}

const StoredDataset& find_stored(const std::vector<StoredDataset>& stored, const DatasetAndVersion& asked) {
    const StoredDataset* newest = nullptr;
    std::set<std::string> ids;
    std::vector<std::string> versions;
    for (const auto& one : stored) {
        ids.insert(one.dataset);
        if (one.dataset != asked.dataset) continue;
        versions.push_back(one.version);
        if (asked.version.empty() || one.version == asked.version) newest = &one;
    }
    if (newest != nullptr) return *newest;
    if (!versions.empty()) {
        throw Error(ErrorKind::NotFound, "the store has no version '" + asked.version + "' of " + asked.dataset,
                    "it has " + joined(versions, ", "));
    }
    const std::vector<std::string> there(ids.begin(), ids.end());
    throw Error(
        ErrorKind::NotFound, "the store has no data set '" + asked.dataset + "'" + did_you_mean(asked.dataset, there),
        there.empty()
            ? "it is empty; add official files with `entente data add FILE…`"
            : "it has " + known_words(asked.dataset, there) + "; `entente data list --known` says where to get others");
}

std::string year_column(const datasets::Store& store, const std::string& dataset, const std::string& version,
                        const datasets::Descriptor* descriptor) {
    const auto wanted = descriptor == nullptr || descriptor->key.year.empty() ? "begin_year" : descriptor->key.year;
    for (const auto& variable : store.variables()) {
        const bool here = variable.dataset == dataset && variable.version == version;
        if (here && datasets::same_name(variable.name, wanted) && variable.type != datasets::ColumnType::Text &&
            variable.type != datasets::ColumnType::Date) {
            return variable.name;
        }
    }
    return {};
}

}  // namespace entente::workbench
