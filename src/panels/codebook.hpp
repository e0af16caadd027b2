// What each column of a panel is, where it comes from, what it covers, and why its empty cells are empty.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "panels/panel.hpp"

namespace entente::panels {

// For people: Markdown. `file` is the panel's name, `program` the version of this one.
[[nodiscard]] std::string codebook_title(const std::string& file);
[[nodiscard]] std::string codebook_markdown(const Panel& panel, const std::string& file, const std::string& program);

// For programs: CSV, a row for each column of the panel.
[[nodiscard]] std::string codebook_csv(const Panel& panel);

// BibTeX of all data sets that the panel uses, each entry once; after `others`, such as those of a theory.
[[nodiscard]] std::string bibliography(const Panel& panel, std::string_view others = {});
// The keys of its entries, in their order.
[[nodiscard]] std::vector<std::string> cited_keys(std::string_view bibtex);

// `NMC 6.0, COW`
[[nodiscard]] std::string source_words(const PanelColumn& column);
// `1816–2016`, or nothing
[[nodiscard]] std::string coverage_words(const PanelColumn& column);

}  // namespace entente::panels
