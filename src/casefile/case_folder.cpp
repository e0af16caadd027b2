#include "casefile/case_folder.hpp"

#include <map>
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

std::string hash_of(const std::vector<CaseFile>& files) {
    std::string lines;
    for (const auto& file : files) {
        lines += file.path;
        lines += '\0';
        lines += sha256(file.bytes);
        lines += '\n';
    }
    return sha256(lines);
}

// What is missing from a file as a whole may stand in a block that could not be read.
Problems without_missing(const Problems& all) {
    Problems rest;
    for (const auto& problem : all.sorted()) {
        if (problem.where.line == 0 && problem.what.ends_with(" is missing")) continue;
        if (problem.severity == Severity::Error) rest.error(problem.where, problem.what, problem.advice);
        if (problem.severity == Severity::Warning) rest.warn(problem.where, problem.what, problem.advice);
    }
    return rest;
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
        if (path == "figures.toml") {
            const FindFile find = [this](std::string_view wanted) { return find_file(wanted); };
            read_figures(whole, find, shown_folder_, problems, case_);
        }
    }

    const std::string* find_file(std::string_view path) const {
        const auto found = files_.find(path);
        return found == files_.end() ? nullptr : found->second;
    }

    void warn_of_unused_points() {
        std::set<std::string_view> used;
        for (const auto& series : case_.series) used.insert(series.file);
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
    which.sha256 = hash_of(files);
    return which;
}

evidence::Case read_case(const std::filesystem::path& folder, Problems& problems) {
    const std::vector<CaseFile> files = load_case_files(folder, problems);
    if (files.empty()) return {};
    return case_from(files, shown_folder_of(folder), problems);
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
