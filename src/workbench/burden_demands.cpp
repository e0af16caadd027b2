// Who was asked for what, and whether behaviour turned before or after.
#include <algorithm>
#include <chrono>
#include <set>
#include <tuple>

#include "workbench/burden_parts.hpp"

namespace entente::workbench {
namespace {

constexpr double kDaysOfYear = 365.2425;
constexpr int kLeastTogether = 20;  // years of a sum: in fewer a turn is hardly seen

// 2017.13: the middle of the date as a part of its year.
double as_year(const Date& date) {
    const auto middle = date.first + (date.last - date.first) / 2;
    const int year = year_of(middle);
    return year + static_cast<double>((middle - make_day(year, 1, 1)).count()) / kDaysOfYear;
}

class DemandsOfCase {
public:
    DemandsOfCase(const BurdenQuestion& question, const BurdenGroupAsked& asked)
        : question_(question), asked_(asked), theory_(*question.theory) {
        // Whatever year is asked for: an answer to a demand ends with the case.
        last_ = last_full_year(*asked.open);
    }

    [[nodiscard]] DemandResult result_of(const evidence::Demand& demand) {
        DemandResult result;
        result.demand = &demand;
        const auto states = states_asked(demand);
        for (const int state : states) result.asked.push_back(asked_of(demand, state));
        // A sum is of amounts: of shares it says nothing.
        if (states.size() > 1 && tested_on(demand) == theory_.trend && !theory_.trend.empty()) {
            const auto shared = known_together(states);
            if (shared.states.size() < 2) return result;
            test(result.together.emplace(), demand, shared.states);
            result.together_of = shared.states.size();
        }
        return result;
    }

private:
    [[nodiscard]] std::vector<int> states_asked(const evidence::Demand& demand) const {
        const int year = year_of(demand.date.last);
        std::set<int> states;
        for (const auto& actor : demand.of) {
            if (const auto number = number_of(question_, actor, year)) states.insert(*number);
        }
        if (demand.of.empty()) {
            const auto& members = asked_.members_in(year);
            states.insert(members.begin(), members.end());
        }
        if (const auto by = number_of(question_, demand.by, year)) states.erase(*by);
        return question_.numbers->looked_at({states.begin(), states.end()});
    }

    // A demand for money is tested on the theory's series in constant prices, any other on its own measure; what
    // nothing measures, on nothing.
    [[nodiscard]] std::string tested_on(const evidence::Demand& demand) const {
        const auto* measure = evidence::find_measure(theory_, demand.measure);
        if (measure == nullptr) return {};
        const bool money = measure->coin == evidence::BurdenCoin::Money && !theory_.trend.empty();
        return money ? theory_.trend : measure->id;
    }

    [[nodiscard]] models::TimeSeries series_of(const std::string& name, int state) const {
        models::TimeSeries series;
        for (int year = question_.years.first; year <= std::min(last_, question_.years.last); ++year) {
            const auto one = question_.numbers->named(name, state, {asked_.members_in(year), std::nullopt, true}, year);
            if (one.value.known() && one.of_year == year) {
                series.push_back({static_cast<double>(year), one.value.value});
            }
        }
        return series;
    }

    struct Together {
        std::vector<int> states;
        datasets::YearSpan span;
    };

    // Those of the states whose series on which demands for money are tested has every year of one span. Of all spans
    // of twenty years at least (or of as many as are known) that from which the fewest of them are missing; of several
    // the longest, of these the last.
    [[nodiscard]] Together known_together(const std::vector<int>& states) const {
        std::map<int, std::map<int, int>> known;  // by state and year: how many years up to it are known without a gap
        std::set<int> years;
        for (const int state : states) {
            auto& of_state = known[state];
            for (const auto& point : series_of(theory_.trend, state)) {
                const int year = static_cast<int>(point.time);
                const auto before = of_state.find(year - 1);
                of_state[year] = before == of_state.end() ? 1 : before->second + 1;
                years.insert(year);
            }
        }
        Together best;
        if (years.empty()) return best;
        const auto rank = [](const Together& one) {
            return std::tuple(one.states.size(), one.span.last - one.span.first, one.span.last);
        };
        const int least = std::min(kLeastTogether, *years.rbegin() - *years.begin() + 1);
        for (const int first : years) {
            for (auto last = years.lower_bound(first + least - 1); last != years.end(); ++last) {
                Together one{{}, {first, *last}};
                for (const int state : states) {
                    const auto found = known[state].find(*last);
                    if (found != known[state].end() && found->second > *last - first) one.states.push_back(state);
                }
                if (rank(one) > rank(best)) best = std::move(one);
            }
        }
        return best;
    }

