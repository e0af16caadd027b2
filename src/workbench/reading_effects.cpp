#include "workbench/reading_effects.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/error.hpp"

namespace entente::workbench {
namespace {

using assessment::FactorResult;
using assessment::Outcome;

Outcome outcome_of(const OpenCase& open) {
    return assessment::assess_once(open.content, open.theory, open.protocol, question_of({}, open));
}

double to_a_tenth(double decibels) {
    return std::round(decibels * 10) / 10;
}

std::optional<evidence::ScenarioEffect> effect_of(const FactorResult& before, const FactorResult& now) {
    const double weakened = now.decibels_weakened - before.decibels_weakened;
    const double strengthened = now.decibels_strengthened - before.decibels_strengthened;
    const bool collapse = weakened > strengthened;
    const double toward = to_a_tenth(collapse ? weakened : strengthened);
    const double away = to_a_tenth(collapse ? -strengthened : -weakened);
    if (toward + away < 0.1) return std::nullopt;
    evidence::ScenarioEffect effect;
    effect.factor = now.id;
    effect.direction = collapse ? evidence::Direction::Collapse : evidence::Direction::Endurance;
    effect.decibels_low = std::max(0.0, std::min(toward, away));
    effect.decibels_high = std::max(toward, away);
    effect.note = fmt::format("Computed: weakened {:.1f} → {:.1f} dB, strengthened {:.1f} → {:.1f} dB over unchanged.",
                              before.decibels_weakened, now.decibels_weakened, before.decibels_strengthened,
                              now.decibels_strengthened);
    return effect;
}

}  // namespace

std::vector<evidence::ScenarioEffect> effects_of(const WhatIfCase& reading) {
    const auto before = outcome_of(*reading.unchanged);
    const auto now = outcome_of(*reading.open);
    ensure(before.factors.size() == now.factors.size(), "both are read under one theory");
    std::vector<evidence::ScenarioEffect> effects;
    for (std::size_t i = 0; i < now.factors.size(); ++i) {
        if (auto effect = effect_of(before.factors[i], now.factors[i])) effects.push_back(std::move(*effect));
    }
    return effects;
}

std::vector<std::string> sources_behind(const WhatIfCase& reading,
                                        const std::vector<evidence::ScenarioEffect>& effects) {
    const evidence::CaseIndex index(reading.open->content);
    std::vector<std::string> keys;
    for (const auto& outcome : {outcome_of(*reading.open), outcome_of(*reading.unchanged)}) {
        for (const auto& factor : outcome.factors) {
            const bool moved = std::any_of(effects.begin(), effects.end(),
                                           [&](const auto& effect) { return effect.factor == factor.id; });
            const auto* item = moved ? index.item(factor.weighs_most) : nullptr;
            if (item == nullptr) continue;
            for (const auto& source : item->sources) {
                if (std::find(keys.begin(), keys.end(), source.key) == keys.end()) keys.push_back(source.key);
            }
        }
    }
    return keys;
}

}  // namespace entente::workbench
