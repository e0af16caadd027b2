// A contest of explanations: which of them foresees better, on states and decades that it has not seen, whom states
// ally against. Each is a logistic regression on its predictors; all see the same rows. docs/threat-test.md says why
// so.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "core/named_enum.hpp"
#include "models/clustered_scores.hpp"
#include "models/logit.hpp"
#include "models/scores.hpp"

namespace entente::threat {

// One row for each directed pair of states and year; all columns of one length.
struct TestRows {
    std::vector<std::string> names;              // of the predictors
    std::vector<std::vector<float>> predictors;  // none missing
    std::vector<std::uint8_t> outcomes;          // 1: the state allied against the other
    std::vector<std::uint16_t> states;           // the one that may ally, numbered by place
    std::vector<std::int16_t> years;

    [[nodiscard]] std::size_t size() const noexcept { return outcomes.size(); }
};

enum class ModelRole {
    Base,      // the base rate, or what every model of the contest knows
    Rival,     // what the theory must beat
    Theory,    // the first of these is the one that findings are about
    Part,      // one part of the theory alone, to see what carries it
    Circular,  // made from alliances: shown, and no part of the contest
};

struct TestModel {
    std::string id;
    std::string name;
    ModelRole role = ModelRole::Rival;
    std::vector<std::string> predictors;
};

struct TestChoices {
    std::uint64_t seed = 1985;
    std::size_t folds = 10;    // of states
    std::size_t draws = 1000;  // of the bootstrap
    double margin = 0.01;      // the least advantage that counts, as a share of the base rate's log score
    double ridge = 1;          // on predictors ÷ their standard deviations
    int window = 5;            // years over which an outcome looks ahead: as many are left out around a held-out decade
};

// Of all intervals.
inline constexpr double kLevel = 0.95;

enum class HoldOut { Decades, States };

// `Skill` is the log score as a share of the base rate's: 0 is as good as the base rate, 1 is perfect. `Area` compares
// rows of one held-out part only.
enum class ScoreKind { Log, Skill, Brier, Area };
inline constexpr std::size_t kScoreKinds = 4;

struct Estimate {
    double value = 0;
    double low = 0;  // of the interval
    double high = 0;
};

struct ModelScores {
    std::string why_not;  // set where the model could not be fitted to some part
    std::array<std::optional<Estimate>, kScoreKinds> scores;
};

// How much better one model is than another; positive is better for `model`, of every score.
struct Advantage {
    std::size_t model = 0;  // places among the models
    std::size_t rival = 0;
    std::array<std::optional<Estimate>, kScoreKinds> by;
};

struct HeldOutResult {
    HoldOut held_out = HoldOut::Decades;
    std::size_t parts = 0;  // decades, or folds of states
    std::size_t clusters = 0;
    std::vector<ModelScores> models;
    std::vector<Advantage> advantages;  // of each model of the theory over every rival and the base rate
    std::vector<models::CalibrationGroup> calibration;  // of the theory, by tenths
    std::optional<models::BrierParts> brier;            // of the theory
};

struct FittedPredictor {
    std::string name;
    double deviation = 0;     // standard deviation of the predictor
    Estimate per_deviation;   // change of the log odds with it, all rows; the interval by clusters of states
    bool wrong_sign = false;  // the whole interval is below 0
};

struct FittedModel {
    std::string why_not;
    double intercept = 0;
    std::vector<FittedPredictor> predictors;
};

enum class TestVerdict { Better, NotBetter, CannotTell };

struct TestFinding {
    std::size_t rival = 0;  // place among the models
    TestVerdict verdict = TestVerdict::CannotTell;
};

struct TestResult {
    std::vector<TestModel> models;
    TestChoices choices;
    std::size_t rows = 0;
    std::size_t events = 0;
    std::size_t states = 0;
    int from = 0;
    int to = 0;
    std::vector<FittedModel> fitted;      // to all rows
    std::vector<HeldOutResult> held_out;  // decades, states
    std::vector<TestFinding> findings;    // of the theory against each rival and the base rate
    std::string why_not;                  // set if there is no contest: no rows, no events, no second decade …
};

// Calls `task` once for each number below `tasks`, in any order; the caller may spread them over threads, since no task
// depends on another. None: one after the other.
using TaskRunner = std::function<void(std::size_t tasks, const std::function<void(std::size_t)>& task)>;

// The same rows, models and choices give the same bytes whatever the runner does.
[[nodiscard]] TestResult run_contest(TestRows rows, std::vector<TestModel> models, const TestChoices& choices,
                                     const TaskRunner& run = {});

// Better: in both ways of holding out the interval of the advantage in skill lies above 0, and the advantage is at
// least the margin. Not better: in both the interval lies below the margin. Else it cannot be told.
[[nodiscard]] TestVerdict verdict_on(const std::vector<HeldOutResult>& held_out, std::size_t model, std::size_t rival,
                                     double margin);

}  // namespace entente::threat

template <>
struct entente::NamesOf<entente::threat::ModelRole> {
    static constexpr std::array<std::string_view, 5> names{"base", "rival", "theory", "part", "circular"};
};
template <>
struct entente::NamesOf<entente::threat::HoldOut> {
    static constexpr std::array<std::string_view, 2> names{"decades", "states"};
};
template <>
struct entente::NamesOf<entente::threat::ScoreKind> {
    static constexpr std::array<std::string_view, 4> names{"log-score", "skill", "brier", "area"};
};
template <>
struct entente::NamesOf<entente::threat::TestVerdict> {
    static constexpr std::array<std::string_view, 3> names{"better", "not-better", "cannot-tell"};
};
