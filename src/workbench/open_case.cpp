#include "workbench/open_case.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <utility>
#include <variant>

#include "casefile/case_files.hpp"
#include "casefile/case_folder.hpp"
#include "core/error.hpp"
#include "core/sha256.hpp"
#include "core/text.hpp"
#include "evidence/checks.hpp"
#include "textfiles/files.hpp"
#include "workbench/figures.hpp"
#include "workbench/known_agreement.hpp"
#include "workbench/shipped_files.hpp"
#include "workbench/theories.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;

// The theories at hand.
struct KnownTheories {
    std::vector<evidence::Theory> ledgers;  // those that codings may name
    std::vector<evidence::ThreatTheory> threats;
    std::vector<evidence::BurdenTheory> burdens;
    std::vector<evidence::OutlookTheory> outlooks;

    void read(const fs::path& file, Problems& problems) {
        auto theory = casefile::read_any_theory(file, problems);
        if (auto* ledger = std::get_if<evidence::Theory>(&theory)) ledgers.push_back(std::move(*ledger));
        if (auto* threat = std::get_if<evidence::ThreatTheory>(&theory)) threats.push_back(std::move(*threat));
        if (auto* burden = std::get_if<evidence::BurdenTheory>(&theory)) burdens.push_back(std::move(*burden));
        if (auto* outlook = std::get_if<evidence::OutlookTheory>(&theory)) outlooks.push_back(std::move(*outlook));
    }
};

std::vector<std::string> ids_of(const std::vector<evidence::Theory>& theories) {
    std::vector<std::string> ids;
    for (const auto& theory : theories) ids.push_back(theory.id);
    return ids;
}

void refuse_requested_kinds(const CaseRequest& request, const KnownTheories& known) {
    for (const auto& threat : known.threats) {
        if (threat.id == request.theory || threat.where.file == request.theory) {
            refuse_threat_theory(threat, ids_of(known.ledgers));
        }
    }
    for (const auto& burden : known.burdens) {
        if (burden.id == request.theory || burden.where.file == request.theory) {
            refuse_burden_theory(burden, ids_of(known.ledgers));
        }
    }
    for (const auto& outlook : known.outlooks) {
        if (outlook.id == request.theory || outlook.where.file == request.theory) {
            refuse_outlook_theory(outlook, ids_of(known.ledgers));
        }
    }
}

// Every shipped one; the requested one first, if it is a file of its own.
KnownTheories read_theories(const CaseRequest& request, Problems& problems) {
    KnownTheories known;
    if (request.theory.ends_with(".toml")) {
        known.read(find_shipped(request.folder, "theories", request.theory), problems);
    }
    for (const auto& file : all_shipped(request.folder, "theories")) known.read(file, problems);
    refuse_requested_kinds(request, known);
    return known;
}

// A case that names a theory of another kind is told so, beside the list of those that it may name.
template <typename Kind>
void check_kind(const evidence::Case& content, const std::vector<Kind>& others, const std::string& kind,
                const std::string& command, Problems& problems) {
    for (const auto& other : others) {
        if (content.theory.empty() || other.id != content.theory) continue;
        problems.error(content.theory_where,
                       "'" + other.id + "' is a theory of " + kind + ": it has no factors to code under",
                       "`" + command + "` takes it; name a theory to code evidence under");
        return;
    }
}

// What is broken: the case, where one of its own files is, and each theory or protocol file from elsewhere.
std::string broken_among(const fs::path& folder, const std::vector<Problem>& problems) {
    const std::string shown = casefile::shown_folder_of(folder);
    const std::string inside = casefile::shown_path(shown, "");
    std::set<std::string> broken;
    for (const auto& problem : problems) {
        if (problem.severity != Severity::Error) continue;
        const auto& file = problem.where.file;
        broken.insert(file == shown || file.starts_with(inside) ? folder.string() : file);
    }
    return joined(std::vector<std::string>(broken.begin(), broken.end()), " and ");
}

[[noreturn]] void throw_all(const CaseRequest& request, const Problems& problems) {
    auto sorted = problems.sorted();
    const auto errors = std::count_if(sorted.begin(), sorted.end(),
                                      [](const Problem& each) { return each.severity == Severity::Error; });
    std::string check = "entente check " + request.folder.string();
    if (!request.theory.empty()) check += " --theory " + request.theory;
    if (!request.protocol.empty()) check += " --protocol " + request.protocol;
    const auto what = broken_among(request.folder, sorted) + ": " + std::to_string(errors) +
                      (errors == 1 ? " error" : " errors") + "; nothing was computed";
    throw Error(ErrorKind::BadData, what, "mend them and run `" + check + "` again", std::move(sorted));
}

