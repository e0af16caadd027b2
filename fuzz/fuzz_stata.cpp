// Any bytes as a Stata file: what is written is a table. A crash inside ReadStat is the library's; the program survives
// it because it reads such files in another process.
#include <cstddef>
#include <cstdint>

#include "datasets/stata_file.hpp"
#include "fuzz_scratch.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente::datasets;
    const auto folder = fuzzing::new_tables();
    fuzzing::check_report(stata_table(fuzzing::input_file(data, size).string(), folder, 300), folder);
    return 0;
}
