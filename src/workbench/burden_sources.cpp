// Where the numbers of each measure come from, in words.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "workbench/burden_numbers.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {

void BurdenNumbers::add_datasets(const Input& input, std::vector<std::string>& words) const {
    if (input.measure) {
        for (const auto& each : data_[*input.measure]) add_datasets(each, words);
        for (const auto& each : per_[*input.measure]) add_datasets(each, words);
        return;
    }
    const auto& column = columns_.column(input.column);
    if (!column.at_hand()) return;
    const auto one = words_of(*column.dataset);
    if (std::find(words.begin(), words.end(), one) == words.end()) words.push_back(one);
}

std::string BurdenNumbers::why_not(const Input& input) const {
    if (at_hand(input)) return {};
    if (!input.measure) return columns_.column(input.column).why_not;
    return fmt::format("the store has no data for {}", theory_->measures[*input.measure].id);
}

// One of the measure's data, and what it is divided by.
BurdenSource BurdenNumbers::source_of(std::size_t measure, std::size_t place) const {
    const auto& of = theory_->measures[measure];
    BurdenSource source;
    source.measure = of.id;
    source.place = static_cast<int>(place);
    source.variable = of.data[place].column;
    std::vector<const Input*> inputs{&data_[measure][place]};
    if (!per_[measure].empty()) {
        inputs.push_back(&per_[measure][place]);
        source.variable += " ÷ " + (of.per.size() > place ? of.per[place] : of.per.back()).column;
    }
    std::vector<std::string> datasets;
    for (const auto* input : inputs) {
        add_datasets(*input, datasets);
        if (source.why_not.empty()) source.why_not = why_not(*input);
    }
    if (!source.why_not.empty()) return source;
    source.dataset = joined(datasets, ", ");
    if (const auto years = years_of(measure, place)) {
        source.first = years->first;
        source.last = years->last;
    }
    return source;
}

std::vector<BurdenSource> BurdenNumbers::sources() const {
    std::vector<BurdenSource> sources;
    for (std::size_t measure = 0; measure < theory_->measures.size(); ++measure) {
        const auto count = data_[measure].size();
        const auto years = figures_.years_of(measure);
        // Where the store has none of a measure's data, one of them says what to add, unless a case has figures.
        const auto shown = from_store_[measure] ? count : years ? 0 : std::min<std::size_t>(count, 1);
        for (std::size_t place = 0; place < shown; ++place) sources.push_back(source_of(measure, place));
        if (from_store_[measure] || (!years && count > 0)) continue;
        BurdenSource source;
        source.measure = theory_->measures[measure].id;
        source.place = static_cast<int>(count);
        if (years) {
            source.dataset = "the case";
            source.variable = source.measure;
            source.first = years->first;
            source.last = years->last;
        } else {
            source.why_not = "no official data measure it, and no case here has figures of it";
        }
        sources.push_back(std::move(source));
    }
    return sources;
}

}  // namespace entente::workbench
