#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "core/text.hpp"
#include "evidence/checks/parts.hpp"

namespace entente::evidence {

namespace {

using Words = std::string_view;

void check_aspect(const Coding& coding, const Factor& factor, Problems& problems) {
    if (coding.aspect.empty()) return;
    std::vector<std::string> known;
    for (const Aspect& aspect : factor.aspects) known.push_back(aspect.id);
    if (std::find(known.begin(), known.end(), coding.aspect) != known.end()) return;
    problems.error(
        coding.where,
        "the factor '" + factor.id + "' has no aspect '" + coding.aspect + "'" + did_you_mean(coding.aspect, known),
        known.empty() ? "it has no aspects: write the factor alone"
                      : "its aspects: " + known_words(coding.aspect, known));
}

void check_coding(const Coding& coding, CaseReferences& references, Problems& problems) {
    references.item(coding.item, coding.where, "the coding");
    references.period(coding.baseline, coding.where, "the coding's baseline");
    if (!coding.against.empty()) references.item(coding.against, coding.where, "the coding's comparator");
    const Theory* theory = references.theory(coding.theory, coding.where, "the coding");
    if (theory != nullptr && coding.factor != kOutside) {
        const Factor* factor = references.factor(*theory, coding.factor, coding.where, "the coding");
        if (factor != nullptr) check_aspect(coding, *factor, problems);
    }
    // Negated, so that it holds for what is no number too.
    if (!(coding.specificity >= 0 && coding.specificity <= 1)) {
        problems.error(coding.where, "a specificity outside 0–1",
                       "write 1 for what is about this alliance alone, less for what concerns others too");
    }
}

void check_repeated_codings(const Coder& coder, Problems& problems) {
    std::set<std::tuple<Words, Words, Words, Words, Words>> seen;
    for (const Coding& coding : coder.codings) {
        if (seen.emplace(coding.item, coding.theory, coding.factor, coding.aspect, coding.baseline).second) continue;
        const std::string factor = coding.factor + (coding.aspect.empty() ? "" : "/" + coding.aspect);
        problems.error(coding.where,
                       "'" + coder.id + "' has coded the item '" + coding.item + "' for " + factor + " against " +
                           coding.baseline + " before",
                       "keep one of the two codings");
    }
}

// An item without a cluster stands alone, so that two aspects of a factor cannot pull it both ways.
void report_two_directions_of_an_item(const Coding& coding, Problems& problems) {
    problems.error(coding.where,
                   "the item '" + coding.item + "' points to " + std::string(name_of(coding.direction)) + " under " +
                       coding.factor + " here, and elsewhere to the opposite",
                   "correct one of the directions, or give each coding a cluster of its own");
}

// A cluster is one report told several times, so it cannot point both ways.
void check_cluster_directions(const Coder& coder, Problems& problems) {
    std::map<std::tuple<Words, Words, Words, bool, Words>, const Coding*> first_of;
    for (const Coding& coding : coder.codings) {
        if (coding.factor == kOutside) continue;
        const bool alone = coding.cluster.empty();
        const Words name = alone ? coding.item : coding.cluster;
        const auto [first, added] =
            first_of.try_emplace({coding.theory, coding.baseline, coding.factor, alone, name}, &coding);
        if (added || first->second->direction == coding.direction) continue;
        if (alone) {
            report_two_directions_of_an_item(coding, problems);
            continue;
        }
        problems.error(coding.where,
                       "the cluster '" + coding.cluster + "' of " + coding.factor + " points to " +
                           std::string(name_of(coding.direction)) + " here and to " +
                           std::string(name_of(first->second->direction)) + " with the item '" + first->second->item +
                           "'",
                       "split the cluster, or correct one of the directions");
    }
}

using MirrorPairs = std::set<std::pair<const Factor*, const Factor*>>;

MirrorPairs mirror_pairs(const Theory& theory) {
    MirrorPairs pairs;
    for (const Factor& factor : theory.factors) {
        for (const std::string& id : factor.mirrors) {
            const Factor* mirror = find_factor(theory, id);
            if (mirror == nullptr || mirror == &factor) continue;
            // In the order of the theory, so that a pair listed from both sides is one.
            pairs.insert(std::minmax(&factor, mirror));
        }
    }
    return pairs;
}

void check_mirrors(const Coder& coder, const Theory& theory, Problems& problems) {
    std::map<std::tuple<Words, Words, Words>, const Coding*> coded;  // item, baseline, factor
    for (const Coding& coding : coder.codings) {
        if (coding.theory == theory.id) coded.try_emplace({coding.item, coding.baseline, coding.factor}, &coding);
    }
    const MirrorPairs pairs = mirror_pairs(theory);
    for (const auto& [place, coding] : coded) {
        for (const auto& [left, right] : pairs) {
            if (coding->factor != left->id) continue;
            const auto other = coded.find({coding->item, coding->baseline, right->id});
            if (other == coded.end()) continue;
            const auto [first, second] = std::minmax(
                coding, other->second, [](const Coding* one, const Coding* two) { return one->where < two->where; });
            problems.warn(second->where,
                          "the item '" + coding->item + "' counts for " + first->factor + " and for " + second->factor +
                              ", which mirror each other",
                          "keep both only if it says something about each by itself");
        }
    }
}

}  // namespace

void check_codings(const Case& which, const std::vector<Theory>& theories, CaseReferences& references,
                   Problems& problems) {
    for (const Coder& coder : which.coders) {
        references.items(coder.read, coder.where, "the list of items read");
        for (const Coding& coding : coder.codings) check_coding(coding, references, problems);
        check_repeated_codings(coder, problems);
        check_cluster_directions(coder, problems);
        for (const Theory& theory : theories) check_mirrors(coder, theory, problems);
    }
}

}  // namespace entente::evidence
