#include "outlook/joint_probability.hpp"

#include <algorithm>
#include <vector>

#include "core/error.hpp"

namespace entente::outlook {
namespace {

constexpr double kRounding = 1e-9;  // three thirds need not add up to one exactly

// Linear in each p, so the greatest value gives what is left of one to the alternatives that raise it most.
double greatest(std::vector<Alternative> alternatives, double otherwise) {
    double left = 1;
    double value = otherwise;
    for (const auto& [probability, here] : alternatives) {
        left -= probability.low;
        value += probability.low * (here - otherwise);
    }
    std::ranges::sort(alternatives, std::ranges::greater{}, &Alternative::value);
    for (const auto& [probability, here] : alternatives) {
        if (here <= otherwise) break;
        const double more = std::clamp(probability.high - probability.low, 0.0, std::max(0.0, left));
        value += more * (here - otherwise);
        left -= more;
    }
    return value;
}

}  // namespace

// Fréchet (1935), “Généralisation du théorème des probabilités totales”, Fundamenta Mathematicae 25, 379–387.
Conjunction conjunction(std::span<const ProbabilityRange> parts) {
    ensure(!parts.empty(), "a conjunction has parts");
    Conjunction joint{.least = 1, .most = 1, .independent = {1, 1}};
    double low_sum = 0;
    for (const auto& part : parts) {
        low_sum += part.low;
        joint.most = std::min(joint.most, part.high);
        joint.independent.low *= part.low;
        joint.independent.high *= part.high;
    }
    joint.least = std::max(0.0, low_sum - static_cast<double>(parts.size() - 1));
    return joint;
}

std::optional<ProbabilityRange> mixture(std::span<const Alternative> alternatives, double otherwise) {
    double low_sum = 0;
    for (const auto& one : alternatives) low_sum += one.probability.low;
    if (low_sum > 1 + kRounding) return std::nullopt;
    std::vector<Alternative> mirrored(alternatives.begin(), alternatives.end());
    const double high = greatest(mirrored, otherwise);
    for (auto& one : mirrored) one.value = -one.value;
    return ProbabilityRange{-greatest(std::move(mirrored), -otherwise), high};
}

}  // namespace entente::outlook
