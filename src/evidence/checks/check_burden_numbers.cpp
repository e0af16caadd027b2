// Numbers in the units of measures: what was promised, demanded or measured can be so, and each measure exists.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "core/text.hpp"
#include "evidence/checks/parts.hpp"

namespace entente::evidence {

namespace {

constexpr double kWholePercent = 100;
constexpr double kLeastLikely = 0.1;  // percent: below it a number may be a fraction that was meant as a percentage
// A fraction is a hundredth of what it should be; of what is usual, few true shares are less than a twentieth.
constexpr double kFarBelowUsual = 1.0 / 20;

bool in_percent(const BurdenMeasure& measure) {
    return measure.unit.starts_with('%');
}

bool small(double value) {
    return value > 0 && value < kLeastLikely;
}

class BurdenNumbers {
public:
    BurdenNumbers(const Case& which, const std::vector<BurdenTheory>& burdens, Problems& problems)
        : burden_(*which.burden), problems_(problems) {
        for (const BurdenTheory& theory : burdens) {
            for (const BurdenMeasure& measure : theory.measures) {
                if (measures_.emplace(measure.id, &measure).second) names_.push_back(measure.id);
            }
            for (const Guideline& guideline : theory.guidelines) {
                guidelines_.emplace(guideline.measure, guideline.at_least);
            }
        }
        for (const BurdenFigure& figure : burden_.figures) figures_[figure.measure].push_back(figure.value);
        for (auto& [measure, values] : figures_) std::ranges::sort(values);
    }

    void check() {
        for (const Commitment& commitment : burden_.commitments) {
            check_asked(commitment.measure, commitment.at_least, commitment.where, "the commitment");
        }
        for (const Demand& demand : burden_.demands) {
            check_asked(demand.measure, demand.at_least, demand.where, "the demand");
        }
        std::set<std::tuple<std::string_view, int, std::string_view>> seen;
        for (const BurdenFigure& figure : burden_.figures) {
            if (const auto* measure = found(figure.measure, figure.where, "the figure")) {
                check_possible(*measure, figure.value, figure.where);
            }
            if (figure.state.code.empty() || seen.emplace(figure.state.code, figure.year, figure.measure).second) {
                continue;
            }
            problems_.error(figure.where,
                            "the " + figure.measure + " of " + figure.state.code + " in " +
                                std::to_string(figure.year) + " stands twice",
                            "keep one of the two rows");
        }
        ask_about_small_figures();
    }

private:
    // Null, with a message, if no theory has it; null without one where no theory is at hand.
    const BurdenMeasure* found(const std::string& id, const Position& where, const std::string& by) {
        if (id.empty() || measures_.empty()) return nullptr;
        const auto measure = measures_.find(id);
        if (measure != measures_.end()) return measure->second;
        problems_.error(
            where,
            by + " names the measure '" + id + "', which no theory of burden sharing has" + did_you_mean(id, names_),
            "measures: " + known_words(id, names_));
        return nullptr;
    }

    void check_asked(const std::string& id, std::optional<double> at_least, const Position& where,
                     const std::string& by) {
        const auto* measure = found(id, where, by);
        if (measure == nullptr || !at_least) return;
        if (measure->formula == BurdenFormula::CaseOnly || in_percent(*measure)) {
            check_possible(*measure, *at_least, where);
        }
        if (!in_percent(*measure) || !small(*at_least)) return;
        // A measure of which everything measured is as small has small numbers. Other promises and demands say nothing:
        // who wrote one as a fraction wrote all of them so.
        const auto figures = figures_.find(id);
        const bool all_small = figures != figures_.end() && figures->second.back() < kLeastLikely;
        if (all_small && !guidelines_.contains(id)) return;
        problems_.warn(where, by + " is about " + number_text(*at_least) + " " + measure->unit,
                       "the measure is in percent: did you mean " + number_text(*at_least * kWholePercent) + "?");
    }

    void check_possible(const BurdenMeasure& measure, double value, const Position& where) {
        if (!in_percent(measure)) return;
        if (value >= 0 && value <= kWholePercent) return;
        problems_.error(where, number_text(value) + " " + measure.unit + " cannot be",
                        "a share in percent is from 0 to 100");
    }

    // What the theory asks for; where it asks for nothing, the middle one of the figures.
    [[nodiscard]] double usual(const std::string& measure) const {
        const auto guideline = guidelines_.find(measure);
        if (guideline != guidelines_.end()) return guideline->second;
        const auto& values = figures_.at(measure);
        return values[values.size() / 2];
    }

    // Once for each measure: where one row is a fraction, a whole column may be.
    void ask_about_small_figures() {
        std::map<std::string_view, std::vector<const BurdenFigure*>> asked;
        std::set<std::string_view> truly_small;  // others of the measure are small too, and not so far below
        for (const BurdenFigure& figure : burden_.figures) {
            const auto measure = measures_.find(figure.measure);
            if (measure == measures_.end() || !in_percent(*measure->second) || !small(figure.value)) continue;
            if (figure.value < kFarBelowUsual * usual(figure.measure)) {
                asked[figure.measure].push_back(&figure);
            } else {
                truly_small.insert(figure.measure);
            }
        }
        for (const auto& [measure, figures] : asked) {
            if (truly_small.contains(measure)) continue;
            const BurdenFigure& first = *figures.front();
            const auto more = figures.size() - 1;
            problems_.warn(first.where,
                           "the " + first.measure + " of " + first.state.code + " in " + std::to_string(first.year) +
                               " is " + number_text(first.value) + " " + measures_.at(measure)->unit +
                               (more == 0 ? "" : ", and " + std::to_string(more) + " more are as small"),
                           "the measure is in percent: did you mean " + number_text(first.value * kWholePercent) + "?");
        }
    }

    const BurdenRecord& burden_;
    Problems& problems_;
    std::map<std::string_view, const BurdenMeasure*> measures_;
    std::vector<std::string> names_;
    std::map<std::string_view, double> guidelines_;            // what theories ask for, of each measure
    std::map<std::string_view, std::vector<double>> figures_;  // of each measure, in order of size
};

}  // namespace

void check_burden_numbers(const Case& which, const std::vector<BurdenTheory>& burdens, Problems& problems) {
    if (which.burden) BurdenNumbers(which, burdens, problems).check();
}

}  // namespace entente::evidence
