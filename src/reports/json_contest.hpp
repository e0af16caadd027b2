// What every contest of explanations has, as JSON. Included by .cpp files of JSON only.
#pragma once

#include <array>
#include <optional>
#include <vector>

#include "contest/test_result.hpp"
#include "reports/json_parts.hpp"

namespace entente::reports {

// `value`, `low` and `high`, or null.
[[nodiscard]] Json estimate_json(const std::optional<contest::Estimate>& estimate);
// By kind of score.
[[nodiscard]] Json scores_json(const std::array<std::optional<contest::Estimate>, contest::kScoreKinds>& scores);
[[nodiscard]] Json calibration_json(const std::vector<contest::CalibrationPoint>& points);
// The parts of its Brier score, or null.
[[nodiscard]] Json brier_json(const contest::ModelScores& scores);
// Each with its coefficients.
[[nodiscard]] Json contest_models_json(const contest::TestResult& result);
[[nodiscard]] Json held_out_json(const contest::HeldOutResult& held_out, const contest::TestResult& result);

}  // namespace entente::reports
