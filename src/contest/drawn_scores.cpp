#include "contest/drawn_scores.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "core/error.hpp"
#include "core/sha256.hpp"
#include "models/scores.hpp"

namespace entente::contest {
namespace {

constexpr std::size_t kCalibrationGroups = 10;

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

// Nothing where the value is not defined. Draws without a value (no event was drawn) are passed over.
template <typename ValueOf>
std::optional<Estimate> estimate(std::optional<double> value, std::span<const DrawnValues* const> draws,
                                 const ValueOf& value_of) {
    if (!value) return std::nullopt;
    std::vector<double> drawn;
    for (const auto* draw : draws) {
        if (const std::optional<double> one = value_of(*draw)) drawn.push_back(*one);
    }
    const auto interval = models::percentile_interval(std::move(drawn), kLevel);
    if (!interval) return std::nullopt;
    return Estimate{*value, interval->low, interval->high};
}

std::optional<double> difference(std::optional<double> a, std::optional<double> b) {
    if (!a || !b) return std::nullopt;
    return *a - *b;
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

void turn_brier(ModelScores& scores) {
    auto& brier = scores.scores[static_cast<std::size_t>(ScoreKind::Brier)];
    if (brier) brier = Estimate{-brier->value, -brier->high, -brier->low};
}

// The rows that are foreseen, those of each deal after those of the one before.
struct PooledRows {
    std::vector<std::uint8_t> outcomes;
    std::vector<std::int16_t> years;
    std::vector<std::uint16_t> piece_of_row;
    std::vector<std::uint16_t> cluster_of_piece;
    std::vector<std::uint16_t> part_of_piece;
    std::size_t clusters = 0;
};

PooledRows pooled(const TestRows& rows, const std::vector<Dealt>& deals) {
    PooledRows pool;
    std::size_t parts = 0;
    for (const auto& deal : deals) {
        const auto pieces = pieces_of(rows, deal.parting);
        const auto before = pool.cluster_of_piece.size();
        ensure(before + pieces.cluster_of_piece.size() < kNoPart, "there are fewer pieces than numbers for them");
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (pieces.piece_of_row[row] == kNoPart) continue;
            pool.outcomes.push_back(rows.outcomes[row]);
            pool.years.push_back(rows.years[row]);
            pool.piece_of_row.push_back(static_cast<std::uint16_t>(before + pieces.piece_of_row[row]));
        }
        pool.cluster_of_piece.insert(pool.cluster_of_piece.end(), pieces.cluster_of_piece.begin(),
                                     pieces.cluster_of_piece.end());
        for (const auto part : pieces.part_of_piece) {
            pool.part_of_piece.push_back(static_cast<std::uint16_t>(parts + part));
        }
        parts += deal.parting.parts;
        pool.clusters = pieces.clusters;
    }
    return pool;
}

std::vector<float> forecasts_of_model(std::size_t model, const std::vector<Dealt>& deals) {
    std::vector<float> all;
    for (const auto& deal : deals) {
        const auto& by_row = deal.forecasts.by_model[model];
        for (std::size_t row = 0; row < by_row.size(); ++row) {
            if (deal.parting.part_of_row[row] != kNoPart) all.push_back(by_row[row]);
        }
    }
    return all;
}

std::string why_not_of_model(std::size_t model, const std::vector<Dealt>& deals) {
    for (const auto& deal : deals) {
        if (!deal.forecasts.why_not[model].empty()) return deal.forecasts.why_not[model];
    }
    return {};
}

std::string_view bytes_of(std::span<const float> values) {
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): a digest is of bytes
    return {reinterpret_cast<const char*>(values.data()), values.size_bytes()};
}

}  // namespace

HeldOutScores::HeldOutScores(const TestRows& rows, const std::vector<TestModel>& models,
                             const std::vector<Dealt>& deals, const TestChoices& choices)
    : models_(models),
      random_(choices.seed, choices.purpose + '-' + std::string(name_of(deals.front().parting.held_out))),
      base_(place_of(models, ModelRole::Base)) {
    auto pool = pooled(rows, deals);
    empty_.held_out = deals.front().parting.held_out;
    empty_.parts = deals.front().parting.parts;
    empty_.deals = deals.size();
    if (!pool.years.empty()) empty_.from = *std::min_element(pool.years.begin(), pool.years.end());
    empty_.rows = pool.outcomes.size() / deals.size();
    empty_.events = static_cast<std::size_t>(std::count(pool.outcomes.begin(), pool.outcomes.end(), 1)) / deals.size();
    empty_.clusters = pool.clusters;
    empty_.models.resize(models.size());
    counts_.resize(models.size());
    const auto theory = place_of(models, ModelRole::Theory);
    Sha256 digest;
    for (std::size_t model = 0; model < models.size(); ++model) {
        const auto probabilities = forecasts_of_model(model, deals);
        digest.add(bytes_of(probabilities));
        scores_.emplace_back(probabilities, pool.outcomes, pool.piece_of_row, pool.part_of_piece);
        empty_.models[model].why_not = why_not_of_model(model, deals);
        const bool wanted = choices.calibrated == Calibrated::All || model == theory;
        if (wanted && empty_.models[model].why_not.empty()) {
            calibrate(model, probabilities, pool.outcomes, pool.piece_of_row, choices.calibrated);
        }
    }
    forecasts_sha256_ = digest.finish();
    cluster_of_piece_ = std::move(pool.cluster_of_piece);
}

