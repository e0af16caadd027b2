#include "datasets/store_tables.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/named_enum.hpp"

namespace entente::datasets {

namespace {

constexpr int kFormat = 1;

constexpr std::string_view kTables = R"(
CREATE TABLE entente_store (format INTEGER);
CREATE TABLE entente_files (dataset VARCHAR, version VARCHAR, table_name VARCHAR, part VARCHAR, file_name VARCHAR,
                            format VARCHAR, encoding VARCHAR, sha256 VARCHAR, bytes BIGINT, "rows" BIGINT,
                            imported_at VARCHAR, program VARCHAR, descriptor VARCHAR);
CREATE TABLE entente_variables (dataset VARCHAR, version VARCHAR, place INTEGER, name VARCHAR, label VARCHAR,
                                unit VARCHAR, type VARCHAR, first_year INTEGER, last_year INTEGER, present BIGINT,
                                missing BIGINT, not_applicable BIGINT);
)";

std::string where_version(const std::string& dataset, const std::string& version) {
    return fmt::format(" WHERE dataset = {} AND version = {}", literal(dataset), literal(version));
}

std::string text_at(const ResultTable& table, std::size_t row, std::string_view name) {
    return table.text(row, name).value_or("");
}

std::int64_t integer_at(const ResultTable& table, std::size_t row, std::string_view name) {
    return table.integer(row, name).value_or(0);
}

// `6.0-beta` → `6`, `0-beta`, one after the other.
std::string_view next_part(std::string_view& version) {
    const auto end = version.find_first_of(".-_ ");
    const auto part = version.substr(0, end);
    version.remove_prefix(end == std::string_view::npos ? version.size() : end + 1);
    return part;
}

std::optional<long> as_number(std::string_view part) {
    long value = 0;
    const auto [end, failure] = std::from_chars(part.data(), part.data() + part.size(), value);
    if (failure != std::errc{} || end != part.data() + part.size()) return std::nullopt;
    return value;
}

}  // namespace

void create_store_tables(Database& database) {
    database.run(std::string(kTables) + fmt::format("INSERT INTO entente_store VALUES ({});", kFormat));
}

// The catalogue would look at every table of the store to say which there are.
void require_store_tables(Database& database, const std::filesystem::path& file) {
    if (!database.try_run("SELECT 1 FROM entente_store, entente_files, entente_variables LIMIT 0").empty()) {
        throw Error(ErrorKind::BadData, file.string() + " is a database, but not a data store of this program",
                    "move it away, and fill a store anew with `entente data add`");
    }
    if (database.query("SELECT max(format) AS format FROM entente_store").integer(0, "format") != kFormat) {
        throw Error(ErrorKind::BadData, file.string() + " was made by another version of this program",
                    "use that version, or delete the file and fill the store again with `entente data add`");
    }
}

std::vector<ImportedFile> read_files(const Database& database) {
    const auto table = database.query("SELECT * FROM entente_files");
    std::vector<ImportedFile> files;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        files.push_back({.dataset = text_at(table, row, "dataset"),
                         .version = text_at(table, row, "version"),
                         .table = text_at(table, row, "table_name"),
                         .part = text_at(table, row, "part"),
                         .file_name = text_at(table, row, "file_name"),
                         .format = text_at(table, row, "format"),
                         .encoding = text_at(table, row, "encoding"),
                         .sha256 = text_at(table, row, "sha256"),
                         .bytes = static_cast<std::uintmax_t>(integer_at(table, row, "bytes")),
                         .rows = integer_at(table, row, "rows"),
                         .imported_at = text_at(table, row, "imported_at"),
                         .program = text_at(table, row, "program"),
                         .descriptor = text_at(table, row, "descriptor")});
    }
    sort_files(files, {});
    return files;
}

