// Rows that are alike in all that a model sees, counted together: a model of one predictor sees few that differ, and
// the answer is the same. For use inside the module.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "models/logit.hpp"

namespace entente::contest {

class RowGroups {
public:
    // `stretches` numbers the stretch of each row, from 0 and below `count`. Groups lie within a stretch, and the
    // stretches one after the other.
    RowGroups(const std::vector<std::span<const float>>& columns, std::span<const std::uint8_t> outcomes,
              std::span<const std::uint16_t> stretches, std::size_t count);

    // Each group as one row, its weight the number of its rows. Refers to this object.
    [[nodiscard]] models::LogitRows rows() const;
    // Where the groups of each stretch end.
    [[nodiscard]] const std::vector<std::size_t>& ends() const noexcept { return ends_; }
    [[nodiscard]] std::size_t begin(std::size_t stretch) const { return stretch == 0 ? 0 : ends_[stretch - 1]; }
    [[nodiscard]] std::size_t size() const noexcept { return outcomes_.size(); }
    [[nodiscard]] std::size_t group_of(std::size_t row) const { return group_of_row_[row]; }

private:
    std::vector<std::vector<float>> columns_;
    std::vector<std::uint8_t> outcomes_;
    std::vector<float> sizes_;
    std::vector<std::size_t> ends_;
    std::vector<std::uint32_t> group_of_row_;
};

}  // namespace entente::contest
