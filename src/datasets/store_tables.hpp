// The store's own tables: which files were imported, and what each column is. Written in the change that imports or
// removes a file, read when the store is opened.
#pragma once

#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/database.hpp"
#include "datasets/store.hpp"

namespace entente::datasets {

inline constexpr std::string_view kStoreFile = "store.duckdb";

void create_store_tables(Database& database);

// Throws BadData if `file` is a database that is no store, or a store of a later program.
void require_store_tables(Database& database, const std::filesystem::path& file);

[[nodiscard]] std::vector<ImportedFile> read_files(const Database& database);
[[nodiscard]] std::vector<StoredVariable> read_variables(const Database& database);

// Takes the place of the row of the same data set, version and part.
void write_file_row(Database& database, const ImportedFile& file);
// Take the place of all rows of that data set and version.
void write_variables(Database& database, const std::string& dataset, const std::string& version,
                     const std::vector<StoredVariable>& variables);

// The table of that version and its rows in the two tables above. What is not there is left alone.
void remove_version(Database& database, const std::string& dataset, const std::string& version);

// `5.0` before `5.1` before `10`: parts that are numbers compare as numbers.
[[nodiscard]] bool is_older(std::string_view version, std::string_view other);
// In the order in which the descriptor lists its versions; those it does not list (`--as`) are newer, by number.
[[nodiscard]] bool is_older(const Descriptor& descriptor, std::string_view version, std::string_view other);
// By data set, version, part. The data sets without a descriptor have their versions by number.
void sort_files(std::vector<ImportedFile>& files, std::span<const Descriptor> known);

}  // namespace entente::datasets
