#include "reports/threat_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.hpp"
#include "indices/weightings.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

constexpr double kGroupedFrom = 1000;
constexpr double kWholeFrom = 100;

// `10,903`
std::string grouped(double value) {
    auto digits = fmt::format("{:.0f}", value);
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3) {
        digits.insert(static_cast<std::size_t>(place), ",");
    }
    return digits;
}

std::string without_leading_zero(std::string text) {
    if (text.starts_with("0.")) text.erase(0, 1);
    return text;
}

// With so many digits that a value does not read like the bound that it misses.
std::string beside_bounds(double value, const evidence::ResponseCondition& asked) {
    constexpr int kEnough = 9;
    if (value >= kWholeFrom) return value_words(value);
    std::string text;
    for (int digits = 3; digits <= kEnough; ++digits) {
        text = fmt::format("{:.{}g}", value, digits);
        const auto reads_like = [&](const std::optional<double>& bound) {
            return bound && *bound != value && std::stod(text) == *bound;
        };
        if (!reads_like(asked.at_least) && !reads_like(asked.at_most)) break;
    }
    return without_leading_zero(text);
}

}  // namespace

std::string value_words(double value) {
    if (value < 0) return "−" + value_words(-value);
    if (value >= kGroupedFrom) return grouped(value);
    if (value >= kWholeFrom) return fmt::format("{:.0f}", value);
    if (value >= 1 || value == 0) return fmt::format("{:.3g}", value);
    auto text = fmt::format("{:.3f}", value);
    if (text.find_first_of("123456789") == std::string::npos) return "<.001";
    return without_leading_zero(std::move(text));
}

std::string number_words(double value) {
    return without_leading_zero(fmt::format("{:.4g}", value));
}

std::string value_or_dash(const Reading& reading) {
    return reading.known() ? value_words(reading.value) : "—";
}

std::string value_or_reason(const Reading& reading) {
    return reading.known() ? value_words(reading.value) : std::string(name_of(reading.reason));
}

std::string share_words(double share) {
    constexpr double kAll = 1 - 1e-9;
    if (share >= kAll) return "100%";
    if (share > 0.995) return ">99%";
    if (share > 0 && share < 0.005) return "<1%";
    return percent(share, 0);
}

std::string rank_range(const threat::Ranked& standing) {
    if (!standing.rank) return "—";
    if (standing.best == standing.worst) return std::to_string(standing.best);
    return fmt::format("{}–{}", standing.best, standing.worst);
}

std::string rank_words(const threat::Ranked& standing) {
    return standing.rank ? std::to_string(*standing.rank) : "—";
}

std::string condition_words(const threat::ConditionOutcome& condition, const evidence::ResponseCondition& asked) {
    std::vector<std::string> bounds;
    if (asked.at_least) bounds.push_back("at least " + number_words(*asked.at_least));
    if (asked.at_most) bounds.push_back("at most " + number_words(*asked.at_most));
    const auto got = condition.got.known() ? " " + beside_bounds(condition.got.value, asked)
                                           : ": " + std::string(name_of(condition.got.reason));
    return fmt::format("{}{} ({})", name_of(condition.value), got, joined(bounds, ", "));
}

std::string status_words(threat::ThreatStatus status) {
    switch (status) {
        case threat::ThreatStatus::Threat:
            return "threat";
        case threat::ThreatStatus::NoThreat:
            return "no threat";
        case threat::ThreatStatus::Ally:
            return "ally";
        case threat::ThreatStatus::CannotJudge:
            break;
    }
    return "—";
}

std::string faces_in_words(const evidence::ThreatTheory& theory) {
    std::vector<std::string> conditions;
    for (const auto& condition : theory.faces) {
        auto value = std::string(name_of(condition.value));
        std::replace(value.begin(), value.end(), '-', ' ');
        std::vector<std::string> bounds;
        if (condition.at_least) bounds.push_back("at least " + number_words(*condition.at_least));
        if (condition.at_most) bounds.push_back("at most " + number_words(*condition.at_most));
        conditions.push_back(fmt::format("{} of {}", value, joined(bounds, " and ")));
    }
    return joined(conditions, ", ");
}

std::string why_no_gauge(const threat::Gauge& gauge) {
    if (gauge.value.known()) return {};
    if (!gauge.too_little_known) return std::string(name_of(gauge.value.reason));
    return fmt::format("only {} of the weight is known", percent(gauge.known_weight, 0));
}

std::string outcome_words(threat::RuleOutcome outcome) {
    switch (outcome) {
        case threat::RuleOutcome::Met:
            return "met";
        case threat::RuleOutcome::NotMet:
            return "not met";
        case threat::RuleOutcome::CannotJudge:
            break;
    }
    return "cannot be judged";
}

std::string response_words(threat::PredictedResponse response) {
    switch (response) {
        case threat::PredictedResponse::Balance:
            return "balance";
        case threat::PredictedResponse::Bandwagon:
            return "bandwagon";
        case threat::PredictedResponse::Open:
            return "open: neither balance nor bandwagon is likely enough to be called";
        case threat::PredictedResponse::NoThreat:
            return "no threat to respond to";
        case threat::PredictedResponse::Ally:
            return "an ally: it has pledged to defend the state";
        case threat::PredictedResponse::CannotJudge:
            break;
    }
    return "not judged: no rule could be, what is left is the prior";
}

std::string weights_words(const evidence::ThreatTheory& theory) {
    std::vector<std::string> weights;
    for (const auto& component : theory.components) {
        weights.push_back(fmt::format("{} {}", component.name, number_words(component.weight)));
    }
    return joined(weights, " · ");
}

std::size_t weightings_of(const evidence::ThreatTheory& theory) {
    return static_cast<std::size_t>(indices::number_of_weightings(theory.components.size(), theory.step));
}

std::string state_names(const std::vector<workbench::NamedState>& states, std::size_t most) {
    std::vector<std::string> names;
    for (const auto& state : states) {
        if (names.size() == most) break;
        names.push_back(state.name);
    }
    auto words = joined(names, ", ");
    if (states.size() > most) words += fmt::format(" and {} more", states.size() - most);
    return words;
}

}  // namespace entente::reports
