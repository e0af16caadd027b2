#include "assessment/trajectory.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "assessment/coverage.hpp"
#include "assessment/issues.hpp"
#include "assessment/outcome.hpp"
#include "core/random.hpp"

namespace entente::assessment {

namespace {

// A period's run, kept with its selection so that it can be thinned.
struct PeriodRun {
    Selection selection;
    Run run;
    std::vector<std::uint32_t> items;  // used, of the selection
};

std::vector<Question> questions(const evidence::Case& which, const std::vector<std::string>& coders) {
    std::vector<Question> all;
    for (const auto& period : which.periods) {
        if (!period.baseline.empty())
            all.push_back({.baseline = period.baseline, .focal = period.id, .coders = coders});
    }
    return all;
}

// `size` of the items at random without replacement: the first steps of a Fisher–Yates shuffle.
Mask thinned(const PeriodRun& period, std::size_t size, const RandomStream& stream, std::uint64_t draw) {
    auto items = period.items;
    Mask mask(period.selection.items.size(), false);
    for (std::size_t i = 0; i < size; ++i) {
        std::swap(items[i], items[i + stream.below(items.size() - i, draw, i)]);
        mask[items[i]] = true;
    }
    return mask;
}

double share_that_survives(const PeriodRun& period, std::size_t size, const evidence::Protocol& protocol,
                           std::uint64_t seed) {
    const int draws = protocol.sensitivity.thinning_draws;
    const RandomStream stream(seed, "thinning-" + period.selection.focal->id);
    int same = 0;
    for (int draw = 0; draw < draws; ++draw) {
        const auto mask = thinned(period, size, stream, static_cast<std::uint64_t>(draw));
        const auto ruling = rule_on_some(period.run, period.selection, protocol, mask);
        if (ruling.direction == period.run.ruling.direction) ++same;
    }
    return draws == 0 ? 1 : static_cast<double>(same) / draws;
}

// A richer period is compared only as far as its direction survives with as few items as the poorest has.
void thin(TrajectoryPoint& point, const PeriodRun& period, std::size_t poorest, const evidence::Protocol& protocol,
          std::uint64_t seed) {
    if (period.items.empty()) {
        point.survives = 0;
    } else if (period.items.size() > poorest) {
        point.thinned_to = static_cast<int>(poorest);
        point.survives = share_that_survives(period, poorest, protocol, seed);
    }
    point.comparable = !period.items.empty() && point.survives >= protocol.sensitivity.thinning_survives;
}

}  // namespace

std::vector<TrajectoryPoint> trajectory(const evidence::Case& which, const evidence::Theory& theory,
                                        const evidence::Protocol& protocol, const std::vector<std::string>& coders,
                                        std::uint64_t seed) {
    const evidence::CaseIndex index(which);
    std::vector<TrajectoryPoint> points;
    std::vector<PeriodRun> runs;
    std::optional<std::size_t> poorest;
    for (const auto& question : questions(which, coders)) {
        PeriodRun period;
        period.selection = select(which, index, theory, protocol.reading, question);
        const auto material = material_of(period.selection);
        period.run = run_ledger(period.selection, material, protocol);
        const auto used = used_items(period.run, period.selection);
        for (std::uint32_t i = 0; i < used.size(); ++i) {
            if (used[i]) period.items.push_back(i);
        }
        points.push_back({.period = question.focal,
                          .baseline = question.baseline,
                          .outcome = outcome_of(period.run, period.selection, material, protocol),
                          .items = static_cast<int>(period.items.size()),
                          .clusters = clusters_in(period.run),
                          .sources = sources_in(period.run, period.selection)});
        if (!period.items.empty()) poorest = std::min(poorest.value_or(period.items.size()), period.items.size());
        runs.push_back(std::move(period));
    }
    const auto used_seed = seed == 0 ? protocol.sensitivity.seed : seed;
    for (std::size_t i = 0; i < points.size(); ++i) thin(points[i], runs[i], poorest.value_or(0), protocol, used_seed);
    return points;
}

ContinuityMatrix continuity(const evidence::Case& which, const evidence::Theory& theory,
                            const evidence::Protocol& protocol, const std::vector<std::string>& coders) {
    const evidence::CaseIndex index(which);
    ContinuityMatrix matrix;
    matrix.rows.resize(which.issues.size());
    for (const auto& question : questions(which, coders)) {
        matrix.periods.push_back(question.focal);
        const auto column = issue_continuity(select(which, index, theory, protocol.reading, question));
        for (std::size_t i = 0; i < column.size(); ++i) matrix.rows[i].push_back(column[i]);
    }
    return matrix;
}

}  // namespace entente::assessment
