#include "assessment/order_of_cases.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "assessment/verdict.hpp"

namespace entente::assessment {

namespace {

constexpr double kRounding = 1e-9;  // a smaller difference is that of the arithmetic

// Both sides of one comparison, and what it is called.
struct TiltPair {
    double further = 0;
    double other = 0;
    std::string name;
};

OrderTest test_of(OrderTestKind kind, std::vector<TiltPair> pairs, const std::string& why_none) {
    OrderTest test;
    test.kind = kind;
    if (pairs.empty()) test.why_not = why_none;
    // What turns it round most stands first.
    std::ranges::stable_sort(pairs, {}, [](const TiltPair& pair) { return pair.further - pair.other; });
    for (auto& pair : pairs) {
        const double difference = pair.further - pair.other;
        if (std::abs(difference) < kRounding) {
            ++test.level;
        } else if (difference > 0) {
            ++test.kept;
        } else {
            ++test.reversed;
            if (!pair.name.empty()) test.turned_by.push_back(std::move(pair.name));
        }
    }
    if (!pairs.empty()) {
        test.least = pairs.front().further - pairs.front().other;
        test.most = pairs.back().further - pairs.back().other;
    }
    return test;
}

struct NamedTilt {
    std::string name;
    double tilt = 0;
};

std::vector<NamedTilt> coders_alone(const Assessment& assessment) {
    std::vector<NamedTilt> tilts;
    for (const auto& coder : assessment.coders) {
        const auto own = tilt_of(coder.outcome.verdict);
        if (coder.stands_alone && own) tilts.push_back({coder.coder, *own});
    }
    return tilts;
}

std::vector<NamedTilt> coders_alone_on(const Assessment& assessment, std::string_view factor) {
    std::vector<NamedTilt> tilts;
    for (const auto& coder : assessment.coders) {
        const auto& factors = coder.outcome.factors;
        const auto found = std::ranges::find(factors, factor, &FactorResult::id);
        if (!coder.stands_alone || found == factors.end()) continue;
        if (const auto own = tilt_of(*found)) tilts.push_back({coder.coder, *own});
    }
    return tilts;
}

// Two of one case are needed to see how far two readings of the same evidence lie apart.
constexpr std::size_t kLeastCoders = 2;

OrderTest by_coders(const ComparedCase& further, const ComparedCase& other, const std::vector<NamedTilt>& of_further,
                    const std::vector<NamedTilt>& of_other) {
    std::vector<TiltPair> pairs;
    const bool several = of_further.size() >= kLeastCoders && of_other.size() >= kLeastCoders;
    if (several) {
        for (const auto& left : of_further) {
            for (const auto& right : of_other) {
                pairs.push_back(
                    {left.tilt, right.tilt,
                     '\'' + left.name + "' on " + further.name + " against '" + right.name + "' on " + other.name});
            }
        }
    }
    const auto& poorer = of_further.size() < kLeastCoders ? further : other;
    return test_of(OrderTestKind::Coders, std::move(pairs),
                   several ? std::string{} : poorer.name + " has no second coder's verdict");
}

bool same_setting(const MultiverseSetting& left, const MultiverseSetting& right) {
    const auto of_prior = [](const evidence::Prior& prior) {
        return std::array{prior.weakened, prior.unchanged, prior.strengthened};
    };
    const auto of_scale = [](const evidence::DecibelScale& scale) {
        return std::array{scale.words, scale.opinion, scale.act, scale.structural};
    };
    return of_prior(left.prior) == of_prior(right.prior) && left.correlation == right.correlation &&
           of_scale(left.decibels) == of_scale(right.decibels) && left.clustering == right.clustering &&
           left.ritual_weight == right.ritual_weight;
}

// Under the same protocol the grids are equal and in one order; under two, only what stands in both is compared.
OrderTest by_settings(const Assessment& further, const Assessment& other) {
    std::vector<TiltPair> pairs;
    const auto& left = further.sensitivity.multiverse;
    const auto& right = other.sensitivity.multiverse;
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        const bool assessed =
            left[i].direction != VerdictDirection::NotAssessed && right[i].direction != VerdictDirection::NotAssessed;
        if (!assessed || !same_setting(left[i], right[i])) continue;
        pairs.push_back(
            {left[i].net_weakened - left[i].net_strengthened, right[i].net_weakened - right[i].net_strengthened, {}});
    }
    return test_of(OrderTestKind::Settings, std::move(pairs), "the protocols have no setting in common");
}

OrderTest by_clusters(const ComparedCase& further, const ComparedCase& other, double tilt_further, double tilt_other) {
    std::vector<TiltPair> pairs;
    for (const auto& rerun : further.assessment->sensitivity.leave_one_cluster_out) {
        if (rerun.direction == VerdictDirection::NotAssessed) continue;
        pairs.push_back({tilt(rerun.probability), tilt_other, further.name + " without '" + rerun.name + '\''});
    }
    for (const auto& rerun : other.assessment->sensitivity.leave_one_cluster_out) {
        if (rerun.direction == VerdictDirection::NotAssessed) continue;
        pairs.push_back({tilt_further, tilt(rerun.probability), other.name + " without '" + rerun.name + '\''});
    }
    return test_of(OrderTestKind::Clusters, std::move(pairs), "neither case has two clusters");
}

void add_same_named(std::vector<TiltPair>& pairs, const std::vector<Rerun>& further, const std::vector<Rerun>& other) {
    for (const auto& left : further) {
        const auto right = std::ranges::find(other, left.name, &Rerun::name);
        if (right == other.end()) continue;
        const bool assessed =
            left.direction != VerdictDirection::NotAssessed && right->direction != VerdictDirection::NotAssessed;
        if (assessed) pairs.push_back({tilt(left.probability), tilt(right->probability), left.name});
    }
}

OrderTest by_same_evidence(const Sensitivity& further, const Sensitivity& other) {
    std::vector<TiltPair> pairs;
    add_same_named(pairs, further.source_class, other.source_class);
    add_same_named(pairs, further.leaning, other.leaning);
    add_same_named(pairs, further.kinds, other.kinds);
    return test_of(OrderTestKind::SameEvidence, std::move(pairs), "the cases have no kind of evidence in common");
}

double tilt_over(const std::vector<FactorResult>& factors, const std::vector<std::size_t>& chosen) {
    std::vector<Judgement> judgements;
    for (const auto i : chosen) {
        judgements.push_back({.finding = factors[i].finding,
                              .posterior = factors[i].posterior,
                              .pull = {},
                              .magnitude = factors[i].magnitude});
    }
    return tilt(net_change(judgements));
}

// The net over fewer factors, by the rule of the verdict itself; each judgement stays as it is.
OrderTest by_common_factors(const Outcome& further, const Outcome& other) {
    std::vector<std::size_t> of_further;
    std::vector<std::size_t> of_other;
    for (std::size_t i = 0; i < further.factors.size(); ++i) {
        const auto same = std::ranges::find(other.factors, further.factors[i].id, &FactorResult::id);
        if (same == other.factors.end() || !tilt_of(further.factors[i]) || !tilt_of(*same)) continue;
        of_further.push_back(i);
        of_other.push_back(static_cast<std::size_t>(same - other.factors.begin()));
    }
    std::vector<TiltPair> pairs;
    if (!of_further.empty()) {
        const auto count = std::to_string(of_further.size());
        pairs.push_back({tilt_over(further.factors, of_further), tilt_over(other.factors, of_other),
                         "on the " + count + (of_further.size() == 1 ? " factor" : " factors") + " assessed in both"});
    }
    return test_of(OrderTestKind::CommonFactors, std::move(pairs), "no factor is assessed in both");
}

std::optional<double> range_of(const std::vector<NamedTilt>& tilts) {
    if (tilts.size() < kLeastCoders) return std::nullopt;
    const auto [low, high] = std::ranges::minmax(tilts, {}, &NamedTilt::tilt);
    return high.tilt - low.tilt;
}

OrderAnswer answer_of(const CaseOrder& order) {
    if (*order.apart < kRounding) return OrderAnswer::Level;
    const auto& by_coder = order.tests.front();
    if (by_coder.comparisons() == 0) return OrderAnswer::OneCoder;
    if (!by_coder.holds()) return OrderAnswer::CodingNoise;
    const bool all =
        std::ranges::all_of(order.tests, [](const OrderTest& test) { return test.comparisons() == 0 || test.holds(); });
    return all ? OrderAnswer::Holds : OrderAnswer::DependsOnChoices;
}

}  // namespace

