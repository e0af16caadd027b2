// burden: one flat table, a row for each number of each member in each year, with full digits: for spreadsheets and
// statistics.
#include <fmt/format.h>

#include "reports/burden_words.hpp"
#include "reports/documents.hpp"

namespace entente::reports {
namespace {

std::string whole(int value) {
    return value > 0 ? std::to_string(value) : "—";
}

struct Row {
    const workbench::GroupBurden& group;
    int year;
    const workbench::NamedState& state;
    std::size_t measure;
    const burden::BurdenReading& reading;
};

std::vector<Text> cells_of(const Row& row, const workbench::BurdenResult& result) {
    const auto& measure = result.theory.measures[row.measure];
    const auto& value = row.reading.value;
    const auto* source = value.known() ? source_of(result, measure, row.reading.from) : nullptr;
    return {row.group.name,
            std::to_string(row.year),
            row.state.code,
            std::to_string(row.state.number),
            row.state.name,
            measure.id,
            measure.unit,
            value.known() ? fmt::format("{:.9g}", value.value) : "—",
            value.known() ? whole(row.reading.of_year) : "—",
            value.known() ? (row.reading.stale(row.year) ? "yes" : "no") : "—",
            source == nullptr || source->dataset.empty() ? "—" : source->dataset,
            source == nullptr || source->variable.empty() ? "—" : source->variable,
            value.known() ? "—" : std::string(name_of(value.reason))};
}

// Its name where it is a member in the year asked for; else its number stands for it.
workbench::NamedState named(const workbench::GroupBurden& group, int state) {
    for (const auto& member : group.members) {
        if (member.number == state) return member;
    }
    return {state, "—", "—"};
}

void add_year(Table& table, const workbench::GroupBurden& group, const workbench::GroupYear& year,
              const workbench::BurdenResult& result) {
    for (const auto& member : year.facts.members) {
        const auto state = named(group, member.state);
        for (std::size_t measure = 0; measure < member.measures.size(); ++measure) {
            table.rows.push_back(cells_of({group, year.year, state, measure, member.measures[measure]}, result));
        }
    }
}

}  // namespace

Document burden_table_document(const workbench::BurdenResult& result) {
    Document document;
    Table table;
    for (const auto* name : {"group", "year", "state", "cow", "name", "measure", "unit", "value", "of_year", "stale",
                             "dataset", "variable", "missing"}) {
        table.columns.push_back({name});
    }
    for (const auto& group : result.groups) {
        bool asked_is_in_history = false;
        for (const auto& year : group.history) {
            add_year(table, group, year, result);
            asked_is_in_history = asked_is_in_history || year.year == group.now.year;
        }
        if (!asked_is_in_history) add_year(table, group, group.now, result);
    }
    document.table(std::move(table));
    return document;
}

}  // namespace entente::reports
