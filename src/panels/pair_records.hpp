// The rows of a stored data set about pairs of states as they are, for data that list only the pairs that have
// something: pledges, deliveries, disputes, rivalries.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "panels/data_at_hand.hpp"

namespace entente::panels {

struct PairRecords {
    const StoredDataset* dataset = nullptr;
    // One entry for each row: the Correlates of War numbers of the two, and the years that the row speaks of. A spell
    // that has not ended goes on to the last year of the data set.
    std::vector<int> state_1;
    std::vector<int> state_2;
    std::vector<int> first_year;
    std::vector<int> last_year;
    std::vector<std::vector<std::optional<double>>> columns;  // as asked for, each with an entry for each row

    [[nodiscard]] std::size_t rows() const noexcept { return state_1.size(); }
};

// Rows of which a state or the year is unknown are left out. With `state`, only the rows of which it is one of the two.
// The data set must number states as the Correlates of War do, or name them.
[[nodiscard]] PairRecords read_pair_records(const DataAtHand& data, const StoredDataset& dataset,
                                            std::span<const std::string_view> columns, std::optional<int> state = {});

}  // namespace entente::panels
