// threat: what a theory lets expect of the state, and what it did: the rules with their values, the probability, the
// observed changes, and the two risks of its allies.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/names.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kPartnersNamed = 8;

// Rules that were met, then those that cannot be judged; else in the theory's order.
std::vector<const threat::RuleTrace*> by_outcome(const threat::ResponsePrediction& prediction) {
    std::vector<const threat::RuleTrace*> rules;
    for (const auto outcome : {threat::RuleOutcome::Met, threat::RuleOutcome::CannotJudge}) {
        for (const auto& trace : prediction.rules) {
            if (trace.outcome == outcome) rules.push_back(&trace);
        }
    }
    return rules;
}

std::string values_words(const threat::RuleTrace& trace) {
    std::vector<std::string> conditions;
    for (std::size_t at = 0; at < trace.conditions.size(); ++at) {
        conditions.push_back(condition_words(trace.conditions[at], trace.rule->when[at]));
    }
    return joined(conditions, ", ");
}

Tone tone_of(const threat::RuleTrace& trace) {
    if (trace.outcome == threat::RuleOutcome::Met) return trace.decibels < 0 ? Tone::Weak : Tone::Strong;
    return trace.outcome == threat::RuleOutcome::NotMet ? Tone::Faint : Tone::Plain;
}

Table rules_table(const threat::ResponsePrediction& prediction, bool with_sentences) {
    Table table;
    table.columns = {{"rule"},
                     {"outcome"},
                     {"towards"},
                     {"dB", Align::Right},
                     {"values", Align::Left, true, true},
                     {"it says", Align::Left, false, true, false, true}};
    for (const auto* trace : by_outcome(prediction)) {
        const bool met = trace->outcome == threat::RuleOutcome::Met;
        table.rows.push_back({{trace->rule->id, tone_of(*trace)},
                              {outcome_words(trace->outcome), tone_of(*trace)},
                              {std::string(name_of(trace->rule->pushes)), met ? Tone::Plain : Tone::Faint},
                              {met ? decibels(trace->decibels) : "—"},
                              {values_words(*trace), met ? Tone::Plain : Tone::Faint},
                              {met && with_sentences ? trace->rule->says : ""}});
    }
    return table;
}

std::string not_met_words(const threat::ResponsePrediction& prediction) {
    std::vector<std::string> rules;
    for (const auto& trace : prediction.rules) {
        if (trace.outcome == threat::RuleOutcome::NotMet) {
            rules.push_back(fmt::format("{}: {}", trace.rule->id, values_words(trace)));
        }
    }
    return rules.empty() ? "none" : joined(rules, " · ");
}

std::string probability_words(const threat::ResponsePrediction& prediction) {
    const auto unjudged = std::count_if(prediction.rules.begin(), prediction.rules.end(), [](const auto& trace) {
        return trace.outcome == threat::RuleOutcome::CannotJudge;
    });
    auto words = "P(balance) " + probability(prediction.balances);
    const auto least = probability(prediction.least);
    const auto most = probability(prediction.most);
    if (least != most) {
        words += fmt::format(", between {} and {} if the {} that cannot be judged were known", least, most,
                             counted(unjudged, "rule"));
    }
    return words;
}

// `aggressive-intentions .012 (at least .2)`: the conditions of facing a threat that came out so.
std::string faces_words(const threat::ResponsePrediction& prediction, const evidence::ThreatTheory& theory,
                        threat::RuleOutcome outcome) {
    std::vector<std::string> conditions;
    for (std::size_t at = 0; at < prediction.faces.size(); ++at) {
        if (prediction.faces[at].outcome != outcome) continue;
        conditions.push_back(condition_words(prediction.faces[at], theory.faces.at(at)));
    }
    return joined(conditions, ", ");
}

std::string prior_words(const threat::ResponsePrediction& prediction, const evidence::ThreatTheory& theory) {
    return fmt::format("prior {} ({} dB), rules {} dB: a reading of the theory, estimated from no data",
                       probability(theory.prior), decibels(prediction.prior_decibels),
                       decibels(prediction.decibels - prediction.prior_decibels));
}

std::string no_threat_words(const threat::ResponsePrediction& prediction, const evidence::ThreatTheory& theory) {
    return "no threat to respond to: " + faces_words(prediction, theory, threat::RuleOutcome::NotMet);
}

