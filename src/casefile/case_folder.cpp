#include "casefile/case_folder.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "casefile/case_files.hpp"
#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"
#include "core/sha256.hpp"
#include "textfiles/files.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

// `codings/first.toml` → `first`.
std::string stem_of(std::string_view path) {
    const std::size_t begin = path.find('/') + 1;
    return std::string(path.substr(begin, path.rfind('.') - begin));
}

std::string hash_of(const std::vector<evidence::FileHash>& files) {
    std::string lines;
    for (const auto& file : files) {
        lines += file.path;
        lines += '\0';
        lines += file.sha256;
        lines += '\n';
    }
    return sha256(lines);
}

// Which part of a case the entries of a file belong to.
std::optional<evidence::CasePart> part_of(std::string_view path) {
    using evidence::CasePart;
    constexpr auto kParts = std::to_array<std::pair<std::string_view, CasePart>>({
        {"case.toml", CasePart::CaseFile},
        {"sources.bib", CasePart::Sources},
        {"evidence", CasePart::Items},
        {"codings", CasePart::Codings},
        {"claims.toml", CasePart::Claims},
        {"meetings.toml", CasePart::Meetings},
        {"figures.toml", CasePart::Figures},
        {"corrections.toml", CasePart::Corrections},
        {"scenarios", CasePart::Scenarios},
        {"burden.toml", CasePart::Burden},
    });
    const std::string_view first = path.substr(0, path.find('/'));
    for (const auto& [name, part] : kParts) {
        if (name == first) return part;
    }
    return std::nullopt;
}

// Files that are there and could not be read at all.
void note_unreadable_files(const Problems& loading, const std::string& shown_folder, evidence::Case& which) {
    const std::string folder = shown_path(shown_folder, "");
    for (const auto& problem : loading.sorted()) {
        if (problem.severity != Severity::Error || !problem.where.file.starts_with(folder)) continue;
        const auto part = part_of(std::string_view(problem.where.file).substr(folder.size()));
        if (part) which.lost_in.try_emplace(*part, problem.where);
    }
}

class CaseReading {
public:
    CaseReading(const std::vector<CaseFile>& files, std::string shown_folder, Problems& problems)
        : shown_folder_(std::move(shown_folder)), problems_(problems) {
        for (const auto& file : files) files_.emplace(file.path, &file.bytes);
    }

    evidence::Case read() {
        for (const auto& [path, bytes] : files_) read_one(path, *bytes);
        warn_of_unused_points();
        return std::move(case_);
    }

private:
    void read_one(const std::string& path, const std::string& bytes) {
        const std::string shown = shown_path(shown_folder_, path);
        if (path.ends_with(".csv")) return;  // read with the series that names it
        if (path == "sources.bib") return read_sources(bytes, shown, problems_, case_);
        Problems syntax;
        textfiles::Document document = textfiles::read_toml(bytes, shown, syntax);
        Problems content;
        const Table whole = whole_table(std::move(document), content);
        read_content(path, whole, content);
        const auto part = part_of(path);
        if (const auto lost = first_error(syntax); lost && part) case_.lost_in.try_emplace(*part, *lost);
        problems_.add(syntax);
        problems_.add(syntax.has_errors() ? without_missing(content) : content);
    }

    void read_content(std::string_view path, const Table& whole, Problems& problems) {
        if (path == "case.toml") return read_case_toml(whole, problems, case_);
        if (path == "claims.toml") return read_claims(whole, problems, case_);
        if (path == "meetings.toml") return read_meetings(whole, problems, case_);
        if (path == "corrections.toml") return read_corrections(whole, problems, case_);
        if (path.starts_with("evidence/")) return read_items(whole, problems, case_);
        if (path.starts_with("codings/")) return read_codings(whole, stem_of(path), problems, case_);
        if (path.starts_with("scenarios/")) return read_scenario(whole, problems, case_);
        const FindFile find = [this](std::string_view wanted) { return find_file(wanted); };
        if (path == "burden.toml") return read_burden(whole, find, shown_folder_, problems, case_);
        if (path == "figures.toml") return read_figures(whole, find, shown_folder_, problems, case_);
    }

    const std::string* find_file(std::string_view path) const {
        const auto found = files_.find(path);
        return found == files_.end() ? nullptr : found->second;
    }

    void warn_of_unused_points() {
        std::set<std::string_view> used;
        for (const auto& series : case_.series) used.insert(series.file);
        if (case_.threat_figures) used.insert(case_.threat_figures->file);
        if (case_.burden) used.insert(case_.burden->figures_file);
        for (const auto& [path, bytes] : files_) {
            if (!path.ends_with(".csv") || used.contains(path)) continue;
            problems_.warn(Position{shown_path(shown_folder_, path), 0, 0}, "no series of figures.toml uses this file",
                           "add a [[series]] with file = \"" + path + "\", or remove it");
        }
    }

    std::map<std::string, const std::string*, std::less<>> files_;  // by path
    std::string shown_folder_;
    Problems& problems_;
    evidence::Case case_;
};

}  // namespace

evidence::Case case_from(const std::vector<CaseFile>& files, const std::string& shown_folder, Problems& problems) {
    evidence::Case which = CaseReading(files, shown_folder, problems).read();
    // Where one coder's reading has to go first, it is one who knew what the case is about.
    std::stable_partition(which.coders.begin(), which.coders.end(), [](const auto& coder) { return !coder.blind; });
    for (const auto& file : files) which.files.push_back({file.path, sha256(file.bytes)});
    which.sha256 = hash_of(which.files);
    return which;
}

evidence::Case read_case(const std::filesystem::path& folder, Problems& problems) {
    Problems loading;
    const std::vector<CaseFile> files = load_case_files(folder, loading);
    problems.add(loading);
    if (files.empty()) return {};
    evidence::Case which = case_from(files, shown_folder_of(folder), problems);
    note_unreadable_files(loading, shown_folder_of(folder), which);
    return which;
}

StateTable read_states(const std::filesystem::path& file, Problems& problems) {
    Problems found;
    const std::string shown = shown_folder_of(file);
    const std::string bytes = textfiles::read_file(file, shown, found);
    problems.add(found);
    if (found.has_errors()) return {};
    return StateTable::read(bytes, shown, problems);
}

}  // namespace entente::casefile
