// Any bytes as a theory: reading never crashes, and every problem has a place.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "casefile/case_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    Problems problems;
    const auto theory =
        casefile::theory_from(std::string(reinterpret_cast<const char*>(data), size), "fuzz.toml", problems);
    for (const auto& problem : problems.sorted()) {
        if (problem.where.file != "fuzz.toml" || problem.where.line < 0 || to_line(problem).empty()) std::abort();
    }
    if (!problems.has_errors() && (theory.id.empty() || theory.factors.empty())) std::abort();
    return 0;
}
