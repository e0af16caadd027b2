#include "assessment/arrangement.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>
#include <unordered_map>

namespace entente::assessment {

namespace {

// Disjoint sets of the items of an arrangement.
class Groups {
public:
    explicit Groups(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }

    std::uint32_t root(std::uint32_t member) {
        while (parent_[member] != member) {
            parent_[member] = parent_[parent_[member]];
            member = parent_[member];
        }
        return member;
    }

    // The earlier item stays the root, so that a root is its group's first item.
    void unite(std::uint32_t left, std::uint32_t right) {
        left = root(left);
        right = root(right);
        parent_[std::max(left, right)] = std::min(left, right);
    }

private:
    std::vector<std::uint32_t> parent_;
};

class Arranger {
public:
    Arranger(const Selection& selection, Material material, const evidence::Protocol& protocol)
        : selection_(selection), material_(std::move(material)), protocol_(protocol) {}

    Arrangement arrange() {
        std::ranges::stable_sort(material_.readings, {}, [](const Reading& reading) {
            return std::tuple(reading.factor, reading.item, reading.coder);
        });
        merge_readings();
        group();
        return std::move(result_);
    }

private:
    double heaviness(const Reading& reading) const {
        const auto& facts = selection_.items[reading.item];
        return spread(
            tempered(untempered(content_of(reading, facts), protocol_), reliance_on(facts.grade, protocol_.grades)));
    }

    // One reading per coder, one arranged item per item and factor.
    void merge_readings() {
        const auto& all = material_.readings;
        for (auto first = all.begin(); first != all.end();) {
            const auto next = std::find_if(first, all.end(), [&](const Reading& reading) {
                return !same_place(reading, *first) || reading.coder != first->coder;
            });
            add(*std::max_element(first, next, [this](const Reading& left, const Reading& right) {
                return heaviness(left) < heaviness(right);
            }));
            first = next;
        }
    }

    void add(const Reading& reading) {
        const auto position = static_cast<std::uint32_t>(result_.readings.size());
        if (position == 0 || !same_place(result_.readings.back(), reading)) start_item(reading, position);
        result_.readings.push_back(reading);
        auto& entry = result_.items.back();
        ++entry.readings;
        entry.is_new = entry.is_new || reading.novelty == evidence::Novelty::New;
        if (entry.heaviest == position) return;
        if (heaviness(reading) > heaviness(result_.readings[entry.heaviest])) entry.heaviest = position;
    }

    static bool same_place(const Reading& left, const Reading& right) {
        return left.factor == right.factor && left.item == right.item;
    }

    void start_item(const Reading& reading, std::uint32_t position) {
        ArrangedItem entry{.item = reading.item, .first_reading = position, .heaviest = position};
        for (std::size_t coder = 0; coder < material_.coders.size(); ++coder) {
            if (material_.coders[coder] && selection_.read[coder][reading.item]) ++entry.readers;
        }
        result_.items.push_back(entry);
    }

    std::uint32_t factor_of(const ArrangedItem& entry) const { return result_.readings[entry.first_reading].factor; }

    void group() {
        const auto roots = protocol_.clustering == evidence::Clustering::AsCoded ? roots_by_codings() : each_alone();
        name_clusters();

        // Roots are first items, so sorting by them puts clusters in the order in which they first appear.
        std::vector<std::uint32_t> order(roots.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::stable_sort(order, {}, [&](std::uint32_t i) { return roots[i]; });

        std::vector<ArrangedItem> sorted;
        sorted.reserve(order.size());
        for (const auto i : order) {
            const auto& entry = result_.items[i];
            if (i == roots[i]) start_cluster(entry, static_cast<std::uint32_t>(sorted.size()));
            sorted.push_back(entry);
            auto& cluster = result_.clusters.back();
            ++cluster.end;
            cluster.has_new = cluster.has_new || entry.is_new;
        }
        result_.items = std::move(sorted);
        result_.factors = material_.factors;
    }

    std::vector<std::uint32_t> each_alone() const {
        std::vector<std::uint32_t> roots(result_.items.size());
        std::iota(roots.begin(), roots.end(), 0U);
        return roots;
    }

    std::vector<std::uint32_t> roots_by_codings() const {
        Groups groups(result_.items.size());
        std::unordered_map<std::uint64_t, std::uint32_t> first_of;  // (coder, cluster) → an item, within one factor
        for (std::uint32_t i = 0; i < result_.items.size(); ++i) {
            const auto& entry = result_.items[i];
            if (i > 0 && factor_of(entry) != factor_of(result_.items[i - 1])) first_of.clear();
            for (std::uint32_t r = 0; r < entry.readings; ++r) {
                const auto& reading = result_.readings[entry.first_reading + r];
                const auto key = (std::uint64_t{reading.coder} << 32) | reading.cluster;
                const auto [found, added] = first_of.emplace(key, i);
                if (!added) groups.unite(found->second, i);
            }
        }
        std::vector<std::uint32_t> roots(result_.items.size());
        for (std::uint32_t i = 0; i < roots.size(); ++i) roots[i] = groups.root(i);
        return roots;
    }

    // An item that stands alone is its own cluster and lends it its id.
    void name_clusters() {
        if (protocol_.clustering == evidence::Clustering::AsCoded) {
            result_.names = selection_.cluster_names;
            return;
        }
        for (const auto& facts : selection_.items) result_.names.push_back(facts.item->id);
    }

    void start_cluster(const ArrangedItem& first, std::uint32_t begin) {
        const auto& reading = result_.readings[first.first_reading];
        const auto name = protocol_.clustering == evidence::Clustering::AsCoded ? reading.cluster : first.item;
        result_.clusters.push_back({.factor = reading.factor, .name = name, .begin = begin, .end = begin});
    }

    const Selection& selection_;
    Material material_;
    const evidence::Protocol& protocol_;
    Arrangement result_;
};

}  // namespace

Material material_of(const Selection& selection) {
    return {.readings = selection.readings,
            .coders = std::vector<bool>(selection.coders.size(), true),
            .factors = selection.theory->factors.size()};
}

Arrangement arrange(const Selection& selection, Material material, const evidence::Protocol& protocol) {
    return Arranger(selection, std::move(material), protocol).arrange();
}

}  // namespace entente::assessment
