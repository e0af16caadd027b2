// A contest of explanations: which of them foresees better, on rows that it has not seen, whether something happens.
// Each is a logistic regression on its predictors; all see the same rows.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "contest/drawn_scores.hpp"
#include "contest/held_out.hpp"
#include "contest/test_result.hpp"

namespace entente::contest {

// The contest without its draws: fits to all rows, and forecasts of what is held out. Each draw of the bootstrap
// depends on its number only, so that draws may be made anywhere and in any order.
class Contest {
public:
    Contest(TestRows rows, std::vector<TestModel> models, TestChoices choices, const TaskRunner& run = {});
    Contest(const Contest&) = delete;
    Contest& operator=(const Contest&) = delete;
    Contest(Contest&&) = default;
    Contest& operator=(Contest&&) = default;
    ~Contest() = default;

    // Set if there is no contest: no rows, no events, nothing to hold out …
    [[nodiscard]] const std::string& why_not() const noexcept { return result_.why_not; }
    // The ways of holding out.
    [[nodiscard]] const std::vector<HeldOutScores>& ways() const noexcept { return ways_; }
    // By way.
    [[nodiscard]] std::vector<DrawnValues> draw(std::uint64_t number) const;
    // The coefficients of a model on predictors ÷ their standard deviations, fitted to drawn clusters of rows, the
    // intercept first; none where that fit fails.
    [[nodiscard]] std::vector<double> drawn_coefficients(std::size_t model, std::uint64_t number) const;
    // Of the rows, and of what was computed from them: two programs or machines that agree in both may share draws.
    [[nodiscard]] std::string rows_sha256() const;
    [[nodiscard]] std::string forecasts_sha256() const;

    // `draws`, by number.
    [[nodiscard]] TestResult result(std::span<const std::vector<DrawnValues>> draws) const;

private:
    TestRows rows_;
    TestResult result_;
    std::vector<PreparedModel> prepared_;
    std::vector<HeldOutScores> ways_;
    std::vector<std::uint16_t> cluster_of_row_;
    std::size_t clusters_ = 0;
};

// The whole of it. The same rows, models and choices give the same bytes whatever the runner does.
[[nodiscard]] TestResult run_contest(TestRows rows, std::vector<TestModel> models, const TestChoices& choices,
                                     const TaskRunner& run = {});

// Better: in every way of holding out the interval of the advantage in skill lies above 0, and the advantage is at
// least the margin. Not better: in every one the interval lies below the margin. Else it cannot be told.
[[nodiscard]] TestVerdict verdict_on(const std::vector<HeldOutResult>& held_out, std::size_t model, std::size_t rival,
                                     double margin);
// The same against the base rate, of any model: skill is the advantage over that.
[[nodiscard]] TestVerdict verdict_on_skill(const std::vector<HeldOutResult>& held_out, std::size_t model,
                                           double margin);

}  // namespace entente::contest
