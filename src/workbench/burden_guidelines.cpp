// How far the members of a group are from what was asked of them or promised by them.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/burden_parts.hpp"

namespace entente::workbench {
namespace {

constexpr double kWhole = 100;
constexpr double kLikelyFraction = 0.1;  // below a tenth of a per cent somebody has written a fraction

bool in_percent(const evidence::BurdenMeasure& measure) {
    return measure.unit.starts_with('%');
}

// The data sets that a measure, or a column, can be given by: `nato-expenditure`.
std::set<std::string> datasets_of(const evidence::BurdenTheory& theory, const std::string& measure_or_column) {
    const auto* measure = evidence::find_measure(theory, measure_or_column);
    if (measure == nullptr) return {measure_or_column.substr(0, measure_or_column.find('.'))};
    std::set<std::string> all;
    for (const auto* list : {&measure->data, &measure->per}) {
        for (const auto& data : *list) all.merge(datasets_of(theory, data.column));
    }
    return all;
}

// A share by one source of an output by another is money by neither.
std::string money_mixes(const evidence::BurdenTheory& theory, const evidence::BurdenMeasure& measure) {
    const auto of_share = datasets_of(theory, measure.id);
    const auto of_base = datasets_of(theory, measure.base);
    if (std::includes(of_share.begin(), of_share.end(), of_base.begin(), of_base.end())) return {};
    const auto* base = evidence::find_measure(theory, measure.base);
    const auto listed = [](const std::set<std::string>& names) {
        return joined(std::vector<std::string>(names.begin(), names.end()), ", ");
    };
    return fmt::format(
        "the share is by {}, the {} that turns it into money by {}: by one source alone it is another sum",
        listed(of_share), base == nullptr ? measure.base : base->name, listed(of_base));
}

class GuidelineMaker {
public:
    GuidelineMaker(const BurdenQuestion& question, const BurdenGroupAsked& asked, const BurdenGroup& group,
                   const GroupYear& now)
        : question_(question), asked_(asked), group_(group), now_(now) {}

    void add_case() {
        if (asked_.open == nullptr || !asked_.open->content.burden) return;
        for (const auto& one : asked_.open->content.burden->commitments) {
            if (!one.at_least || one.measure.empty()) continue;
            GuidelineResult result;
            result.id = one.id;
            result.measure = one.measure;
            result.at_least = *one.at_least;
            result.text = one.text;
            result.bindingness = name_of(one.bindingness);
            result.since = one.made.first;
            result.deadline = one.deadline;
            result.agreed = true;
            for (const auto& source : one.sources) result.sources.push_back(source.key);
            std::set<int> by;
            for (const auto& actor : one.by) {
                if (const auto number = number_of(question_, actor, question_.years.year)) by.insert(*number);
            }
            add(std::move(result), by);
        }
    }

    void add_theory() {
        for (const auto& one : question_.theory->guidelines) {
            if (known(one.measure, one.at_least)) continue;
            GuidelineResult result;
            result.id = one.id;
            result.measure = one.measure;
            result.at_least = one.at_least;
            result.text = one.text;
            result.bindingness = one.bindingness;
            result.since = one.since;
            result.deadline = one.deadline;
            result.agreed = std::any_of(one.alliances.begin(), one.alliances.end(), [&](const std::string& alliance) {
                const auto& own = asked_.alliances;
                return std::find(own.begin(), own.end(), alliance) != own.end();
            });
            result.sources = one.citations;
            add(std::move(result), {});
        }
    }

    void add_user() {
        for (const auto& [measure, at_least] : question_.request->guidelines) {
            if (known(measure, at_least)) continue;
            GuidelineResult result;
            result.id = "asked for";
            result.measure = measure;
            result.at_least = at_least;
            add(std::move(result), {});
        }
    }

    [[nodiscard]] std::vector<GuidelineResult> take() { return std::move(results_); }

private:
    [[nodiscard]] bool known(const std::string& measure, double at_least) const {
        return std::any_of(results_.begin(), results_.end(), [&](const GuidelineResult& one) {
            return one.measure == measure && one.at_least == at_least;
        });
    }

