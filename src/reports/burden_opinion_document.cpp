// burden: who thinks what: four audiences apart, the person apart from the country, each change with its sampling
// error; and the words of guarantors beside their acts.
#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_parts.hpp"
#include "reports/burden_words.hpp"
#include "reports/names.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

constexpr double kPoints = 100;
constexpr std::array kAudiences{evidence::Audience::Public, evidence::Audience::Elites, evidence::Audience::Officials,
                                evidence::Audience::Experts};

std::string points_words(double share) {
    const auto points = std::round(kPoints * share * 10) / 10;
    const auto words = with_decimals(points, points == std::round(points) ? 0 : 1);
    return points > 0 ? "+" + words : words;
}

// `−54 points (95% −58 to −50)`
std::string change_words(const std::optional<burden::OpinionChange>& change, bool of_polls) {
    if (!change) return "—";
    if (!of_polls) return points_words(change->change);
    if (!change->low || !change->high) return points_words(change->change) + " (no n: error unknown)";
    return fmt::format("{} ({} to {})", points_words(change->change), points_words(*change->low),
                       points_words(*change->high));
}

std::string about_words(const evidence::OpinionSeries& series) {
    return series.subject.empty() ? std::string(name_of(series.about))
                                  : fmt::format("{} ({})", series.subject, name_of(series.about));
}

const evidence::Figure* figure_of(const workbench::BurdenOfCase& of_case, const std::string& id) {
    const auto& figures = of_case.open->content.figures;
    const auto found = std::find_if(figures.begin(), figures.end(), [&id](const auto& each) { return each.id == id; });
    return found == figures.end() ? nullptr : &*found;
}

// Who was asked what, when: of the first poll that says so.
std::string asked_words(const workbench::OpinionResult& result, const workbench::BurdenOfCase& of_case) {
    std::vector<std::string> parts;
    for (const auto& point : result.points) {
        const auto* figure = figure_of(of_case, point.figure);
        if (figure == nullptr) continue;
        if (!figure->question.empty()) parts.push_back(fmt::format("asked: “{}”", figure->question));
        if (!figure->population.empty()) parts.push_back(figure->population);
        if (figure->field_begin && figure->field_end) {
            parts.push_back(
                fmt::format("in the field {}…{}", to_text(*figure->field_begin), to_text(*figure->field_end)));
        }
        if (!parts.empty()) break;
    }
    if (parts.empty()) {
        return result.series->figures.empty() ? "share of its statements that assure, as coded"
                                              : "wording and population are not recorded";
    }
    return joined(parts, " · ");
}

void add_series(Document& document, const workbench::OpinionResult& result, const workbench::BurdenOfCase& of_case) {
    const auto& series = *result.series;
    document.paragraph(Text{fmt::format("{} · {} of {} about {}", series.name, name_of(series.audience),
                                        actor_words(series.of, *of_case.open), about_words(series)),
                            Tone::Bold},
                       1);
    document.paragraph(Text{asked_words(result, of_case), Tone::Faint}, 3);
    if (result.points.empty()) {
        document.paragraph("No point of it can be read.", 3);
        return;
    }
    Table table;
    table.columns = {{"date"},
                     {"share", Align::Right},
                     {"n", Align::Right},
                     {"change in points (95%)", Align::Right},
                     {"z", Align::Right},
                     {"p", Align::Right},
                     {"from", Align::Left, true}};
    for (const auto& point : result.points) {
        const auto* figure = figure_of(of_case, point.figure);
        table.rows.push_back({{to_text(point.date)},
                              {percent(point.value, 0)},
                              {point.n ? std::to_string(*point.n) : "—"},
                              {change_words(point.change, !series.figures.empty())},
                              {point.change && point.change->z ? with_decimals(*point.change->z, 1) : "—"},
                              {point.change && point.change->p ? p_words(*point.change->p) : "—"},
                              {figure == nullptr ? point.figure : figure->name, Tone::Faint}});
    }
    document.table(std::move(table));
}

std::string at_point(const workbench::OpinionPoint& point) {
    return fmt::format("{} ({})", percent(point.value, 0), year_of(point.date.last));
}

// `78% (2016) → 30% (2018)`: from the last point before the focal period to the latest; from the first where none is
// before it. A series may begin long before what the case is about.
std::string moved_words(const workbench::OpinionResult& result, const workbench::BurdenOfCase& of_case) {
    const auto& content = of_case.open->content;
    const auto focal = std::find_if(content.periods.begin(), content.periods.end(),
                                    [&content](const auto& each) { return each.id == content.focal; });
    const auto& points = result.points;
    std::size_t from = 0;
    if (focal != content.periods.end() && focal->dated) {
        for (std::size_t at = 0; at < points.size(); ++at) {
            if (points[at].date.first < focal->begin) from = at;
        }
    }
    const auto& latest = points.back();
    if (from + 1 == points.size()) return at_point(latest);
    return fmt::format("{} → {}", at_point(points[from]), at_point(latest));
}

