// Which columns of different data sets state the same quantity (datasets/comparisons.toml), and where a column changes
// its meaning beyond what the descriptors say (breaks.toml). Users have their own files of these names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "datasets/descriptor.hpp"

namespace entente::datasets {

// `nmc@5.0.milex`; without a version, `nmc.milex`, the newest one that the store has.
struct ColumnReference {
    std::string dataset;
    std::string version;
    std::string column;
};

[[nodiscard]] std::optional<ColumnReference> parse_column_reference(std::string_view text);
[[nodiscard]] std::string to_text(const ColumnReference& reference);

struct Comparison {
    std::string id;
    std::string about;
    ColumnReference left;
    ColumnReference right;
    double scale = 1;        // left × scale is in the unit of right
    double tolerance = 0.0;  // |left × scale − right| as a share of the larger of the two
    double minimum = 0;      // in the unit of right: units in which both are smaller are left out
    std::optional<YearSpan> years;
    std::string zero_with;  // column of left: where it is 0 too, a 0 of left was counted; empty: nothing tells
    std::string by;         // a column of both that tells several rows of a unit apart: the number of a dispute
    std::string note;
    Position where;
};

// A change of definition that a user, or the case's maker, knows of.
struct DeclaredBreak {
    ColumnReference column;  // version empty: of every version
    DefinitionBreak change;
    std::string source;
    Position where;
};

// Never throw; what is wrong is reported at its place, and that entry left out.
[[nodiscard]] std::vector<Comparison> read_comparisons(std::string bytes, const std::string& file, Problems& problems);
[[nodiscard]] std::vector<DeclaredBreak> read_breaks(std::string bytes, const std::string& file, Problems& problems);

}  // namespace entente::datasets
