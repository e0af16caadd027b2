// scenario: what might happen, side by side with what is.
#include <fmt/format.h>

#include "core/minus_sign.hpp"
#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/forecast_words.hpp"
#include "reports/names.hpp"
#include "reports/scenario_parts.hpp"

namespace entente::reports {
namespace {

using assessment::Judgement;
using assessment::LedgerState;
using assessment::ScenarioDraws;
using workbench::ScenarioOutlook;
using workbench::ScenarioResult;
using workbench::ScenarioView;

std::string verdict_at(const LedgerState& state) {
    return verdict_words(state.ruling.direction, state.ruling.size);
}

// Both readings of what is left open, where they differ.
std::string verdict_at(const LedgerState& state, const std::optional<LedgerState>& otherwise) {
    const auto words = verdict_at(state);
    if (!otherwise || verdict_at(*otherwise) == words) return words;
    return words + " / " + verdict_at(*otherwise);
}

std::string share_of(double share) {
    if (share <= 0) return "·";
    if (share < 0.005) return "<1%";
    if (share < 1 && share > 0.995) return ">99%";
    return percent(share, 0);
}

std::string risk_in_words(const outlook::HorizonRisk& horizon) {
    return fmt::format("{:g}-year risk of ending by violation {} ({:.1f}–{:.1f}), {}", horizon.years,
                       percent(horizon.violation.p), 100 * horizon.violation.low, 100 * horizon.violation.high,
                       horizon.word);
}

void add_now(Document& document, const ScenarioResult& result) {
    const auto& ruling = result.now.ruling;
    std::string verdict = verdict_at(result.now);
    if (ruling.direction != assessment::VerdictDirection::NotAssessed) {
        verdict += fmt::format(" (P weaker {}, same {}, stronger {})", probability(ruling.probability.weakened),
                               probability(ruling.probability.unchanged), probability(ruling.probability.strengthened));
    }
    document.labelled("NOW", {Text{verdict, tone_of(ruling.direction)}});
    document.labelled("OUTLOOK NOW",
                      {result.outlook.horizons.empty() ? Text{"none: no base rate fits the alliance", Tone::Faint}
                                                       : Text{risk_in_words(result.outlook.horizons.front()) +
                                                              "; base rate only, not informed by this case"}});
    if (result.fitted != nullptr) add_fitted_now(document, *result.fitted);
}

std::vector<Text> row_of(const std::string& name, const ScenarioDraws& draws) {
    const auto& shares = draws.directions;
    return {Text{name},
            Text{verdict_at(draws.low, draws.low_otherwise)},
            Text{verdict_at(draws.high, draws.high_otherwise)},
            Text{share_of(shares.weakened)},
            Text{share_of(shares.unchanged)},
            Text{share_of(shares.strengthened)},
            Text{share_of(shares.mixed)},
            Text{share_of(draws.flips)}};
}

void add_side_by_side(Document& document, const ScenarioResult& result) {
    document.heading(
        "Side by side: the verdict if it happens, at the low and the high end of the effects, and in the "
        "draws");
    Table table;
    table.columns = {{"scenario", Align::Left, true, true},
                     {"low end", Align::Left, true, true},
                     {"high end", Align::Left, true, true},
                     {"weaker", Align::Right},
                     {"same", Align::Right},
                     {"stronger", Align::Right},
                     {"mixed", Align::Right},
                     {"flips", Align::Right}};
    for (const auto& view : result.scenarios) table.rows.push_back(row_of(view.scenario.name, view.draws));
    if (result.joint) table.rows.push_back(row_of("all of them together", result.joint->draws));
    document.table(std::move(table));
}

std::string effect_in_words(const evidence::ScenarioEffect& effect) {
    const auto side = effect.direction ? std::string(name_of(*effect.direction)) : "either way";
    return effect.decibels_low == effect.decibels_high
               ? fmt::format("{} {:g} dB", side, effect.decibels_low)
               : fmt::format("{} {:g}–{:g} dB", side, effect.decibels_low, effect.decibels_high);
}

std::string arrow(const std::string& now, const std::string& low, const std::string& high) {
    return now + " → " + low + (high == low ? "" : " → " + high);
}

std::string findings_in_words(const Judgement& now, const Judgement& low, const Judgement& high) {
    const auto at_now = finding(now.finding).text;
    const auto at_low = finding(low.finding).text;
    const auto at_high = finding(high.finding).text;
    if (at_now == at_low && at_low == at_high) return "stays " + at_now;
    if (at_now == at_low) return at_now + ", at the high end " + at_high;
    if (at_low == at_high) return at_now + " → " + at_low;
    return at_now + " → " + at_low + ", at the high end " + at_high;
}

std::vector<Text> factor_row(const std::string& name, const std::string& effect, const Judgement& now,
                             const LedgerState& low, const LedgerState& high, std::size_t factor,
                             const std::string& changed) {
    const auto& at_low = low.judgements[factor];
    const auto& at_high = high.judgements[factor];
    return {Text{name},
            Text{effect},
            Text{arrow(probability(now.posterior.weakened), probability(at_low.posterior.weakened),
                       probability(at_high.posterior.weakened))},
            Text{arrow(probability(now.posterior.strengthened), probability(at_low.posterior.strengthened),
                       probability(at_high.posterior.strengthened))},
            Text{changed},
            Text{findings_in_words(now, at_low, at_high)}};
}

Table factors_table(const ScenarioResult& result, const ScenarioDraws& draws,
                    const std::vector<const evidence::Scenario*>& scenarios) {
    Table table;
    table.columns = {{"factor", Align::Left, true, true},
                     {"effect", Align::Left, true, true},
                     {"P weaker: now → low → high", Align::Left},
                     {"P stronger", Align::Left},
                     {"flips", Align::Right},
                     {"finding", Align::Left, false, true, false, true}};
    const auto& theory = result.open->theory;
    for (const auto& drawn : draws.factors) {
        const auto& factor = theory.factors[drawn.factor];
        std::vector<std::string> effects;
        bool open = false;
        for (const auto* scenario : scenarios) {
            for (const auto& effect : scenario->effects) {
                if (effect.factor != factor.id) continue;
                effects.push_back(effect_in_words(effect));
                open = open || !effect.direction;
            }
        }
        const auto& now = result.now.judgements[drawn.factor];
        const bool both = open && draws.low_otherwise && draws.high_otherwise;
        table.rows.push_back(factor_row(factor.name, joined(effects, " and ") + (both ? ": toward collapse" : ""), now,
                                        draws.low, draws.high, drawn.factor, share_of(drawn.changed)));
        if (both) {
            table.rows.push_back(factor_row(factor.name, "toward endurance", now, *draws.low_otherwise,
                                            *draws.high_otherwise, drawn.factor, ""));
        }
    }
    return table;
}

std::string drawn_in_words(const assessment::DrawnShare& share) {
    return fmt::format("{} ({}–{})", probability(share.mean), probability(share.low), probability(share.high));
}

void add_draws(Document& document, const ScenarioDraws& draws, const LedgerState& now) {
    const auto& before = now.ruling.probability;
    document.labelled("verdict", {fmt::format("P weaker {} → {}, stronger {} → {}: mean and middle nine tenths of the "
                                              "draws; another direction than now in {}",
                                              probability(before.weakened), drawn_in_words(draws.net_weakened),
                                              probability(before.strengthened), drawn_in_words(draws.net_strengthened),
                                              draws.flips <= 0 ? "none" : share_of(draws.flips))});
}

void add_outlook(Document& document, const ScenarioOutlook& outlook) {
    if (outlook.horizons.empty()) {
        document.labelled("outlook", {Text{outlook.reason, Tone::Faint}});
        return;
    }
    std::vector<Text> lines;
    for (const auto& horizon : outlook.horizons) lines.emplace_back(risk_in_words(horizon));
    lines.emplace_back(outlook.reason, Tone::Faint);
    document.labelled("outlook", std::move(lines));
}

std::string unconditional_in_words(const workbench::Unconditional& over) {
    auto words = fmt::format("P weaker {}, same {}, stronger {}", range_in_words(over.weakened),
                             range_in_words(over.unchanged), range_in_words(over.strengthened));
    const bool moves = over.violation && over.violation->high - over.violation->low > 1e-12;
    if (moves) {
        words += fmt::format("; risk of violation {}–{}", percent(over.violation->low), percent(over.violation->high));
    }
    return words;
}

void add_probability(Document& document, const ScenarioView& view) {
    if (!view.probability) {
        document.labelled("probability",
                          {Text{"the author gives none, so nothing is said of how likely all this is", Tone::Faint}});
        return;
    }
    document.labelled("probability", {range_in_words(view.probability) + " (" + view.scenario.probability_basis + ")"});
    if (!view.unconditional) return;
    document.labelled("happen or not", {unconditional_in_words(*view.unconditional) +
                                        ": by this probability, if all stays as it is where it does not happen"});
}

std::string percent_or_number(double change, const evidence::Theory& theory, const std::string& id) {
    const auto* indicator = evidence::find_indicator(theory, id);
    const bool ratio = indicator != nullptr && indicator->change_of == evidence::ChangeOf::Ratio;
    if (change == 0) return ratio ? "0%" : "0";
    return with_minus_sign(ratio ? fmt::format("{:+.3g}%", 100 * change) : fmt::format("{:+g}", change));
}

void add_numbers(Document& document, const ScenarioResult& result, const ScenarioView& view) {
    for (const auto& number : view.numbers) {
        const auto reading = [](const std::optional<assessment::IndicatorReading>& one) {
            return one ? std::string(name_of(*one)) : std::string();
        };
        auto words =
            fmt::format("{}: {} to {}", number.name, percent_or_number(number.low, result.open->theory, number.id),
                        percent_or_number(number.high, result.open->theory, number.id));
        const auto low = reading(number.reading_low);
        const auto high = reading(number.reading_high);
        if (!low.empty()) words += low == high ? ", read as " + low : ", read as " + low + " to " + high;
        if (!low.empty()) {
            words += "; an indicator moves no finding";
        } else {
            words += moves_fitted(view.fitted, number.id) ? "; moves no finding, but the fitted outlook below"
                                                          : "; a covariate moves no finding";
        }
        document.labelled(number.id, {std::move(words)});
    }
}

void add_warnings(Document& document, const std::vector<std::string>& warnings) {
    std::vector<Text> lines;
    for (const auto& warning : warnings) lines.emplace_back(warning, Tone::Faint);
    if (!lines.empty()) document.labelled("mind", std::move(lines));
}

void add_scenario(Document& document, const ScenarioResult& result, const ScenarioView& view) {
    const auto& scenario = view.scenario;
    document.heading(fmt::format("{} ({}): {}", scenario.name, scenario.id, scenario.author));
    document.labelled("trigger", {scenario.trigger});
    document.labelled("horizon", {scenario.horizon});
    document.labelled("settled", {scenario.resolution});
    if (scenario.outcome) document.labelled("what came of it", {settlement_in_words(*scenario.outcome)});
    if (!view.draws.factors.empty()) document.table(factors_table(result, view.draws, {&scenario}));
    add_numbers(document, result, view);
    add_draws(document, view.draws, result.now);
    add_outlook(document, view.outlook);
    add_fitted(document, view.fitted);
    add_probability(document, view);
    add_warnings(document, view.warnings);
}

void add_joint(Document& document, const ScenarioResult& result) {
    const auto& joint = *result.joint;
    document.heading("All of them together: " + joined(joint.ids, ", "));
    std::vector<const evidence::Scenario*> scenarios;
    for (const auto& view : result.scenarios) scenarios.push_back(&view.scenario);
    document.table(factors_table(result, joint.draws, scenarios));
    add_draws(document, joint.draws, result.now);
    add_outlook(document, joint.outlook);
    add_fitted(document, joint.fitted);
    if (joint.probability) {
        const auto& bounds = *joint.probability;
        document.labelled(
            "probability",
            {fmt::format("{}–{}, whatever they have to do with each other; {} if none bore on another, "
                         "which is an assumption",
                         probability(bounds.least), probability(bounds.most), range_in_words(bounds.independent))});
    } else {
        document.labelled("probability", {Text{"none: at least one of them has none", Tone::Faint}});
    }
    add_warnings(document, joint.warnings);
}

void add_alternatives(Document& document, const ScenarioResult& result) {
    for (const auto& group : result.alternatives) {
        std::vector<Text> lines{Text{joined(group.ids, ", ") + " exclude each other"}};
        if (group.any) lines.emplace_back("one of them happens: " + range_in_words(group.any));
        if (group.unconditional) lines.emplace_back(unconditional_in_words(*group.unconditional));
        if (!group.why_not.empty()) lines.emplace_back("no number over all of them: " + group.why_not, Tone::Faint);
        document.labelled("alternatives: " + group.name, std::move(lines));
    }
}

}  // namespace

Document scenario_document(const ScenarioResult& result) {
    const auto& open = *result.open;
    Document document;
    document.paragraph(fmt::format("{} · what might happen · {} against {} · known on {}", open.content.title,
                                   period_span(open.content, result.question.focal),
                                   period_span(open.content, result.question.baseline), to_text(open.content.cutoff)));
    document.paragraph(fmt::format("{} · {} · {} draws from the ranges of each scenario, seed {}", open.theory.name,
                                   open.protocol.name, result.draws, result.question.seed));
    add_now(document, result);
    add_side_by_side(document, result);
    add_alternatives(document, result);
    for (const auto& view : result.scenarios) add_scenario(document, result, view);
    if (result.joint) add_joint(document, result);
    add_warnings(document, result.warnings);
    document.paragraph(Text{
        "Shares of draws are shares of readings of what the author says, not chances that it happens.", Tone::Faint});
    document.origin = provenance(open, result.question.seed);
    return document;
}

}  // namespace entente::reports