// `were it no ally: balance, P(balance) .91`
std::string no_ally_words(const threat::ResponsePrediction& prediction, const evidence::ThreatTheory& theory) {
    if (*prediction.were_it_no_ally == threat::PredictedResponse::NoThreat) {
        return "were it no ally: " + no_threat_words(prediction, theory);
    }
    return fmt::format("were it no ally: {}; {}", response_words(*prediction.were_it_no_ally),
                       probability_words(prediction));
}

std::vector<Text> answer_lines(const workbench::ResponseTo& response, const evidence::ThreatTheory& theory) {
    const auto& prediction = response.prediction;
    if (prediction.response == threat::PredictedResponse::Ally) {
        return {Text{fmt::format("an ally: {} has pledged to defend the state; no balancing is to be expected",
                                 response.threat.name),
                     Tone::Bold},
                no_ally_words(prediction, theory),
                Text{"The components and the rules know nothing of its pledge.", Tone::Faint}};
    }
    if (prediction.response == threat::PredictedResponse::NoThreat) {
        return {Text{no_threat_words(prediction, theory), Tone::Bold},
                Text{"The rules are traced, and no probability follows. " + theory.faces_reason, Tone::Faint}};
    }
    std::vector<Text> lines{Text{response_words(prediction.response), Tone::Bold}, probability_words(prediction),
                            Text{prior_words(prediction, theory), Tone::Faint}};
    if (prediction.faces_threat == threat::RuleOutcome::CannotJudge) {
        lines.emplace_back("Whether it is a threat to respond to cannot be judged: " +
                           faces_words(prediction, theory, threat::RuleOutcome::CannotJudge));
    }
    return lines;
}

std::string ally_words(const workbench::ResponseTo& response) {
    const auto& against = *response.ally;
    const auto& threat = response.threat.name;
    const auto distance = against.distance_km.known()
                              ? fmt::format(", {} km away", value_words(against.distance_km.value))
                              : std::string{};
    const bool known = response.facts[evidence::ThreatValue::DefenceAllies].known();
    const auto* pledge = against.pledged ? "defence pact"
                         : known         ? "no pledge is on record"
                                         : "its pledges are not known";
    const auto named = fmt::format("{} ({}{})", against.ally.name, pledge, distance);
    const auto who = against.pledged ? named : fmt::format("if {} came to its help", named);
    if (!against.gain.known()) {
        return fmt::format("{}; what it takes from {} is not known: {}", who, threat, name_of(against.gain.reason));
    }
    return fmt::format("{}; by shares of capabilities {} prevails with {} alone, {} with the ally: it takes Δp {}", who,
                       threat, value_or_reason(against.alone), value_or_reason(against.with_ally),
                       value_words(against.gain.value));
}

std::string with_words(const workbench::ResponseTo& response) {
    if (response.ally) return ally_words(response);
    const auto& allies = response.facts[evidence::ThreatValue::DefenceAllies];
    if (!allies.known()) return fmt::format("who its allies are is not known: {}", name_of(allies.reason));
    return "no state that has pledged to defend it takes anything from this threat";
}

void add_response(Document& document, const workbench::ResponseTo& response, const evidence::ThreatTheory& theory,
                  bool with_sentences) {
    const auto& prediction = response.prediction;
    document.heading("Response to " + response.threat.name);
    document.table(rules_table(prediction, with_sentences));
    document.labelled("NOT MET", {Text{not_met_words(prediction), Tone::Faint}});
    document.labelled("SO", answer_lines(response, theory));
    document.labelled("WITH", {with_words(response)});
}

// In percent where there is enough to take a share of, else the difference.
std::string change_words(const workbench::ObservedChange& change) {
    constexpr double kEnough = 100;
    if (!change.before.known() || !change.after.known() || !change.unit_after.empty()) return "—";
    if (change.from == change.to) return "—";
    const double difference = change.after.value - change.before.value;
    if (change.before.value < kEnough) return decibels(difference, 0);
    return decibels(100 * difference / change.before.value) + "%";
}

std::string unit_and_partners(const workbench::ObservedChange& change) {
    std::vector<std::string> words;
    if (!change.unit_after.empty()) {
        words.push_back(fmt::format("before: {}, after: {}, so no change is given", change.unit, change.unit_after));
    } else if (!change.unit.empty()) {
        words.push_back(change.unit);
    }
    if (!change.dataset.empty()) words.push_back(change.dataset);
    if (!change.gained.empty()) words.push_back("gained " + state_names(change.gained, kPartnersNamed));
    if (!change.lost.empty()) words.push_back("lost " + state_names(change.lost, kPartnersNamed));
    return joined(words, "; ");
}

