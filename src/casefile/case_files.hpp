// The files of a case folder as bytes, and a case out of such bytes. For use inside the module, by the fuzz targets,
// and where messages name a case's files.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "evidence/case.hpp"

namespace entente::casefile {

struct CaseFile {
    std::string path;  // relative to the folder, with `/`: `evidence/trump.toml`
    std::string bytes;
};

// Every file that the case format has, sorted by path; what stands in the wrong place is reported. Files outside the
// folder are not read, even where a link leads to them. Nothing if the folder holds no case.
[[nodiscard]] std::vector<CaseFile> load_case_files(const std::filesystem::path& folder, Problems& problems);

// `shown_folder` stands before every path in messages and positions, as the user wrote it.
[[nodiscard]] evidence::Case case_from(const std::vector<CaseFile>& files, const std::string& shown_folder,
                                       Problems& problems);

// `folder` as the user wrote it, without slashes at the end, safe to print.
[[nodiscard]] std::string shown_folder_of(const std::filesystem::path& folder);

// `cases/us-japan` and `case.toml` → `cases/us-japan/case.toml`.
[[nodiscard]] std::string shown_path(const std::string& shown_folder, std::string_view path);

}  // namespace entente::casefile
