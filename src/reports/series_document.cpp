// The tests of a case's series: one table about the focal period, then what else each series shows.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/names.hpp"
#include "reports/series_parts.hpp"

namespace entente::reports {
namespace {

using workbench::NamedDate;
using workbench::PeriodTest;
using workbench::Search;
using workbench::SeriesTests;

// Decimals that leave three significant digits to a number of that size.
int decimals_for(double size) {
    const int before_point = size > 0 ? static_cast<int>(std::floor(std::log10(size))) + 1 : 1;
    return std::clamp(3 - before_point, 0, 6);
}

// `48400`, `37.2`, `−0.031`: never in powers of ten.
std::string value_in_words(double value) {
    return coefficient(value, decimals_for(std::abs(value)));
}

// `+37.2`, `−0.4`, `0.0`: a change has its sign.
std::string change_in_words(double value, int decimals) {
    auto text = coefficient(value, decimals);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return value > 0 && !zero ? '+' + text : text;
}

// `.23`, `.004`, `<.001`
std::string p_in_words(double p) {
    if (p < 0.001) return "<.001";
    if (p >= 0.095) return probability(p);
    return fmt::format("{:.3f}", p).substr(1);
}

// `+3.1 (−0.4 to +6.6)`: all with the decimals of the largest
std::string interval_in_words(const models::Estimate& estimate) {
    const int decimals = decimals_for(std::max(std::abs(estimate.low), std::abs(estimate.high)));
    return fmt::format("{} ({} to {})", change_in_words(estimate.value, decimals),
                       change_in_words(estimate.low, decimals), change_in_words(estimate.high, decimals));
}

// `billion JPY`
std::string unit_in_words(const evidence::Series& series) {
    const bool said = series.currency.empty() || series.unit.find(series.currency) != std::string::npos;
    return said ? series.unit : series.unit + ' ' + series.currency;
}

// `after 2007 (2000 to 2008)`
std::string break_in_words(const workbench::FoundBreak& found) {
    std::string words = "after " + to_text(found.last_before);
    if (!found.has_interval) return words;
    if (!found.low && !found.high) return words + " (hardly known)";
    if (!found.low) return words + " (" + to_text(*found.high) + " or before)";
    if (!found.high) return words + " (" + to_text(*found.low) + " or later)";
    return words + fmt::format(" ({} to {})", to_text(*found.low), to_text(*found.high));
}

std::string breaks_in_words(const Search& search) {
    std::vector<std::string> words;
    for (const auto& found : search.breaks) words.push_back(break_in_words(found));
    return joined(words, ", ");
}

bool line_is_best(const Search& search) {
    return search.bic_of_line < std::min(search.bic, search.bic_without);
}

// The stretch that holds the tested begin: of those searched, the last that starts before it.
const Search* search_around(const SeriesTests& tests, const PeriodTest& test) {
    const Search* around = nullptr;
    for (const auto& search : tests.searches) {
        if (search.points > 0 && search.first.first <= test.begin) around = &search;
    }
    return around;
}

bool is_trend(const SeriesTests& tests, const PeriodTest& test) {
    const auto* search = search_around(tests, test);
    const bool searched = search != nullptr && search->why_not.empty();
    return test.change.line_fits_better || (searched && line_is_best(*search));
}

// `may be this date`, where the interval of a found one holds it; `another date` is named where there is room.
std::string date_in_words(const SeriesTests& tests, const PeriodTest& test) {
    const auto* search = search_around(tests, test);
    if (is_trend(tests, test)) return "a steady trend";
    if (search == nullptr || !search->why_not.empty()) return "—";
    if (!search->borne_out) return "no date";
    if (test.date == NamedDate::Same) return "this date";
    return test.date == NamedDate::Near ? "may be this date" : "another date";
}

std::string untested_in_words(const PeriodTest& test) {
    return test.why_not.starts_with("no variation") ? "no variation" : "too short";
}

// What one test says: points, change, p, adjusted p, smallest visible change, what a search finds; below it the slope,
// or the definition break that leaves too few points.
std::vector<Text> cells_of(const SeriesTests& tests, const PeriodTest& test) {
    const bool tested = test.why_not.empty();
    const bool clear = tested && test.adjusted < 0.05 && !is_trend(tests, test);
    std::string below;
    if (tested && test.change.slope_change) {
        below =
            "slope " + interval_in_words(*test.change.slope_change) + ' ' + unit_in_words(*tests.series) + " a year";
    }
    if (const auto bound = test.why_not.find(" within "); bound != std::string::npos) {
        below = "points" + test.why_not.substr(bound);
    }
    return {Text{fmt::format("{} | {}", test.before, test.after)},
            tested ? Text{interval_in_words(*test.change.level_change), clear ? Tone::Bold : Tone::Plain}
                   : Text{untested_in_words(test), Tone::Faint},
            Text{tested ? p_in_words(test.p) : "—"},
            Text{tested ? p_in_words(test.adjusted) : "—"},
            Text{test.detectable ? value_in_words(*test.detectable) : "—"},
            Text{date_in_words(tests, test)},
            Text{below}};
}

void add_test_columns(Table& table) {
    const std::vector<Column> columns{{"points", Align::Right},
                                      {"change (95%)", Align::Left},
                                      {"p", Align::Right},
                                      {"adjusted", Align::Right},
                                      {"visible from", Align::Right},
                                      {"a search finds", Align::Left},
                                      {"note", Align::Left, false, true, false, true}};
    table.columns.insert(table.columns.end(), columns.begin(), columns.end());
}

Table focal_table(const evidence::Case& which, const workbench::SeriesTestsResult& result) {
    Table table;
    table.columns = {{"series", Align::Left, true, true}};
    add_test_columns(table);
    for (const auto& tests : result.series) {
        for (const auto& test : tests.periods) {
            if (test.period != which.focal) continue;
            std::vector<Text> row{Text{tests.series->name + ", " + unit_in_words(*tests.series)}};
            for (auto& cell : cells_of(tests, test)) row.push_back(std::move(cell));
            table.rows.push_back(std::move(row));
        }
    }
    return table;
}

bool has_both_sides(const PeriodTest& test) {
    return test.before > 0 && test.after > 0;
}

Table table_of_other_periods(const evidence::Case& which, const workbench::SeriesTestsResult& result) {
    Table table;
    table.columns = {{"series", Align::Left}, {"period", Align::Left}};
    add_test_columns(table);
    for (const auto& tests : result.series) {
        bool first = true;
        for (const auto& test : tests.periods) {
            if (test.period == which.focal || !test.why_not.empty()) continue;
            std::vector<Text> row{Text{first ? tests.series->id : ""}, Text{period_name(which, test.period)}};
            for (auto& cell : cells_of(tests, test)) row.push_back(std::move(cell));
            table.rows.push_back(std::move(row));
            first = false;
        }
    }
    return table;
}

// `us-share-of-dyad: 1990–95 2 | 1, Obama 4 | 2`; periods before or after all points say nothing.
std::vector<Text> untested_other_periods(const evidence::Case& which, const workbench::SeriesTestsResult& result) {
    std::vector<Text> lines;
    for (const auto& tests : result.series) {
        std::vector<std::string> words;
        for (const auto& test : tests.periods) {
            if (test.period == which.focal || test.why_not.empty() || !has_both_sides(test)) continue;
            words.push_back(fmt::format("{} {} | {}", period_name(which, test.period), test.before, test.after));
        }
        if (!words.empty()) lines.emplace_back(tests.series->id + " too short: " + joined(words, ", "), Tone::Faint);
    }
    return lines;
}

std::string points_in_words(const SeriesTests& tests) {
    std::string words = counted(static_cast<long>(tests.points), "point");
    if (tests.missing > 0) words += fmt::format(", {} missing", tests.missing);
    if (tests.after_cutoff > 0) words += fmt::format(", {} after the cut-off left out", tests.after_cutoff);
    return words;
}

std::string search_in_words(const Search& search) {
    std::string words = fmt::format("any date of {}–{}: ", to_text(search.first), to_text(search.last));
    if (search.breaks.empty()) {
        words += "one level fits best";
    } else {
        std::vector<std::string> levels{value_in_words(search.breaks.front().level_before)};
        for (const auto& found : search.breaks) levels.push_back(value_in_words(found.level_after));
        words += breaks_in_words(search) + ", levels " + joined(levels, " → ");
    }
    if (!search.breaks.empty() && !search.borne_out) words += " by the BIC alone, which sup-F does not bear out";
    if (line_is_best(search)) words += "; a straight line fits better still: a trend, not a date";
    return words + fmt::format("; sup-F {} (adjusted p {}), OLS-CUSUM {} ({})",
                               value_in_words(search.largest.statistic), p_in_words(search.largest.adjusted),
                               value_in_words(search.cusum.statistic), p_in_words(search.cusum.adjusted));
}

// `13 times`, `more than 1000 times`
std::string times_in_words(double log_ratio) {
    return log_ratio < std::log(1000.0) ? value_in_words(std::exp(log_ratio)) + " times" : "more than 1000 times";
}

std::string count_in_words(const workbench::CountChange& count) {
    if (!count.why_not.empty()) return "as counts: " + count.why_not;
    const auto bayes = times_in_words(std::abs(count.log_bayes_factor));
    const bool for_change = count.log_bayes_factor > 0;
    const char* span = "a year";
    if (count.most_likely.precision == Precision::Month) span = "a month";
    if (count.most_likely.precision == Precision::Day) span = "a point";
    return fmt::format("as counts: {} is {} as likely as {}; if there is one, after {} (95% {} to {}), {} → {} {}",
                       for_change ? "one change" : "no change", bayes, for_change ? "none" : "one",
                       to_text(count.most_likely), to_text(count.low), to_text(count.high),
                       value_in_words(count.rate_before), value_in_words(count.rate_after), span);
}

// What no table holds: definition breaks, searches, counts. Nothing for a series that has none of them.
void add_details(Document& document, const SeriesTests& tests) {
    std::vector<Text> lines;
    if (!tests.why_not.empty()) lines.emplace_back(tests.why_not);
    for (const auto& each : tests.series->breaks) {
        lines.emplace_back(
            fmt::format("{}: {} ({}); nothing is compared across it", to_text(each.at), each.what, each.source.key));
    }
    for (const auto& search : tests.searches) {
        if (search.why_not.empty()) lines.emplace_back(search_in_words(search));
    }
    for (const auto& count : tests.counts) {
        lines.emplace_back(count_in_words(count), count.why_not.empty() ? Tone::Plain : Tone::Faint);
    }
    if (lines.empty()) return;
    lines.insert(lines.begin(), Text{tests.series->name + ", " + points_in_words(tests), Tone::Bold});
    document.labelled(tests.series->id, std::move(lines));
}

std::string how_tested(const workbench::SeriesTestsResult& result) {
    std::string words =
        fmt::format("points: before | in the period; {} of each are needed. ", workbench::kLeastEachSide);
    if (result.tests == 0) {
        words += "No series is long enough for a test, so no p is printed. ";
    } else {
        words += fmt::format(
            "change: of the level; its interval, the wider of Newey–West's and the classical one, is still too narrow "
            "if "
            "neighbouring errors are alike. p: the larger of that test's and Chow's; adjusted: for all {} tests of "
            "this run (Benjamini–Hochberg). a search: Bai–Perron, borne out by sup-F. ",
            result.tests);
    }
    return words + "See docs/series.md.";
}

void add_focal_table(Document& document, const evidence::Case& which, const workbench::SeriesTestsResult& result) {
    document.heading("Series: did the numbers change with " + period_name(which, which.focal) + "?");
    document.paragraph(
        Text{"Beside the coding, and no part of it. All points before the period are compared with those in it, at a "
             "date "
             "that was named before the numbers were looked at. A change below “visible from” would be missed more "
             "often than once in five: not seen is not the same as not there.",
             Tone::Faint},
        1);
    document.table(focal_table(which, result));
    document.paragraph(Text{how_tested(result), Tone::Faint}, 1);
}

}  // namespace

void add_series_tests(Document& document, const evidence::Case& which, const workbench::SeriesTestsResult& result) {
    if (result.series.empty()) return;
    if (evidence::find_period(which, which.focal) != nullptr) add_focal_table(document, which, result);
    auto others = table_of_other_periods(which, result);
    auto untested = untested_other_periods(which, result);
    if (!others.rows.empty() || !untested.empty()) document.heading("Series: at the begin of the other periods");
    if (!others.rows.empty()) document.table(std::move(others));
    if (!untested.empty()) document.list(std::move(untested));
    document.heading("Series: at dates that nobody named");
    for (const auto& tests : result.series) add_details(document, tests);
}

}  // namespace entente::reports
