#include "workbench/states.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/data.hpp"

namespace entente::workbench {
namespace {

bool is_number(const std::string& written) {
    return !written.empty() &&
           std::all_of(written.begin(), written.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
}

// `255` → `gw:255`, `us` → `iso2:us`; a name and what has a prefix already stay.
std::string with_prefix(const std::string& written, StateSystem system) {
    constexpr std::size_t kLongestCode = 3;
    if (system != StateSystem::Iso) return is_number(written) ? std::string(name_of(system)) + ':' + written : written;
    if (written.find(':') != std::string::npos || written.size() > kLongestCode || written.size() < 2) return written;
    return (written.size() == 2 ? "iso2:" : "iso:") + written;
}

// What each list says of the number, with the list's name before it.
std::vector<std::string> candidates_of(const std::vector<std::pair<std::string, StateMatch>>& lists) {
    std::vector<std::string> all;
    for (const auto& [asked, match] : lists) {
        for (const auto& each : match.candidates) all.push_back(asked + ' ' + each);
    }
    return all;
}

// A bare number: the state that both lists mean by it, or the only list that has it; else nothing is chosen.
StateMatch match_number(const StateTable& table, const std::string& number, const Date& when) {
    std::vector<std::pair<std::string, StateMatch>> lists;
    for (const StateSystem system : {StateSystem::Cow, StateSystem::Gw}) {
        const std::string asked = with_prefix(number, system);
        auto match = table.find(asked, when);
        if (match.why_not != "unknown") lists.emplace_back(asked, std::move(match));
    }
    if (lists.empty()) return {std::nullopt, {}, "unknown", {}, {}};
    const auto& first = lists.front().second;
    const auto& last = lists.back().second;
    if (first.code == last.code && first.why_not == last.why_not) {
        if (first.code) return first;
        return {std::nullopt, candidates_of(lists), first.why_not, {}, {}};
    }
    return {std::nullopt, candidates_of(lists), "ambiguous", {}, {}};
}

std::string advice_on(const std::string& number, const StateMatch& match) {
    if (match.why_not == "unknown") return "no list has this number";
    return "say which list it is of: cow:" + number + " or gw:" + number + ", or --system for all";
}

// `to 2006-06-04; later Serbia, gw 340`: where the state went on, in the time that is asked for, as something else.
std::string what_followed(const StateRow& row, const StateRow& last) {
    std::vector<std::string> changes;
    if (last.name != row.name) changes.push_back(last.name);
    const auto add = [&](const char* list, const auto& before, const auto& after) {
        if (before != after) changes.push_back(fmt::format("{} {}", list, after));
    };
    if (last.cow_number > 0) add("cow", row.cow_number, last.cow_number);
    if (last.gw_number > 0) add("gw", row.gw_number, last.gw_number);
    if (!last.iso3.empty()) add("iso", row.iso3, last.iso3);
    if (row.end >= last.begin || changes.empty()) return {};
    return "to " + to_text(row.end) + "; later " + joined(changes, ", ");
}

}  // namespace

StatesResult states(const StatesRequest& request) {
    require(!request.written.empty(), "no name or code was given", "as in `entente states Germany --year 1938`");
    const auto table = shipped_states();
    constexpr int kFirstYear = 1816;
    constexpr int kLastYear = 9999;
    const Date when = request.when.value_or(day_range(make_day(kFirstYear, 1, 1), make_day(kLastYear, 12, 31)));
    StatesResult result{request.when, {}};
    for (const auto& written : request.written) {
        const bool bare_number = !request.system && is_number(written);
        const auto asked = request.system ? with_prefix(written, *request.system) : written;
        StateAnswer answer{written, bare_number ? match_number(table, written, when) : table.find(asked, when), {}, {}};
        if (bare_number && !answer.match.code) answer.advice = advice_on(written, answer.match);
        if (answer.match.code) {
            answer.row = table.rows()[answer.match.rows.back()];
            answer.advice = what_followed(*answer.row, *table.row_of(*answer.match.code, when.last));
        }
        result.answers.push_back(std::move(answer));
    }
    return result;
}

}  // namespace entente::workbench
