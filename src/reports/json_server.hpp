// What the server says of itself, and how it refuses, as JSON (docs/openapi.yaml).
#pragma once

#include <string>
#include <vector>

#include "core/problem.hpp"
#include "workbench/starting_points.hpp"

namespace entente::reports {

struct ServedCase {
    std::string id;
    std::string title;
    std::string sha256;
    bool broken = false;  // what stands on disk has errors
    workbench::StartingPoints starts;
};

struct Serving {
    std::string coder;  // empty unless the cases can be edited
    bool blind = false;
    std::vector<ServedCase> cases;
};

[[nodiscard]] std::string served_json(const Serving& serving);

struct Failure {
    std::string what;
    std::string advice;             // may be empty
    std::vector<Problem> problems;  // of files or of a request
    bool blind = false;             // refused because the coder works blind
};

[[nodiscard]] std::string failure_json(const Failure& failure);

}  // namespace entente::reports
