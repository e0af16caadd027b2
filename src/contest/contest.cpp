#include "contest/contest.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "core/error.hpp"
#include "core/random.hpp"
#include "core/sha256.hpp"

namespace entente::contest {
namespace {

constexpr double kNormal975 = 1.959963984540054;  // the quantile of the normal distribution, for 95 %
constexpr std::size_t kDrawsOfTask = 50;

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

std::size_t place_of_predictor(const TestRows& rows, const std::string& name) {
    const auto found = std::find(rows.names.begin(), rows.names.end(), name);
    ensure(found != rows.names.end(), "a model of a contest names a predictor that is there");
    return static_cast<std::size_t>(found - rows.names.begin());
}

bool is_wrong(ExpectedSign expected, const Estimate& estimate) {
    switch (expected) {
        case ExpectedSign::Positive:
            return estimate.high < 0;
        case ExpectedSign::Negative:
            return estimate.low > 0;
        case ExpectedSign::None:
            break;
    }
    return false;
}

FittedModel fitted_model(const models::Logit& fit, const TestModel& model, const TestRows& rows,
                         const std::vector<double>& deviations) {
    FittedModel fitted;
    fitted.why_not = fit.why_not;
    if (fit.end != models::FitEnd::Converged) return fitted;
    fitted.intercept = fit.coefficients[0];
    const auto& covariance = fit.clustered_covariance.empty() ? fit.covariance : fit.clustered_covariance;
    for (std::size_t j = 0; j < model.predictors.size(); ++j) {
        const auto place = place_of_predictor(rows, model.predictors[j]);
        const double value = fit.coefficients[j + 1];
        const double half = kNormal975 * std::sqrt(std::max(covariance[j + 1][j + 1], 0.0));
        const Estimate estimate{value, value - half, value + half};
        const auto expected = rows.expected.empty() ? ExpectedSign::Positive : rows.expected[place];
        fitted.predictors.push_back({model.predictors[j], deviations[place], estimate, is_wrong(expected, estimate)});
    }
    return fitted;
}

std::vector<std::span<const float>> columns_for(const TestModel& model, const TestRows& rows) {
    std::vector<std::span<const float>> columns;
    for (const auto& name : model.predictors) columns.emplace_back(rows.predictors[place_of_predictor(rows, name)]);
    return columns;
}

std::set<std::uint16_t> states_of(const TestRows& rows) {
    std::set<std::uint16_t> states(rows.states.begin(), rows.states.end());
    states.insert(rows.others.begin(), rows.others.end());
    return states;
}

std::string why_not_held_out(HoldOut held_out, const TestRows& rows, const TestChoices& choices) {
    const auto [first, last] = std::minmax_element(rows.years.begin(), rows.years.end());
    switch (held_out) {
        case HoldOut::Decades:
            if (decade_of(*first) == decade_of(*last)) return "all rows are of one decade: none can be held out";
            break;
        case HoldOut::States:
        case HoldOut::PairStates: {
            const bool one = held_out == HoldOut::States
                                 ? std::set<std::uint16_t>(rows.states.begin(), rows.states.end()).size() == 1
                                 : states_of(rows).size() <= 2;
            if (one) return "all rows are of one state: none can be held out";
            break;
        }
        case HoldOut::Past:
            if (from_the_past(rows, choices).parts == 0) {
                return "no decade from " + std::to_string(choices.first_origin) +
                       " on has a past to be foreseen from: it takes " + std::to_string(choices.least_events) +
                       " events that were known when it began";
            }
            break;
    }
    return {};
}

std::string why_no_contest(const TestRows& rows, std::size_t events, const TestChoices& choices) {
    if (rows.size() == 0) return choices.words.no_rows;
    if (events == 0) return choices.words.no_events;
    if (events == rows.size()) return choices.words.only_events;
    for (const auto held_out : choices.held_out) {
        if (auto why_not = why_not_held_out(held_out, rows, choices); !why_not.empty()) return why_not;
    }
    return {};
}

// Draws are of as many clusters as there are.
std::vector<std::uint16_t> numbered_densely(const std::vector<std::uint16_t>& clusters) {
    std::map<std::uint16_t, std::uint16_t> places;
    for (const auto cluster : clusters) places.emplace(cluster, 0);
    std::uint16_t next = 0;
    for (auto& [cluster, place] : places) place = next++;
    std::vector<std::uint16_t> dense;
    dense.reserve(clusters.size());
    for (const auto cluster : clusters) dense.push_back(places.at(cluster));
    return dense;
}

void one_by_one(std::size_t tasks, const std::function<void(std::size_t)>& task) {
    for (std::size_t number = 0; number < tasks; ++number) task(number);
}

template <typename Value>
std::string_view bytes_of(const std::vector<Value>& values) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): a digest is of bytes
    return {reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Value)};
}

}  // namespace

std::size_t place_of(const std::vector<TestModel>& models, ModelRole role) {
    const auto found =
        std::find_if(models.begin(), models.end(), [&](const auto& model) { return model.role == role; });
    ensure(found != models.end(), "a contest has a base rate and a model of the theory");
    return static_cast<std::size_t>(found - models.begin());
}

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

TestVerdict verdict_on_skill(const std::vector<HeldOutResult>& held_out, std::size_t model, double margin) {
    std::vector<HeldOutResult> over_base(held_out.size());
    for (std::size_t way = 0; way < held_out.size(); ++way) {
        const Advantage advantage{model, model, held_out[way].models[model].scores};
        over_base[way].advantages.push_back(advantage);
    }
    return verdict_on(over_base, model, model, margin);
}

