#include "panels/measures/pair_table.hpp"

#include <utility>

namespace entente::panels {

using datasets::Column;

void PairTable::add_year(int year, std::span<const int> states, std::span<const indices::PairSimilarity> pairs) {
    std::size_t place = 0;
    for (std::size_t first = 0; first < states.size(); ++first) {
        for (std::size_t second = first + 1; second < states.size(); ++second, ++place) {
            const auto& pair = pairs[place];
            if (pair.compared == 0) continue;
            state_1_.push_back(states[first]);
            state_2_.push_back(states[second]);
            year_.push_back(year);
            s_.push_back(pair.s_absolute.value_or(0));
            has_s_.push_back(pair.s_absolute ? 1 : 0);
            kappa_.push_back(pair.kappa.value_or(0));
            has_kappa_.push_back(pair.kappa ? 1 : 0);
            pi_.push_back(pair.pi.value_or(0));
            has_pi_.push_back(pair.pi ? 1 : 0);
            few_ties_.push_back(pair.few_ties ? 1 : 0);
            compared_.push_back(pair.compared);
        }
    }
}

SourceTable PairTable::store(datasets::Database& database, const std::string& name, datasets::Numbering numbering) && {
    const std::vector<std::uint8_t> all(year_.size(), 1);
    std::vector<Column> columns;
    columns.push_back({"undefined", Column::Integers(year_.size(), static_cast<std::int64_t>(Reason::Undefined)), all});
    columns.push_back({"state_1", std::move(state_1_), all});
    columns.push_back({"state_2", std::move(state_2_), all});
    columns.push_back({"year", std::move(year_), all});
    columns.push_back({"s", std::move(s_), std::move(has_s_)});
    columns.push_back({"kappa", std::move(kappa_), std::move(has_kappa_)});
    columns.push_back({"pi", std::move(pi_), std::move(has_pi_)});
    columns.push_back({"few_ties", std::move(few_ties_), all});
    columns.push_back({"compared", std::move(compared_), all});
    database.create_table(name, columns, true);
    return computed_table(name, datasets::Unit::DyadYear, numbering);
}

Cell pair_cell(PanelQuery& query, const SourceTable& pairs, const std::string& column,
               const datasets::YearSpan& years) {
    return query.cell(pairs, {column, "", "undefined", datasets::Combine::Same, std::nullopt, years}, Side::Pair);
}

}  // namespace entente::panels