// Which of the four audiences speak to each issue, and which are not recorded.
void add_audiences(Document& document, const workbench::BurdenOfCase& of_case) {
    std::vector<std::pair<std::string, std::vector<const workbench::OpinionResult*>>> issues;
    for (const auto& result : of_case.opinions) {
        const auto& issue = result.series->issue;
        auto found =
            std::find_if(issues.begin(), issues.end(), [&issue](const auto& one) { return one.first == issue; });
        if (found == issues.end()) found = issues.insert(issues.end(), {issue, {}});
        found->second.push_back(&result);
    }
    Table table;
    table.columns = {{"issue", Align::Left, true}};
    for (const auto audience : kAudiences)
        table.columns.push_back({std::string(name_of(audience)), Align::Left, true, true});
    for (const auto& [issue, results] : issues) {
        std::vector<Text> row{{issue.empty() ? "no issue" : issue_name(of_case.open->content, issue)}};
        for (const auto audience : kAudiences) {
            std::vector<std::string> cells;
            for (const auto* result : results) {
                if (result->series->audience != audience || result->points.empty()) continue;
                cells.push_back(fmt::format("{}: {}", result->series->name, moved_words(*result, of_case)));
            }
            row.emplace_back(cells.empty() ? "not recorded" : joined(cells, "; "),
                             cells.empty() ? Tone::Faint : Tone::Plain);
        }
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
}

// `−54 points`, `+1 point`
std::string in_points(double share) {
    const auto words = points_words(share);
    return fmt::format("{} point{}", words, words == "+1" || words == "−1" ? "" : "s");
}

std::string series_name(const workbench::BurdenOfCase& of_case, const std::string& id) {
    for (const auto& result : of_case.opinions) {
        if (result.series->id == id) return result.series->name;
    }
    return id;
}

// `2016 to 2017`; with days where both are of one year.
std::string span_words(const Date& from, const Date& to) {
    if (year_of(from.last) == year_of(to.last)) return fmt::format("{} to {}", to_text(from), to_text(to));
    return fmt::format("{} to {}", year_of(from.last), year_of(to.last));
}

std::string person_words(const workbench::PersonAgainstCountry& person, const workbench::BurdenOfCase& of_case) {
    constexpr double kTooLittle = 0.03;  // of a change, for a ratio to it: the sampling error is mostly as large
    auto words = fmt::format("{}: the person ({}) moved {}, the country ({}) {}", span_words(person.from, person.to),
                             series_name(of_case, person.person), in_points(person.person_change),
                             series_name(of_case, person.country), points_words(person.country_change));
    if (person.ratio && std::abs(person.country_change) >= kTooLittle) {
        words += fmt::format(": {} times as far", value_words(std::abs(*person.ratio)));
    } else {
        words += ", too little to say how many times as far";
    }
    return words + ".";
}

constexpr std::array kConduct{evidence::Conduct::Pledge,     evidence::Conduct::Omission, evidence::Conduct::Condition,
                              evidence::Conduct::Reversal,   evidence::Conduct::Doubt,    evidence::Conduct::Deployment,
                              evidence::Conduct::Withdrawal, evidence::Conduct::Money,    evidence::Conduct::Exercise,
                              evidence::Conduct::Agreement};

// `pledge 3, omission 1 · deployment 2`: words, then acts.
std::string conduct_words(const workbench::ConductCount& count) {
    std::vector<std::string> words;
    std::vector<std::string> acts;
    for (const auto conduct : kConduct) {
        const auto at = static_cast<std::size_t>(conduct);
        if (at >= count.by_conduct.size() || count.by_conduct[at] == 0) continue;
        (evidence::is_words(conduct) ? words : acts)
            .push_back(fmt::format("{} {}", name_of(conduct), count.by_conduct[at]));
    }
    return fmt::format("words: {} · acts: {}", words.empty() ? "none recorded" : joined(words, ", "),
                       acts.empty() ? "none recorded" : joined(acts, ", "));
}

}  // namespace

void add_opinions(Document& document, const workbench::BurdenOfCase& of_case) {
    if (of_case.opinions.empty()) return;
    document.heading("Opinion: public, elites, officials, experts");
    add_audiences(document, of_case);
    for (const auto& series : of_case.opinions) add_series(document, series, of_case);
    document.paragraph(
        Text{"Changes are from the point before; the interval takes the polls for simple random samples, so it is too "
             "narrow where they were not. A share of statements has no sampling error: it is what somebody collected.",
             Tone::Faint},
        1);
    if (of_case.persons.empty()) return;
    document.heading("The person against the country");
    std::vector<Text> lines;
    for (const auto& person : of_case.persons) lines.emplace_back(person_words(person, of_case));
    document.list(std::move(lines));
}

void add_conduct(Document& document, const workbench::BurdenOfCase& of_case) {
    if (of_case.conduct.empty()) return;
    document.heading("Words and acts of the guarantors");
    Table table;
    table.columns = {{"guarantor", Align::Left, true},
                     {"period", Align::Left, true},
                     {"words assure", Align::Right},
                     {"words doubt", Align::Right},
                     {"acts assure", Align::Right},
                     {"acts doubt", Align::Right},
                     {"words borne out", Align::Right},
                     {"belied", Align::Right},
                     {"which", Align::Left, false, true, false, true}};
    for (auto& column : table.columns) column.title_wraps = true;
    for (const auto& count : of_case.conduct) {
        table.rows.push_back({{count.guarantor.name},
                              {count.period.empty() ? "—" : period_name(of_case.open->content, count.period)},
                              {std::to_string(count.words_assuring)},
                              {std::to_string(count.words_doubting)},
                              {std::to_string(count.acts_assuring)},
                              {std::to_string(count.acts_doubting)},
                              {std::to_string(count.borne_out)},
                              {std::to_string(count.belied)},
                              {conduct_words(count)}});
    }
    document.table(std::move(table));
    document.paragraph(Text{"Counts of what the case records, not of all that was said and done.", Tone::Faint}, 1);
}

}  // namespace entente::reports
