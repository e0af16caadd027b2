#include "outlook/base_rate.hpp"

#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "core/error.hpp"
#include "outlook/event_rate.hpp"

namespace entente::outlook {
namespace {

// 1 − exp(−rate · years).
double risk_within(double years, double rate) {
    return -std::expm1(-rate * years);
}

Risk risk_within(double years, const EventRate& rate) {
    return {risk_within(years, rate.mean), risk_within(years, rate.low), risk_within(years, rate.high)};
}

const evidence::BaseRate* band_of(const evidence::OutlookRule& rule, double age_years) {
    const evidence::BaseRate* band = nullptr;
    for (const auto& candidate : rule.base_rates) {
        if (candidate.minimum_age_years > age_years) continue;
        if (candidate.at_risk < rule.minimum_at_risk || !(candidate.alliance_years > 0)) continue;
        if (band == nullptr || candidate.minimum_age_years > band->minimum_age_years) band = &candidate;
    }
    return band;
}

}  // namespace

Outlook base_rate_outlook(const evidence::OutlookRule& rule, double age_years) {
    Outlook outlook;
    outlook.age_years = age_years;
    const auto* band = band_of(rule, age_years);
    if (band == nullptr) return outlook;

    outlook.base_rate = *band;
    const auto violation = event_rate(band->violated, band->alliance_years, rule.interval);
    const auto any_end = event_rate(band->ended, band->alliance_years, rule.interval);
    for (const double years : rule.horizons_years) {
        HorizonRisk horizon;
        horizon.years = years;
        horizon.violation = risk_within(years, violation);
        horizon.any_end = risk_within(years, any_end);
        horizon.word = icd_203_word(horizon.violation.p);
        for (const auto& hazard : rule.hazard_ratios) {
            horizon.sweep.push_back({hazard.name, hazard.ratio, risk_within(years, violation.mean * hazard.ratio)});
        }
        outlook.horizons.push_back(std::move(horizon));
    }
    return outlook;
}

Risk at_ratio(const Risk& risk, double ratio) {
    ensure(ratio > 0, "a hazard ratio is above zero");
    const auto raised = [ratio](double p) { return -std::expm1(ratio * std::log1p(-p)); };
    return {raised(risk.p), raised(risk.low), raised(risk.high)};
}

std::string icd_203_word(double probability) {
    ensure(probability >= 0 && probability <= 1, "a probability lies between 0 and 1");

    struct Word {
        double below;
        std::string_view word;
    };
    constexpr std::array kWords = {
        Word{0.05, "almost no chance"},    Word{0.20, "very unlikely"}, Word{0.45, "unlikely"},
        Word{0.55, "roughly even chance"}, Word{0.80, "likely"},        Word{0.95, "very likely"},
    };
    for (const auto& [below, word] : kWords) {
        if (probability < below) return std::string(word);
    }
    return "almost certain";
}

}  // namespace entente::outlook
