// The user's data store: one DuckDB file, store.duckdb, in the user's own folder. Readers open it read-only. A change
// works on a copy under a lock and takes the store's place in one step, so a kill at any moment leaves the old store
// whole. R, Python and the DuckDB shell read the same file, with DuckDB 1.1 or later.
//
// Tables: one for each data set and version (`nmc_6_0`), with the columns as the descriptor names them;
// `entente_files`, one row for each file imported; `entente_variables`, one row for each column. Missing is NULL. Where
// a descriptor knows codes for `not applicable`, a second column `<name>_not_applicable` is true there. Tables keyed
// by names or letters get `cow` and `gw` (dyads: `cow_1`, `cow_2` …), the numbers of the state on that date; tables of
// spells get `begin_year` and `end_year` (NULL: had not ended); tables of several files get `part`, the file's name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "datasets/database.hpp"
#include "datasets/descriptor.hpp"

namespace entente::datasets {

struct ImportedFile {
    std::string dataset;
    std::string version;
    std::string table;
    std::string part;  // the file's name, where a data set has several files; else empty
    std::string file_name;
    std::string format;
    std::string encoding;
    std::string sha256;
    std::uintmax_t bytes = 0;
    std::int64_t rows = 0;
    std::string imported_at;  // 2026-11-22T05:10:00Z
    std::string program;      // the version of this program
    std::string descriptor;   // SHA-256 of the descriptor it was read with; empty where that was no file
};

struct StoredVariable {
    std::string dataset;
    std::string version;
    std::string name;
    std::string label;
    std::string unit;
    ColumnType type = ColumnType::Number;
    YearSpan years;  // coverage as the descriptor states it; {0, 0} where it has none
    std::int64_t present = 0;
    std::int64_t missing = 0;
    std::int64_t not_applicable = 0;
};

class Store {
public:
    // Nothing if there is no store yet. Throws BadData if there is one that cannot be read. The descriptors say which
    // version is the newest.
    static std::optional<Store> open(const std::filesystem::path& folder, std::span<const Descriptor> known);

    [[nodiscard]] const Database& database() const noexcept { return database_; }
    [[nodiscard]] const std::vector<ImportedFile>& files() const noexcept {
        return files_;
    }  // by data set, version, part
    [[nodiscard]] const std::vector<StoredVariable>& variables() const noexcept { return variables_; }
    // Versions of a data set, oldest first: as its descriptor lists them, then the others by number.
    [[nodiscard]] std::vector<std::string> versions(const std::string& dataset) const;
    // Temporary tables are a reader's own and never reach the file.
    [[nodiscard]] Database& scratch() noexcept { return database_; }

private:
    Store(Database database, std::vector<ImportedFile> files, std::vector<StoredVariable> variables);

    Database database_;
    std::vector<ImportedFile> files_;
    std::vector<StoredVariable> variables_;
};

// A change of the store: everything or nothing. The destructor throws the copy away unless `commit` was reached.
class StoreChange {
public:
    // Waits for no one: throws BadRequest if another change is under way. Creates the folder and an empty store if
    // need be. Copies that a killed change left behind are removed.
    explicit StoreChange(const std::filesystem::path& folder);
    StoreChange(const StoreChange&) = delete;
    StoreChange& operator=(const StoreChange&) = delete;
    ~StoreChange();

    [[nodiscard]] Database& database() noexcept;
    [[nodiscard]] std::vector<ImportedFile> files() const;
    void commit();  // checkpoint, sync, rename

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace entente::datasets
