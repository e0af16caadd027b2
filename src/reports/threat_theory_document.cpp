// theories: a theory of threat, every component, rule and number of it.
#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

std::string weight_in_words(double weight) {
    return fmt::format("weight {:g}", weight);
}

// `spending-share (weight 0.5, needed): …`, `coded-evidence (moves the mean of the others): …`
std::string part_in_words(const evidence::ThreatPart& part) {
    const auto formula = name_of(part.formula) == part.id ? "" : fmt::format(", formula {}", name_of(part.formula));
    const auto needed = part.needed ? ", needed" : "";
    const auto note = part.note.empty() ? "" : ": " + part.note;
    const auto role = part.moves ? std::string("moves the mean of the others") : weight_in_words(part.weight);
    return fmt::format("{} ({}{}{}){}", part.id, role, needed, formula, note);
}

std::string condition_in_words(const evidence::ResponseCondition& condition) {
    std::string words{name_of(condition.value)};
    if (condition.at_least) words += fmt::format(" at least {:g}", *condition.at_least);
    if (condition.at_least && condition.at_most) words += " and";
    if (condition.at_most) words += fmt::format(" at most {:g}", *condition.at_most);
    return words;
}

std::string conditions_in_words(const std::vector<evidence::ResponseCondition>& all) {
    std::vector<std::string> conditions;
    for (const auto& condition : all) conditions.push_back(condition_in_words(condition));
    return joined(conditions, ", ");
}

// `when own-power at most 0.005, proximity at least 0.5: 5 dB towards bandwagon`
std::string push_in_words(const evidence::ResponseRule& rule) {
    return fmt::format("when {}: {:g} dB towards {}", conditions_in_words(rule.when), rule.decibels,
                       name_of(rule.pushes));
}

void add_sources(std::vector<Text>& lines, const std::vector<std::string>& citations) {
    if (!citations.empty()) lines.emplace_back(joined(citations, " "), Tone::Faint);
}

void sources(Document& document, const std::vector<std::string>& citations) {
    if (!citations.empty()) document.labelled("sources", {citations.begin(), citations.end()});
}

void component(Document& document, const evidence::ThreatComponent& component) {
    document.heading(fmt::format("{} ({}, {})", component.name, component.id, weight_in_words(component.weight)));
    document.paragraph(component.definition, 1);
    document.labelled("assumption", {component.assumption});
    std::vector<Text> parts;
    for (const auto& part : component.parts) parts.emplace_back(part_in_words(part));
    document.labelled("parts", std::move(parts));
    sources(document, component.citations);
}

void force_posture(Document& document, const evidence::ThreatTheory& theory) {
    if (theory.force_posture.empty()) return;
    document.heading("Force posture, beside the components and in none");
    for (const auto& posture : theory.force_posture) {
        std::vector<std::string> variables;
        for (const auto& one : posture.variables) variables.push_back(one.dataset + '.' + one.variable);
        std::vector<Text> lines{fmt::format("{}: {} (state {})", posture.name, posture.counts, posture.sender),
                                joined(variables, ", else "), posture.reason};
        if (!posture.note.empty()) lines.emplace_back(posture.note);
        add_sources(lines, posture.citations);
        document.labelled(posture.id, std::move(lines));
    }
}

void composite(Document& document, const evidence::ThreatTheory& theory) {
    document.heading("Composite and memory");
    document.labelled("composite", {fmt::format("{} mean; ranks under every weighting in steps of {:g}",
                                                name_of(theory.form), theory.step),
                                    theory.composite_reason});
    document.labelled("memory", {fmt::format("an act weighs half after {:g} years; a record that ended more than {} "
                                             "years ago is missing",
                                             theory.half_life, theory.stale_after)});
    const auto& level = theory.hostility;
    document.labelled("coded acts",
                      {fmt::format("none {:g} · threat {:g} · display {:g} · force {:g} · war {:g}; conciliation −{:g}",
                                   level[0], level[1], level[2], level[3], level[4], theory.conciliation)});
    sources(document, theory.memory_citations);
}

void response(Document& document, const evidence::ThreatTheory& theory) {
    document.heading("Response");
    if (!theory.faces.empty()) {
        document.labelled("faces a threat", {"when " + conditions_in_words(theory.faces), theory.faces_reason});
    }
    document.labelled("prior", {fmt::format("P(balance) {:g}; {}", theory.prior, theory.response_reason)});
    document.labelled("answer", {fmt::format("balance from {:g} on, bandwagon up to {:g}, open between",
                                             theory.balances_from, theory.bandwagons_to)});
    sources(document, theory.response_citations);
    for (const auto& rule : theory.rules) {
        std::vector<Text> lines{rule.says, push_in_words(rule)};
        if (!rule.note.empty()) lines.emplace_back(rule.note);
        add_sources(lines, rule.citations);
        document.labelled(rule.id, std::move(lines));
    }
    if (theory.unseen.empty()) return;
    document.heading("What the rules cannot see");
    for (const auto& unseen : theory.unseen) {
        std::vector<Text> lines{unseen.says};
        add_sources(lines, unseen.citations);
        document.labelled(unseen.id, std::move(lines));
    }
}

void signs(Document& document, const std::string& risk, const std::vector<evidence::GaugePart>& parts) {
    document.heading(risk);
    for (const auto& part : parts) {
        const auto turned = part.one_minus ? ", turned round (1 − value)" : "";
        const auto factor = part.factor.empty() ? "" : fmt::format(", of the codings on {}", part.factor);
        document.labelled(std::string{name_of(part.sign)},
                          {part.says, fmt::format("{}{}{}", weight_in_words(part.weight), turned, factor)});
    }
}

}  // namespace

Document threat_theory_document(const workbench::ThreatTheoryEntry& entry) {
    const auto& theory = entry.theory;
    Document document;
    document.paragraph(Text{theory.name, Tone::Bold});
    document.paragraph(theory.summary, 1);
    document.paragraph(Text{theory.citation, Tone::Faint}, 1);
    if (!theory.cautions.empty()) {
        document.heading("Cautions");
        document.list({theory.cautions.begin(), theory.cautions.end()});
    }
    for (const auto& each : theory.components) component(document, each);
    force_posture(document, theory);
    composite(document, theory);
    response(document, theory);
    signs(document, "Risk of abandonment", theory.abandonment);
    signs(document, "Risk of entrapment", theory.entrapment);
    document.paragraph(theory.gauge_caution, 1);
    if (theory.gauge_known_at_least > 0) {
        document.paragraph(fmt::format("With less than {:g} of the weight of its signs known a gauge has no value.",
                                       theory.gauge_known_at_least),
                           1);
    }
    sources(document, theory.gauge_citations);
    return document;
}

}  // namespace entente::reports
