#include "datasets/cell_problems.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "core/text.hpp"
#include "datasets/cell_places.hpp"
#include "datasets/sheet_relation.hpp"
#include "datasets/typed_columns.hpp"

namespace entente::datasets {

namespace {

constexpr std::size_t kMostShown = 10;

std::string what_a_cell_is(ColumnType type) {
    switch (type) {
        case ColumnType::Integer:
            return "a whole number";
        case ColumnType::Date:
            return "a date";
        case ColumnType::Number:
        case ColumnType::Text:
            break;
    }
    return "a number";
}

class SheetReport {
public:
    SheetReport(Database& database, const ImportPlan& plan, const PlannedSheet& sheet, const std::string& shown_as,
                Problems& problems)
        : database_(database), plan_(plan), sheet_(sheet), shown_as_(shown_as), problems_(problems) {}

    // The number of problems found.
    std::size_t report() {
        find_cells();
        std::int64_t good_row = 0;
        const auto width = sheet_.headers.size();
        look_at_rows(sheet_.sheet->csv, sheet_.sheet->dialect, [&](const PlacedRow& row) {
            if (row.row <= static_cast<std::int64_t>(sheet_.header_row) || row.is_blank()) return true;
            if (row.cells.size() != width) {
                report_length(row);
            } else {
                report_row(row, good_row++);
            }
            return cells_.size() + lengths_ < kMostShown || !cells_.empty();
        });
        if (more_) problems_.error({shown_as_, 0, 0}, "there are more cells like these" + in_sheet());
        return found_;
    }

private:
    // By row and place. Rows of another length are left out here: they are found above.
    void find_cells() {
        std::string tests;
        for (const auto& header : sheet_.headers) {
            if (header.cells == CellsAre::LeftOut) continue;
            const auto& column = plan_.columns[header.cells == CellsAre::Value ? sheet_.value : header.column];
            const auto test = unreadable(column, raw_column(header.place));
            if (test == "false") continue;
            tests += fmt::format("{}CASE WHEN {} THEN {} END", tests.empty() ? "" : ", ", test, header.place);
        }
        if (tests.empty()) return;
        auto relation = read_sheet(*sheet_.sheet, sheet_.header_row);
        relation.insert(relation.size() - 1, ", ignore_errors = true");
        const auto statement = fmt::format(
            "CREATE OR REPLACE TEMPORARY TABLE entente_wrong AS SELECT * FROM (SELECT row_number() OVER () - 1 AS row, "
            "unnest(list_filter([{}], x -> x IS NOT NULL)) AS place FROM {}) LIMIT {}",
            tests, relation, kMostShown + 1);
        if (!database_.try_run(statement).empty()) return;
        const auto wrong = database_.query("SELECT * FROM entente_wrong");
        for (std::size_t row = 0; row < wrong.rows(); ++row) {
            if (row == kMostShown) {
                more_ = true;
                break;
            }
            cells_.emplace(wrong.integer(row, "row").value_or(0), wrong.integer(row, "place").value_or(0));
        }
    }

    void report_row(const PlacedRow& row, std::int64_t good_row) {
        const auto [first, last] = cells_.equal_range(good_row);
        for (auto at = first; at != last; ++at) {
            const auto place = static_cast<std::size_t>(at->second);
            const auto& header = sheet_.headers[place];
            const auto& column = plan_.columns[header.cells == CellsAre::Value ? sheet_.value : header.column];
            const auto& cell = row.cells[place];
            ++found_;
            problems_.error({shown_as_, cell.line, cell.column},
                            fmt::format("'{}' in the column '{}' is not {}{}", shortened(cell.text, 60), header.header,
                                        what_a_cell_is(column.type), in_sheet()),
                            "correct the cell; if it is the data set's code for missing, the descriptor " +
                                plan_.descriptor->id + " has to list it under missing");
        }
        cells_.erase(first, last);
    }

    void report_length(const PlacedRow& row) {
        if (lengths_ == kMostShown) return;
        ++lengths_;
        ++found_;
        problems_.error(
            {shown_as_, row.line, 1},
            fmt::format("{} cells where the header has {}{}", row.cells.size(), sheet_.headers.size(), in_sheet()),
            "a text with a separator in it must stand in quotation marks; or the file is cut off here");
    }

    [[nodiscard]] std::string in_sheet() const {
        return sheet_.sheet->name.empty() ? "" : ", in the sheet '" + sheet_.sheet->name + "'";
    }

    Database& database_;
    const ImportPlan& plan_;
    const PlannedSheet& sheet_;
    const std::string& shown_as_;
    Problems& problems_;
    std::multimap<std::int64_t, std::int64_t> cells_;
    std::size_t lengths_ = 0;
    std::size_t found_ = 0;
    bool more_ = false;
};

}  // namespace

void report_cells(Database& database, const ImportPlan& plan, const std::string& shown_as, const std::string& trouble,
                  Problems& problems) {
    std::size_t found = 0;
    for (const auto& sheet : plan.sheets) found += SheetReport(database, plan, sheet, shown_as, problems).report();
    if (found > 0) return;
    problems.error({shown_as, 0, 0}, "the database cannot read the table: " + trouble.substr(0, trouble.find('\n')),
                   "open it in a spreadsheet and look whether it is a table");
}

}  // namespace entente::datasets
