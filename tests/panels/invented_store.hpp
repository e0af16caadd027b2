// A store in memory with small invented data sets, described as official ones are: the states are real, every number
// is made up.
#pragma once

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "core/states.hpp"
#include "datasets/database.hpp"
#include "datasets/descriptor.hpp"
#include "datasets/store.hpp"
#include "panels/panel.hpp"
#include "shipped_states.hpp"

namespace entente::panels::tests {

inline std::string bytes_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

class InventedStore {
public:
    // `descriptor` is the text of a descriptor; `rows` what makes the table, as `SELECT …` or `VALUES …` of SQL.
    void add(const std::string& descriptor, const std::string& version, const std::string& rows) {
        Problems problems;
        const auto id = descriptor.substr(6, descriptor.find('"', 6) - 6);  // the text begins with `id = "…"`
        auto read = datasets::read_descriptor(descriptor, id + ".toml", problems);
        if (!read) throw std::runtime_error(to_line(problems.sorted().front()));
        const auto table = datasets::table_name(read->id, version);
        database_.run("CREATE TABLE " + datasets::identifier(table) + " AS " + rows);
        datasets::ImportedFile file;
        file.dataset = read->id;
        file.version = version;
        file.table = table;
        file.file_name = table + ".csv";
        file.sha256 = std::string(60, '0') + std::to_string(1000 + files_.size());
        files_.push_back(std::move(file));
        const auto columns =
            database_.query("SELECT column_name FROM duckdb_columns() WHERE table_name = " + datasets::literal(table) +
                            " ORDER BY column_index");
        for (std::size_t row = 0; row < columns.rows(); ++row) {
            datasets::StoredVariable variable;
            variable.dataset = read->id;
            variable.version = version;
            variable.name = *columns.text(row, "column_name");
            if (const auto* rule = read->find_column(variable.name); rule != nullptr) {
                variable.label = rule->label;
                variable.unit = rule->unit;
                variable.type = rule->type;
            }
            if (!variable.name.ends_with("_not_applicable")) variables_.push_back(std::move(variable));
        }
        for (const auto& known : descriptors_) {
            if (known.id == read->id) return;
        }
        descriptors_.push_back(std::move(*read));
    }

    [[nodiscard]] DataAtHand data() { return {database_, files_, variables_, descriptors_, states_}; }
    [[nodiscard]] datasets::Database& database() noexcept { return database_; }
    [[nodiscard]] std::vector<datasets::ImportedFile>& files() noexcept { return files_; }

private:
    datasets::Database database_ = datasets::Database::in_memory();
    std::vector<datasets::ImportedFile> files_;
    std::vector<datasets::StoredVariable> variables_;
    std::vector<datasets::Descriptor> descriptors_;
    const StateTable& states_ = testing::shipped_states();
};

// A descriptor of one variable: `key` and `column` are lines of TOML.
inline std::string descriptor(const std::string& id, const std::string& unit, const std::string& key,
                              const std::string& column, const std::string& years = "[1816, 2018]") {
    return "id = \"" + id + "\"\nname = \"" + id + ", invented\"\nfamily = \"invented\"\nabout = \"Invented.\"\n" +
           "home = \"https://example.org\"\nterms = \"none\"\nunit = \"" + unit + "\"\nsignature = [\"value\"]\n" +
           "citation = '''\n@misc{" + id + ", title = {" + id + "}}\n'''\n[key]\n" + key + "\n[[column]]\n" + column +
           "\n[[version]]\nid = \"1\"\nwhen = { lacks = [\"second\"] }\nyears = " + years +
           "\n[[version]]\nid = \"2\"\nwhen = { has = [\"second\"] }\nyears = " + years + "\n";
}

inline const std::string kStateYear = "numbering = \"cow\"\nstate = \"state\"\nyear = \"year\"";
inline const std::string kPairYear =
    "numbering = \"cow\"\nstate_1 = \"state_1\"\nstate_2 = \"state_2\"\nyear = \"year\"";
inline const std::string kValue = "name = \"value\"\nlabel = \"Value\"\nunit = \"things\"\nmain = true";

inline PanelRequest request_of(PanelUnit unit, int from, int to, std::vector<std::string> columns,
                               std::vector<std::string> states = {}) {
    PanelRequest request;
    request.unit = unit;
    request.from = from;
    request.to = to;
    request.columns = std::move(columns);
    request.states = std::move(states);
    return request;
}

// One cell of the panel in the row that `where` (SQL) picks: the value as text, or the reason in angle brackets.
inline std::string cell(const DataAtHand& data, const std::string& column, const std::string& where) {
    const auto found = data.database().query(
        "SELECT CAST(" + datasets::identifier(column) + " AS VARCHAR) AS value, CAST(" +
        datasets::identifier(reason_column(column)) + " AS BIGINT) AS reason FROM panel WHERE " + where);
    if (found.rows() != 1) return std::to_string(found.rows()) + " rows";
    const auto reason = static_cast<Reason>(*found.integer(0, "reason"));
    if (reason == Reason::Present) return found.text(0, "value").value_or("present, yet without a value");
    if (found.text(0, "value")) return "missing, yet " + *found.text(0, "value");
    return "<" + std::string(name_of(reason)) + ">";
}

// One number or text of the panel.
inline std::string fact(const DataAtHand& data, const std::string& expression) {
    return data.database()
        .query("SELECT CAST(" + expression + " AS VARCHAR) AS fact FROM panel")
        .text(0, "fact")
        .value_or("NULL");
}

}  // namespace entente::panels::tests
