// How good the forecasts of one way of holding out were, over all rows and over any draw of clusters.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "contest/held_out.hpp"
#include "contest/parting.hpp"
#include "contest/test_result.hpp"
#include "core/random.hpp"
#include "models/clustered_scores.hpp"

namespace entente::contest {

// By kind; every score so that more is better. Nothing where it is not defined, as skill where nothing happened.
using ScoreValues = std::array<std::optional<double>, kScoreKinds>;

struct DrawnValues {
    std::vector<ScoreValues> scores;                           // by model
    std::vector<std::vector<std::optional<double>>> happened;  // by model and group of its calibration
};

// One way of parting the rows, and what was foreseen by it.
struct Dealt {
    Parting parting;
    Forecasts forecasts;
};

class HeldOutScores {
public:
    // Where states were dealt into folds several times, each row counts once for each deal, with the forecast of that
    // deal: scores are means over the deals, for one deal more or less lucky than another says little (Burman 1989, "A
    // Comparative Study of Ordinary Cross-Validation, v-Fold Cross-Validation and the Repeated Learning-Testing
    // Methods"). Clusters are drawn for all deals at once.
    HeldOutScores(const TestRows& rows, const std::vector<TestModel>& models, const std::vector<Dealt>& deals,
                  const TestChoices& choices);

    // Of clusters drawn with replacement.
    [[nodiscard]] DrawnValues draw(std::uint64_t number) const;
    // With intervals from these draws.
    [[nodiscard]] HeldOutResult result(std::span<const DrawnValues* const> draws) const;
    [[nodiscard]] const std::vector<TestModel>& models() const noexcept { return models_; }
    // Of each model; 0 where its calibration has no intervals.
    [[nodiscard]] std::vector<std::size_t> groups_with_intervals() const;
    [[nodiscard]] HoldOut held_out() const noexcept { return empty_.held_out; }
    [[nodiscard]] const std::string& forecasts_sha256() const noexcept { return forecasts_sha256_; }

private:
    // How many rows of each piece are in each group, and in how many of them it happened.
    struct GroupCounts {
        std::size_t groups = 0;
        std::vector<double> rows;  // by piece and group
        std::vector<double> happened;
    };

    [[nodiscard]] DrawnValues values(std::span<const double> weights) const;
    void calibrate(std::size_t model, std::span<const float> forecasts, std::span<const std::uint8_t> outcomes,
                   std::span<const std::uint16_t> pieces, Calibrated calibrated);

    std::vector<TestModel> models_;
    RandomStream random_;
    std::size_t base_ = 0;
    std::vector<std::uint16_t> cluster_of_piece_;
    std::vector<models::ClusteredScores> scores_;  // by model
    std::vector<GroupCounts> counts_;              // by model
    HeldOutResult empty_;                          // without what draws decide
    std::string forecasts_sha256_;
};

}  // namespace entente::contest
