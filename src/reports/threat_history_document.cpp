// threat: year by year, one row for each.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/names.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kPlaces = 3;  // threats of a year that have a column

// Years in a row in which one state comes first.
struct Reign {
    std::string state;
    int from = 0;
    int to = 0;
};

std::vector<Reign> reigns(const workbench::StateThreats& of) {
    std::vector<Reign> all;
    for (const auto& year : of.years) {
        if (year.threats.empty() || !threat::comes_first(year.threats.front().standing)) continue;
        const auto& first = year.threats.front().other.name;
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

// The state of that place and its ranks, in two cells. Who is nothing has no place.
void add_place(std::vector<Text>& row, const workbench::YearOfThreats& year, std::size_t place) {
    const bool ranked = place < year.threats.size() && year.threats[place].standing.composite.known() &&
                        year.threats[place].standing.composite.value > 0;
    row.emplace_back(ranked ? year.threats[place].other.name : "—");
    row.emplace_back(ranked ? rank_range(year.threats[place].standing) : "—");
}

// To the first threat, or to the first of those asked for.
const workbench::ResponseTo* response_of(const workbench::YearOfThreats& year) {
    if (year.threats.empty() || year.responses.empty()) return nullptr;
    const auto& response = year.responses.front();
    return response.threat.number == year.threats.front().other.number ? &response : nullptr;
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

}  // namespace

void add_history(Document& document, const workbench::StateThreats& of, const evidence::ThreatTheory& theory) {
    const auto all = reigns(of);
    document.paragraph(
        Text{(all.empty() ? "Nobody comes first in any of these years." : "First: " + reigns_in_words(all) + ".") +
                 unranked_in_words(of),
             Tone::Bold},
        1);
    Table table;
    table.columns = {{"year", Align::Right}};
    for (const auto* place : {"first", "second", "third"}) {
        table.columns.push_back({place, Align::Left, true});
        table.columns.push_back({"ranks", Align::Right});
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
        for (std::size_t place = 0; place < kPlaces; ++place) add_place(row, year, place);
        add_answer(row, response_of(year));
        if (!of.unranked.empty()) row.emplace_back(unranked_codes(of, year));
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
    document.paragraph(Text{fmt::format("Ranks: over all {} weightings. Alone, with ally: the "
                                        "first threat's share of the "
                                        "capabilities of both sides; Δp: what the ally takes from it; response: to "
                                        "that threat, with P(balance).{}",
                                        value_words(static_cast<double>(weightings_of(theory))),
                                        of.unranked.empty() ? ""
                                                            : " No rank: for want of a component; in brackets the "
                                                              "place at worst, were what is missing nothing."),
                            Tone::Faint},
                       1);
}

}  // namespace entente::reports
