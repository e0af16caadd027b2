// burden: who carries what in one or several groups: first the answers in words, then all that they rest on.
#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_parts.hpp"
#include "reports/burden_words.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::reports {
namespace {

constexpr std::size_t kShortHash = 12;

std::string members_words(const workbench::GroupBurden& group) {
    return counted(static_cast<long>(group.members.size()), "member");
}

// What limits the answers stands beside them, not behind the tables.
void add_result_notes(Document& document, const workbench::BurdenResult& result) {
    std::vector<Text> notes;
    for (const auto& note : result.notes) notes.emplace_back(note, Tone::Weak);
    if (!notes.empty()) document.list(std::move(notes));
}

void add_answers(Document& document, const workbench::BurdenResult& result) {
    for (const auto& line : pair_in_words(result)) document.paragraph(line, 1);
    add_pair_answers(document, result);
    add_result_notes(document, result);
    for (const auto& group : result.groups) {
        document.heading(fmt::format("{}, {}: {}", group.name, group.now.year, members_words(group)));
        auto lines = group_in_words(group, result);
        if (!lines.empty() && lines.front().tone == Tone::Bold) {
            document.paragraph(lines.front(), 1);
            lines.erase(lines.begin());
        }
        for (const auto& note : group.notes) lines.push_back({note, Tone::Weak});
        if (!lines.empty()) document.list(std::move(lines));
    }
}

void add_case(Document& document, const workbench::BurdenOfCase& of_case, const workbench::BurdenResult& result) {
    add_promises(document, of_case, result.theory);
    add_demands(document, of_case, result);
    add_supports(document, of_case, result);
    add_opinions(document, of_case);
    add_conduct(document, of_case);
    add_coins(document, of_case);
    add_questions(document, of_case);
}

Document group_document(const workbench::GroupBurden& group, const workbench::BurdenResult& result) {
    Document document;
    add_measures(document, group, result);
    add_obligations(document, group, result);
    if (!is_the_pair(group, result)) add_fair_share(document, group, result);
    add_guidelines(document, group, result);
    add_leader(document, group, result);
    if (group.of_case) add_case(document, *group.of_case, result);
    add_burden_history(document, group, result);
    return document;
}

// Of several groups each heading says which one it is about.
void add_group(Document& document, const workbench::GroupBurden& group, const workbench::BurdenResult& result) {
    auto part = group_document(group, result);
    for (auto& block : part.blocks) {
        if (auto* heading = std::get_if<Heading>(&block); heading != nullptr && result.groups.size() > 1) {
            heading->text = fmt::format("{} · {}", group.name, heading->text);
        }
        document.blocks.push_back(std::move(block));
    }
}

void add_sources(Document& document, const workbench::BurdenResult& result) {
    if (result.sources.empty()) return;
    document.heading("Sources");
    Table table;
    table.columns = {{"measure", Align::Left, true, true},
                     {"data set", Align::Left, true, true},
                     {"years"},
                     {"what it is", Align::Left, false, true, false, true}};
    for (const auto& source : result.sources) {
        const auto* measure = evidence::find_measure(result.theory, source.measure);
        const bool at_hand = !source.dataset.empty();
        const auto stale = measure != nullptr && measure->stale_after > 0
                               ? fmt::format(" · stands in for {} at most", counted(measure->stale_after, "year"))
                               : std::string{};
        table.rows.push_back({{measure == nullptr ? source.measure : measure->name},
                              {at_hand ? source.dataset : "none", at_hand ? Tone::Plain : Tone::Weak},
                              {source.last == 0 ? "—" : fmt::format("{}–{}", source.first, source.last)},
                              {at_hand ? source.variable + stale : source.why_not}});
    }
    document.table(std::move(table));
}

void add_cautions(Document& document, const workbench::BurdenResult& result) {
    if (result.theory.cautions.empty()) return;
    document.heading("Cautions");
    document.list({result.theory.cautions.begin(), result.theory.cautions.end()});
}

std::string origin(const workbench::BurdenResult& result) {
    std::string made;
    for (const auto& group : result.groups) {
        if (!group.of_case || !group.of_case->open) continue;
        const auto& content = group.of_case->open->content;
        made += fmt::format("case {} {} · ", content.id, content.sha256.substr(0, kShortHash));
    }
    return fmt::format("{}theory {} {} · seed {} · entente {}", made, result.theory.id,
                       result.theory.sha256.substr(0, kShortHash), result.seed, workbench::version());
}

std::string title_of(const workbench::BurdenResult& result) {
    std::vector<std::string> names;
    for (const auto& group : result.groups) names.push_back(group.name);
    const auto weights = result.weights_changed ? ", other weights" : "";
    return fmt::format("Who carries the burden: {}, {} · {}{}", listed(names, names.size()), result.year,
                       result.theory.name, weights);
}

}  // namespace

Document burden_document(const workbench::BurdenResult& result, const BurdenView& view) {
    Document document;
    document.heading(title_of(result));
    add_answers(document, result);
    add_pair(document, result, view);
    if (view.brief) {
        document.origin = origin(result);
        return document;
    }
    add_pair_years(document, result);
    for (const auto& group : result.groups) add_group(document, group, result);
    add_legend(document, result);
    add_sources(document, result);
    add_cautions(document, result);
    document.cited = {{"The theory", result.theory_cited}, {"The data", result.data_cited}};
    document.origin = origin(result);
    return document;
}

}  // namespace entente::reports
