#include "assessment/outcome.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <tuple>

#include "assessment/members.hpp"

namespace entente::assessment {

namespace {

// What lets one cluster come before another: that it moves its factor, else that it says much either way.
std::pair<double, double> heft(const Pull& pull) {
    const auto [smallest, largest] = std::minmax({pull.weakened, 0.0, pull.strengthened});
    const double lean = std::abs(pull.weakened - pull.strengthened);
    return {lean > 1e-12 ? lean : 0, largest - smallest};
}

// The clusters of one factor, heaviest first.
std::vector<std::uint32_t> clusters_of(const Run& run, std::uint32_t factor) {
    const auto& all = run.arrangement.clusters;
    const auto range = std::ranges::equal_range(all, factor, {}, &ArrangedCluster::factor);
    std::vector<std::uint32_t> order(range.size());
    std::iota(order.begin(), order.end(), static_cast<std::uint32_t>(range.begin() - all.begin()));
    const auto item = [&](std::uint32_t cluster) { return run.arrangement.items[run.weights[cluster].strongest].item; };
    std::ranges::sort(order, [&](std::uint32_t left, std::uint32_t right) {
        const auto left_heft = heft(run.weights[left].pull);
        const auto right_heft = heft(run.weights[right].pull);
        return left_heft != right_heft ? left_heft > right_heft : item(left) < item(right);
    });
    return order;
}

Evidence evidence_of(const Run& run, const Selection& selection, std::uint32_t cluster_index, std::uint32_t index,
                     const evidence::Protocol& protocol) {
    const auto& cluster = run.arrangement.clusters[cluster_index];
    const auto& entry = run.arrangement.items[index];
    const auto& shown = run.arrangement.readings[entry.heaviest];
    const auto& facts = selection.items[entry.item];
    Evidence evidence;
    evidence.item = facts.item->id;
    evidence.cluster = run.arrangement.names[cluster.name];
    evidence.aspect = shown.coding->aspect;
    evidence.direction = shown.direction;
    evidence.novelty = shown.novelty;
    evidence.kind = facts.item->kind;
    evidence.grade = facts.grade;
    evidence.reliance = reliance_on(facts.grade, protocol.grades);
    evidence.specificity = shown.specificity;
    evidence.decibels = run.decibels[index];
    evidence.strongest = run.weights[cluster_index].strongest == index;
    for (std::uint32_t r = 0; r < entry.readings; ++r) {
        const auto& reading = run.arrangement.readings[entry.first_reading + r];
        const auto one = untempered(content_of(reading, facts), protocol);
        for (std::size_t i = 0; i < one.size(); ++i) evidence.untempered[i] += one[i] / entry.readers;
    }
    for (const auto& citation : facts.item->sources) evidence.sources.push_back(citation.key);
    return evidence;
}

// The factor's evidence in the order of the case.
std::vector<Evidence> all_evidence_of(const Run& run, const Selection& selection,
                                      const std::vector<std::uint32_t>& clusters, const evidence::Protocol& protocol) {
    std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>> order;  // item, arranged item, cluster
    for (const auto cluster : clusters) {
        const auto& span = run.arrangement.clusters[cluster];
        for (auto i = span.begin; i < span.end; ++i) order.emplace_back(run.arrangement.items[i].item, i, cluster);
    }
    std::ranges::sort(order);
    std::vector<Evidence> all;
    all.reserve(order.size());
    for (const auto& [item, index, cluster] : order) {
        all.push_back(evidence_of(run, selection, cluster, index, protocol));
    }
    return all;
}

Cluster cluster_of(const Run& run, const Selection& selection, std::uint32_t index, double standing) {
    const auto& weight = run.weights[index];
    Cluster cluster{.name = std::string(run.arrangement.names[run.arrangement.clusters[index].name]),
                    .items = weight.items,
                    .multiplier = weight.multiplier,
                    .decibels = run.decibels[weight.strongest],
                    .standing_decibels = standing,
                    .strongest_item = selection.items[run.arrangement.items[weight.strongest].item].item->id};
    for (auto& decibels : cluster.decibels) decibels *= weight.multiplier;
    return cluster;
}

// The strongest item of the heaviest cluster; where the factor moved, of the heaviest that moves it that way, since
// what is named beside a finding must be a reason for it.
std::string weighs_most(const FactorResult& factor) {
    const bool weakened = factor.finding == Finding::Weakened || factor.finding == Finding::LeaningWeakened;
    const bool strengthened = factor.finding == Finding::Strengthened || factor.finding == Finding::LeaningStrengthened;
    for (const auto& cluster : factor.clusters) {
        const double lean = cluster.decibels[0] - cluster.decibels[2];
        if ((weakened && lean <= 0) || (strengthened && lean >= 0)) continue;
        return cluster.strongest_item;
    }
    return {};
}

FactorResult factor_result(const Run& run, const Selection& selection, std::uint32_t index,
                           const std::vector<double>& standings, const evidence::Protocol& protocol) {
    const auto& factor = selection.theory->factors[index];
    const auto& judgement = run.judgements[index];
    FactorResult result;
    result.id = factor.id;
    result.name = factor.name;
    result.ledger = factor.ledger;
    result.finding = judgement.finding;
    result.posterior = judgement.posterior;
    result.decibels_weakened = judgement.pull.weakened;
    result.decibels_strengthened = judgement.pull.strengthened;
    result.capped = judgement.capped;
    result.magnitude = judgement.magnitude;
    const auto clusters = clusters_of(run, index);
    for (const auto cluster : clusters) {
        result.clusters.push_back(cluster_of(run, selection, cluster, standings[cluster]));
        result.standing_decibels += standings[cluster];
    }
    result.standing_decibels = std::clamp(result.standing_decibels, -protocol.cap_decibels, protocol.cap_decibels);
    result.evidence = all_evidence_of(run, selection, clusters, protocol);
    result.members = member_shares(run, selection, clusters);
    result.weighs_most = weighs_most(result);
    return result;
}

// Each aspect is judged like a factor, from the codings that name it.
void add_aspects(std::vector<FactorResult>& results, const Selection& selection, const Material& material,
                 const evidence::Protocol& protocol) {
    const auto& factors = selection.theory->factors;
    std::vector<std::uint32_t> first_aspect;
    std::uint32_t aspects = 0;
    for (const auto& factor : factors) {
        first_aspect.push_back(aspects);
        aspects += static_cast<std::uint32_t>(factor.aspects.size());
    }
    if (aspects == 0) return;

    Material by_aspect;
    by_aspect.coders = material.coders;
    by_aspect.factors = aspects;
    for (auto reading : material.readings) {
        if (reading.aspect == kNoAspect) continue;
        reading.factor = first_aspect[reading.factor] + static_cast<std::uint32_t>(reading.aspect);
        by_aspect.readings.push_back(reading);
    }
    const auto run = run_ledger(selection, std::move(by_aspect), protocol);
    for (std::size_t f = 0; f < factors.size(); ++f) {
        for (std::size_t a = 0; a < factors[f].aspects.size(); ++a) {
            const auto slot = first_aspect[f] + a;
            results[f].aspects.push_back({.id = factors[f].aspects[a].id,
                                          .name = factors[f].aspects[a].name,
                                          .finding = run.judgements[slot].finding,
                                          .posterior = run.judgements[slot].posterior,
                                          .items = run.factors[slot].items()});
        }
    }
}

// Only what a single coder read bears a coder's name.
void sign(std::vector<FactorResult>& results, const Selection& selection, const Material& material) {
    if (std::ranges::count(material.coders, true) != 1) return;
    const auto coder = std::ranges::find(material.coders, true) - material.coders.begin();
    for (auto& factor : results) {
        for (auto& evidence : factor.evidence) {
            evidence.coder = selection.coders[static_cast<std::size_t>(coder)]->id;
        }
    }
}

}  // namespace

Verdict verdict_of(const Run& run, const Selection& selection, const evidence::Protocol& protocol) {
    Verdict verdict;
    verdict.direction = run.ruling.direction;
    verdict.size = run.ruling.size;
    verdict.probability = run.ruling.probability;
    verdict.without_evidence = net_change_without_evidence(run.judgements, protocol.prior);
    if (verdict.direction == VerdictDirection::Unchanged || verdict.direction == VerdictDirection::Mixed) {
        return verdict;
    }
    for (std::size_t f = 0; f < run.judgements.size(); ++f) {
        const auto finding = run.judgements[f].finding;
        const auto& id = selection.theory->factors[f].id;
        if (found_or_leaning(finding, verdict.direction)) verdict.factors.push_back(id);
        if (found(finding, mirrored(verdict.direction))) verdict.against.push_back(id);
    }
    return verdict;
}

Outcome outcome_of(const Run& run, const Selection& selection, const Material& material,
                   const evidence::Protocol& protocol) {
    Outcome outcome;
    const auto standings = cluster_standings(run.arrangement, selection, protocol);
    for (std::uint32_t f = 0; f < run.judgements.size(); ++f) {
        outcome.factors.push_back(factor_result(run, selection, f, standings, protocol));
    }
    add_aspects(outcome.factors, selection, material, protocol);
    sign(outcome.factors, selection, material);
    outcome.verdict = verdict_of(run, selection, protocol);
    return outcome;
}

}  // namespace entente::assessment
