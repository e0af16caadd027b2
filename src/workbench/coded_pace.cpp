#include "workbench/coded_pace.hpp"

#include <algorithm>

#include "outlook/leader_structure.hpp"

namespace entente::workbench {
namespace {

bool stands_on_words(const assessment::FactorResult& factor, const assessment::Cluster& cluster) {
    const auto found =
        std::find_if(factor.evidence.begin(), factor.evidence.end(),
                     [&](const assessment::Evidence& evidence) { return evidence.item == cluster.strongest_item; });
    return found != factor.evidence.end() && found->kind == evidence::Kind::Words;
}

}  // namespace

std::vector<CodedPace> coded_pace(const TrajectoryResult& trajectory) {
    std::vector<CodedPace> periods;
    for (const auto& point : trajectory.points) {
        const auto* period = evidence::find_period(trajectory.open->content, point.period);
        CodedPace pace;
        pace.id = point.period;
        pace.name = period != nullptr ? period->name : point.period;
        for (const auto& factor : point.outcome.factors) {
            if (factor.finding == assessment::Finding::NotAssessed) continue;
            if (!pace.words) pace.words = pace.deeds = 0;
            for (const auto& cluster : factor.clusters) {
                const double pull = cluster.decibels[0] - cluster.decibels[2];
                (stands_on_words(factor, cluster) ? *pace.words : *pace.deeds) += pull;
            }
        }
        periods.push_back(std::move(pace));
    }
    return periods;
}

std::optional<double> share_of_words(const std::vector<CodedPace>& periods) {
    std::vector<double> words;
    std::vector<double> deeds;
    for (const auto& period : periods) {
        if (!period.words || !period.deeds) continue;
        words.push_back(*period.words);
        deeds.push_back(*period.deeds);
    }
    return outlook::share_of_first(words, deeds);
}

}  // namespace entente::workbench
