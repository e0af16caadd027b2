#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

using datasets::Alarm;
using datasets::AlarmKind;
using datasets::AlarmUnit;
using datasets::Gravity;

std::string heading_of(Gravity gravity) {
    switch (gravity) {
        case Gravity::Wrong:
            return "Wrong: cannot be right as it stands";
        case Gravity::Doubtful:
            return "Doubtful: look before use";
        case Gravity::Note:
            return "Good to know";
    }
    return {};
}

Tone tone_of(Gravity gravity) {
    return gravity == Gravity::Wrong ? Tone::Weak : gravity == Gravity::Doubtful ? Tone::Bold : Tone::Plain;
}

// `ROK 2024 46,582 against 23,291 (and 3 more)`
std::string unit_in_words(const AlarmUnit& unit, AlarmKind kind) {
    std::string text = unit.unit;
    const auto value = [](const std::optional<double>& number) {
        return number ? datasets::figure_text(*number) : std::string("missing");
    };
    const bool two_sources = kind == AlarmKind::Disagreement;
    if (unit.one || (two_sources && unit.two)) text += ": " + value(unit.one);
    if (two_sources && (unit.one || unit.two)) {
        text += " against " + value(unit.two);
    } else if (unit.two) {
        text += kind == AlarmKind::Spike ? " between " + value(unit.two) + " and " + value(unit.three)
                                         : " to " + value(unit.two);
    }
    if (unit.more > 0) text += fmt::format(" (and {} more)", unit.more);
    return text;
}

std::string units_in_words(const Alarm& alarm) {
    std::string text;
    for (const auto& unit : alarm.worst) text += (text.empty() ? "" : " · ") + unit_in_words(unit, alarm.kind);
    return text;
}

std::string sentence_of(const Alarm& alarm) {
    std::string sentence = alarm.what;
    if (!alarm.older.empty()) sentence += "; so it is in version " + joined(alarm.older, ", ");
    if (alarm.pattern.empty() || alarm.what.find(alarm.pattern) != std::string::npos) return sentence;
    return sentence + " [" + alarm.pattern + ']';
}

std::string summary_of(const workbench::DataCheckResult& result) {
    const auto of = [&result](Gravity gravity) {
        return std::count_if(result.alarms.begin(), result.alarms.end(),
                             [gravity](const Alarm& alarm) { return alarm.gravity == gravity; });
    };
    return fmt::format("{} in {} and {}: {} wrong, {} doubtful, {} good to know",
                       counted(static_cast<long>(result.alarms.size()), "alarm"),
                       counted(static_cast<long>(result.tables.size()), "table"),
                       counted(static_cast<long>(result.comparisons), "comparison"), of(Gravity::Wrong),
                       of(Gravity::Doubtful), of(Gravity::Note));
}

}  // namespace

Document data_check_document(const workbench::DataCheckResult& result, std::optional<std::size_t> most) {
    Document document;
    document.paragraph(Text{summary_of(result), Tone::Bold});
    for (const Gravity gravity : {Gravity::Wrong, Gravity::Doubtful, Gravity::Note}) {
        std::size_t found = 0;
        for (const auto& alarm : result.alarms) {
            if (alarm.gravity != gravity) continue;
            if (++found == 1) document.heading(heading_of(gravity));
            if (most && found > *most) continue;
            std::vector<Text> lines{Text{sentence_of(alarm), tone_of(gravity)}};
            if (!alarm.worst.empty()) lines.emplace_back(units_in_words(alarm));
            lines.emplace_back("→ " + alarm.advice, Tone::Faint);
            lines.emplace_back("from " + alarm.source, Tone::Faint);
            document.labelled(alarm.dataset + '@' + alarm.version, std::move(lines));
        }
        if (most && found > *most) {
            document.paragraph(
                fmt::format("… and {} more: entente data check --all, or name a data set", found - *most));
        }
    }
    if (!result.not_made.empty()) {
        document.heading("Not compared");
        document.list({result.not_made.begin(), result.not_made.end()});
    }
    if (!result.problems.empty()) {
        document.heading("Wrong in the files that declare comparisons and breaks");
        std::vector<Text> lines;
        for (const auto& problem : result.problems) lines.emplace_back(to_line(problem));
        document.list(std::move(lines));
    }
    document.origin = result.store;
    return document;
}

Document data_check_table_document(const workbench::DataCheckResult& result) {
    Table table;
    table.columns = {{"gravity", Align::Left},      {"kind", Align::Left},        {"dataset", Align::Left},
                     {"version", Align::Left},      {"variable", Align::Left},    {"other", Align::Left},
                     {"pattern", Align::Left},      {"units", Align::Right},      {"checked", Align::Right},
                     {"unit", Align::Left},         {"one", Align::Right},        {"two", Align::Right},
                     {"three", Align::Right},       {"more", Align::Right},       {"what", Align::Left, true},
                     {"advice", Align::Left, true}, {"source", Align::Left, true}};
    const auto value = [](const std::optional<double>& number) {
        return number ? fmt::format("{:.9g}", *number) : std::string{};
    };
    for (const auto& alarm : result.alarms) {
        const auto add = [&](const AlarmUnit& unit) {
            table.rows.push_back(
                {Text{std::string(name_of(alarm.gravity))}, Text{std::string(name_of(alarm.kind))}, Text{alarm.dataset},
                 Text{alarm.version}, Text{alarm.variable}, Text{alarm.other}, Text{alarm.pattern},
                 Text{std::to_string(alarm.units)}, Text{alarm.checked == 0 ? "" : std::to_string(alarm.checked)},
                 Text{unit.unit}, Text{value(unit.one)}, Text{value(unit.two)}, Text{value(unit.three)},
                 Text{std::to_string(unit.more)}, Text{alarm.what}, Text{alarm.advice}, Text{alarm.source}});
        };
        if (alarm.worst.empty()) add({});
        for (const auto& unit : alarm.worst) add(unit);
    }
    Document document;
    document.table(std::move(table));
    return document;
}

}  // namespace entente::reports
