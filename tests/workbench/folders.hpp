// Folders and settings of the environment that last as long as a test.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>

#include "core/error.hpp"

namespace entente::testing {

inline std::filesystem::path source_folder() {
    return ENTENTE_SOURCE_DIR;
}

inline std::filesystem::path tiny_case() {
    return source_folder() / "tests/cases/tiny";
}

class Environment {
public:
    Environment(const char* name, const std::string& value) : name_(name) {
        if (const char* before = std::getenv(name)) before_ = before;
        setenv(name, value.c_str(), 1);
    }
    ~Environment() {
        if (before_) {
            setenv(name_, before_->c_str(), 1);
        } else {
            unsetenv(name_);
        }
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

private:
    const char* name_;
    std::optional<std::string> before_;
};

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

// The error that a call throws; one of kind Fault and without words if it throws none.
template <typename Call>
Error error_of(Call call) {
    try {
        call();
    } catch (const Error& error) {
        return error;
    }
    return {ErrorKind::Fault, "nothing was thrown"};
}

}  // namespace entente::testing
