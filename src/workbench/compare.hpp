// Two or more cases side by side, each answering its own question under one theory.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "assessment/comparison.hpp"
#include "workbench/assess.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

struct CompareRequest {
    std::vector<std::filesystem::path> folders;
    std::string theory;                 // id or path; empty: the cases' own, which must be one
    std::string protocol;               // id or path; empty: each case's own
    std::optional<Day> cutoff;          // instead of each case's own
    std::vector<std::string> coders;    // empty: all
    std::optional<std::uint64_t> seed;  // nothing: the protocol's
};

struct CompareResult {
    std::vector<AssessResult> cases;  // as requested
    std::vector<std::string> names;   // of the cases, all different
    assessment::Comparison comparison;
};

// Throws BadRequest for fewer than two cases, for one case named twice, and for cases under different theories; else
// what open_case and assess throw.
[[nodiscard]] CompareResult compare(const CompareRequest& request);

// Throws BadRequest where they cannot stand side by side: one case named twice, or different theories.
void require_comparable(const std::vector<OpenCasePtr>& cases);

// The same of cases that are open.
[[nodiscard]] CompareResult compare(const std::vector<OpenCasePtr>& cases, const AssessRequest& request);

}  // namespace entente::workbench
