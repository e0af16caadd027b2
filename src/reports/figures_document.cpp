#include <fmt/format.h>

#include "core/minus_sign.hpp"
#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

std::string number(double value) {
    return with_minus_sign(fmt::format("{:.6g}", value));
}

std::string value_in_words(const workbench::DerivedResult& derived) {
    const auto& result = derived.result;
    if (!result.why_not.empty()) return ": missing, " + result.why_not;
    std::string text = " = ";
    for (std::size_t i = 0; i < result.values.size(); ++i) {
        if (i > 0) text += ", ";
        if (i < result.labels.size() && !result.labels[i].empty()) text += result.labels[i] + ": ";
        text += number(result.values[i]);
    }
    return text + (derived.derived->unit.empty() ? "" : ' ' + derived.derived->unit);
}

// `1980 0.713 · 1990 0.736 · 2000 missing`
std::string points_in_words(const evidence::Series& series) {
    std::string line;
    for (const auto& point : series.points) {
        line += (line.empty() ? "" : " · ") + to_text(point.date) + ' ' +
                (point.value ? number(*point.value) : std::string("missing")) +
                (point.note.empty() ? "" : " (" + point.note + ")");
    }
    return line;
}

}  // namespace

Document derived_table_document(const workbench::FiguresResult& result) {
    Table table;
    table.columns = {{"id", Align::Left, false},    {"label", Align::Left, false}, {"value", Align::Right, false},
                     {"unit", Align::Left, false},  {"name", Align::Left, true},   {"measure", Align::Left, false},
                     {"inputs", Align::Left, true}, {"sources", Align::Left, true}};
    for (const auto& derived : result.derived) {
        for (std::size_t i = 0; i < derived.result.values.size(); ++i) {
            const auto label = i < derived.result.labels.size() ? derived.result.labels[i] : std::string{};
            table.rows.push_back({Text{derived.derived->id}, Text{label},
                                  Text{fmt::format("{:.9g}", derived.result.values[i])}, Text{derived.derived->unit},
                                  Text{derived.derived->name}, Text{derived.derived->measure},
                                  Text{joined(derived.inputs, "; ")}, Text{joined(derived.sources, "; ")}});
        }
    }
    Document document;
    document.table(std::move(table));
    return document;
}

Document figures_document(const workbench::FiguresResult& result) {
    Document document;
    const auto& content = result.open->content;
    document.paragraph(fmt::format("{} · {}, {}", content.title,
                                   counted(static_cast<long>(content.figures.size()), "figure"),
                                   counted(static_cast<long>(result.derived.size()), "derived number")));
    for (const auto& derived : result.derived) {
        std::vector<Text> lines{Text{derived.derived->name + value_in_words(derived), Tone::Bold}};
        if (derived.measure != nullptr) {
            lines.emplace_back(fmt::format("{}: {}", derived.measure->name, derived.measure->formula));
        }
        lines.emplace_back("from " + joined(derived.inputs, "; "), Tone::Faint);
        if (!derived.sources.empty()) lines.emplace_back("sources " + joined(derived.sources, ", "), Tone::Faint);
        if (!derived.derived->note.empty()) lines.emplace_back(derived.derived->note, Tone::Faint);
        document.labelled(derived.derived->id, std::move(lines));
    }
    if (!content.series.empty()) document.heading("Series");
    for (const auto& series : content.series) {
        std::vector<Text> lines{Text{series.name + ", " + series.unit, Tone::Bold}, points_in_words(series)};
        for (const auto& each : series.breaks) {
            lines.emplace_back(to_text(each.at) + ": " + each.what + "; not comparable with the points before (" +
                               each.source.key + ')');
        }
        lines.emplace_back("sources " + cited(series.sources), Tone::Faint);
        document.labelled(series.id, std::move(lines));
    }
    if (!result.stale.empty()) {
        document.heading("Stale: older than the focal period");
        std::vector<Text> lines;
        for (const auto& stale : result.stale) {
            lines.emplace_back(fmt::format("{}: as of {}, {:.1f} years before the period begins", stale.figure->id,
                                           to_text(stale.figure->as_of), stale.years));
        }
        document.list(std::move(lines));
    }
    return document;
}

Document measures_document() {
    Document document;
    Table table;
    table.columns = {
        {"measure", Align::Left, false}, {"formula", Align::Left, true, true}, {"takes", Align::Left, true, true}};
    for (const auto& measure : indices::figure_measures()) {
        table.rows.push_back(
            {Text{std::string(measure.name)}, Text{std::string(measure.formula)}, Text{std::string(measure.takes)}});
    }
    document.table(std::move(table));
    return document;
}

}  // namespace entente::reports