// `need (against China) .875 · shared-rivals 0 turned round to 1 · missing: coded-doubt (no data set)`
std::string signs_words(const threat::Gauge& gauge, const std::optional<workbench::NamedState>& against) {
    std::vector<std::string> known;
    std::vector<std::string> missing;
    for (const auto& sign : gauge.signs) {
        auto id = std::string(name_of(sign.part->sign));
        const bool of_threat =
            sign.part->sign == evidence::GaugeSign::Need || sign.part->sign == evidence::GaugeSign::AllyGain;
        if (of_threat && against) id += " (against " + against->name + ")";
        if (of_threat && !against) {
            missing.push_back(id + " (no threat)");
        } else if (!sign.got.known()) {
            missing.push_back(fmt::format("{} ({})", id, name_of(sign.got.reason)));
        } else if (sign.part->one_minus) {
            known.push_back(fmt::format("{} {}, so {} × {}", id, value_words(sign.got.value),
                                        value_words(sign.counted.value), probability(sign.share)));
        } else {
            known.push_back(fmt::format("{} {} × {}", id, value_words(sign.got.value), probability(sign.share)));
        }
    }
    auto words = joined(known, " · ");
    if (!missing.empty()) words += (words.empty() ? "missing: " : " · missing: ") + joined(missing, ", ");
    return words;
}

}  // namespace

void add_responses(Document& document, const workbench::YearOfThreats& year, const evidence::ThreatTheory& theory) {
    bool first = true;
    for (const auto& response : year.responses) {
        add_response(document, response, theory, first);
        first = false;
    }
    if (year.responses.empty() || theory.unseen.empty()) return;
    document.heading("What the rules cannot see");
    std::vector<Text> unseen;
    for (const auto& each : theory.unseen) unseen.emplace_back(fmt::format("{}: {}", each.id, each.says));
    document.list(std::move(unseen));
}

void add_observed(Document& document, const workbench::YearOfThreats& year) {
    if (year.observed.empty()) return;
    document.heading("What it did: balancing within (spending, personnel) and without (pacts, arms)");
    Table table;
    table.columns = {{"what"},
                     {"years"},
                     {"before", Align::Right},
                     {"after", Align::Right},
                     {"change", Align::Right},
                     {"of which", Align::Left, false, true, false, true}};
    for (const auto& change : year.observed) {
        table.rows.push_back(
            {{change.what},
             {change.from == change.to ? std::to_string(change.from) : fmt::format("{}–{}", change.from, change.to)},
             {value_or_reason(change.before)},
             {value_or_reason(change.after)},
             {change_words(change)},
             {unit_and_partners(change)}});
    }
    document.table(std::move(table));
}

void add_allies(Document& document, const workbench::YearOfThreats& year, const evidence::ThreatTheory& theory) {
    if (year.allies.empty()) return;
    document.heading("The two risks of its allies: being abandoned, being entrapped");
    Table table;
    table.columns = {{"ally", Align::Left, true},
                     {"risk"},
                     {"gauge", Align::Right},
                     {"known", Align::Right},
                     {"signs: value × share", Align::Left, true, true}};
    for (const auto& each : year.allies) {
        const auto add = [&](const std::string& who, const std::string& risk, const threat::Gauge& gauge) {
            table.rows.push_back({{who},
                                  {risk},
                                  {value_or_dash(gauge.value), Tone::Bold},
                                  {percent(gauge.known_weight, 0)},
                                  {signs_words(gauge, each.against), Tone::Faint}});
        };
        add(each.ally.name, "abandonment", each.gauge.abandonment);
        add("", "entrapment", each.gauge.entrapment);
    }
    document.table(std::move(table));
    const auto floor = theory.gauge_known_at_least > 0
                           ? fmt::format("With less than {} of the weight of its signs known it has no value. ",
                                         percent(theory.gauge_known_at_least, 0))
                           : std::string{};
    document.paragraph(Text{"A gauge from 0 to 1, no probability. " + floor + theory.gauge_caution, Tone::Faint}, 1);
}

}  // namespace entente::reports
