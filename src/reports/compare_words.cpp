#include "reports/compare_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/names.hpp"
#include "reports/sentences.hpp"

namespace entente::reports {
namespace {

using assessment::CaseOrder;
using assessment::OrderAnswer;
using assessment::OrderTest;
using assessment::OrderTestKind;
using assessment::VerdictDirection;

constexpr double kShownAsNothing = 0.005;  // two digits are printed

const assessment::Verdict& verdict_of(const workbench::CompareResult& result, std::size_t i) {
    return result.cases[i].assessment.outcome.verdict;
}

std::string joined_with_and(const std::vector<std::string>& parts) {
    if (parts.size() < 2) return joined(parts, "");
    const std::vector<std::string> before(parts.begin(), parts.end() - 1);
    return joined(before, ", ") + " and " + parts.back();
}

// `Both are found weakened: …`, where all moved the same way; else each by itself.
std::string verdicts_sentence(const workbench::CompareResult& result) {
    const auto direction = verdict_of(result, 0).direction;
    bool same = direction == VerdictDirection::Weakened || direction == VerdictDirection::Strengthened;
    for (std::size_t i = 0; i < result.cases.size(); ++i) same = same && verdict_of(result, i).direction == direction;
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < result.cases.size(); ++i) {
        const auto& verdict = verdict_of(result, i);
        const auto words = same ? std::string(name_of(verdict.size)) : verdict_words(verdict.direction, verdict.size);
        const bool assessed = verdict.direction != VerdictDirection::NotAssessed;
        parts.push_back(result.names[i] + (same ? " " : ": ") + words +
                        (assessed ? " (" + verdict_probability(verdict) + ')' : ""));
    }
    if (!same) return joined(parts, "; ") + '.';
    return fmt::format("{} are found {}: {}.", result.cases.size() == 2 ? "Both" : "All", direction_words(direction),
                       joined_with_and(parts));
}

// `US–Japan leans further to weakened than NATO (tilt +.57 against +.46)`
std::string lean_words(const workbench::CompareResult& result, const CaseOrder& order) {
    const auto further = *result.comparison.tilts[order.further];
    const auto other = *result.comparison.tilts[order.other];
    const auto& name = result.names[order.further];
    const auto& other_name = result.names[order.other];
    const auto both = fmt::format("tilt {} against {}", tilt_words(further), tilt_words(other));
    if (further > 0 && other < 0)
        return fmt::format("{} leans to weakened, {} to strengthened ({})", name, other_name, both);
    if (further <= 0) {
        return fmt::format("{} leans further to strengthened than {} (tilt {} against {})", other_name, name,
                           tilt_words(other), tilt_words(further));
    }
    return fmt::format("{} leans further to weakened than {} ({})", name, other_name, both);
}

// The counts of the tests that could be made; of those that fail only, if asked.
std::string counts_of(const CaseOrder& order, bool failing_only) {
    std::vector<std::string> parts;
    for (const auto& test : order.tests) {
        if (test.kind == OrderTestKind::CommonFactors || test.comparisons() == 0) continue;
        if (!failing_only || !test.holds()) parts.push_back(test_counts(test));
    }
    return joined_with_and(parts);
}

// The one comparison over the factors that both have is worth a word only where it turns the order round.
std::string common_factors_words(const CaseOrder& order) {
    for (const auto& test : order.tests) {
        if (test.kind != OrderTestKind::CommonFactors || test.comparisons() == 0 || test.holds()) continue;
        return " On the factors that both have, it is turned round.";
    }
    return {};
}

std::string spread_words(const workbench::CompareResult& result, const CaseOrder& order) {
    if (!order.between_coders) return {};
    return fmt::format("two coders who read the same evidence of {} differ by {}",
                       result.names[order.between_coders_of], probability(*order.between_coders));
}

std::string order_sentence(const workbench::CompareResult& result, const CaseOrder& order) {
    const auto& name = result.names[order.further];
    const auto& other = result.names[order.other];
    switch (order.answer) {
        case OrderAnswer::NotAssessed: {
            const bool first = !result.comparison.tilts[order.further];
            return fmt::format("{} and {} cannot be ordered: {} has no verdict.", name, other, first ? name : other);
        }
        case OrderAnswer::Level:
            return fmt::format("{} and {} lean equally (tilt {}).", name, other,
                               tilt_words(*result.comparison.tilts[order.further]));
        case OrderAnswer::OneCoder:
            return fmt::format(
                "{}. Whether that is more than coding noise cannot be told: {}. The order holds in {}.{}",
                lean_words(result, order), order.tests.front().why_not, counts_of(order, false),
                common_factors_words(order));
        case OrderAnswer::CodingNoise:
            return fmt::format("{}. The difference of {} is no more than coding noise: {}. The order holds in {}.{}",
                               lean_words(result, order), probability(*order.apart), spread_words(result, order),
                               counts_of(order, false), common_factors_words(order));
        case OrderAnswer::DependsOnChoices: {
            const auto failing = counts_of(order, true);
            return fmt::format(
                "{}. The difference of {} is more than coding noise: every pair of coders keeps the order. But it "
                "hangs on "
                "choices{}.{}",
                lean_words(result, order), probability(*order.apart),
                failing.empty() ? "" : ": the order holds in " + failing, common_factors_words(order));
        }
        case OrderAnswer::Holds:
            return fmt::format(
                "{}. The difference of {} is more than coding noise, and nothing that was tried turns it round: the "
                "order "
                "holds in {}.",
                lean_words(result, order), probability(*order.apart), counts_of(order, false));
    }
    return {};
}

}  // namespace

