// threat: what a case adds: who is named as a threat, coded intentions, how both stand beside the computed threats, and
// its authors' claims, computed.
#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/names.hpp"
#include "reports/threat_parts.hpp"
#include "reports/threat_words.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kItemsNamed = 4;
constexpr std::size_t kIntentionsShown = 12;

std::string items_words(const std::vector<std::string>& items) {
    std::vector<std::string> named(items.begin(),
                                   items.begin() + static_cast<std::ptrdiff_t>(std::min(kItemsNamed, items.size())));
    auto words = joined(named, ", ");
    if (items.size() > kItemsNamed) words += fmt::format(" and {} more", items.size() - kItemsNamed);
    return words;
}

void add_named(Document& document, const workbench::CaseThreats& of_case) {
    if (of_case.named.empty()) return;
    document.heading("Threats that officials name in the evidence");
    Table table;
    table.columns = {
        {"threat", Align::Left, true}, {"named by", Align::Left, true}, {"years"}, {"items", Align::Left, true, true}};
    for (const auto& named : of_case.named) {
        const auto years =
            named.first == named.last ? std::to_string(named.first) : fmt::format("{}–{}", named.first, named.last);
        table.rows.push_back({{named.of.name}, {named.by.name}, {years}, {items_words(named.items), Tone::Faint}});
    }
    document.table(std::move(table));
}

std::string stance_words(const workbench::CodedIntention& intention) {
    if (!intention.level) return std::string(name_of(intention.stance));
    return fmt::format("{}, {}", name_of(intention.stance), name_of(*intention.level));
}

// Those that weigh most, by date.
std::vector<const workbench::CodedIntention*> weightiest(const workbench::CaseThreats& of_case, std::size_t most) {
    std::vector<const workbench::CodedIntention*> intentions;
    for (const auto& intention : of_case.intentions) intentions.push_back(&intention);
    if (intentions.size() <= most) return intentions;
    std::stable_sort(intentions.begin(), intentions.end(), [](const auto* one, const auto* other) {
        return std::abs(one->weighs) > std::abs(other->weighs);
    });
    intentions.resize(most);
    std::sort(intentions.begin(), intentions.end());  // they stand by date in one list
    return intentions;
}

void add_intentions(Document& document, const workbench::CaseThreats& of_case, const ThreatView& view) {
    if (of_case.intentions.empty()) return;
    document.heading(fmt::format("Intentions as coded, and what they weigh in {}", of_case.year));
    Table table;
    table.columns = {{"date"},
                     {"of → towards"},
                     {"coded"},
                     {"share", Align::Right},
                     {"weighs", Align::Right},
                     {"coder"},
                     {"item", Align::Left, true},
                     {"text", Align::Left, false, true, false, true}};
    const auto shown = weightiest(of_case, view.all ? of_case.intentions.size() : kIntentionsShown);
    for (const auto* each : shown) {
        const auto& intention = *each;
        const auto tone = intention.stance == evidence::Stance::Conciliatory ? Tone::Strong
                          : intention.counts                                 ? Tone::Weak
                                                                             : Tone::Faint;
        table.rows.push_back({{to_text(intention.date)},
                              {fmt::format("{} → {}", intention.of.code, intention.toward.code)},
                              {stance_words(intention), tone},
                              {coefficient(intention.level_share, 1)},
                              {intention.counts ? coefficient(intention.weighs, 3) : "—"},
                              {intention.coder},
                              {intention.item, Tone::Faint},
                              {intention.text}});
    }
    document.table(std::move(table));
    if (shown.size() < of_case.intentions.size()) {
        document.paragraph(Text{fmt::format("and {} more that weigh less or name a threat only (--all shows them)",
                                            of_case.intentions.size() - shown.size()),
                                Tone::Faint},
                           1);
    }
    if (of_case.beyond_cutoff > 0) {
        document.paragraph(Text{fmt::format("{} became known after the cut-off and {} left out.",
                                            counted(of_case.beyond_cutoff, "coded intention"),
                                            of_case.beyond_cutoff == 1 ? "is" : "are"),
                                Tone::Faint},
                           1);
    }
}

