// outlook --histories: how alliances have ended, as counts, curves and rates.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/coverage_picture.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"
#include "reports/threat_parts.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::reports {
namespace {

constexpr int kPictureYears = 60;  // one sign for each year
constexpr std::size_t kShownContradictions = 12;

using outlook::Ending;

Ending ending_at(std::size_t mode) {
    return static_cast<Ending>(mode + 1);
}

// Of alliances as wholes nobody says that a war was lost.
std::size_t modes_of(const workbench::AllianceHistoriesResult& result) {
    return result.histories.level == outlook::HistoryLevel::Member ? outlook::kEndings : outlook::kEndings - 1;
}

std::string rate_words(const std::optional<outlook::EventRate>& rate) {
    if (!rate) return "—";
    return fmt::format("{} ({}–{})", percent(rate->mean, 2), percent(rate->low, 2), percent(rate->high, 2));
}

std::string median_words(const outlook::HistoryCurve& curve) {
    if (!curve.why_not.empty()) return curve.why_not;
    if (!curve.median) return "more than half are in force at every age";
    const auto bound = [](const std::optional<double>& years) {
        return years ? fmt::format("{:.1f}", *years) : std::string("not known");
    };
    return fmt::format("{:.1f} years ({} to {})", *curve.median, bound(curve.median_low), bound(curve.median_high));
}

std::string title_of(const workbench::AllianceHistoriesResult& result) {
    std::string of = result.request.kind == outlook::AllianceKind::All
                         ? std::string("all alliances")
                         : fmt::format("alliances, {}", name_of(result.request.kind));
    if (!result.states.empty()) of += fmt::format(" of {} and {}", result.states[0].name, result.states[1].name);
    if (result.request.formed) {
        of += fmt::format(", signed {} to {}", result.request.formed->first, result.request.formed->second);
    }
    const bool of_members = result.histories.level == outlook::HistoryLevel::Member;
    return fmt::format("How alliances have ended: {}, {}", of,
                       of_members ? "each member on its own" : "each as a whole");
}

std::string units_words(const workbench::AllianceHistoriesResult& result) {
    const auto& histories = result.histories;
    const auto units = result.curve.units;
    return fmt::format("{} of {}, {:.0f} years at risk to the end of {}",
                       units == 1 ? std::string("1 history") : fmt::format("{} histories", units),
                       counted(static_cast<long>(result.curve.alliances), "alliance"), result.curve.years,
                       histories.last_year);
}

std::vector<Text> rules_in_words(const outlook::AllianceHistories& histories) {
    std::vector<Text> lines{fmt::format("{} of the file", counted(static_cast<long>(histories.rows), "row"))};
    if (histories.joined > 0) {
        lines.emplace_back(fmt::format("{} on with another phase: no end, whatever the file says of it",
                                       histories.joined == 1 ? "1 goes" : fmt::format("{} go", histories.joined)));
    }
    if (histories.again > 0) {
        lines.emplace_back(
            fmt::format("{} after a gap of more than {} days: on a clock of its own",
                        histories.again == 1 ? "1 begins again" : fmt::format("{} begin again", histories.again),
                        outlook::kDaysBetweenPhases));
    }
    if (histories.branches > 0) {
        lines.emplace_back(fmt::format("{} of a treaty that goes on in two: at risk from then on, as old as the treaty",
                                       histories.branches == 1
                                           ? "1 is the second branch"
                                           : fmt::format("{} are second branches", histories.branches)));
    }
    if (histories.days_assumed > 0) {
        lines.emplace_back(
            fmt::format("{} unknown: the 15th of the month stands in",
                        histories.days_assumed == 1 ? "1 day is" : fmt::format("{} days are", histories.days_assumed)));
    }
    return lines;
}

void add_counts(Document& document, const workbench::AllianceHistoriesResult& result) {
    document.heading("Ways of ending");
    Table table;
    table.columns = {{"ending"}, {"histories", Align::Right}, {"share", Align::Right}};
    for (std::size_t ending = 0; ending <= modes_of(result); ++ending) {
        const auto count = result.curve.count.at(ending);
        table.rows.push_back({{std::string(outlook::words_of(static_cast<Ending>(ending)))},
                              {std::to_string(count)},
                              {percent(static_cast<double>(count) / static_cast<double>(result.curve.units))}});
    }
    document.table(std::move(table));
}

// The largest share that one way of ending comes to: as high as a picture of them is.
double largest_share(const outlook::HistoryCurve& curve) {
    if (curve.steps.empty()) return 0;
    const auto& ended = curve.steps.back().ended;
    return *std::max_element(ended.begin(), ended.end());
}

// The share that holds in each year, as a line of blocks; `full` is as high as they get.
std::string picture_of(const outlook::HistoryCurve& curve, std::optional<std::size_t> mode, double full) {
    constexpr std::int64_t kWhole = 1000;
    std::vector<std::int64_t> rows;
    std::vector<std::int64_t> present;
    std::size_t step = 0;
    double share = mode ? 0 : 1;
    for (int years = 0; years < kPictureYears && years <= curve.longest; ++years) {
        for (; step < curve.steps.size() && curve.steps[step].years <= years; ++step) {
            share = mode ? curve.steps[step].ended.at(*mode) : curve.steps[step].survival;
        }
        rows.push_back(kWhole);
        present.push_back(full > 0 ? std::llround(share / full * static_cast<double>(kWhole)) : 0);
    }
    return coverage_picture(rows, present);
}

void add_curve(Document& document, const workbench::AllianceHistoriesResult& result) {
    const auto& curve = result.curve;
    document.heading("After so many years");
    document.labelled("half ended", {median_words(curve)});
    document.labelled("as censored", {median_words(result.as_censored) +
                                      ": a loss of independence lost sight of, as the authors of the files count"});
    if (!curve.why_not.empty()) return;
    Table table;
    table.columns = {{"ending"}};
    for (const auto& point : curve.points) table.columns.push_back({fmt::format("{:g}", point.years), Align::Right});
    table.columns.push_back({fmt::format("0–{} years", kPictureYears), Align::Left, false, false, true});
    const double largest = largest_share(curve);
    const auto add = [&](Ending ending, const auto& share_of, std::optional<std::size_t> mode) {
        std::vector<Text> row{std::string(outlook::words_of(ending))};
        for (const auto& point : curve.points) row.emplace_back(percent(share_of(point)));
        row.emplace_back(picture_of(curve, mode, mode ? largest : 1));
        table.rows.push_back(std::move(row));
    };
    add(Ending::GoesOn, [](const auto& point) { return point.survival; }, std::nullopt);
    for (std::size_t mode = 0; mode < modes_of(result); ++mode) {
        add(ending_at(mode), [mode](const auto& point) { return point.ended[mode]; }, mode);
    }
    std::vector<Text> at_risk{"at risk"};
    for (const auto& point : curve.points) at_risk.emplace_back(fmt::format("{:.0f}", point.at_risk));
    at_risk.emplace_back("");
    table.rows.push_back(std::move(at_risk));
    document.table(std::move(table));
    if (largest > 0) {
        document.paragraph(
            Text{fmt::format("The pictures: in force up to 100%, ways of ending up to {}.", percent(largest)),
                 Tone::Faint},
            1);
    }
}

void add_rates(Document& document, const std::string& title, const std::vector<outlook::AgeRate>& rates) {
    document.heading(title);
    Table table;
    table.columns = {{"from age", Align::Right},        {"at risk", Align::Right}, {"ended", Align::Right},
                     {"violated", Align::Right},        {"years", Align::Right},   {"any end a year", Align::Right},
                     {"violation a year", Align::Right}};
    for (const auto& rate : rates) {
        table.rows.push_back({{std::to_string(rate.from_age)},
                              {std::to_string(rate.at_risk)},
                              {std::to_string(rate.ended)},
                              {std::to_string(rate.violated)},
                              {fmt::format("{:.0f}", rate.years)},
                              {rate_words(rate.any_end)},
                              {rate_words(rate.violation)}});
    }
    document.table(std::move(table));
}

void add_whole_years(Document& document, const workbench::AllianceHistoriesResult& result) {
    document.heading("Whole alliances in whole calendar years");
    document.paragraph(
        "The rule of published tables: year of end − year of begin, and half a year where they are the same; a loss of "
        "independence is lost sight of.",
        1);
    Table table;
    table.columns = {{"alliances", Align::Left, true, true},
                     {"n", Align::Right},
                     {"ended", Align::Right},
                     {"violated", Align::Right},
                     {"years", Align::Right},
                     {"end/yr", Align::Right},
                     {"violation/yr", Align::Right},
                     {"median", Align::Right},
                     {"S(5)", Align::Right},
                     {"S(10)", Align::Right},
                     {"S(20)", Align::Right},
                     {"S(50)", Align::Right}};
    for (const auto& kind : result.whole_years) {
        const auto& all = kind.rates.front();
        const auto a_year = [&](std::size_t events) {
            return all.years > 0 ? fmt::format("{:.4f}", static_cast<double>(events) / all.years) : std::string("—");
        };
        const auto survival = [&](double years) {
            for (const auto& point : kind.curve.points) {
                if (point.years == years) return probability(point.survival);
            }
            return std::string("—");
        };
        table.rows.push_back({{kind.name},
                              {std::to_string(kind.curve.units)},
                              {std::to_string(all.ended)},
                              {std::to_string(all.violated)},
                              {fmt::format("{:g}", all.years)},
                              {a_year(all.ended)},
                              {a_year(all.violated)},
                              {kind.curve.median ? fmt::format("{:g}", *kind.curve.median) : "—"},
                              {survival(5)},
                              {survival(10)},
                              {survival(20)},
                              {survival(50)}});
    }
    document.table(std::move(table));
}

void add_contradictions(Document& document, const outlook::AllianceHistories& histories) {
    if (histories.contradictions.empty()) return;
    document.heading("What the files contradict");
    std::vector<Text> lines;
    for (const auto& one : histories.contradictions) {
        if (lines.size() == kShownContradictions) {
            lines.emplace_back(fmt::format("and {} more: `--format json` has all",
                                           histories.contradictions.size() - kShownContradictions));
            break;
        }
        auto where = fmt::format("ATOP {}", one.alliance);
        if (one.member != 0) where += fmt::format(", member {}", one.member);
        if (one.phase != 0) where += fmt::format(", phase {}", one.phase);
        lines.emplace_back(fmt::format("{}: {}{}", where, one.what, one.left_out ? " (left out)" : ""));
    }
    document.list(std::move(lines));
}

}  // namespace

