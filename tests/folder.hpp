// A folder of its own for a test, which lasts as long as the test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace entente::testing {

inline std::filesystem::path source_folder() {
    return ENTENTE_SOURCE_DIR;
}

inline std::filesystem::path tiny_case() {
    return source_folder() / "tests/cases/tiny";
}

class Folder {
public:
    Folder() {
        std::string name = (std::filesystem::temp_directory_path() / "entente-XXXXXX").string();
        path_ = mkdtemp(name.data());
    }
    ~Folder() { std::filesystem::remove_all(path_); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    void write(const std::filesystem::path& file, const std::string& text) const {
        std::filesystem::create_directories((path_ / file).parent_path());
        std::ofstream(path_ / file) << text;
    }
    // Adds to what the file holds.
    void append(const std::filesystem::path& file, const std::string& text) const {
        std::ofstream(path_ / file, std::ios::app) << text;
    }
    void copy_tiny() const { std::filesystem::copy(tiny_case(), path_, std::filesystem::copy_options::recursive); }

private:
    std::filesystem::path path_;
};

}  // namespace entente::testing
