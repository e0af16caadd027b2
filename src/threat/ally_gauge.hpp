// Abandonment and entrapment: two risks of an alliance, gauged from signs. Snyder (1984), "The Security Dilemma in
// Alliance Politics", names the determinants; the weights are the theory file's.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "core/missing.hpp"
#include "evidence/threat_theory.hpp"

namespace entente::threat {

// One value for each of evidence::GaugeSign, in its order, 0 … 1.
struct GaugeFacts {
    std::array<Reading, 9> values{};

    [[nodiscard]] const Reading& operator[](evidence::GaugeSign sign) const {
        return values[static_cast<std::size_t>(sign)];
    }
    [[nodiscard]] Reading& operator[](evidence::GaugeSign sign) { return values[static_cast<std::size_t>(sign)]; }
};

struct SignReading {
    const evidence::GaugePart* part = nullptr;
    Reading got;       // as measured
    Reading counted;   // turned round where the part says so
    double share = 0;  // its weight among the signs that are known; 0 where missing
};

struct Gauge {
    Reading value;                  // 0 … 1; missing where too little of the weight is known
    double known_weight = 0;        // how much of the weight is known, 0 … 1
    bool too_little_known = false;  // some of it, and less than the theory asks for
    std::vector<SignReading> signs;
};

struct AllyGauge {
    Gauge abandonment;
    Gauge entrapment;
};

// `known_at_least`: of the weight, 0 … 1; with less known there is no value.
[[nodiscard]] Gauge gauge(std::span<const evidence::GaugePart> parts, const GaugeFacts& facts, double known_at_least);
[[nodiscard]] AllyGauge ally_gauge(const evidence::ThreatTheory& theory, const GaugeFacts& facts);

}  // namespace entente::threat
