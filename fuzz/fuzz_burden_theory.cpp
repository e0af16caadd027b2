// Any bytes as a theory of burden sharing: reading never crashes, every problem has a place, and a theory without
// errors can be computed with.
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
        casefile::burden_theory_from(std::string(reinterpret_cast<const char*>(data), size), "fuzz.toml", problems);
    for (const auto& problem : problems.sorted()) {
        if (problem.where.file != "fuzz.toml" || problem.where.line < 0 || to_line(problem).empty()) std::abort();
    }
    if (problems.has_errors()) return 0;
    if (theory.id.empty() || theory.measures.empty()) std::abort();
    if (!(theory.step >= 0.009) || !(theory.known_share > 0) || !(theory.known_share < 1)) std::abort();
    std::set<std::string> ids;
    for (const auto& measure : theory.measures) {
        if (!ids.insert(measure.id).second || measure.heading.empty() || !(measure.weight >= 0)) std::abort();
        const bool of_cases = measure.formula == evidence::BurdenFormula::CaseOnly;
        if (measure.data.empty() != of_cases || !(measure.scale > 0)) std::abort();
        if (measure.per.size() > 1 && measure.per.size() != measure.data.size()) std::abort();
    }
    if (!ids.contains(theory.effort)) std::abort();
    for (const auto& guideline : theory.guidelines) {
        if (!ids.contains(guideline.measure) || !(guideline.at_least > 0)) std::abort();
    }
    return 0;
}