    // `by`: the members that it binds; empty: all.
    void add(GuidelineResult result, const std::set<int>& by) {
        const auto& theory = *question_.theory;
        const auto place = measure_named(theory, result.measure, theory.measures.size());
        if (!place) return;
        const auto& measure = theory.measures[*place];
        const int year = question_.years.year;
        result.before_it = result.since && year < year_of(*result.since);
        if (!measure.base.empty()) {
            result.money_unit = question_.numbers->unit_of(measure.base);
            result.money_mixes = money_mixes(theory, measure);
        }
        for (const auto& member : now_.facts.members) {
            if (!by.empty() && !by.contains(member.state)) continue;
            result.members.push_back(member_of(result, measure, member.state, member.measures[*place], *place));
            const auto compliance = result.members.back().gap.compliance;
            if (compliance != burden::Compliance::CannotJudge) ++result.judged;
            if (compliance == burden::Compliance::Meets) ++result.meet;
        }
        results_.push_back(std::move(result));
    }

    [[nodiscard]] GuidelineResult::Member member_of(const GuidelineResult& guideline,
                                                    const evidence::BurdenMeasure& measure, int state,
                                                    const burden::BurdenReading& reading, std::size_t place) const {
        const auto& numbers = *question_.numbers;
        const int year = question_.years.year;
        GuidelineResult::Member member;
        member.state = question_.system->named(state, year);
        auto base = Reading::missing(Reason::NoDataset);
        if (!measure.base.empty()) base = numbers.named(measure.base, state, group_, reading.of_year).value;
        member.gap = burden::guideline_gap(reading.value, guideline.at_least, base, in_percent(measure) ? kWhole : 1,
                                           measure.decimals);
        if (!guideline.since || guideline.before_it) return member;
        const auto then = numbers.reading(place, state, group_, year_of(*guideline.since)).value;
        member.progress = burden::progress(then, reading.value, guideline.at_least, *guideline.since,
                                           guideline.deadline, make_day(year, 12, 31));
        return member;
    }

    const BurdenQuestion& question_;
    const BurdenGroupAsked& asked_;
    const BurdenGroup& group_;
    const GroupYear& now_;
    std::vector<GuidelineResult> results_;
};

}  // namespace

std::vector<GuidelineResult> guidelines_of(const BurdenQuestion& question, const BurdenGroupAsked& asked,
                                           const BurdenGroup& group, const GroupYear& now) {
    GuidelineMaker maker(question, asked, group, now);
    maker.add_case();
    maker.add_theory();
    maker.add_user();
    return maker.take();
}

void check_guidelines(const std::map<std::string, double>& guidelines, const evidence::BurdenTheory& theory) {
    std::vector<std::string> known;
    for (const auto& measure : theory.measures) known.push_back(measure.id);
    for (const auto& [id, at_least] : guidelines) {
        const auto* measure = evidence::find_measure(theory, id);
        require(measure != nullptr, fmt::format("{} has no measure '{}'{}", theory.id, id, did_you_mean(id, known)),
                "its measures: " + known_words(id, known));
        require(measure->sense != evidence::BurdenSense::Neither,
                fmt::format("more of {} is neither a larger nor a smaller burden: no guideline asks for it", id),
                "ask for a measure that says who carries more, as spending");
        require(std::isfinite(at_least) && at_least > 0, fmt::format("the guideline of {} is no number above 0", id));
        if (!in_percent(*measure)) continue;
        require(at_least >= kLikelyFraction,
                fmt::format("{} is measured in {}, and {} of that is next to nothing", id, measure->unit, at_least),
                fmt::format("did you mean {:g}? write --guideline {}={:g}", at_least * kWhole, id, at_least * kWhole));
        require(at_least <= kWhole, fmt::format("{} {} is more than all of it", at_least, measure->unit),
                "a guideline in percent is at most 100");
    }
}

}  // namespace entente::workbench
