#include <algorithm>
#include <array>

#include "core/error.hpp"
#include "datasets/database.hpp"
#include "workbench/data.hpp"
#include "workbench/stored_datasets.hpp"

namespace entente::workbench {

namespace {

// More of them would not fit beside the names of the variables.
constexpr int kMostBuckets = 30;

CoverageBuckets buckets_for(const std::optional<datasets::YearSpan>& years) {
    if (!years) return {};
    for (const int each : {1, 2, 5, 10, 20, 50, 100}) {
        const int first = years->first - years->first % each;
        const int count = (years->last - first) / each + 1;
        if (count <= kMostBuckets) {
            return {first, each, std::vector<std::int64_t>(static_cast<std::size_t>(count), 0)};
        }
    }
    return {};
}

// Counts rows, and rows with a value of each variable, for each bucket.
void count_by_years(const datasets::Store& store, DataInfoResult& result, const std::string& year) {
    auto& buckets = result.buckets;
    std::string counts = "count(*) AS all_rows";
    for (std::size_t place = 0; place < result.variables.size(); ++place) {
        counts +=
            ", count(" + datasets::identifier(result.variables[place].variable.name) + ") AS p" + std::to_string(place);
        result.variables[place].present.assign(buckets.rows.size(), 0);
    }
    const auto column = datasets::identifier(year);
    const auto found = store.database().query(
        "SELECT CAST(floor((" + column + " - " + std::to_string(buckets.first_year) + ") / " +
        std::to_string(buckets.years_each) + ".0) AS BIGINT) AS bucket, " + counts + " FROM " +
        datasets::identifier(result.stored.files.front().table) + " WHERE " + column + " IS NOT NULL GROUP BY bucket");
    for (std::size_t row = 0; row < found.rows(); ++row) {
        const auto bucket = static_cast<std::size_t>(found.integer(row, "bucket").value_or(0));
        if (bucket >= buckets.rows.size()) continue;  // begins after everything else has ended
        buckets.rows[bucket] = found.integer(row, "all_rows").value_or(0);
        for (std::size_t place = 0; place < result.variables.size(); ++place) {
            result.variables[place].present[bucket] = found.integer(row, "p" + std::to_string(place)).value_or(0);
        }
    }
}

}  // namespace

DataInfoResult data_info(const std::string& asked) {
    const auto known = known_datasets();
    const auto store = datasets::Store::open(store_folder(), known);
    const auto stored = store ? stored_datasets(*store, known) : std::vector<StoredDataset>{};
    DataInfoResult result;
    result.stored = find_stored(stored, dataset_and_version(asked));
    ensure(store.has_value(), "what was found is in a store");
    const auto& id = result.stored.dataset;
    for (const auto& version : store->versions(id)) {
        if (version != result.stored.version) result.other_versions.push_back(version);
    }
    const auto* descriptor = find_known(known, id);
    if (descriptor != nullptr) result.descriptor = *descriptor;
    for (const auto& variable : store->variables()) {
        if (variable.dataset != id || variable.version != result.stored.version) continue;
        const auto* rule = descriptor == nullptr ? nullptr : descriptor->find_column(variable.name);
        result.variables.push_back(
            {variable, rule == nullptr ? std::nullopt : std::optional(*rule), std::vector<std::int64_t>{}});
    }
    result.buckets = buckets_for(result.stored.years);
    if (result.buckets.years_each > 0) {
        count_by_years(*store, result, year_column(*store, id, result.stored.version, descriptor));
    }
    return result;
}

}  // namespace entente::workbench
