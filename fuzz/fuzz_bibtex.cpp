// Any bytes: reading never crashes, and every entry has a key.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "textfiles/bibtex.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    Problems problems;
    const auto entries = textfiles::read_bibtex({reinterpret_cast<const char*>(data), size}, "fuzz.bib", problems);
    for (const auto& entry : entries) {
        if (entry.key.empty() || entry.type.empty() || entry.where.line < 1) std::abort();
    }
    return 0;
}
