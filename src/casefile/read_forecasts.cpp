// Forecasts: their keys in a claim, and files that hold nothing else.
#include <string_view>
#include <utility>
#include <variant>

#include "casefile/forecast_file.hpp"
#include "casefile/forecast_keys.hpp"
#include "core/sha256.hpp"
#include "textfiles/files.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {
namespace {

using evidence::ProbabilityRange;
using evidence::Resolution;

bool settled(Resolution resolution) {
    return resolution == Resolution::CameTrue || resolution == Resolution::Failed;
}

// A number, or two of them.
std::optional<ProbabilityRange> probability_if(EntryReader& reader) {
    const auto* found = reader.value("probability");
    if (found == nullptr) return std::nullopt;
    if (!std::holds_alternative<textfiles::Array>(found->data)) {
        const auto one = reader.probability_if("probability");
        return one ? std::optional(ProbabilityRange{*one, *one}) : std::nullopt;
    }
    const auto range = reader.range_if("probability");
    if (!range) return std::nullopt;
    if (range->first < 0 || range->second > 1) {
        reader.error_at("probability", "'probability' is not between 0 and 1",
                        "write two shares, the lower first: [0.1, 0.3]");
        return std::nullopt;
    }
    return ProbabilityRange{range->first, range->second};
}

void check_days(EntryReader& reader, const std::optional<Date>& made, const evidence::Forecast& forecast) {
    const auto& resolved = forecast.outcome.resolved;
    const char* due = reader.has("due") ? "due" : "horizon";
    if (made && forecast.due && forecast.due->last < made->first) {
        reader.error_at(
            due, "the horizon " + to_text(*forecast.due) + " ends before the forecast was made, " + to_text(*made),
            "correct one of the two dates");
    }
    if (made && resolved && resolved->last < made->first) {
        reader.error_at("resolved", "resolved on " + to_text(*resolved) + ", before it was made, " + to_text(*made),
                        "what was known when it was said is no forecast; correct one of the two dates");
    }
    const bool came_true = forecast.outcome.resolution == Resolution::CameTrue;
    if (came_true && resolved && forecast.due && resolved->first > forecast.due->last) {
        reader.error_at("resolved",
                        "came true on " + to_text(*resolved) + ", after its horizon " + to_text(*forecast.due),
                        "by its rule it failed on the last day of the horizon; or correct one of the two dates");
    }
}

evidence::StandingForecast read_standing(const textfiles::Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::StandingForecast standing;
    standing.where = table.where;
    standing.id = reader.id();
    standing.author = reader.filled_text("author");
    const auto made = reader.required_date("date");
    if (made) standing.made = *made;
    standing.text = reader.filled_text("text");
    standing.forecast = read_forecast_keys(reader, made);
    reader.finish();
    return standing;
}

}  // namespace

evidence::Settlement read_outcome_keys(EntryReader& reader) {
    evidence::Settlement outcome;
    outcome.resolution = reader.required_choice<Resolution>("resolution").value_or(Resolution::Open);
    outcome.resolved = reader.date_if("resolved");
    outcome.why = reader.text_or("why", "");
    outcome.settled_by = reader.citations_if("sources");
    const std::string state(name_of(outcome.resolution));
    if (outcome.resolution != Resolution::Open) (void)reader.require_key("why", "say why it is " + state);
    if (settled(outcome.resolution)) {
        (void)reader.require_key("sources", "say where one can read that it is " + state);
        if (reader.has("sources") && outcome.settled_by.empty()) {
            reader.error_at("sources", "no source says that it is " + state, "name at least one");
        }
    } else if (outcome.resolved) {
        reader.error_at("resolved", "a day on which it was settled, of what is " + state,
                        "say came-true or failed, or take the day out");
    }
    return outcome;
}

evidence::Forecast read_forecast_keys(EntryReader& reader, const std::optional<Date>& made) {
    evidence::Forecast forecast;
    (void)reader.require_key("horizon", "write horizon = \"\" if the author gave none");
    forecast.horizon = reader.text_or("horizon", "");
    forecast.due = reader.has("due") ? reader.date_if("due") : parse_date(forecast.horizon);
    forecast.rule = reader.filled_text("rule");
    forecast.probability = probability_if(reader);
    forecast.probability_basis = reader.text_or("probability_basis", "");
    if (reader.has("probability_basis") && !reader.has("probability")) {
        reader.error_at("probability_basis", "the basis of no probability", "add 'probability', or take this out");
    }
    forecast.outcome = read_outcome_keys(reader);
    check_days(reader, made, forecast);
    return forecast;
}

evidence::ForecastFile forecasts_from(std::string bytes, const std::string& shown_as, Problems& problems) {
    evidence::ForecastFile file;
    file.sha256 = sha256(bytes);
    Problems syntax;
    auto document = textfiles::read_toml(std::move(bytes), shown_as, syntax);
    Problems content;
    const auto whole = whole_table(std::move(document), content);
    EntryReader reader(whole, content);
    file.name = reader.text_or("name", "");
    if (!reader.has("forecast")) {
        content.error(whole.where, "no forecast", "add a [[forecast]]; `entente forecast --template` prints one");
    }
    for (const auto* table : reader.tables("forecast")) file.forecasts.push_back(read_standing(*table, content));
    reader.finish();
    for (std::size_t i = 0; i < file.forecasts.size(); ++i) {
        const auto& one = file.forecasts[i];
        for (std::size_t earlier = 0; earlier < i && !one.id.empty(); ++earlier) {
            if (file.forecasts[earlier].id != one.id) continue;
            content.error(one.where, "the forecast '" + one.id + "' stands here a second time",
                          "give each its own id, or take one out");
            break;
        }
    }
    problems.add(syntax);
    problems.add(syntax.has_errors() ? without_missing(content) : content);
    return file;
}

evidence::ForecastFile read_forecast_file(const std::filesystem::path& path, Problems& problems) {
    Problems unreadable;
    auto bytes = textfiles::read_file(path, path.string(), unreadable);
    problems.add(unreadable);
    if (unreadable.has_errors()) return {};
    return forecasts_from(std::move(bytes), path.string(), problems);
}

}  // namespace entente::casefile
