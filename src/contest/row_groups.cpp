#include "contest/row_groups.hpp"

#include <algorithm>
#include <bit>
#include <limits>

#include "core/error.hpp"

namespace entente::contest {
namespace {

constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

// The rows of each stretch in their order, one stretch after the other; where each ends.
struct ByStretch {
    std::vector<std::uint32_t> rows;
    std::vector<std::size_t> ends;
};

ByStretch by_stretch(std::span<const std::uint16_t> stretches, std::size_t count) {
    std::vector<std::size_t> next(count + 1, 0);
    for (const auto stretch : stretches) {
        ensure(stretch < count, "a stretch is numbered below their count");
        ++next[stretch + std::size_t{1}];
    }
    for (std::size_t stretch = 0; stretch < count; ++stretch) next[stretch + 1] += next[stretch];
    ByStretch found{std::vector<std::uint32_t>(stretches.size()), {next.begin() + 1, next.end()}};
    for (std::size_t row = 0; row < stretches.size(); ++row) {
        found.rows[next[stretches[row]]++] = static_cast<std::uint32_t>(row);
    }
    return found;
}

// Where to look for a row first, among places whose number is a power of two. Steele, Lea and Flood (2014),
// "Fast Splittable Pseudorandom Number Generators", has the multiplication and the shift.
std::size_t first_place(const std::vector<std::span<const float>>& columns, std::uint8_t outcome, std::size_t row) {
    std::uint64_t mixed = outcome;
    for (const auto& column : columns) {
        mixed = (mixed ^ std::bit_cast<std::uint32_t>(column[row])) * 0xbf58476d1ce4e5b9U;
        mixed ^= mixed >> 29U;
    }
    return static_cast<std::size_t>(mixed);
}

}  // namespace

RowGroups::RowGroups(const std::vector<std::span<const float>>& columns, std::span<const std::uint8_t> outcomes,
                     std::span<const std::uint16_t> stretches, std::size_t count)
    : columns_(columns.size()), group_of_row_(outcomes.size()) {
    ensure(outcomes.size() == stretches.size() && outcomes.size() < kNone, "one stretch for each outcome");
    const auto order = by_stretch(stretches, count);
    const auto alike = [&](std::size_t group, std::size_t row) {
        if (outcomes_[group] != outcomes[row]) return false;
        for (std::size_t j = 0; j < columns.size(); ++j) {
            if (columns_[j][group] != columns[j][row]) return false;
        }
        return true;
    };
    std::vector<std::uint32_t> places;  // groups of the stretch
    std::size_t begin = 0;
    for (const auto end : order.ends) {
        places.assign(std::bit_ceil(2 * (end - begin) + 1), kNone);
        for (; begin < end; ++begin) {
            const auto row = order.rows[begin];
            auto place = first_place(columns, outcomes[row], row) & (places.size() - 1);
            while (places[place] != kNone && !alike(places[place], row)) place = (place + 1) & (places.size() - 1);
            if (places[place] == kNone) {
                places[place] = static_cast<std::uint32_t>(outcomes_.size());
                outcomes_.push_back(outcomes[row]);
                sizes_.push_back(0);
                for (std::size_t j = 0; j < columns.size(); ++j) columns_[j].push_back(columns[j][row]);
            }
            ++sizes_[places[place]];
            group_of_row_[row] = places[place];
        }
        ends_.push_back(outcomes_.size());
    }
}

models::LogitRows RowGroups::rows() const {
    return {{columns_.begin(), columns_.end()}, outcomes_, sizes_, {}};
}

}  // namespace entente::contest
