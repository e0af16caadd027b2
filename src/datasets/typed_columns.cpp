#include "datasets/typed_columns.hpp"

#include <fmt/format.h>

#include "datasets/column_names.hpp"
#include "datasets/sheet_relation.hpp"
#include "datasets/text_relation.hpp"

namespace entente::datasets {

namespace {

// Above this the whole numbers of a double have gaps.
constexpr std::string_view kLargestExact = "9007199254740992";

constexpr std::string_view kFunctions = R"(
CREATE OR REPLACE TEMPORARY MACRO entente_day(y, m, d) AS
    TRY_CAST(y || '-' || lpad(m, 2, '0') || '-' || lpad(d, 2, '0') AS DATE)::VARCHAR;
CREATE OR REPLACE TEMPORARY MACRO entente_month(y, m) AS
    CASE WHEN TRY_CAST(m AS INTEGER) BETWEEN 1 AND 12 THEN y || '-' || lpad(m, 2, '0') END;
CREATE OR REPLACE TEMPORARY MACRO entente_date(t) AS CASE
    WHEN regexp_full_match(t, '[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([T ].*)?')
        THEN entente_day(t[1:4], regexp_extract(t, '-([0-9]+)-', 1), regexp_extract(t, '-([0-9]+)([T ].*)?$', 1))
    WHEN regexp_full_match(t, '[0-9]{8}') THEN entente_day(t[1:4], t[5:6], t[7:8])
    WHEN regexp_full_match(t, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}')
        THEN entente_day(t[-4:], split_part(t, '/', 1), split_part(t, '/', 2))
    WHEN regexp_full_match(t, '[0-9]{4}-[0-9]{1,2}(-([xX]{2}|[?]{2}|0|00))?') THEN entente_month(t[1:4], split_part(t, '-', 2))
    WHEN regexp_full_match(t, '[0-9]{6}') THEN entente_month(t[1:4], t[5:6])
    WHEN regexp_full_match(t, '[0-9]{4}(-([xX]{2}|[?]{2})){0,2}') THEN t[1:4]
    END;
CREATE OR REPLACE TEMPORARY MACRO entente_year(t) AS CASE
    WHEN regexp_full_match(t, '[0-9]{4}([0-9]{2}){0,2}([.]0*)?') THEN t[1:4]::BIGINT
    WHEN regexp_full_match(t, '[0-9]{4}-.*') THEN t[1:4]::BIGINT
    WHEN regexp_full_match(t, '[0-9]{1,2}/[0-9]{1,2}/[0-9]{4}') THEN t[-4:]::BIGINT
    END;
)";

std::string numbers(const std::vector<double>& values) {
    std::string list;
    for (const double value : values) list += fmt::format("{}{}::DOUBLE", list.empty() ? "" : ", ", value);
    return '(' + list + ')';
}

std::vector<std::string> words_of(const PlannedColumn& column) {
    auto words = column.missing.words;
    words.insert(words.end(), column.not_applicable.words.begin(), column.not_applicable.words.end());
    return words;
}

bool is_number(const PlannedColumn& column) {
    return column.type == ColumnType::Number || column.type == ColumnType::Integer;
}

// A text that is to become a number. Only a cell that begins with a blank can be a blank one, and blanks around a
// number do not matter: trimming every cell would take longer than reading it.
std::string without_words(const PlannedColumn& column, const std::string& text) {
    const auto words = words_of(column);
    if (words.empty()) return fmt::format("CASE WHEN {0} < '!' THEN {1} ELSE {0} END", text, trimmed(text));
    return fmt::format("CASE WHEN trim({}) IN {} THEN NULL ELSE {} END", text, literals(words), trimmed(text));
}

std::string value_name(std::size_t place) {
    return fmt::format("\"v{}\"", place);
}
std::string word_name(std::size_t place) {
    return fmt::format("\"a{}\"", place);
}

// What the cells of an undeclared column are, from the narrowest to the widest.
constexpr int kNothing = 0;
constexpr int kWhole = 1;
constexpr int kPart = 2;
constexpr int kWord = 3;

// Over `t3`, the cell, and `n3`, its number if it is one. `007` is a name made of digits, and no number has `_` in it.
std::string kind_of_cell(const PlannedColumn& column, std::size_t place) {
    const auto words = words_of(column);
    auto codes = column.missing.numbers;
    codes.insert(codes.end(), column.not_applicable.numbers.begin(), column.not_applicable.numbers.end());
    const auto is_word = words.empty() ? std::string() : fmt::format(" OR t{} IN {}", place, literals(words));
    const auto is_number =
        codes.empty() ? std::string() : fmt::format(" WHEN n{} IN {} THEN {}", place, numbers(codes), kNothing);
    return fmt::format(
        "CASE WHEN t{0} IS NULL{1} THEN {2}{3} WHEN n{0} IS NULL OR NOT abs(n{0}) <= {4} OR contains(t{0}, '_') OR "
        "(t{0} "
        ">= '00' AND t{0} < '0:') THEN {5} WHEN n{0} <> trunc(n{0}) THEN {6} ELSE {7} END",
        place, is_word, kNothing, is_number, kLargestExact, kWord, kPart, kWhole);
}

}  // namespace

void create_reading_functions(Database& database) {
    database.run(std::string(kFunctions));
}

