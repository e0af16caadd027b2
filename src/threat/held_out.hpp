// What a contest holds out: whole decades, or whole states; and the forecasts for what was held out.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "models/logit.hpp"
#include "threat/theory_test.hpp"

namespace entente::threat {

[[nodiscard]] int decade_of(int year) noexcept;

// The parts that are held out one after the other, and the clusters that the bootstrap draws.
struct Parting {
    HoldOut held_out = HoldOut::Decades;
    std::vector<std::uint16_t> part_of_row;
    std::size_t parts = 0;
    std::vector<std::uint16_t> cluster_of_row;
    std::vector<std::uint16_t> part_of_cluster;

    // Rows that are always left out together, whichever part is held out, are one stretch of one part.
    std::vector<std::uint16_t> stretch_of_row;
    std::vector<std::uint16_t> part_of_stretch;
    std::vector<std::vector<bool>> left_out;  // by part and stretch: not to learn from while the part is held out

    [[nodiscard]] std::size_t clusters() const noexcept { return part_of_cluster.size(); }
    [[nodiscard]] std::size_t stretches() const noexcept { return part_of_stretch.size(); }
};

// Around a decade the years whose outcomes reach into it, or that its own reach into, are left out too, `window` on
// either side: otherwise one pact would stand on both sides.
[[nodiscard]] Parting by_decades(const TestRows& rows, int window);

// States in an order that the seed shuffles, dealt out in turn, so that folds have equally many.
[[nodiscard]] Parting by_states(const TestRows& rows, const TestChoices& choices);

struct PreparedModel {
    std::vector<std::span<const float>> columns;
    models::LogitChoices choices;  // begins where the fit to all rows ended
};

// Forecasts of every model for every row, each made without that row's part.
struct Forecasts {
    std::vector<std::vector<float>> by_model;
    std::vector<std::string> why_not;  // by model; set where a part could not be forecast
};

[[nodiscard]] Forecasts forecasts_of(const TestRows& rows, const Parting& parting,
                                     const std::vector<PreparedModel>& prepared, const TaskRunner& run);

}  // namespace entente::threat
