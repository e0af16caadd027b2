#include "assessment/placebos.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace entente::assessment {

namespace {

std::string in_words(VerdictDirection direction) {
    return std::string(name_of(direction));
}

std::string percent(double share) {
    std::array<char, 32> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), 100 * share, std::chars_format::fixed, 1).ptr;
    return std::string(digits.begin(), end) + "%";
}

// Continuity speaks against both kinds of change alike: alone, it can move nothing.
Placebo continuity_only(const Selection& selection, const Material& material, const evidence::Protocol& protocol) {
    auto kept = material;
    std::erase_if(kept.readings, [](const Reading& reading) { return reading.novelty == evidence::Novelty::New; });
    const auto expected = kept.readings.empty() ? VerdictDirection::NotAssessed : VerdictDirection::Unchanged;
    const auto got = run_ledger(selection, std::move(kept), protocol).ruling.direction;
    return {.name = "continuity items only",
            .expected = in_words(expected),
            .got = in_words(got),
            .holds = got == expected};
}

Placebo new_items_mirrored(const Run& run, const Selection& selection, const Material& material,
                           const evidence::Protocol& protocol) {
    auto turned = material;
    for (auto& reading : turned.readings) {
        if (reading.novelty != evidence::Novelty::New) continue;
        const bool collapse = reading.direction == evidence::Direction::Collapse;
        reading.direction = collapse ? evidence::Direction::Endurance : evidence::Direction::Collapse;
    }
    const auto ruling = run_ledger(selection, std::move(turned), protocol).ruling;
    const auto expected = mirrored(run.ruling.direction);
    const auto same = [](double left, double right) { return std::abs(left - right) < 1e-9; };
    return {.name = "new items mirrored",
            .expected = in_words(expected),
            .got = in_words(ruling.direction),
            .holds = ruling.direction == expected &&
                     same(ruling.probability.weakened, run.ruling.probability.strengthened) &&
                     same(ruling.probability.strengthened, run.ruling.probability.weakened)};
}

// The difference of the two shares has variance (p + q − (p − q)²) / n; three standard errors are allowed.
Placebo random_is_symmetric(const RandomCodings& random) {
    const std::string expected = "as often weakened as strengthened";
    if (random.draws == 0) {
        return {.name = "random codings", .expected = expected, .got = "nothing new to turn", .holds = true};
    }
    const double difference = random.weakened - random.strengthened;
    const double variance = random.weakened + random.strengthened - difference * difference;
    return {.name = "random codings",
            .expected = expected,
            .got = percent(random.weakened) + " weakened, " + percent(random.strengthened) + " strengthened",
            .holds = std::abs(difference) <= 3 * std::sqrt(variance / random.draws)};
}

Placebo nothing_at_all(const Selection& selection, const Material& material, const evidence::Protocol& protocol) {
    auto nothing = material;
    nothing.readings.clear();
    const auto got = run_ledger(selection, std::move(nothing), protocol).ruling.direction;
    return {.name = "no items",
            .expected = in_words(VerdictDirection::NotAssessed),
            .got = in_words(got),
            .holds = got == VerdictDirection::NotAssessed};
}

}  // namespace

std::vector<Placebo> placebos(const Run& run, const Selection& selection, const Material& material,
                              const RandomCodings& random, const evidence::Protocol& protocol) {
    return {continuity_only(selection, material, protocol), new_items_mirrored(run, selection, material, protocol),
            random_is_symmetric(random), nothing_at_all(selection, material, protocol)};
}

}  // namespace entente::assessment
