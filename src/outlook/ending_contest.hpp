// Which explanation foresees how alliances of two states end: the theory's covariates, published specifications, power,
// duration or the base rate, each on decades and states that it has not seen. docs/backtest.md has the method.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "contest/contest.hpp"
#include "evidence/outlook_theory.hpp"
#include "outlook/contest_rows.hpp"
#include "outlook/ending_drivers.hpp"
#include "outlook/risk_years.hpp"

namespace entente::outlook {

struct EndingContestRequest {
    evidence::EndingContest rules;  // `from`, `to` and `horizons` as they are to be used
    Ending ending = Ending::Violation;
    std::uint64_t seed = 1985;
    std::size_t draws = 1000;
    std::string drawn_model;  // whose coefficients are drawn too: an id; none: the first of a theory
};

struct EndingCoefficient {
    std::string covariate;  // an id, or a column of duration
    std::string name;
    double deviation = 0;             // standard deviation over the rows
    contest::Estimate per_deviation;  // of the log odds; the interval by errors that let an alliance's rows depend
    std::optional<contest::Estimate> drawn;  // the same by drawn alliances, where they were drawn
    std::optional<evidence::Direction> expected;
    std::optional<SignFinding> finding;
};

struct HorizonContest {
    int years = 0;
    std::size_t alliances = 0;
    std::size_t beyond_data = 0;
    std::size_t lost = 0;
    std::size_t incomplete = 0;
    std::vector<RowsWithout> without;
    contest::TestResult result;
    std::vector<std::vector<EndingCoefficient>> coefficients;  // by model; none of one that could not be fitted
    std::size_t refits = 0;                                    // of the drawn model, that gave coefficients
    std::string sentence;
};

struct EndingContestResult {
    EndingContestRequest request;
    std::vector<HorizonContest> horizons;
    std::string chosen;  // an id
    std::string chosen_reason;
    std::vector<std::string> findings;  // signs that speak against the theory first
};

// Draws are numbers in the order of `draw_columns`; each depends on the request and its own number only.
using EndingDraw = std::vector<std::optional<double>>;

class EndingContests {
public:
    EndingContests(const RiskYears& years, const std::vector<evidence::EndingModel>& models,
                   std::vector<evidence::Covariate> covariates, EndingContestRequest request,
                   const contest::TaskRunner& run = {});

    [[nodiscard]] const EndingContestRequest& request() const noexcept { return request_; }
    // `5/past/duration/skill`, `5/past/duration/calibration-3`, `5/coefficient/age`.
    [[nodiscard]] const std::vector<std::string>& draw_columns() const noexcept { return columns_; }
    [[nodiscard]] EndingDraw draw(std::uint64_t number) const;
    [[nodiscard]] EndingContestResult result(std::span<const EndingDraw> draws) const;

    // Of the rows of all horizons; of the forecasts and fits.
    [[nodiscard]] std::string rows_sha256() const;
    [[nodiscard]] std::string forecasts_sha256() const;

private:
    struct OfHorizon {
        ContestRows rows;  // moved from: counts and models only
        contest::Contest contest;
        std::size_t drawn_model = 0;
    };

    [[nodiscard]] HorizonContest horizon_result(std::size_t horizon, std::span<const EndingDraw> draws,
                                                std::size_t& column) const;

    EndingContestRequest request_;
    std::vector<evidence::Covariate> covariates_;
    std::vector<int> years_;
    std::vector<OfHorizon> horizons_;
    std::vector<std::string> columns_;
};

}  // namespace entente::outlook
