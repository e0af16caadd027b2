#include "workbench/shipped_files.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <system_error>

#include "core/error.hpp"
#include "core/text.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): read before any thread starts
    return value == nullptr ? std::string{} : std::string{value};
}

fs::path program_folder() {
    if (const auto share = environment("ENTENTE_SHARE"); !share.empty()) return share;
    std::error_code failed;
    const auto program = fs::read_symlink("/proc/self/exe", failed);
    if (!failed) {
        const auto installed = program.parent_path().parent_path() / "share" / "entente";
        if (fs::is_directory(installed / "theories", failed)) return installed;
    }
    return ENTENTE_SOURCE_FOLDER;
}

}  // namespace

std::string version() {
    return ENTENTE_VERSION;
}

fs::path user_folder() {
    if (const auto home = environment("ENTENTE_HOME"); !home.empty()) return home;
    if (const auto data = environment("XDG_DATA_HOME"); !data.empty()) return fs::path{data} / "entente";
    if (const auto home = environment("HOME"); !home.empty()) return fs::path{home} / ".local/share/entente";
    return {};
}

std::vector<fs::path> search_path(const fs::path& case_folder) {
    std::vector<fs::path> folders;
    for (const auto& folder : {case_folder, user_folder(), program_folder()}) {
        if (!folder.empty()) folders.push_back(folder);
    }
    return folders;
}

std::vector<fs::path> all_shipped(const fs::path& case_folder, std::string_view kind) {
    std::vector<fs::path> files;
    std::set<std::string> seen;
    for (const auto& folder : search_path(case_folder)) {
        std::vector<fs::path> here;
        std::error_code failed;
        for (fs::directory_iterator at(folder / kind, failed), end; !failed && at != end; at.increment(failed)) {
            if (at->path().extension() == ".toml") here.push_back(at->path());
        }
        std::sort(here.begin(), here.end());
        for (const auto& file : here) {
            if (seen.insert(file.stem().string()).second) files.push_back(file);
        }
    }
    return files;
}

fs::path find_shipped(const fs::path& case_folder, std::string_view kind, const std::string& named) {
    const std::string one = kind == "theories" ? "theory" : "protocol";
    if (named.ends_with(".toml")) {
        std::error_code failed;
        if (fs::exists(named, failed)) return named;
        throw Error(ErrorKind::NotFound, "there is no " + one + " file '" + named + "'", "check the path");
    }
    std::vector<std::string> known;
    for (const auto& file : all_shipped(case_folder, kind)) {
        if (file.stem() == named) return file;
        known.push_back(file.stem().string());
    }
    throw Error(ErrorKind::NotFound, "there is no " + one + " '" + named + "'" + did_you_mean(named, known),
                "known: " + known_words(named, known) + "; or give the path of a .toml file");
}

std::optional<fs::path> shipped_with_program(std::string_view kind, const std::string& id) {
    const auto file = program_folder() / kind / (id + ".toml");
    std::error_code failed;
    if (!fs::is_regular_file(file, failed)) return std::nullopt;
    return file;
}

fs::path states_file(const fs::path& case_folder) {
    for (const auto& folder : search_path(case_folder)) {
        std::error_code failed;
        if (fs::is_regular_file(folder / "datasets" / "states.csv", failed)) return folder / "datasets" / "states.csv";
    }
    throw Error(ErrorKind::NotFound, "the table of states (datasets/states.csv) was not found",
                "set ENTENTE_SHARE to the folder that holds theories/, protocols/ and datasets/");
}

}  // namespace entente::workbench
