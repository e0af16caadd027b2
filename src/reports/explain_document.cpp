#include <algorithm>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"
#include "reports/sentences.hpp"

namespace entente::reports {
namespace {

using assessment::DecibelVector;
using assessment::FactorResult;

std::string vector_in_words(const DecibelVector& vector) {
    return fmt::format("{} / {} / {}", decibels(vector[0]), decibels(vector[1]), decibels(vector[2]));
}

std::string standing_in_words(double value) {
    const auto words = standing(value);
    return words + (words == "—" ? " (no item carries on the baseline)" : ' ' + decibels(value) + " dB");
}

const FactorResult& factor_named(const workbench::AssessResult& result, const std::string& id) {
    std::vector<std::string> known;
    for (const auto& factor : result.assessment.outcome.factors) {
        if (factor.id == id) return factor;
        known.push_back(factor.id);
    }
    throw Error(ErrorKind::NotFound, "the theory has no factor '" + id + "'" + did_you_mean(id, known),
                "its factors: " + joined(known, ", "));
}

void add_definition(Document& document, const workbench::AssessResult& result, const FactorResult& factor) {
    const auto* theory = evidence::find_factor(result.open->theory, factor.id);
    document.heading(factor.name);
    document.paragraph(theory->definition, 1);
    if (!theory->citations.empty()) document.paragraph(Text{joined(theory->citations, "; "), Tone::Faint}, 1);
}

void add_items(Document& document, const FactorResult& factor, const evidence::CaseIndex& index) {
    document.heading(
        "1  Items: decibels for weakened / unchanged / strengthened, before and after the grade of the source");
    Table table;
    table.columns = {{"", Align::Left, false},      {"item", Align::Left, true},   {"cluster", Align::Left, true},
                     {"kind", Align::Left, false},  {"reads", Align::Left, false}, {"spec.", Align::Right, false},
                     {"grade", Align::Left, false}, {"r", Align::Right, false},    {"before", Align::Right, false},
                     {"after", Align::Right, false}};
    for (const auto& evidence : factor.evidence) {
        const bool fresh = evidence.novelty == evidence::Novelty::New;
        const bool collapse = evidence.direction == evidence::Direction::Collapse;
        table.rows.push_back({Text{evidence.strongest ? "›" : ""}, Text{evidence.item}, Text{evidence.cluster},
                              Text{std::string(name_of(evidence.kind))},
                              Text{std::string(fresh ? "new " : "continues ") + (collapse ? "▼" : "▲")},
                              Text{fmt::format("{:g}", evidence.specificity)}, Text{to_text(evidence.grade)},
                              Text{probability(evidence.reliance)}, Text{vector_in_words(evidence.untempered)},
                              Text{vector_in_words(evidence.decibels)}});
    }
    document.table(std::move(table));
    document.paragraph(
        Text{"› stands for its cluster: the largest span between its highest and its lowest value", Tone::Faint}, 1);
    document.heading("2  What the items say, and where it is written");
    for (const auto& evidence : factor.evidence) {
        const auto* item = index.item(evidence.item);
        if (item == nullptr) continue;
        document.paragraph(Text{item->id, Tone::Bold}, 1);
        document.paragraph(to_text(item->date) + ' ' + item->text, 3);
        for (const auto& citation : item->sources) {
            const auto* source = index.source(citation.key);
            if (source != nullptr) document.paragraph(Text{source_in_words(*source, citation.at), Tone::Faint}, 5);
        }
    }
}

void add_clusters(Document& document, const workbench::AssessResult& result, const FactorResult& factor) {
    const auto correlation = result.open->protocol.correlation;
    document.heading(fmt::format("3  Clusters: n reports of one thing count as n / (1 + (n − 1) × {:g})", correlation));
    Table table;
    table.columns = {{"cluster", Align::Left, true},
                     {"items", Align::Right, false},
                     {"counts as", Align::Right, false},
                     {"decibels", Align::Right, false},
                     {"standing", Align::Right, false}};
    DecibelVector sum{};
    for (const auto& cluster : factor.clusters) {
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += cluster.decibels[i];
        table.rows.push_back({Text{cluster.name}, Text{std::to_string(cluster.items)},
                              Text{fmt::format("{:.2f}", cluster.multiplier)}, Text{vector_in_words(cluster.decibels)},
                              Text{decibels(cluster.standing_decibels)}});
    }
    table.rows.push_back({Text{"sum", Tone::Bold}, Text{}, Text{}, Text{vector_in_words(sum)},
                          Text{decibels(factor.standing_decibels)}});
    document.table(std::move(table));
}

void add_posterior(Document& document, const workbench::AssessResult& result, const FactorResult& factor) {
    const auto& protocol = result.open->protocol;
    const auto& posterior = factor.posterior;
    document.heading("4  Posterior, finding, magnitude (weakened / unchanged / strengthened)");
    document.labelled("over 'unchanged'",
                      {fmt::format("weakened {} dB, strengthened {} dB{}", decibels(factor.decibels_weakened, 4),
                                   decibels(factor.decibels_strengthened, 4),
                                   factor.capped ? fmt::format(" (capped at ±{:g})", protocol.cap_decibels) : "")});
    document.labelled("prior", {fmt::format("{:g} / {:g} / {:g}", protocol.prior.weakened, protocol.prior.unchanged,
                                            protocol.prior.strengthened)});
    document.labelled("posterior", {fmt::format("{:.4f} / {:.4f} / {:.4f} (prior × 10^(dB/10), scaled to one)",
                                                posterior.weakened, posterior.unchanged, posterior.strengthened)});
    document.labelled("finding", {Text{finding(factor.finding).text +
                                       fmt::format(" (found from {:g}; leaning from {:g} and more than {:g} times the "
                                                   "opposite; contested where P(unchanged) is below {:g})",
                                                   protocol.finding.found, protocol.finding.leaning,
                                                   protocol.finding.leaning_ratio, protocol.finding.contested_below)}});
    document.labelled("magnitude", {fmt::format("{} (1 words and opinion, 2 acts, 3 structural)", factor.magnitude)});
    document.labelled("standing", {standing_in_words(factor.standing_decibels)});
}

}  // namespace

Document explain_document(const workbench::AssessResult& result, const std::string& id) {
    const auto& factor = factor_named(result, id);
    Document document;
    const auto& question = result.assessment.question;
    document.paragraph(fmt::format("{} · {} against {}", result.open->content.title,
                                   period_span(result.open->content, question.focal),
                                   period_span(result.open->content, question.baseline)));
    add_definition(document, result, factor);
    if (factor.evidence.empty()) {
        document.paragraph("not assessed: no coded item of this period bears on it", 1);
    } else {
        const evidence::CaseIndex index(result.open->content);
        add_items(document, factor, index);
        add_clusters(document, result, factor);
        add_posterior(document, result, factor);
    }
    document.origin = provenance(*result.open, question.seed);
    return document;
}

}  // namespace entente::reports