std::string comparison_words(const workbench::ComparedThreat& compared) {
    switch (compared.comparison) {
        case workbench::Comparison::Both:
            return "both name it";
        case workbench::Comparison::Neither:
            return compared.first == 0 ? "neither names it"
                                       : fmt::format("neither names it among the first {}", compared.first);
        case workbench::Comparison::EvidenceOnly:
            return "evidence only";
        case workbench::Comparison::ComputedOnly:
            return "computed only";
        case workbench::Comparison::CannotCompare:
            break;
    }
    return "cannot compare";
}

bool agree(const workbench::ComparedThreat& compared) {
    return compared.comparison == workbench::Comparison::Both || compared.comparison == workbench::Comparison::Neither;
}

// `2 in 2016`, `3 for Japan in 2010`: by state and year, how many of the first computed count as principal.
std::string cutoffs_words(const workbench::CaseThreats& of_case) {
    std::set<std::string> states;
    for (const auto& compared : of_case.compared) states.insert(compared.state.code);
    std::vector<std::string> words;
    for (const auto& compared : of_case.compared) {
        const auto state = states.size() > 1 ? " for " + compared.state.name : std::string{};
        auto cutoff = fmt::format("{}{} in {}", compared.first, state, compared.year);
        if (std::find(words.begin(), words.end(), cutoff) == words.end()) words.push_back(std::move(cutoff));
    }
    return joined(words, ", ");
}

void add_compared(Document& document, const workbench::CaseThreats& of_case) {
    if (of_case.compared.empty()) return;
    document.heading("Evidence and computation compared");
    Table table;
    table.columns = {{"year", Align::Right},
                     {"state", Align::Left, true},
                     {"threat", Align::Left, true},
                     {"computed rank", Align::Right},
                     {"over all weightings", Align::Right},
                     {"is"},
                     {"coded H", Align::Right},
                     {"coded rank", Align::Right},
                     {"items naming it", Align::Right},
                     {"they"},
                     {"difference", Align::Left, false, true, false, true}};
    for (auto& column : table.columns) column.title_wraps = true;
    for (const auto& compared : of_case.compared) {
        const auto range = !compared.rank                    ? std::string("—")
                           : compared.best == compared.worst ? std::to_string(compared.best)
                                                             : fmt::format("{}–{}", compared.best, compared.worst);
        table.rows.push_back({{std::to_string(compared.year)},
                              {compared.state.name},
                              {compared.other.name},
                              {compared.rank ? std::to_string(*compared.rank) : "—"},
                              {range},
                              {compared.rank ? status_words(compared.status) : "—"},
                              {value_or_dash(compared.coded_hostility)},
                              {compared.coded_rank ? std::to_string(*compared.coded_rank) : "—"},
                              {std::to_string(compared.named_in.size())},
                              {comparison_words(compared), agree(compared) ? Tone::Strong : Tone::Weak},
                              {compared.difference}});
    }
    document.table(std::move(table));
    document.paragraph(
        Text{fmt::format("By the evidence a threat is named in an item or coded as hostile; computed it is among the "
                         "first so many that count as threats as the evidence has: {}. An ally, and what is no threat, "
                         "keep their rank and are not counted.",
                         cutoffs_words(of_case)),
             Tone::Faint},
        1);
}

std::string answer_words(workbench::ClaimAnswer answer) {
    switch (answer) {
        case workbench::ClaimAnswer::Holds:
            return "holds";
        case workbench::ClaimAnswer::Fails:
            return "fails";
        case workbench::ClaimAnswer::Depends:
            return "depends";
        case workbench::ClaimAnswer::CannotTell:
            break;
    }
    return "cannot be told";
}

std::string figures_words(workbench::FiguresOf figures) {
    return figures == workbench::FiguresOf::Case ? "by the case's figures" : "by the store";
}

// `holds by the store`, `holds so far as computed by the store`: what could not be looked at holds nowhere.
std::string answer_by(workbench::ClaimAnswer answer, workbench::FiguresOf figures, bool in_part) {
    const bool qualified = in_part && answer == workbench::ClaimAnswer::Holds;
    return answer_words(answer) + (qualified ? " so far as computed " : " ") + figures_words(figures);
}

