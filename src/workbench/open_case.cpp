#include "workbench/open_case.hpp"

#include <algorithm>
#include <system_error>

#include "casefile/case_folder.hpp"
#include "core/error.hpp"
#include "evidence/checks.hpp"
#include "workbench/figures.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;

// The theories that codings may name: every shipped one, and the requested one if it is a file of its own.
std::vector<evidence::Theory> read_theories(const CaseRequest& request, Problems& problems) {
    std::vector<evidence::Theory> theories;
    if (request.theory.ends_with(".toml")) {
        theories.push_back(casefile::read_theory(find_shipped(request.folder, "theories", request.theory), problems));
    }
    for (const auto& file : all_shipped(request.folder, "theories")) {
        theories.push_back(casefile::read_theory(file, problems));
    }
    return theories;
}

[[noreturn]] void throw_all(const fs::path& folder, const Problems& problems) {
    auto sorted = problems.sorted();
    const auto errors = std::count_if(sorted.begin(), sorted.end(),
                                      [](const Problem& each) { return each.severity == Severity::Error; });
    throw Error(ErrorKind::BadData,
                folder.string() + ": " + std::to_string(errors) + (errors == 1 ? " error" : " errors") +
                    "; nothing was computed",
                "mend them and run `entente check " + folder.string() + "` again", std::move(sorted));
}

struct Reading {
    evidence::Case content;
    std::vector<evidence::Theory> theories;
    StateTable states;
};

Reading read_and_check(const CaseRequest& request, Problems& problems) {
    require_present(request.folder);
    Reading reading;
    reading.states = casefile::read_states(states_file(request.folder), problems);
    reading.theories = read_theories(request, problems);
    reading.content = casefile::read_case(request.folder, problems);
    evidence::resolve_actors(reading.content, reading.states, problems);
    evidence::check_case(reading.content, reading.theories, problems);
    check_derived(reading.content, problems);
    return reading;
}

const evidence::Theory& choose_theory(const CaseRequest& request, const Reading& reading) {
    if (request.theory.ends_with(".toml")) return reading.theories.front();
    const auto& wanted = request.theory.empty() ? reading.content.theory : request.theory;
    const auto found = std::find_if(reading.theories.begin(), reading.theories.end(),
                                    [&](const evidence::Theory& each) { return each.id == wanted; });
    if (found != reading.theories.end()) return *found;
    // Names the known ones.
    static_cast<void>(find_shipped(request.folder, "theories", wanted));
    throw Error(ErrorKind::NotFound, "no theory file says that its id is '" + wanted + "'",
                "the file's name and its id should be the same word");
}

}  // namespace

void require_present(const fs::path& path) {
    std::error_code failed;
    if (fs::exists(path, failed)) return;
    throw Error(ErrorKind::NotFound, "there is no file or folder '" + path.string() + "'", "check the path");
}

OpenCasePtr open_case(const CaseRequest& request) {
    Problems problems;
    auto reading = read_and_check(request, problems);
    if (problems.has_errors()) throw_all(request.folder, problems);

    auto open = std::make_shared<OpenCase>();
    open->theory = choose_theory(request, reading);
    const auto& protocol = request.protocol.empty() ? reading.content.protocol : request.protocol;
    open->protocol = casefile::read_protocol(find_shipped(request.folder, "protocols", protocol), problems);
    if (problems.has_errors()) throw_all(request.folder, problems);
    open->content = std::move(reading.content);
    open->theories = std::move(reading.theories);
    open->states = std::move(reading.states);
    if (request.cutoff) open->content.cutoff = *request.cutoff;
    open->warnings = problems.sorted();
    return open;
}

CheckResult check_case(const CaseRequest& request) {
    Problems problems;
    const auto reading = read_and_check(request, problems);
    const auto& content = reading.content;
    CheckResult result;
    result.case_id = content.id;
    result.problems = problems.sorted();
    for (const auto& problem : result.problems) {
        ++(problem.severity == Severity::Error ? result.errors : result.warnings);
    }
    for (const auto& coder : content.coders) result.codings += static_cast<int>(coder.codings.size());
    result.items = static_cast<int>(content.items.size());
    result.sources = static_cast<int>(content.sources.size());
    result.claims = static_cast<int>(content.claims.size());
    result.meetings = static_cast<int>(content.meetings.size());
    result.figures = static_cast<int>(content.figures.size() + content.derived.size());
    result.corrections = static_cast<int>(content.corrections.size());
    result.scenarios = static_cast<int>(content.scenarios.size());
    return result;
}

}  // namespace entente::workbench