    // Of the years in which all of them are known.
    [[nodiscard]] models::TimeSeries sum_of(const std::string& name, const std::vector<int>& states) const {
        std::map<double, std::pair<std::size_t, double>> by_year;
        for (const int state : states) {
            for (const auto& [time, value] : series_of(name, state)) {
                auto& [known, total] = by_year[time];
                ++known;
                total += value;
            }
        }
        models::TimeSeries sum;
        for (const auto& [time, one] : by_year) {
            if (one.first == states.size()) sum.push_back({time, one.second});
        }
        return sum;
    }

    struct Tested {
        models::TimeSeries series;
        burden::Turning turning;
    };

    // Demands of the same states ask the same series again and again, and to search one for breaks takes long.
    const Tested& tested(const std::string& name, const std::vector<int>& states) {
        auto& one = tested_[{name, states}];
        if (!one) {
            one.emplace();
            one->series = sum_of(name, states);
            one->turning = burden::turning(one->series, question_.seed);
        }
        return *one;
    }

    void test(StateAsked& asked, const evidence::Demand& demand, const std::vector<int>& states) {
        const auto name = tested_on(demand);
        if (name.empty()) {
            asked.turning.why_not = "nothing measures what was asked for";
            asked.against.cannot_say = asked.turning.why_not;
            return;
        }
        const auto& [series, turning] = tested(name, states);
        asked.turning = turning;
        asked.against = burden::against_date(series, turning, as_year(demand.date));
    }

    [[nodiscard]] StateAsked asked_of(const evidence::Demand& demand, int state) {
        StateAsked asked;
        const int year = question_.years.year;
        const int then = year_of(demand.date.first);
        asked.state = question_.system->named(state, year);
        test(asked, demand, {state});
        if (const auto measure = measure_named(theory_, demand.measure, theory_.measures.size())) {
            const auto& numbers = *question_.numbers;
            asked.at_demand = numbers.reading(*measure, state, group_in(then), then).value;
            const auto latest = numbers.reading(*measure, state, group_in(last_), last_);
            asked.latest = latest.value;
            asked.latest_year = latest.of_year;
        }
        return asked;
    }

    const BurdenGroup& group_in(int year) {
        const auto [found, is_new] = groups_.try_emplace(year);
        if (is_new) found->second = question_.numbers->alliance(asked_.members_in(year), year);
        return found->second;
    }

    const BurdenQuestion& question_;
    const BurdenGroupAsked& asked_;
    const evidence::BurdenTheory& theory_;
    int last_ = 0;
    std::map<std::pair<std::string, std::vector<int>>, std::optional<Tested>> tested_;  // by name and states
    std::map<int, BurdenGroup> groups_;                                                 // by year
};

}  // namespace

std::optional<int> number_of(const BurdenQuestion& question, const evidence::Actor& actor, int year) {
    const auto& code = actor.member.empty() ? actor.code : actor.member;
    const auto* row = question.states->row_of(code, make_day(year, 12, 31));
    if (row == nullptr || row->cow_number == 0) return std::nullopt;
    return row->cow_number;
}

std::vector<DemandResult> demands_of(const BurdenQuestion& question, const BurdenGroupAsked& asked) {
    std::vector<DemandResult> results;
    if (!asked.open->content.burden) return results;
    DemandsOfCase demands(question, asked);
    for (const auto& demand : asked.open->content.burden->demands) results.push_back(demands.result_of(demand));
    return results;
}

}  // namespace entente::workbench
