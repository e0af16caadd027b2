// Any bytes: reading never crashes, blocks lie in order within the file, and replacing one by itself changes nothing.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "textfiles/toml.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    Problems problems;
    const auto document =
        textfiles::read_toml(std::string(reinterpret_cast<const char*>(data), size), "fuzz.toml", problems);
    std::size_t end = 0;
    for (const auto& block : document.blocks) {
        if (block.begin < end || block.end <= block.begin || block.end > size) std::abort();
        end = block.end;
        const auto own = document.bytes.substr(block.begin, block.end - block.begin);
        if (document.blocks.size() < 50 && textfiles::replace_block(document, block, own) != document.bytes)
            std::abort();
        textfiles::KeyReader reader(block.table, problems);
        static_cast<void>(reader.text("text"));
        static_cast<void>(reader.date_if("date"));
        static_cast<void>(reader.texts("sources"));
        reader.finish();
    }
    for (const auto& problem : problems.sorted()) {
        if (problem.where.line < 0 || to_line(problem).empty()) std::abort();
    }
    return 0;
}
