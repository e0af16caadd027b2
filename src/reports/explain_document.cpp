#include <algorithm>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/explain_parts.hpp"
#include "reports/names.hpp"
#include "reports/sentences.hpp"
#include "reports/show_parts.hpp"

namespace entente::reports {
namespace {

using assessment::DecibelVector;
using assessment::FactorResult;

std::string vector_in_words(const DecibelVector& vector) {
    return fmt::format("{}/{}/{}", decibels(vector[0]), decibels(vector[1]), decibels(vector[2]));
}

std::string standing_in_words(double value) {
    const auto words = standing(value);
    return words + (words == "—" ? " (no item carries on the baseline)" : ' ' + decibels(value) + " dB");
}

const FactorResult& factor_named(const workbench::AssessResult& result, const std::string& id) {
    std::vector<std::string> known{"verdict", "sensitivity", "outlook"};
    for (const auto& factor : result.assessment.outcome.factors) {
        if (factor.id == id) return factor;
        known.push_back(factor.id);
    }
    throw Error(ErrorKind::NotFound, "there is no factor '" + id + "' to explain" + did_you_mean(id, known),
                "what can be explained: " + joined(known, ", "));
}

void add_definition(Document& document, const workbench::AssessResult& result, const FactorResult& factor) {
    const auto* theory = evidence::find_factor(result.open->theory, factor.id);
    document.heading(factor.name);
    document.paragraph(theory->definition, 1);
    if (!theory->citations.empty()) document.paragraph(Text{joined(theory->citations, "; "), Tone::Faint}, 1);
}

std::vector<Text> evidence_row(const assessment::Evidence& evidence) {
    const bool fresh = evidence.novelty == evidence::Novelty::New;
    const bool collapse = evidence.direction == evidence::Direction::Collapse;
    return {Text{(evidence.strongest ? "› " : "  ") + evidence.item},
            Text{std::string(name_of(evidence.kind))},
            Text{std::string(fresh ? "● " : "○ ") + (collapse ? "▼" : "▲")},
            Text{fmt::format("{:g}", evidence.specificity)},
            Text{to_text(evidence.grade) + ' ' + probability(evidence.reliance)},
            Text{vector_in_words(evidence.untempered)},
            Text{vector_in_words(evidence.decibels)}};
}

// What a cluster brings, above the items that make it.
std::vector<Text> cluster_row(const assessment::Cluster& cluster) {
    const auto weight =
        cluster.items == 1 ? std::string{} : fmt::format("{} count as {:.2f}", cluster.items, cluster.multiplier);
    return {Text{cluster.name, Tone::Bold},
            Text{},
            Text{},
            Text{},
            Text{},
            Text{weight, Tone::Faint},
            Text{vector_in_words(cluster.decibels), Tone::Bold}};
}

std::string legend(const workbench::AssessResult& result) {
    auto text = fmt::format(
        "● new, ○ continues the baseline; ▲ toward endurance, ▼ toward collapse. The grade gives the probability that "
        "the "
        "source can be relied on, which tempers the decibels. › has the largest span and stands for its cluster, times "
        "n / (1 + (n − 1) × {:g}) for n items.",
        result.open->protocol.correlation);
    if (!result.assessment.coders.empty()) {
        text += " Pooled: decibels are means over the coders who read the item; --coder shows one coder's.";
    }
    return text;
}

void add_clusters(Document& document, const workbench::AssessResult& result, const FactorResult& factor) {
    document.heading("1  Items by cluster: decibels for weakened/unchanged/strengthened");
    Table table;
    table.columns = {{"cluster, items", Align::Left, true}, {"kind", Align::Left, false},
                     {"reads", Align::Left, false},         {"spec.", Align::Right, false},
                     {"grade", Align::Left, false},         {"ungraded", Align::Right, false},
                     {"graded", Align::Right, false}};
    DecibelVector sum{};
    for (const auto& cluster : factor.clusters) {
        for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += cluster.decibels[i];
        table.rows.push_back(cluster_row(cluster));
        for (const auto& evidence : factor.evidence) {
            if (evidence.cluster == cluster.name) table.rows.push_back(evidence_row(evidence));
        }
    }
    table.rows.push_back({Text{"sum of the clusters", Tone::Bold}, Text{}, Text{}, Text{}, Text{}, Text{},
                          Text{vector_in_words(sum), Tone::Bold}});
    document.table(std::move(table));
    document.paragraph(Text{legend(result), Tone::Faint}, 1);
}

// What each chosen coder made of an item for this question: the reading, its comparator and the coder's note.
void add_readings(Document& document, const workbench::AssessResult& result, const std::string& item) {
    const auto& question = result.assessment.question;
    for (const auto& coder : result.open->content.coders) {
        const bool chosen = question.coders.empty() || std::find(question.coders.begin(), question.coders.end(),
                                                                 coder.id) != question.coders.end();
        for (const auto& coding : coder.codings) {
            const bool asked = coding.item == item && coding.theory == result.open->theory.id;
            if (!chosen || !asked || coding.baseline != question.baseline) continue;
            const bool outside = coding.factor == evidence::kOutside;
            auto line =
                coder.id + " reads " + (outside ? "" : factor_in_words(coding) + ": ") + reading_in_words(coding);
            for (const auto& part : {comparator_in_words(coding), coding.note}) {
                if (!part.empty()) line += "; " + part;
            }
            document.paragraph(line, 5);
        }
    }
}

void add_sources(Document& document, const workbench::AssessResult& result, const FactorResult& factor) {
    const evidence::CaseIndex index(result.open->content);
    document.heading("2  What the items say, how they are read, and where it is written");
    for (const auto& evidence : factor.evidence) {
        const auto* item = index.item(evidence.item);
        if (item == nullptr) continue;
        document.paragraph(Text{item->id, Tone::Bold}, 1);
        document.paragraph(to_text(item->date) + ' ' + item->text, 3);
        add_readings(document, result, item->id);
        for (const auto& citation : item->sources) {
            const auto* source = index.source(citation.key);
            if (source != nullptr) document.paragraph(Text{source_in_words(*source, citation.at), Tone::Faint}, 5);
        }
    }
}

void add_posterior(Document& document, const workbench::AssessResult& result, const FactorResult& factor) {
    const auto& protocol = result.open->protocol;
    const auto& posterior = factor.posterior;
    document.heading("3  Posterior, finding, magnitude (weakened / unchanged / strengthened)");
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

Document explain_document(const workbench::AssessResult& result, const std::string& what) {
    Document document;
    const auto& question = result.assessment.question;
    document.paragraph(fmt::format("{} · {} against {}", result.open->content.title,
                                   period_span(result.open->content, question.focal),
                                   period_span(result.open->content, question.baseline)));
    document.origin = provenance(*result.open, question.seed);
    if (what == "verdict") return add_verdict_steps(document, result), document;
    if (what == "sensitivity") return add_reruns(document, result), document;
    if (what == "outlook") return add_outlook_steps(document, result), document;
    const auto& factor = factor_named(result, what);
    add_definition(document, result, factor);
    if (factor.evidence.empty()) {
        document.paragraph("not assessed: no coded item of this period bears on it", 1);
        return document;
    }
    add_clusters(document, result, factor);
    add_sources(document, result, factor);
    add_posterior(document, result, factor);
    return document;
}

}  // namespace entente::reports
