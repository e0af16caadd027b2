// What each column of a panel is, where it comes from, what it covers, and why its empty cells are empty.
#pragma once

#include <string>

#include "panels/panel.hpp"

namespace entente::panels {

// For people: Markdown. `file` is the panel's name, `program` the version of this one.
[[nodiscard]] std::string codebook_markdown(const Panel& panel, const std::string& file, const std::string& program);

// For programs: CSV, a row for each column of the panel.
[[nodiscard]] std::string codebook_csv(const Panel& panel);

// BibTeX of all data sets that the panel uses, each entry once.
[[nodiscard]] std::string bibliography(const Panel& panel);

// `NMC 6.0, COW`
[[nodiscard]] std::string source_words(const PanelColumn& column);
// `1816–2016`, or nothing
[[nodiscard]] std::string coverage_words(const PanelColumn& column);

}  // namespace entente::panels
