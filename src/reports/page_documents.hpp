// The documents that the pages show, by name: the same JSON as the command line's, without white space. The report
// file and the server take them from this one table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "workbench/assess.hpp"

namespace entente::reports {

// What is asked of the case: periods, coders, seed; and which other cases are set beside it.
struct DocumentRequest : workbench::AssessRequest {
    std::vector<workbench::OpenCasePtr> beside;
};

// All names, in the order in which a page needs them: `case`, `assess`, `items` …
[[nodiscard]] std::span<const std::string_view> page_document_names();

// Whether the case has this document: `agreement` only where at least two coders are asked about, `threat` only where
// it ships figures of threats, `burden` only where it records some, `compare` and `burdens-beside` only where others
// are set beside it.
[[nodiscard]] bool has_page_document(const workbench::OpenCase& open, std::string_view name,
                                     const DocumentRequest& request);

// Whether the document depends on the cases that are set beside this one.
[[nodiscard]] bool looks_at_cases_beside(std::string_view name);

// Throws what `compare` throws of cases that cannot stand side by side, BadRequest where one period is asked about:
// each case has its own.
void require_comparable(const workbench::OpenCasePtr& open, const DocumentRequest& request);

// One document. Paths of files in it are relative to the case's folder. Throws NotFound for an unknown name, for a
// document that this case does not have, and for a period or a coder it does not have.
[[nodiscard]] std::string page_document(const workbench::OpenCasePtr& open, std::string_view name,
                                        const DocumentRequest& request);

}  // namespace entente::reports
