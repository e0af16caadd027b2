// burden: what a case records of promises, and what it leaves open.
#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/burden_parts.hpp"
#include "reports/burden_words.hpp"
#include "reports/names.hpp"

namespace entente::reports {

void add_promises(Document& document, const workbench::BurdenOfCase& of_case, const evidence::BurdenTheory& theory) {
    const auto& record = of_case.open->content.burden;
    if (!record || record->commitments.empty()) return;
    document.heading("What was promised");
    Table table;
    table.columns = {{"made"},
                     {"by", Align::Left, true},
                     {"binds as"},
                     {"due"},
                     {"measured by", Align::Left, true, true},
                     {"text", Align::Left, false, true, false, true}};
    for (const auto& commitment : record->commitments) {
        const auto sources = sources_and_item(commitment.sources, commitment.item);
        const auto* measure = evidence::find_measure(theory, commitment.measure);
        auto measured = commitment.measure.empty() ? std::string("no measure")
                        : measure == nullptr       ? commitment.measure
                                                   : measure->name;
        if (commitment.at_least) measured += ", at least " + bound_words(*commitment.at_least, measure);
        table.rows.push_back({{to_text(commitment.made)},
                              {actors_words(commitment.by, "all members", *of_case.open)},
                              {std::string(name_of(commitment.bindingness))},
                              {commitment.deadline ? to_text(*commitment.deadline) : "—"},
                              {measured},
                              {sources.empty() ? commitment.text : fmt::format("{} [{}]", commitment.text, sources)}});
    }
    document.table(std::move(table));
}

// What the case leaves open about burdens, with what it has for and against each answer.
void add_questions(Document& document, const workbench::BurdenOfCase& of_case) {
    constexpr std::string_view kIssue = "burden-sharing";
    const auto& content = of_case.open->content;
    const auto name_of_claim = [&content](const std::string& id) {
        const auto found = std::find_if(content.claims.begin(), content.claims.end(),
                                        [&id](const auto& each) { return each.id == id; });
        return found == content.claims.end() ? id : found->text;
    };
    bool headed = false;
    for (const auto& claim : content.claims) {
        const bool of_burdens = std::find(claim.issues.begin(), claim.issues.end(), kIssue) != claim.issues.end();
        if (claim.kind != evidence::ClaimKind::Question || !of_burdens) continue;
        if (!headed) document.heading("Open questions");
        headed = true;
        document.paragraph(Text{claim.text, Tone::Bold}, 1);
        for (const auto& rival : claim.rivals) document.paragraph("Another view: " + name_of_claim(rival), 3);
        std::vector<std::string> parts;
        if (!claim.supported_by.empty()) parts.push_back("items: " + joined(claim.supported_by, ", "));
        if (!claim.opposed_by.empty()) parts.push_back("against it: " + joined(claim.opposed_by, ", "));
        if (const auto sources = cited(claim.sources); !sources.empty()) parts.push_back(sources);
        if (parts.empty()) parts.emplace_back("no item of the case stands for an answer");
        document.paragraph(Text{joined(parts, " · "), Tone::Faint}, 3);
    }
}

}  // namespace entente::reports
