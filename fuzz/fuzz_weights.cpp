// Any bytes as a file of weights: reading never crashes, every problem has a place, and weights without errors can be
// weighed with.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "casefile/weights.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    Problems problems;
    const auto weights =
        casefile::weights_from(std::string(reinterpret_cast<const char*>(data), size), "fuzz.toml", problems);
    for (const auto& problem : problems.sorted()) {
        if (problem.where.file != "fuzz.toml" || problem.where.line < 0 || to_line(problem).empty()) std::abort();
    }
    if (problems.has_errors()) return 0;
    double most = 0;
    for (const auto& [name, weight] : weights) {
        if (!std::isfinite(weight) || weight < 0) std::abort();
        most = std::fmax(most, weight);
    }
    if (!(most > 0)) std::abort();
    return 0;
}
