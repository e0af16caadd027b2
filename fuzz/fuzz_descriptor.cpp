// Any bytes as a descriptor: reading never crashes, every problem has a place, and what was read can be used.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "datasets/descriptor.hpp"
#include "datasets/header_row.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    Problems problems;
    const auto descriptor =
        datasets::read_descriptor(std::string(reinterpret_cast<const char*>(data), size), "fuzz.toml", problems);
    for (const auto& problem : problems.sorted()) {
        if (problem.where.file != "fuzz.toml" || problem.where.line < 0 || to_line(problem).empty()) std::abort();
    }
    if (descriptor.has_value() == problems.has_errors()) std::abort();
    if (!descriptor) return 0;
    if (descriptor->id != "fuzz" || descriptor->versions.empty()) std::abort();
    if (datasets::needed_headers(*descriptor).empty()) std::abort();
    for (const auto& version : descriptor->versions) {
        if (descriptor->find_version(version.id) == nullptr) std::abort();
    }
    for (const auto& column : descriptor->columns) {
        if (descriptor->find_column(column.name) != &column) std::abort();
    }
    return 0;
}
