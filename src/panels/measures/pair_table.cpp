#include "panels/measures/pair_table.hpp"

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

SourceTable PairTable::store(datasets::Database& database, const std::string& name,
                             datasets::Numbering numbering) const {
    const std::vector<std::uint8_t> all(year_.size(), 1);
    const std::vector<std::int64_t> undefined(year_.size(), static_cast<std::int64_t>(Reason::Undefined));
    database.create_table(name,
                          {{"state_1", state_1_, all},
                           {"state_2", state_2_, all},
                           {"year", year_, all},
                           {"s", s_, has_s_},
                           {"kappa", kappa_, has_kappa_},
                           {"pi", pi_, has_pi_},
                           {"few_ties", few_ties_, all},
                           {"compared", compared_, all},
                           {"undefined", undefined, all}},
                          true);
    return computed_table(name, datasets::Unit::DyadYear, numbering);
}

Cell pair_cell(PanelQuery& query, const SourceTable& pairs, const std::string& column,
               const datasets::YearSpan& years) {
    return query.cell(pairs, {column, "", "undefined", datasets::Combine::Same, std::nullopt, years}, Side::Pair);
}

}  // namespace entente::panels
