// figures.toml and figures/*.csv: numbers that sources state, series of them, and numbers derived from them.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "casefile/case_files.hpp"
#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"
#include "textfiles/csv.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;
using textfiles::Value;

constexpr std::array<std::string_view, 5> kStages{"request", "appropriation", "outlay", "plan", "forecast"};

// ISO 4217: three capital letters.
std::string read_currency(EntryReader& reader) {
    std::string currency = reader.text_or("currency", "");
    const auto capital = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const bool code = currency.size() == 3 && std::all_of(currency.begin(), currency.end(), capital);
    if (!currency.empty() && !code) {
        reader.error_at("currency", "'" + currency + "' is not a currency code",
                        "write three capital letters (ISO 4217): USD, JPY");
    }
    return currency;
}

std::string read_stage(EntryReader& reader) {
    std::string stage = reader.text_or("stage", "");
    if (!stage.empty() && std::find(kStages.begin(), kStages.end(), stage) == kStages.end()) {
        reader.error_at("stage", "unknown stage '" + stage + "'",
                        "one of: request, appropriation, outlay, plan, forecast");
    }
    return stage;
}

std::optional<int> read_sample_size(EntryReader& reader) {
    const auto size = reader.integer_if("n");
    if (!size) return std::nullopt;
    if (*size < 1 || *size > std::numeric_limits<int>::max()) {
        reader.error_at("n", "'n' is not a number of people asked", "write a whole number above zero");
        return std::nullopt;
    }
    return static_cast<int>(*size);
}

void read_field_dates(EntryReader& reader, evidence::Figure& figure) {
    figure.field_begin = reader.day_if("field_begin");
    figure.field_end = reader.day_if("field_end");
    if (figure.field_begin && figure.field_end && *figure.field_begin > *figure.field_end) {
        reader.error_at("field_end", "the field work ends before it begins",
                        "exchange field_begin and field_end, or correct one of them");
    }
}

evidence::Figure read_figure(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Figure figure;
    figure.where = table.where;
    figure.id = reader.id();
    figure.name = reader.filled_text("name");
    std::optional<double> value;
    if (reader.require_key("value", "add a line such as: value = 1.5")) value = reader.number_if("value");
    figure.value = value.value_or(0);
    figure.unit = reader.filled_text("unit");
    const auto as_of = reader.required_date("as_of");
    figure.as_of = as_of.value_or(Date{});
    figure.readable = value && as_of;
    figure.definition = reader.filled_text("definition");
    figure.sources = reader.some_citations("sources");
    figure.currency = read_currency(reader);
    figure.price_basis = reader.text_or("price_basis", "");
    figure.exchange_rate = reader.text_or("exchange_rate", "");
    figure.stage = read_stage(reader);
    figure.quantity = reader.text_or("quantity", "");
    figure.actor = reader.text_or("actor", "");
    figure.population = reader.text_or("population", "");
    figure.question = reader.text_or("question", "");
    figure.sample_size = read_sample_size(reader);
    read_field_dates(reader, figure);
    figure.issues = reader.texts("issues");
    figure.rows = reader.texts("rows");
    figure.note = reader.text_or("note", "");
    reader.finish();
    return figure;
}

// A finite number written in full; nothing for anything else.
std::optional<double> parse_number(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return std::nullopt;
    return number;
}

evidence::SeriesPoint read_point(const textfiles::CsvTable::Row& row, Problems& problems) {
    evidence::SeriesPoint point;
    if (const auto date = parse_date(row.cells[0])) {
        point.date = *date;
    } else {
        problems.error(row.where, "'" + row.cells[0] + "' is not a date", "write 2017-02-10, 2017-02 or 2017");
    }
    point.value = parse_number(row.cells[1]);
    if (!point.value && !row.cells[1].empty()) {
        problems.error(row.where, "'" + row.cells[1] + "' is not a number",
                       "write it with a decimal point and no other marks, or leave it empty if it is missing");
    }
    point.note = row.cells[2];
    return point;
}

std::vector<evidence::SeriesPoint> read_points(std::string_view bytes, const std::string& file, Problems& problems) {
    std::vector<evidence::SeriesPoint> points;
    const textfiles::CsvTable table = textfiles::read_csv(bytes, file, problems);
    if (table.header.empty()) return points;  // reported
    if (table.header != std::vector<std::string>{"date", "value", "note"}) {
        problems.error(Position{file, 1, 1}, "the columns of a series are date, value and note",
                       "begin the file with the line date,value,note");
        return points;
    }
    for (const auto& row : table.rows) {
        if (row.cells.size() == 3) points.push_back(read_point(row, problems));
    }
    return points;
}

// A bare year is a date here: a definition mostly changes with a year.
std::optional<Date> read_break_date(EntryReader& reader) {
    const Value* at = reader.value("at");
    const auto* year = at == nullptr ? nullptr : std::get_if<std::int64_t>(&at->data);
    if (year != nullptr) {
        if (const auto date = parse_date(std::to_string(*year))) return date;
    }
    return reader.required_date("at");
}

std::optional<evidence::SeriesBreak> read_break(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::SeriesBreak found;
    found.where = table.where;
    const auto at = read_break_date(reader);
    found.what = reader.filled_text("what");
    found.source = reader.citation("source");
    reader.finish();
    if (!at) return std::nullopt;
    found.at = *at;
    return found;
}

