#include "reports/covariate_words.hpp"

#include <fmt/format.h>

#include "core/text.hpp"

namespace entente::reports {

std::vector<Text> covariate_lines(const evidence::Covariate& covariate) {
    auto measured = std::string(name_of(covariate.measure));
    if (evidence::has_threshold(covariate.measure)) measured += fmt::format(", threshold {:g}", covariate.threshold);
    if (covariate.pace == evidence::Pace::Leader) measured += ", moves with who governs";
    std::vector<Text> lines{fmt::format("{} ({}): a rise points to {}; {}", covariate.name, covariate.id,
                                        name_of(covariate.rise), measured),
                            covariate.reason, "data: " + joined(covariate.data, ", ")};
    if (!covariate.caution.empty()) lines.emplace_back(covariate.caution);
    return lines;
}

}  // namespace entente::reports
