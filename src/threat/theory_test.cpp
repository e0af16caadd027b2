#include "threat/theory_test.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <span>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/random.hpp"
#include "threat/held_out.hpp"

namespace entente::threat {
namespace {

constexpr double kNormal975 = 1.959963984540054;  // the quantile of the normal distribution, for 95 %
constexpr std::size_t kCalibrationGroups = 10;

// Predictors ÷ their standard deviations, around their means, so that one penalty suits all. No outcome enters.
std::vector<double> standardise(std::vector<std::vector<float>>& predictors) {
    std::vector<double> deviations;
    for (auto& column : predictors) {
        const auto count = static_cast<double>(std::max<std::size_t>(column.size(), 1));
        double sum = 0;
        for (const float value : column) sum += static_cast<double>(value);
        const double mean = sum / count;
        double squares = 0;
        for (const float value : column)
            squares += (static_cast<double>(value) - mean) * (static_cast<double>(value) - mean);
        const double deviation = std::sqrt(squares / count);
        deviations.push_back(deviation);
        if (deviation <= 0) continue;
        for (float& value : column) value = static_cast<float>((static_cast<double>(value) - mean) / deviation);
    }
    return deviations;
}

using ScoreValues = std::array<std::optional<double>, kScoreKinds>;

// Every score so that more is better.
ScoreValues values_of(const models::ForecastScores& scores, const models::ForecastScores& base) {
    ScoreValues values;
    values[static_cast<std::size_t>(ScoreKind::Log)] = scores.log;
    if (scores.log && base.log && *base.log < 0) {
        values[static_cast<std::size_t>(ScoreKind::Skill)] = 1 - *scores.log / *base.log;
    }
    if (scores.brier) values[static_cast<std::size_t>(ScoreKind::Brier)] = -*scores.brier;
    values[static_cast<std::size_t>(ScoreKind::Area)] = scores.area;
    return values;
}

// One estimate and its draws; nothing where the estimate is not defined. Draws without a value (no event was drawn) are
// passed over.
class Drawn {
public:
    explicit Drawn(std::optional<double> value) : value_(value) {}

