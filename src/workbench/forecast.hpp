// What was foretold, what came of it, and how good the forecasts were: of cases and of files of forecasts.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "core/date.hpp"
#include "evidence/forecast.hpp"
#include "outlook/forecast_scores.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

struct ForecastRequest {
    std::vector<std::filesystem::path> from;  // folders of cases, files of forecasts
    std::optional<Day> as_of;                 // nothing: the last day that the files know of
};

enum class ForecastKind {
    Forecast,  // somebody said that it would happen
    Scenario,  // somebody said what would follow if it did
};

struct ForecastView {
    std::string id;
    std::string from;  // the case's id, or the file
    ForecastKind kind = ForecastKind::Forecast;
    std::string author;
    std::optional<Date> made;
    std::string statement;
    evidence::Forecast forecast;  // as of the day: what was settled later is open
    std::vector<evidence::Citation> sources;
    std::vector<std::string> rows;
    bool overdue = false;  // still open after its horizon
    // Scores of its own, where it was settled and has a probability; `log` also nothing where it gave 0 to what
    // happened.
    std::optional<double> brier;
    std::optional<double> log;
};

// Forecasts without a probability cannot be scored; they are hits and misses.
struct ForecastAuthor {
    std::string author;
    int made = 0;
    int came_true = 0;
    int failed = 0;
    int open = 0;
    int unscorable = 0;
    int scored = 0;  // settled, with a probability
    std::optional<double> brier;
};

struct ForecastResult {
    Day as_of{};
    std::vector<OpenCasePtr> cases;  // of those named, in their order
    std::vector<ForecastView> forecasts;
    std::optional<outlook::ForecastScores> scores;
    std::string why_no_scores;
    std::vector<ForecastAuthor> authors;  // of forecasts and of scenarios with a probability; in order of appearance
    std::vector<std::string> notes;
};

// Throws NotFound for what is not there, BadData carrying every problem of what is broken, BadRequest for a case named
// twice.
[[nodiscard]] ForecastResult forecast(const ForecastRequest& request);

// Of one open case.
[[nodiscard]] ForecastResult forecast_of_case(const OpenCase& open, const std::optional<Day>& as_of);

// Whether the case has anything that was foretold.
[[nodiscard]] bool has_forecasts(const evidence::Case& content) noexcept;

// A file to start from.
[[nodiscard]] std::string forecast_template();

}  // namespace entente::workbench

template <>
struct entente::NamesOf<entente::workbench::ForecastKind> {
    static constexpr std::array<std::string_view, 2> names{"forecast", "scenario"};
};
