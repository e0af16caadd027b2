// scenario: what it would do to the outlook of a fitted model.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/names.hpp"
#include "reports/outlook_words.hpp"
#include "reports/scenario_parts.hpp"

namespace entente::reports {
namespace {

using workbench::ScenarioFitted;

std::string value_words(const evidence::Covariate& covariate, const outlook::MovedValue& value) {
    auto words = fmt::format("{}: {} → {}", covariate.name, covariate_number(value.now), covariate_number(value.low));
    if (value.low < value.high) words += " to " + covariate_number(value.high);
    return words;
}

Table risk_table(const ScenarioFitted& under) {
    Table table;
    table.columns = {{"a violation within", Align::Left, true},
                     {"now", Align::Right},
                     {"at least", Align::Right},
                     {"at most", Align::Right},
                     {"mean draw", Align::Right},
                     {"middle 9/10", Align::Right}};
    for (const auto& risk : under.horizons) {
        table.rows.push_back({{counted(risk.years, "year")},
                              {chance_words(risk.now)},
                              {chance_words(risk.least)},
                              {chance_words(risk.greatest)},
                              {percent(risk.mean)},
                              {percent(risk.low) + "–" + percent(risk.high)}});
    }
    return table;
}

}  // namespace

void add_fitted_now(Document& document, const workbench::OutlookResult& now) {
    if (!now.fitted) {
        document.labelled("FITTED NOW", {Text{"none: " + now.why_no_model, Tone::Faint}});
        return;
    }
    const auto& fitted = *now.fitted;
    std::vector<std::string> risks;
    for (const int years : now.horizons) {
        risks.push_back(
            fmt::format("{} {}", counted(years, "year"), chance_words(year_at(fitted.path, years).modes.front())));
    }
    document.labelled(
        "FITTED NOW",
        {Text{fmt::format("a violation within {}: {}", joined(risks, ", "), fitted.model.name)},
         Text{fmt::format("{} by the contest: {}", fitted.chosen ? "chosen" : "NOT chosen", fitted.reason),
              Tone::Faint}});
}

void add_fitted(Document& document, const std::optional<ScenarioFitted>& under) {
    if (!under) return;
    std::vector<Text> lines;
    if (!under->why_not.empty()) {
        lines.emplace_back("does not move: " + under->why_not, Tone::Faint);
    } else {
        for (std::size_t place = 0; place < under->moved.size(); ++place) {
            lines.emplace_back(value_words(under->moved[place], under->values[place]));
        }
    }
    for (const auto& warning : under->warnings) lines.emplace_back(warning, Tone::Faint);
    document.labelled("fitted outlook", std::move(lines));
    if (under->horizons.empty()) return;
    document.table(risk_table(*under));
    document.paragraph(Text{"in brackets the coefficients' 95% intervals at that point; the draws have none of their "
                            "own; covariates stay as they are then",
                            Tone::Faint},
                       1);
}

bool moves_fitted(const std::optional<ScenarioFitted>& under, const std::string& covariate) {
    return under && under->why_not.empty() &&
           std::ranges::find(under->moved, covariate, &evidence::Covariate::id) != under->moved.end();
}

}  // namespace entente::reports
