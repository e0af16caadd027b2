#include "datasets/table_checks.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "core/text.hpp"

namespace entente::datasets {
namespace {

struct Year {
    int year = 0;
    std::int64_t present = 0;
    std::int64_t nonzero = 0;
};

// The years on either side that a year is held against, and how many values other than zero it would have by their
// share before its silence is an alarm: if each were drawn by itself, none at all would come up in 1 of 22,000 years.
constexpr std::size_t kNeighbours = 3;
constexpr double kExpected = 10;
// Pairs of states are no draws by themselves: one treaty sets many at once.
constexpr double kExpectedOfPairs = 100;

// Values other than zero that the year would have, if it were like the nearest years that have some.
double expected_nonzero(const std::vector<Year>& years, std::size_t place) {
    std::int64_t present = 0;
    std::int64_t nonzero = 0;
    const auto add = [&](const Year& year) {
        present += year.present;
        nonzero += year.nonzero;
    };
    std::size_t found = 0;
    for (std::size_t back = place; back > 0 && found < kNeighbours; --back) {
        if (years[back - 1].nonzero == 0) continue;
        add(years[back - 1]);
        ++found;
    }
    found = 0;
    for (std::size_t next = place + 1; next < years.size() && found < kNeighbours; ++next) {
        if (years[next].nonzero == 0) continue;
        add(years[next]);
        ++found;
    }
    if (present == 0) return 0;
    return static_cast<double>(years[place].present) * static_cast<double>(nonzero) / static_cast<double>(present);
}

std::vector<Year> years_of(const CheckGround& ground, const CheckedTable& table, const std::string& column) {
    const auto found = ground.database().query(fmt::format(
        "SELECT TRY_CAST({} AS INTEGER) AS year, count({}) AS present, count(*) FILTER ({} <> 0) AS nonzero FROM {} "
        "GROUP BY ALL HAVING year IS NOT NULL AND count({}) > 0 ORDER BY year",
        identifier(table.descriptor->key.year), identifier(column), identifier(column), identifier(table.table),
        identifier(column)));
    std::vector<Year> years;
    for (std::size_t row = 0; row < found.rows(); ++row) {
        years.push_back({static_cast<int>(*found.integer(row, "year")), *found.integer(row, "present"),
                         *found.integer(row, "nonzero")});
    }
    return years;
}

std::string span_text(const std::vector<Year>& silent) {
    std::string text;
    for (std::size_t first = 0; first < silent.size();) {
        std::size_t last = first;
        while (last + 1 < silent.size() && silent[last + 1].year == silent[last].year + 1) ++last;
        if (!text.empty()) text += ", ";
        text += std::to_string(silent[first].year);
        if (last > first) text += "–" + std::to_string(silent[last].year);
        first = last + 1;
    }
    return text;
}

// Years without a value other than zero, and the columns that have them alike.
struct Silence {
    std::vector<std::string> columns;
    std::vector<Year> years;
    double expected = 0;
    std::string place;
};

Silence silent_years(const std::vector<Year>& years, double expected) {
    Silence silence;
    for (std::size_t place = 0; place < years.size(); ++place) {
        if (years[place].nonzero > 0) continue;
        const double here = expected_nonzero(years, place);
        if (here < expected) continue;
        silence.years.push_back(years[place]);
        silence.expected += here;
    }
    if (silence.years.empty()) return silence;
    const bool to_the_end = silence.years.back().year == years.back().year;
    const bool from_the_start = silence.years.front().year == years.front().year;
    silence.place = to_the_end ? "at the end" : from_the_start ? "at the beginning" : "in between";
    return silence;
}

// A roll call has a row for each state: what it was about stands in all of them alike, and counts once.
double rows_of_one_event(const CheckGround& ground, const CheckedTable& table) {
    const auto& key = table.descriptor->key;
    std::string events;
    for (const std::string& column : key.unique) {
        if (column == key.state || column == key.year) continue;
        events += (events.empty() ? "" : ", ") + identifier(column);
    }
    if (key.state.empty() || events.empty() || table.descriptor->unit != Unit::Other) return 1;
    const auto found = ground.database().query(
        fmt::format("SELECT CAST(count(*) AS DOUBLE) / greatest(count(DISTINCT ({})), 1) AS each FROM {}", events,
                    identifier(table.table)));
    return std::max(1.0, found.number(0, "each").value_or(1));
}

Alarm alarm_about(const CheckedTable& table, const std::string& span, const Silence& silence) {
    Alarm alarm;
    alarm.kind = AlarmKind::Zeros;
    alarm.dataset = table.descriptor->id;
    alarm.version = table.version;
    alarm.variable = joined(silence.columns, ", ");
    alarm.minor = std::all_of(silence.columns.begin(), silence.columns.end(),
                              [&table](const std::string& column) { return is_minor(table, column); });
    alarm.source = table.source;
    alarm.pattern = silence.place;
    for (const Year& year : silence.years) alarm.units += year.present;
    alarm.what =
        fmt::format("0 in every row of {} ({}), where the years around make one expect about {} other values: {}", span,
                    count_text(alarm.units, "row"), figure_text(std::round(silence.expected)), alarm.variable);
    alarm.advice = "0 may stand for missing here: set these years to missing unless the codebook says otherwise";
    return alarm;
}

}  // namespace

std::vector<Alarm> check_zeros(const CheckGround& ground, const CheckedTable& table) {
    std::vector<Alarm> alarms;
    if (table.descriptor->key.year.empty()) return alarms;
    const double expected =
        table.descriptor->key.state_1.empty() ? kExpected * rows_of_one_event(ground, table) : kExpectedOfPairs;
    std::map<std::string, Silence> silences;  // by their years: columns often fall silent together
    for (const std::string& column : table.numbers) {
        const auto silence = silent_years(years_of(ground, table, column), expected);
        if (silence.years.empty()) continue;
        auto& same = silences.try_emplace(span_text(silence.years), silence).first->second;
        if (!same.columns.empty()) same.expected += silence.expected;
        same.columns.push_back(column);
    }
    for (const auto& [span, silence] : silences) alarms.push_back(alarm_about(table, span, silence));
    return alarms;
}

}  // namespace entente::datasets