    void add(std::optional<double> draw) {
        if (draw) draws_.push_back(*draw);
    }
    [[nodiscard]] std::optional<Estimate> estimate(double level) const {
        if (!value_) return std::nullopt;
        const auto interval = models::percentile_interval(draws_, level);
        if (!interval) return std::nullopt;
        return Estimate{*value_, interval->low, interval->high};
    }

private:
    std::optional<double> value_;
    std::vector<double> draws_;
};

std::optional<double> difference(std::optional<double> a, std::optional<double> b) {
    if (!a || !b) return std::nullopt;
    return *a - *b;
}

std::vector<Drawn> drawn_from(const ScoreValues& values) {
    return {values.begin(), values.end()};
}

std::vector<std::pair<std::size_t, std::size_t>> comparisons(const std::vector<TestModel>& models) {
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t model = 0; model < models.size(); ++model) {
        if (models[model].role != ModelRole::Theory) continue;
        for (std::size_t rival = 0; rival < models.size(); ++rival) {
            const auto role = models[rival].role;
            if (role == ModelRole::Rival || role == ModelRole::Base) pairs.emplace_back(model, rival);
        }
    }
    return pairs;
}

std::size_t place_of(const std::vector<TestModel>& models, ModelRole role) {
    const auto found =
        std::find_if(models.begin(), models.end(), [&](const auto& model) { return model.role == role; });
    ensure(found != models.end(), "a contest has a base rate and a model of the theory");
    return static_cast<std::size_t>(found - models.begin());
}

ScoreValues less(const ScoreValues& a, const ScoreValues& b) {
    ScoreValues values;
    for (std::size_t kind = 0; kind < kScoreKinds; ++kind) values[kind] = difference(a[kind], b[kind]);
    return values;
}

std::array<std::optional<Estimate>, kScoreKinds> estimates(const std::vector<Drawn>& drawn, double level) {
    std::array<std::optional<Estimate>, kScoreKinds> made;
    for (std::size_t kind = 0; kind < kScoreKinds; ++kind) made[kind] = drawn[kind].estimate(level);
    return made;
}

void turn_brier(ModelScores& scores) {
    auto& brier = scores.scores[static_cast<std::size_t>(ScoreKind::Brier)];
    if (brier) brier = Estimate{-brier->value, -brier->high, -brier->low};
}

HeldOutResult held_out_result(const TestRows& rows, const std::vector<TestModel>& models, const Parting& parting,
                              const Forecasts& forecasts, const TestChoices& choices) {
    std::vector<models::ClusteredScores> clustered;
    for (const auto& forecast : forecasts.by_model) {
        clustered.emplace_back(forecast, rows.outcomes, parting.cluster_of_row, parting.part_of_cluster);
    }
    const auto base = place_of(models, ModelRole::Base);
    const auto all_values = [&](std::span<const double> weights) {
        const auto base_scores = clustered[base].scores(weights);
        std::vector<ScoreValues> values;
        for (std::size_t model = 0; model < models.size(); ++model) {
            const bool usable = forecasts.why_not[model].empty();
            values.push_back(usable ? values_of(clustered[model].scores(weights), base_scores) : ScoreValues{});
        }
        return values;
    };
    const auto observed = all_values(std::vector<double>(parting.clusters(), 1));
    const auto pairs = comparisons(models);
    std::vector<std::vector<Drawn>> scores;
    std::vector<std::vector<Drawn>> advantages;
    for (const auto& values : observed) scores.push_back(drawn_from(values));
    for (const auto& [model, rival] : pairs) advantages.push_back(drawn_from(less(observed[model], observed[rival])));
    const RandomStream random(choices.seed,
                              parting.held_out == HoldOut::Decades ? "threat-test-decades" : "threat-test-states");
    for (std::size_t draw = 0; draw < choices.draws; ++draw) {
        const auto values = all_values(models::drawn_clusters(random, draw, parting.clusters()));
        for (std::size_t kind = 0; kind < kScoreKinds; ++kind) {
            for (std::size_t model = 0; model < models.size(); ++model) scores[model][kind].add(values[model][kind]);
            for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
                advantages[pair][kind].add(
                    difference(values[pairs[pair].first][kind], values[pairs[pair].second][kind]));
            }
        }
    }
    HeldOutResult result;
    result.held_out = parting.held_out;
    result.parts = parting.parts;
    result.clusters = parting.clusters();
    for (std::size_t model = 0; model < models.size(); ++model) {
        result.models.push_back({forecasts.why_not[model], estimates(scores[model], kLevel)});
        turn_brier(result.models.back());
    }
    for (std::size_t pair = 0; pair < pairs.size(); ++pair) {
        result.advantages.push_back({pairs[pair].first, pairs[pair].second, estimates(advantages[pair], kLevel)});
    }
    const auto theory = place_of(models, ModelRole::Theory);
    if (forecasts.why_not[theory].empty()) {
        result.calibration = models::calibration(forecasts.by_model[theory], rows.outcomes, kCalibrationGroups);
        result.brier = models::brier_parts(forecasts.by_model[theory], rows.outcomes);
    }
    return result;
}

FittedModel fitted_model(const models::Logit& fit, const TestModel& model, const TestRows& rows,
                         const std::vector<double>& deviations) {
    FittedModel fitted;
    fitted.why_not = fit.why_not;
    if (fit.end != models::LogitEnd::Converged) return fitted;
    fitted.intercept = fit.coefficients[0];
    const auto& covariance = fit.clustered_covariance.empty() ? fit.covariance : fit.clustered_covariance;
    for (std::size_t j = 0; j < model.predictors.size(); ++j) {
        const auto place = static_cast<std::size_t>(
            std::find(rows.names.begin(), rows.names.end(), model.predictors[j]) - rows.names.begin());
        const double value = fit.coefficients[j + 1];
        const double half = kNormal975 * std::sqrt(std::max(covariance[j + 1][j + 1], 0.0));
        fitted.predictors.push_back(
            {model.predictors[j], deviations[place], {value, value - half, value + half}, value + half < 0});
    }
    return fitted;
}