// `what is tested holds by the store`: of what no test asks nothing is said. What fails, fails whatever the rest.
std::string answer_of(const workbench::ClaimFound& claim, workbench::ClaimAnswer answer, workbench::FiguresOf figures,
                      bool in_part) {
    const bool of_part = !claim.untested.empty() && answer == workbench::ClaimAnswer::Holds;
    return (of_part ? "what is tested " : "") + answer_by(answer, figures, in_part);
}

std::string answers_words(const workbench::ClaimFound& claim) {
    const auto in_part = [&](workbench::FiguresOf figures) {
        return std::any_of(claim.tests.begin(), claim.tests.end(), [&](const workbench::TestFound& found) {
            return found.figures == figures && !found.not_tested.empty();
        });
    };
    std::vector<std::string> words;
    for (const auto& [answer, figures] : {std::pair(claim.by_case, workbench::FiguresOf::Case),
                                          std::pair(claim.by_store, workbench::FiguresOf::Store)}) {
        if (answer) words.push_back(answer_of(claim, *answer, figures, in_part(figures)));
    }
    return words.empty() ? "not computed" : joined(words, "; ");
}

// `1980–1984 (offensive power of North Korea is not known), 1991 (…)`
std::string not_tested_words(const std::vector<workbench::NotTested>& not_tested) {
    std::vector<std::string> words;
    for (const auto& one : not_tested)
        words.push_back(fmt::format("{} ({})", workbench::span_words(one.years), one.why));
    return joined(words, ", ");
}

std::size_t years_not_tested(const workbench::TestFound& found) {
    std::size_t years = 0;
    for (const auto& one : found.not_tested) years += one.years.size();
    return years;
}

std::string without_full_stop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

// The same test on the other figures, if it comes earlier and has the same answer for as many years: it need not be
// told twice.
bool says_the_same_again(const workbench::ClaimFound& claim, const workbench::TestFound& found) {
    for (const auto& earlier : claim.tests) {
        if (&earlier == &found) return false;
        if (earlier.test.says == found.test.says && earlier.answer == found.answer &&
            years_not_tested(earlier) <= years_not_tested(found)) {
            return true;
        }
    }
    return false;
}

void add_claims(Document& document, const workbench::CaseThreats& of_case) {
    if (of_case.claims.empty()) return;
    document.heading("Claims of the case, computed");
    for (const auto& claim : of_case.claims) {
        document.paragraph(Text{fmt::format("{}: {}", claim.claim, answers_words(claim)), Tone::Bold}, 1);
        document.paragraph(claim.text, 3);
        if (!claim.untested.empty()) document.paragraph("No test asks: " + joined(claim.untested, "; ") + ".", 3);
        std::vector<Text> tests;
        for (const auto& found : claim.tests) {
            if (says_the_same_again(claim, found)) continue;
            const auto answer = answer_by(found.answer, found.figures, !found.not_tested.empty());
            const auto rest =
                found.not_tested.empty() ? std::string() : "; not tested: " + not_tested_words(found.not_tested);
            tests.emplace_back(fmt::format("{}: {}{}. {} [{}]", without_full_stop(found.test.says), answer, rest,
                                           found.sentence, joined(found.sources, ", ")));
        }
        document.list(std::move(tests));
    }
    document.paragraph(Text{"Where the case's figures and the store give the same answer, and the store's are of no "
                            "more years, the case's "
                            "are quoted.",
                            Tone::Faint},
                       1);
}

}  // namespace

void add_case_threats(Document& document, const workbench::CaseThreats& of_case, const ThreatView& view) {
    add_named(document, of_case);
    add_intentions(document, of_case, view);
    add_compared(document, of_case);
    add_claims(document, of_case);
    if (of_case.notes.empty()) return;
    document.heading("Notes on the case");
    document.list({of_case.notes.begin(), of_case.notes.end()});
}

}  // namespace entente::reports