std::string read_value(const PlannedColumn& column, std::size_t place) {
    const auto text = text_column(place);
    std::string expression;
    if (is_number(column)) {
        expression = fmt::format("CAST({} AS DOUBLE)", without_words(column, text));
    } else {
        expression = text_without_codes(column, text);
    }
    expression += " AS " + value_name(place);
    if (!column.not_applicable.texts.empty()) {
        expression +=
            fmt::format(", coalesce({}, false) AS {}", is_code(column.not_applicable, text), word_name(place));
    }
    return expression;
}

std::string stored_value(const PlannedColumn& column, std::size_t place) {
    const auto value = value_name(place);
    std::string expression = value;
    if (is_number(column)) {
        auto codes = column.missing.numbers;
        codes.insert(codes.end(), column.not_applicable.numbers.begin(), column.not_applicable.numbers.end());
        const auto missing =
            codes.empty() ? std::string() : fmt::format(" WHEN {} IN {} THEN NULL", value, numbers(codes));
        const auto wrong = column.type == ColumnType::Integer
                               ? fmt::format("NOT abs({0}) <= {1} OR {0} <> trunc({0})", value, kLargestExact)
                               : fmt::format("NOT isfinite({})", value);
        expression = fmt::format("CAST(CASE{} WHEN {} THEN error('unreadable') ELSE {} END AS {})", missing, wrong,
                                 value, column.type == ColumnType::Integer ? "BIGINT" : "DOUBLE");
    } else if (column.type == ColumnType::Date) {
        expression = fmt::format(
            "CASE WHEN {0} IS NOT NULL AND entente_date({0}) IS NULL THEN error('unreadable') ELSE entente_date({0}) "
            "END",
            value);
    }
    expression += " AS " + identifier(column.name);
    if (!column.not_applicable.texts.empty()) {
        expression += fmt::format(", {} AS {}", word_name(place), identifier(not_applicable_name(column.name)));
    }
    return expression;
}

std::string unreadable(const PlannedColumn& column, const std::string& text) {
    const auto left = text_without_codes(column, text);
    switch (column.type) {
        case ColumnType::Number:
            return fmt::format("({0} IS NOT NULL AND NOT coalesce(isfinite(TRY_CAST({0} AS DOUBLE)), false))", left);
        case ColumnType::Integer:
            return fmt::format(
                "({0} IS NOT NULL AND NOT coalesce(abs(TRY_CAST({0} AS DOUBLE)) <= {1} AND TRY_CAST({0} AS DOUBLE) = "
                "trunc(TRY_CAST({0} AS DOUBLE)), false))",
                left, kLargestExact);
        case ColumnType::Date:
            return fmt::format("({0} IS NOT NULL AND entente_date({0}) IS NULL)", left);
        case ColumnType::Text:
            break;
    }
    return "false";
}

std::string is_code(const Codes& codes, const std::string& text) {
    std::string condition = codes.texts.empty() ? "false" : fmt::format("trim({}) IN {}", text, literals(codes.texts));
    if (!codes.numbers.empty()) {
        condition +=
            fmt::format(" OR coalesce(TRY_CAST({} AS DOUBLE) IN {}, false)", trimmed(text), numbers(codes.numbers));
    }
    return '(' + condition + ')';
}

std::string text_without_codes(const PlannedColumn& column, const std::string& text) {
    auto codes = column.missing;
    const auto& others = column.not_applicable;
    codes.texts.insert(codes.texts.end(), others.texts.begin(), others.texts.end());
    codes.numbers.insert(codes.numbers.end(), others.numbers.begin(), others.numbers.end());
    if (codes.texts.empty()) return trimmed(text);
    return fmt::format("CASE WHEN {} THEN NULL ELSE {} END", is_code(codes, text), trimmed(text));
}

bool find_types(Database& database, ImportPlan& plan, const std::string& relation) {
    std::string texts;
    std::string values;
    std::string kinds;
    for (std::size_t place = 0; place < plan.columns.size(); ++place) {
        const auto& column = plan.columns[place];
        if (column.declared) continue;
        const auto* separator = texts.empty() ? "" : ", ";
        texts += fmt::format("{}{} AS t{}", separator, trimmed(text_column(place)), place);
        values += fmt::format("{0}t{1}, TRY_CAST(t{1} AS DOUBLE) AS n{1}", separator, place);
        kinds += fmt::format("{}max({}) AS k{}", separator, kind_of_cell(column, place), place);
    }
    if (texts.empty()) return true;
    const auto trouble = database.try_run(fmt::format(
        "CREATE OR REPLACE TEMPORARY TABLE entente_types AS SELECT {} FROM (SELECT {} FROM (SELECT {} FROM {}))", kinds,
        values, texts, relation));
    if (!trouble.empty()) return false;
    const auto found = database.query("SELECT * FROM entente_types");
    for (std::size_t place = 0; place < plan.columns.size(); ++place) {
        auto& column = plan.columns[place];
        if (column.declared) continue;
        const auto kind = found.integer(0, fmt::format("k{}", place)).value_or(kNothing);
        column.is_empty = kind == kNothing;
        column.type = kind == kWhole ? ColumnType::Integer : kind == kPart ? ColumnType::Number : ColumnType::Text;
    }
    return true;
}

}  // namespace entente::datasets
