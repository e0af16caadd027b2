// Which of two cases leans further to weakened, and whether that is more than noise: the same order asked again of the
// coders one by one, of every setting of the protocols' grid, without each cluster, on the same kinds of evidence, and
// on the factors that both have. No threshold enters: a test holds where nothing in it turns the order round.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "assessment/assessment.hpp"
#include "core/named_enum.hpp"
#include "evidence/case.hpp"
#include "evidence/protocol.hpp"

namespace entente::assessment {

// A case and what was made of it. Points at what must outlive it.
struct ComparedCase {
    std::string name;  // by which the output calls it
    const evidence::Case* which = nullptr;
    const evidence::Protocol* protocol = nullptr;
    const Assessment* assessment = nullptr;
};

// P(weakened) − P(strengthened): from −1 to 1, above 0 where it leans to weakened. How surely, not how far.
[[nodiscard]] double tilt(const Probabilities& probabilities) noexcept;
// Nothing where nothing was assessed.
[[nodiscard]] std::optional<double> tilt_of(const Verdict& verdict) noexcept;
[[nodiscard]] std::optional<double> tilt_of(const FactorResult& factor) noexcept;

enum class OrderTestKind {
    Coders,         // each coder of the one case against each of the other, each alone
    Settings,       // both cases under the same setting of the grid
    Clusters,       // either case without one of its clusters
    SameEvidence,   // both cases on the same class, leaning or kind of evidence only, or without it
    CommonFactors,  // both cases on the factors that are assessed in both
};

// How often the case that leans further to weakened still does.
struct OrderTest {
    OrderTestKind kind = OrderTestKind::Coders;
    int kept = 0;
    int level = 0;     // no difference either way
    int reversed = 0;  // the other case leans further
    double least = 0;  // difference of the tilts over all comparisons; below 0: reversed
    double most = 0;
    std::vector<std::string> turned_by;  // what reverses it; not for settings, which have no names
    std::string why_not;                 // there is nothing to compare

    [[nodiscard]] int comparisons() const noexcept { return kept + level + reversed; }
    [[nodiscard]] bool holds() const noexcept { return comparisons() > 0 && kept == comparisons(); }
};

enum class OrderAnswer {
    NotAssessed,       // one of the two has no verdict
    Level,             // they lean equally
    OneCoder,          // one of the two has a single coder: what is coding noise cannot be told
    CodingNoise,       // some coder's reading of one case and some coder's of the other turn it round
    DependsOnChoices,  // every pair of coders keeps it; settings, a cluster or the kind of evidence turn it round
    Holds,             // nothing of what was tried turns it round
};

struct CaseOrder {
    std::size_t further = 0;  // the case that leans further to weakened; where they are level, the earlier one
    std::size_t other = 0;
    std::optional<double> apart;           // difference of their tilts, never below 0; nothing if one is not assessed
    std::optional<double> between_coders;  // the largest difference of tilts between two coders of one of the cases
    std::size_t between_coders_of = 0;     // … that one
    std::vector<OrderTest> tests;
    OrderAnswer answer = OrderAnswer::NotAssessed;
};

[[nodiscard]] CaseOrder order_of(const std::vector<ComparedCase>& cases, std::size_t left, std::size_t right);

// The same of one factor, by its coders only.
[[nodiscard]] OrderTest coders_on_factor(const ComparedCase& further, const ComparedCase& other,
                                         std::string_view factor);

}  // namespace entente::assessment

template <>
struct entente::NamesOf<entente::assessment::OrderTestKind> {
    static constexpr std::array<std::string_view, 5> names{"coders", "settings", "clusters", "same-evidence",
                                                           "common-factors"};
};
template <>
struct entente::NamesOf<entente::assessment::OrderAnswer> {
    static constexpr std::array<std::string_view, 6> names{"not-assessed",       "level", "one-coder", "coding-noise",
                                                           "depends-on-choices", "holds"};
};
