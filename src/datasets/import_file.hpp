// One staged file into the store: columns typed, codes for missing taken out, states numbered, the key checked.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/problem.hpp"
#include "core/states.hpp"
#include "datasets/database.hpp"
#include "datasets/recognise.hpp"
#include "datasets/staged_file.hpp"
#include "datasets/store.hpp"

namespace entente::datasets {

// A name that the table of states does not know, or that means several states in those years.
struct UnresolvedName {
    std::string written;
    std::string why_not;
    std::int64_t rows = 0;
    std::int64_t first_year = 0;  // of these rows; 0 where they have no years
    std::int64_t last_year = 0;
};

struct ImportOutcome {
    ImportedFile file;
    bool already_there = false;  // the same bytes under the same version: nothing was changed
    bool replaced = false;       // another file of the same version (and part) was there before
    std::vector<UnresolvedName> unresolved;
    std::vector<std::string> remarks;  // rows dropped as totals, repeated keys, cells out of range …
};

// The same bytes under the same version, read with the same descriptor; nothing if the store has none.
[[nodiscard]] std::optional<ImportedFile> find_stored(const std::vector<ImportedFile>& stored, const StagedFile& file,
                                                      const Descriptor& descriptor, const std::string& version);

// Whether a file may take the place of one of the same version that has more rows.
enum class Losing { Refused, Allowed };

// Nothing, with problems at file and line, if a cell cannot be what its column says, a row is ragged, or rows would be
// lost; `database` is then as it was.
[[nodiscard]] std::optional<ImportOutcome> import_file(Database& database, const StagedFile& file,
                                                       const Recognition& recognised, const std::string& version,
                                                       const StateTable& states, const std::string& program,
                                                       Problems& problems, Losing losing = Losing::Refused);

}  // namespace entente::datasets
