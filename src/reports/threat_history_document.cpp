// threat: year by year, one row for each.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/names.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kPlaces = 3;  // threats of a year that have a column
constexpr std::array kPrincipal{"first", "second", "third"};
constexpr std::array kAskedFor{"threat asked for", "second asked for", "third asked for"};

// Years in a row in which one state is the first of the principal threats.
struct Reign {
    std::string state;
    int from = 0;
    int to = 0;
};

// The threat of the year that comes first; null where that is none, or was not asked for.
const workbench::Threat* first_threat(const workbench::YearOfThreats& year) {
    const auto found = std::find_if(year.threats.begin(), year.threats.end(),
                                    [&year](const auto& threat) { return is_first_threat(threat, year); });
    return found == year.threats.end() ? nullptr : &*found;
}

std::vector<Reign> reigns(const workbench::StateThreats& of) {
    std::vector<Reign> all;
    for (const auto& year : of.years) {
        const auto* threat = first_threat(year);
        if (threat == nullptr) continue;
        const auto& first = threat->other.name;
        const bool goes_on = !all.empty() && all.back().state == first && all.back().to + 1 == year.year;
        if (!goes_on) all.push_back({first, year.year, year.year});
        all.back().to = year.year;
    }
    return all;
}

std::string span_words(const Reign& reign) {
    return reign.from == reign.to ? std::to_string(reign.from) : fmt::format("{}–{}", reign.from, reign.to);
}

// `Russia 1950–1979, China 1980–2014`; of many changes only how many years each state was first.
std::string reigns_in_words(const std::vector<Reign>& all) {
    constexpr std::size_t kNamed = 6;
    std::vector<std::string> words;
    if (all.size() <= kNamed) {
        for (const auto& reign : all) words.push_back(reign.state + " " + span_words(reign));
        return joined(words, ", ");
    }
    std::vector<std::pair<std::string, int>> years;
    for (const auto& reign : all) {
        const auto found =
            std::find_if(years.begin(), years.end(), [&](const auto& one) { return one.first == reign.state; });
        const int count = reign.to - reign.from + 1;
        if (found == years.end()) {
            years.emplace_back(reign.state, count);
        } else {
            found->second += count;
        }
    }
    std::stable_sort(years.begin(), years.end(),
                     [](const auto& left, const auto& right) { return left.second > right.second; });
    for (const auto& [state, count] : years) {
        if (words.size() == kNamed) {
            words.push_back(fmt::format("{} more", years.size() - kNamed));
            break;
        }
        words.push_back(fmt::format("{} in {} year{}", state, count, count == 1 ? "" : "s"));
    }
    return joined(words, ", ");
}

// Those that have a column: the principal threats, or those asked for, by rank.
std::vector<const workbench::Threat*> columns_of(const workbench::YearOfThreats& year, bool asked_for) {
    std::vector<const workbench::Threat*> shown;
    for (const auto& threat : year.threats) {
        if (shown.size() < kPlaces && (asked_for || is_principal(threat, year))) shown.push_back(&threat);
    }
    return shown;
}

// `1–4`, `1–4 · .61`
std::string ranks_words(const workbench::Threat& threat, const ThreatView& view) {
    const auto ranks = rank_range(threat.standing);
    return view.composite ? fmt::format("{} · {}", ranks, value_or_dash(threat.standing.composite)) : ranks;
}

const workbench::ResponseTo* response_to(const workbench::YearOfThreats& year, const workbench::Threat& threat) {
    const auto found = std::find_if(year.responses.begin(), year.responses.end(), [&threat](const auto& response) {
        return response.threat.number == threat.other.number;
    });
    return found == year.responses.end() ? nullptr : &*found;
}

// `balance .97`, `no-threat`
std::string answer_words(const threat::ResponsePrediction& prediction) {
    const auto words = std::string(name_of(prediction.response));
    const bool judged = prediction.response != threat::PredictedResponse::CannotJudge;
    return prediction.has_probability() && judged ? words + " " + probability(prediction.balances) : words;
}

