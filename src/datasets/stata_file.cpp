#include "datasets/stata_file.hpp"

#include <readstat.h>

#include <chrono>
#include <cmath>
#include <cstdint>
#include <memory>
#include <set>
#include <string_view>
#include <vector>

#include "core/date.hpp"
#include "datasets/csv_writer.hpp"
#include "datasets/text_encoding.hpp"

namespace entente::datasets {

namespace {

struct Column {
    std::string name;
    bool is_day = false;
};

struct Table {
    CsvWriter& writer;
    ApartReport& report;
    std::size_t most_columns;
    int release = 0;
    std::int64_t rows = 0;
    std::vector<Column> columns;
    std::int64_t rows_begun = 0;
    bool header_written = false;
    std::uint64_t tagged_missing = 0;
    std::uint64_t not_numbers = 0;
    std::set<std::string> labelled;
    std::set<std::string> other_times;
};

// Stata writes days as `%td`, `%-tdD_m_Y`, and before release 10 as `%d`.
bool is_day_format(std::string_view format) {
    if (!format.starts_with('%')) return false;
    format.remove_prefix(1);
    if (format.starts_with('-')) format.remove_prefix(1);
    return format.starts_with("td") || format.starts_with('d');
}

bool is_other_time_format(std::string_view format) {
    return format.starts_with("%t") || format.starts_with("%-t");
}

// Stata counts days from the first of January 1960.
std::string day_text(double days) {
    constexpr double kFirst = -715'000;  // in the years 3 and 9988: ISO dates have four digits
    constexpr double kLast = 2'932'000;
    if (days < kFirst || days > kLast) return decimal(days);
    const Day epoch = make_day(1960, 1, 1);
    return to_text(epoch + std::chrono::days(static_cast<int>(std::floor(days))));
}

int stop(Table& table, std::string why_not, std::string advice) {
    table.report.why_not = std::move(why_not);
    table.report.advice = std::move(advice);
    return READSTAT_HANDLER_ABORT;
}

int on_metadata(readstat_metadata_t* metadata, void* context) {
    auto& table = *static_cast<Table*>(context);
    table.release = static_cast<int>(metadata->file_format_version);
    table.rows = metadata->row_count;
    if (metadata->var_count <= 0) return stop(table, "is a Stata file without columns", "download it anew");
    if (static_cast<std::uint64_t>(metadata->var_count) > table.most_columns) {
        return stop(table,
                    "is a Stata file that says it has " + std::to_string(metadata->var_count) + " columns, more than " +
                        std::to_string(table.most_columns),
                    "download it anew; a table of states and years has far fewer");
    }
    return READSTAT_HANDLER_OK;
}

int on_variable(int /*index*/, readstat_variable_t* variable, const char* labels, void* context) {
    auto& table = *static_cast<Table*>(context);
    const std::string_view format = variable->format;
    Column column{utf8_of(variable->name), is_day_format(format)};
    if (labels != nullptr && *labels != '\0') table.labelled.insert(column.name);
    if (!column.is_day && is_other_time_format(format)) {
        table.other_times.insert(column.name + " (" + utf8_of(format) + ")");
    }
    table.columns.push_back(std::move(column));
    return READSTAT_HANDLER_OK;
}

void write_header(Table& table) {
    for (const auto& column : table.columns) table.writer.cell(column.name);
    table.writer.end_row();
    table.header_written = true;
}

std::string cell_text(readstat_value_t value, bool is_day, Table& table) {
    const auto type = readstat_value_type(value);
    if (readstat_type_class(type) == READSTAT_TYPE_CLASS_STRING) {
        const char* text = readstat_string_value(value);
        return text == nullptr ? std::string() : utf8_of(text);
    }
    if (readstat_value_is_tagged_missing(value) != 0) ++table.tagged_missing;
    if (readstat_value_is_tagged_missing(value) != 0 || readstat_value_is_system_missing(value) != 0) return {};
    if (type == READSTAT_TYPE_FLOAT || type == READSTAT_TYPE_DOUBLE) {
        const bool single = type == READSTAT_TYPE_FLOAT;
        const float narrow = single ? readstat_float_value(value) : 0;
        const double number = single ? static_cast<double>(narrow) : readstat_double_value(value);
        if (!std::isfinite(number)) {
            ++table.not_numbers;
            return {};
        }
        if (is_day) return day_text(number);
        return single ? decimal(narrow) : decimal(number);
    }
    const int number = readstat_int32_value(value);
    return is_day ? day_text(number) : std::to_string(number);
}

int on_value(int row, readstat_variable_t* variable, readstat_value_t value, void* context) {
    auto& table = *static_cast<Table*>(context);
    const auto column = static_cast<std::size_t>(variable->index);
    if (column >= table.columns.size()) return stop(table, "is a damaged Stata file", "download it anew");
    if (!table.header_written) write_header(table);
    if (column == 0) table.rows_begun = row + std::int64_t{1};
    table.writer.cell(cell_text(value, table.columns[column].is_day, table));
    if (column + 1 == table.columns.size()) table.writer.end_row();
    if (!table.writer.good()) {
        return stop(table, "is a Stata file too large to unpack", "free some space in the folder for temporary files");
    }
    return READSTAT_HANDLER_OK;
}

void explain(readstat_error_t error, Table& table) {
    auto& report = table.report;
    if (!report.why_not.empty()) return;
    if (error == READSTAT_ERROR_READ || error == READSTAT_ERROR_SEEK) {
        report.why_not = "is a Stata file that is cut off";
        if (table.rows_begun > 0) {
            report.why_not += " in row " + std::to_string(table.rows_begun + 1) + " of " + std::to_string(table.rows);
        }
    } else if (error == READSTAT_ERROR_UNSUPPORTED_FILE_FORMAT_VERSION) {
        report.why_not = "is of a release of Stata that cannot be read";
        report.advice = "in Stata, save it with `saveold …, version(13)`, or export it as CSV";
        return;
    } else {
        report.why_not = std::string("is a damaged Stata file: ") + readstat_error_message(error);
    }
    report.advice = "download it anew";
}

std::string some_of(const std::set<std::string>& names) {
    constexpr std::size_t kShown = 5;
    std::string text;
    std::size_t shown = 0;
    for (const auto& name : names) {
        if (shown == kShown) return text + " and " + std::to_string(names.size() - kShown) + " more";
        text += (shown++ == 0 ? "" : ", ") + name;
    }
    return text;
}

void remark(const Table& table) {
    auto& remarks = table.report.remarks;
    if (table.tagged_missing > 0) {
        remarks.push_back("values of Stata's extended missing codes .a to .z taken as missing: " +
                          std::to_string(table.tagged_missing));
    }
    if (table.not_numbers > 0) {
        remarks.push_back("values that are not finite numbers taken as missing: " + std::to_string(table.not_numbers));
    }
    if (!table.labelled.empty()) remarks.push_back("numbers kept, not their labels: " + some_of(table.labelled));
    if (!table.other_times.empty()) {
        remarks.push_back("times that are not days, kept as Stata's numbers: " + some_of(table.other_times));
    }
}

}  // namespace

ApartReport stata_table(const std::string& path, const std::filesystem::path& folder, std::size_t most_columns) {
    ApartReport report;
    CsvWriter writer(table_file(folder, 0));
    Table table{.writer = writer,
                .report = report,
                .most_columns = most_columns,
                .columns = {},
                .labelled = {},
                .other_times = {}};
    const std::unique_ptr<readstat_parser_t, void (*)(readstat_parser_t*)> parser(readstat_parser_init(),
                                                                                  readstat_parser_free);
    readstat_set_metadata_handler(parser.get(), on_metadata);
    readstat_set_variable_handler(parser.get(), on_variable);
    readstat_set_value_handler(parser.get(), on_value);
    // Text as found: a single bad byte would otherwise stop the reading.
    readstat_set_handler_character_encoding(parser.get(), nullptr);
    const readstat_error_t error = readstat_parse_dta(parser.get(), path.c_str(), &table);
    report.format = "Stata " + std::to_string(table.release);
    constexpr int kFirstInUtf8 = 118;
    report.encoding = table.release >= kFirstInUtf8 ? "UTF-8" : "Windows-1252";
    if (error != READSTAT_OK) {
        explain(error, table);
        return report;
    }
    if (!table.header_written) write_header(table);
    if (!writer.finish()) {
        report.why_not = "is a Stata file too large to unpack";
        report.advice = "free some space in the folder for temporary files";
        return report;
    }
    report.sheet_names.emplace_back();
    remark(table);
    return report;
}

}  // namespace entente::datasets
