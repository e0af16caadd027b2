// compare: two or more cases side by side.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/compare_parts.hpp"
#include "reports/compare_words.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"
#include "reports/sentences.hpp"

namespace entente::reports {
namespace {

using assessment::Accord;
using assessment::FactorRow;
using workbench::CompareResult;

// `north unchanged, south strengthened ▲`
std::string findings_in_words(const CompareResult& result, const FactorRow& row) {
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < row.cases.size(); ++i) {
        if (!row.cases[i].tilt) continue;
        parts.push_back(result.names[i] + ' ' + finding(row.cases[i].finding).text);
    }
    return joined(parts, ", ");
}

std::string alike_in_words(const CompareResult& result) {
    std::vector<std::string> parts;
    for (const auto& row : result.comparison.factors) {
        if (row.accord != Accord::Alike && row.accord != Accord::SameSide) continue;
        const auto same = row.cases[*row.leans_furthest].finding;
        parts.push_back(
            row.name + ' ' +
            (row.accord == Accord::Alike ? finding(same).text : '(' + findings_in_words(result, row) + ')'));
    }
    return joined(parts, " · ");
}

// The aspects of a factor in one case; none where it is not assessed.
const std::vector<assessment::AspectResult>& aspects_of(const CompareResult& result, std::size_t i,
                                                        const FactorRow& row) {
    static const std::vector<assessment::AspectResult> none;
    const auto& factors = result.cases[i].assessment.outcome.factors;
    const auto found = std::ranges::find(factors, row.id, &assessment::FactorResult::id);
    return found == factors.end() ? none : found->aspects;
}

assessment::Finding aspect_finding(const CompareResult& result, std::size_t i, const FactorRow& row,
                                   const std::string& aspect) {
    const auto& aspects = aspects_of(result, i, row);
    const auto found = std::ranges::find(aspects, aspect, &assessment::AspectResult::id);
    return found == aspects.end() ? assessment::Finding::NotAssessed : found->finding;
}

// Those that some case assesses, in the order of the theory.
std::vector<assessment::AspectResult> assessed_aspects(const CompareResult& result, const FactorRow& row) {
    std::vector<assessment::AspectResult> aspects;
    for (const auto& aspect : aspects_of(result, 0, row)) {
        bool somewhere = false;
        for (std::size_t i = 0; i < result.cases.size(); ++i) {
            const auto found = aspect_finding(result, i, row, aspect.id);
            somewhere = somewhere || found != assessment::Finding::NotAssessed;
        }
        if (somewhere) aspects.push_back(aspect);
    }
    return aspects;
}

// `credibility, will to help (north unchanged, south weakened ▼)`: a factor may be alike and its aspects differ.
std::string differing_aspects_in_words(const CompareResult& result) {
    std::vector<std::string> parts;
    for (const auto& row : result.comparison.factors) {
        for (const auto& aspect : assessed_aspects(result, row)) {
            std::vector<std::string> says;
            std::set<assessment::Finding> findings;
            for (std::size_t i = 0; i < result.cases.size(); ++i) {
                const auto found = aspect_finding(result, i, row, aspect.id);
                if (found == assessment::Finding::NotAssessed) continue;
                findings.insert(found);
                says.push_back(result.names[i] + ' ' + finding(found).text);
            }
            if (findings.size() > 1) parts.push_back(row.name + ", " + aspect.name + " (" + joined(says, ", ") + ')');
        }
    }
    return joined(parts, " · ");
}

enum class CoderTest { Passed, Failed, NotMade };

CoderTest coder_test_of(const FactorRow& row) {
    if (row.coders.comparisons() == 0) return CoderTest::NotMade;
    return row.coders.holds() ? CoderTest::Passed : CoderTest::Failed;
}

std::string differing_in_words(const CompareResult& result, CoderTest which) {
    std::vector<std::string> parts;
    for (const auto& row : result.comparison.factors) {
        if (row.accord != Accord::Differs || coder_test_of(row) != which) continue;
        parts.push_back(row.name + " (" + findings_in_words(result, row) + ')');
    }
    return joined(parts, " · ");
}

void add_headlines(Document& document, const CompareResult& result) {
    auto sentences = answer_sentences(result);
    std::vector<Text> answers{
        Text{"This compares how each alliance changed against its own past; it does not say which is stronger.",
             Tone::Bold},
        Text{std::move(sentences.front()), Tone::Bold}};
    const auto& tilts = result.comparison.tilts;
    if (std::ranges::count_if(tilts, [](const auto& tilt) { return tilt.has_value(); }) > 1) {
        answers.emplace_back(
            "Tilt: the probability that an alliance is weakened less the probability that it is strengthened, from −1 "
            "to +1; how surely it leans, not how far.");
    }
    for (std::size_t i = 1; i < sentences.size(); ++i) answers.emplace_back(std::move(sentences[i]), Tone::Bold);
    document.labelled("ANSWER", std::move(answers));
    if (const auto alike = alike_in_words(result); !alike.empty()) document.labelled("ALIKE", {alike});
    std::vector<Text> differing;
    const auto add = [&](const char* says, CoderTest which) {
        const auto words = differing_in_words(result, which);
        if (!words.empty()) differing.emplace_back(says + words);
    };
    add("in the eyes of every coder: ", CoderTest::Passed);
    add("within coding noise: ", CoderTest::Failed);
    add("no second coder to tell: ", CoderTest::NotMade);
    if (const auto aspects = differing_aspects_in_words(result); !aspects.empty()) {
        differing.emplace_back("in an aspect, of which the coders are not asked: " + aspects);
    }
    if (!differing.empty()) document.labelled("DIFFERENT", std::move(differing));
    std::vector<Text> caveats;
    for (const auto& caveat : result.comparison.caveats) caveats.emplace_back(caveat.text);
    if (!caveats.empty()) document.labelled("BEWARE", std::move(caveats));
}

void add_verdicts(Document& document, const CompareResult& result) {
    Table table;
    table.columns = {{"VERDICT", Align::Left, true, true},
                     {"", Align::Left, true, true},
                     {"P weak", Align::Right},
                     {"same", Align::Right},
                     {"strong", Align::Right},
                     {"tilt", Align::Right},
                     {"as extreme", Align::Right, false, false, false, false, true},
                     {"each coder alone", Align::Left, true, true}};
    for (std::size_t i = 0; i < result.cases.size(); ++i) {
        const auto& assessment = result.cases[i].assessment;
        const auto& verdict = assessment.outcome.verdict;
        const auto& tilt = result.comparison.tilts[i];
        const auto share = [&](double value) { return tilt ? probability(value) : std::string("—"); };
        const auto alone = coders_in_words(assessment);
        table.rows.push_back(
            {Text{result.names[i]}, Text{verdict_words(verdict.direction, verdict.size), tone_of(verdict.direction)},
             Text{share(verdict.probability.weakened)}, Text{share(verdict.probability.unchanged)},
             Text{share(verdict.probability.strengthened)}, Text{tilt ? tilt_words(*tilt) : "—"},
             Text{verdict.as_extreme ? percent(*verdict.as_extreme, 0) : "—"}, Text{alone.empty() ? "—" : alone}});
    }
    document.table(std::move(table));
    document.paragraph(
        Text{"tilt: P weak − P strong · as extreme: share of random codings that lean as far", Tone::Faint}, 1);
}

std::string outlook_in_words(const workbench::AssessResult& result) {
    if (const auto why_not = why_no_outlook(result); !why_not.empty()) return "not assessed: " + why_not;
    const auto& horizon = result.outlook.horizons.front();
    const auto in_percent = [](const outlook::Risk& risk) {
        return fmt::format("{} ({:.1f}–{:.1f})", percent(risk.p), 100 * risk.low, 100 * risk.high);
    };
    return fmt::format("{:g}-year risk of ending by violation {}, of any end {}: {}", horizon.years,
                       in_percent(horizon.violation), in_percent(horizon.any_end), result.outlook.base_rate.name);
}

void add_outlooks(Document& document, const CompareResult& result) {
    std::vector<std::string> outlooks;
    for (const auto& one : result.cases) outlooks.push_back(outlook_in_words(one));
    const bool equal = std::ranges::all_of(outlooks, [&](const auto& one) { return one == outlooks.front(); });
    const bool assessed =
        std::ranges::any_of(result.cases, [](const auto& one) { return why_no_outlook(one).empty(); });
    if (equal) {
        document.labelled("OUTLOOK", {(result.cases.size() == 2 ? "both: " : "all: ") + outlooks.front() +
                                      (assessed ? "; nothing of a case enters it" : "")});
        return;
    }
    std::vector<Text> lines;
    for (std::size_t i = 0; i < outlooks.size(); ++i) lines.emplace_back(result.names[i] + ": " + outlooks[i]);
    if (assessed) {
        lines.emplace_back("base rates of alliances of that age; nothing of a case enters them", Tone::Faint);
    }
    document.labelled("OUTLOOK", std::move(lines));
}

void add_glance(Document& document, const CompareResult& result, evidence::Ledger ledger) {
    Table table;
    table.columns = {{ledger == evidence::Ledger::Collapse ? "COLLAPSE" : "ENDURANCE", Align::Left, true, true}};
    for (const auto& name : result.names) {
        table.columns.push_back({name, Align::Left, true, true, false, false, true});
    }
    table.columns.push_back({"leans further", Align::Left, true, true, false, false, true});
    table.columns.push_back({"apart", Align::Right});
    table.columns.push_back({"coders", Align::Right});
    for (const auto& row : result.comparison.factors) {
        if (row.ledger != ledger) continue;
        std::vector<Text> cells{Text{row.name}};
        for (const auto& cell : row.cases) cells.push_back(finding(cell.finding));
        const auto further = furthest_in_words(result, row);
        cells.emplace_back(further.empty() ? "—" : further);
        cells.emplace_back(row.leans_furthest ? probability(row.apart) : "—");
        const auto pairs = row.coders.comparisons();
        cells.emplace_back(pairs == 0 ? "—" : fmt::format("{} of {}", row.coders.kept, pairs));
        table.rows.push_back(std::move(cells));
        for (const auto& aspect : assessed_aspects(result, row)) {
            std::vector<Text> line{Text{"– " + aspect.name, Tone::Faint}};
            for (std::size_t i = 0; i < result.cases.size(); ++i) {
                line.push_back(finding(aspect_finding(result, i, row, aspect.id)));
            }
            line.resize(table.columns.size());
            table.rows.push_back(std::move(line));
        }
    }
    if (!table.rows.empty()) document.table(std::move(table));
}

void add_factors(Document& document, const CompareResult& result) {
    document.heading("Factor by factor");
    add_glance(document, result, evidence::Ledger::Collapse);
    add_glance(document, result, evidence::Ledger::Endurance);
    const bool two = result.cases.size() == 2;
    document.paragraph(
        Text{fmt::format("leans further: the case with the larger tilt, ▼ to weakened, ▲ to strengthened · apart: "
                         "how far its tilt is from {} · coders: pairs of coders, one of each, who keep the order",
                         two ? "the other's" : "that of the case farthest from it"),
             Tone::Faint},
        1);
}

// Every origin that all share once; else each case's own.
std::string origin_of(const CompareResult& result) {
    std::vector<std::string> origins;
    for (const auto& one : result.cases) origins.push_back(provenance(*one.open, one.assessment.question.seed));
    constexpr std::string_view kAfterCase = " · theory ";
    const auto rest_of = [&](const std::string& origin) { return origin.substr(origin.find(kAfterCase)); };
    const bool one_rest =
        std::ranges::all_of(origins, [&](const auto& origin) { return rest_of(origin) == rest_of(origins.front()); });
    if (!one_rest) return joined(origins, " ‖ ");
    std::vector<std::string> cases;
    for (const auto& origin : origins) cases.push_back(origin.substr(0, origin.find(kAfterCase)));
    return joined(cases, " · ") + rest_of(origins.front());
}

}  // namespace

Document compare_document(const CompareResult& result) {
    Document document;
    const auto& first = result.cases.front();
    std::vector<std::string> asked;
    for (std::size_t i = 0; i < result.cases.size(); ++i) {
        const auto& content = result.cases[i].open->content;
        const auto& question = result.cases[i].assessment.question;
        asked.push_back(fmt::format("{}: {} against {}, known on {}", result.names[i],
                                    period_span(content, question.focal), period_span(content, question.baseline),
                                    to_text(content.cutoff)));
    }
    document.paragraph(joined(result.names, " beside ") + " · " + first.open->theory.name +
                       " · each judged against its own baseline");
    document.list(std::vector<Text>(asked.begin(), asked.end()));
    add_headlines(document, result);
    add_verdicts(document, result);
    add_outlooks(document, result);
    add_factors(document, result);
    add_issues(document, result);
    add_demands(document, result);
    add_order_tests(document, result);
    add_evidence(document, result);
    add_factor_numbers(document, result);
    document.origin = origin_of(result);
    return document;
}

}  // namespace entente::reports
