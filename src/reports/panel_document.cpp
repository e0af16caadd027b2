#include <set>

#include <fmt/format.h>

#include "core/text.hpp"
#include "panels/codebook.hpp"
#include "reports/coverage_picture.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

// `1,234,567`
std::string grouped(std::int64_t number) {
    auto digits = std::to_string(number);
    for (auto place = static_cast<std::ptrdiff_t>(digits.size()) - 3; place > 0; place -= 3) {
        digits.insert(static_cast<std::size_t>(place), ",");
    }
    return digits;
}

// `outside coverage 120 · no row 3`
std::string reasons(const panels::PanelColumn& column) {
    std::vector<std::string> parts;
    for (std::size_t reason = 1; reason < kReasons; ++reason) {
        if (column.cells[reason] == 0) continue;
        parts.push_back(
            fmt::format("{} {}", name_of(static_cast<panels::Reason>(reason)), grouped(column.cells[reason])));
    }
    return joined(parts, " · ");
}

std::string share_present(const panels::PanelColumn& column, std::int64_t rows) {
    if (rows == 0) return "";
    const double share = static_cast<double>(column.present()) / static_cast<double>(rows);
    if (column.present() != rows && share > 0.999) return ">99.9%";
    if (column.present() != 0 && share < 0.001) return "<0.1%";
    return percent(share);
}

Table columns_table(const panels::Panel& panel) {
    Table table;
    table.columns = {{"column", Align::Left, false},
                     {"source", Align::Left, true},
                     {fmt::format("{}…{}", panel.frame.from, panel.frame.to), Align::Left, false, false, true},
                     {"present", Align::Right, false},
                     {"missing", Align::Left, false, true, false, true}};
    for (const auto& column : panel.columns) {
        if (column.hidden) continue;
        table.rows.push_back({Text{column.name}, Text{panels::source_words(column)},
                              Text{coverage_picture(column.rows_by_stretch, column.present_by_stretch)},
                              Text{share_present(column, panel.frame.rows)}, Text{reasons(column), Tone::Faint}});
    }
    return table;
}

std::string bytes_in_words(std::uintmax_t bytes) {
    if (bytes < 10'000) return fmt::format("{} bytes", bytes);
    if (bytes < 10'000'000) return fmt::format("{} kB", bytes / 1000);
    return fmt::format("{} MB", bytes / 1'000'000);
}

std::string span_of(const panels::OfferedVariable& variable) {
    return variable.years.last == 0 ? std::string{} : fmt::format("{}–{}", variable.years.first, variable.years.last);
}

}  // namespace

Document panel_document(const workbench::PanelResult& result) {
    const auto& panel = result.panel;
    Document document;
    document.paragraph(
        Text{fmt::format("{} panel, {}–{}, {} rows × {} columns", name_of(panel.frame.unit), panel.frame.from,
                         panel.frame.to, grouped(panel.frame.rows), panels::written_columns(panel).size()),
             Tone::Bold});
    document.table(columns_table(panel));
    std::vector<Text> notes;
    std::set<std::string> said;
    for (const auto& note : panel.notes) notes.emplace_back(note);
    for (const auto& column : panel.columns) {
        for (const auto& note : column.notes) {
            if (said.insert(column.asked_as + note).second) notes.emplace_back(column.asked_as + ": " + note);
        }
        for (const auto& one : column.breaks) {
            const auto words = fmt::format("{}: what it means changes in {}: {}", column.asked_as, one.year, one.what);
            if (said.insert(words).second) notes.emplace_back(words);
        }
    }
    for (const auto& difference : result.differences) notes.emplace_back(difference);
    if (!notes.empty()) {
        document.heading("Notes");
        document.list(std::move(notes));
    }
    document.heading("Files");
    Table files;
    files.columns = {{"file", Align::Left, true}, {"what", Align::Left, false}, {"size", Align::Right, false}};
    for (const auto& file : result.files) {
        files.rows.push_back(
            {Text{file.path.string()}, Text{file.what}, Text{file.bytes ? bytes_in_words(*file.bytes) : ""}});
    }
    document.table(std::move(files));
    return document;
}

Document panel_offers_document(const panels::Offers& offers) {
    Document document;
    const auto what = offers.unit ? fmt::format("a {} panel", name_of(*offers.unit)) : std::string("a panel");
    if (offers.variables.empty()) {
        document.paragraph("The store has no variables for " + what + "; `entente data add` brings some.");
    } else {
        document.paragraph("Variables, by data set; a data set without a variable's name stands for those in bold.");
        std::string before;
        Table table;
        for (const auto& variable : offers.variables) {
            const auto dataset = variable.dataset + "@" + variable.version;
            if (dataset != before) {
                if (!before.empty()) document.table(std::move(table));
                document.heading(dataset);
                table = {};
                table.columns = {{"variable", Align::Left, false},
                                 {"covers", Align::Left, false},
                                 {"label", Align::Left, true, true}};
                before = dataset;
            }
            table.rows.push_back({Text{variable.name, variable.main ? Tone::Bold : Tone::Plain},
                                  Text{span_of(variable)},
                                  Text{variable.label + (variable.unit.empty() ? "" : ", " + variable.unit)}});
        }
        document.table(std::move(table));
    }
    document.heading("Measures");
    Table measures;
    measures.columns = {{"measure", Align::Left, false},
                        {"what it is", Align::Left, true, true},
                        {"needs", Align::Left, false},
                        {"formula", Align::Left, false, true, false, true}};
    for (const auto& measure : offers.measures) {
        measures.rows.push_back(
            {Text{measure.name}, Text{measure.about}, Text{measure.needs}, Text{measure.formula, Tone::Faint}});
    }
    document.table(std::move(measures));
    for (const auto& dataset : offers.without_descriptor) {
        document.paragraph("No descriptor describes " + dataset + ", which the store has; it cannot be joined.");
    }
    return document;
}

}  // namespace entente::reports
