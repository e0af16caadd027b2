#include "assessment/verdict.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

namespace entente::assessment {

namespace {

// The distribution of a sum of independent steps, each −size, 0 or +size. Slot `reach_` stands for zero.
class Walk {
public:
    explicit Walk(std::size_t reach) : reach_(reach), now_(2 * reach + 1, 0.0), next_(now_.size(), 0.0) {
        now_[reach] = 1;
    }

    void step(const Probabilities& chances, std::size_t size) {
        const auto first = reach_ - walked_;
        const auto last = reach_ + walked_;
        walked_ += size;
        std::fill(next_.begin() + static_cast<std::ptrdiff_t>(reach_ - walked_),
                  next_.begin() + static_cast<std::ptrdiff_t>(reach_ + walked_ + 1), 0.0);
        for (auto i = first; i <= last; ++i) {
            next_[i - size] += now_[i] * chances.weakened;
            next_[i] += now_[i] * chances.unchanged;
            next_[i + size] += now_[i] * chances.strengthened;
        }
        std::swap(now_, next_);
    }

    [[nodiscard]] Probabilities sides() const {
        Probabilities sides{.unchanged = now_[reach_]};
        for (std::size_t i = 1; i <= walked_; ++i) {
            sides.weakened += now_[reach_ - i];
            sides.strengthened += now_[reach_ + i];
        }
        return sides;
    }

private:
    std::size_t reach_;
    std::size_t walked_ = 0;
    std::vector<double> now_;
    std::vector<double> next_;
};

struct Counts {
    int found = 0;
    int leaning = 0;
    int largest = 0;  // magnitude among the found
};

Counts count(std::span<const Judgement> factors, VerdictDirection direction) {
    Counts counts;
    for (const auto& factor : factors) {
        if (found(factor.finding, direction)) {
            ++counts.found;
            counts.largest = std::max(counts.largest, factor.magnitude);
        } else if (found_or_leaning(factor.finding, direction)) {
            ++counts.leaning;
        }
    }
    return counts;
}

Size size_of(const Counts& counts, const evidence::VerdictRule& rule) {
    if (counts.found == 0) return Size::Leaning;
    if (counts.largest >= 3) return counts.found > rule.clearly_above ? Size::Clearly : Size::Moderately;
    if (counts.largest == 2) return counts.found > rule.moderately_above ? Size::Moderately : Size::Slightly;
    return Size::Slightly;
}

}  // namespace

Probabilities net_change(std::span<const Judgement> factors) {
    std::size_t reach = 0;
    for (const auto& factor : factors) reach += static_cast<std::size_t>(factor.magnitude);
    Walk walk(reach);
    for (const auto& factor : factors) {
        if (factor.finding == Finding::NotAssessed) continue;
        walk.step(factor.posterior, static_cast<std::size_t>(factor.magnitude));
    }
    return walk.sides();
}

Probabilities net_change_without_evidence(std::span<const Judgement> factors, const evidence::Prior& prior) {
    std::vector<Judgement> bare(factors.begin(), factors.end());
    for (auto& factor : bare) {
        factor.posterior = {prior.weakened, prior.unchanged, prior.strengthened};
        factor.magnitude = factor.finding == Finding::NotAssessed ? 0 : 1;
    }
    return net_change(bare);
}

Ruling rule_on(std::span<const Judgement> factors, const evidence::VerdictRule& rule) {
    Ruling ruling{.probability = net_change(factors)};
    const auto assessed = [](const Judgement& factor) { return factor.finding != Finding::NotAssessed; };
    if (std::ranges::none_of(factors, assessed)) return ruling;

    const auto weakened = count(factors, VerdictDirection::Weakened);
    const auto strengthened = count(factors, VerdictDirection::Strengthened);
    const auto moved = [&](double side, double other, const Counts& counts) {
        return side >= rule.moved && side > rule.moved_ratio * other && counts.found + counts.leaning > 0;
    };
    const auto& net = ruling.probability;
    if (moved(net.weakened, net.strengthened, weakened)) {
        ruling.direction = VerdictDirection::Weakened;
        ruling.size = size_of(weakened, rule);
    } else if (moved(net.strengthened, net.weakened, strengthened)) {
        ruling.direction = VerdictDirection::Strengthened;
        ruling.size = size_of(strengthened, rule);
    } else {
        const bool contested = std::ranges::find(factors, Finding::Contested, &Judgement::finding) != factors.end();
        const bool both = weakened.found > 0 && strengthened.found > 0;
        ruling.direction = both || contested ? VerdictDirection::Mixed : VerdictDirection::Unchanged;
    }
    return ruling;
}

bool found(Finding finding, VerdictDirection direction) noexcept {
    return (direction == VerdictDirection::Weakened && finding == Finding::Weakened) ||
           (direction == VerdictDirection::Strengthened && finding == Finding::Strengthened);
}

bool found_or_leaning(Finding finding, VerdictDirection direction) noexcept {
    return found(finding, direction) ||
           (direction == VerdictDirection::Weakened && finding == Finding::LeaningWeakened) ||
           (direction == VerdictDirection::Strengthened && finding == Finding::LeaningStrengthened);
}

VerdictDirection mirrored(VerdictDirection direction) noexcept {
    if (direction == VerdictDirection::Weakened) return VerdictDirection::Strengthened;
    if (direction == VerdictDirection::Strengthened) return VerdictDirection::Weakened;
    return direction;
}

}  // namespace entente::assessment
