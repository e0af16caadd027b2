#include "models/poisson_change_point.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <boost/math/special_functions/gamma.hpp>
#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::models {
namespace {

// ln of b^a / Γ(a) · Γ(a + S) / (b + n)^(a + S): the evidence of n counts with the sum S under one rate. The product of
// the counts' factorials is left out: it is the same with and without a change.
double log_evidence(double sum, double points, const GammaPrior& prior) {
    return prior.shape * std::log(prior.rate) - boost::math::lgamma(prior.shape) +
           boost::math::lgamma(prior.shape + sum) - (prior.shape + sum) * std::log(prior.rate + points);
}

std::string why_not_computed(const std::vector<double>& counts) {
    if (counts.size() < 3) return fmt::format("too short: {} counts", counts.size());
    const auto is_count = [](double number) { return number >= 0 && number <= 1e9 && number == std::floor(number); };
    if (!std::all_of(counts.begin(), counts.end(), is_count)) return "not all values are whole numbers of events";
    return {};
}

// The first number of counts at which the posterior reaches `share`.
std::size_t reaches(const std::vector<double>& probability, double share) {
    double sum = 0;
    for (std::size_t i = 0; i < probability.size(); ++i) {
        sum += probability[i];
        if (sum >= share) return i + 1;
    }
    return probability.size();
}

}  // namespace

PoissonChangePoint poisson_change_point(const std::vector<double>& counts, const GammaPrior& prior) {
    ensure(prior.shape > 0 && prior.rate > 0, "shape and rate of a Gamma distribution are above 0");
    PoissonChangePoint result;
    result.why_not = why_not_computed(counts);
    if (!result.why_not.empty()) return result;

    const auto points = counts.size();
    const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
    std::vector<double> sums(points);
    std::partial_sum(counts.begin(), counts.end(), sums.begin());
    std::vector<double> evidence;
    for (std::size_t before = 1; before < points; ++before) {
        const double sum = sums[before - 1];
        evidence.push_back(log_evidence(sum, static_cast<double>(before), prior) +
                           log_evidence(total - sum, static_cast<double>(points - before), prior));
    }
    const double largest = *std::max_element(evidence.begin(), evidence.end());
    double whole = 0;
    for (const double each : evidence) whole += std::exp(each - largest);
    for (const double each : evidence) result.probability.push_back(std::exp(each - largest) / whole);
    result.log_bayes_factor = largest + std::log(whole / static_cast<double>(evidence.size())) -
                              log_evidence(total, static_cast<double>(points), prior);

    const auto likely = std::max_element(result.probability.begin(), result.probability.end());
    result.most_likely = static_cast<std::size_t>(likely - result.probability.begin()) + 1;
    result.low = reaches(result.probability, 0.025);
    result.high = reaches(result.probability, 0.975);
    for (std::size_t i = 0; i < result.probability.size(); ++i) {
        const auto before = static_cast<double>(i + 1);
        const double chance = result.probability[i];
        result.mean += chance * before;
        result.rate_before += chance * (prior.shape + sums[i]) / (prior.rate + before);
        result.rate_after +=
            chance * (prior.shape + total - sums[i]) / (prior.rate + static_cast<double>(points) - before);
    }
    return result;
}

}  // namespace entente::models
