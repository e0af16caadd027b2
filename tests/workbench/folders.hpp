// Settings of the environment that last as long as a test, and the error that a call throws.
#pragma once

#include <cstdlib>
#include <optional>
#include <string>

#include "core/error.hpp"
#include "folder.hpp"

namespace entente::testing {

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
