#include "assessment/recodings.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace entente::assessment {

namespace {

class Search {
public:
    Search(const Run& run, const Selection& selection, const evidence::Protocol& protocol)
        : run_(run), selection_(selection), protocol_(protocol), judgements_(run.judgements) {}

    Recodings search() {
        const auto& clusters = run_.arrangement.clusters;
        for (std::uint32_t i = 0; i < clusters.size(); ++i) {
            if (clusters[i].has_new) turn_alone(i);
        }
        result_.pairs_searched = result_.clusters <= protocol_.sensitivity.pairs_up_to_clusters;
        if (!result_.pairs_searched) return result_;
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            for (std::size_t j = i + 1; j < candidates_.size(); ++j) turn_both(candidates_[i], candidates_[j]);
        }
        return result_;
    }

private:
    // A cluster that changes nothing alone, and its factor as it would then be judged.
    struct Candidate {
        std::uint32_t cluster;
        std::uint32_t factor;
        Judgement turned;
    };

    void turn_alone(std::uint32_t cluster) {
        ++result_.clusters;
        const auto factor = run_.arrangement.clusters[cluster].factor;
        auto weight = run_.factors[factor];
        turn(weight, cluster);
        const auto turned = judge(evidence_of(weight), protocol_);
        judgements_[factor] = turned;
        const auto direction = rule_on(judgements_, protocol_.verdict).direction;
        judgements_[factor] = run_.judgements[factor];
        if (direction == run_.ruling.direction) {
            candidates_.push_back({cluster, factor, turned});
        } else {
            result_.single.push_back({.factor = factor_id(factor),
                                      .cluster = cluster_name(cluster),
                                      .factor_2 = {},
                                      .cluster_2 = {},
                                      .direction = direction});
        }
    }

    void turn_both(const Candidate& left, const Candidate& right) {
        judgements_[left.factor] = left.turned;
        judgements_[right.factor] = right.turned;
        if (left.factor == right.factor) {
            auto weight = run_.factors[left.factor];
            turn(weight, left.cluster);
            turn(weight, right.cluster);
            judgements_[left.factor] = judge(evidence_of(weight), protocol_);
        }
        const auto direction = rule_on(judgements_, protocol_.verdict).direction;
        judgements_[left.factor] = run_.judgements[left.factor];
        judgements_[right.factor] = run_.judgements[right.factor];
        if (direction == run_.ruling.direction) return;
        result_.pairs.push_back({.factor = factor_id(left.factor),
                                 .cluster = cluster_name(left.cluster),
                                 .factor_2 = factor_id(right.factor),
                                 .cluster_2 = cluster_name(right.cluster),
                                 .direction = direction});
    }

    void turn(FactorWeight& weight, std::uint32_t cluster) const {
        weight.remove(run_.weights[cluster]);
        weight.add(run_.weights[cluster].turned());
    }

    std::string factor_id(std::uint32_t factor) const { return selection_.theory->factors[factor].id; }
    std::string cluster_name(std::uint32_t cluster) const {
        return std::string(run_.arrangement.names[run_.arrangement.clusters[cluster].name]);
    }

    const Run& run_;
    const Selection& selection_;
    const evidence::Protocol& protocol_;
    std::vector<Judgement> judgements_;  // as they stand, but for the clusters turned at the moment
    std::vector<Candidate> candidates_;
    Recodings result_;
};

}  // namespace

Recodings recodings(const Run& run, const Selection& selection, const evidence::Protocol& protocol) {
    return Search(run, selection, protocol).search();
}

}  // namespace entente::assessment
