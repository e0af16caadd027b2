#include "workbench/starting_points.hpp"

#include <set>
#include <utility>

#include "casefile/case_folder.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "evidence/checks.hpp"
#include "textfiles/files.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::workbench {
namespace {

StartingProtocol read_protocol(const std::filesystem::path& file, Problems& problems) {
    StartingProtocol start;
    start.text = textfiles::read_file(file, file.string(), problems);
    if (!problems.has_errors()) start.protocol = casefile::protocol_from(start.text, file.string(), problems);
    return start;
}

std::vector<StartingPoint> protocols_that_fit(const OpenCase& open) {
    std::vector<StartingPoint> points{{open.protocol.id, open.protocol.name}};
    for (const auto& file : all_shipped(open.folder, "protocols")) {
        if (file.stem() == open.protocol.id) continue;
        Problems problems;
        const auto start = read_protocol(file, problems);
        if (!problems.has_errors()) {
            evidence::check_reading(start.protocol.reading, open.content, open.theories, problems);
        }
        if (!problems.has_errors()) points.push_back({file.stem().string(), start.protocol.name});
    }
    return points;
}

std::vector<StartingPoint> theories_coded_under(const OpenCase& open) {
    std::set<std::string> coded;
    for (const auto& coder : open.content.coders) {
        for (const auto& coding : coder.codings) coded.insert(coding.theory);
    }
    std::vector<StartingPoint> points{{open.theory.id, open.theory.name}};
    for (const auto& theory : open.theories) {
        if (theory.id != open.theory.id && coded.contains(theory.id)) points.push_back({theory.id, theory.name});
    }
    return points;
}

}  // namespace

StartingPoints starting_points(const OpenCase& open) {
    return {protocols_that_fit(open), theories_coded_under(open)};
}

StartingProtocol starting_protocol(const OpenCase& open, const std::string& id) {
    if (id.empty() || id == open.protocol.id) return {open.protocol, open.protocol_text};
    std::vector<std::string> known{open.protocol.id};
    for (const auto& file : all_shipped(open.folder, "protocols")) {
        known.push_back(file.stem().string());
        if (known.back() != id) continue;
        Problems problems;
        auto start = read_protocol(file, problems);
        if (!problems.has_errors()) return start;
        throw Error(ErrorKind::BadData, "the protocol '" + id + "' is broken", "mend its file", problems.sorted());
    }
    throw Error(ErrorKind::NotFound, "there is no protocol '" + id + "'" + did_you_mean(id, known),
                "known: " + known_words(id, known));
}

}  // namespace entente::workbench
