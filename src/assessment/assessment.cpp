#include "assessment/assessment.hpp"

#include "assessment/coverage.hpp"
#include "assessment/issues.hpp"
#include "assessment/leave_outs.hpp"
#include "assessment/outcome.hpp"
#include "assessment/random_codings.hpp"
#include "assessment/sensitivity.hpp"
#include "assessment/warnings.hpp"

namespace entente::assessment {

namespace {

// Each coder's own outcome, if there are several; a single coder's is the outcome itself.
std::vector<CoderOutcome> outcomes_by_coder(const Run& pooled, const Selection& selection,
                                            const evidence::Protocol& protocol) {
    std::vector<CoderOutcome> outcomes;
    if (selection.coders.size() < 2) return outcomes;
    for (std::size_t coder = 0; coder < selection.coders.size(); ++coder) {
        const auto material = material_of_coder(selection, coder);
        const auto run = run_ledger(selection, material, protocol);
        const int read = items_read_by(pooled, selection, coder);
        outcomes.push_back({.coder = selection.coders[coder]->id,
                            .blind = selection.coders[coder]->blind,
                            .items = count_of(used_items(run, selection)),
                            .read = read,
                            .stands_alone = read_enough(read, pooled, selection),
                            .outcome = outcome_of(run, selection, material, protocol)});
    }
    return outcomes;
}

}  // namespace

Assessment assess(const evidence::Case& which, const evidence::Theory& theory, const evidence::Protocol& protocol,
                  const Question& question) {
    const evidence::CaseIndex index(which);
    const auto selection = select(which, index, theory, protocol.reading, question);
    const auto material = material_of(selection);
    const auto run = run_ledger(selection, material, protocol);

    Assessment assessment;
    assessment.question = question;
    if (question.seed == 0) assessment.question.seed = protocol.sensitivity.seed;
    const auto random = random_codings(run, protocol, assessment.question.seed);

    assessment.outcome = outcome_of(run, selection, material, protocol);
    assessment.outcome.verdict.as_extreme = random.as_extreme;
    assessment.coders = outcomes_by_coder(run, selection, protocol);
    assessment.issues = issue_continuity(selection);
    assessment.sensitivity = sensitivity_of(run, selection, material, random, protocol);
    assessment.coverage = coverage_of(run, selection, index, protocol.reading, assessment.issues);
    assessment.warnings =
        warnings_about(run, selection, index, assessment.coverage, assessment.sensitivity.leave_one_cluster_out);
    return assessment;
}

Outcome assess_once(const evidence::Case& which, const evidence::Theory& theory, const evidence::Protocol& protocol,
                    const Question& question) {
    const evidence::CaseIndex index(which);
    const auto selection = select(which, index, theory, protocol.reading, question);
    const auto material = material_of(selection);
    return outcome_of(run_ledger(selection, material, protocol), selection, material, protocol);
}

}  // namespace entente::assessment
