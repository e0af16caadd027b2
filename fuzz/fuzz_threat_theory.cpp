// Any bytes as a theory of threat: reading never crashes, every problem has a place, and a theory without errors can be
// computed with.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "casefile/case_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    Problems problems;
    const auto theory =
        casefile::threat_theory_from(std::string(reinterpret_cast<const char*>(data), size), "fuzz.toml", problems);
    for (const auto& problem : problems.sorted()) {
        if (problem.where.file != "fuzz.toml" || problem.where.line < 0 || to_line(problem).empty()) std::abort();
    }
    if (problems.has_errors()) return 0;
    if (theory.id.empty() || theory.components.empty() || theory.rules.empty()) std::abort();
    double sum = 0;
    for (const auto& component : theory.components) {
        if (component.parts.empty() || !(component.weight > 0)) std::abort();
        sum += component.weight;
    }
    if (!(sum > 0.999 && sum < 1.001) || !(theory.step >= 0.009) || !(theory.half_life > 0)) std::abort();
    for (const auto& rule : theory.rules) {
        if (rule.when.empty() || !(rule.decibels > 0)) std::abort();
    }
    return 0;
}
