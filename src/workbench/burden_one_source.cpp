// Numbers that are compared with each other, from one data set rather than from several.
#include <algorithm>
#include <set>

#include "workbench/burden_numbers.hpp"
#include "workbench/threat_sources.hpp"

namespace entente::workbench {

burden::BurdenReading BurdenNumbers::reading_from(std::size_t measure, std::size_t place, int state,
                                                  const BurdenGroup& group, int year) const {
    const auto& of = theory_->measures[measure];
    const auto in = [&](int one) {
        auto reading = alternative(measure, place, state, group, one);
        return reading.known() ? Reading::of(reading.value * of.scale) : reading;
    };
    const auto now = in(year);
    for (int back = 1; !now.known() && back <= of.stale_after; ++back) {
        const auto before = in(year - back);
        if (before.known()) return {before, year - back, static_cast<int>(place)};
    }
    return {now, year, static_cast<int>(place)};
}

// Of what is measured; what it is divided by, population mostly, may be of another.
std::string BurdenNumbers::data_name(std::size_t measure, std::size_t place) const {
    const auto& input = data_[measure][place];
    if (input.measure) return theory_->measures[*input.measure].id;
    const auto& column = columns_.column(input.column);
    return column.at_hand() ? words_of(*column.dataset) : std::string();
}

burden::GroupFacts BurdenNumbers::of_one_source(burden::GroupFacts facts, const BurdenGroup& group,
                                                const std::vector<int>& states, std::vector<std::size_t>& mixed) const {
    for (std::size_t measure = 0; measure < theory_->measures.size(); ++measure) {
        const auto places = data_[measure].size();
        if (!from_store_[measure] || places < 2) continue;
        std::set<std::string> names;
        for (const auto& member : facts.members) {
            const auto& reading = member.measures[measure];
            const bool asked = std::find(states.begin(), states.end(), member.state) != states.end();
            if (!asked || !reading.value.known()) continue;
            names.insert(data_name(measure, static_cast<std::size_t>(reading.from)));
        }
        if (names.size() < 2) continue;
        std::size_t best = 0;
        std::ptrdiff_t most = -1;
        for (std::size_t place = 0; place < places; ++place) {
            const auto known = std::count_if(states.begin(), states.end(), [&](int state) {
                return reading_from(measure, place, state, group, facts.year).value.known();
            });
            if (known <= most) continue;
            most = known;
            best = place;
        }
        if (static_cast<double>(most) < theory_->known_share * static_cast<double>(states.size())) {
            mixed.push_back(measure);
            continue;
        }
        for (auto& member : facts.members) {
            member.measures[measure] = reading_from(measure, best, member.state, group, facts.year);
        }
    }
    return facts;
}

}  // namespace entente::workbench
