#include "casefile/scenario_text.hpp"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "casefile/entry_text.hpp"
#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {
namespace {

using textfiles::quoted;

std::string range_text(double low, double high) {
    return "[" + number_text(low) + ", " + number_text(high) + "]";
}

std::string list_of(const std::vector<std::string>& elements) {
    std::string text = "[";
    for (const auto& element : elements) text += (text.size() > 1 ? ", " : "") + element;
    return text + "]";
}

std::string aligned(const std::vector<KeyText>& keys) {
    std::size_t width = 0;
    for (const auto& [key, value] : keys) width = std::max(width, key.size());
    std::string text;
    for (const auto& [key, value] : keys) text += key + std::string(width - key.size(), ' ') + " = " + value + "\n";
    return text;
}

std::vector<KeyText> key_texts(const evidence::ScenarioEffect& effect) {
    std::vector<KeyText> keys{{"factor", quoted(effect.factor)}};
    if (effect.direction) keys.push_back({"direction", quoted(name_of(*effect.direction))});
    keys.push_back({"decibels", range_text(effect.decibels_low, effect.decibels_high)});
    if (!effect.note.empty()) keys.push_back({"note", quoted(effect.note)});
    return keys;
}

std::vector<KeyText> key_texts(const evidence::ScenarioIndicatorEffect& effect) {
    std::vector<KeyText> keys{{"indicator", quoted(effect.indicator)},
                              {"change", range_text(effect.change_low, effect.change_high)}};
    if (!effect.note.empty()) keys.push_back({"note", quoted(effect.note)});
    return keys;
}

std::string citations_text(const std::vector<evidence::Citation>& citations) {
    std::vector<std::string> sources;
    for (const auto& source : citations) {
        sources.push_back(source.at.empty() ? quoted(source.key)
                                            : "{ key = " + quoted(source.key) + ", at = " + quoted(source.at) + " }");
    }
    return list_of(sources);
}

std::string date_text(const Date& date) {
    return date.precision == Precision::Day ? to_text(date) : quoted(to_text(date));
}

std::vector<KeyText> key_texts(const evidence::Settlement& outcome) {
    std::vector<KeyText> keys{{"resolution", quoted(name_of(outcome.resolution))}};
    if (outcome.resolved) keys.push_back({"resolved", date_text(*outcome.resolved)});
    if (!outcome.why.empty()) keys.push_back({"why", quoted(outcome.why)});
    if (!outcome.settled_by.empty()) keys.push_back({"sources", citations_text(outcome.settled_by)});
    return keys;
}

}  // namespace

std::string to_toml(const evidence::Scenario& scenario) {
    std::vector<KeyText> keys{{"id", quoted(scenario.id)},           {"name", quoted(scenario.name)},
                              {"author", quoted(scenario.author)},   {"theory", quoted(scenario.theory)},
                              {"trigger", quoted(scenario.trigger)}, {"horizon", quoted(scenario.horizon)}};
    if (scenario.probability_low && scenario.probability_high) {
        keys.push_back({"probability", range_text(*scenario.probability_low, *scenario.probability_high)});
        keys.push_back({"probability_basis", quoted(scenario.probability_basis)});
    }
    keys.push_back({"resolution", quoted(scenario.resolution)});
    if (!scenario.alternatives.empty()) keys.push_back({"alternatives", quoted(scenario.alternatives)});
    if (!scenario.conditions.empty()) {
        std::vector<std::string> names;
        for (const auto& condition : scenario.conditions) names.push_back(quoted(condition.name));
        keys.push_back({"conditions", list_of(names)});
    }
    keys.push_back({"sources", citations_text(scenario.sources)});
    if (!scenario.rows.empty()) {
        std::vector<std::string> rows;
        for (const auto& row : scenario.rows) rows.push_back(quoted(row));
        keys.push_back({"rows", list_of(rows)});
    }
    std::string text = aligned(keys);
    for (const auto& effect : scenario.effects) text += "\n[[effect]]\n" + aligned(key_texts(effect));
    for (const auto& effect : scenario.indicator_effects) text += "\n[[effect]]\n" + aligned(key_texts(effect));
    if (scenario.outcome) text += "\n[outcome]\n" + aligned(key_texts(*scenario.outcome));
    return text;
}

void add_scenario(std::string bytes, const std::string& shown_as, evidence::Case& which, Problems& problems) {
    const auto whole = whole_table(textfiles::read_toml(std::move(bytes), shown_as, problems), problems);
    read_scenario(whole, problems, which);
}

}  // namespace entente::casefile
