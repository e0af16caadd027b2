// Any bytes as a shard of a backtest: reading never crashes, every problem has a place, and a shard without errors is
// whole and can be written and read again as the same.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "workbench/shard_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    Problems problems;
    const auto shard = workbench::shard_from({reinterpret_cast<const char*>(data), size}, "fuzz.csv", problems);
    for (const auto& problem : problems.sorted()) {
        if (problem.where.file != "fuzz.csv" || problem.where.line < 0 || to_line(problem).empty()) std::abort();
    }
    if (problems.has_errors()) return 0;
    auto number = shard.place.number - 1;
    for (const auto& draw : shard.draws) {
        if (!shard.place.has(number) || number >= shard.head.draws) std::abort();
        if (draw.size() != shard.columns.size()) std::abort();
        for (const auto& value : draw) {
            if (value && !std::isfinite(*value)) std::abort();
        }
        number += shard.place.of;
    }
    if (number < shard.head.draws) std::abort();
    const auto text = workbench::shard_text(shard);
    Problems none;
    const auto again = workbench::shard_from(text, "fuzz.csv", none);
    if (!none.empty() || again.head != shard.head || again.draws != shard.draws) std::abort();
    return 0;
}
