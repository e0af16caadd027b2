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
    std::vector<std::string> sources;
    for (const auto& source : scenario.sources) {
        sources.push_back(source.at.empty() ? quoted(source.key)
                                            : "{ key = " + quoted(source.key) + ", at = " + quoted(source.at) + " }");
    }
    keys.push_back({"sources", list_of(sources)});
    if (!scenario.rows.empty()) {
        std::vector<std::string> rows;
        for (const auto& row : scenario.rows) rows.push_back(quoted(row));
        keys.push_back({"rows", list_of(rows)});
    }
    std::string text = aligned(keys);
    for (const auto& effect : scenario.effects) text += "\n[[effect]]\n" + aligned(key_texts(effect));
    return text;
}

void add_scenario(std::string bytes, const std::string& shown_as, evidence::Case& which, Problems& problems) {
    const auto whole = whole_table(textfiles::read_toml(std::move(bytes), shown_as, problems), problems);
    read_scenario(whole, problems, which);
}

}  // namespace entente::casefile