// The file of the protocol that is asked for; nothing, and a problem, if the case names one that there is not.
std::optional<fs::path> find_protocol(const CaseRequest& request, const evidence::Case& content, Problems& problems) {
    if (!request.protocol.empty()) return find_shipped(request.folder, "protocols", request.protocol);
    if (content.protocol.empty()) return std::nullopt;  // reported as missing
    std::vector<std::string> known;
    for (const auto& file : all_shipped(request.folder, "protocols")) {
        known.push_back(file.stem().string());
        if (known.back() == content.protocol) return file;
    }
    problems.error(
        content.protocol_where,
        "the case names the unknown protocol '" + content.protocol + "'" + did_you_mean(content.protocol, known),
        known.empty() ? "no protocol is at hand" : "known protocols: " + known_words(content.protocol, known));
    return std::nullopt;
}

// A theory or a protocol as far as its name goes.
struct NamedFile {
    std::string_view kind;  // `theory`
    std::string_view folder;
    const std::string& id;
    const std::string& sha256;
    const Position& where;
};

// Results name a theory and a protocol by their ids. Two that differ must not share one.
void check_name(const NamedFile& named, Problems& problems) {
    if (named.id.empty()) return;
    if (const auto shipped = shipped_with_program(named.folder, named.id)) {
        Problems unreadable;  // reported where it is used
        const auto bytes = textfiles::read_file(*shipped, shipped->string(), unreadable);
        if (!unreadable.has_errors() && sha256(bytes) != named.sha256) {
            problems.warn(named.where,
                          "calls itself '" + named.id + "' but differs from the shipped " + std::string(named.kind) +
                              " of that name",
                          "give it an id of its own");
            return;
        }
    }
    const auto stem = fs::path(named.where.file).stem().string();
    if (stem == named.id) return;
    problems.warn(named.where, "calls itself '" + named.id + "' but the file is named '" + stem + "'",
                  "rename the file " + named.id + ".toml, or correct its id");
}

struct Reading {
    evidence::Case content;
    std::vector<evidence::Theory> theories;
    evidence::Protocol protocol;
    std::string protocol_text;
    StateTable states;
    Problems misnamed;  // theories and protocols that are not what they call themselves
};

void check_names(Reading& reading) {
    for (const auto& theory : reading.theories) {
        check_name({"theory", "theories", theory.id, theory.sha256, theory.where}, reading.misnamed);
    }
    const auto& protocol = reading.protocol;
    check_name({"protocol", "protocols", protocol.id, protocol.sha256, protocol.where}, reading.misnamed);
}

void read_protocol(const fs::path& file, Reading& reading, Problems& problems) {
    Problems found;
    reading.protocol_text = textfiles::read_file(file, file.string(), found);
    problems.add(found);
    if (found.has_errors()) return;
    reading.protocol = casefile::protocol_from(reading.protocol_text, file.string(), problems);
    evidence::check_reading(reading.protocol.reading, reading.content, reading.theories, problems);
}

// `files`: of the case; null: those on disk.
Reading read_and_check(const CaseRequest& request, Problems& problems,
                       const std::vector<casefile::CaseFile>* files = nullptr) {
    require_present(request.folder);
    Reading reading;
    reading.states = casefile::read_states(states_file(request.folder), problems);
    auto known = read_theories(request, problems);
    reading.theories = std::move(known.ledgers);
    reading.content = files == nullptr
                          ? casefile::read_case(request.folder, problems)
                          : casefile::case_from(*files, casefile::shown_folder_of(request.folder), problems);
    evidence::resolve_actors(reading.content, reading.states, problems);
    evidence::check_case(reading.content, reading.theories, problems);
    evidence::check_threats(reading.content, known.threats, reading.theories, problems);
    evidence::check_burden(reading.content, known.burdens, problems);
    check_kind(reading.content, known.threats, "threat", "entente threat", problems);
    check_kind(reading.content, known.burdens, "burden sharing", "entente burden", problems);
    check_kind(reading.content, known.outlooks, "endings", "entente backtest", problems);
    check_derived(reading.content, problems);
    if (const auto protocol = find_protocol(request, reading.content, problems)) {
        read_protocol(*protocol, reading, problems);
    }
    check_names(reading);
    problems.add(reading.misnamed);
    return reading;
}

