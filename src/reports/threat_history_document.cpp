// threat: year by year, one row for each.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
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
        if (year.threats.empty() || year.threats.front().standing.rank != 1) continue;
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

// The state of that place and its ranks, in two cells.
void add_place(std::vector<Text>& row, const workbench::YearOfThreats& year, std::size_t place) {
    const bool ranked = place < year.threats.size() && year.threats[place].standing.rank;
    row.emplace_back(ranked ? year.threats[place].other.name : "—");
    row.emplace_back(ranked ? rank_range(year.threats[place].standing) : "—");
}

// To the first threat.
const workbench::AllyAgainst* ally_of(const workbench::YearOfThreats& year) {
    return year.responses.empty() || !year.responses.front().ally ? nullptr : &*year.responses.front().ally;
}

}  // namespace

void add_history(Document& document, const workbench::StateThreats& of, const evidence::ThreatTheory& theory) {
    const auto all = reigns(of);
    document.paragraph(
        Text{all.empty() ? "Nobody can be ranked in any of these years." : "First: " + reigns_in_words(all) + ".",
             Tone::Bold},
        1);
    Table table;
    table.columns = {{"year", Align::Right}};
    for (const auto* place : {"first", "second", "third"}) {
        table.columns.push_back({place, Align::Left, true});
        table.columns.push_back({"ranks", Align::Right});
    }
    table.columns.insert(table.columns.end(),
                         {{"alone", Align::Right}, {"with ally", Align::Right}, {"Δp", Align::Right}, {"ally"}});
    for (auto& column : table.columns) column.title_wraps = true;
    for (const auto& year : of.years) {
        const auto* against = ally_of(year);
        const auto value = [&](const Reading workbench::AllyAgainst::* which) {
            return against == nullptr ? std::string("—") : value_or_dash(against->*which);
        };
        std::vector<Text> row{std::to_string(year.year)};
        for (std::size_t place = 0; place < kPlaces; ++place) add_place(row, year, place);
        row.emplace_back(value(&workbench::AllyAgainst::alone));
        row.emplace_back(value(&workbench::AllyAgainst::with_ally));
        row.emplace_back(value(&workbench::AllyAgainst::gain));
        row.emplace_back(against == nullptr ? "—" : against->ally.code + (against->pledged ? "" : " (no pact)"));
        table.rows.push_back(std::move(row));
    }
    document.table(std::move(table));
    document.paragraph(Text{fmt::format("Ranks: over all {} weightings. Alone, with ally: the "
                                        "first threat's share of the "
                                        "capabilities of both sides; Δp: what the ally takes from it.",
                                        value_words(static_cast<double>(weightings_of(theory)))),
                            Tone::Faint},
                       1);
}

}  // namespace entente::reports
