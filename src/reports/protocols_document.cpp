// protocols: those at hand, or every number of one.
#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"

namespace entente::reports {
namespace {

std::string prior_in_words(const evidence::Prior& prior) {
    return fmt::format("weakened {:g} · unchanged {:g} · strengthened {:g}", prior.weakened, prior.unchanged,
                       prior.strengthened);
}

std::string decibels_in_words(const evidence::DecibelScale& scale) {
    return fmt::format("words {:g} · opinion {:g} · act {:g} · structural {:g}", scale.words, scale.opinion, scale.act,
                       scale.structural);
}

template <typename Numbers>
std::string numbers_in_words(const Numbers& numbers) {
    std::vector<std::string> words;
    for (const auto number : numbers) words.push_back(fmt::format("{:g}", number));
    return joined(words, ", ");
}

void weights(Document& document, const evidence::Protocol& protocol) {
    document.heading("Weights");
    document.labelled("prior", {prior_in_words(protocol.prior)});
    document.labelled("a new item, dB", {decibels_in_words(protocol.decibels)});
    const auto& continuity = protocol.continuity;
    document.labelled(
        "a continuity item",
        {fmt::format("words {:g} dB · opinion {:g} dB · act {:g} and structural {:g} of a new item's", continuity.words,
                     continuity.opinion, continuity.act_share, continuity.structural_share),
         fmt::format("ritual weight {:g}", protocol.ritual_weight)});
    const auto& magnitudes = protocol.magnitudes;
    document.labelled("magnitude", {fmt::format("words {} · opinion {} · act {} · structural {}; from {:g} dB on",
                                                magnitudes.words, magnitudes.opinion, magnitudes.act,
                                                magnitudes.structural, magnitudes.minimum_decibels)});
    std::vector<std::string> letters;
    for (std::size_t i = 0; i < protocol.grades.reliability.size(); ++i) {
        letters.push_back(fmt::format("{} {:g}", static_cast<char>('A' + i), protocol.grades.reliability[i]));
    }
    std::vector<std::string> digits;
    for (std::size_t i = 0; i < protocol.grades.credibility.size(); ++i) {
        digits.push_back(fmt::format("{} {:g}", i + 1, protocol.grades.credibility[i]));
    }
    document.labelled("source grade",
                      {"reliability " + joined(letters, " · "), "credibility " + joined(digits, " · ")});
    document.labelled("dependence",
                      {fmt::format("correlation {:g} within a cluster, {}; each side capped at {:g} dB",
                                   protocol.correlation, name_of(protocol.clustering), protocol.cap_decibels)});
}

void rules(Document& document, const evidence::Protocol& protocol) {
    document.heading("Rules");
    const auto& finding = protocol.finding;
    document.labelled("finding",
                      {fmt::format("found from {:g} · leaning from {:g} and {:g} times the opposite · contested with "
                                   "'unchanged' below {:g}",
                                   finding.found, finding.leaning, finding.leaning_ratio, finding.contested_below)});
    const auto& verdict = protocol.verdict;
    document.labelled("verdict",
                      {fmt::format("moved from {:g} and {:g} times the opposite", verdict.moved, verdict.moved_ratio),
                       fmt::format("moderately: magnitude 2 with more than {} found factors · clearly: magnitude 3 "
                                   "with more than {}",
                                   verdict.moderately_above, verdict.clearly_above)});
}

void sensitivity(Document& document, const evidence::Protocol& protocol) {
    document.heading("Sensitivity");
    const auto& grid = protocol.grid;
    const auto settings = grid.priors.size() * grid.correlations.size() * grid.decibels.size() *
                          grid.clusterings.size() * grid.ritual_weights.size();
    document.labelled("multiverse", {fmt::format("{} settings: every combination of", settings)});
    std::vector<Text> priors;
    for (const auto& prior : grid.priors) priors.emplace_back(prior_in_words(prior));
    document.labelled("priors", std::move(priors));
    std::vector<Text> decibels;
    for (const auto& scale : grid.decibels) decibels.emplace_back(decibels_in_words(scale));
    document.labelled("decibels", std::move(decibels));
    document.labelled("correlations", {numbers_in_words(grid.correlations)});
    std::vector<std::string> clusterings;
    for (const auto clustering : grid.clusterings) clusterings.emplace_back(name_of(clustering));
    document.labelled("clusterings", {joined(clusterings, ", ")});
    document.labelled("ritual weights", {numbers_in_words(grid.ritual_weights)});
    const auto& rule = protocol.sensitivity;
    document.labelled("random codings", {fmt::format("{}, seed {}", rule.random_codings, rule.seed)});
    document.labelled("recodings", {fmt::format("pairs up to {} clusters", rule.pairs_up_to_clusters)});
    document.labelled("thinning", {fmt::format("{} draws; a direction survives in {:g} of them", rule.thinning_draws,
                                               rule.thinning_survives)});
}

void outlook(Document& document, const evidence::OutlookRule& rule) {
    document.heading("Outlook");
    document.labelled("horizons", {numbers_in_words(rule.horizons_years) + " years; the first stands in the sentence"});
    document.labelled("interval", {fmt::format("{:g}; age bands with at least {} alliances at risk", rule.interval,
                                               rule.minimum_at_risk)});
    for (const auto& rate : rule.base_rates) {
        document.labelled("base rate",
                          {fmt::format("{}: of {} ended {}, by violation {}, in {:g} alliance years", rate.name,
                                       rate.at_risk, rate.ended, rate.violated, rate.alliance_years)});
    }
    for (const auto& ratio : rule.hazard_ratios) {
        document.labelled("hazard ratio", {fmt::format("{:g}: {}", ratio.ratio, ratio.name)});
    }
    document.labelled("source", {rule.citation});
}

}  // namespace

Document protocols_document(const std::vector<workbench::ProtocolEntry>& protocols) {
    Document document;
    Table table;
    table.columns = {{"protocol", Align::Left, false}, {"summary", Align::Left, true, true}};
    for (const auto& entry : protocols) {
        table.rows.push_back({Text{entry.protocol.id}, Text{entry.protocol.summary}});
    }
    document.table(std::move(table));
    return document;
}

Document protocol_document(const workbench::ProtocolEntry& entry) {
    const auto& protocol = entry.protocol;
    Document document;
    document.paragraph(Text{protocol.name, Tone::Bold});
    document.paragraph(protocol.summary, 1);
    weights(document, protocol);
    rules(document, protocol);
    sensitivity(document, protocol);
    outlook(document, protocol.outlook);
    if (!protocol.citations.empty()) {
        document.heading("Sources");
        document.list({protocol.citations.begin(), protocol.citations.end()});
    }
    return document;
}

}  // namespace entente::reports
