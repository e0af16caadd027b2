#include "datasets/text_relation.hpp"

#include <algorithm>
#include <optional>
#include <span>

#include <fmt/format.h>

#include "core/text.hpp"
#include "datasets/column_names.hpp"
#include "datasets/sheet_relation.hpp"
#include "datasets/title_pattern.hpp"
#include "datasets/typed_columns.hpp"

namespace entente::datasets {

namespace {

constexpr std::string_view kUnpivoted = "entente_unpivoted";

// The text of a title column, from the lines above the header. A title with an unquoted separator in it was cut into
// cells: the whole line is tried too.
std::optional<std::string> title_text(const TitleColumn& title, const PlannedSheet& sheet) {
    const std::span lines(sheet.sheet->head.data(), sheet.header_row);
    if (auto found = match_title(title.pattern, lines)) return found;
    std::vector<std::vector<std::string>> whole;
    const std::string separator(1, sheet.sheet->dialect.delimiter);
    for (const auto& line : lines) whole.push_back({joined(line, separator)});
    return match_title(title.pattern, whole);
}

class TextRelation {
public:
    TextRelation(Database& database, ImportPlan& plan, const std::string& shown_as, Problems& problems)
        : database_(database), plan_(plan), shown_as_(shown_as), problems_(problems) {}

    std::string make() {
        if (!count_dropped()) return {};
        if (!is_unpivoted(*plan_.descriptor)) {
            const auto& sheet = plan_.sheets.front();
            return sheet.parted.empty() ? rows_of(sheet) : parted_rows(sheet);
        }
        std::string relation = unpivoted(plan_.sheets.front());
        for (std::size_t next = 1; next < plan_.sheets.size(); ++next) relation = with(relation, next);
        return materialised(relation);
    }

private:
    // Which rows of a sheet are left out; empty where none are.
    [[nodiscard]] std::string dropped(const PlannedSheet& sheet) const {
        std::string condition;
        for (const auto& rule : plan_.descriptor->drop_rows) {
            for (const auto& header : sheet.headers) {
                const bool here =
                    same_name(header.header, rule.column) ||
                    (header.cells == CellsAre::Column && same_name(plan_.columns[header.column].name, rule.column));
                if (!here) continue;
                condition += fmt::format("{}coalesce(trim({}), '') IN {}", condition.empty() ? "" : " OR ",
                                         raw_column(header.place), literals(rule.equals));
                break;
            }
        }
        return condition;
    }

    [[nodiscard]] std::string kept_rows(const PlannedSheet& sheet) const {
        const auto condition = dropped(sheet);
        return read_sheet(*sheet.sheet, sheet.header_row) + (condition.empty() ? "" : " WHERE NOT (" + condition + ')');
    }

    // `conttype is 0`, `country is empty or Total`
    [[nodiscard]] std::string dropped_in_words() const {
        std::vector<std::string> rules;
        for (const auto& rule : plan_.descriptor->drop_rows) {
            std::vector<std::string> texts;
            for (const auto& text : rule.equals) texts.push_back(text.empty() ? "empty" : text);
            const auto count = texts.size();
            rules.push_back(rule.column +
                            (count > 3 ? fmt::format(" is one of {} texts", count) : " is " + joined(texts, " or ")));
        }
        return joined(rules, ", or ");
    }

    // False if a sheet cannot be read.
    bool count_dropped() {
        std::int64_t rows = 0;
        for (const auto& sheet : plan_.sheets) {
            const auto condition = dropped(sheet);
            if (condition.empty()) continue;
            const auto statement = fmt::format(
                "CREATE OR REPLACE TEMPORARY TABLE entente_dropped AS "
                "SELECT count(*) AS found FROM {} WHERE {}",
                read_sheet(*sheet.sheet, sheet.header_row), condition);
            if (!database_.try_run(statement).empty()) return false;
            rows += database_.query("SELECT found FROM entente_dropped").integer(0, "found").value_or(0);
        }
        if (rows > 0) {
            plan_.remarks.push_back(
                fmt::format("{} left out: {}", rows == 1 ? "1 row" : fmt::format("{} rows", rows), dropped_in_words()));
        }
        return true;
    }

