#include "evidence/source.hpp"

namespace entente::evidence {

std::optional<Grade> parse_grade(std::string_view text) {
    if (text.size() != 2) return std::nullopt;
    const bool known = text[0] >= 'A' && text[0] <= 'F' && text[1] >= '1' && text[1] <= '6';
    if (!known) return std::nullopt;
    return Grade{text[0], text[1] - '0'};
}

std::string to_text(Grade grade) {
    return grade.reliability + std::to_string(grade.credibility);
}

}  // namespace entente::evidence
