#include "core/problem.hpp"

#include <algorithm>
#include <utility>

namespace entente {

void Problems::error(Position where, std::string what, std::string advice) {
    all_.push_back({std::move(where), Severity::Error, std::move(what), std::move(advice)});
}

void Problems::warn(Position where, std::string what, std::string advice) {
    all_.push_back({std::move(where), Severity::Warning, std::move(what), std::move(advice)});
}

void Problems::add(const Problems& others) {
    // A copy first: `others` may be this very object.
    const std::vector<Problem> added = others.all_;
    all_.insert(all_.end(), added.begin(), added.end());
}

bool Problems::has_errors() const noexcept {
    return std::any_of(all_.begin(), all_.end(),
                       [](const Problem& problem) { return problem.severity == Severity::Error; });
}

std::vector<Problem> Problems::sorted() const {
    std::vector<Problem> sorted = all_;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted;
}

std::string to_line(const Problem& problem) {
    std::string line = problem.where.file;
    if (problem.where.line > 0) {
        line += ':' + std::to_string(problem.where.line);
        if (problem.where.column > 0) line += ':' + std::to_string(problem.where.column);
    }
    if (!line.empty()) line += ": ";
    line += problem.severity == Severity::Error ? "error: " : "warning: ";
    line += problem.what;
    if (!problem.advice.empty()) line += "; " + problem.advice;
    return line;
}

}  // namespace entente
