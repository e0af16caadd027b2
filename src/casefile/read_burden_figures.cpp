// [burden_figures] of burden.toml and its table: single official figures about the states of a case.
#include <utility>

#include "casefile/case_files.hpp"
#include "casefile/csv_numbers.hpp"
#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"
#include "textfiles/csv.hpp"

namespace entente::casefile {
namespace {

using textfiles::CsvTable;

std::optional<evidence::BurdenFigure> read_row(const CsvTable::Row& row, Problems& problems) {
    evidence::BurdenFigure figure;
    figure.where = row.where;
    figure.state = {row.cells[0], "", "", row.where};
    figure.measure = row.cells[2];
    figure.source = {row.cells[4], "", row.where};
    const auto year = year_in(row.cells[1]);
    const auto value = finite_in(row.cells[3]);
    if (!year) {
        problems.error(row.where, "'" + row.cells[1] + "' is not a year that data cover", "write a year from 1816 on");
    }
    if (!is_id(figure.measure)) {
        problems.error(row.where, "'" + figure.measure + "' is not the id of a measure",
                       "name a measure of the theory of burden sharing");
    }
    if (!value) {
        problems.error(row.where, "'" + row.cells[3] + "' is not a number",
                       "write it with a decimal point and no other marks; leave a row out where nothing is known");
    }
    if (!year || !value || !is_id(figure.measure)) return std::nullopt;
    figure.year = *year;
    figure.value = *value;
    return figure;
}

void read_rows(std::string_view bytes, const std::string& file, Problems& problems, evidence::BurdenRecord& record) {
    const CsvTable rows = textfiles::read_csv(bytes, file, problems);
    if (rows.header.empty()) return;  // reported
    if (rows.header != std::vector<std::string>{"state", "year", "measure", "value", "source"}) {
        problems.error(Position{file, 1, 1}, "the columns of figures of burden are state, year, measure, value, source",
                       "begin the file with the line state,year,measure,value,source");
        return;
    }
    for (const auto& row : rows.rows) {
        if (row.cells.size() != rows.header.size()) continue;  // reported
        if (auto figure = read_row(row, problems)) record.figures.push_back(std::move(*figure));
    }
}

}  // namespace

void read_burden_figures(const textfiles::Table& table, const FindFile& find_file, const std::string& shown_folder,
                         Problems& problems, evidence::BurdenRecord& record) {
    EntryReader reader(table, problems);
    record.figures_file = reader.filled_text("file");
    record.figures_definition = reader.filled_text("definition");
    reader.finish();
    if (record.figures_file.empty()) return;
    const std::string* bytes = is_figures_path(record.figures_file) ? find_file(record.figures_file) : nullptr;
    if (bytes == nullptr) {
        problems.error(reader.where_is("file"),
                       "there is no file '" + record.figures_file + "' in the case's folder figures/",
                       "put it there and write \"figures/name.csv\"");
        return;
    }
    read_rows(*bytes, shown_path(shown_folder, record.figures_file), problems, record);
}

}  // namespace entente::casefile
