#include <fcntl.h>
#include <readstat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <limits>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "core/error.hpp"
#include "panels/write_panel.hpp"

namespace entente::panels {
namespace {

using datasets::Column;
using datasets::identifier;

constexpr std::int64_t kRowsAtOnce = 100'000;
constexpr std::size_t kLongestName = 32;              // of a variable, in Stata
constexpr std::size_t kLongestLabel = 80;             // characters
constexpr std::int64_t kLongestText = 2045;           // bytes of a text that is no strL
constexpr std::int64_t kLargestLong = 2'147'483'620;  // Stata keeps the larger ones for missing values

class OutputFile {
public:
    explicit OutputFile(const std::filesystem::path& path)
        // NOLINTNEXTLINE(cppcoreguidelines-pro-type-vararg): POSIX
        : file_(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644)) {
        if (file_ < 0) throw Error(ErrorKind::Fault, path.string() + " cannot be written");
    }
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile() { (void)::close(file_); }

    bool write(const char* bytes, std::size_t size) {
        buffer_.append(bytes, size);
        return buffer_.size() < kBufferBytes || flush();
    }
    bool flush() {
        std::size_t done = 0;
        while (done < buffer_.size()) {
            const auto some = ::write(file_, buffer_.data() + done, buffer_.size() - done);
            if (some <= 0) return false;
            done += static_cast<std::size_t>(some);
        }
        buffer_.clear();
        return true;
    }

private:
    static constexpr std::size_t kBufferBytes = std::size_t{1} << 20U;
    int file_;
    std::string buffer_;
};

ssize_t write_bytes(const void* bytes, size_t size, void* file) {
    const bool written = static_cast<OutputFile*>(file)->write(static_cast<const char*>(bytes), size);
    return written ? static_cast<ssize_t>(size) : -1;
}

void check(readstat_error_t result) {
    if (result != READSTAT_OK) {
        throw Error(ErrorKind::Fault,
                    std::string("the Stata file cannot be written: ") + readstat_error_message(result));
    }
}

struct StataColumn {
    WrittenColumn written;
    readstat_type_t type = READSTAT_TYPE_DOUBLE;
    std::size_t text_bytes = 0;
    readstat_variable_t* variable = nullptr;
};

bool is_integer(const Column& column) {
    return std::holds_alternative<Column::Integers>(column.values);
}

// The smallest type that holds all values of the column.
void choose_type(const datasets::Database& database, StataColumn& column) {
    const auto& expression = column.written.expression;
    const auto sample = database.query(fmt::format("SELECT {} AS one FROM panel_in_order LIMIT 0", expression));
    const auto& one = sample.columns().front();
    if (std::holds_alternative<Column::Texts>(one.values)) {
        const auto longest = database.query(
            fmt::format("SELECT max(strlen(CAST({} AS VARCHAR))) AS bytes FROM panel_in_order", expression));
        const auto bytes = longest.integer(0, "bytes").value_or(1);
        require(bytes <= kLongestText, "a text of " + column.written.name + " is too long for a Stata file",
                "write the panel as .parquet or .csv");
        column.type = READSTAT_TYPE_STRING;
        column.text_bytes = static_cast<std::size_t>(std::max<std::int64_t>(bytes, 1));
        return;
    }
    if (!is_integer(one)) return;
    const auto span = database.query(fmt::format(
        "SELECT CAST(min({0}) AS BIGINT) AS least, CAST(max({0}) AS BIGINT) AS most FROM panel_in_order", expression));
    const auto least = span.integer(0, "least").value_or(0);
    const auto most = span.integer(0, "most").value_or(0);
    if (least >= -127 && most <= 100) {
        column.type = READSTAT_TYPE_INT8;
    } else if (least >= -32'767 && most <= 32'740) {
        column.type = READSTAT_TYPE_INT16;
    } else if (least >= -kLargestLong && most <= kLargestLong) {
        column.type = READSTAT_TYPE_INT32;
    }
}

// What the end of a name says must survive its shortening: `_1` is the first state, `_na` not applicable.
std::string ending_of(std::string_view name) {
    constexpr std::string_view kNotApplicable = "_not_applicable";
    std::string ending;
    if (name.ends_with(kNotApplicable)) {
        ending = "_na";
        name.remove_suffix(kNotApplicable.size());
    }
    for (const std::string_view side : {"_1", "_2", "_12", "_21"}) {
        if (name.ends_with(side)) return std::string(side) + ending;
    }
    return ending;
}

// `name` with its stem cut to what Stata takes; a letter keeps two cut ones apart.
std::string stata_name(const std::string& name, std::set<std::string>& taken) {
    if (name.size() <= kLongestName && taken.insert(name).second) return name;
    const auto ending = ending_of(name);
    for (char letter = 'a';; ++letter) {
        const auto mark = letter == 'a' ? std::string() : std::string("_") + letter;
        auto short_name = name.substr(0, kLongestName - ending.size() - mark.size()) + mark + ending;
        if (taken.insert(short_name).second) return short_name;
        ensure(letter < 'z', "more than 26 variables share a name of Stata's length");
    }
}

std::string shortened_label(const std::string& label) {
    std::size_t characters = 0;
    for (std::size_t i = 0; i < label.size(); ++i) {
        const bool begins = (static_cast<unsigned char>(label[i]) & 0xC0U) != 0x80U;
        if (begins && ++characters > kLongestLabel) return label.substr(0, i);
    }
    return label;
}

char tag_of(std::int64_t reason) {
    switch (static_cast<Reason>(reason)) {
        case Reason::NotApplicable:
            return 'a';
        case Reason::OutsideCoverage:
            return 'b';
        case Reason::Several:
        case Reason::AmbiguousState:
            return 'c';
        default:
            return 0;
    }
}

void insert_value(readstat_writer_t* writer, const StataColumn& column, const Column& values, std::size_t row) {
    if (column.type == READSTAT_TYPE_STRING) {
        check(
            readstat_insert_string_value(writer, column.variable, std::get<Column::Texts>(values.values)[row].c_str()));
        return;
    }
    if (const auto* integers = std::get_if<Column::Integers>(&values.values)) {
        const auto value = (*integers)[row];
        if (column.type == READSTAT_TYPE_INT8) {
            check(readstat_insert_int8_value(writer, column.variable, static_cast<std::int8_t>(value)));
        } else if (column.type == READSTAT_TYPE_INT16) {
            check(readstat_insert_int16_value(writer, column.variable, static_cast<std::int16_t>(value)));
        } else if (column.type == READSTAT_TYPE_INT32) {
            check(readstat_insert_int32_value(writer, column.variable, static_cast<std::int32_t>(value)));
        } else {
            check(readstat_insert_double_value(writer, column.variable, static_cast<double>(value)));
        }
        return;
    }
    check(readstat_insert_double_value(writer, column.variable, std::get<Column::Numbers>(values.values)[row]));
}

void insert_missing(readstat_writer_t* writer, const StataColumn& column, const Column* reasons, std::size_t row) {
    const char tag = reasons == nullptr ? '\0' : tag_of(std::get<Column::Integers>(reasons->values)[row]);
    if (tag == 0 || column.type == READSTAT_TYPE_STRING) {
        check(readstat_insert_missing_value(writer, column.variable));
    } else {
        check(readstat_insert_tagged_missing_value(writer, column.variable, tag));
    }
}

readstat_label_set_t* add_labels(readstat_writer_t* writer, readstat_type_t type, const char* name) {
    auto* labels = readstat_add_label_set(writer, type, name);
    readstat_label_tagged_value(labels, 'a', "not applicable");
    readstat_label_tagged_value(labels, 'b', "outside coverage");
    readstat_label_tagged_value(labels, 'c', "several values, or an ambiguous state");
    return labels;
}

void write_rows(const datasets::Database& database, const Panel& panel, const std::vector<StataColumn>& columns,
                readstat_writer_t* writer) {
    std::string select;
    std::vector<std::size_t> reason_places(columns.size(), 0);
    std::size_t places = 0;
    for (std::size_t i = 0; i < columns.size(); ++i, ++places) {
        select += fmt::format("{}{} AS c{}", select.empty() ? "" : ", ", columns[i].written.expression, i);
        if (columns[i].written.column == nullptr) continue;
        select += fmt::format(", CAST({} AS BIGINT) AS r{}", identifier(reason_column(columns[i].written.name)), i);
        reason_places[i] = ++places;
    }
    for (std::int64_t from = 0; from < panel.frame.rows; from += kRowsAtOnce) {
        const auto part =
            database.query(fmt::format("SELECT {} FROM panel_in_order WHERE rowid >= {} AND rowid < {} ORDER BY rowid",
                                       select, from, from + kRowsAtOnce));
        for (std::size_t row = 0; row < part.rows(); ++row) {
            check(readstat_begin_row(writer));
            std::size_t place = 0;
            for (std::size_t i = 0; i < columns.size(); ++i, ++place) {
                const auto& values = part.columns()[place];
                const auto* reasons = reason_places[i] == 0 ? nullptr : &part.columns()[++place];
                if (values.present[row] != 0) {
                    insert_value(writer, columns[i], values, row);
                } else {
                    insert_missing(writer, columns[i], reasons, row);
                }
            }
            check(readstat_end_row(writer));
        }
    }
}

}  // namespace

