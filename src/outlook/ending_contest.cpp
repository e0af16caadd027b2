#include "outlook/ending_contest.hpp"

#include <algorithm>
#include <utility>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "models/clustered_scores.hpp"
#include "outlook/ending_findings.hpp"

namespace entente::outlook {
namespace {

// Fewer, and whatever is learnt is noise (Peduzzi and others 1996 ask for ten for each predictor; the penalty makes up
// for some of that).
constexpr std::size_t kLeastEvents = 20;

contest::TestChoices choices_of(const EndingContestRequest& request, int horizon) {
    contest::TestChoices choices;
    choices.seed = request.seed;
    choices.purpose = "backtest";
    choices.held_out = {contest::HoldOut::Past, contest::HoldOut::PairStates};
    choices.folds = request.rules.folds;
    choices.deals = request.rules.deals;
    choices.draws = request.draws;
    choices.margin = request.rules.margin;
    choices.ridge = request.rules.ridge;
    choices.ridge_scale = models::RidgeScale::PerDeviation;
    choices.window = horizon - 1;
    choices.first_origin = request.rules.first_origin;
    choices.least_events = kLeastEvents;
    choices.calibrated = contest::Calibrated::All;
    choices.words = {"no alliance and year has all that the contest needs", "no alliance ends so in these rows",
                     "every alliance ends so in these rows"};
    return choices;
}

// Goes through the numbers of a draw in their order: scores, then shares of calibration groups, then coefficients.
template <typename Visit>
void visit_scores(const contest::HeldOutScores& way, const Visit& visit) {
    const auto groups = way.groups_with_intervals();
    for (std::size_t model = 0; model < groups.size(); ++model) {
        for (std::size_t kind = 0; kind < contest::kScoreKinds; ++kind) visit(model, kind, std::nullopt);
        for (std::size_t group = 0; group < groups[model]; ++group) visit(model, std::nullopt, group);
    }
}

contest::DrawnValues empty_values(const contest::HeldOutScores& way) {
    contest::DrawnValues values;
    const auto groups = way.groups_with_intervals();
    values.scores.resize(groups.size());
    for (const auto count : groups) values.happened.emplace_back(count);
    return values;
}

using Place = std::optional<std::size_t>;

std::optional<double>& number_at(contest::DrawnValues& values, std::size_t model, Place kind, Place group) {
    return kind ? values.scores[model][*kind] : values.happened[model][*group];
}

SignFinding sign_of(const contest::Estimate& estimate, evidence::Direction rise) {
    if (estimate.low <= 0 && estimate.high >= 0) return SignFinding::NotToldApart;
    return (estimate.low > 0) == (rise == evidence::Direction::Collapse) ? SignFinding::AsExpected
                                                                         : SignFinding::Opposite;
}

const evidence::Covariate* find_covariate(const std::vector<evidence::Covariate>& covariates, const std::string& id) {
    const auto found =
        std::find_if(covariates.begin(), covariates.end(), [&](const auto& covariate) { return covariate.id == id; });
    return found == covariates.end() ? nullptr : &*found;
}

EndingCoefficient coefficient_of(const contest::FittedPredictor& fitted,
                                 const std::vector<evidence::Covariate>& covariates, Ending ending) {
    EndingCoefficient made{fitted.name, fitted.name, fitted.deviation, fitted.per_deviation, {}, {}, {}};
    const auto* covariate = is_duration(fitted.name) ? nullptr : find_covariate(covariates, fitted.name);
    if (covariate == nullptr) return made;
    made.name = covariate->name;
    if (ending == Ending::Violation) {
        made.expected = covariate->rise;
        made.finding = sign_of(fitted.per_deviation, covariate->rise);
    }
    return made;
}

}  // namespace

EndingContests::EndingContests(const RiskYears& years, const std::vector<evidence::EndingModel>& models,
                               std::vector<evidence::Covariate> covariates, EndingContestRequest request,
                               const contest::TaskRunner& run)
    : request_(std::move(request)), covariates_(std::move(covariates)), years_(request_.rules.horizons) {
    for (const int horizon : years_) {
        auto rows = contest_rows(years, models, covariates_,
                                 {horizon, request_.ending, request_.rules.from, request_.rules.to});
        contest::Contest contest(std::move(rows.rows), rows.models, choices_of(request_, horizon), run);
        auto drawn = contest::place_of(rows.models, contest::ModelRole::Theory);
        for (std::size_t model = 0; model < rows.models.size(); ++model) {
            if (rows.models[model].id == request_.drawn_model) drawn = model;
        }
        horizons_.push_back({std::move(rows), std::move(contest), drawn});
        const auto& made = horizons_.back();
        if (!made.contest.why_not().empty()) continue;
        const auto prefix = std::to_string(horizon) + '/';
        for (const auto& way : made.contest.ways()) {
            visit_scores(way, [&](std::size_t model, Place kind, Place group) {
                columns_.push_back(prefix + std::string(name_of(way.held_out())) + '/' + made.rows.models[model].id +
                                   '/' +
                                   (kind ? std::string(name_of(static_cast<contest::ScoreKind>(*kind)))
                                         : "calibration-" + std::to_string(*group + 1)));
            });
        }
        for (const auto& predictor : made.rows.models[drawn].predictors) {
            columns_.push_back(prefix + "coefficient/" + predictor);
        }
    }
}

EndingDraw EndingContests::draw(std::uint64_t number) const {
    EndingDraw drawn;
    drawn.reserve(columns_.size());
    for (const auto& horizon : horizons_) {
        if (!horizon.contest.why_not().empty()) continue;
        auto by_way = horizon.contest.draw(number);
        for (std::size_t way = 0; way < by_way.size(); ++way) {
            visit_scores(horizon.contest.ways()[way], [&](std::size_t model, Place kind, Place group) {
                drawn.push_back(number_at(by_way[way], model, kind, group));
            });
        }
        const auto coefficients = horizon.contest.drawn_coefficients(horizon.drawn_model, number);
        for (std::size_t place = 0; place < horizon.rows.models[horizon.drawn_model].predictors.size(); ++place) {
            drawn.push_back(coefficients.empty() ? std::nullopt : std::optional(coefficients[place + 1]));
        }
    }
    return drawn;
}

HorizonContest EndingContests::horizon_result(std::size_t place, std::span<const EndingDraw> draws,
                                              std::size_t& column) const {
    const auto& of = horizons_[place];
    HorizonContest made;
    made.years = years_[place];
    made.alliances = of.rows.alliances;
    made.beyond_data = of.rows.beyond_data;
    made.lost = of.rows.lost;
    made.incomplete = of.rows.incomplete;
    made.without = of.rows.without;
    if (!of.contest.why_not().empty()) {
        made.result = of.contest.result({});
        made.sentence = sentence_on(made, request_.ending);
        return made;
    }
    std::vector<std::vector<contest::DrawnValues>> values(draws.size());
    for (const auto& way : of.contest.ways()) {
        for (auto& of_draw : values) of_draw.push_back(empty_values(way));
        visit_scores(way, [&](std::size_t model, Place kind, Place group) {
            for (std::size_t draw = 0; draw < draws.size(); ++draw) {
                number_at(values[draw].back(), model, kind, group) = draws[draw].at(column);
            }
            ++column;
        });
    }
    made.result = of.contest.result(values);
    for (const auto& fitted : made.result.fitted) {
        auto& coefficients = made.coefficients.emplace_back();
        for (const auto& one : fitted.predictors) {
            coefficients.push_back(coefficient_of(one, covariates_, request_.ending));
        }
    }
    for (std::size_t one = 0; one < of.rows.models[of.drawn_model].predictors.size(); ++one, ++column) {
        std::vector<double> drawn;
        for (const auto& draw : draws) {
            if (draw.at(column)) drawn.push_back(*draw[column]);
        }
        made.refits = drawn.size();
        auto& coefficients = made.coefficients[of.drawn_model];
        const auto interval = models::percentile_interval(std::move(drawn), contest::kLevel);
        if (interval && one < coefficients.size()) {
            coefficients[one].drawn =
                contest::Estimate{coefficients[one].per_deviation.value, interval->low, interval->high};
        }
    }
    made.sentence = sentence_on(made, request_.ending);
    return made;
}

EndingContestResult EndingContests::result(std::span<const EndingDraw> draws) const {
    EndingContestResult result;
    result.request = request_;
    std::size_t column = 0;
    for (std::size_t place = 0; place < horizons_.size(); ++place) {
        result.horizons.push_back(horizon_result(place, draws, column));
    }
    auto chosen = chosen_model(result.horizons, request_.rules.margin);
    result.chosen = std::move(chosen.id);
    result.chosen_reason = std::move(chosen.reason);
    result.findings = sign_findings(result.horizons);
    return result;
}

std::string EndingContests::rows_sha256() const {
    Sha256 digest;
    for (const auto& horizon : horizons_) digest.add(horizon.contest.rows_sha256());
    return digest.finish();
}

std::string EndingContests::forecasts_sha256() const {
    Sha256 digest;
    for (const auto& horizon : horizons_) digest.add(horizon.contest.forecasts_sha256());
    return digest.finish();
}

}  // namespace entente::outlook
