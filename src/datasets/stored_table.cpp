#include "datasets/stored_table.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/text.hpp"
#include "datasets/column_names.hpp"

namespace entente::datasets {

namespace {

constexpr std::size_t kExamples = 3;

struct TableColumn {
    std::string name;
    std::string type;  // in the database's words
};

std::vector<TableColumn> columns_of(const Database& database, const std::string& table) {
    const auto found = database.query(
        "SELECT column_name AS name, data_type AS type FROM duckdb_columns() WHERE table_name = " + literal(table) +
        " AND NOT internal AND database_name = current_database() ORDER BY column_index");
    std::vector<TableColumn> columns;
    for (std::size_t row = 0; row < found.rows(); ++row) {
        columns.push_back({found.text(row, "name").value_or(""), found.text(row, "type").value_or("")});
    }
    return columns;
}

bool has_column(const std::vector<TableColumn>& columns, const std::string& name) {
    return std::any_of(columns.begin(), columns.end(),
                       [&](const TableColumn& one) { return same_name(one.name, name); });
}

// What the columns mean that the program adds.
std::string label_of_added(const std::string& name) {
    static const std::vector<std::pair<std::string, std::string>> labels{
        {"cow", "State, number of the Correlates of War"},
        {"gw", "State, number of Gleditsch and Ward"},
        {"cow_1", "First state, number of the Correlates of War"},
        {"gw_1", "First state, number of Gleditsch and Ward"},
        {"cow_2", "Second state, number of the Correlates of War"},
        {"gw_2", "Second state, number of Gleditsch and Ward"},
        {"begin_year", "First year of the spell"},
        {"end_year", "Last year of the spell; missing: had not ended"},
        {"part", "File the row comes from"}};
    const auto found = std::find_if(labels.begin(), labels.end(), [&](const auto& one) { return one.first == name; });
    return found == labels.end() ? std::string() : found->second;
}

StoredVariable described(const TableColumn& column, const ImportedFile& file, const Descriptor& descriptor) {
    StoredVariable variable;
    variable.dataset = file.dataset;
    variable.version = file.version;
    variable.name = column.name;
    const auto* version = descriptor.find_version(file.version);
    if (version != nullptr) variable.years = version->years;
    variable.type = column.type == "BIGINT"   ? ColumnType::Integer
                    : column.type == "DOUBLE" ? ColumnType::Number
                                              : ColumnType::Text;
    if (const auto* rule = descriptor.find_column(column.name)) {
        variable.label = rule->label;
        variable.unit = rule->unit;
        variable.type = rule->type;
        if (rule->years) variable.years = *rule->years;
    } else {
        variable.label = label_of_added(column.name);
    }
    return variable;
}

std::string counted(std::int64_t count, const std::string& one, const std::string& many) {
    return fmt::format("{} {}", count, count == 1 ? one : many);
}

// `nmc 2, 1816 (2 rows)`
std::string example(const ResultTable& repeated, std::size_t row, const std::vector<std::string>& key) {
    std::vector<std::string> parts;
    for (const auto& column : key) {
        const auto text = repeated.text(row, column);
        parts.push_back(column + ' ' + text.value_or("(missing)"));
    }
    return joined(parts, ", ");
}

class TableRemarks {
public:
    TableRemarks(const Database& database, const ImportedFile& file, const Descriptor& descriptor, std::string rows)
        : database_(database),
          descriptor_(descriptor),
          table_(identifier(file.table)),
          rows_(std::move(rows)),
          columns_(columns_of(database, file.table)) {}