void write_stata(const Panel& panel, const DataAtHand& data, const std::filesystem::path& file) {
    const std::unique_ptr<readstat_writer_t, void (*)(readstat_writer_t*)> writer(readstat_writer_init(),
                                                                                  readstat_writer_free);
    ensure(writer != nullptr, "ReadStat gives no writer");
    OutputFile output(file);
    check(readstat_set_data_writer(writer.get(), write_bytes));
    check(readstat_writer_set_file_format_version(writer.get(), 118));
    // The same panel gives the same bytes, so no clock is asked.
    check(readstat_writer_set_file_timestamp(writer.get(), 0));
    check(readstat_writer_set_file_label(
        writer.get(),
        fmt::format("{} panel {}-{}", name_of(panel.frame.unit), panel.frame.from, panel.frame.to).c_str()));
    // Asked for the range of each column, then read in pieces.
    keep_in_order(data, panel.frame);
    data.database().run("CREATE OR REPLACE TEMPORARY TABLE panel_in_order AS SELECT * FROM panel");
    auto* whole_labels = add_labels(writer.get(), READSTAT_TYPE_INT32, "why_missing");
    std::vector<StataColumn> columns;
    std::set<std::string> taken;
    for (auto& written : written_columns(panel)) {
        StataColumn column;
        column.written = std::move(written);
        choose_type(data.database(), column);
        column.variable = readstat_add_variable(writer.get(), stata_name(column.written.name, taken).c_str(),
                                                column.type, column.text_bytes);
        readstat_variable_set_label(column.variable, shortened_label(column.written.label).c_str());
        const bool whole = column.type != READSTAT_TYPE_STRING && column.type != READSTAT_TYPE_DOUBLE;
        if (column.written.column != nullptr && whole) readstat_variable_set_label_set(column.variable, whole_labels);
        columns.push_back(std::move(column));
    }
    check(readstat_begin_writing_dta(writer.get(), &output, panel.frame.rows));
    write_rows(data.database(), panel, columns, writer.get());
    check(readstat_end_writing(writer.get()));
    if (!output.flush()) throw Error(ErrorKind::Fault, "the Stata file cannot be written: the disk took no more");
}

}  // namespace entente::panels
