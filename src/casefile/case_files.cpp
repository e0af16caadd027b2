// Walks a case folder: which files it has, and which stand where the format has none.
#include "casefile/case_files.hpp"

#include <algorithm>
#include <array>
#include <system_error>
#include <utility>

#include "core/text.hpp"
#include "textfiles/files.hpp"

namespace entente::casefile {
namespace {

namespace fs = std::filesystem;

struct SubFolder {
    std::string_view name;
    std::string_view extension;
};

constexpr std::array<std::string_view, 7> kFiles{"burden.toml",  "case.toml",     "claims.toml", "corrections.toml",
                                                 "figures.toml", "meetings.toml", "sources.bib"};
constexpr std::array<SubFolder, 4> kSubFolders{
    {{"codings", ".toml"}, {"evidence", ".toml"}, {"figures", ".csv"}, {"scenarios", ".toml"}}};

// A file's name as it can stand in a message: names may hold any bytes, and some of them rule terminals.
std::string printable(std::string text) {
    for (char& byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        if (code < 0x20 || code == 0x7f) byte = '?';
    }
    while (true) {
        const std::size_t invalid = find_invalid_utf8(text);
        if (invalid == std::string::npos) break;
        text[invalid] = '?';
    }
    for (auto found = find_control_character(text); found != std::string::npos; found = find_control_character(text)) {
        text[found] = '?';
    }
    return text;
}

bool is_ignored(std::string_view name) {
    return name.starts_with('.') || name.ends_with(".md");
}

std::vector<fs::directory_entry> entries_of(const fs::path& folder, const std::string& shown, Problems& problems) {
    std::vector<fs::directory_entry> entries;
    std::error_code failed;
    fs::directory_iterator at(folder, failed);
    for (; !failed && at != fs::directory_iterator(); at.increment(failed)) entries.push_back(*at);
    if (failed) {
        problems.error(Position{shown, 0, 0}, "the folder cannot be read: " + failed.message(),
                       "check its permissions");
        return {};
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

class FolderWalk {
public:
    FolderWalk(const fs::path& folder, Problems& problems)
        : folder_(folder), shown_(shown_folder_of(folder)), problems_(problems) {
        std::error_code failed;
        canonical_ = fs::canonical(folder, failed);
    }

    std::vector<CaseFile> files() {
        for (const auto& entry : entries_of(folder_, shown_, problems_)) visit(entry);
        std::sort(files_.begin(), files_.end(), [](const auto& a, const auto& b) { return a.path < b.path; });
        return std::move(files_);
    }

private:
    void visit(const fs::directory_entry& entry) {
        const std::string name = entry.path().filename().string();
        if (is_ignored(name)) return;
        if (std::find(kFiles.begin(), kFiles.end(), name) != kFiles.end()) {
            read(entry, name);
            return;
        }
        for (const auto& folder : kSubFolders) {
            if (folder.name == name) {
                visit_folder(entry, folder);
                return;
            }
        }
        report_unknown(entry, name);
    }

    void visit_folder(const fs::directory_entry& entry, const SubFolder& folder) {
        const std::string shown = shown_path(shown_, folder.name);
        std::error_code failed;
        if (!entry.is_directory(failed)) {
            problems_.error(Position{shown, 0, 0}, "'" + std::string(folder.name) + "' is not a folder",
                            "it holds files that end in " + std::string(folder.extension));
            return;
        }
        if (!stays_inside(entry, shown)) return;
        for (const auto& inner : entries_of(entry.path(), shown, problems_)) {
            const std::string name = inner.path().filename().string();
            if (is_ignored(name)) continue;
            const std::string path = std::string(folder.name) + "/" + name;
            if (name.ends_with(folder.extension) && name.size() > folder.extension.size()) {
                read(inner, path);
            } else {
                problems_.warn(Position{shown_path(shown_, printable(path)), 0, 0}, "not read",
                               "only files that end in " + std::string(folder.extension) + " directly in '" +
                                   std::string(folder.name) + "' belong to a case");
            }
        }
    }

    void read(const fs::directory_entry& entry, const std::string& path) {
        const std::string shown = shown_path(shown_, printable(path));
        if (printable(path) != path) {
            problems_.error(Position{shown, 0, 0}, "the name of the file is not plain text", "rename it");
            return;
        }
        if (!stays_inside(entry, shown)) return;
        Problems found;
        std::string bytes = textfiles::read_file(entry.path(), shown, found);
        problems_.add(found);
        if (!found.has_errors()) files_.push_back(CaseFile{path, std::move(bytes)});
    }

    // A case from elsewhere must not make the program read this machine's other files.
    bool stays_inside(const fs::directory_entry& entry, const std::string& shown) {
        std::error_code failed;
        if (!entry.is_symlink(failed)) return true;
        const fs::path target = fs::canonical(entry.path(), failed);
        if (failed) {
            problems_.error(Position{shown, 0, 0}, "the link leads nowhere", "remove it, or put the file in its place");
            return false;
        }
        const auto [in_folder, in_target] =
            std::mismatch(canonical_.begin(), canonical_.end(), target.begin(), target.end());
        if (in_folder == canonical_.end()) return true;
        problems_.error(Position{shown, 0, 0}, "the link leads out of the case's folder", "put the file in its place");
        return false;
    }

    void report_unknown(const fs::directory_entry& entry, const std::string& name) {
        const Position where{shown_path(shown_, printable(name)), 0, 0};
        std::vector<std::string> known(kFiles.begin(), kFiles.end());
        for (const auto& folder : kSubFolders) known.emplace_back(folder.name);
        std::error_code failed;
        if (entry.is_directory(failed)) {
            // A case may bring theories and protocols of its own; they are found by name, not read with the case.
            if (name == "theories" || name == "protocols") return;
            problems_.warn(where, "not read: a case has no such folder",
                           "its folders are evidence, codings, figures and scenarios" + did_you_mean(name, known));
        } else {
            problems_.warn(where, "not read: a case has no such file",
                           "items belong in evidence/, codings in codings/, notes in a file that ends in .md" +
                               did_you_mean(name, known));
        }
    }

    const fs::path& folder_;
    std::string shown_;
    fs::path canonical_;
    Problems& problems_;
    std::vector<CaseFile> files_;
};

}  // namespace

std::string shown_folder_of(const fs::path& folder) {
    std::string shown = folder.generic_string();
    while (shown.size() > 1 && shown.back() == '/') shown.pop_back();
    return printable(shown);
}

std::string shown_path(const std::string& shown_folder, std::string_view path) {
    if (shown_folder.empty()) return std::string(path);
    return shown_folder + (shown_folder.back() == '/' ? "" : "/") + std::string(path);
}

std::vector<CaseFile> load_case_files(const fs::path& folder, Problems& problems) {
    const Position where{shown_folder_of(folder), 0, 0};
    std::error_code failed;
    const fs::file_status status = fs::status(folder, failed);
    if (!fs::exists(status)) {
        problems.error(where, "there is no such folder", "give the path of a case: a folder with a case.toml");
        return {};
    }
    if (!fs::is_directory(status)) {
        problems.error(where, "not a folder", "a case is a folder with a case.toml; give the folder's path");
        return {};
    }
    // Whatever stands under the name, so that a broken link or a folder is reported as what it is.
    if (!fs::exists(fs::symlink_status(folder / "case.toml", failed))) {
        problems.error(where, "the folder holds no case: there is no case.toml in it",
                       "give the path of a case; docs/case-format.md says what a case.toml needs");
        return {};
    }
    return FolderWalk(folder, problems).files();
}

}  // namespace entente::casefile
