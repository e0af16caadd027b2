// [threat_figures] of figures.toml and its table: single figures of official data about a few states as threats.
#include <cmath>
#include <utility>

#include "casefile/case_files.hpp"
#include "casefile/csv_numbers.hpp"
#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"
#include "textfiles/csv.hpp"

namespace entente::casefile {
namespace {

using evidence::ThreatFact;
using textfiles::CsvTable;

// Shares and distances of ideal points lie between 0 and 1; a rivalry is there or not.
bool is_possible(ThreatFact fact, double value) {
    switch (fact) {
        case ThreatFact::Capability:
        case ThreatFact::SpendingShare:
        case ThreatFact::PersonnelShare:
        case ThreatFact::PolicyDistance:
            return value >= 0 && value <= 1;
        case ThreatFact::Rivalry:
        case ThreatFact::TerritorialRivalry:
            return value == 0 || value == 1;
        case ThreatFact::Contiguity:
            return value >= 0 && value <= 5 && value == std::floor(value);
        case ThreatFact::DistanceKm:
        case ThreatFact::Hostility:
        case ThreatFact::Stationed:
            return value >= 0;
    }
    return false;
}

// `stationed:us-troops` names the entry of force posture, which no other fact has.
std::optional<ThreatFact> read_fact(const CsvTable::Row& row, evidence::ThreatFigure& figure, Problems& problems) {
    const std::string& cell = row.cells[3];
    const auto colon = cell.find(':');
    const auto fact = named<ThreatFact>(cell.substr(0, colon));
    if (!fact) {
        problems.error(row.where, "unknown fact '" + cell + "'", "one of: " + names_of<ThreatFact>());
        return std::nullopt;
    }
    if (colon != std::string::npos) figure.posture = cell.substr(colon + 1);
    const bool wrong = fact == ThreatFact::Stationed ? figure.posture.empty() : colon != std::string::npos;
    if (wrong) {
        problems.error(row.where, "'" + cell + "' does not say whose forces are stationed",
                       "write stationed:ID with the id of an entry of force posture; other facts have no colon");
        return std::nullopt;
    }
    return fact;
}

std::optional<evidence::ThreatFigure> read_row(const CsvTable::Row& row, Problems& problems) {
    evidence::ThreatFigure figure;
    figure.where = row.where;
    figure.state = {row.cells[0], "", "", row.where};
    figure.other = {row.cells[1], "", "", row.where};
    figure.source = {row.cells[5], "", row.where};
    const auto year = year_in(row.cells[2]);
    const auto value = finite_in(row.cells[4]);
    if (!year) {
        problems.error(row.where, "'" + row.cells[2] + "' is not a year that data cover", "write a year from 1816 on");
    }
    const auto fact = read_fact(row, figure, problems);
    const bool possible = value && (!fact || is_possible(*fact, *value));
    if (!possible) {
        problems.error(row.where, "'" + row.cells[4] + "' is no value of " + (fact ? row.cells[3] : "a fact"),
                       "shares are from 0 to 1, rivalries 0 or 1, contiguity a type from 0 to 5; leave a row out where "
                       "nothing is known");
    }
    if (!year || !fact || !possible) return std::nullopt;
    figure.year = *year;
    figure.fact = *fact;
    figure.value = *value;
    return figure;
}

void read_rows(std::string_view bytes, const std::string& file, Problems& problems, evidence::ThreatFigures& table) {
    const CsvTable rows = textfiles::read_csv(bytes, file, problems);
    if (rows.header.empty()) return;  // reported
    if (rows.header != std::vector<std::string>{"state", "other", "year", "fact", "value", "source"}) {
        problems.error(Position{file, 1, 1},
                       "the columns of figures of threat are state, other, year, fact, value, source",
                       "begin the file with the line state,other,year,fact,value,source");
        return;
    }
    for (const auto& row : rows.rows) {
        if (row.cells.size() != rows.header.size()) continue;  // reported
        if (auto figure = read_row(row, problems)) table.figures.push_back(std::move(*figure));
    }
}

}  // namespace

evidence::ThreatFigures read_threat_figures(const textfiles::Table& table, const FindFile& find_file,
                                            const std::string& shown_folder, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::ThreatFigures figures;
    figures.where = table.where;
    figures.file = reader.filled_text("file");
    figures.definition = reader.filled_text("definition");
    figures.half_life = reader.number("half_life");
    if (reader.has("half_life") && !(figures.half_life > 0)) {
        reader.error_at("half_life", "a half-life is above zero", "write the years after which an act weighs half");
    }
    const auto disputes_to = reader.integer("disputes_to");
    if (disputes_to >= kFirstYear && disputes_to <= kLastYear) {
        figures.disputes_to = static_cast<int>(disputes_to);
    } else if (reader.has("disputes_to")) {
        reader.error_at("disputes_to", "'disputes_to' is not a year that data cover", "write a year from 1816 on");
    }
    reader.finish();
    if (figures.file.empty()) return figures;
    const std::string* bytes = is_figures_path(figures.file) ? find_file(figures.file) : nullptr;
    if (bytes == nullptr) {
        problems.error(reader.where_is("file"), "there is no file '" + figures.file + "' in the case's folder figures/",
                       "put it there and write \"figures/name.csv\"");
        return figures;
    }
    read_rows(*bytes, shown_path(shown_folder, figures.file), problems, figures);
    return figures;
}

}  // namespace entente::casefile
