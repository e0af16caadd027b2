// scenarios/*.toml: what might happen, and what it would do to each factor.
#include <utility>

#include "casefile/forecast_keys.hpp"
#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

constexpr double kMostDecibels = 100;

// What it would do to a factor.
void read_factor_effect(EntryReader& reader, const Table& table, evidence::Scenario& scenario) {
    evidence::ScenarioEffect effect;
    effect.where = table.where;
    effect.factor = reader.filled_text("factor");
    effect.direction = reader.choice_if<evidence::Direction>("direction");
    if (reader.require_key("decibels", "give the range of its weight: [3, 6]")) {
        const auto range = reader.range_if("decibels");
        if (range && range->first < 0) {
            reader.error_at("decibels", "decibels below zero", "the direction says which way; write the size only");
        } else if (range && range->second > kMostDecibels) {
            reader.error_at("decibels", "more than 100 decibels",
                            "100 is a likelihood ratio of ten thousand million; structural evidence has 10");
        } else if (range) {
            effect.decibels_low = range->first;
            effect.decibels_high = range->second;
        }
    }
    effect.note = reader.text_or("note", "");
    scenario.effects.push_back(std::move(effect));
}

// What it would do to a number of the theory.
void read_indicator_effect(EntryReader& reader, const Table& table, evidence::Scenario& scenario) {
    evidence::ScenarioIndicatorEffect effect;
    effect.where = table.where;
    effect.indicator = reader.filled_text("indicator");
    if (reader.require_key("change", "give the range of the change: [0.1, 0.3]")) {
        if (const auto range = reader.range_if("change")) {
            effect.change_low = range->first;
            effect.change_high = range->second;
        }
    }
    effect.note = reader.text_or("note", "");
    scenario.indicator_effects.push_back(std::move(effect));
}

void read_effect(const Table& table, Problems& problems, evidence::Scenario& scenario) {
    EntryReader reader(table, problems);
    if (reader.has("indicator")) {
        read_indicator_effect(reader, table, scenario);
    } else {
        read_factor_effect(reader, table, scenario);
    }
    reader.finish();
}

void read_conditions(EntryReader& reader, evidence::Scenario& scenario) {
    const auto names = reader.texts("conditions");
    for (const auto& name : names) scenario.conditions.push_back({name, reader.where_is("conditions")});
}

void read_outcome(EntryReader& reader, evidence::Scenario& scenario) {
    const Table* table = reader.table_if("outcome");
    if (table == nullptr) return;
    EntryReader outcome(*table, reader.problems());
    scenario.outcome = read_outcome_keys(outcome);
    outcome.finish();
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
    scenario.probability_where = reader.where_is("probability");
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
    scenario.alternatives = reader.text_or("alternatives", "");
    read_conditions(reader, scenario);
    if (!reader.has("effect")) {
        problems.error(whole.where, "a scenario without an effect",
                       "add an [[effect]]: a factor and decibels = [3, 6], or an indicator and change = [0.1, 0.3]");
    }
    for (const Table* effect : reader.tables("effect")) read_effect(*effect, problems, scenario);
    read_outcome(reader, scenario);
    scenario.sources = reader.some_citations("sources");
    scenario.rows = reader.texts("rows");
    reader.finish();
    if (!scenario.id.empty()) which.scenarios.push_back(std::move(scenario));
}

}  // namespace entente::casefile
