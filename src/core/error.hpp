// The one error type of the program. An Error stops a run; it is thrown where the run cannot go on
// and caught in two places only: the command line's main() and the server's dispatcher.
// Trouble that is expected (a problem in a case file, a fit that does not converge) is a value, never an Error.
#pragma once

#include <stdexcept>
#include <string>
#include <vector>

#include "core/problem.hpp"

namespace entente {

enum class ErrorKind {
    BadRequest,  // the caller asked for something that makes no sense: exit code 2
    NotFound,    // no such case, theory, factor, period: exit code 3
    BadData,     // a file is unreadable or breaks its format: exit code 4
    Fault,       // our bug, or the machine's (disk full): exit code 70
};

[[nodiscard]] int exit_code(ErrorKind kind) noexcept;

class Error : public std::runtime_error {
public:
    // `advice` says what the user can do about it; `problems` are those of a file that stopped the run. Both may be
    // empty.
    Error(ErrorKind kind, const std::string& what, std::string advice = {}, std::vector<Problem> problems = {});

    [[nodiscard]] ErrorKind kind() const noexcept { return kind_; }
    [[nodiscard]] const std::string& advice() const noexcept { return advice_; }
    [[nodiscard]] const std::vector<Problem>& problems() const noexcept { return problems_; }

private:
    ErrorKind kind_;
    std::string advice_;
    std::vector<Problem> problems_;
};

// The caller's mistake: throws BadRequest.
void require(bool condition, const std::string& what, const std::string& advice = {});

// Our mistake: throws Fault. Never reached by any user input.
void ensure(bool condition, const char* what);

}  // namespace entente
