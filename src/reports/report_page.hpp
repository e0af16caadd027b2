// The report: one HTML file with the pages and all documents of a case in it. It needs no server and no network, and
// the same case gives the same bytes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

#include "reports/page_assets.hpp"
#include "reports/page_documents.hpp"

namespace entente::reports {

// Throws NotFound in a build without pages, and what the documents throw.
[[nodiscard]] std::string report_page(const workbench::OpenCasePtr& open, const DocumentRequest& request);

// Replaces the file in one step.
void write_report(const std::filesystem::path& file, std::string_view page);

// Its pieces.

// `{"mode":"report","documents":{…}}`, safe inside a <script> element: nothing in it can end the element.
[[nodiscard]] std::string embedded_documents(const workbench::OpenCasePtr& open, const DocumentRequest& request);

// The page with script, style sheet and documents inside, and a content security policy that lets nothing else run and
// nothing be loaded. Throws Fault if the assets are not those that the build makes.
[[nodiscard]] std::string assembled_page(std::span<const PageAsset> assets, std::string_view documents);

}  // namespace entente::reports
