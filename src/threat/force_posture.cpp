#include "threat/force_posture.hpp"

namespace entente::threat {
namespace {

Reading persons_in(int host, const StationedForces& stationed) {
    const auto found = stationed.by_host.find(host);
    return found == stationed.by_host.end() ? Reading::missing(stationed.of_others) : found->second;
}

// Several reasons are none of them.
void note_missing(Reading& sum, const Reading& missing) {
    if (sum.known()) {
        sum = missing;
    } else if (sum.reason != missing.reason) {
        sum = Reading::missing(Reason::Input);
    }
}

// A sum of which a part is missing would pass for fewer, so it is missing.
void add_neighbours(ForcePosture& posture, int sender, std::span<const DyadFacts> all,
                    const StationedForces& stationed) {
    posture.in_neighbours = Reading::of(0);
    for (const auto& each : all) {
        if (each.other == sender) continue;
        if (!each.contiguity.known()) {
            note_missing(posture.in_neighbours, each.contiguity);
            continue;
        }
        if (!(each.contiguity.value >= 1)) continue;
        const auto persons = persons_in(each.other, stationed);
        posture.neighbours.push_back(each.other);
        posture.in_each.push_back(persons);
        if (!persons.known()) {
            note_missing(posture.in_neighbours, persons);
        } else if (posture.in_neighbours.known()) {
            posture.in_neighbours.value += persons.value;
        }
    }
}

}  // namespace

ForcePosture force_posture(int sender, const DyadFacts& facts, std::span<const DyadFacts> all,
                           const StationedForces& stationed) {
    ForcePosture posture;
    posture.in_it = posture.in_state = posture.in_neighbours = Reading::missing(Reason::NotApplicable);
    if (sender == 0) return posture;
    if (facts.other != sender) {
        posture.in_it = persons_in(facts.other, stationed);
        return posture;
    }
    posture.in_state = persons_in(facts.state, stationed);
    add_neighbours(posture, sender, all, stationed);
    return posture;
}

}  // namespace entente::threat
