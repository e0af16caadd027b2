#include "assessment/ledger_v1.hpp"

#include <gtest/gtest.h>

#include <initializer_list>
#include <vector>

#include "casefile/case_folder.hpp"

namespace entente::testing {
namespace {

// Every number of a protocol that the ledger uses, in one list.
std::vector<double> numbers_of(const evidence::Protocol& protocol) {
    std::vector<double> all;
    const auto add = [&](std::initializer_list<double> numbers) { all.insert(all.end(), numbers); };
    const auto add_prior = [&](const evidence::Prior& p) { add({p.weakened, p.unchanged, p.strengthened}); };
    const auto add_scale = [&](const evidence::DecibelScale& s) { add({s.words, s.opinion, s.act, s.structural}); };
    add_prior(protocol.prior);
    add_scale(protocol.decibels);
    const auto& continuity = protocol.continuity;
    add({continuity.words, continuity.opinion, continuity.act_share, continuity.structural_share});
    const auto& magnitudes = protocol.magnitudes;
    for (const int one : {magnitudes.words, magnitudes.opinion, magnitudes.act, magnitudes.structural})
        add({1.0 * one});
    add({magnitudes.minimum_decibels});
    for (const double one : protocol.grades.reliability) add({one});
    for (const double one : protocol.grades.credibility) add({one});
    add({protocol.correlation, protocol.cap_decibels, 1.0 * static_cast<int>(protocol.clustering),
         protocol.ritual_weight});
    const auto& finding = protocol.finding;
    add({finding.found, finding.leaning, finding.leaning_ratio, finding.contested_below});
    const auto& verdict = protocol.verdict;
    add({verdict.moved, verdict.moved_ratio, 1.0 * verdict.moderately_above, 1.0 * verdict.clearly_above});
    for (const auto& prior : protocol.grid.priors) add_prior(prior);
    for (const double one : protocol.grid.correlations) add({one});
    for (const auto& scale : protocol.grid.decibels) add_scale(scale);
    for (const auto one : protocol.grid.clusterings) add({1.0 * static_cast<int>(one)});
    for (const double one : protocol.grid.ritual_weights) add({one});
    const auto& rule = protocol.sensitivity;
    add({1.0 * rule.random_codings, 1.0 * rule.pairs_up_to_clusters, 1.0 * rule.thinning_draws, rule.thinning_survives,
         static_cast<double>(rule.seed)});
    return all;
}

TEST(LedgerV1, the_tests_use_the_numbers_of_the_shipped_file) {
    Problems problems;
    const auto shipped = casefile::read_protocol(ENTENTE_SOURCE_DIR "/protocols/ledger-v1.toml", problems);
    ASSERT_TRUE(problems.empty());
    EXPECT_EQ(numbers_of(ledger_v1()), numbers_of(shipped));
}

}  // namespace
}  // namespace entente::testing
