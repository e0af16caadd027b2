#include "datasets/named_states.hpp"

#include <algorithm>

#include "core/text.hpp"
#include "datasets/column_names.hpp"

namespace entente::datasets {

namespace {

Date days_of(std::optional<std::int64_t> first, std::optional<std::int64_t> last) {
    const auto begin = static_cast<int>(std::clamp<std::int64_t>(first.value_or(1), 1, 9999));
    const auto end = static_cast<int>(std::clamp<std::int64_t>(last.value_or(9999), begin, 9999));
    return day_range(make_day(begin, 1, 1), make_day(end, 12, 31));
}

// `another territory: PAK only from 1972`
std::string territory_words(const Descriptor::StateName& name) {
    std::string text = "another territory: " + name.code + " only";
    if (name.years.first > kFirstNameYear) text += " from " + std::to_string(name.years.first);
    if (name.years.last < kLastNameYear) text += " to " + std::to_string(name.years.last);
    return text;
}

}  // namespace

NamedStates::NamedStates(const Descriptor& descriptor, const StateTable& states)
    : descriptor_(descriptor), states_(states) {
    for (const auto& name : descriptor.names) names_.emplace(plain_name(name.written), &name);
}

NamedState NamedStates::find(const std::string& written, std::optional<std::int64_t> first,
                             std::optional<std::int64_t> last) const {
    const auto when = days_of(first, last);
    const auto known = names_.find(plain_name(written));
    const auto* name = known == names_.end() ? nullptr : known->second;
    if (name != nullptr && name->code.empty()) return {};  // a region, a group
    const auto match = states_.find(name != nullptr ? name->code : in_list(written), when);
    const bool other_years = name != nullptr && (first.value_or(name->years.first) < name->years.first ||
                                                 last.value_or(name->years.last) > name->years.last);
    if (match.code && other_years) return {0, 0, territory_words(*name)};
    if (match.code) return numbers_of(match);
    if (match.candidates.empty()) return {0, 0, match.why_not};
    return {0, 0, match.why_not + ": " + joined(match.candidates, ", ")};
}

std::string NamedStates::in_list(const std::string& written) const {
    if (descriptor_.key.numbering == Numbering::Iso3) return "iso:" + written;
    if (descriptor_.key.numbering == Numbering::Iso2) return "iso2:" + written;
    return written;
}

// A list counts if the state was on it on any day of the span; the later number, if it changed. Only under the name
// that is written: Serbia and Montenegro is not Serbia, which followed it in the same year.
NamedState NamedStates::numbers_of(const StateMatch& match) const {
    NamedState numbers;
    for (const auto place : match.rows) {
        const auto& row = states_.rows()[place];
        if (row.cow_number > 0) numbers.cow = row.cow_number;
        if (row.gw_number > 0) numbers.gw = row.gw_number;
    }
    return numbers;
}

}  // namespace entente::datasets
