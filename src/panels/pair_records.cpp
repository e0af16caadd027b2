#include "panels/pair_records.hpp"

#include <string>

#include <fmt/format.h>

#include "core/error.hpp"
#include "panels/source_table.hpp"

namespace entente::panels {
namespace {

using datasets::Column;
using datasets::identifier;

// The first and the last year of a row, as expressions.
struct RowYears {
    std::string first;
    std::string last;
};

RowYears years_of_row(const SourceTable& source) {
    if (!source.key.year.empty()) return {identifier(source.key.year), identifier(source.key.year)};
    require(!source.key.begin.empty() && !source.key.end.empty(),
            "the table " + source.table + " has neither a year nor years of begin and end");
    return {identifier(source.key.begin.front()),
            fmt::format("coalesce({}, {})", identifier(source.key.end.front()), source.last_year)};
}

std::vector<int> whole_numbers(const Column& column) {
    const auto& values = std::get<Column::Integers>(column.values);
    return {values.begin(), values.end()};
}

std::vector<std::optional<double>> numbers(const Column& column) {
    const auto& values = std::get<Column::Numbers>(column.values);
    std::vector<std::optional<double>> result(values.size());
    for (std::size_t row = 0; row < values.size(); ++row) {
        if (column.present[row] != 0) result[row] = values[row];
    }
    return result;
}

}  // namespace

PairRecords read_pair_records(const DataAtHand& data, const StoredDataset& dataset,
                              std::span<const std::string_view> columns, std::optional<int> state) {
    const auto source = source_of(dataset, datasets::Numbering::Cow);
    ensure(source.numbering == datasets::Numbering::Cow, "records of pairs are numbered as the Correlates of War do");
    const auto first = identifier(source.key.state_1);
    const auto second = identifier(source.key.state_2);
    const auto years = years_of_row(source);
    std::string select;
    for (const auto name : columns) select += fmt::format(", CAST({} AS DOUBLE)", identifier(name));
    auto where = fmt::format("{0} IS NOT NULL AND {1} IS NOT NULL AND {2} IS NOT NULL", first, second, years.first);
    if (state) where += fmt::format(" AND ({0} = {2} OR {1} = {2})", first, second, *state);
    const auto found = data.database().query(fmt::format(
        "SELECT CAST({0} AS BIGINT), CAST({1} AS BIGINT), CAST({2} AS BIGINT), CAST({3} AS BIGINT){4} FROM {5} WHERE "
        "{6} ORDER BY 3, 1, 2, rowid",
        first, second, years.first, years.last, select, identifier(source.table), where));
    PairRecords records;
    records.dataset = &dataset;
    records.state_1 = whole_numbers(found.columns()[0]);
    records.state_2 = whole_numbers(found.columns()[1]);
    records.first_year = whole_numbers(found.columns()[2]);
    records.last_year = whole_numbers(found.columns()[3]);
    for (std::size_t place = 4; place < found.columns().size(); ++place) {
        records.columns.push_back(numbers(found.columns()[place]));
    }
    return records;
}

}  // namespace entente::panels