std::vector<std::span<const float>> columns_for(const TestModel& model, const TestRows& rows) {
    std::vector<std::span<const float>> columns;
    for (const auto& name : model.predictors) {
        const auto found = std::find(rows.names.begin(), rows.names.end(), name);
        ensure(found != rows.names.end(), "a model of a contest names a predictor that is there");
        columns.emplace_back(rows.predictors[static_cast<std::size_t>(found - rows.names.begin())]);
    }
    return columns;
}

std::string why_no_contest(const TestRows& rows, std::size_t events) {
    if (rows.size() == 0) return "no pair of states and year has all that the contest needs";
    if (events == 0) return "nobody allied against anybody in these rows";
    if (events == rows.size()) return "everybody allied against everybody in these rows";
    const auto [first, last] = std::minmax_element(rows.years.begin(), rows.years.end());
    if (decade_of(*first) == decade_of(*last)) return "all rows are of one decade: none can be held out";
    const auto [one, other] = std::minmax_element(rows.states.begin(), rows.states.end());
    if (*one == *other) return "all rows are of one state: none can be held out";
    return {};
}

void one_by_one(std::size_t tasks, const std::function<void(std::size_t)>& task) {
    for (std::size_t number = 0; number < tasks; ++number) task(number);
}

}  // namespace

TestVerdict verdict_on(const std::vector<HeldOutResult>& held_out, std::size_t model, std::size_t rival,
                       double margin) {
    bool better = !held_out.empty();
    bool not_better = !held_out.empty();
    for (const auto& result : held_out) {
        const auto found = std::find_if(result.advantages.begin(), result.advantages.end(), [&](const auto& advantage) {
            return advantage.model == model && advantage.rival == rival;
        });
        if (found == result.advantages.end()) return TestVerdict::CannotTell;
        const auto& skill = found->by[static_cast<std::size_t>(ScoreKind::Skill)];
        if (!skill) return TestVerdict::CannotTell;
        better = better && skill->low > 0 && skill->value >= margin;
        not_better = not_better && skill->high < margin;
    }
    if (better) return TestVerdict::Better;
    return not_better ? TestVerdict::NotBetter : TestVerdict::CannotTell;
}

TestResult run_contest(TestRows rows, std::vector<TestModel> models, const TestChoices& choices,
                       const TaskRunner& run) {
    TestResult result;
    result.models = std::move(models);
    result.choices = choices;
    result.rows = rows.size();
    result.events = static_cast<std::size_t>(std::count(rows.outcomes.begin(), rows.outcomes.end(), 1));
    result.why_not = why_no_contest(rows, result.events);
    if (!result.why_not.empty()) return result;
    result.states = std::set<std::uint16_t>(rows.states.begin(), rows.states.end()).size();
    const auto [first, last] = std::minmax_element(rows.years.begin(), rows.years.end());
    result.from = *first;
    result.to = *last;

    const TaskRunner runner = run ? run : TaskRunner(one_by_one);
    const auto deviations = standardise(rows.predictors);
    std::vector<PreparedModel> prepared(result.models.size());
    result.fitted.resize(result.models.size());
    runner(result.models.size(), [&](std::size_t model) {
        auto& one = prepared[model];
        one.columns = columns_for(result.models[model], rows);
        one.choices.ridge = choices.ridge;
        const auto fit = models::logit({one.columns, rows.outcomes, {}, rows.states}, one.choices);
        one.choices.start = fit.coefficients;
        result.fitted[model] = fitted_model(fit, result.models[model], rows, deviations);
    });
    for (const auto& parting : {by_decades(rows, choices.window), by_states(rows, choices)}) {
        const auto forecasts = forecasts_of(rows, parting, prepared, runner);
        result.held_out.push_back(held_out_result(rows, result.models, parting, forecasts, choices));
    }
    const auto theory = place_of(result.models, ModelRole::Theory);
    for (std::size_t rival = 0; rival < result.models.size(); ++rival) {
        const auto role = result.models[rival].role;
        if (role != ModelRole::Rival && role != ModelRole::Base) continue;
        result.findings.push_back({rival, verdict_on(result.held_out, theory, rival, choices.margin)});
    }
    return result;
}

}  // namespace entente::threat
