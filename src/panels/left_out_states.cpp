#include "panels/left_out_states.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <vector>

#include <fmt/format.h>

#include "core/text.hpp"
#include "datasets/named_states.hpp"

namespace entente::panels {
namespace {

using datasets::identifier;
using datasets::Numbering;

struct LeftOut {
    std::int64_t rows = 0;
    std::int64_t first = 0;
    std::int64_t last = 0;
};

// A colony before its independence is no state, and nothing is kept from the panel by that.
bool may_be_a_state(const std::string& why_not) {
    return why_not.starts_with("ambiguous") || why_not.starts_with("another territory");
}

void find_in(std::map<std::string, LeftOut>& found, const DataAtHand& data, const StoredDataset& dataset,
             const std::string& variable, const std::string& column, const std::string& suffix, int from, int to) {
    if (!dataset.has("cow" + suffix) || !dataset.has("gw" + suffix)) return;
    const datasets::NamedStates named(*dataset.descriptor, data.states());
    const auto rows = data.database().query(
        fmt::format("SELECT {0} AS written, TRY_CAST({1} AS BIGINT) AS year, count(*) AS rows FROM {2} WHERE {0} IS "
                    "NOT NULL AND {3} "
                    "IS NULL AND {4} IS NULL AND {5} IS NOT NULL AND TRY_CAST({1} AS BIGINT) BETWEEN {6} AND {7} GROUP "
                    "BY ALL ORDER BY ALL",
                    identifier(column), identifier(dataset.descriptor->key.year), identifier(dataset.table),
                    identifier("cow" + suffix), identifier("gw" + suffix), identifier(variable), from, to));
    for (std::size_t row = 0; row < rows.rows(); ++row) {
        const auto year = rows.integer(row, "year").value_or(0);
        const auto written = rows.text(row, "written").value_or("");
        if (!may_be_a_state(named.find(written, year, year).why_not)) continue;
        auto& one = found[written];
        one.first = one.rows == 0 ? year : std::min(one.first, year);
        one.last = std::max(one.last, year);
        one.rows += rows.integer(row, "rows").value_or(0);
    }
}

}  // namespace

std::string left_out_states(const DataAtHand& data, const StoredDataset& dataset, const std::string& variable, int from,
                            int to) {
    const auto& key = dataset.descriptor->key;
    if (key.numbering == Numbering::Cow || key.numbering == Numbering::Gw || key.year.empty()) return {};
    std::map<std::string, LeftOut> found;
    if (!key.state.empty()) find_in(found, data, dataset, variable, key.state, "", from, to);
    if (!key.state_1.empty()) find_in(found, data, dataset, variable, key.state_1, "_1", from, to);
    if (!key.state_2.empty()) find_in(found, data, dataset, variable, key.state_2, "_2", from, to);
    if (found.empty()) return {};
    std::int64_t rows = 0;
    std::vector<std::string> names;
    for (const auto& [written, one] : found) {
        rows += one.rows;
        names.push_back(one.first == one.last ? fmt::format("{} {}", written, one.first)
                                              : fmt::format("{} {}–{}", written, one.first, one.last));
    }
    return fmt::format(
        "{} {} of the source left out, since the name means several states of the year, or another territory than the "
        "state's: {}",
        rows, rows == 1 ? "row" : "rows", joined(names, ", "));
}

}  // namespace entente::panels
