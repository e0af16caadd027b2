#include <fmt/format.h>

#include "reports/explain_parts.hpp"
#include "reports/names.hpp"
#include "reports/sentences.hpp"

namespace entente::reports {

void add_verdict_steps(Document& document, const workbench::AssessResult& result) {
    const auto& rule = result.open->protocol.verdict;
    const auto& verdict = result.assessment.outcome.verdict;
    document.heading("1  Each factor as a draw: −magnitude, 0 or +magnitude with these shares");
    Table table;
    table.columns = {{"factor", Align::Left, true},      {"finding", Align::Left, false},
                     {"magnitude", Align::Right, false}, {"P weak", Align::Right, false},
                     {"same", Align::Right, false},      {"strong", Align::Right, false}};
    for (const auto& factor : result.assessment.outcome.factors) {
        if (factor.finding == assessment::Finding::NotAssessed) continue;
        table.rows.push_back({Text{factor.name}, finding(factor.finding), Text{std::to_string(factor.magnitude)},
                              Text{fmt::format("{:.4f}", factor.posterior.weakened)},
                              Text{fmt::format("{:.4f}", factor.posterior.unchanged)},
                              Text{fmt::format("{:.4f}", factor.posterior.strengthened)}});
    }
    document.table(std::move(table));
    document.heading("2  Their sum, exactly");
    const auto& net = verdict.probability;
    const auto& prior = verdict.without_evidence;
    document.labelled("with the evidence", {fmt::format("P(net < 0) {:.4f}, P(net = 0) {:.4f}, P(net > 0) {:.4f}",
                                                        net.weakened, net.unchanged, net.strengthened)});
    document.labelled("without it",
                      {fmt::format("P(net < 0) {:.4f}, P(net = 0) {:.4f}, P(net > 0) {:.4f} (the prior alone, all "
                                   "magnitudes 1)",
                                   prior.weakened, prior.unchanged, prior.strengthened)});
    document.heading("3  The rule");
    document.labelled("moved",
                      {fmt::format("a share of {:g} or more, more than {:g} times the other side, and a factor that "
                                   "moved that way; else mixed if both sides have found factors or any is contested; "
                                   "else unchanged",
                                   rule.moved, rule.moved_ratio)});
    document.labelled(
        "size", {fmt::format("from the largest magnitude of the found factors: 1 slightly; 2 moderately with more "
                             "than {} found; 3 clearly with more than {} found, else a step less",
                             rule.moderately_above, rule.clearly_above)});
    document.labelled("verdict", {Text{verdict_sentence(result), tone_of(verdict.direction)}});
    document.paragraph(Text{"A share under stated rules, not a calibrated chance.", Tone::Faint}, 1);
}

void add_outlook_steps(Document& document, const workbench::AssessResult& result) {
    document.paragraph(outlook_sentence(result));
    if (!why_no_outlook(result).empty()) return;
    const auto& rule = result.open->protocol.outlook;
    const auto& base = result.outlook.base_rate;
    document.heading("1  The base rate");
    document.labelled("age", {fmt::format("{:.1f} years on the last day of the period, from {}",
                                          result.outlook.age_years, result.treaty)});
    document.labelled("band", {fmt::format("{}: {} at risk, {} ended, {} of them violated, {:g} alliance-years",
                                           base.name, base.at_risk, base.ended, base.violated, base.alliance_years)});
    document.labelled(
        "chosen", {fmt::format("the oldest band reached with at least {} alliances at risk", rule.minimum_at_risk)});
    document.labelled("rate",
                      {fmt::format("Gamma(events + ½, alliance-years), {:g}% interval; P(h) = 1 − exp(−rate × h)",
                                   100 * rule.interval)});
    document.labelled("source", {rule.citation});
    document.heading("2  Horizons");
    Table horizons;
    horizons.columns = {{"years", Align::Right, false},   {"violation", Align::Right, false},
                        {"low", Align::Right, false},     {"high", Align::Right, false},
                        {"any end", Align::Right, false}, {"low", Align::Right, false},
                        {"high", Align::Right, false},    {"in words (violation)", Align::Left, false}};
    for (const auto& horizon : result.outlook.horizons) {
        horizons.rows.push_back({Text{fmt::format("{:g}", horizon.years)}, Text{percent(horizon.violation.p)},
                                 Text{percent(horizon.violation.low)}, Text{percent(horizon.violation.high)},
                                 Text{percent(horizon.any_end.p)}, Text{percent(horizon.any_end.low)},
                                 Text{percent(horizon.any_end.high)}, Text{horizon.word}});
    }
    document.table(std::move(horizons));
    document.heading("3  If the hazard of violation were multiplied");
    Table sweep;
    sweep.columns = {{"by", Align::Right, false}, {"as estimated for", Align::Left, true}};
    for (const auto& horizon : result.outlook.horizons) {
        sweep.columns.push_back({fmt::format("{:g} years", horizon.years), Align::Right, false});
    }
    for (std::size_t i = 0; i < result.outlook.horizons.front().sweep.size(); ++i) {
        const auto& point = result.outlook.horizons.front().sweep[i];
        std::vector<Text> row{Text{fmt::format("{:g}", point.ratio)}, Text{point.name}};
        for (const auto& horizon : result.outlook.horizons) row.emplace_back(percent(horizon.sweep[i].p));
        sweep.rows.push_back(std::move(row));
    }
    document.table(std::move(sweep));
    document.paragraph("Which of these conditions hold for this case is not judged. One at a time; never multiplied.",
                       1);
    document.paragraph(Text{"Base rate only: nothing that is known about this case enters it.", Tone::Faint}, 1);
}

}  // namespace entente::reports
