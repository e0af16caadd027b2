// What goes into a contest of explanations, and what comes out of it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"
#include "models/logit.hpp"
#include "models/scores.hpp"

namespace entente::contest {

// Which way a predictor is said to push the outcome.
enum class ExpectedSign { Positive, Negative, None };

// All columns of one length.
struct TestRows {
    std::vector<std::string> names;              // of the predictors
    std::vector<std::vector<float>> predictors;  // none missing
    std::vector<ExpectedSign> expected;          // of the predictors; none: all positive
    std::vector<bool> not_drawn_out;     // of the predictors: a forecast takes them no further than what the fit
                                         // has learnt from goes, as a curve of age is not; none: no predictor
    std::vector<std::uint8_t> outcomes;  // 1: it happened
    std::vector<std::uint16_t> states;   // the one that may act, numbered by place
    std::vector<std::uint16_t> others;   // the row's second state, where both count alike; else none
    std::vector<std::int16_t> years;
    std::vector<std::uint16_t> clusters;  // rows that depend on each other, from 0; none: those of one state

    [[nodiscard]] std::size_t size() const noexcept { return outcomes.size(); }
};

enum class ModelRole {
    Base,      // the base rate, or what every model of the contest knows
    Rival,     // what the theory must beat
    Theory,    // the first of these is the one that findings are about
    Part,      // one part of the theory alone, to see what carries it
    Circular,  // made from the outcomes: shown, and no part of the contest
};

struct TestModel {
    std::string id;
    std::string name;
    ModelRole role = ModelRole::Rival;
    std::vector<std::string> predictors;
    int recent_years = 0;  // from the past alone it learns from so many years only, in whole stretches; 0: from all
};

enum class HoldOut {
    Decades,     // each decade from all others
    States,      // rows of some states from those of all others
    Past,        // each decade from what was known when it began
    PairStates,  // rows of the states of two folds, as the one or the other, from rows that have none of these
};

// As a reader says it: `decades`, `states`, `the past alone`.
[[nodiscard]] std::string_view words_of(HoldOut held_out) noexcept;

// Of which models calibration is wanted.
enum class Calibrated {
    Theory,  // the first one of the theory; parts of its Brier score by distinct forecasts
    All,     // every model, with intervals; parts of the Brier score by tenths of the forecasts
};

// Why there is no contest, in the words of who asks.
struct NoContestWords {
    std::string no_rows = "no row has all that the contest needs";
    std::string no_events = "the outcome happens in none of these rows";
    std::string only_events = "the outcome happens in all of these rows";
};

struct TestChoices {
    std::uint64_t seed = 1985;
    std::string purpose = "contest";  // of its random draws
    std::vector<HoldOut> held_out{HoldOut::Decades, HoldOut::States};
    std::size_t folds = 10;    // of states
    std::size_t deals = 1;     // how often states are dealt into folds anew; scores are over all deals
    std::size_t draws = 1000;  // of the bootstrap
    double margin = 0.01;      // the least advantage that counts, as a share of the base rate's log score
    double ridge = 1;          // on predictors ÷ their standard deviations …
    // … of all rows, or of those that a fit may learn from.
    models::RidgeScale ridge_scale = models::RidgeScale::AsGiven;
    int window = 5;                // an outcome is known so many years after its row's
    int first_origin = 1900;       // of HoldOut::Past: the first year that is foreseen …
    std::size_t least_events = 1;  // … if so many events were known when its decade began; else a later decade
    Calibrated calibrated = Calibrated::Theory;
    NoContestWords words;
};

// Of all intervals.
inline constexpr double kLevel = 0.95;

// `Skill` is the log score as a share of the base rate's: 0 is as good as the base rate, 1 is perfect. `Area` compares
// rows of one held-out part only.
enum class ScoreKind { Log, Skill, Brier, Area };
inline constexpr std::size_t kScoreKinds = 4;

struct Estimate {
    double value = 0;
    double low = 0;  // of the interval
    double high = 0;
};

struct CalibrationPoint {
    models::CalibrationGroup group;
    std::optional<Estimate> happened;  // only where intervals were wanted
};

struct ModelScores {
    std::string why_not;  // set where the model could not be fitted to some part
    std::array<std::optional<Estimate>, kScoreKinds> scores;
    std::vector<CalibrationPoint> calibration;  // by tenths; only of models for which it was wanted
    std::optional<models::BrierParts> brier;    // the same
};

// How much better one model is than another; positive is better for `model`, of every score.
struct Advantage {
    std::size_t model = 0;  // places among the models
    std::size_t rival = 0;
    std::array<std::optional<Estimate>, kScoreKinds> by;
};

struct HeldOutResult {
    HoldOut held_out = HoldOut::Decades;
    std::size_t parts = 0;     // decades, folds of states, or pairs of folds
    std::size_t deals = 1;     // of states into folds; rows and events are those of one
    int from = 0;              // first year that was foreseen
    std::size_t rows = 0;      // that were foreseen
    std::size_t events = 0;    // among them
    std::size_t clusters = 0;  // that the bootstrap draws
    std::vector<ModelScores> models;
    std::vector<Advantage> advantages;  // of each model of the theory over every rival and the base rate
};

struct FittedPredictor {
    std::string name;
    double deviation = 0;     // standard deviation of the predictor
    Estimate per_deviation;   // change of the log odds with it, all rows; the interval by clusters
    bool wrong_sign = false;  // the whole interval is on the side that is not expected
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
    std::vector<HeldOutResult> held_out;  // in the order of the choices
    std::vector<TestFinding> findings;    // of the theory against each rival and the base rate
    std::string why_not;                  // set if there is no contest
};

// The place of the first model of that role. A Fault without one.
[[nodiscard]] std::size_t place_of(const std::vector<TestModel>& models, ModelRole role);

}  // namespace entente::contest

template <>
struct entente::NamesOf<entente::contest::ModelRole> {
    static constexpr std::array<std::string_view, 5> names{"base", "rival", "theory", "part", "circular"};
};
template <>
struct entente::NamesOf<entente::contest::HoldOut> {
    static constexpr std::array<std::string_view, 4> names{"decades", "states", "past", "pair-states"};
};
template <>
struct entente::NamesOf<entente::contest::ScoreKind> {
    static constexpr std::array<std::string_view, 4> names{"log-score", "skill", "brier", "area"};
};
template <>
struct entente::NamesOf<entente::contest::TestVerdict> {
    static constexpr std::array<std::string_view, 3> names{"better", "not-better", "cannot-tell"};
};