double tilt(const Probabilities& probabilities) noexcept {
    return probabilities.weakened - probabilities.strengthened;
}

std::optional<double> tilt_of(const Verdict& verdict) noexcept {
    if (verdict.direction == VerdictDirection::NotAssessed) return std::nullopt;
    return tilt(verdict.probability);
}

std::optional<double> tilt_of(const FactorResult& factor) noexcept {
    if (factor.finding == Finding::NotAssessed) return std::nullopt;
    return tilt(factor.posterior);
}

CaseOrder order_of(const std::vector<ComparedCase>& cases, std::size_t left, std::size_t right) {
    CaseOrder order;
    order.further = left;
    order.other = right;
    const auto tilt_left = tilt_of(cases[left].assessment->outcome.verdict);
    const auto tilt_right = tilt_of(cases[right].assessment->outcome.verdict);
    if (!tilt_left || !tilt_right) return order;
    if (*tilt_right > *tilt_left) std::swap(order.further, order.other);
    const auto& further = cases[order.further];
    const auto& other = cases[order.other];
    const double tilt_further = std::max(*tilt_left, *tilt_right);
    const double tilt_other = std::min(*tilt_left, *tilt_right);
    order.apart = tilt_further - tilt_other;

    const auto coders_of_further = coders_alone(*further.assessment);
    const auto coders_of_other = coders_alone(*other.assessment);
    const auto range_further = range_of(coders_of_further);
    const auto range_other = range_of(coders_of_other);
    order.between_coders = std::max(range_further, range_other);
    order.between_coders_of = range_further >= range_other ? order.further : order.other;

    order.tests = {by_coders(further, other, coders_of_further, coders_of_other),
                   by_settings(*further.assessment, *other.assessment),
                   by_clusters(further, other, tilt_further, tilt_other),
                   by_same_evidence(further.assessment->sensitivity, other.assessment->sensitivity),
                   by_common_factors(further.assessment->outcome, other.assessment->outcome)};
    order.answer = answer_of(order);
    return order;
}

OrderTest coders_on_factor(const ComparedCase& further, const ComparedCase& other, std::string_view factor) {
    return by_coders(further, other, coders_alone_on(*further.assessment, factor),
                     coders_alone_on(*other.assessment, factor));
}

}  // namespace entente::assessment
