// What a scholar should know about the data in a store before using them: two sources that disagree, values that cannot
// be, units that occur twice or did not exist, zeros that look like missing ones, changes of definition, spikes, and
// what another version of the same data set says. An alarm states what was found and changes nothing. The rules and
// their numbers: docs/alarms.md.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/named_enum.hpp"

namespace entente::datasets {

enum class AlarmKind { Disagreement, Impossible, BrokenKey, Zeros, Break, Spike, Versions, Rows };

// How bad it is. Wrong: cannot be right. Doubtful: look before use. Note: right, and good to know.
enum class Gravity { Wrong, Doubtful, Note };

// One unit that an alarm is about: a state in a year, a pair of states, an alliance.
struct AlarmUnit {
    std::string unit;           // `ROK 2008`
    std::optional<double> one;  // the value in the alarm's own data set …
    std::optional<double> two;  // … and in the other source or version; or, of a spike, in the year before
    std::int64_t more = 0;      // further units of the same state, pair or alliance, not listed
    std::optional<double> three = std::nullopt;  // of a spike: in the year after

    bool operator==(const AlarmUnit&) const = default;
};

struct Alarm {
    AlarmKind kind = AlarmKind::Disagreement;
    Gravity gravity = Gravity::Doubtful;
    std::string dataset;
    std::string version;
    std::vector<std::string> older;  // further versions of the data set of which the same is true, oldest first
    std::string variable;            // empty where the whole row is concerned
    bool minor = false;              // about columns that a panel does not take by itself
    std::string other;               // the other side of a comparison: `sipri-milex@2024.constant_usd_million`
    std::string pattern;  // what the units have in common: `exactly doubled`; empty where nothing was recognised
    std::string what;     // a sentence
    std::string advice;   // another one
    std::string source;   // the files compared, or where a break is declared
    std::int64_t units = 0;
    std::int64_t checked = 0;      // of so many units; 0 where a share makes no sense
    std::vector<AlarmUnit> worst;  // at most ten, the worst first
};

// By gravity, what is about whole rows or main columns first, then the share and the number of units, then kind, data
// set, version and variable: always the same order.
void sort_alarms(std::vector<Alarm>& alarms);

// `46,582`, `1816`, `0.0375`: whole numbers in full, others with four significant digits. `12.3%`, `under 0.1%`.
[[nodiscard]] std::string figure_text(double value);
[[nodiscard]] std::string share_text(std::int64_t part, std::int64_t whole);
// `1 unit`, `1,234 units`
[[nodiscard]] std::string count_text(std::int64_t count, std::string_view one);

}  // namespace entente::datasets

template <>
struct entente::NamesOf<entente::datasets::AlarmKind> {
    static constexpr std::array<std::string_view, 8> names{"disagreement", "impossible", "key",      "zeros",
                                                           "break",        "spike",      "versions", "rows"};
};
template <>
struct entente::NamesOf<entente::datasets::Gravity> {
    static constexpr std::array<std::string_view, 3> names{"wrong", "doubtful", "note"};
};
