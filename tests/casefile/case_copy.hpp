// A copy of a test case in a folder of its own, to be changed and read.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "casefile/case_folder.hpp"

namespace entente::casefile {

inline std::filesystem::path tiny_case() {
    return std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests/cases/tiny";
}

inline std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// `line:column what`, with the path inside the folder in front, sorted; advice left out.
inline std::vector<std::string> lines_of(const Problems& problems, const std::string& folder = {}) {
    std::vector<std::string> lines;
    for (const auto& problem : problems.sorted()) {
        std::string file = problem.where.file;
        if (!folder.empty() && file.starts_with(folder + "/")) file.erase(0, folder.size() + 1);
        if (!folder.empty() && file == folder) file = ".";
        const std::string place = std::to_string(problem.where.line) + ":" + std::to_string(problem.where.column);
        lines.push_back((file.empty() ? "" : file + ":") + place +
                        (problem.severity == Severity::Warning ? " warning " : " ") + problem.what);
    }
    return lines;
}

class CaseCopy {
public:
    CaseCopy() : CaseCopy(tiny_case()) {}

    explicit CaseCopy(const std::filesystem::path& original) {
        static std::atomic<int> count{0};
        folder_ = std::filesystem::temp_directory_path() /
                  ("entente-case-" + std::to_string(::getpid()) + "-" + std::to_string(count++));
        std::filesystem::remove_all(folder_);
        std::filesystem::create_directories(folder_);
        std::filesystem::copy(original, folder_, std::filesystem::copy_options::recursive);
    }
    CaseCopy(const CaseCopy&) = delete;
    CaseCopy& operator=(const CaseCopy&) = delete;
    ~CaseCopy() { std::filesystem::remove_all(folder_); }

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& path) const { return folder_ / path; }
    [[nodiscard]] std::string bytes(const std::string& path) const { return bytes_of(folder_ / path); }

    void write(const std::string& path, const std::string& text) const {
        std::filesystem::create_directories((folder_ / path).parent_path());
        std::ofstream(folder_ / path, std::ios::binary | std::ios::trunc) << text;
    }

    void append(const std::string& path, const std::string& text) const { write(path, bytes(path) + text); }

    void replace(const std::string& path, const std::string& old, const std::string& with) const {
        std::string text = bytes(path);
        const auto at = text.find(old);
        ASSERT_NE(at, std::string::npos) << path << " does not hold " << old;
        write(path, text.replace(at, old.size(), with));
    }

    void remove(const std::string& path) const { std::filesystem::remove_all(folder_ / path); }

    evidence::Case read() {
        problems_ = {};
        return read_case(folder_, problems_);
    }

    std::vector<std::string> problems() {
        (void)read();
        return lines_of(problems_, folder_.string());
    }

    // What each problem says one should do, in the same order.
    std::vector<std::string> advice() {
        (void)read();
        std::vector<std::string> all;
        for (const auto& problem : problems_.sorted()) all.push_back(problem.advice);
        return all;
    }

private:
    std::filesystem::path folder_;
    Problems problems_;
};

using Lines = std::vector<std::string>;

}  // namespace entente::casefile
