#include "workbench/system_years.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "datasets/state_years.hpp"

namespace entente::workbench {
namespace {

std::string span_words(int first, int last) {
    return first == last ? std::to_string(first) : fmt::format("{}–{}", first, last);
}

// The Correlates of War numbers of the state of that code, at any time.
std::set<int> numbers_of(const StateTable& states, const std::string& code) {
    std::set<int> numbers;
    for (const auto& row : states.rows()) {
        if (row.code == code && row.cow_number != 0) numbers.insert(row.cow_number);
    }
    return numbers;
}

[[noreturn]] void throw_unmatched(const std::string& written, const std::string& years, const StateMatch& match) {
    throw Error(ErrorKind::NotFound, fmt::format("'{}' is no one state in {}: {}", written, years, match.why_not),
                match.candidates.empty() ? "write a code of the Correlates of War, as GMY, an ISO code, as DEU, or a "
                                           "name; `entente states NAME` knows them"
                                         : "candidates: " + joined(match.candidates, "; "));
}

}  // namespace

SystemYears::SystemYears(const StateTable& states, int from, int to) : states_(&states) {
    for (auto& one : datasets::state_years(states, datasets::Numbering::Cow, from, to)) {
        names_[{one.number, one.year}] = {one.number, std::move(one.code), std::move(one.name)};
    }
}

NamedState SystemYears::named(int state, int year) const {
    const auto after = names_.lower_bound({state, year});
    if (after != names_.end() && after->first.first == state) return after->second;
    if (after != names_.begin() && std::prev(after)->first.first == state) return std::prev(after)->second;
    return {state, std::to_string(state), std::to_string(state)};
}

std::optional<int> SystemYears::in_system(const std::string& code, int from, int to) const {
    for (const int number : numbers_of(*states_, code)) {
        for (int year = from; year <= to; ++year) {
            if (has(number, year)) return number;
        }
    }
    return std::nullopt;
}

SystemYears::Found SystemYears::find(const std::string& written, int from, int to) const {
    const auto years = span_words(from, to);
    const auto match = states_->find(written, day_range(make_day(from, 1, 1), make_day(to, 12, 31)));
    if (match.code) {
        if (const auto number = in_system(*match.code, from, to)) {
            Found found{*number, {}};
            if (match.by_iso_code && in_system(*match.by_iso_code, from, to)) {
                found.by_iso_code = states_->name_of(*match.by_iso_code, make_day(to, 12, 31));
            }
            return found;
        }
    }
    if (match.by_iso_code) {
        if (const auto number = in_system(*match.by_iso_code, from, to)) return {*number, {}};
    }
    std::set<int> numbers;
    if (match.code) {
        numbers = numbers_of(*states_, *match.code);
    } else {
        // Of a state that exists in other years than these, those years are said.
        constexpr int kFirstYear = 1816;
        constexpr int kLastYear = 9999;
        const auto ever = states_->find(written, day_range(make_day(kFirstYear, 1, 1), make_day(kLastYear, 12, 31)));
        if (match.why_not == "unknown") {
            // As an ISO code it may mean several states of these years, of which the candidates are then said.
            const auto by_iso = states_->find("iso:" + written, day_range(make_day(from, 1, 1), make_day(to, 12, 31)));
            if (!by_iso.candidates.empty()) throw_unmatched(written, years, by_iso);
        }
        if (match.why_not == "ambiguous" || !ever.code) throw_unmatched(written, years, match);
        if (const auto number = in_system(*ever.code, from, to)) return {*number, {}};
        numbers = numbers_of(*states_, *ever.code);
    }
    std::vector<std::string> when;
    for (const int number : numbers) when.push_back(years_of(number));
    throw Error(ErrorKind::NotFound, fmt::format("{} was not in the system of states in {}", written, years),
                when.empty() ? "the Correlates of War list does not have it at all"
                             : "by the Correlates of War list it was from " + joined(when, "; "));
}

std::string SystemYears::years_of(int state) const {
    std::vector<std::string> spans;
    std::set<int> years;
    for (const auto& one : datasets::state_years(*states_, datasets::Numbering::Cow, 1816,
                                                 datasets::last_listed_year(datasets::Numbering::Cow))) {
        if (one.number == state) years.insert(one.year);
    }
    for (auto year = years.begin(); year != years.end();) {
        const int first = *year;
        int last = first;
        for (++year; year != years.end() && *year == last + 1; ++year) last = *year;
        const bool goes_on = last == datasets::last_listed_year(datasets::Numbering::Cow);
        spans.push_back(fmt::format("{} {} {}", first, goes_on ? "on, at least to" : "to", last));
    }
    return joined(spans, " and ");
}

}  // namespace entente::workbench
