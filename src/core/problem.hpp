// A problem in a user's file is a value: where it is, what is wrong, what to do.
// All problems of a case are collected, sorted and reported in one run.
#pragma once

#include <compare>
#include <string>
#include <vector>

namespace entente {

// A place in a text file. Lines and columns count from 1; columns count characters (code points), as editors do.
// Line 0 means the file as a whole.
struct Position {
    std::string file;
    int line = 0;
    int column = 0;

    auto operator<=>(const Position&) const = default;
};

enum class Severity {
    Error,    // the case cannot be used
    Warning,  // the case can be used, and the user should know
};

struct Problem {
    Position where;
    Severity severity = Severity::Error;
    std::string what;
    std::string advice;

    auto operator<=>(const Problem&) const = default;
};

class Problems {
public:
    void error(Position where, std::string what, std::string advice = {});
    void warn(Position where, std::string what, std::string advice = {});
    void add(const Problems& others);

    [[nodiscard]] bool has_errors() const noexcept;
    [[nodiscard]] bool empty() const noexcept { return all_.empty(); }

    // By file, line, column, severity and text, without repetitions: the same order in every run.
    [[nodiscard]] std::vector<Problem> sorted() const;

private:
    std::vector<Problem> all_;
};

// `file:line:column: error: what; advice`
[[nodiscard]] std::string to_line(const Problem& problem);

}  // namespace entente