// Definition breaks in order of date, each once.
std::vector<evidence::SeriesBreak> read_breaks(EntryReader& reader) {
    std::vector<evidence::SeriesBreak> breaks;
    for (const Table* table : reader.tables("breaks")) {
        if (auto found = read_break(*table, reader.problems())) breaks.push_back(std::move(*found));
    }
    std::stable_sort(breaks.begin(), breaks.end(),
                     [](const auto& a, const auto& b) { return a.at.first < b.at.first; });
    for (std::size_t i = 1; i < breaks.size(); ++i) {
        if (breaks[i].at.first != breaks[i - 1].at.first) continue;
        reader.problems().error(breaks[i].where, "two definition breaks begin on " + to_text(breaks[i].at.first),
                                "say in one of them what changed, and remove the other");
    }
    return breaks;
}

class FiguresFile {
public:
    FiguresFile(const FindFile& find_file, const std::string& shown_folder, Problems& problems)
        : find_file_(find_file), shown_folder_(shown_folder), problems_(problems) {}

    evidence::Series read_series(const Table& table) {
        EntryReader reader(table, problems_);
        evidence::Series series;
        series.where = table.where;
        series.id = reader.id();
        series.name = reader.filled_text("name");
        series.unit = reader.filled_text("unit");
        series.currency = read_currency(reader);
        series.definition = reader.filled_text("definition");
        series.indicator = reader.text_or("indicator", "");
        series.file = reader.filled_text("file");
        if (!series.file.empty()) series.points = points_of(reader, series.file);
        series.breaks = read_breaks(reader);
        series.sources = reader.some_citations("sources");
        series.rows = reader.texts("rows");
        reader.finish();
        return series;
    }

private:
    std::vector<evidence::SeriesPoint> points_of(EntryReader& reader, const std::string& path) {
        if (!is_figures_path(path)) {
            reader.error_at("file", "'" + path + "' is not a CSV file in the case's folder figures/",
                            "put the points there and write \"figures/name.csv\"");
            return {};
        }
        const std::string* bytes = find_file_(path);
        if (bytes == nullptr) {
            reader.error_at("file", "there is no file '" + path + "' in the case",
                            "add it with the columns date,value,note");
            return {};
        }
        return read_points(*bytes, shown_path(shown_folder_, path), problems_);
    }

    const FindFile& find_file_;
    const std::string& shown_folder_;
    Problems& problems_;
};

evidence::DerivedInput read_input(const Value& value, Problems& problems) {
    evidence::DerivedInput input;
    input.where = value.where;
    if (const auto* reference = std::get_if<std::string>(&value.data)) {
        input.reference = *reference;
        if (reference->empty()) problems.error(value.where, "an input without an id", "name a figure, item or meeting");
    } else if (const auto* whole_number = std::get_if<std::int64_t>(&value.data)) {
        input.number = static_cast<double>(*whole_number);
    } else if (const auto* number = std::get_if<double>(&value.data); number != nullptr && std::isfinite(*number)) {
        input.number = *number;
    } else if (const auto* day = std::get_if<Day>(&value.data)) {
        input.day = *day;
    } else {
        problems.error(value.where, "an input is neither an id, a number nor a day",
                       "write \"pew-confidence-2017\", 24 or 2017-02-10");
    }
    return input;
}

std::vector<evidence::DerivedInput> read_inputs(EntryReader& reader) {
    std::vector<evidence::DerivedInput> inputs;
    if (!reader.require_key("inputs", "list what the number is derived from")) return inputs;
    const auto* array = std::get_if<textfiles::Array>(&reader.value("inputs")->data);
    if (array == nullptr) {
        reader.error_at("inputs", "'inputs' is not a list", "write [\"an-id\", \"another-id\"]");
        return inputs;
    }
    for (const Value& value : *array) {
        evidence::DerivedInput input = read_input(value, reader.problems());
        if (!input.reference.empty() || input.number || input.day) inputs.push_back(std::move(input));
    }
    return inputs;
}

evidence::Derived read_derived(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Derived derived;
    derived.where = table.where;
    derived.id = reader.id();
    derived.name = reader.filled_text("name");
    derived.measure = reader.filled_text("measure");
    derived.inputs = read_inputs(reader);
    derived.unit = reader.filled_text("unit");
    derived.note = reader.text_or("note", "");
    derived.rows = reader.texts("rows");
    reader.finish();
    return derived;
}

}  // namespace

bool is_figures_path(std::string_view path) {
    constexpr std::string_view kFolder = "figures/";
    if (!path.starts_with(kFolder) || !path.ends_with(".csv")) return false;
    const std::string_view name = path.substr(kFolder.size());
    return name.size() > 4 && name.front() != '.' && name.find_first_of("/\\") == std::string_view::npos;
}

void read_figures(const Table& whole, const FindFile& find_file, const std::string& shown_folder, Problems& problems,
                  evidence::Case& which) {
    EntryReader reader(whole, problems);
    FiguresFile file(find_file, shown_folder, problems);
    for (const Table* table : reader.tables("figure")) {
        evidence::Figure figure = read_figure(*table, problems);
        if (figure.id.empty()) {
            which.lost_in.try_emplace(evidence::CasePart::Figures, figure.where);
            continue;
        }
        which.figures.push_back(std::move(figure));
    }
    for (const Table* table : reader.tables("series")) {
        evidence::Series series = file.read_series(*table);
        if (!series.id.empty()) which.series.push_back(std::move(series));
    }
    for (const Table* table : reader.tables("derived")) {
        evidence::Derived derived = read_derived(*table, problems);
        if (!derived.id.empty()) which.derived.push_back(std::move(derived));
    }
    if (const Table* table = reader.table_if("threat_figures")) {
        which.threat_figures = read_threat_figures(*table, find_file, shown_folder, problems);
    }
    reader.finish();
}

}  // namespace entente::casefile
