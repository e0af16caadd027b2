// scenarios/*.toml: what might happen, and what it would do to each factor.
#include <utility>

#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

evidence::ScenarioEffect read_effect(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::ScenarioEffect effect;
    effect.where = table.where;
    effect.factor = reader.filled_text("factor");
    effect.direction = reader.choice_if<evidence::Direction>("direction");
    if (reader.require_key("decibels", "give the range of its weight: [3, 6]")) {
        const auto range = reader.range_if("decibels");
        if (range && range->first < 0) {
            reader.error_at("decibels", "decibels below zero", "the direction says which way; write the size only");
        } else if (range) {
            effect.decibels_low = range->first;
            effect.decibels_high = range->second;
        }
    }
    effect.note = reader.text_or("note", "");
    reader.finish();
    return effect;
}

void read_probability(EntryReader& reader, evidence::Scenario& scenario) {
    scenario.probability_basis = reader.text_or("probability_basis", "");
    if (!reader.has("probability")) return;
    (void)reader.require_key("probability_basis", "say where the probability comes from");
    const auto range = reader.range_if("probability");
    if (!range) return;
    if (range->first < 0 || range->second > 1) {
        reader.error_at("probability", "'probability' is not between 0 and 1",
                        "write two shares, the lower first: [0.1, 0.3]");
        return;
    }
    scenario.probability_low = range->first;
    scenario.probability_high = range->second;
}

}  // namespace

void read_scenario(const Table& whole, Problems& problems, evidence::Case& which) {
    EntryReader reader(whole, problems);
    evidence::Scenario scenario;
    scenario.where = whole.where;
    scenario.id = reader.id();
    scenario.name = reader.filled_text("name");
    scenario.author = reader.filled_text("author");
    scenario.theory = reader.filled_text("theory");
    scenario.trigger = reader.filled_text("trigger");
    scenario.horizon = reader.filled_text("horizon");
    read_probability(reader, scenario);
    scenario.resolution = reader.filled_text("resolution");
    for (const Table* effect : reader.tables("effect")) scenario.effects.push_back(read_effect(*effect, problems));
    scenario.sources = reader.some_citations("sources");
    scenario.rows = reader.texts("rows");
    reader.finish();
    if (!scenario.id.empty()) which.scenarios.push_back(std::move(scenario));
}

}  // namespace entente::casefile
