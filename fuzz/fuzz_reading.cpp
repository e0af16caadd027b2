// Any bytes as a reading that a browser sent: reading them never throws, and what is read can be put into a protocol or
// is refused with a reason; done twice, it changes nothing more.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "casefile/edit_protocol.hpp"
#include "reports/reading_request.hpp"

namespace {

using namespace entente;

void expect_told(const Problems& problems) {
    for (const auto& problem : problems.sorted()) {
        if (problem.where.file.empty() || problem.what.empty() || to_line(problem).empty()) std::abort();
    }
}

const std::string& ledger() {
    static const std::string text = [] {
        std::ifstream file(ENTENTE_SOURCE_DIR "/protocols/ledger-v1.toml", std::ios::binary);
        return std::string(std::istreambuf_iterator<char>(file), {});
    }();
    return text;
}

void put_into_protocol(const workbench::ReadingRequest& request) {
    casefile::ProtocolEdit edit;
    edit.values = request.changes;
    edit.focal = request.focal;
    edit.coders = request.coders;
    edit.set_aside = request.set_aside;
    edit.grades = request.grades;
    Problems problems;
    const auto once = casefile::edited_protocol(ledger(), "fuzz", edit, problems);
    expect_told(problems);
    if (problems.has_errors()) return;
    const auto twice = casefile::edited_protocol(once.text, "fuzz", edit, problems);
    if (problems.has_errors() || twice.text != once.text || !twice.differences.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Problems problems;
    const auto reading = reports::read_reading_request(bytes, problems);
    if (!reading && !problems.has_errors()) std::abort();
    expect_told(problems);
    if (reading) put_into_protocol(*reading);

    Problems of_saving;
    const auto save = reports::read_save_request(bytes, of_saving);
    if (!save && !of_saving.has_errors()) std::abort();
    expect_told(of_saving);
    return 0;
}
