#include "workbench/threat_unranked.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"

namespace entente::workbench {
namespace {

constexpr int kNamedAtWorst = 10;

bool among_first_in(const Threat& threat, std::size_t component, int first) {
    const auto& rank = threat.standing.by_component[component];
    return rank && *rank <= first && threat.reading.components[component].value.value > 0;
}

// `spending share: missing in source`
std::string part_words(const evidence::ThreatPart& part, const Reading& value) {
    auto id = part.id;
    std::replace(id.begin(), id.end(), '-', ' ');
    return fmt::format("{}: {}", id, name_of(value.reason));
}

// The parts for want of which a component is missing; where none is needed, all of them.
std::string missing_words(const evidence::ThreatComponent& component, const threat::ComponentReading& reading) {
    std::vector<std::string> needed;
    std::vector<std::string> others;
    for (std::size_t part = 0; part < reading.parts.size() && part < component.parts.size(); ++part) {
        if (reading.parts[part].known() || component.parts[part].moves) continue;
        auto& words = component.parts[part].needed ? needed : others;
        words.push_back(part_words(component.parts[part], reading.parts[part]));
    }
    const auto& words = needed.empty() ? others : needed;
    const auto why = words.empty() ? std::string(name_of(reading.value.reason)) : joined(words, ", ");
    return fmt::format("{} ({})", component.name, why);
}

void add_year(std::vector<ThreatYears>& years, int year) {
    if (!years.empty() && years.back().last + 1 == year) {
        years.back().last = year;
    } else {
        years.push_back({year, year});
    }
}

std::string places_words(int best, int worst, std::string (*words)(int)) {
    return best == worst ? words(best) : words(best) + "–" + words(worst);
}

std::string number(int place) {
    return std::to_string(place);
}

}  // namespace

std::string ordinal(int place) {
    const bool teen = place % 100 >= 11 && place % 100 <= 13;
    const int last = teen ? 0 : place % 10;
    return std::to_string(place) + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string years_in_words(const std::vector<ThreatYears>& years) {
    std::vector<std::string> words;
    for (const auto& [first, last] : years) {
        words.push_back(first == last ? std::to_string(first) : fmt::format("{}–{}", first, last));
    }
    return joined(words, ", ");
}

bool may_be_principal(const Threat& threat, int first) {
    if (threat.standing.rank) return false;
    if (threat.standing.at_worst && *threat.standing.at_worst <= first) return true;
    for (std::size_t component = 0; component < threat.standing.by_component.size(); ++component) {
        if (among_first_in(threat, component, first)) return true;
    }
    return false;
}

bool must_not_go_unseen(const Threat& threat, int first) {
    const auto& at_worst = threat.standing.at_worst;
    return may_be_principal(threat, first) || (!threat.standing.rank && at_worst && *at_worst <= kNamedAtWorst);
}

std::vector<std::string> missing_components(const threat::ThreatReading& reading,
                                            const evidence::ThreatTheory& theory) {
    std::vector<std::string> missing;
    for (std::size_t component = 0; component < theory.components.size(); ++component) {
        const auto& read = reading.components[component];
        if (!read.value.known()) missing.push_back(missing_words(theory.components[component], read));
    }
    return missing;
}

void UnrankedThreats::Range::take(int place) {
    best = best == 0 ? place : std::min(best, place);
    worst = std::max(worst, place);
}

void UnrankedThreats::note(int year, const std::vector<Threat>& threats) {
    for (const auto& one : threats) {
        if (!must_not_go_unseen(one, first_)) continue;
        auto missing = missing_components(one.reading, *theory_);
        auto at = std::find_if(stretches_.begin(), stretches_.end(), [&](const Stretch& stretch) {
            return stretch.other.number == one.other.number && stretch.missing == missing;
        });
        if (at == stretches_.end()) {
            stretches_.emplace_back();
            at = std::prev(stretches_.end());
            at->missing = std::move(missing);
            at->places.resize(theory_->components.size());
        }
        at->other = one.other;
        add_year(at->years, year);
        for (std::size_t component = 0; component < at->places.size(); ++component) {
            const auto& rank = one.standing.by_component[component];
            if (rank && one.reading.components[component].value.value > 0) at->places[component].take(*rank);
        }
        if (one.standing.at_worst) at->at_worst.take(*one.standing.at_worst);
    }
}

std::string UnrankedThreats::sentence_of(const Stretch& stretch, bool one_year) const {
    auto words = fmt::format("{} has no rank{}, since its {} {} missing", stretch.other.name,
                             one_year ? "" : " " + years_in_words(stretch.years), joined(stretch.missing, " and "),
                             stretch.missing.size() == 1 ? "is" : "are");
    std::vector<std::string> first;
    for (std::size_t component = 0; component < stretch.places.size(); ++component) {
        const auto& [best, worst] = stretch.places[component];
        if (best > 0 && best <= first_) {
            first.push_back(
                fmt::format("{} in {}", places_words(best, worst, number), theory_->components[component].name));
        }
    }
    if (!first.empty()) words += fmt::format("; it is number {}", joined(first, ", "));
    const auto& [best, worst] = stretch.at_worst;
    if (best > 0) {
        words += fmt::format("; at worst {} among those with a rank, were what is missing nothing",
                             places_words(best, worst, ordinal));
    }
    return words + ".";
}

std::vector<UnrankedThreat> UnrankedThreats::found(bool one_year) const {
    std::vector<UnrankedThreat> all;
    for (const auto& stretch : stretches_) {
        all.push_back({stretch.other, stretch.years, joined(stretch.missing, " and "), sentence_of(stretch, one_year)});
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& one, const auto& two) {
        if (one.other.name != two.other.name) return one.other.name < two.other.name;
        return one.years.front().first < two.years.front().first;
    });
    return all;
}

}  // namespace entente::workbench