// There is no theory of that id to code under.
[[noreturn]] void throw_unknown_theory(const fs::path& folder, const std::string& wanted,
                                       const std::vector<std::string>& known) {
    for (const auto& file : all_shipped(folder, "theories")) {
        if (file.stem() != wanted) continue;
        throw Error(ErrorKind::NotFound, "no theory file says that its id is '" + wanted + "'",
                    "the file's name and its id should be the same word");
    }
    throw Error(ErrorKind::NotFound, "there is no theory '" + wanted + "'" + did_you_mean(wanted, known),
                "known: " + known_words(wanted, known) + "; or give the path of a .toml file");
}

const evidence::Theory& choose_theory(const CaseRequest& request, const Reading& reading) {
    if (request.theory.ends_with(".toml")) return reading.theories.front();
    const auto& read_under = reading.protocol.reading.theory.id;
    const auto& own = read_under.empty() ? reading.content.theory : read_under;
    const auto& wanted = request.theory.empty() ? own : request.theory;
    const auto found = std::find_if(reading.theories.begin(), reading.theories.end(),
                                    [&](const evidence::Theory& each) { return each.id == wanted; });
    if (found == reading.theories.end()) throw_unknown_theory(request.folder, wanted, ids_of(reading.theories));
    return *found;
}

std::optional<BurdenCounts> counted_burden(const evidence::Case& content) {
    if (!content.burden) return std::nullopt;
    const auto& burden = *content.burden;
    const auto count = [](const auto& things) { return static_cast<int>(things.size()); };
    return BurdenCounts{count(burden.commitments),     count(burden.demands),  count(burden.supports),
                        count(burden.conduct),         count(burden.opinions), count(burden.conversions),
                        count(burden.same_quantities), count(burden.figures)};
}

CheckResult checked(const evidence::Case& content, std::vector<Problem> problems) {
    CheckResult result;
    result.case_id = content.id;
    result.problems = std::move(problems);
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
    result.burden = counted_burden(content);
    return result;
}

OpenCasePtr opened(const CaseRequest& request, Reading reading, const Problems& problems) {
    auto open = std::make_shared<OpenCase>();
    open->theory = choose_theory(request, reading);
    open->folder = request.folder;
    open->protocol = std::move(reading.protocol);
    open->protocol_text = std::move(reading.protocol_text);
    open->content = std::move(reading.content);
    open->theories = std::move(reading.theories);
    open->states = std::move(reading.states);
    if (request.cutoff) open->content.cutoff = *request.cutoff;
    open->warnings = problems.sorted();
    open->misnamed = reading.misnamed.sorted();
    open->agreement = std::make_shared<KnownAgreement>();
    return open;
}

}  // namespace

std::vector<std::string> coders_asked(const OpenCase& open, const std::vector<std::string>& coders) {
    if (!coders.empty()) return coders;
    std::vector<std::string> chosen;
    for (const auto& coder : open.protocol.reading.coders) chosen.push_back(coder.id);
    return chosen;
}

void require_present(const fs::path& path) {
    std::error_code failed;
    if (fs::exists(path, failed)) return;
    throw Error(ErrorKind::NotFound, "there is no file or folder '" + path.string() + "'", "check the path");
}

OpenCasePtr open_case(const CaseRequest& request) {
    Problems problems;
    auto reading = read_and_check(request, problems);
    if (problems.has_errors()) throw_all(request, problems);
    return opened(request, std::move(reading), problems);
}

OpenCasePtr open_case_from(const CaseRequest& request, const std::vector<casefile::CaseFile>& files,
                           Problems& problems) {
    auto reading = read_and_check(request, problems, &files);
    return problems.has_errors() ? nullptr : opened(request, std::move(reading), problems);
}

CheckResult check_case(const CaseRequest& request) {
    Problems problems;
    const auto reading = read_and_check(request, problems);
    if (!request.theory.empty() && !problems.has_errors()) static_cast<void>(choose_theory(request, reading));
    return checked(reading.content, problems.sorted());
}

CheckResult check_of(const OpenCase& open) {
    return checked(open.content, open.warnings);
}

}  // namespace entente::workbench
