// The similarity of all pairs of states in each year, as a table that a panel joins.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indices/profile_similarity.hpp"
#include "panels/measures.hpp"

namespace entente::panels {

class PairTable {
public:
    // `states` in rising order; `pairs` as indices::compare_all_pairs gives them. Pairs with nothing to compare have no
    // row.
    void add_year(int year, std::span<const int> states, std::span<const indices::PairSimilarity> pairs);
    // Writes the temporary table and gives it as a source with the columns s, kappa, pi, few_ties and compared. Nothing
    // is left here.
    [[nodiscard]] SourceTable store(datasets::Database& database, const std::string& name,
                                    datasets::Numbering numbering) &&;

private:
    std::vector<std::int64_t> state_1_;
    std::vector<std::int64_t> state_2_;
    std::vector<std::int64_t> year_;
    std::vector<double> s_;
    std::vector<double> kappa_;
    std::vector<double> pi_;
    std::vector<std::uint8_t> has_s_;
    std::vector<std::uint8_t> has_kappa_;
    std::vector<std::uint8_t> has_pi_;
    std::vector<std::int64_t> few_ties_;
    std::vector<std::int64_t> compared_;
};

// A column of such a table as a cell; where it has no value, it is undefined.
[[nodiscard]] Cell pair_cell(PanelQuery& query, const SourceTable& pairs, const std::string& column,
                             const datasets::YearSpan& years);

}  // namespace entente::panels