    std::vector<std::string> all() {
        remark_on_keys();
        for (const auto& rule : descriptor_.columns) remark_on_range(rule);
        return std::move(remarks_);
    }

private:
    void remark_on_keys() {
        const auto& key = descriptor_.key.unique;
        if (key.empty()) return;
        std::string list;
        std::string as_text;
        for (const auto& column : key) {
            if (!has_column(columns_, column)) return;
            list += (list.empty() ? "" : ", ") + identifier(column);
            as_text += fmt::format("{0}::VARCHAR AS {0}, ", identifier(column));
        }
        const auto repeated = database_.query(
            fmt::format("SELECT {}again, count(*) OVER () AS keys FROM (SELECT {}, count(*) AS again FROM {} WHERE {} "
                        "GROUP BY {} HAVING count(*) > 1) ORDER BY {} LIMIT {}",
                        as_text, list, table_, rows_, list, list, kExamples));
        if (repeated.rows() == 0) return;
        std::vector<std::string> examples;
        for (std::size_t row = 0; row < repeated.rows(); ++row) examples.push_back(example(repeated, row, key));
        const auto keys = repeated.integer(0, "keys").value_or(0);
        const bool all_shown = keys == static_cast<std::int64_t>(examples.size());
        remarks_.push_back(fmt::format("{} more than once: {}{}", counted(keys, "key occurs", "keys occur"),
                                       joined(examples, "; "), all_shown ? "" : " …"));
        remark_on_equal_rows();
    }

    void remark_on_equal_rows() {
        const auto found = database_.query(fmt::format(
            "SELECT (SELECT count(*) FROM {0} WHERE {1}) - (SELECT count(*) FROM (SELECT DISTINCT * FROM {0} "
            "WHERE {1})) AS equal",
            table_, rows_));
        const auto equal = found.integer(0, "equal").value_or(0);
        if (equal == 0) return;
        remarks_.push_back(counted(equal, "row repeats", "rows repeat") + " another one in every column");
    }

    void remark_on_range(const ColumnRule& rule) {
        if (!has_column(columns_, rule.name)) return;
        const auto column = identifier(rule.name);
        const auto count = [&](const std::string& condition) {
            const auto found = database_.query(
                fmt::format("SELECT count(*) AS found FROM {} WHERE {} AND ({})", table_, rows_, condition));
            return found.integer(0, "found").value_or(0);
        };
        if (rule.at_least) {
            const auto below = count(fmt::format("{} < {}::DOUBLE", column, *rule.at_least));
            if (below > 0)
                remarks_.push_back(
                    fmt::format("{}: {} below {}, kept", rule.name, counted(below, "value", "values"), *rule.at_least));
        }
        if (rule.at_most) {
            const auto above = count(fmt::format("{} > {}::DOUBLE", column, *rule.at_most));
            if (above > 0)
                remarks_.push_back(
                    fmt::format("{}: {} above {}, kept", rule.name, counted(above, "value", "values"), *rule.at_most));
        }
    }

    const Database& database_;
    const Descriptor& descriptor_;
    std::string table_;
    std::string rows_;
    std::vector<TableColumn> columns_;
    std::vector<std::string> remarks_;
};

}  // namespace

std::vector<StoredVariable> count_columns(const Database& database, const ImportedFile& file,
                                          const Descriptor& descriptor) {
    const auto columns = columns_of(database, file.table);
    std::set<std::string> flags;
    for (const auto& column : columns) {
        const auto flag = not_applicable_name(column.name);
        if (has_column(columns, flag)) flags.insert(plain_name(flag));
    }
    std::string questions = "count(*) AS all_rows";
    std::vector<StoredVariable> variables;
    for (const auto& column : columns) {
        if (flags.contains(plain_name(column.name))) continue;
        const auto place = variables.size();
        const auto flag = not_applicable_name(column.name);
        questions += fmt::format(", count({}) AS \"p{}\", {} AS \"n{}\"", identifier(column.name), place,
                                 flags.contains(plain_name(flag)) ? "count_if(" + identifier(flag) + ')' : "0", place);
        variables.push_back(described(column, file, descriptor));
    }
    const auto counts = database.query(fmt::format("SELECT {} FROM {}", questions, identifier(file.table)));
    const auto rows = counts.integer(0, "all_rows").value_or(0);
    for (std::size_t place = 0; place < variables.size(); ++place) {
        auto& variable = variables[place];
        variable.present = counts.integer(0, fmt::format("p{}", place)).value_or(0);
        variable.not_applicable = counts.integer(0, fmt::format("n{}", place)).value_or(0);
        variable.missing = rows - variable.present - variable.not_applicable;
    }
    return variables;
}

std::vector<std::string> remarks_on_table(const Database& database, const ImportedFile& file,
                                          const Descriptor& descriptor, const std::string& rows) {
    return TableRemarks(database, file, descriptor, rows).all();
}

}  // namespace entente::datasets
