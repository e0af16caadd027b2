// How a table is set in LaTeX so that it is no wider than the text: the largest type in which it fits, columns that
// share what is left, and at last a page turned round. For use inside the module.
#pragma once

#include <string>
#include <vector>

#include "reports/document.hpp"

namespace entente::reports {

struct LatexTableForm {
    std::string size;        // `\small`; empty: the size of the text
    double gap_points = 6;   // on both sides of each column
    bool landscape = false;  // even the smallest type is too wide for the page upright
    std::string columns;     // of the longtable: `lr>{\raggedright…}p{0.31\linewidth}`
};

// Reckons with a line of 345 points, that of an article of 10 points, which hardly any class falls below; where the
// line is longer the columns grow with it.
[[nodiscard]] LatexTableForm latex_form(const Table& table);

}  // namespace entente::reports