void HeldOutScores::calibrate(std::size_t model, std::span<const float> forecasts,
                              std::span<const std::uint8_t> outcomes, std::span<const std::uint16_t> pieces,
                              Calibrated calibrated) {
    auto& scores = empty_.models[model];
    const auto groups = models::calibration(forecasts, outcomes, kCalibrationGroups);
    for (auto group : groups) {
        group.size /= empty_.deals;
        scores.calibration.push_back({group, std::nullopt});
    }
    if (calibrated == Calibrated::Theory) {
        scores.brier = models::brier_parts(forecasts, outcomes);
        return;
    }
    const auto group_of_row = models::calibration_groups(forecasts, kCalibrationGroups);
    const std::size_t count = pieces.empty() ? 0 : *std::max_element(pieces.begin(), pieces.end()) + std::size_t{1};
    auto& counts = counts_[model];
    counts.groups = groups.size();
    counts.rows.assign(count * groups.size(), 0);
    counts.happened.assign(count * groups.size(), 0);
    std::vector<float> by_group;  // the forecast of each row's group
    for (std::size_t row = 0; row < outcomes.size(); ++row) {
        const auto place = pieces[row] * groups.size() + group_of_row[row];
        counts.rows[place] += 1;
        counts.happened[place] += outcomes[row];
        by_group.push_back(static_cast<float>(groups[group_of_row[row]].forecast));
    }
    scores.brier = models::brier_parts(by_group, outcomes);
}

DrawnValues HeldOutScores::values(std::span<const double> weights) const {
    DrawnValues values;
    const auto base = scores_[base_].scores(weights);
    for (std::size_t model = 0; model < models_.size(); ++model) {
        const bool usable = empty_.models[model].why_not.empty();
        values.scores.push_back(usable ? values_of(scores_[model].scores(weights), base) : ScoreValues{});
        auto& happened = values.happened.emplace_back();
        const auto& counts = counts_[model];
        for (std::size_t group = 0; group < counts.groups; ++group) {
            double rows = 0;
            double events = 0;
            for (std::size_t piece = 0; piece < weights.size(); ++piece) {
                rows += weights[piece] * counts.rows[piece * counts.groups + group];
                events += weights[piece] * counts.happened[piece * counts.groups + group];
            }
            happened.push_back(rows > 0 ? std::optional(events / rows) : std::nullopt);
        }
    }
    return values;
}

DrawnValues HeldOutScores::draw(std::uint64_t number) const {
    const auto times = models::drawn_clusters(random_, number, empty_.clusters);
    std::vector<double> weights;
    weights.reserve(cluster_of_piece_.size());
    for (const auto cluster : cluster_of_piece_) weights.push_back(times[cluster]);
    return values(weights);
}

std::vector<std::size_t> HeldOutScores::groups_with_intervals() const {
    std::vector<std::size_t> groups;
    for (const auto& counts : counts_) groups.push_back(counts.groups);
    return groups;
}

HeldOutResult HeldOutScores::result(std::span<const DrawnValues* const> draws) const {
    auto result = empty_;
    const auto observed = values(std::vector<double>(cluster_of_piece_.size(), 1));
    for (std::size_t model = 0; model < models_.size(); ++model) {
        auto& scores = result.models[model];
        for (std::size_t kind = 0; kind < kScoreKinds; ++kind) {
            scores.scores[kind] = estimate(observed.scores[model][kind], draws,
                                           [&](const auto& draw) { return draw.scores[model][kind]; });
        }
        turn_brier(scores);
        for (std::size_t group = 0; group < counts_[model].groups; ++group) {
            scores.calibration[group].happened = estimate(
                observed.happened[model][group], draws, [&](const auto& draw) { return draw.happened[model][group]; });
        }
    }
    for (const auto& [model, rival] : comparisons(models_)) {
        Advantage advantage{model, rival, {}};
        for (std::size_t kind = 0; kind < kScoreKinds; ++kind) {
            const auto of = [&, one = model, other = rival](const DrawnValues& values) {
                return difference(values.scores[one][kind], values.scores[other][kind]);
            };
            advantage.by[kind] = estimate(of(observed), draws, of);
        }
        result.advantages.push_back(advantage);
    }
    return result;
}

}  // namespace entente::contest
