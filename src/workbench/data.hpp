// The user's data store and the data sets that the program knows: what is there, what each column is and where it is
// missing, how to cite it, and how to take it out again.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "core/states.hpp"
#include "datasets/descriptor.hpp"
#include "datasets/store.hpp"

namespace entente::workbench {

// The folder of the data store: the user's own. Throws NotFound if there is none to be had.
[[nodiscard]] std::filesystem::path store_folder();

// The user's own descriptors first, then the program's. Throws BadData if one of them cannot be read.
[[nodiscard]] std::vector<datasets::Descriptor> known_datasets();

[[nodiscard]] StateTable shipped_states();

// One data set in one version, as the store has it.
struct StoredDataset {
    std::string dataset;
    std::string version;
    std::string name;  // official; empty where no descriptor knows it any more
    datasets::Unit unit = datasets::Unit::Other;
    std::int64_t rows = 0;
    std::optional<datasets::YearSpan> covers;   // as the descriptor states it for this version
    std::optional<datasets::YearSpan> years;    // that occur in the rows; of spells, those in which they begin and end
    std::vector<datasets::ImportedFile> files;  // one, or its parts
};

struct DataListResult {
    std::filesystem::path store;
    bool exists = false;
    std::uintmax_t bytes = 0;
    std::vector<StoredDataset> stored;
    std::vector<datasets::Descriptor> known;  // only if asked for
};

enum class ListWhat { Stored, Known };
[[nodiscard]] DataListResult data_list(ListWhat what);

// A span of years of which a share of the rows has a value.
struct CoverageBuckets {
    int first_year = 0;
    int years_each = 0;  // 0: the rows have no years
    std::vector<std::int64_t> rows;
};

struct VariableInfo {
    datasets::StoredVariable variable;
    std::optional<datasets::ColumnRule> rule;  // nothing where the descriptor does not declare it
    std::vector<std::int64_t> present;         // rows with a value, for each bucket
};

struct DataInfoResult {
    StoredDataset stored;
    std::optional<datasets::Descriptor> descriptor;
    std::vector<std::string> other_versions;
    std::vector<VariableInfo> variables;
    CoverageBuckets buckets;
};

// `nmc` (the newest version in the store) or `nmc@6.0`. Throws NotFound with what there is.
[[nodiscard]] DataInfoResult data_info(const std::string& asked);

struct CitedDataset {
    std::string dataset;
    std::string version;  // empty where the store has none
    std::string name;
    std::string citation;  // BibTeX
};

// Of the data sets named, else of all in the store. Throws NotFound for what nobody knows.
[[nodiscard]] std::vector<CitedDataset> data_cite(const std::vector<std::string>& asked);

// `nmc@6.0`, or `nmc` where the store has one version of it. Gives what was removed.
[[nodiscard]] StoredDataset data_remove(const std::string& asked);

}  // namespace entente::workbench
