#include "threat/ally_gauge.hpp"

namespace entente::threat {
namespace {

constexpr double kRounding = 1e-9;  // sums of weights that are halves on paper

SignReading sign_of(const evidence::GaugePart& part, const GaugeFacts& facts) {
    SignReading sign;
    sign.part = &part;
    sign.got = facts[part.sign];
    sign.counted = part.one_minus && sign.got.known() ? Reading::of(1 - sign.got.value) : sign.got;
    return sign;
}

}  // namespace

Gauge gauge(std::span<const evidence::GaugePart> parts, const GaugeFacts& facts, double known_at_least) {
    Gauge result;
    double weight = 0;
    double known_weight = 0;
    for (const auto& part : parts) {
        result.signs.push_back(sign_of(part, facts));
        weight += part.weight;
        if (result.signs.back().counted.known()) known_weight += part.weight;
    }
    if (!(known_weight > 0)) {
        result.value = result.signs.empty() ? Reading::missing(Reason::Undefined) : result.signs.front().counted;
        return result;
    }
    double value = 0;
    for (auto& sign : result.signs) {
        if (!sign.counted.known()) continue;
        sign.share = sign.part->weight / known_weight;
        value += sign.share * sign.counted.value;
    }
    result.known_weight = known_weight / weight;
    result.too_little_known = result.known_weight < known_at_least - kRounding;
    result.value = result.too_little_known ? Reading::missing(Reason::Input) : Reading::of(value);
    return result;
}

AllyGauge ally_gauge(const evidence::ThreatTheory& theory, const GaugeFacts& facts) {
    return {gauge(theory.abandonment, facts, theory.gauge_known_at_least),
            gauge(theory.entrapment, facts, theory.gauge_known_at_least)};
}

}  // namespace entente::threat
