// Any bytes as a workbook; or, if they begin with a letter other than that of a zip archive, as its XML: a sheet, the
// shared texts and the styles, with byte 0x1E between them. Reading never crashes, and what is written is a table.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "datasets/workbook.hpp"
#include "datasets/workbook_sheet.hpp"
#include "fuzz_scratch.hpp"

namespace {

using namespace entente::datasets;

void read_xml(std::string_view bytes) {
    std::array<std::string, 3> parts;
    for (auto& part : parts) {
        const auto end = bytes.find('\x1E');
        part = bytes.substr(0, end);
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    }
    std::string why_not;
    WorkbookContext context;
    context.strings = shared_strings(parts[1], why_not);
    why_not.clear();
    context.styles = cell_styles(parts[2], why_not);
    why_not.clear();
    const auto folder = fuzzing::new_tables();
    CsvWriter writer(table_file(folder, 0));
    SheetLosses losses;
    constexpr std::size_t kMostColumns = 300;  // more would only be slow
    write_sheet(parts[0], context, kMostColumns, writer, losses, why_not);
    if (!writer.finish()) std::abort();
    if (why_not.empty()) fuzzing::check_table(table_file(folder, 0));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    if (data[0] != 'P') {
        read_xml({reinterpret_cast<const char*>(data), size});
        return 0;
    }
    const auto folder = fuzzing::new_tables();
    constexpr UnpackLimits kLimits{std::uintmax_t{64} << 20U, 200};
    fuzzing::check_report(workbook_tables(fuzzing::input_file(data, size).string(), folder, 300, kLimits), folder);
    return 0;
}
