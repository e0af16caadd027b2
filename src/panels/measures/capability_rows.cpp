#include <array>
#include <string>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "panels/measures/capability.hpp"

namespace entente::panels {
namespace {

using datasets::Column;
using datasets::identifier;

// In the order of indices::CapabilityComponent.
constexpr std::array<std::string_view, indices::kCapabilityComponents> kColumns{"milex", "milper", "irst",
                                                                                "pec",   "tpop",   "upop"};

}  // namespace

std::string_view column_of(indices::CapabilityComponent component) {
    return kColumns.at(static_cast<std::size_t>(component));
}

std::vector<CapabilityRow> capability_rows(const PanelQuery& query, const StoredDataset& dataset,
                                           std::span<const indices::CapabilityComponent> components) {
    const auto source = source_of(dataset, query.frame().system);
    std::string select;
    for (const auto component : components) select += ", CAST(" + identifier(column_of(component)) + " AS DOUBLE)";
    const auto found = query.data().database().query(fmt::format(
        "SELECT CAST({0} AS BIGINT), CAST({1} AS BIGINT){2} FROM {3} WHERE {1} BETWEEN {4} AND {5} AND {0} IS NOT NULL "
        "ORDER BY 2, 1",
        identifier(source.key.state), identifier(source.key.year), select, identifier(source.table), query.frame().from,
        query.frame().to));
    const auto& states = std::get<Column::Integers>(found.columns()[0].values);
    const auto& years = std::get<Column::Integers>(found.columns()[1].values);
    std::vector<CapabilityRow> rows;
    std::vector<indices::CapabilityComponents> of_year;
    for (std::size_t begin = 0; begin < found.rows();) {
        std::size_t end = begin;
        of_year.clear();
        for (; end < found.rows() && years[end] == years[begin]; ++end) {
            auto& figures = of_year.emplace_back();
            for (std::size_t place = 0; place < components.size(); ++place) {
                const auto& column = found.columns()[place + 2];
                if (column.present[end] == 0) continue;
                figures.at(static_cast<std::size_t>(components[place])) = std::get<Column::Numbers>(column.values)[end];
            }
        }
        auto shares = indices::capability_shares(of_year);
        for (auto row = begin; row < end; ++row) {
            rows.push_back({states[row], years[row], std::move(shares[row - begin])});
        }
        begin = end;
    }
    return rows;
}

}  // namespace entente::panels
