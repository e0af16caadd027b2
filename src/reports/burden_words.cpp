#include "reports/burden_words.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/names.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

constexpr double kThousand = 1000;
constexpr double kHundred = 100;
constexpr std::string_view kMinus = "−";

std::string grouped(std::string digits) {
    const auto whole = std::min(digits.find('.'), digits.size());
    for (auto place = static_cast<std::ptrdiff_t>(whole) - 3; place > 0; place -= 3) {
        digits.insert(static_cast<std::size_t>(place), ",");
    }
    return digits;
}

// Three digits that count, as nobody knows sums of money more closely.
std::string rounded_amount(double amount) {
    if (amount >= kHundred) return grouped(fmt::format("{:.0f}", amount));
    return fmt::format("{:.{}f}", amount, amount >= 1 ? 1 : 2);
}

// `T082, T087`: a letter and two digits or more each.
bool names_rows(std::string_view text) {
    constexpr std::size_t kShortest = 3;
    while (!text.empty()) {
        const auto end = std::min(text.find(", "), text.size());
        const auto row = text.substr(0, end);
        const bool is_row = row.size() >= kShortest && row.front() >= 'A' && row.front() <= 'Z' &&
                            row.find_first_not_of("0123456789", 1) == std::string_view::npos;
        if (!is_row) return false;
        text.remove_prefix(std::min(end + 2, text.size()));
    }
    return true;
}

}  // namespace

std::string with_decimals(double value, int decimals) {
    auto digits = fmt::format("{:.{}f}", std::abs(value), std::max(decimals, 0));
    const bool nothing = digits.find_first_of("123456789") == std::string::npos;
    digits = grouped(std::move(digits));
    return value < 0 && !nothing ? std::string(kMinus) + digits : digits;
}

std::string plain_number(double value) {
    const auto digits = fmt::format("{:.6g}", std::abs(value));
    return value < 0 ? std::string(kMinus) + digits : digits;
}

std::string bound_words(double at_least, const evidence::BurdenMeasure* measure) {
    const auto unit = measure == nullptr || measure->unit.empty() ? "" : " " + measure->unit;
    return plain_number(at_least) + unit;
}

std::string money_words(double amount, const std::string& unit) {
    const std::string million = "million ";
    const auto size = std::abs(amount);
    const auto sign = amount < 0 ? std::string(kMinus) : std::string{};
    const bool in_millions = unit.starts_with(million);
    if (in_millions && size >= kThousand) {
        return fmt::format("{}{} billion {}", sign, rounded_amount(size / kThousand), unit.substr(million.size()));
    }
    return fmt::format("{}{} {}", sign, rounded_amount(size), unit);
}

std::string share_range(const std::vector<double>& shares) {
    if (shares.empty()) return "—";
    const auto [least, most] = std::minmax_element(shares.begin(), shares.end());
    auto low = share_words(*least);
    const auto high = share_words(*most);
    if (low == high) return low;
    const bool bare = low.find_first_not_of("0123456789%") == std::string::npos &&
                      high.find_first_not_of("0123456789%") == std::string::npos;
    if (bare) low.pop_back();
    return fmt::format("{}–{}", low, high);
}

std::string scaling_name(std::size_t scaling) {
    switch (static_cast<burden::Scaling>(scaling)) {
        case burden::Scaling::Ranks:
            return "order";
        case burden::Scaling::Range:
            return "range";
        case burden::Scaling::Deviations:
            break;
    }
    return "deviations";
}

std::string reading_words(const burden::BurdenReading& reading, const evidence::BurdenMeasure& measure,
                          int year_of_column) {
    if (!reading.value.known()) return "—";
    const auto words = with_decimals(reading.value.value, measure.decimals);
    if (reading.of_year == year_of_column) return words;
    return fmt::format("{} ’{:02}", words, reading.of_year % 100);
}

std::string value_and_year(const burden::BurdenReading& reading, const evidence::BurdenMeasure& measure) {
    if (!reading.value.known()) return fmt::format("not known ({})", name_of(reading.value.reason));
    return fmt::format("{} ({})", with_decimals(reading.value.value, measure.decimals), reading.of_year);
}

std::string kind_words(const evidence::BurdenMeasure& measure) {
    return fmt::format("{}, {}", name_of(measure.coin), name_of(measure.stage));
}

std::string against_words(double first, double second, const evidence::BurdenMeasure& measure) {
    const auto words =
        fmt::format("{} against {}", with_decimals(first, measure.decimals), with_decimals(second, measure.decimals));
    // A ratio has no unit: what stands behind it says how to read it.
    constexpr std::string_view kRatio = "ratio";
    if (!measure.unit.starts_with(kRatio)) return fmt::format("{} {}", words, measure.unit);
    const auto reading = measure.unit.find_first_not_of(", ", kRatio.size());
    return reading == std::string::npos ? words : fmt::format("{}; {}", words, measure.unit.substr(reading));
}

