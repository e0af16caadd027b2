#include "reports/names.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/minus_sign.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::reports {
namespace {

using assessment::Finding;
using assessment::Size;
using assessment::VerdictDirection;

}  // namespace

std::string probability(double value) {
    auto text = fmt::format("{:.2f}", value);
    if (text.starts_with("0.")) text.erase(0, 1);
    return text;
}

std::string decibels(double value, int digits) {
    const auto text = fmt::format("{:+.{}f}", value, digits);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return zero ? text.substr(1) : with_minus_sign(text);
}

std::string coefficient(double value, int digits) {
    return with_minus_sign(fmt::format("{:.{}f}", value, digits));
}

std::string percent(double value, int digits) {
    const auto text = fmt::format("{:.{}f}%", 100 * value, digits);
    const bool zero = text.find_first_of("123456789") == std::string::npos;
    return zero && text.starts_with('-') ? text.substr(1) : with_minus_sign(text);
}

std::string counted(long count, const std::string& one) {
    return std::to_string(count) + ' ' + one + (count == 1 ? "" : "s");
}

Text finding(Finding value) {
    switch (value) {
        case Finding::Weakened:
            return {"weakened ▼", Tone::Weak};
        case Finding::Strengthened:
            return {"strengthened ▲", Tone::Strong};
        case Finding::LeaningWeakened:
            return {"leans weaker ▽", Tone::Weak};
        case Finding::LeaningStrengthened:
            return {"leans stronger △", Tone::Strong};
        case Finding::Contested:
            return {"contested ◆", Tone::Bold};
        case Finding::Unchanged:
            return {"unchanged"};
        case Finding::NotAssessed:
            break;
    }
    return {"not assessed", Tone::Faint};
}

std::string verdict_words(VerdictDirection direction, Size size) {
    const auto word = direction_words(direction);
    if (direction == VerdictDirection::NotAssessed || size == Size::None) return word;
    return std::string(name_of(size)) + ' ' + word;
}

std::string direction_words(VerdictDirection direction) {
    return direction == VerdictDirection::NotAssessed ? "not assessed" : std::string(name_of(direction));
}

Tone tone_of(VerdictDirection direction) {
    if (direction == VerdictDirection::Weakened) return Tone::Weak;
    if (direction == VerdictDirection::Strengthened) return Tone::Strong;
    return Tone::Bold;
}

std::string standing(double value) {
    if (std::abs(value) < 0.05) return "—";
    return value > 0 ? "holds" : "wears";
}

std::string factor_name(const evidence::Theory& theory, const std::string& id) {
    const auto* factor = evidence::find_factor(theory, id);
    return factor == nullptr ? id : factor->name;
}

std::string issue_name(const evidence::Case& which, const std::string& id) {
    const auto found =
        std::find_if(which.issues.begin(), which.issues.end(), [&](const auto& issue) { return issue.id == id; });
    return found == which.issues.end() ? id : found->name;
}

std::string period_name(const evidence::Case& which, const std::string& id) {
    const auto* period = evidence::find_period(which, id);
    return period == nullptr ? id : period->name;
}

std::string period_span(const evidence::Case& which, const std::string& id) {
    const auto* period = evidence::find_period(which, id);
    if (period == nullptr) return id;
    return period->name + ' ' + to_text(period->begin) + "…" + to_text(period->end);
}

std::string member_name(const workbench::OpenCase& open, const std::string& code) {
    if (code.empty()) return "others";
    const auto name = open.states.name_of(code, open.content.cutoff);
    return name.empty() ? code : name;
}

std::string cited(const std::vector<evidence::Citation>& citations) {
    std::string list;
    for (const auto& citation : citations) {
        if (!list.empty()) list += ", ";
        list += citation.key + (citation.at.empty() ? "" : ' ' + citation.at);
    }
    return list;
}

std::string provenance(const workbench::OpenCase& open, std::uint64_t seed) {
    const auto shortened_hash = [](const std::string& hash) { return hash.substr(0, 12); };
    return fmt::format("case {} {} · theory {} {} · protocol {} {} · cut-off {} · seed {} · entente {}",
                       open.content.id, shortened_hash(open.content.sha256), open.theory.id,
                       shortened_hash(open.theory.sha256), open.protocol.id, shortened_hash(open.protocol.sha256),
                       to_text(open.content.cutoff), seed, workbench::version());
}

}  // namespace entente::reports