std::vector<StoredVariable> read_variables(const Database& database) {
    const auto table = database.query("SELECT * FROM entente_variables ORDER BY dataset, version, place");
    std::vector<StoredVariable> variables;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        variables.push_back({.dataset = text_at(table, row, "dataset"),
                             .version = text_at(table, row, "version"),
                             .name = text_at(table, row, "name"),
                             .label = text_at(table, row, "label"),
                             .unit = text_at(table, row, "unit"),
                             .type = named<ColumnType>(text_at(table, row, "type")).value_or(ColumnType::Text),
                             .years = {static_cast<int>(integer_at(table, row, "first_year")),
                                       static_cast<int>(integer_at(table, row, "last_year"))},
                             .present = integer_at(table, row, "present"),
                             .missing = integer_at(table, row, "missing"),
                             .not_applicable = integer_at(table, row, "not_applicable")});
    }
    return variables;
}

void write_file_row(Database& database, const ImportedFile& file) {
    database.run("DELETE FROM entente_files" + where_version(file.dataset, file.version) +
                 " AND part = " + literal(file.part));
    database.run(fmt::format("INSERT INTO entente_files VALUES ({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})",
                             literal(file.dataset), literal(file.version), literal(file.table), literal(file.part),
                             literal(file.file_name), literal(file.format), literal(file.encoding),
                             literal(file.sha256), file.bytes, file.rows, literal(file.imported_at),
                             literal(file.program), literal(file.descriptor)));
}

void write_variables(Database& database, const std::string& dataset, const std::string& version,
                     const std::vector<StoredVariable>& variables) {
    database.run("DELETE FROM entente_variables" + where_version(dataset, version));
    std::string rows;
    for (std::size_t place = 0; place < variables.size(); ++place) {
        const auto& one = variables[place];
        rows += fmt::format("{}({}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {})", rows.empty() ? "" : ", ",
                            literal(dataset), literal(version), place, literal(one.name), literal(one.label),
                            literal(one.unit), literal(name_of(one.type)), one.years.first, one.years.last, one.present,
                            one.missing, one.not_applicable);
    }
    if (!rows.empty()) database.run("INSERT INTO entente_variables VALUES " + rows);
}

void remove_version(Database& database, const std::string& dataset, const std::string& version) {
    for (const auto& file : read_files(database)) {
        if (file.dataset == dataset && file.version == version) {
            database.run("DROP TABLE IF EXISTS " + identifier(file.table));
        }
    }
    database.run("DELETE FROM entente_files" + where_version(dataset, version));
    database.run("DELETE FROM entente_variables" + where_version(dataset, version));
}

bool is_older(std::string_view version, std::string_view other) {
    while (!version.empty() && !other.empty()) {
        const auto left = next_part(version);
        const auto right = next_part(other);
        const auto left_number = as_number(left);
        const auto right_number = as_number(right);
        if (left_number && right_number) {
            if (*left_number != *right_number) return *left_number < *right_number;
        } else if (left != right) {
            return left < right;
        }
    }
    return version.empty() && !other.empty();
}

bool is_older(const Descriptor& descriptor, std::string_view version, std::string_view other) {
    const auto* left = descriptor.find_version(version);
    const auto* right = descriptor.find_version(other);
    if (left != nullptr && right != nullptr) return left < right;  // places in one list
    if (left == nullptr && right == nullptr) return is_older(version, other);
    return left != nullptr;
}

void sort_files(std::vector<ImportedFile>& files, std::span<const Descriptor> known) {
    std::map<std::string_view, const Descriptor*> descriptors;
    for (const auto& one : known) descriptors.emplace(one.id, &one);
    std::sort(files.begin(), files.end(), [&](const ImportedFile& left, const ImportedFile& right) {
        if (left.dataset != right.dataset) return left.dataset < right.dataset;
        if (left.version != right.version) {
            const auto found = descriptors.find(left.dataset);
            if (found == descriptors.end()) return is_older(left.version, right.version);
            return is_older(*found->second, left.version, right.version);
        }
        return left.part < right.part;
    });
}

}  // namespace entente::datasets
