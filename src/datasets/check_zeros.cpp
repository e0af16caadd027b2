#include "datasets/table_checks.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>

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

// The nearest years on either side that have some value other than zero.
struct YearsAround {
    std::vector<Year> before;
    std::vector<Year> after;

    [[nodiscard]] std::vector<Year> all() const {
        auto years = before;
        years.insert(years.end(), after.begin(), after.end());
        return years;
    }
};

YearsAround years_around(const std::vector<Year>& years, std::size_t place) {
    YearsAround around;
    for (std::size_t back = place; back > 0 && around.before.size() < kNeighbours; --back) {
        if (years[back - 1].nonzero > 0) around.before.push_back(years[back - 1]);
    }
    for (std::size_t next = place + 1; next < years.size() && around.after.size() < kNeighbours; ++next) {
        if (years[next].nonzero > 0) around.after.push_back(years[next]);
    }
    return around;
}

double share_other_than_zero(const std::vector<Year>& years) {
    std::int64_t present = 0;
    std::int64_t nonzero = 0;
    for (const Year& year : years) {
        present += year.present;
        nonzero += year.nonzero;
    }
    return present == 0 ? 0 : static_cast<double>(nonzero) / static_cast<double>(present);
}

double smallest_share(const std::vector<Year>& years) {
    double smallest = 1;
    for (const Year& year : years) smallest = std::min(smallest, share_other_than_zero({year}));
    return smallest;
}

// Where one treaty sets many rows at once, a year between others can have none by chance: even by the smallest of their
// shares it should have had some. At the end of a file nothing is allowed for: zeros are filled in there.
bool should_have_some(const Year& year, const YearsAround& around, double expected) {
    const auto rows = static_cast<double>(year.present);
    if (share_other_than_zero(around.all()) * rows < expected) return false;
    const bool between = !around.before.empty() && !around.after.empty();
    return !between || smallest_share(around.all()) * rows >= kExpected;
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
    bool from_the_start = false;
    bool to_the_end = false;
};

// What begins begins with nothing: a state with its first year, an organisation with its founding. A start is held
// against later years only, so it takes more than a few silent years.
constexpr std::size_t kSlowStart = 3;

// The years of one stretch of silence, if by the years around some of them should have had values.
Silence stretch(const std::vector<Year>& years, std::size_t first, std::size_t last, double expected) {
    Silence silence;
    bool loud = false;
    for (std::size_t place = first; place <= last; ++place) {
        const auto around = years_around(years, place);
        loud = loud || should_have_some(years[place], around, expected);
        silence.years.push_back(years[place]);
        silence.expected += share_other_than_zero(around.all()) * static_cast<double>(years[place].present);
    }
    silence.from_the_start = first == 0;
    silence.to_the_end = last + 1 == years.size();
    if (!loud || (silence.from_the_start && silence.years.size() < kSlowStart)) return {};
    return silence;
}

Silence silent_years(const std::vector<Year>& years, double expected) {
    Silence all;
    for (std::size_t first = 0; first < years.size(); ++first) {
        if (years[first].nonzero > 0) continue;
        std::size_t last = first;
        while (last + 1 < years.size() && years[last + 1].nonzero == 0) ++last;
        const auto silence = stretch(years, first, last, expected);
        all.years.insert(all.years.end(), silence.years.begin(), silence.years.end());
        all.expected += silence.expected;
        all.from_the_start = all.from_the_start || silence.from_the_start;
        all.to_the_end = all.to_the_end || silence.to_the_end;
        first = last;
    }
    return all;
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
    alarm.pattern = silence.to_the_end ? "at the end" : silence.from_the_start ? "at the beginning" : "in between";
    for (const Year& year : silence.years) alarm.units += year.present;
    alarm.what =
        fmt::format("0 in every row of {} ({}), where the years around make one expect about {} other values: {}", span,
                    count_text(alarm.units, "row"), figure_text(std::round(silence.expected)), alarm.variable);
    alarm.advice =
        silence.from_the_start && !silence.to_the_end
            ? "either there was nothing to count yet, or it was not counted: look up since when it is, and set the "
              "years before to missing if it was not"
            : "0 may stand for missing here: set these years to missing unless the codebook says otherwise";
    return alarm;
}

// Years that the column does not cover by its descriptor, though the file has a row for them with a 0.
Alarm alarm_outside(const CheckedTable& table, const std::string& span, const Silence& silence) {
    Alarm alarm = alarm_about(table, span, silence);
    alarm.gravity = Gravity::Note;
    alarm.pattern = "outside coverage";
    alarm.what =
        fmt::format("0 in every row of {} ({}), which the {} not cover: {}", span, count_text(alarm.units, "row"),
                    silence.columns.size() == 1 ? "column does" : "columns do", alarm.variable);
    alarm.advice = "a panel has them as outside coverage; whoever reads the file must set them to missing";
    return alarm;
}

bool covers(const std::optional<YearSpan>& span, const Year& year) {
    return !span || (year.year >= span->first && year.year <= span->last);
}

// By their years: columns often fall silent together.
using Silences = std::map<std::string, Silence>;

void add(Silences& silences, const std::string& column, const Silence& silence) {
    if (silence.years.empty()) return;
    auto& same = silences.try_emplace(span_text(silence.years), silence).first->second;
    if (!same.columns.empty()) same.expected += silence.expected;
    same.columns.push_back(column);
}

// All years that the column does not cover, if it is 0 in all of them.
Silence zeros_outside(const std::vector<Year>& years, const std::optional<YearSpan>& span) {
    Silence silence;
    for (const Year& year : years) {
        if (covers(span, year)) continue;
        if (year.nonzero > 0) return {};
        silence.years.push_back(year);
    }
    return silence;
}

}  // namespace

std::vector<Alarm> check_zeros(const CheckGround& ground, const CheckedTable& table) {
    std::vector<Alarm> alarms;
    if (table.descriptor->key.year.empty()) return alarms;
    const double expected =
        table.descriptor->key.state_1.empty() ? kExpected * rows_of_one_event(ground, table) : kExpectedOfPairs;
    Silences inside;
    Silences outside;
    for (const std::string& column : table.numbers) {
        const auto* rule = table.descriptor->find_column(column);
        if (rule != nullptr && !rule->zeros_mean.empty()) continue;
        const auto span = rule == nullptr ? std::nullopt : rule->years;
        auto years = years_of(ground, table, column);
        add(outside, column, zeros_outside(years, span));
        std::erase_if(years, [&span](const Year& year) { return !covers(span, year); });
        add(inside, column, silent_years(years, expected));
    }
    for (const auto& [span, silence] : inside) alarms.push_back(alarm_about(table, span, silence));
    for (const auto& [span, silence] : outside) alarms.push_back(alarm_outside(table, span, silence));
    return alarms;
}

}  // namespace entente::datasets
