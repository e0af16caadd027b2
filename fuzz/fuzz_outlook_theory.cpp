// Any bytes as a theory of endings: reading never crashes, every problem has a place, and a theory without errors can
// be put to the contest.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <string>

#include "casefile/case_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    Problems problems;
    const auto theory =
        casefile::outlook_theory_from(std::string(reinterpret_cast<const char*>(data), size), "fuzz.toml", problems);
    for (const auto& problem : problems.sorted()) {
        if (problem.where.file != "fuzz.toml" || problem.where.line < 0 || to_line(problem).empty()) std::abort();
    }
    if (problems.has_errors()) return 0;
    if (theory.id.empty() || theory.models.empty() || theory.chosen.empty()) std::abort();
    const auto& contest = theory.contest;
    if (contest.horizons.empty() || contest.horizons.front() < 1 || contest.folds < 2) std::abort();
    if (!std::is_sorted(contest.horizons.begin(), contest.horizons.end())) std::abort();
    if (contest.first_origin <= contest.from || !(contest.ridge >= 0) || !(contest.margin >= 0)) std::abort();
    std::set<std::string> ids;
    for (const auto& covariate : theory.covariates) {
        if (!ids.insert(covariate.id).second || covariate.data.empty()) std::abort();
        if (evidence::has_threshold(covariate.measure) != (covariate.threshold > 0)) std::abort();
    }
    int bases = 0;
    std::set<std::string> models;
    for (const auto& model : theory.models) {
        if (!models.insert(model.id).second) std::abort();
        if (model.role == evidence::EndingModelRole::Base) ++bases;
        if ((model.role == evidence::EndingModelRole::Theory) == model.theory.empty()) std::abort();
    }
    if (bases != 1) std::abort();
    return 0;
}
