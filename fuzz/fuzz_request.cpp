// Any bytes: read as an edit and carried out on small files, and read as a reading. Nothing crashes, nothing is thrown,
// and what stands in a file besides the named entries stays.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "casefile/edit.hpp"
#include "reports/edit_request.hpp"
#include "reports/reading_request.hpp"

namespace {

constexpr std::string_view kComment = "# Stays whatever comes.\n";

std::string file_for(std::string_view path) {
    if (path == "sources.bib")
        return "Stays whatever comes.\n\n@misc{a-2017, title = {A {B} \\\"u},\n  year = 2017 # \"\"}\n";
    std::string text = std::string(kComment) + "\n";
    if (path.starts_with("codings/")) {
        text +=
            "coder = \"first\"\nread = [\n  \"a\", # b\n  \"c\"\n]\n\n[[coding]]\nitem = \"a\"\ntheory = \"t\"\n"
            "factor = \"f/g\"\nbaseline = \"e\"\n";
    } else if (path == "meetings.toml") {
        text += "[[meeting]]\nid = \"a\"\n\n[[meeting.promise]]\ntext = \"p\"\n";
    } else if (path == "corrections.toml") {
        text += "[[correction]]\nid = \"a\"\ncorrects = { key = \"b\" }\n";
    } else {
        text += "[[item]]\nid = \"a\" # b\nactors = [\"USA\",\n  'JPN', ]\nquote = { text = \"x\", lang = \"en\" }\n";
    }
    return text;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace entente;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Problems problems;
    static_cast<void>(reports::read_reading_request(bytes, problems));
    static_cast<void>(reports::read_save_request(bytes, problems));
    const auto edit = reports::read_edit_request(bytes, problems);
    if (edit) {
        Problems misplaced;
        casefile::check_places(*edit, true, misplaced);
        if (!misplaced.has_errors()) {
            const auto before = file_for(edit->file);
            const auto after = casefile::edited_file(before, edit->file, *edit, problems);
            if (edit->file != "sources.bib" && !after.starts_with(kComment)) std::abort();
            if (edit->file == "sources.bib" && !after.starts_with("Stays whatever comes.\n")) std::abort();
        }
        problems.add(misplaced);
    }
    for (const auto& problem : problems.sorted()) {
        if (to_line(problem).empty()) std::abort();
    }
    return 0;
}
