#include "workbench/save_reading.hpp"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "casefile/case_folder.hpp"
#include "casefile/read_parts.hpp"
#include "casefile/scenario_text.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "evidence/checks.hpp"
#include "textfiles/files.hpp"
#include "workbench/reading_effects.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestId = 80;

void require_sound(const Problems& problems) {
    if (!problems.has_errors()) return;
    throw Error(ErrorKind::BadRequest, "the reading cannot be saved like this", "nothing was written",
                problems.sorted());
}

void check_filled(const std::string& text, const char* key, Problems& problems) {
    if (text.empty()) problems.error({key, 0, 0}, "is missing", "fill it in");
    if (find_control_character(text) != std::string::npos || text.find_first_of("\n\r\t") != std::string::npos) {
        problems.error({key, 0, 0}, "is not one line of plain text", "take out line breaks and control characters");
    }
}

void check_id(const OpenCase& open, const SaveReadingRequest& request, Problems& problems) {
    const auto& id = request.id;
    if (!casefile::is_id(id) || id.size() > kLongestId) {
        problems.error({"id", 0, 0}, "is no id", "write lower-case words joined by hyphens: doubted-polls");
        return;
    }
    if (request.as == SaveAs::Scenario) return;
    // The case's own file of that id hides others of that name: it is the one that may be written over.
    const auto own = open.folder / "protocols" / (id + ".toml");
    const auto files = all_shipped(open.folder, "protocols");
    const bool taken =
        shipped_with_program("protocols", id) ||
        std::any_of(files.begin(), files.end(), [&](const fs::path& file) { return file.stem() == id && file != own; });
    if (taken) {
        problems.error({"id", 0, 0}, "'" + id + "' is the id of another protocol", "give the reading one of its own");
    }
}

// As a comment above the first line: what the file is, and how anyone comes to its numbers.
std::string header(const OpenCase& open, const WhatIfCase& reading, const std::string& start, const std::string& what) {
    std::string text = "# " + what + " of the case " + open.content.id + ", derived from the protocol " + start + ":\n";
    for (const auto& line : reading.changed) text += "#   " + line + "\n";
    return text;
}

std::string with_header(const std::string& head, const std::string& text) {
    constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
    const std::size_t begin = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    return text.substr(0, begin) + head + "\n" + text.substr(begin);
}

// A link must not make the program write into another folder.
fs::path folder_inside(const OpenCase& open, const char* name) {
    const auto folder = open.folder / name;
    std::error_code failed;
    fs::create_directory(folder, failed);
    const auto where = fs::canonical(folder, failed);
    if (failed || where != fs::canonical(open.folder, failed) / name || !fs::is_directory(where, failed)) {
        throw Error(ErrorKind::BadData, folder.string() + ": is no folder of the case", "move away what stands there");
    }
    return folder;
}

// False if another text stands there and is to stay.
bool write(const OpenCase& open, const SaveReadingRequest& request, const SavedReading& saved) {
    const bool scenario = request.as == SaveAs::Scenario;
    const auto path = folder_inside(open, scenario ? "scenarios" : "protocols") / (request.id + ".toml");
    std::error_code failed;
    const auto status = fs::symlink_status(path, failed);
    if (fs::exists(status)) {
        // Of a link, what it leads to would be replaced, and not the link.
        require(fs::is_regular_file(status), saved.file + " is not a regular file", "give the reading another id");
        Problems unreadable;
        const auto bytes = textfiles::read_file(path, saved.file, unreadable);
        if (!unreadable.has_errors() && bytes == saved.text) return true;
        if (!request.replace) return false;
    }
    textfiles::replace_file(path, saved.text);
    return true;
}

SavedReading protocol_of(const OpenCase& open, const SaveReadingRequest& request, const WhatIfCase& reading,
                         const std::string& start) {
    Problems problems;
    casefile::ProtocolEdit edit;
    edit.id = request.id;
    edit.name = request.name;
    edit.summary = request.summary;
    // What was chosen when the case was opened is not in the case.
    if (reading.open->theory.id != open.content.theory) edit.theory = reading.open->theory.id;
    const auto head = header(open, reading, start, "A reading") +
                      "# The same numbers: entente assess CASE --protocol " + request.id + "\n";
    SavedReading saved;
    saved.file = "protocols/" + request.id + ".toml";
    saved.text =
        casefile::edited_protocol(with_header(head, reading.open->protocol_text), saved.file, edit, problems).text;
    require_sound(problems);
    return saved;
}

evidence::Scenario scenario_of(const SaveReadingRequest& request, const WhatIfCase& reading, const std::string& start) {
    evidence::Scenario scenario;
    scenario.id = request.id;
    scenario.name = request.name;
    scenario.author = request.author.empty() ? "a reading of this case, derived from " + start : request.author;
    scenario.theory = reading.open->theory.id;
    scenario.trigger = request.trigger;
    scenario.horizon = request.horizon;
    scenario.resolution = request.resolution;
    if (request.probability) {
        scenario.probability_low = request.probability->first;
        scenario.probability_high = request.probability->second;
        scenario.probability_basis = request.probability_basis.empty() ? "assumed" : request.probability_basis;
    }
    scenario.effects = effects_of(reading);
    require(!scenario.effects.empty(), "the reading moves no factor's evidence, so a scenario would have no effect",
            "priors and thresholds have no decibels: save such a reading as a protocol");
    const auto keys = request.sources.empty() ? sources_behind(reading, scenario.effects) : request.sources;
    for (const auto& key : keys) scenario.sources.push_back({key, {}, {}});
    return scenario;
}

SavedReading scenario_file(const OpenCase& open, const SaveReadingRequest& request, const WhatIfCase& reading,
                           const std::string& start) {
    auto head = header(open, reading, start, "A scenario, computed from a reading");
    if (!request.summary.empty()) head += "# " + request.summary + "\n";
    SavedReading saved;
    saved.file = "scenarios/" + request.id + ".toml";
    saved.text = head + casefile::to_toml(scenario_of(request, reading, start));
    // What will be read with the case next time must not break it.
    Problems problems;
    auto content = open.content;
    std::erase_if(content.scenarios,
                  [&](const evidence::Scenario& each) { return request.replace && each.id == request.id; });
    casefile::add_scenario(saved.text, saved.file, content, problems);
    evidence::check_case(content, open.theories, problems);
    require_sound(problems);
    return saved;
}

}  // namespace

SavedReading save_reading(const OpenCasePtr& open, const SaveReadingRequest& request) {
    Problems problems;
    check_id(*open, request, problems);
    check_filled(request.name, "name", problems);
    const bool scenario = request.as == SaveAs::Scenario;
    if (!scenario || !request.summary.empty()) check_filled(request.summary, "summary", problems);
    if (scenario) {
        check_filled(request.trigger, "trigger", problems);
        check_filled(request.horizon, "horizon", problems);
        check_filled(request.resolution, "resolution", problems);
    }
    require_sound(problems);
    const auto reading = read_otherwise(open, request.reading);
    require(!reading.changed.empty(), "the reading changes nothing, so there is nothing to save",
            "change something first");
    const auto& start = request.reading.protocol.empty() ? open->protocol.id : request.reading.protocol;
    auto saved = scenario ? scenario_file(*open, request, reading, start) : protocol_of(*open, request, reading, start);
    saved.changed = reading.changed;
    saved.in_the_way = !write(*open, request, saved);
    return saved;
}

}  // namespace entente::workbench