    // `'Albania' AS t3` for each column that a title fills.
    std::string titles(const PlannedSheet& sheet) {
        std::string list;
        for (const auto& title : plan_.descriptor->title_columns) {
            const auto text = title_text(title, sheet);
            if (!text) {
                problems_.error({shown_as_, 1, 1}, "no line above the header names the " + title.column,
                                "the descriptor expects the pattern " + title.pattern);
                continue;
            }
            list += fmt::format(", {} AS {}", literal(*text), text_column(place_of(title.column)));
        }
        return list;
    }

    [[nodiscard]] std::size_t place_of(const std::string& name) const {
        return static_cast<std::size_t>(plan_.find(name) - plan_.columns.data());
    }

    [[nodiscard]] std::string columns_of(const PlannedSheet& sheet) const {
        std::string list;
        for (const auto& header : sheet.headers) {
            if (header.cells != CellsAre::Column) continue;
            list += fmt::format("{}{} AS {}", list.empty() ? "" : ", ", raw_column(header.place),
                                text_column(header.column));
        }
        if (sheet.made_year) list += ", " + year_from_number(*sheet.made_year);
        return list;
    }

    // `1` → `1946`, as a text like any other cell; what is no number makes no year.
    [[nodiscard]] std::string year_from_number(const MadeYear& made) const {
        const auto number = text_without_codes(plan_.columns[made.number], raw_column(made.place));
        return fmt::format("CAST(CAST(TRY_CAST({} AS DOUBLE) + {} AS BIGINT) AS VARCHAR) AS {}", number,
                           plan_.descriptor->key.year_offset, text_column(made.year));
    }

    std::string rows_of(const PlannedSheet& sheet) {
        return fmt::format("(SELECT {}{} FROM {})", columns_of(sheet), titles(sheet), kept_rows(sheet));
    }

    // Rows that agree in all else become one row, each filling the columns that are its own. A second row of the same
    // kind stays a row: nothing is merged that the file has twice.
    std::string parted_rows(const PlannedSheet& sheet) {
        std::vector<const RowCondition*> conditions;
        const auto number_of = [&](const RowCondition& wanted) {
            const auto known = std::find_if(conditions.begin(), conditions.end(),
                                            [&](const RowCondition* one) { return *one == wanted; });
            const auto number = known - conditions.begin();
            if (known == conditions.end()) conditions.push_back(&wanted);
            return number;
        };
        std::string values;
        std::string cells;
        for (const auto& parted : sheet.parted) {
            values += fmt::format(", max(p{0}) FILTER (entente_kind = {1}) AS {2}", parted.place,
                                  number_of(*parted.rows), text_column(parted.column));
            const auto cell = fmt::format(", {} AS p{}", raw_column(parted.place), parted.place);
            if (cells.find(cell) == std::string::npos) cells += cell;
        }
        std::string kinds;
        for (const auto* one : conditions) {
            kinds += fmt::format(" WHEN coalesce(trim({}), '') IN {} THEN {}", raw_column(sheet.telling),
                                 literals(one->equals), number_of(*one));
        }
        const auto kept = shared_columns(sheet);
        const auto rows =
            fmt::format("(SELECT {}{}{}, CASE{} END AS entente_kind, row_number() OVER () AS entente_row FROM {})",
                        columns_of(sheet), titles(sheet), cells, kinds, kept_rows(sheet));
        if (!count_other_kinds(rows, sheet)) return {};
        return materialised(fmt::format(
            "(SELECT * EXCLUDE (entente_again, entente_first) FROM (SELECT {0}{1}, entente_again, min(entente_row) AS "
            "entente_first FROM (SELECT *, row_number() OVER (PARTITION BY {0}, entente_kind ORDER BY entente_row) AS "
            "entente_again FROM {2} WHERE entente_kind IS NOT NULL) GROUP BY {0}, entente_again) ORDER BY "
            "entente_first)",
            kept, values, rows));
    }

    // What rows have to agree in, to be one row.
    [[nodiscard]] std::string shared_columns(const PlannedSheet& sheet) const {
        std::string list;
        const auto add = [&list](std::size_t column) { list += (list.empty() ? "" : ", ") + text_column(column); };
        for (const auto& header : sheet.headers) {
            if (header.cells == CellsAre::Column) add(header.column);
        }
        if (sheet.made_year) add(sheet.made_year->year);
        for (const auto& title : plan_.descriptor->title_columns) add(place_of(title.column));
        return list;
    }

