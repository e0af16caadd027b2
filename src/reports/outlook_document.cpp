// outlook: how likely each way of ending is, what drives it, what would change it, and which alliances were alike.
#include <algorithm>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"
#include "reports/outlook_parts.hpp"
#include "reports/outlook_words.hpp"
#include "reports/threat_parts.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::reports {
namespace {

using workbench::FittedOutlook;
using workbench::OutlookResult;

std::string base_words(const OutlookResult& result) {
    const auto& outlook = result.base_rate;
    if (result.open == nullptr) return "of the protocol: only with a case";
    if (outlook.horizons.empty()) {
        return result.treaty.empty() ? "none: no treaty of the case is in force then"
                                     : "none: too few alliances of that age";
    }
    std::vector<std::string> words;
    for (const auto& horizon : outlook.horizons) {
        words.push_back(fmt::format("{:g} {} {} ({}–{})", horizon.years, horizon.years == 1 ? "year" : "years",
                                    percent(horizon.violation.p), percent(horizon.violation.low),
                                    percent(horizon.violation.high)));
    }
    return fmt::format("violation within {}: {}, the protocol's own, not informed by this case and not the contest's",
                       joined(words, ", "), outlook.base_rate.name);
}

std::string model_words(const OutlookResult& result) {
    const auto& fitted = *result.fitted;
    return fmt::format(
        "{}{}: {} alliances, {} alliance-years, {}–{}; {}", fitted.model.name,
        (fitted.chosen ? ", chosen by the contest" : ", NOT chosen by the contest") +
            (fitted.left_out.empty() ? std::string{}
                                     : fmt::format(", without {} of its {} covariates", fitted.left_out.size(),
                                                   fitted.model.covariates.size())),
        fitted.fit.alliances, fitted.fit.rows.size(), fitted.fit.from, fitted.fit.to, fitted.reason);
}

std::string interval_source(const FittedOutlook& fitted) {
    if (fitted.draws == 0) {
        return "95% intervals of the coefficients; errors cluster by alliance, not by state or by war; `--draws 1000` "
               "refits to drawn alliances instead";
    }
    return fmt::format(
        "95% intervals over {} refits to drawn alliances{}; draws are of alliances, not of states or wars",
        fitted.draws, fitted.failed_draws > 0 ? fmt::format(" ({} without a fit)", fitted.failed_draws) : "");
}

void add_horizons(Document& document, const OutlookResult& result) {
    const auto& fitted = *result.fitted;
    Table table;
    table.columns = {{"ends by", Align::Left, true}};
    for (const int years : result.horizons) table.columns.push_back({counted(years, "year"), Align::Right});
    const auto add_row = [&](const std::string& name, const auto& chance_of) {
        std::vector<Text> row{{name}};
        for (const int years : result.horizons) row.emplace_back(chance_words(chance_of(year_at(fitted.path, years))));
        table.rows.push_back(std::move(row));
    };
    for (std::size_t mode = 0; mode < outlook::kModes.size(); ++mode) {
        add_row(std::string(outlook::words_of(outlook::kModes[mode])),
                [mode](const outlook::ForeseenYear& year) { return year.modes[mode]; });
    }
    add_row("any of these", [](const outlook::ForeseenYear& year) { return any_end_of(year.survival); });
    const auto add_shares = [&](const std::string& name, const workbench::SharesByYear& shares) {
        std::vector<Text> row{{name, Tone::Faint}};
        for (const int years : result.horizons) {
            row.emplace_back(percent(shares[static_cast<std::size_t>(years - 1)].front()), Tone::Faint);
        }
        table.rows.push_back(std::move(row));
    };
    add_shares("violation: in any year of the fit", fitted.constant);
    add_shares("violation: at this age", fitted.by_age);
    add_shares("violation: the mean alliance of about this age", fitted.average);
    document.table(std::move(table));
    document.paragraph(Text{interval_source(fitted) + "; covariates stay as they are", Tone::Faint}, 1);
}

Text sign_words(outlook::SignFinding finding) {
    switch (finding) {
        case outlook::SignFinding::AsExpected:
            return {"as expected"};
        case outlook::SignFinding::Opposite:
            return {"OPPOSITE", Tone::Weak};
        case outlook::SignFinding::NotToldApart:
            return {"not told apart from 0", Tone::Faint};
    }
    return {};
}

void add_drivers(Document& document, const FittedOutlook& fitted) {
    if (fitted.drivers.empty()) return;
    document.heading("What drives it");
    Table table;
    table.columns = {{"covariate", Align::Left, true}, {"value", Align::Right}, {"of", Align::Right},
                     {"reference", Align::Right},      {"toward a violation"},  {"sign against the theory"}};
    bool stale = false;
    for (const auto& driver : fitted.drivers) {
        const auto& now = fitted.now[driver.covariate];
        stale = stale || now.years_old > 0;
        table.rows.push_back({{fitted.covariates[driver.covariate].name},
                              {covariate_number(driver.value)},
                              {std::to_string(now.of_year) + (now.years_old > 0 ? " *" : "")},
                              {covariate_number(driver.reference)},
                              {decibel_words(driver.decibels)},
                              sign_words(driver.finding)});
    }
    document.table(std::move(table));
    document.paragraph(
        Text{fmt::format("decibels of the odds of a violation against the mean of {} alliances at most {:g} years "
                         "younger or older{}",
                         fitted.reference.alliances, fitted.reference.years_apart,
                         stale ? " · * the data end there" : ""),
             Tone::Faint},
        1);
}

void add_changes(Document& document, const FittedOutlook& fitted) {
    if (fitted.changes.empty()) return;
    document.heading("What alone would change the word");
    Table table;
    table.columns = {{"covariate", Align::Left, true},
                     {"from", Align::Right},
                     {"to", Align::Right},
                     {fmt::format("violation in {} years", fitted.change_years), Align::Right},
                     {"word"}};
    for (const auto& change : fitted.changes) {
        table.rows.push_back({{fitted.covariates[change.covariate].name},
                              {covariate_number(change.from)},
                              {covariate_number(change.to)},
                              {chance_words(change.risk)},
                              {change.word}});
    }
    document.table(std::move(table));
    if (told_apart_words(fitted).empty()) return;
    document.paragraph(
        Text{"intervals as in the table of endings; two that overlap can belong to risks that differ, as "
             "both rest on the same coefficients",
             Tone::Faint},
        1);
}

void add_comparables(Document& document, const FittedOutlook& fitted) {
    if (fitted.alike.empty()) return;
    document.heading("Alliances that were most alike");
    Table table;
    table.columns = {{"alliance", Align::Left, true},
                     {"ATOP"},
                     {"in", Align::Right},
                     {"age", Align::Right},
                     {"distance", Align::Right},
                     {"what became of it"}};
    const int years = fitted.path.years.back().years_ahead;
    for (const auto& alike : fitted.alike) {
        const auto& comparable = alike.comparable;
        std::string after = fmt::format("in force {} years later", comparable.followed_years);
        if (comparable.ending) {
            after = fmt::format("{}: {}", comparable.ended_year, outlook::words_of(*comparable.ending));
        } else if (comparable.followed_years < years) {
            after = fmt::format("in force when the data end, {} years later", comparable.followed_years);
        }
        table.rows.push_back({{alike.name},
                              {alike.id},
                              {std::to_string(alike.year)},
                              {fmt::format("{:g}", alike.age_years)},
                              {fmt::format("{:.2f}", comparable.distance)},
                              {std::move(after)}});
    }
    document.table(std::move(table));
    document.paragraph(
        Text{fmt::format("of {} at most {:g} years younger or older; distance in standard deviations of all {} "
                         "covariates; followed over {} years",
                         fitted.comparables.alliances, fitted.comparables.years_apart, fitted.covariates.size(), years),
             Tone::Faint},
        1);
}

void add_pace(Document& document, const OutlookResult& result) {
    const bool has_shares = result.fitted && !result.fitted->leader_structure.shares.empty();
    if (!has_shares && !result.words_share) return;
    document.heading("Leader or structure");
    if (has_shares) {
        std::vector<Text> lines;
        for (const auto& share : result.fitted->leader_structure.shares) {
            lines.emplace_back(fmt::format("{} {} ({} to {})", name_of(share.source), percent(share.share, 0),
                                           percent(share.low.value(), 0), percent(share.high.value(), 0)));
        }
        document.labelled(fmt::format("{}–{}", result.fitted->own_from, result.fitted->own_to), std::move(lines));
    } else if (result.fitted) {
        document.labelled("the model", {"no shares: " + result.fitted->leader_structure.why_not});
    }
    if (result.words_share) {
        Table table;
        table.columns = {{"coded evidence of", Align::Left, true},
                         {"words, dB", Align::Right},
                         {"acts and structure, dB", Align::Right}};
        for (const auto& period : result.periods) {
            if (!period.words || !period.deeds) continue;
            table.rows.push_back({{period.name}, {decibels(*period.words)}, {decibels(*period.deeds)}});
        }
        document.table(std::move(table));
        document.paragraph(
            Text{fmt::format("toward weakened; words account for {} of how the sum moved over the periods",
                             percent(*result.words_share, 0)),
                 Tone::Faint},
            1);
    }
    document.paragraph(Text{leader_caution(), Tone::Faint}, 1);
}

}  // namespace