Document histories_document(const workbench::AllianceHistoriesResult& result) {
    Document document;
    document.paragraph(Text{title_of(result), Tone::Bold});
    document.labelled("HISTORIES", {units_words(result)});
    document.labelled("RULES", rules_in_words(result.histories));
    for (const auto& file : result.files) document.labelled("WRITTEN", {file.path.string() + ": " + file.what});
    add_counts(document, result);
    add_curve(document, result);
    add_rates(document, "From an age on", result.rates);
    add_whole_years(document, result);
    add_contradictions(document, result.histories);
    if (!result.notes.empty()) {
        document.heading("Notes");
        document.list({result.notes.begin(), result.notes.end()});
    }
    add_threat_sources(document, result.sources);
    document.origin = fmt::format("entente {}", workbench::version());
    return document;
}

Document histories_table_document(const workbench::AllianceHistoriesResult& result) {
    Document document;
    Table table;
    table.columns = {{"years", Align::Right}, {"at_risk", Align::Right}, {"ending"},
                     {"share", Align::Right}, {"low", Align::Right},     {"high", Align::Right}};
    for (const auto& point : result.curve.points) {
        const auto add = [&](Ending ending, double share, const std::optional<models::ProbabilityInterval>& interval) {
            table.rows.push_back({{fmt::format("{:g}", point.years)},
                                  {fmt::format("{:g}", point.at_risk)},
                                  {std::string(name_of(ending))},
                                  {fmt::format("{:.9g}", share)},
                                  {interval ? fmt::format("{:.9g}", interval->low) : std::string{}},
                                  {interval ? fmt::format("{:.9g}", interval->high) : std::string{}}});
        };
        add(Ending::GoesOn, point.survival, point.interval);
        for (std::size_t mode = 0; mode < modes_of(result); ++mode) {
            add(ending_at(mode), point.ended.at(mode), point.ended_intervals.at(mode));
        }
    }
    document.table(std::move(table));
    return document;
}

}  // namespace entente::reports
