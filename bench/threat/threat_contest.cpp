// The test of a theory of threat on the user's store, as a whole process: what it takes, and what it finds.
//
//   threat_contest [THREADS [main]]
#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "workbench/threat_test.hpp"

namespace {

using namespace entente;

std::string words(const std::optional<contest::Estimate>& estimate) {
    return estimate ? fmt::format("{:9.5f} [{:9.5f}, {:9.5f}]", estimate->value, estimate->low, estimate->high) : "—";
}

void print(const workbench::ThreatContest& contest) {
    const auto& result = contest.result;
    fmt::print("\n== {}: {}\n   outcome: {}\n   {} rows, {} events, {} states, {}–{}\n", contest.id, contest.pairs,
               contest.outcome, result.rows, result.events, result.states, result.from, result.to);
    fmt::print("   {}\n", contest.sentence);
    for (std::size_t model = 0; model < result.fitted.size(); ++model) {
        fmt::print("   {:<45} {}\n", result.models[model].name, result.fitted[model].why_not);
        for (const auto& one : result.fitted[model].predictors) {
            fmt::print("      {:<24} {:+.3f} [{:+.3f}, {:+.3f}] per sd {:.4f}{}\n", one.name, one.per_deviation.value,
                       one.per_deviation.low, one.per_deviation.high, one.deviation,
                       one.wrong_sign ? " WRONG SIGN" : "");
        }
    }
    for (const auto& held_out : result.held_out) {
        fmt::print("   held out: {} ({} parts, {} clusters)\n", name_of(held_out.held_out), held_out.parts,
                   held_out.clusters);
        for (std::size_t model = 0; model < held_out.models.size(); ++model) {
            const auto& scores = held_out.models[model].scores;
            fmt::print("   {:<48} log {} skill {}\n{:52}brier {} area {} {}\n", result.models[model].name,
                       words(scores[0]), words(scores[1]), "", words(scores[2]), words(scores[3]),
                       held_out.models[model].why_not);
        }
        for (const auto& advantage : held_out.advantages) {
            fmt::print("   {} over {}: skill {} area {}\n", result.models[advantage.model].id,
                       result.models[advantage.rival].id, words(advantage.by[1]), words(advantage.by[3]));
        }
        for (const auto& group : held_out.calibration) {
            fmt::print("      forecast {:.4f} happened {:.4f} n {}\n", group.forecast, group.happened, group.size);
        }
    }
}

}  // namespace

int main(int count, char** arguments) {
    workbench::ThreatTestRequest request;
    request.threads = static_cast<unsigned>(count > 1 ? std::atoi(arguments[1]) : 0);
    if (count > 2) request.robustness = workbench::RobustnessAsked::None;
    const auto result = workbench::test_threat(request);
    fmt::print("{}–{}, pacts to {}; {} pairs, {} with a pact\n", result.from, result.to, result.pacts_known_to,
               result.pairs, result.with_pact);
    for (const auto& [component, missing] : result.missing) fmt::print("without {}: {}\n", component, missing);
    fmt::print("{}\n", result.summary);
    for (const auto& contest : result.contests) print(contest);
    return 0;
}
