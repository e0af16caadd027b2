#include "panels/codebook.hpp"

#include <fmt/format.h>

#include "core/text.hpp"
#include "textfiles/csv.hpp"

namespace entente::panels {
namespace {

constexpr std::array kReasonsOfMissing{Reason::OutsideCoverage, Reason::NoRow,    Reason::MissingInSource,
                                       Reason::NotApplicable,   Reason::Several,  Reason::AmbiguousState,
                                       Reason::Input,           Reason::Undefined};

std::string break_words(const datasets::DefinitionBreak& one) {
    return fmt::format("from {}{}: {}", one.year, one.state.empty() ? std::string{} : " (" + one.state + ")", one.what);
}

std::string breaks_words(const PanelColumn& column) {
    std::vector<std::string> all;
    for (const auto& one : column.breaks) all.push_back(break_words(one));
    return joined(all, "; ");
}

std::string rule_words(const PanelColumn& column) {
    if (column.variable.empty()) return {};
    const auto* rule = column.from.front()->descriptor->find_column(column.variable);
    if (rule == nullptr) return {};
    std::vector<std::string> words;
    if (rule->absent) words.push_back(fmt::format("{} where the source has no row within its coverage", *rule->absent));
    for (const auto& one : rule->left_out) {
        words.push_back(fmt::format("not so in {}–{}: {}", one.years.first, one.years.last, one.why));
    }
    if (rule->combine != datasets::Combine::Same) {
        words.push_back(fmt::format("of several rows, the {}", name_of(rule->combine)));
    }
    return joined(words, "; ");
}

std::string states_words(const PanelRequest& request) {
    return request.states.empty() ? "all" : joined(request.states, ", ");
}

void add_missing(std::string& text, const PanelColumn& column) {
    for (const auto reason : kReasonsOfMissing) {
        const auto cells = column.cells[static_cast<std::size_t>(reason)];
        if (cells > 0) text += fmt::format("  - {}: {}\n", name_of(reason), cells);
    }
}

void add_column(std::string& text, const PanelColumn& column) {
    text += fmt::format("### {}\n\n{}{}\n\n", column.name, column.label,
                        column.unit.empty() ? std::string{} : ", " + column.unit);
    text += fmt::format("- source: {}{}\n", source_words(column),
                        column.variable.empty() ? std::string{} : ", column `" + column.variable + "`");
    if (!column.formula.empty()) text += "- formula: " + column.formula + "\n";
    if (const auto words = coverage_words(column); !words.empty()) text += "- coverage: " + words + "\n";
    if (const auto words = rule_words(column); !words.empty()) text += "- rule: " + words + "\n";
    text += fmt::format("- present: {}\n", column.present());
    std::string missing;
    add_missing(missing, column);
    text += missing.empty() ? "- missing: none\n" : "- missing:\n" + missing;
    if (column.needs_not_applicable()) {
        text += fmt::format("- `{}_not_applicable` is 1 where the value does not apply (Stata: .a)\n", column.name);
    }
    for (const auto& one : column.breaks) text += "- definition break " + break_words(one) + "\n";
    for (const auto& note : column.notes) text += "- note: " + note + "\n";
    text += "\n";
}

}  // namespace

std::string source_words(const PanelColumn& column) {
    std::vector<std::string> sources;
    for (const auto* dataset : column.from) sources.push_back(dataset->descriptor->id + " " + dataset->version_id);
    return joined(sources, ", ");
}

std::string coverage_words(const PanelColumn& column) {
    if (column.coverage.last == 0) return {};
    return fmt::format("{}–{}{}", column.coverage.first, column.coverage.last,
                       column.coverage_stated ? "" : " (the years of its rows; the source states none)");
}

std::string codebook_title(const std::string& file) {
    return "# Codebook of " + file;
}

std::string codebook_markdown(const Panel& panel, const std::string& file, const std::string& program) {
    const auto& frame = panel.frame;
    std::string text = codebook_title(file) + "\n\n";
    text += fmt::format("{} panel, {}–{}, list of states: {}, states: {}. {} rows. Made by entente {}.\n\n",
                        name_of(frame.unit), frame.from, frame.to, name_of(frame.system), states_words(panel.request),
                        frame.rows, program);
    text +=
        "An empty cell is missing, never zero; why is counted below. `outside coverage`: the source does not cover "
        "that "
        "year. `no row`: it has nothing on that unit in that year. `missing in source`: it has the unit and no value. "
        "`not applicable`: it says that there is nothing to know. `several`: it has values that differ. `ambiguous "
        "state`: the two lists of states divide the state differently in that year. `one of its inputs`: a computed "
        "value lacks an input. `undefined`: the formula has no value for these inputs. In Stata these are .a not "
        "applicable, .b outside coverage, .c several or ambiguous, and . for the rest.\n\n";
    for (const auto& note : panel.notes) text += "Note: " + note + ".\n\n";
    text += "## Columns that name a row\n\n";
    for (const auto& key : frame.keys) text += fmt::format("- `{}`: {}\n", key.name, key.label);
    text += "\n## Variables\n\n";
    for (const auto& column : panel.columns) {
        if (!column.hidden) add_column(text, column);
    }
    text += "## Data sets\n\n";
    for (const auto* dataset : panel.datasets) {
        const auto& descriptor = *dataset->descriptor;
        text +=
            fmt::format("- {} {} (`{}`): {}\n", descriptor.name, dataset->version_id, descriptor.id, descriptor.home);
        if (!descriptor.terms.empty()) text += "  " + descriptor.terms + "\n";
        if (dataset->version != nullptr && !dataset->version->note.empty())
            text += "  " + dataset->version->note + "\n";
    }
    return text;
}

std::string codebook_csv(const Panel& panel) {
    std::vector<std::string> header{"column",     "label",     "unit", "source", "variable", "formula",
                                    "first_year", "last_year", "rule", "breaks", "notes",    "present"};
    for (const auto reason : kReasonsOfMissing) {
        std::string name(name_of(reason));
        for (auto& byte : name) byte = byte == ' ' ? '_' : byte;
        header.push_back(name);
    }
    std::string text = textfiles::csv_line(header) + "\n";
    for (const auto& key : panel.frame.keys) {
        std::vector<std::string> cells(header.size());
        cells[0] = key.name;
        cells[1] = key.label;
        text += textfiles::csv_line(cells) + "\n";
    }
    for (const auto& column : panel.columns) {
        if (column.hidden) continue;
        const bool covered = column.coverage.last != 0;
        std::vector<std::string> cells{column.name,
                                       column.label,
                                       column.unit,
                                       source_words(column),
                                       column.variable,
                                       column.formula,
                                       covered ? std::to_string(column.coverage.first) : "",
                                       covered ? std::to_string(column.coverage.last) : "",
                                       rule_words(column),
                                       breaks_words(column),
                                       joined(column.notes, "; "),
                                       std::to_string(column.present())};
        for (const auto reason : kReasonsOfMissing) {
            cells.push_back(std::to_string(column.cells[static_cast<std::size_t>(reason)]));
        }
        text += textfiles::csv_line(cells) + "\n";
    }
    return text;
}

}  // namespace entente::panels