void add_answer(std::vector<Text>& row, const workbench::ResponseTo* response) {
    if (response == nullptr) {
        for (int cell = 0; cell < 5; ++cell) row.emplace_back("—");
        return;
    }
    const auto& ally = response->ally;
    row.emplace_back(value_or_dash(response->facts[evidence::ThreatValue::Alone]));
    row.emplace_back(ally ? value_or_dash(ally->with_ally) : "—");
    row.emplace_back(ally ? value_or_dash(ally->gain) : "—");
    row.emplace_back(ally ? ally->ally.code + (ally->pledged ? "" : " (no pact)") : "—");
    row.emplace_back(answer_words(response->prediction));
}

// `First: Russia 1950–1979, China 1980–2014.`
std::string headline(const std::vector<Reign>& all, bool asked_for) {
    if (asked_for) {
        return all.empty() ? "None of those asked for comes first among all in any of these years."
                           : "Of those asked for come first among all: " + reigns_in_words(all) + ".";
    }
    return all.empty() ? "Nobody comes first in any of these years." : "First: " + reigns_in_words(all) + ".";
}

// What the columns say.
std::string explanation(const workbench::StateThreats& of, const workbench::ThreatResult& result,
                        const ThreatView& view) {
    const auto condition = faces_in_words(result.theory);
    auto words =
        result.asked_for > 0
            ? std::string("Threats asked for, by rank. ")
            : fmt::format("First, second, third: by rank, of the states that {}have not pledged to defend {}. ",
                          condition.empty() ? "" : fmt::format("are a threat ({}) and ", condition), of.state.name);
    words += fmt::format(
        "Ranks: among all states, over all {} weightings{}. Alone, with ally: the share of the first "
        "in the capabilities of both sides; Δp: what the ally takes from it; response: to the first, "
        "with P(balance).",
        value_words(static_cast<double>(weightings_of(result.theory))),
        view.composite ? "; behind them the composite" : "");
    if (!of.unranked.empty()) {
        words += " No rank: for want of a component; in brackets the place at worst, were what is missing nothing.";
    }
    return words;
}

}  // namespace

void add_history(Document& document, const workbench::StateThreats& of, const workbench::ThreatResult& result,
                 const ThreatView& view) {
    const bool asked_for = result.asked_for > 0;
    document.paragraph(Text{headline(reigns(of), asked_for) + unranked_in_words(of), Tone::Bold}, 1);
    const auto places = asked_for ? std::min(result.asked_for, kPlaces) : kPlaces;
    Table table;
    table.columns = {{"year", Align::Right}};
    for (std::size_t place = 0; place < places; ++place) {
        table.columns.push_back({(asked_for ? kAskedFor : kPrincipal).at(place), Align::Left, true});
        table.columns.push_back({view.composite ? "ranks · composite" : "ranks", Align::Right});
    }
    table.columns.insert(table.columns.end(), {{"alone", Align::Right},
                                               {"with ally", Align::Right},
                                               {"Δp", Align::Right},
                                               {"ally"},
                                               {"response", Align::Left, true}});
    if (!of.unranked.empty()) table.columns.push_back({"no rank", Align::Left, true, true});
    for (auto& column : table.columns) column.title_wraps = true;
    for (const auto& year : of.years) {
        std::vector<Text> row{std::to_string(year.year)};
        const auto shown = columns_of(year, asked_for);
        for (std::size_t place = 0; place < places; ++place) {
            row.emplace_back(place < shown.size() ? shown[place]->other.name : "—");
            row.emplace_back(place < shown.size() ? ranks_words(*shown[place], view) : "—");
        }
        add_answer(row, shown.empty() ? nullptr : response_to(year, *shown.front()));
        if (!of.unranked.empty()) row.emplace_back(unranked_codes(of, year));
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
    document.paragraph(Text{explanation(of, result, view), Tone::Faint}, 1);
}

}  // namespace entente::reports
