// The numbers of a case: what sources state, and what follows from it.
#pragma once

#include <string>
#include <vector>

#include "indices/figure_measures.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

struct DerivedResult {
    const evidence::Derived* derived = nullptr;
    const indices::Measure* measure = nullptr;  // null if there is no measure of that name
    indices::MeasureResult result;
    std::vector<std::string> inputs;   // each with its value: `pew-confidence-2016 = 78 percent`
    std::vector<std::string> sources;  // keys, in order of first use
};

// A figure that is older than the period in which it is used.
struct StaleFigure {
    const evidence::Figure* figure = nullptr;
    double years = 0;  // from its last day to the period's begin
};

struct FiguresResult {
    OpenCasePtr open;
    std::vector<DerivedResult> derived;
    std::vector<StaleFigure> stale;  // against the case's focal period
};

[[nodiscard]] FiguresResult figures(const OpenCasePtr& open);

// Every derived number recomputed; those that cannot be carry their reason.
[[nodiscard]] std::vector<DerivedResult> derive(const evidence::Case& which);

// Reports derived numbers that cannot be computed, at their place in the file.
void check_derived(const evidence::Case& which, Problems& problems);

}  // namespace entente::workbench