Document outlook_document(const workbench::OutlookResult& result, const OutlookView& view) {
    Document document;
    const auto& alliance = result.alliance;
    document.paragraph(
        Text{fmt::format("Will it endure? {}{}{}{}", alliance.name, alliance.id.empty() ? "" : ", ATOP " + alliance.id,
                         alliance.age_years ? fmt::format(", {:.0f} years old", *alliance.age_years) : "",
                         alliance.year ? fmt::format(", from {} on", *alliance.year) : ""),
             Tone::Bold});
    const auto findings = outlook_findings(result);
    if (!findings.empty()) document.labelled("ANSWER", {findings.begin(), findings.end()});
    document.labelled("BASE RATE", {base_words(result)});
    document.labelled("MODEL", {result.fitted ? model_words(result) : "none: " + result.why_no_model});
    if (result.fitted) {
        add_horizons(document, result);
        add_drivers(document, *result.fitted);
        add_changes(document, *result.fitted);
        add_comparables(document, *result.fitted);
    }
    add_pace(document, result);
    if (result.history) add_outlook_history(document, *result.history);
    if (view.explain && result.fitted) add_outlook_steps(document, *result.fitted);
    if (!result.notes.empty()) {
        document.heading("Notes");
        document.list({result.notes.begin(), result.notes.end()});
    }
    add_threat_sources(document, result.sources);
    document.origin = fmt::format("theory {} {} · seed {} · entente {}", result.theory.id,
                                  result.theory.sha256.substr(0, 12), result.seed, workbench::version());
    return document;
}

Document outlook_table_document(const workbench::OutlookResult& result) {
    Document document;
    Table table;
    table.columns = {{"years_ahead", Align::Right}, {"year", Align::Right}, {"ending"},
                     {"p", Align::Right},           {"low", Align::Right},  {"high", Align::Right}};
    if (result.fitted) {
        for (const auto& year : result.fitted->path.years) {
            const auto add = [&](const std::string& ending, const outlook::Chance& chance) {
                table.rows.push_back(
                    {{std::to_string(year.years_ahead)},
                     {std::to_string(*result.alliance.year + year.years_ahead - 1)},
                     {ending},
                     {fmt::format("{:.9g}", chance.p)},
                     {chance.interval ? fmt::format("{:.9g}", chance.interval->low) : std::string{}},
                     {chance.interval ? fmt::format("{:.9g}", chance.interval->high) : std::string{}}});
            };
            for (std::size_t mode = 0; mode < outlook::kModes.size(); ++mode) {
                add(std::string(name_of(outlook::kModes[mode])), year.modes[mode]);
            }
            add(std::string(name_of(outlook::Ending::GoesOn)), year.survival);
        }
    }
    document.table(std::move(table));
    return document;
}

}  // namespace entente::reports