std::string tilt_words(double tilt) {
    if (std::abs(tilt) < kShownAsNothing) return ".00";
    return (tilt > 0 ? "+" : "−") + probability(std::abs(tilt));
}

std::string test_counts(const OrderTest& test) {
    const auto all = test.comparisons();
    switch (test.kind) {
        case OrderTestKind::Coders:
            return fmt::format("{} of {} pairs of coders", test.kept, all);
        case OrderTestKind::Settings:
            return fmt::format("{} of {} settings of the protocol", test.kept, all);
        case OrderTestKind::Clusters:
            return fmt::format("{} of {} times when one event is left out", test.kept, all);
        case OrderTestKind::SameEvidence:
            return fmt::format("{} of {} times when only some sources or kinds of evidence are used", test.kept, all);
        case OrderTestKind::CommonFactors:
            return fmt::format("{} of {} on the common factors", test.kept, all);
    }
    return {};
}

std::string test_words(OrderTestKind kind) {
    switch (kind) {
        case OrderTestKind::Coders:
            return "each coder of one against each of the other";
        case OrderTestKind::Settings:
            return "both under the same setting of the protocol's grid";
        case OrderTestKind::Clusters:
            return "one of them without one event (a cluster of its items)";
        case OrderTestKind::SameEvidence:
            return "both on the same class, leaning or kind of evidence only, or without it";
        case OrderTestKind::CommonFactors:
            return "both on the factors that both have";
    }
    return {};
}

std::vector<std::string> answer_sentences(const workbench::CompareResult& result) {
    std::vector<std::string> sentences{verdicts_sentence(result)};
    for (const auto& order : result.comparison.orders) sentences.push_back(order_sentence(result, order));
    return sentences;
}

std::string coders_in_words(const assessment::Assessment& assessment) {
    std::vector<std::string> parts;
    for (const auto& coder : assessment.coders) {
        const auto tilt = assessment::tilt_of(coder.outcome.verdict);
        if (coder.stands_alone && tilt) parts.push_back(coder.coder + ' ' + tilt_words(*tilt));
    }
    return joined(parts, ", ");
}

std::string furthest_in_words(const workbench::CompareResult& result, const assessment::FactorRow& row) {
    if (!row.leans_furthest || row.apart < kShownAsNothing) return {};
    const auto tilt = *row.cases[*row.leans_furthest].tilt;
    return result.names[*row.leans_furthest] + (tilt > 0 ? " ▼" : " ▲");
}

}  // namespace entente::reports
