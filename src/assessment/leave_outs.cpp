#include "assessment/leave_outs.hpp"

#include <algorithm>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>

namespace entente::assessment {

namespace {

constexpr auto kNone = std::numeric_limits<std::uint32_t>::max();
constexpr auto kSeveral = kNone - 1;

// How many items stand under each cluster name alone, and so go when it goes.
std::vector<int> items_of_one_name(const Arrangement& arrangement, std::size_t items) {
    std::vector<std::uint32_t> name_of_item(items, kNone);
    for (const auto& cluster : arrangement.clusters) {
        for (auto i = cluster.begin; i < cluster.end; ++i) {
            auto& name = name_of_item[arrangement.items[i].item];
            name = name == kNone || name == cluster.name ? cluster.name : kSeveral;
        }
    }
    std::vector<int> counts(arrangement.names.size(), 0);
    for (const auto name : name_of_item) {
        if (name != kNone && name != kSeveral) ++counts[name];
    }
    return counts;
}

template <typename Keep>
Rerun keep(std::string name, const Run& run, const Selection& selection, const evidence::Protocol& protocol,
           Keep keeps) {
    Mask mask = used_items(run, selection);
    for (std::size_t i = 0; i < mask.size(); ++i) mask[i] = mask[i] && keeps(selection.items[i]);
    return named_rerun(std::move(name), rule_on_some(run, selection, protocol, mask), count_of(mask), run.ruling);
}

// One rerun with, one without each value of an enumeration that an item's `field` takes, other than `unset`.
template <typename Value>
std::vector<Rerun> by_value(Value ItemFacts::* field, const Run& run, const Selection& selection,
                            const evidence::Protocol& protocol, std::optional<std::type_identity_t<Value>> unset = {}) {
    const auto used = used_items(run, selection);
    std::vector<bool> occurs(NamesOf<Value>::names.size(), false);
    for (std::size_t i = 0; i < used.size(); ++i) {
        if (used[i]) occurs[static_cast<std::size_t>(selection.items[i].*field)] = true;
    }
    std::vector<Rerun> reruns;
    for (std::size_t i = 0; i < occurs.size(); ++i) {
        const auto value = static_cast<Value>(i);
        if (!occurs[i] || value == unset) continue;
        const std::string name(name_of(value));
        reruns.push_back(keep("only " + name, run, selection, protocol,
                              [&](const ItemFacts& facts) { return facts.*field == value; }));
        reruns.push_back(keep("without " + name, run, selection, protocol,
                              [&](const ItemFacts& facts) { return facts.*field != value; }));
    }
    return reruns;
}

bool is_deed(const ItemFacts& facts) {
    return facts.kind == evidence::Kind::Act || facts.kind == evidence::Kind::Structural;
}

Rerun with_coders(std::string name, Material material, const Run& run, const Selection& selection,
                  const evidence::Protocol& protocol) {
    const auto other = run_ledger(selection, std::move(material), protocol);
    return named_rerun(std::move(name), other.ruling, count_of(used_items(other, selection)), run.ruling);
}

}  // namespace

// Only the factors in which the cluster stands are judged anew, so that a case with n clusters takes n small steps.
std::vector<Rerun> leave_one_cluster_out(const Run& run, const Selection& selection,
                                         const evidence::Protocol& protocol) {
    const auto& clusters = run.arrangement.clusters;
    std::vector<std::vector<std::uint32_t>> clusters_of_name(run.arrangement.names.size());
    std::vector<std::uint32_t> names;  // in order of first appearance
    for (std::uint32_t i = 0; i < clusters.size(); ++i) {
        auto& same_name = clusters_of_name[clusters[i].name];
        if (same_name.empty()) names.push_back(clusters[i].name);
        same_name.push_back(i);
    }
    const int items = count_of(used_items(run, selection));
    const auto alone = items_of_one_name(run.arrangement, selection.items.size());

    std::vector<Rerun> reruns;
    reruns.reserve(names.size());
    auto judgements = run.judgements;
    auto factors = run.factors;
    for (const auto name : names) {
        for (const auto i : clusters_of_name[name]) {
            const auto factor = clusters[i].factor;
            factors[factor].remove(run.weights[i]);
            judgements[factor] = judge(evidence_of(factors[factor]), protocol);
        }
        reruns.push_back(named_rerun(std::string(run.arrangement.names[name]), rule_on(judgements, protocol.verdict),
                                     items - alone[name], run.ruling));
        for (const auto i : clusters_of_name[name]) {
            const auto factor = clusters[i].factor;
            factors[factor] = run.factors[factor];
            judgements[factor] = run.judgements[factor];
        }
    }
    return reruns;
}

std::vector<Rerun> by_source_class(const Run& run, const Selection& selection, const evidence::Protocol& protocol) {
    return by_value(&ItemFacts::outlet_class, run, selection, protocol);
}

std::vector<Rerun> by_leaning(const Run& run, const Selection& selection, const evidence::Protocol& protocol) {
    return by_value(&ItemFacts::leaning, run, selection, protocol, evidence::Leaning::None);
}

std::vector<Rerun> by_kind(const Run& run, const Selection& selection, const evidence::Protocol& protocol) {
    return {keep("words only", run, selection, protocol, [](const ItemFacts& facts) { return !is_deed(facts); }),
            keep("acts only", run, selection, protocol, is_deed)};
}

int items_read_by(const Run& run, const Selection& selection, std::size_t coder) {
    auto both = used_items(run, selection);
    for (std::size_t i = 0; i < both.size(); ++i) both[i] = both[i] && selection.read[coder][i];
    return count_of(both);
}

bool read_enough(int read, const Run& run, const Selection& selection) {
    return read >= kLeastShareRead * count_of(used_items(run, selection));
}

std::vector<Rerun> by_coder(const Run& run, const Selection& selection, const evidence::Protocol& protocol) {
    std::vector<Rerun> reruns;
    if (selection.coders.size() < 2) return reruns;
    for (std::size_t coder = 0; coder < selection.coders.size(); ++coder) {
        const auto& id = selection.coders[coder]->id;
        if (read_enough(items_read_by(run, selection, coder), run, selection)) {
            reruns.push_back(with_coders("only " + id, material_of_coder(selection, coder), run, selection, protocol));
        }
        // Of two coders, leaving one out is taking the other alone.
        if (selection.coders.size() <= 2) continue;
        reruns.push_back(
            with_coders("without " + id, material_without_coder(selection, coder), run, selection, protocol));
    }
    return reruns;
}

Material material_of_coder(const Selection& selection, std::size_t coder) {
    auto material = material_of(selection);
    std::erase_if(material.readings, [&](const Reading& reading) { return reading.coder != coder; });
    material.coders.assign(selection.coders.size(), false);
    material.coders[coder] = true;
    return material;
}

Material material_without_coder(const Selection& selection, std::size_t coder) {
    auto material = material_of(selection);
    std::erase_if(material.readings, [&](const Reading& reading) { return reading.coder == coder; });
    material.coders[coder] = false;
    return material;
}

}  // namespace entente::assessment
