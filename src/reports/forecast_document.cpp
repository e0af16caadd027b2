// forecast: what was foretold, what came of it, and the scores.
#include <cmath>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/forecast_words.hpp"
#include "reports/names.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::reports {
namespace {

using evidence::Resolution;
using workbench::ForecastKind;
using workbench::ForecastResult;
using workbench::ForecastView;

constexpr int kPicture = 40;  // columns from 0 to 1
constexpr std::size_t kFew = 30;

Tone tone_of(Resolution resolution) {
    if (resolution == Resolution::CameTrue) return Tone::Strong;
    if (resolution == Resolution::Failed) return Tone::Weak;
    return resolution == Resolution::Unscorable ? Tone::Faint : Tone::Plain;
}

std::string status_of(const ForecastView& view) {
    return std::string(name_of(view.forecast.outcome.resolution)) + (view.overdue ? ", overdue" : "");
}

std::string why_of(const ForecastView& view) {
    const auto& outcome = view.forecast.outcome;
    std::string why = outcome.resolved ? to_text(*outcome.resolved) + ": " : "";
    why += outcome.why;
    if (view.overdue) {
        why += (why.empty() ? "" : " ") + std::string("Its horizon ended on ") + to_text(view.forecast.due->last) +
               " and nobody has settled it.";
    }
    if (!outcome.settled_by.empty()) why += " [" + cited(outcome.settled_by) + "]";
    return why;
}

std::string score_of(const ForecastView& view) {
    return view.brier ? fmt::format("{:.3f}", *view.brier) : std::string();
}

Table table_of(const ForecastResult& result, ForecastKind kind) {
    Table table;
    table.columns = {{"forecast", Align::Left, true, true},
                     {"made", Align::Left},
                     {"due", Align::Left},
                     {"P", Align::Left},
                     {"status", Align::Left},
                     {"Brier", Align::Right},
                     {"by", Align::Left, false, true, false, true},
                     {"what was said", Align::Left, false, true, false, true},
                     {"settled if", Align::Left, false, true, false, true},
                     {"why", Align::Left, false, true, false, true}};
    for (const auto& view : result.forecasts) {
        if (view.kind != kind) continue;
        const auto& forecast = view.forecast;
        auto basis = forecast.probability_basis;
        if (!basis.empty()) basis = " (P: " + basis + ")";
        table.rows.push_back({Text{view.id}, Text{view.made ? to_text(*view.made) : ""},
                              Text{forecast.due ? to_text(*forecast.due) : ""},
                              Text{range_in_words(forecast.probability)},
                              Text{status_of(view), tone_of(forecast.outcome.resolution)}, Text{score_of(view)},
                              Text{view.author + ", in " + view.from}, Text{view.statement + basis},
                              Text{forecast.rule}, Text{why_of(view)}});
    }
    return table;
}

void add_table(Document& document, const ForecastResult& result, ForecastKind kind, const std::string& heading) {
    auto table = table_of(result, kind);
    if (table.rows.empty()) return;
    document.heading(heading);
    document.table(std::move(table));
}

std::size_t column_of(double share) {
    return static_cast<std::size_t>(std::lround(share * kPicture));
}

// `·····|··○···●····`: on a line from 0 to 1, the share that came true ●, its interval -, what was forecast ○.
std::string picture_of(const outlook::ForecastGroup& group) {
    std::vector<std::string> line(kPicture + 1, "·");
    for (auto column = column_of(group.low); column <= column_of(group.high); ++column) line[column] = "─";
    line[column_of(group.forecast)] = "○";
    line[column_of(group.happened)] = column_of(group.happened) == column_of(group.forecast) ? "◉" : "●";
    return joined(line, "");
}

void add_scores(Document& document, const ForecastResult& result) {
    document.heading("Scores");
    if (!result.scores) {
        document.labelled("SCORES", {Text{"none: " + result.why_no_scores, Tone::Faint}});
        return;
    }
    const auto& scores = *result.scores;
    std::vector<Text> brier{fmt::format("{:.3f} = reliability {:.3f} − resolution {:.3f} + uncertainty {:.3f}",
                                        scores.brier, scores.parts.reliability, scores.parts.resolution,
                                        scores.parts.uncertainty)};
    if (scores.brier_best < scores.brier_worst) {
        brier.emplace_back(fmt::format("ranges count by their middle; at the ends {:.3f}–{:.3f}", scores.brier_best,
                                       scores.brier_worst),
                           Tone::Faint);
    }
    document.labelled("BRIER", std::move(brier));
    document.labelled("LOG SCORE", {scores.log ? Text{coefficient(*scores.log, 3)}
                                               : Text{"none: one gave probability 0 to what happened", Tone::Faint}});
    document.labelled("SKILL",
                      {scores.skill ? Text{coefficient(*scores.skill) + " against forecasting the share that came true"}
                                    : Text{"none: all came true, or none did", Tone::Faint}});
    std::vector<Text> of{counted(static_cast<long>(scores.forecasts), "settled forecast") + " with a probability"};
    if (scores.forecasts < kFew) {
        of.emplace_back(fmt::format("fewer than {}: the parts and the calibration say little", kFew), Tone::Faint);
    }
    document.labelled("OF", std::move(of));
    Table table;
    table.columns = {{"forecast ○", Align::Right},
                     {"came true ●", Align::Right},
                     {"95%", Align::Left},
                     {"n", Align::Right},
                     {"0 to 1", Align::Left, false, false, true}};
    for (const auto& group : scores.calibration) {
        table.rows.push_back({Text{probability(group.forecast)}, Text{probability(group.happened)},
                              Text{probability(group.low) + "–" + probability(group.high)},
                              Text{std::to_string(group.size)}, Text{picture_of(group)}});
    }
    document.table(std::move(table));
}

void add_authors(Document& document, const ForecastResult& result) {
    if (result.authors.empty()) return;
    document.heading("Hits and misses by author; without a probability nothing more can be said of a forecast");
    Table table;
    table.columns = {{"author", Align::Left, true, true},
                     {"made", Align::Right},
                     {"came true", Align::Right},
                     {"failed", Align::Right},
                     {"open", Align::Right},
                     {"unscorable", Align::Right},
                     {"scored", Align::Right},
                     {"Brier", Align::Right}};
    for (const auto& author : result.authors) {
        table.rows.push_back({Text{author.author}, Text{std::to_string(author.made)},
                              Text{std::to_string(author.came_true)}, Text{std::to_string(author.failed)},
                              Text{std::to_string(author.open)}, Text{std::to_string(author.unscorable)},
                              Text{std::to_string(author.scored)},
                              Text{author.brier ? fmt::format("{:.3f}", *author.brier) : ""}});
    }
    document.table(std::move(table));
}

}  // namespace

Document forecast_document(const ForecastResult& result) {
    Document document;
    document.paragraph(fmt::format("What was foretold, and what came of it · as of {} · {} in all",
                                   to_text(result.as_of), result.forecasts.size()));
    add_scores(document, result);
    add_authors(document, result);
    add_table(document, result, ForecastKind::Forecast, "Forecasts");
    add_table(document, result, ForecastKind::Scenario,
              "Scenarios: what would follow is foretold, not that it happens; scored only with a probability");
    std::vector<Text> notes;
    for (const auto& note : result.notes) notes.emplace_back(note, Tone::Faint);
    if (!notes.empty()) document.labelled("notes", std::move(notes));
    document.origin = "entente " + workbench::version();
    return document;
}

}  // namespace entente::reports
