// How large sup-F becomes where nothing changed, but each error leaves a part of itself to the next one. Yearly series
// drift around their trends; draws of independent errors would call every second drift a break.
#pragma once

#include <cstddef>
#include <vector>

#include "models/structural_change.hpp"
#include "models/time_series.hpp"

namespace entente::models {

// Draws at the times of one series, under each of several persistences. Others at the same times can be tested with
// them.
class PersistentErrors {
public:
    // The series must be one that structural_change can test with the same options.
    PersistentErrors(const TimeSeries& series, Shape shape, const StructuralChangeOptions& options);

    // The least persistence of those tried, 0 … .95, whose draws leave residuals that are as correlated, on average, as
    // those of this series: around the two parts with the largest F, for draws and series alike. That undoes the bias
    // downwards of such residuals (Kendall 1954), which is large in a short series, by simulation, as MacKinnon and
    // Smith (1998) do.
    [[nodiscard]] double persistence_of(const TimeSeries& series) const;

    // (1 + draws whose sup-F is at least as large) ÷ (draws + 1), under this persistence (Dufour 2006; Diebold and Chen
    // 1996 simulate tests of breaks so).
    [[nodiscard]] double p(double largest, double persistence) const;

private:
    struct Drawn {
        double persistence = 0;
        double mean_correlation = 0;
        std::vector<double> largest;  // sup-F, rising
    };

    Shape shape_;
    std::size_t first_tried_ = 0;
    std::size_t last_tried_ = 0;
    std::vector<Drawn> drawn_;  // rising persistence
};

}  // namespace entente::models