Contest::Contest(TestRows rows, std::vector<TestModel> models, TestChoices choices, const TaskRunner& run)
    : rows_(std::move(rows)) {
    result_.models = std::move(models);
    result_.choices = std::move(choices);
    result_.rows = rows_.size();
    result_.events = static_cast<std::size_t>(std::count(rows_.outcomes.begin(), rows_.outcomes.end(), 1));
    result_.why_not = why_no_contest(rows_, result_.events, result_.choices);
    if (!result_.why_not.empty()) return;
    result_.states = states_of(rows_).size();
    const auto [first, last] = std::minmax_element(rows_.years.begin(), rows_.years.end());
    result_.from = *first;
    result_.to = *last;

    const TaskRunner runner = run ? run : TaskRunner(one_by_one);
    const auto deviations = standardise(rows_.predictors);
    const auto& clusters = rows_.clusters.empty() ? rows_.states : rows_.clusters;
    cluster_of_row_ = numbered_densely(clusters);
    clusters_ = *std::max_element(cluster_of_row_.begin(), cluster_of_row_.end()) + std::size_t{1};
    prepared_.resize(result_.models.size());
    result_.fitted.resize(result_.models.size());
    runner(result_.models.size(), [&](std::size_t model) {
        auto& one = prepared_[model];
        one.columns = columns_for(result_.models[model], rows_);
        one.recent_years = result_.models[model].recent_years;
        if (!rows_.not_drawn_out.empty()) {
            for (const auto& name : result_.models[model].predictors) {
                one.not_drawn_out.push_back(rows_.not_drawn_out[place_of_predictor(rows_, name)]);
            }
        }
        one.choices.ridge = result_.choices.ridge;
        one.choices.ridge_scale = result_.choices.ridge_scale;
        const auto fit = models::logit({one.columns, rows_.outcomes, {}, clusters}, one.choices);
        one.choices.start = fit.coefficients;
        result_.fitted[model] = fitted_model(fit, result_.models[model], rows_, deviations);
    });
    for (const auto held_out : result_.choices.held_out) {
        std::vector<Dealt> deals;
        for (std::size_t deal = 0; deal < deals_of(held_out, result_.choices); ++deal) {
            auto parting = parted(held_out, rows_, result_.choices, deal);
            auto forecasts = forecasts_of(rows_, parting, prepared_, runner);
            deals.push_back({std::move(parting), std::move(forecasts)});
        }
        ways_.emplace_back(rows_, result_.models, deals, result_.choices);
    }
}

std::vector<DrawnValues> Contest::draw(std::uint64_t number) const {
    std::vector<DrawnValues> values;
    for (const auto& way : ways_) values.push_back(way.draw(number));
    return values;
}

std::vector<double> Contest::drawn_coefficients(std::size_t model, std::uint64_t number) const {
    const RandomStream random(result_.choices.seed, result_.choices.purpose + "-coefficients");
    const auto times = models::drawn_clusters(random, number, clusters_);
    std::vector<float> weights;
    weights.reserve(rows_.size());
    for (const auto cluster : cluster_of_row_) weights.push_back(static_cast<float>(times[cluster]));
    const auto& prepared = prepared_.at(model);
    return models::logit({prepared.columns, rows_.outcomes, weights, {}}, prepared.choices).coefficients;
}

std::string Contest::rows_sha256() const {
    Sha256 digest;
    for (const auto& column : rows_.predictors) digest.add(bytes_of(column));
    digest.add(bytes_of(rows_.outcomes));
    digest.add(bytes_of(rows_.states));
    digest.add(bytes_of(rows_.others));
    digest.add(bytes_of(rows_.years));
    digest.add(bytes_of(rows_.clusters));
    return digest.finish();
}

std::string Contest::forecasts_sha256() const {
    Sha256 digest;
    for (const auto& way : ways_) digest.add(way.forecasts_sha256());
    for (const auto& prepared : prepared_) digest.add(bytes_of(prepared.choices.start));
    return digest.finish();
}

TestResult Contest::result(std::span<const std::vector<DrawnValues>> draws) const {
    auto result = result_;
    if (!result.why_not.empty()) return result;
    for (std::size_t way = 0; way < ways_.size(); ++way) {
        std::vector<const DrawnValues*> drawn;
        for (const auto& draw : draws) drawn.push_back(&draw.at(way));
        result.held_out.push_back(ways_[way].result(drawn));
    }
    const auto theory = place_of(result.models, ModelRole::Theory);
    for (std::size_t rival = 0; rival < result.models.size(); ++rival) {
        const auto role = result.models[rival].role;
        if (role != ModelRole::Rival && role != ModelRole::Base) continue;
        result.findings.push_back({rival, verdict_on(result.held_out, theory, rival, result.choices.margin)});
    }
    return result;
}

TestResult run_contest(TestRows rows, std::vector<TestModel> models, const TestChoices& choices,
                       const TaskRunner& run) {
    const Contest contest(std::move(rows), std::move(models), choices, run);
    if (!contest.why_not().empty()) return contest.result({});
    std::vector<std::vector<DrawnValues>> draws(choices.draws);
    const auto draw_some = [&](std::size_t task) {
        for (auto number = task * kDrawsOfTask; number < std::min(choices.draws, (task + 1) * kDrawsOfTask); ++number) {
            draws[number] = contest.draw(number);
        }
    };
    const TaskRunner runner = run ? run : TaskRunner(one_by_one);
    runner((choices.draws + kDrawsOfTask - 1) / kDrawsOfTask, draw_some);
    return contest.result(draws);
}

}  // namespace entente::contest
