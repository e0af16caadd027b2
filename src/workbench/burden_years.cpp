// Which years a question about burdens is put to, and which are looked at to answer it.
#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/burden_parts.hpp"

namespace entente::workbench {
namespace {

constexpr int kHistory = 20;      // years back, where none are asked for
constexpr int kFirstYear = 1816;  // of the list of states

// The case with the earliest cut-off; nothing where no group is one.
const OpenCase* first_to_end(const std::vector<BurdenGroupAsked>& groups) {
    const OpenCase* first = nullptr;
    for (const auto& group : groups) {
        if (group.open == nullptr) continue;
        if (first == nullptr || group.open->content.cutoff < first->content.cutoff) first = group.open.get();
    }
    return first;
}

std::string first_why_not(const BurdenNumbers& numbers) {
    for (const auto& source : numbers.sources()) {
        if (!source.why_not.empty()) return source.why_not;
    }
    return "add official files with `entente data add`";
}

// In which years something is known of a measure that weighs, its last number standing in as long as it may.
struct WeighedSpan {
    const evidence::BurdenMeasure* measure = nullptr;
    datasets::YearSpan data;
    int last = 0;  // that its last number stands in for

    [[nodiscard]] bool covers(int year) const { return data.first <= year && year <= last; }
};

std::vector<WeighedSpan> weighed_spans(const BurdenNumbers& numbers, const evidence::BurdenTheory& theory) {
    std::vector<WeighedSpan> spans;
    for (std::size_t m = 0; m < theory.measures.size(); ++m) {
        const auto& measure = theory.measures[m];
        const auto years = numbers.years_of(m);
        if (measure.weight <= 0 || measure.sense == evidence::BurdenSense::Neither || !years) continue;
        spans.push_back({&measure, *years, years->last + measure.stale_after});
    }
    return spans;
}

std::ptrdiff_t known_in(const std::vector<WeighedSpan>& spans, int year) {
    return std::count_if(spans.begin(), spans.end(), [year](const WeighedSpan& span) { return span.covers(year); });
}

// Of the years that the first measure covers, the last for which the most weighed measures are known: a later one would
// rest on few of them.
int last_well_known(const std::vector<WeighedSpan>& spans, const datasets::YearSpan& covered) {
    int best = covered.last;
    for (int year = covered.last - 1; year >= covered.first; --year) {
        if (known_in(spans, year) > known_in(spans, best)) best = year;
    }
    return best;
}

// The years for which any measure is known.
std::optional<datasets::YearSpan> known_years(const BurdenNumbers& numbers, const evidence::BurdenTheory& theory) {
    std::optional<datasets::YearSpan> known;
    for (std::size_t m = 0; m < theory.measures.size(); ++m) {
        const auto years = numbers.years_of(m);
        if (!years) continue;
        const int last = years->last + theory.measures[m].stale_after;
        known = known ? datasets::YearSpan{std::min(known->first, years->first), std::max(known->last, last)}
                      : datasets::YearSpan{years->first, last};
    }
    return known;
}

int year_asked(const BurdenRequest& request, const BurdenNumbers& numbers, const evidence::BurdenTheory& theory,
               const std::vector<BurdenGroupAsked>& groups) {
    const auto covered = numbers.years_of(0);
    const auto* first = first_to_end(groups);
    const auto cutoff = first == nullptr ? std::nullopt : std::optional(last_full_year(*first));
    if (!covered && !cutoff) {
        throw Error(ErrorKind::NotFound, fmt::format("nothing at hand measures {}", theory.measures.front().name),
                    first_why_not(numbers));
    }
    if (!request.year) {
        if (!cutoff) return last_well_known(weighed_spans(numbers, theory), *covered);
        return std::min(covered ? covered->last : *cutoff, *cutoff);
    }
    const int last = covered ? covered->last + theory.measures.front().stale_after : 0;
    if (covered && numbers.from_store(0) && (*request.year < covered->first || *request.year > last)) {
        throw Error(ErrorKind::NotFound,
                    fmt::format("{} lies outside the data on {}: {}–{}", *request.year, theory.measures.front().name,
                                covered->first, covered->last),
                    *request.year > last ? fmt::format("the last year that works is {}", last)
                                         : fmt::format("the first year that works is {}", covered->first));
    }
    if (const auto known = known_years(numbers, theory);
        known && (*request.year < known->first || *request.year > known->last)) {
        throw Error(ErrorKind::NotFound, fmt::format("nothing at hand is known of {}", *request.year),
                    fmt::format("the years that work are {}–{}", known->first, known->last));
    }
    return *request.year;
}

// Years of promises and demands, and all of the series that demands are tested on.
void look_at_records(BurdenYears& years, const BurdenNumbers& numbers, const evidence::BurdenTheory& theory,
                     const std::vector<BurdenGroupAsked>& groups) {
    const auto look_at = [&](int year) {
        years.first = std::min(years.first, year);
        years.last = std::max(years.last, year);
    };
    for (const auto& guideline : theory.guidelines) {
        if (year_of(guideline.since) <= years.year) look_at(year_of(guideline.since));
    }
    for (const auto& group : groups) {
        if (group.open == nullptr || !group.open->content.burden) continue;
        const auto& record = *group.open->content.burden;
        for (const auto& commitment : record.commitments) look_at(year_of(commitment.made.first));
        for (const auto& demand : record.demands) {
            look_at(year_of(demand.date.first));
            look_at(year_of(demand.date.last));
        }
        if (record.demands.empty()) continue;
        look_at(last_full_year(*group.open));
        if (const auto trend = numbers.years_of_name(theory.trend)) {
            look_at(trend->first);
            look_at(std::min(trend->last, std::max(years.year, last_full_year(*group.open))));
        }
    }
}

}  // namespace

int last_full_year(const OpenCase& open) {
    const auto cutoff = open.content.cutoff;
    const int year = year_of(cutoff);
    return cutoff == make_day(year, 12, 31) ? year : year - 1;
}

namespace {

// `No year was asked for: 2017 is the last for which 5 of 5 weighed measures have numbers, or last ones that stand in
// …`
std::string why_well_known(int year, const BurdenNumbers& numbers, const evidence::BurdenTheory& theory) {
    const auto spans = weighed_spans(numbers, theory);
    const auto covered = numbers.years_of(0);
    auto words =
        fmt::format("No year was asked for: {} is the last for which {} of {} weighed measures with data are known",
                    year, known_in(spans, year), spans.size());
    std::vector<std::string> ended;
    for (const auto& span : spans) {
        if (span.last != year || (covered && year == covered->last)) continue;
        ended.push_back(fmt::format("{} (numbers of {} at the latest)", span.measure->name, span.data.last));
    }
    if (!ended.empty()) words += "; after it too old: " + joined(ended, ", ");
    if (covered && year < covered->last) {
        words +=
            fmt::format("; {} is known up to {}, which --year asks for", theory.measures.front().name, covered->last);
    }
    return words + '.';
}

}  // namespace

std::string why_this_year(const BurdenRequest& request, int year, const BurdenNumbers& numbers,
                          const evidence::BurdenTheory& theory, const std::vector<BurdenGroupAsked>& groups) {
    if (request.year) return {};
    const auto* first = first_to_end(groups);
    if (first == nullptr) return why_well_known(year, numbers, theory);
    const bool several = std::count_if(groups.begin(), groups.end(),
                                       [](const BurdenGroupAsked& group) { return group.open != nullptr; }) > 1;
    return fmt::format("No year was asked for: {} is {} before the cut-off{}, {}.", year,
                       year == last_full_year(*first) ? "the last full one" : "the last that the numbers cover",
                       several ? fmt::format(" of {}, the earliest of the cases", first->content.title) : std::string{},
                       to_text(first->content.cutoff));
}

BurdenYears burden_years(const BurdenRequest& request, const BurdenNumbers& numbers,
                         const evidence::BurdenTheory& theory, const std::vector<BurdenGroupAsked>& groups) {
    BurdenYears years;
    years.year = year_asked(request, numbers, theory, groups);
    years.to = request.to.value_or(std::max(years.year, request.from.value_or(years.year)));
    years.from = request.from.value_or(std::min(years.year, years.to) - kHistory);
    require(years.from <= years.to, fmt::format("the years end before they begin: {}–{}", years.from, years.to));
    years.first = std::min(years.year, years.from);
    years.last = std::max(years.year, years.to);
    look_at_records(years, numbers, theory, groups);
    int stands_in = 0;
    for (const auto& measure : theory.measures) stands_in = std::max(stands_in, measure.stale_after);
    years.first = std::max(kFirstYear, years.first - stands_in);
    require(years.first <= years.last, fmt::format("no data reach back to {}", years.to), "ask for later years");
    return years;
}

}  // namespace entente::workbench
