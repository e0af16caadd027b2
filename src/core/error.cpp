#include "core/error.hpp"

#include <utility>

namespace entente {

int exit_code(ErrorKind kind) noexcept {
    switch (kind) {
        case ErrorKind::BadRequest:
            return 2;
        case ErrorKind::NotFound:
            return 3;
        case ErrorKind::BadData:
            return 4;
        case ErrorKind::Fault:
            return 70;
    }
    return 70;
}

Error::Error(ErrorKind kind, const std::string& what, std::string advice, std::vector<Problem> problems)
    : std::runtime_error(what), kind_(kind), advice_(std::move(advice)), problems_(std::move(problems)) {}

void require(bool condition, const std::string& what, const std::string& advice) {
    if (!condition) throw Error(ErrorKind::BadRequest, what, advice);
}

void ensure(bool condition, const char* what) {
    if (!condition) throw Error(ErrorKind::Fault, what, "this is a mistake in the program; please report it");
}

}  // namespace entente