const burden::BurdenReading* reading_of(const burden::GroupFacts& facts, int state, std::size_t measure) {
    for (const auto& member : facts.members) {
        if (member.state == state && measure < member.measures.size()) return &member.measures[measure];
    }
    return nullptr;
}

const burden::BurdenReading* reading_of(const workbench::BurdenResult& result, int state, std::size_t measure) {
    const auto* found = reading_of(result.pair_facts, state, measure);
    for (const auto& group : result.groups) {
        const auto* reading = reading_of(group.now.facts, state, measure);
        if (reading != nullptr && (found == nullptr || !found->value.known())) found = reading;
    }
    return found;
}

std::optional<std::size_t> place_of(const evidence::BurdenTheory& theory, const std::string& measure) {
    const auto found = std::find_if(theory.measures.begin(), theory.measures.end(),
                                    [&measure](const auto& each) { return each.id == measure; });
    if (found == theory.measures.end()) return std::nullopt;
    return static_cast<std::size_t>(found - theory.measures.begin());
}

const workbench::BurdenSource* source_of(const workbench::BurdenResult& result, const evidence::BurdenMeasure& measure,
                                         int from) {
    const workbench::BurdenSource* of_measure = nullptr;
    for (const auto& source : result.sources) {
        if (source.measure != measure.id) continue;
        if (source.place == from && !source.dataset.empty()) return &source;
        if (of_measure == nullptr || of_measure->dataset.empty()) of_measure = &source;
    }
    return of_measure;
}

std::string state_name(const workbench::GroupBurden& group, int state) {
    for (const auto& member : group.members) {
        if (member.number == state) return member.name;
    }
    return std::to_string(state);
}

bool is_asked_about(const workbench::BurdenResult& result, int state) {
    return std::any_of(result.pair_states.begin(), result.pair_states.end(),
                       [state](const auto& each) { return each.number == state; });
}

std::string listed(const std::vector<std::string>& names, std::size_t most) {
    if (names.empty()) return "nobody";
    // Names that have commas themselves are kept apart by semicolons.
    const bool commas =
        std::any_of(names.begin(), names.end(), [](const auto& name) { return name.find(", ") != std::string::npos; });
    const auto* between = commas ? "; " : ", ";
    const auto* before_last = commas ? "; and " : " and ";
    std::vector<std::string> shown(names.begin(),
                                   names.begin() + static_cast<std::ptrdiff_t>(std::min(most, names.size())));
    if (shown.size() < names.size()) {
        return fmt::format("{}{}{} more", joined(shown, between), before_last, names.size() - shown.size());
    }
    if (shown.size() == 1) return shown.front();
    const auto last = shown.back();
    shown.pop_back();
    return fmt::format("{}{}{}", joined(shown, between), before_last, last);
}

std::string order_words(burden::Order order) {
    switch (order) {
        case burden::Order::TurnedBefore:
            return "turned upward before it";
        case burden::Order::TurnedAfter:
            return "turned upward after it";
        case burden::Order::SameYear:
            return "turned upward in the same year";
        case burden::Order::NoTurn:
            return "no upward turn";
        case burden::Order::CannotSay:
            break;
    }
    return "cannot be said";
}

std::string without_rows(const std::string& text) {
    std::string words;
    std::size_t from = 0;
    while (from < text.size()) {
        const auto open = std::min(text.find(" (", from), text.size());
        words += text.substr(from, open - from);
        if (open == text.size()) break;
        const auto close = text.find(')', open);
        if (close == std::string::npos) return words + text.substr(open);
        const auto inside = std::string_view(text).substr(open + 2, close - open - 2);
        if (inside.empty() || !names_rows(inside)) words += text.substr(open, close + 1 - open);
        from = close + 1;
    }
    return words;
}

std::string sources_and_item(const std::vector<evidence::Citation>& sources, const std::string& item) {
    auto words = cited(sources);
    if (item.empty()) return words;
    return words.empty() ? "item " + item : fmt::format("{} · item {}", words, item);
}

std::string p_words(double p) {
    if (p < 0.001) return "<.001";
    const auto digits = fmt::format("{:.3f}", p);
    return digits.starts_with("0") ? digits.substr(1) : digits;
}

std::string actor_words(const evidence::Actor& actor, const workbench::OpenCase& open) {
    if (actor.code.empty()) return actor.written;
    for (const auto& own : open.content.actors) {
        if (own.id == actor.code) return own.name;
    }
    return member_name(open, actor.code);
}

std::string actors_words(const std::vector<evidence::Actor>& actors, const std::string& nobody,
                         const workbench::OpenCase& open) {
    if (actors.empty()) return nobody;
    std::vector<std::string> names;
    for (const auto& actor : actors) names.push_back(actor_words(actor, open));
    constexpr std::size_t kNamed = 8;
    return listed(names, kNamed);
}

}  // namespace entente::reports
