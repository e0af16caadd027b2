#include "burden/guideline_gap.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <fmt/format.h>

namespace entente::burden {
namespace {

// Products and quotients of stated numbers miss a round one in the last digits: 100 · (2.3 ÷ 115) is no less than 2.
bool reaches(double value, double at_least) {
    return at_least - value <= 1e-12 * std::max(std::abs(value), std::abs(at_least));
}

double as_printed(double value, int decimals) {
    return std::strtod(fmt::format("{:.{}f}", value, decimals).c_str(), nullptr);
}

double days_between(Day from, Day to) {
    return static_cast<double>((to - from).count());
}

}  // namespace

GuidelineGap guideline_gap(Reading value, double at_least, Reading base, double scale, int decimals) {
    GuidelineGap gap;
    if (!value.known()) return gap;
    gap.difference = value.value - at_least;
    if (reaches(value.value, at_least)) {
        gap.compliance = Compliance::Meets;
        return gap;
    }
    gap.compliance = Compliance::Below;
    if (base.known() && scale > 0) gap.money = -gap.difference * base.value / scale;
    gap.rounding_would_pass = reaches(as_printed(value.value, decimals), at_least);
    return gap;
}

Progress progress(Reading then, Reading now, double target, Day made, std::optional<Day> deadline, Day today) {
    Progress result;
    result.met = now.known() && reaches(now.value, target);
    result.met_already = then.known() && reaches(then.value, target);
    result.known = then.known() && now.known() && made <= today;
    if (!result.known) return result;
    if (deadline) {
        const double all = days_between(made, *deadline);
        result.share_of_time = all > 0 ? std::clamp(days_between(made, today) / all, 0.0, 1.0) : 1;
    }
    if (result.met_already) {
        // There was no way to go; what is left is to stay there.
        result.share_of_way = result.met ? 1 : 0;
        if (deadline) result.on_line = result.met;
        return result;
    }
    result.share_of_way = (now.value - then.value) / (target - then.value);
    if (deadline) result.on_line = reaches(now.value, then.value + result.share_of_time * (target - then.value));
    return result;
}

}  // namespace entente::burden
