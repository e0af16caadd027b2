// Any bytes as a protocol: reading never crashes, and one without an error has numbers that make sense.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "casefile/case_folder.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    Problems problems;
    const auto protocol =
        casefile::protocol_from(std::string(reinterpret_cast<const char*>(data), size), "fuzz.toml", problems);
    for (const auto& problem : problems.sorted()) {
        if (problem.where.file != "fuzz.toml" || problem.where.line < 0 || to_line(problem).empty()) std::abort();
    }
    if (problems.has_errors()) return 0;
    const double sum = protocol.prior.weakened + protocol.prior.unchanged + protocol.prior.strengthened;
    if (!(std::abs(sum - 1) <= 1e-9) || !(protocol.cap_decibels > 0)) std::abort();
    if (!(protocol.correlation >= 0 && protocol.correlation <= 1)) std::abort();
    if (protocol.grid.priors.empty() || protocol.grid.clusterings.empty()) std::abort();
    if (protocol.outlook.horizons_years.empty() || protocol.outlook.base_rates.empty()) std::abort();
    return 0;
}
