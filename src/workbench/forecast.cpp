#include "workbench/forecast.hpp"

#include <algorithm>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "casefile/forecast_file.hpp"
#include "core/error.hpp"
#include "models/scores.hpp"

namespace entente::workbench {
namespace {

namespace fs = std::filesystem;
using evidence::Resolution;

bool is_settled(Resolution resolution) {
    return resolution == Resolution::CameTrue || resolution == Resolution::Failed;
}

void add_claims(const evidence::Case& content, std::vector<ForecastView>& views) {
    for (const auto& claim : content.claims) {
        if (!claim.forecast) continue;
        ForecastView view;
        view.id = claim.id;
        view.from = content.id;
        view.author = claim.author;
        view.made = claim.date;
        view.statement = claim.text;
        view.forecast = *claim.forecast;
        view.sources = claim.sources;
        view.rows = claim.rows;
        views.push_back(std::move(view));
    }
}

// A scenario foretells its trigger, as far as somebody says how likely it is.
void add_scenarios(const evidence::Case& content, std::vector<ForecastView>& views) {
    for (const auto& scenario : content.scenarios) {
        ForecastView view;
        view.id = scenario.id;
        view.from = content.id;
        view.kind = ForecastKind::Scenario;
        view.author = scenario.author;
        view.statement = scenario.trigger;
        view.forecast.horizon = scenario.horizon;
        view.forecast.due = parse_date(scenario.horizon);
        view.forecast.rule = scenario.resolution;
        if (scenario.probability_low && scenario.probability_high) {
            view.forecast.probability =
                evidence::ProbabilityRange{*scenario.probability_low, *scenario.probability_high};
            view.forecast.probability_basis = scenario.probability_basis;
        }
        if (scenario.outcome) view.forecast.outcome = *scenario.outcome;
        view.sources = scenario.sources;
        view.rows = scenario.rows;
        views.push_back(std::move(view));
    }
}

void add_file(const evidence::ForecastFile& file, const std::string& name, std::vector<ForecastView>& views) {
    for (const auto& standing : file.forecasts) {
        ForecastView view;
        view.id = standing.id;
        view.from = name;
        view.author = standing.author;
        view.made = standing.made;
        view.statement = standing.text;
        view.forecast = standing.forecast;
        views.push_back(std::move(view));
    }
}

// Two cases may record one forecast; it was made once.
void drop_repeated(std::vector<ForecastView>& views, std::vector<std::string>& notes) {
    std::set<std::tuple<std::string, std::string, Date>> seen;
    std::erase_if(views, [&](const ForecastView& view) {
        if (!view.made || seen.emplace(view.id, view.author, *view.made).second) return false;
        notes.push_back("'" + view.id + "' by " + view.author + " stands in " + view.from + " too and is counted once");
        return true;
    });
}

std::optional<Day> last_known(const std::vector<ForecastView>& views) {
    std::optional<Day> last;
    const auto see = [&](const std::optional<Date>& date) {
        if (date && (!last || date->last > *last)) last = date->last;
    };
    for (const auto& view : views) {
        see(view.made);
        see(view.forecast.outcome.resolved);
    }
    return last;
}

// What was settled later was open on that day; what was made later is left out.
void as_of(Day day, std::vector<ForecastView>& views, std::vector<std::string>& notes) {
    const auto later =
        std::erase_if(views, [&](const ForecastView& view) { return view.made && view.made->first > day; });
    if (later > 0) {
        notes.push_back(std::to_string(later) + (later == 1 ? " forecast was" : " forecasts were") +
                        " made later and left out");
    }
    for (auto& view : views) {
        auto& outcome = view.forecast.outcome;
        if (outcome.resolved && outcome.resolved->first > day) {
            outcome = {};
            outcome.why = "settled later";
        }
        view.overdue = outcome.resolution == Resolution::Open && view.forecast.due && view.forecast.due->last < day;
    }
}

void score_each(std::vector<ForecastView>& views) {
    for (auto& view : views) {
        const auto& probability = view.forecast.probability;
        if (!probability || !is_settled(view.forecast.outcome.resolution)) continue;
        const bool came_true = view.forecast.outcome.resolution == Resolution::CameTrue;
        const double off = probability->middle() - (came_true ? 1 : 0);
        view.brier = off * off;
        view.log = models::log_score(probability->middle(), came_true);
    }
}

void score_all(ForecastResult& result) {
    std::vector<outlook::SettledForecast> settled;
    for (const auto& view : result.forecasts) {
        if (!view.brier) continue;
        settled.push_back({*view.forecast.probability, view.forecast.outcome.resolution == Resolution::CameTrue});
    }
    result.scores = outlook::score(settled);
    if (!result.scores) result.why_no_scores = "no forecast with a probability has been settled";
}

std::vector<ForecastAuthor> authors_of(const std::vector<ForecastView>& views) {
    std::vector<ForecastAuthor> authors;
    for (const auto& view : views) {
        if (view.kind == ForecastKind::Scenario && !view.forecast.probability) continue;
        auto found = std::ranges::find(authors, view.author, &ForecastAuthor::author);
        if (found == authors.end()) {
            authors.push_back({});
            found = authors.end() - 1;
            found->author = view.author;
        }
        ++found->made;
        switch (view.forecast.outcome.resolution) {
            case Resolution::Open:
                ++found->open;
                break;
            case Resolution::CameTrue:
                ++found->came_true;
                break;
            case Resolution::Failed:
                ++found->failed;
                break;
            case Resolution::Unscorable:
                ++found->unscorable;
                break;
        }
        if (!view.brier) continue;
        ++found->scored;
        found->brier = found->brier.value_or(0) + *view.brier;
    }
    for (auto& author : authors) {
        if (author.brier) author.brier = *author.brier / author.scored;
    }
    return authors;
}

ForecastResult judged(std::vector<ForecastView> views, const std::optional<Day>& day, Day otherwise) {
    ForecastResult result;
    drop_repeated(views, result.notes);
    result.as_of = day.value_or(std::max(otherwise, last_known(views).value_or(otherwise)));
    as_of(result.as_of, views, result.notes);
    score_each(views);
    result.forecasts = std::move(views);
    score_all(result);
    result.authors = authors_of(result.forecasts);
    return result;
}

bool is_folder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

}  // namespace

ForecastResult forecast(const ForecastRequest& request) {
    require(!request.from.empty(), "no case and no file of forecasts is named",
            "name one: entente forecast CASE, or entente forecast FILE");
    std::vector<OpenCasePtr> cases;
    std::vector<ForecastView> views;
    std::set<std::string> seen;
    Day otherwise{};
    for (const auto& from : request.from) {
        require_present(from);
        std::string hash;
        if (is_folder(from)) {
            const auto open = open_case({from, {}, {}, {}});
            hash = open->content.sha256;
            otherwise = std::max(otherwise, open->content.cutoff);
            add_claims(open->content, views);
            add_scenarios(open->content, views);
            cases.push_back(open);
        } else {
            Problems problems;
            const auto file = casefile::read_forecast_file(from, problems);
            if (problems.has_errors()) {
                throw Error(ErrorKind::BadData, from.string() + " is no file of forecasts that can be scored",
                            "mend it and try again; `entente forecast --template` prints one to start from",
                            problems.sorted());
            }
            hash = file.sha256;
            add_file(file, from.filename().string(), views);
        }
        require(seen.insert(hash).second, from.string() + " is named twice", "name each once");
    }
    auto result = judged(std::move(views), request.as_of, otherwise);
    result.cases = std::move(cases);
    return result;
}

ForecastResult forecast_of_case(const OpenCase& open, const std::optional<Day>& as_of) {
    std::vector<ForecastView> views;
    add_claims(open.content, views);
    add_scenarios(open.content, views);
    return judged(std::move(views), as_of, open.content.cutoff);
}

bool has_forecasts(const evidence::Case& content) noexcept {
    return !content.scenarios.empty() ||
           std::ranges::any_of(content.claims, [](const auto& claim) { return claim.forecast.has_value(); });
}

}  // namespace entente::workbench
