#include "workbench/figures.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "core/text.hpp"

namespace entente::workbench {
namespace {

std::string unit_of(const evidence::Figure& figure) {
    return figure.currency.empty() ? figure.unit : figure.unit + ' ' + figure.currency;
}

// What a derived number may name: figures, items and meetings (their dates), periods (their begin).
class Inputs {
public:
    explicit Inputs(const evidence::Case& which) {
        for (const auto& figure : which.figures) figures_.emplace(figure.id, &figure);
        for (const auto& item : which.items) dates_.emplace(item.id, item.date);
        for (const auto& meeting : which.meetings) dates_.emplace(meeting.id, meeting.date);
        for (const auto& period : which.periods) dates_.emplace(period.id, single_day(period.begin));
        for (const auto& item : which.items) cited_.emplace(item.id, &item.sources);
        for (const auto& meeting : which.meetings) cited_.emplace(meeting.id, &meeting.sources);
        for (const auto& figure : which.figures) cited_.emplace(figure.id, &figure.sources);
    }

    // False if the reference has no target.
    bool read(const evidence::DerivedInput& input, indices::MeasureInput& value, std::string& shown) const {
        if (input.number) {
            value.number = input.number;
            shown = fmt::format("{:g}", *input.number);
            return true;
        }
        if (input.day) {
            value.date = single_day(*input.day);
            shown = to_text(*input.day);
            return true;
        }
        if (const auto figure = figures_.find(input.reference); figure != figures_.end()) {
            value.number = figure->second->value;
            value.date = figure->second->as_of;
            value.sample_size = figure->second->sample_size;
            // With its currency, so that yen and dollars are never added.
            value.unit = unit_of(*figure->second);
            shown = fmt::format("{} = {:g} {}", input.reference, figure->second->value, value.unit);
            return true;
        }
        if (const auto date = dates_.find(input.reference); date != dates_.end()) {
            value.date = date->second;
            shown = input.reference + " = " + to_text(date->second);
            return true;
        }
        return false;
    }

    void add_sources(const std::string& reference, std::vector<std::string>& sources) const {
        const auto cited = cited_.find(reference);
        if (cited == cited_.end()) return;
        for (const auto& citation : *cited->second) {
            if (std::find(sources.begin(), sources.end(), citation.key) == sources.end()) {
                sources.push_back(citation.key);
            }
        }
    }

    [[nodiscard]] std::vector<std::string> known() const {
        std::vector<std::string> ids;
        for (const auto& [id, figure] : figures_) ids.emplace_back(id);
        for (const auto& [id, date] : dates_) ids.emplace_back(id);
        return ids;
    }

private:
    std::map<std::string_view, const evidence::Figure*, std::less<>> figures_;
    std::map<std::string_view, Date, std::less<>> dates_;
    std::map<std::string_view, const std::vector<evidence::Citation>*, std::less<>> cited_;
};

DerivedResult derive_one(const evidence::Derived& derived, const Inputs& inputs) {
    DerivedResult result;
    result.derived = &derived;
    result.measure = indices::find_figure_measure(derived.measure);
    std::vector<indices::MeasureInput> values;
    for (const auto& input : derived.inputs) {
        indices::MeasureInput value;
        std::string shown;
        if (!inputs.read(input, value, shown)) {
            result.result.why_not = "there is no figure, item, meeting or period '" + input.reference + "'" +
                                    did_you_mean(input.reference, inputs.known());
            return result;
        }
        values.push_back(std::move(value));
        result.inputs.push_back(std::move(shown));
        inputs.add_sources(input.reference, result.sources);
    }
    if (result.measure == nullptr) {
        std::vector<std::string> known;
        for (const auto& measure : indices::figure_measures()) known.emplace_back(measure.name);
        result.result.why_not = "there is no measure '" + derived.measure + "'" + did_you_mean(derived.measure, known);
        return result;
    }
    result.result = result.measure->compute(values);
    return result;
}

}  // namespace

std::vector<DerivedResult> derive(const evidence::Case& which) {
    const Inputs inputs(which);
    std::vector<DerivedResult> results;
    for (const auto& derived : which.derived) results.push_back(derive_one(derived, inputs));
    return results;
}

void check_derived(const evidence::Case& which, Problems& problems) {
    for (const auto& result : derive(which)) {
        if (result.result.why_not.empty()) continue;
        const std::string what = "'" + result.derived->id + "' cannot be computed: " + result.result.why_not;
        if (result.measure == nullptr) {
            problems.error(result.derived->where, what, "`entente figures CASE --measures` lists what there is");
        } else {
            problems.warn(result.derived->where, what,
                          "the measure takes " + std::string(result.measure->takes) + "; mend its inputs");
        }
    }
}

FiguresResult figures(const OpenCasePtr& open) {
    FiguresResult result;
    result.open = open;
    result.derived = derive(result.open->content);
    const auto* focal = evidence::find_period(result.open->content, result.open->content.focal);
    if (focal == nullptr) return result;
    for (const auto& figure : result.open->content.figures) {
        if (figure.as_of.last < focal->begin) {
            result.stale.push_back({&figure, years_between(figure.as_of.last, focal->begin)});
        }
    }
    return result;
}

}  // namespace entente::workbench
