// A user's own weights in place of the theory's.
#include <fmt/format.h>

#include "casefile/weights.hpp"
#include "core/error.hpp"
#include "core/text.hpp"
#include "workbench/burden_parts.hpp"

namespace entente::workbench {

bool apply_weights(evidence::BurdenTheory& theory, const std::filesystem::path& file) {
    if (file.empty()) return false;
    require_present(file);
    Problems problems;
    const auto weights = casefile::read_weights(file, problems);
    std::vector<std::string> known;
    for (const auto& measure : theory.measures) {
        if (measure.sense != evidence::BurdenSense::Neither) known.push_back(measure.id);
    }
    const Position where{file.string(), 0, 0};
    for (const auto& [id, weight] : weights) {
        const auto* measure = evidence::find_measure(theory, id);
        if (measure == nullptr) {
            problems.error(where, fmt::format("{} has no measure '{}'{}", theory.id, id, did_you_mean(id, known)),
                           "its measures: " + known_words(id, known));
        } else if (measure->sense == evidence::BurdenSense::Neither && weight > 0) {
            problems.error(where, fmt::format("more of '{}' is neither a larger nor a smaller burden", id),
                           "give it no weight; measures that may have one: " + joined(known, ", "));
        }
    }
    if (problems.has_errors()) {
        throw Error(ErrorKind::BadData, "the weights cannot be used", "mend the file", problems.sorted());
    }
    for (auto& measure : theory.measures) {
        const auto given = weights.find(measure.id);
        measure.weight = given == weights.end() ? 0 : given->second;
    }
    return true;
}

}  // namespace entente::workbench
