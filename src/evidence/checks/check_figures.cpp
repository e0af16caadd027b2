#include <map>
#include <sstream>
#include <tuple>

#include "evidence/checks/parts.hpp"

namespace entente::evidence {

namespace {

std::string as_stated(const Figure& figure) {
    const std::string source = figure.sources.empty() ? "no source" : figure.sources.front().key;
    const std::string stage = figure.stage.empty() ? "" : ", " + figure.stage;
    const std::string currency = figure.currency.empty() ? "" : " " + figure.currency;
    return number_text(figure.value) + " " + figure.unit + currency + " ('" + figure.id + "', " + source + stage + ")";
}

}  // namespace

std::string number_text(double value) {
    std::ostringstream text;
    text.precision(15);
    text << value;
    return text.str();
}

void check_figures(const Case& which, Problems& problems) {
    // Numbers in other units or another currency are not compared: they can agree without looking alike.
    using Key = std::tuple<std::string_view, std::string_view, Date, std::string_view, std::string_view>;
    std::map<Key, const Figure*> first_of;
    for (const Figure& figure : which.figures) {
        if (figure.quantity.empty() || !figure.readable) continue;
        const auto [first, added] =
            first_of.try_emplace({figure.quantity, figure.actor, figure.as_of, figure.unit, figure.currency}, &figure);
        if (added || first->second->value == figure.value) continue;
        const std::string whose = figure.actor.empty() ? "" : " of " + figure.actor;
        problems.warn(figure.where,
                      "two figures of " + figure.quantity + whose + " for " + to_text(figure.as_of) +
                          " disagree: " + as_stated(*first->second) + " and " + as_stated(figure),
                      "find out which is right, or tell apart by 'quantity' what they measure");
    }
}

}  // namespace entente::evidence
