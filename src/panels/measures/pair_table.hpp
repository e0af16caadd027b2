// The similarity of all pairs of states in each year, written straight into the places of the panel's pairs.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include "indices/profile_similarity.hpp"
#include "panels/measures.hpp"

namespace entente::panels {

class PairTable {
public:
    // `numbering` is the list that the numbers of states in add_year are on.
    PairTable(const PanelQuery& query, datasets::Numbering numbering);

    // `states` in rising order; `pairs` as indices::compare_all_pairs gives them. Pairs with nothing to compare, and
    // those that the panel does not have, are left out. Several threads may add different years.
    void add_year(int year, std::span<const int> states, std::span<const indices::PairSimilarity> pairs);
    // Gives what was added as a source with the columns s, kappa, pi, few_ties and compared. Nothing is left here.
    [[nodiscard]] SourceTable store(datasets::Database& database, const std::string& name) &&;

private:
    static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

    // Years that the two states have in common; place + year is the place of the pair.
    struct Span {
        int first = 0;
        int last = 0;
        std::int64_t place = 0;
    };
    using StateInYear = std::pair<int, int>;  // number and year

    void read_spans(const PanelQuery& query);
    void read_partners(const PanelQuery& query);
    // Where the number is among those of the panel's list; kNowhere if it is on none, or the lists divide the state
    // differently.
    [[nodiscard]] std::size_t panel_state(int state, int year) const;
    [[nodiscard]] std::size_t place_of(std::size_t state_1, std::size_t state_2, int year) const;

    datasets::Numbering numbering_;
    std::vector<int> states_;               // of the panel, in rising order
    std::vector<std::vector<Span>> spans_;  // by pair of these
    bool other_list_;
    std::map<StateInYear, int> partners_;  // the panel's numbers, where the list is another

    // One longer than there are pairs: the last stands for none.
    datasets::ClearedArray<double> s_;
    datasets::ClearedArray<double> kappa_;
    datasets::ClearedArray<double> pi_;
    datasets::ClearedArray<std::int64_t> few_ties_;
    datasets::ClearedArray<std::int64_t> compared_;
    datasets::ClearedArray<std::uint8_t> undefined_;  // the reason why a pair with a row has no value
    datasets::ClearedArray<std::uint8_t> has_s_;
    datasets::ClearedArray<std::uint8_t> has_kappa_;
    datasets::ClearedArray<std::uint8_t> has_pi_;
    datasets::ClearedArray<std::uint8_t> has_row_;
};

// A column of such a table as a cell; where it has no value, it is undefined.
[[nodiscard]] Cell pair_cell(PanelQuery& query, const SourceTable& pairs, const std::string& column,
                             const datasets::YearSpan& years);

}  // namespace entente::panels
