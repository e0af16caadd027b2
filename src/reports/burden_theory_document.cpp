// theories: a theory of burden sharing, every measure, guideline and reading of it.
#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_words.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

// `nmc.tpop × 0.001`
std::string data_in_words(const evidence::BurdenData& data) {
    return data.scale == 1 ? data.column : fmt::format("{} × {}", data.column, plain_number(data.scale));
}

// `sipri-milex.share_of_gdp, else nato-expenditure.defence_percent_gdp`; of ratios each with what it is divided by.
std::string inputs_in_words(const evidence::BurdenMeasure& measure) {
    std::vector<std::string> inputs;
    for (std::size_t at = 0; at < measure.data.size(); ++at) {
        auto words = data_in_words(measure.data[at]);
        if (at < measure.per.size() && measure.per.size() == measure.data.size()) {
            words += " per " + data_in_words(measure.per[at]);
        }
        inputs.push_back(std::move(words));
    }
    auto words = joined(inputs, ", else ");
    if (measure.per.size() == 1 && measure.data.size() > 1) words += ", each per " + data_in_words(measure.per.front());
    return words;
}

std::string sense_in_words(evidence::BurdenSense sense) {
    switch (sense) {
        case evidence::BurdenSense::CarriesMore:
            return "more of it is more of the burden";
        case evidence::BurdenSense::CarriesLess:
            return "more of it is less of the burden";
        case evidence::BurdenSense::Neither:
            break;
    }
    return "no burden: shown beside";
}

std::string weight_in_words(const evidence::BurdenMeasure& measure) {
    if (measure.weight <= 0) return "in no fair share";
    return fmt::format("weight {}{}", plain_number(measure.weight),
                       measure.pairs_only ? ", between two members only" : "");
}

void add_measure(Document& document, const evidence::BurdenMeasure& measure) {
    document.heading(fmt::format("{} ({}, {})", measure.name, measure.id, weight_in_words(measure)));
    document.paragraph(measure.definition, 1);
    if (!measure.assumption.empty()) document.labelled("assumption", {measure.assumption});
    if (!measure.mixes.empty()) document.labelled("mixes", {measure.mixes});
    document.labelled("number",
                      {fmt::format("{}: {}", name_of(measure.formula),
                                   measure.data.empty() ? "figures of a case" : inputs_in_words(measure)),
                       fmt::format("{}; {}, {}", measure.unit, kind_words(measure), sense_in_words(measure.sense))});
    if (measure.stale_after > 0) {
        document.labelled("stale", {fmt::format("the last known number stands in for {} at most, and says its year",
                                                counted(measure.stale_after, "year"))});
    }
    if (!measure.base.empty()) document.labelled("a share of", {measure.base});
    if (!measure.citations.empty()) document.labelled("sources", {measure.citations.begin(), measure.citations.end()});
}

void add_guideline(Document& document, const evidence::Guideline& guideline, const evidence::BurdenTheory& theory) {
    const auto* measure = evidence::find_measure(theory, guideline.measure);
    std::vector<Text> lines{
        fmt::format("at least {} ({})", bound_words(guideline.at_least, measure), guideline.measure)};
    if (!guideline.text.empty()) lines.emplace_back(guideline.text);
    auto status = fmt::format("{}, since {}", guideline.bindingness, to_text(guideline.since));
    if (guideline.deadline) status += fmt::format(", due {}", to_text(*guideline.deadline));
    if (!guideline.alliances.empty()) status += fmt::format("; of ATOP {}", joined(guideline.alliances, ", "));
    lines.emplace_back(std::move(status));
    if (!guideline.citations.empty()) lines.emplace_back(joined(guideline.citations, "; "), Tone::Faint);
    document.labelled(guideline.id, std::move(lines));
}

}  // namespace

Document burden_theory_document(const workbench::BurdenTheoryEntry& entry) {
    const auto& theory = entry.theory;
    Document document;
    document.paragraph(Text{theory.name, Tone::Bold});
    document.paragraph(theory.summary, 1);
    document.paragraph(Text{theory.citation, Tone::Faint}, 1);
    if (!theory.cautions.empty()) {
        document.heading("Cautions");
        document.list({theory.cautions.begin(), theory.cautions.end()});
    }
    for (const auto& measure : theory.measures) add_measure(document, measure);
    document.heading("Fair share and exploitation");
    document.labelled("weightings", {fmt::format("all in steps of {}; a measure enters if {} of the members have it",
                                                 plain_number(theory.step), percent(theory.known_share, 0))});
    document.labelled("size", {theory.size});
    document.labelled("effort", {theory.effort});
    document.labelled("leader", {theory.leader});
    if (!theory.trend.empty()) document.labelled("trend", {theory.trend});
    if (!theory.guidelines.empty()) {
        document.heading("Guidelines");
        for (const auto& guideline : theory.guidelines) add_guideline(document, guideline, theory);
    }
    if (theory.readings.empty()) return document;
    document.heading("Readings of one number");
    for (const auto& reading : theory.readings) {
        std::vector<Text> lines{reading.says};
        if (!reading.citations.empty()) lines.emplace_back(joined(reading.citations, "; "), Tone::Faint);
        document.labelled(fmt::format("{}: {}", reading.of, reading.id), std::move(lines));
    }
    return document;
}

}  // namespace entente::reports