    // Rows of a kind that no column is of cannot be kept. False if the file cannot be read.
    bool count_other_kinds(const std::string& rows, const PlannedSheet& sheet) {
        const auto statement = fmt::format(
            "CREATE OR REPLACE TEMPORARY TABLE entente_dropped AS SELECT count(*) AS found FROM {} WHERE entente_kind "
            "IS NULL",
            rows);
        if (!database_.try_run(statement).empty()) return false;
        const auto found = database_.query("SELECT found FROM entente_dropped").integer(0, "found").value_or(0);
        if (found > 0) {
            plan_.remarks.push_back(fmt::format("{} left out: no column is of their {}",
                                                found == 1 ? "1 row" : fmt::format("{} rows", found),
                                                sheet.headers[sheet.telling].header));
        }
        return true;
    }

    // Cells without a value stay: what is missing is known to be missing. Rows without any name are blank lines.
    std::string unpivoted(const PlannedSheet& sheet) {
        std::string values;
        std::string names;
        std::string kept;
        for (const auto& header : sheet.headers) {
            if (header.cells == CellsAre::Value) {
                const auto year =
                    plan_.descriptor->layout == Layout::Years ? year_in_header(header.header) : std::nullopt;
                values += ", " + raw_column(header.place);
                names += fmt::format(" WHEN {} THEN {}", literal(fmt::format("c{}", header.place)),
                                     literal(year ? std::to_string(*year) : header.header));
            } else if (header.cells == CellsAre::Column) {
                kept += fmt::format("{}coalesce(trim({}), '') AS {}", kept.empty() ? "" : ", ",
                                    raw_column(header.place), text_column(header.column));
            }
        }
        const auto inner = fmt::format("SELECT * FROM (SELECT {}{} FROM {}) WHERE {}", kept, values, kept_rows(sheet),
                                       any_kept(sheet));
        return fmt::format(
            "(SELECT * EXCLUDE (entente_header, entente_value), CASE entente_header{} END AS {}, entente_value AS {}{} "
            "FROM ({}) UNPIVOT INCLUDE NULLS (entente_value FOR entente_header IN ({})))",
            names, text_column(plan_.unpivoted), text_column(sheet.value), titles(sheet), inner, values.substr(2));
    }

    [[nodiscard]] std::string any_kept(const PlannedSheet& sheet) const {
        std::string any;
        for (const auto& header : sheet.headers) {
            if (header.cells != CellsAre::Column) continue;
            any += (any.empty() ? "" : " OR ") + text_column(header.column) + " <> ''";
        }
        return any.empty() ? "true" : any;
    }

    [[nodiscard]] std::string with(const std::string& relation, std::size_t next) {
        std::string by = text_column(plan_.unpivoted);
        for (const auto column : plan_.shared) by += ", " + text_column(column);
        return fmt::format("({} FULL JOIN {} USING ({}))", relation, unpivoted(plan_.sheets[next]), by);
    }

    std::string materialised(const std::string& relation) {
        std::string order;
        if (plan_.sheets.size() > 1) {
            for (const auto column : plan_.shared) order += text_column(column) + ", ";
            order = " ORDER BY " + order + text_column(plan_.unpivoted);
        }
        if (problems_.has_errors()) return {};
        const auto trouble = database_.try_run(
            fmt::format("CREATE OR REPLACE TEMPORARY TABLE {} AS SELECT * FROM {}{}", kUnpivoted, relation, order));
        return trouble.empty() ? std::string(kUnpivoted) : std::string();
    }

    Database& database_;
    ImportPlan& plan_;
    const std::string& shown_as_;
    Problems& problems_;
};

}  // namespace

std::string text_relation(Database& database, ImportPlan& plan, const std::string& shown_as, Problems& problems) {
    return TextRelation(database, plan, shown_as, problems).make();
}

std::string text_column(std::size_t column) {
    return fmt::format("\"t{}\"", column);
}

}  // namespace entente::datasets
