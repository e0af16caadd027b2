// threat: forces that one state keeps in others, beside the components.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

bool is_known(const workbench::NamedPosture& posture) {
    const auto& forces = posture.forces;
    return forces.in_it.known() || forces.in_state.known() || forces.in_neighbours.known() ||
           std::any_of(forces.in_each.begin(), forces.in_each.end(), [](const auto& each) { return each.known(); });
}

bool is_sender(const workbench::NamedPosture& posture) {
    return !is_not_applicable(posture.forces.in_state);
}

// `South Korea 27,723, China 42, Russia: no row`
std::string neighbours_words(const workbench::NamedPosture& posture) {
    std::vector<std::string> words;
    for (std::size_t at = 0; at < posture.neighbours.size(); ++at) {
        const auto& persons = posture.forces.in_each[at];
        words.push_back(posture.neighbours[at].name + (persons.known() ? " " : ": ") + value_or_reason(persons));
    }
    return joined(words, ", ");
}

// `in its neighbours 28,235: South Korea 27,723 …`
std::string near_words(const workbench::NamedPosture& posture) {
    const auto& sum = posture.forces.in_neighbours;
    if (posture.neighbours.empty()) {
        return sum.known() ? "it has no other neighbour"
                           : fmt::format("its neighbours are not known ({})", name_of(sum.reason));
    }
    const auto all =
        sum.known() ? " " + value_words(sum.value) : fmt::format(" not known in all ({})", name_of(sum.reason));
    return fmt::format("in its neighbours{}: {}", all, neighbours_words(posture));
}

}  // namespace

bool is_not_applicable(const Reading& reading) {
    return reading.reason == Reason::NotApplicable;
}

std::vector<std::size_t> known_posture(const workbench::YearOfThreats& year) {
    std::vector<std::size_t> known;
    const auto entries = year.threats.empty() ? 0 : year.threats.front().posture.size();
    for (std::size_t entry = 0; entry < entries; ++entry) {
        const bool some = std::any_of(year.threats.begin(), year.threats.end(),
                                      [entry](const auto& threat) { return is_known(threat.posture.at(entry)); });
        if (some) known.push_back(entry);
    }
    return known;
}

std::string posture_words(const workbench::NamedPosture& posture) {
    return is_sender(posture) ? "at home" : value_or_dash(posture.forces.in_it);
}

void add_posture(Document& document, const workbench::StateThreats& of, const workbench::YearOfThreats& year,
                 const evidence::ThreatTheory& theory) {
    for (const auto entry : known_posture(year)) {
        const auto sender = std::find_if(year.threats.begin(), year.threats.end(), [entry](const auto& threat) {
            return is_sender(threat.posture.at(entry)) && is_known(threat.posture[entry]);
        });
        if (sender == year.threats.end()) continue;
        const auto& posture = sender->posture[entry];
        const auto& in_state = posture.forces.in_state;
        document.paragraph(
            fmt::format("{} near {}, beside the components and in none: in {} {}{}; {}.",
                        theory.force_posture[entry].name, of.state.name, of.state.name,
                        in_state.known() ? "" : "not known: ", value_or_reason(in_state), near_words(posture)),
            1);
    }
}

}  // namespace entente::reports
