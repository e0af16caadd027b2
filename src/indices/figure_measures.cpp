#include "indices/figure_measures.hpp"

#include <algorithm>
#include <array>

#include "indices/date_measures.hpp"
#include "indices/number_measures.hpp"

namespace entente::indices {
namespace {

constexpr std::array kMeasures = {
    // one number, or one against another
    Measure{"value", "a", "a number", value},
    Measure{"sum", "a + b + …", "numbers of one unit", sum},
    Measure{"difference", "b − a", "two numbers of one unit: earlier, later", difference},
    Measure{"percent-change", "100 (b − a) / a", "two numbers of one unit: earlier (above zero), later",
            percent_change},
    Measure{"ratio", "a / b", "two numbers of one unit", ratio},
    Measure{"ratio-of-differences", "(b − a) / (d − c)", "four numbers of one unit: earlier, later; earlier, later",
            ratio_of_differences},
    Measure{"share", "a / b", "two numbers of one unit: part, whole", share},
    Measure{"percent-of", "100 a / b", "two numbers of one unit: a number, its base (above zero)", percent_of},
    Measure{"percent-of-total", "100 a / (a + b + …)", "numbers of one unit: a part, the other parts",
            percent_of_total},
    Measure{"amount-of-percent", "p / 100 · b", "a percent and a number", amount_of_percent},
    Measure{"gap-to-percent", "p / 100 · b − a", "a percent, then two numbers of one unit: base, what is reached",
            gap_to_percent},
    Measure{"index-after-change", "100 + p", "a change in percent", index_after_change},
    Measure{"implied-rate", "a / b", "two numbers for one thing in two units", implied_rate},
    Measure{"average-per", "a / n", "a total and a number of years, people …", average_per},

    // many numbers
    Measure{"mean", "(a + b + …) / n", "numbers of one unit", mean},
    Measure{"median", "the middle one; of an even number, the mean of the two middle ones", "numbers of one unit",
            median},
    Measure{"minimum", "the smallest", "numbers of one unit", minimum},
    Measure{"maximum", "the largest", "numbers of one unit", maximum},
    Measure{"count", "n", "anything", count},
    Measure{"count-within", "how many lie in low…high, both included", "numbers or dates, then low and high",
            count_within},
    Measure{"difference-from-mean", "a − mean(b, c, …)", "numbers of one unit: one, then those it is compared with",
            difference_from_mean},
    Measure{"ratio-to-mean", "a / mean(b, c, …)", "numbers of one unit: one, then those it is compared with",
            ratio_to_mean},

    // polls
    Measure{"two-proportion-z", "(p2 − p1) / √(p (1 − p) (1/n1 + 1/n2)), p pooled",
            "two percents with sample sizes: earlier, later; or the two percents, then the two sample sizes",
            two_proportion_z},

    // dates
    Measure{"days-between", "b − a in days", "two days: from, to", days_between},
    Measure{"gaps-in-days", "b − a, c − b, … in days", "days in order", gaps_in_days},
    Measure{"years-between", "days / 365.25", "two days: from, to", years_between},
    Measure{"age-in-years", "days / 365.25", "two days: begin, and a later one", age_in_years},
    Measure{"years-between-calendar", "year of b − year of a", "two dates, of any precision within a year: from, to",
            years_between_calendar},
    Measure{"add-years", "year of a + n", "a date and a number of years", add_years},
    Measure{"count-by-year", "how many in each year", "dates, of any precision within a year", count_by_year},
};

}  // namespace

std::span<const Measure> figure_measures() noexcept {
    return kMeasures;
}

const Measure* find_figure_measure(std::string_view name) noexcept {
    const auto found = std::find_if(kMeasures.begin(), kMeasures.end(),
                                    [name](const Measure& measure) { return measure.name == name; });
    return found == kMeasures.end() ? nullptr : &*found;
}

}  // namespace entente::indices
