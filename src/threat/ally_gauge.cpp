#include "threat/ally_gauge.hpp"

namespace entente::threat {
namespace {

SignReading sign_of(const evidence::GaugePart& part, const GaugeFacts& facts) {
    SignReading sign;
    sign.part = &part;
    sign.got = facts[part.sign];
    sign.counted = part.one_minus && sign.got.known() ? Reading::of(1 - sign.got.value) : sign.got;
    return sign;
}

}  // namespace

Gauge gauge(std::span<const evidence::GaugePart> parts, const GaugeFacts& facts) {
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
    result.value = Reading::of(value);
    result.known_weight = known_weight / weight;
    return result;
}

AllyGauge ally_gauge(const evidence::ThreatTheory& theory, const GaugeFacts& facts) {
    return {gauge(theory.abandonment, facts), gauge(theory.entrapment, facts)};
}

}  // namespace entente::threat
