#include "workbench/compare.hpp"

#include <algorithm>
#include <system_error>

#include "core/error.hpp"
#include "core/text.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;

// One folder has many names: `cases/x`, `cases/x/`, `./cases/x`.
fs::path one_name(const fs::path& folder) {
    std::error_code ignored;
    const auto resolved = fs::weakly_canonical(folder, ignored);
    return ignored ? folder : resolved;
}

void require_different_folders(const std::vector<fs::path>& folders) {
    require(folders.size() >= 2, "a comparison takes two cases or more",
            "name another: entente compare " +
                (folders.empty() ? std::string("CASE CASE") : folders.front().string() + " CASE"));
    for (std::size_t i = 0; i < folders.size(); ++i) {
        for (std::size_t earlier = 0; earlier < i; ++earlier) {
            require(one_name(folders[earlier]) != one_name(folders[i]),
                    "the case " + folders[i].string() + " is named twice",
                    "a case does not differ from itself; name another one");
        }
    }
}

void require_different_cases(const std::vector<OpenCasePtr>& cases) {
    for (std::size_t i = 0; i < cases.size(); ++i) {
        for (std::size_t earlier = 0; earlier < i; ++earlier) {
            require(cases[earlier]->content.sha256 != cases[i]->content.sha256,
                    cases[earlier]->folder.string() + " and " + cases[i]->folder.string() + " hold the same case",
                    "a case does not differ from itself; name another one");
        }
    }
}

void require_one_theory(const std::vector<OpenCasePtr>& cases) {
    const auto& first = *cases.front();
    for (const auto& open : cases) {
        const bool same_name = open->theory.id == first.theory.id;
        if (same_name && open->theory.sha256 == first.theory.sha256) continue;
        const auto read_under = [](const OpenCase& one) {
            return one.folder.string() + " is read under '" + one.theory.id + '\'';
        };
        throw Error(ErrorKind::BadRequest,
                    same_name ? "two theories that differ are called '" + first.theory.id + "', in " +
                                    first.theory.where.file + " and in " + open->theory.where.file
                              : read_under(first) + ", " + read_under(*open) + ": their factors are not the same",
                    same_name ? "give one of the files with --theory FILE, to read all of the cases under it"
                              : "--theory " + first.theory.id + " or --theory " + open->theory.id +
                                    " reads all of them under one");
    }
}

// The title; where two are equal, the folder's name as well.
std::vector<std::string> names_of(const std::vector<OpenCasePtr>& cases) {
    std::vector<std::string> names;
    for (const auto& open : cases) {
        const auto& title = open->content.title.empty() ? open->content.id : open->content.title;
        const auto same = std::ranges::count_if(
            cases, [&](const OpenCasePtr& other) { return other->content.title == open->content.title; });
        names.push_back(same > 1 ? title + " (" + one_name(open->folder).filename().string() + ')' : title);
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (std::ranges::count(names, names[i]) > 1) names[i] = cases[i]->folder.string();
    }
    return names;
}

}  // namespace

void require_comparable(const std::vector<OpenCasePtr>& cases) {
    require_different_cases(cases);
    require_one_theory(cases);
}

CompareResult compare(const std::vector<OpenCasePtr>& cases, const AssessRequest& request) {
    require_comparable(cases);
    CompareResult result;
    result.names = names_of(cases);
    for (const auto& open : cases) result.cases.push_back(assess(open, request));
    std::vector<assessment::ComparedCase> compared;
    for (std::size_t i = 0; i < cases.size(); ++i) {
        compared.push_back({.name = result.names[i],
                            .which = &cases[i]->content,
                            .protocol = &cases[i]->protocol,
                            .assessment = &result.cases[i].assessment});
    }
    result.comparison = assessment::compare(compared);
    return result;
}

CompareResult compare(const CompareRequest& request) {
    require_different_folders(request.folders);
    std::vector<OpenCasePtr> cases;
    for (const auto& folder : request.folders) {
        cases.push_back(open_case({folder, request.theory, request.protocol, request.cutoff}));
    }
    return compare(cases, {{}, {}, request.coders, request.seed});
}

}  // namespace entente::workbench
