// show CASE case: what the case is about, what it is made of, and how to cite it.
#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/case_citation.hpp"
#include "reports/documents.hpp"
#include "reports/names.hpp"

namespace entente::reports {
namespace {

// Enough of a hash to tell files apart by eye; JSON has all of it.
constexpr std::size_t kShownDigits = 12;

std::string day_in_words(const std::optional<Day>& day) {
    return day ? to_text(*day) : "";
}

void about(Document& document, const workbench::OpenCase& open, const workbench::PeriodPair& periods) {
    const auto& content = open.content;
    document.paragraph(Text{content.title, Tone::Bold});
    document.paragraph(content.question, 1);
    std::vector<std::string> members;
    for (const auto* member : evidence::members_on(content.alliance, content.cutoff)) {
        members.push_back(member_name(open, member->code));
    }
    document.labelled("alliance", {content.alliance.name + ": " + joined(members, ", ")});
    if (!periods.focal.empty() && !periods.baseline.empty()) {
        document.labelled("judges",
                          {period_span(content, periods.focal) + " against " + period_span(content, periods.baseline)});
    }
    document.labelled("known on", {to_text(content.cutoff)});
    document.labelled("theory", {open.theory.id});
    document.labelled("protocol", {open.protocol.id});
    std::vector<std::string> issues;
    for (const auto& issue : content.issues) issues.push_back(issue.name);
    if (!issues.empty()) document.labelled("issues", {joined(issues, ", ")});
}

void treaties(Document& document, const evidence::Case& content) {
    if (content.alliance.treaties.empty()) return;
    document.heading("Treaties");
    Table table;
    table.columns = {{"treaty"}, {"ATOP", Align::Right},     {"signed"}, {"in force"},
                     {"ended"},  {"name", Align::Left, true}};
    for (const auto& treaty : content.alliance.treaties) {
        table.rows.push_back({Text{treaty.id}, Text{treaty.atop_id}, Text{day_in_words(treaty.signed_on)},
                              Text{day_in_words(treaty.in_force)}, Text{day_in_words(treaty.ended)},
                              Text{treaty.name}});
    }
    document.table(std::move(table));
}

void all_periods(Document& document, const evidence::Case& content) {
    if (content.periods.empty()) return;
    document.heading("Periods");
    Table table;
    table.columns = {{"period"}, {"begin"}, {"end"}, {"judged against"}, {"governments", Align::Left, true, true}};
    for (const auto& period : content.periods) {
        std::vector<std::string> governments;
        for (const auto& government : period.governments) {
            governments.push_back(government.leader + " (" + government.state + ")");
        }
        table.rows.push_back({Text{period.id}, Text{to_text(period.begin)}, Text{to_text(period.end)},
                              Text{period.baseline}, Text{joined(governments, ", ")}});
    }
    document.table(std::move(table));
}

void coders(Document& document, const evidence::Case& content) {
    if (content.coders.empty()) return;
    document.heading("Coders");
    Table table;
    table.columns = {
        {"coder"}, {"items read", Align::Right}, {"codings", Align::Right}, {"about", Align::Left, true, true}};
    for (const auto& coder : content.coders) {
        table.rows.push_back(
            {Text{coder.id}, Text{std::to_string(evidence::items_read(coder))},
             Text{std::to_string(coder.codings.size())},
             Text{coder.blind ? "blind" + (coder.about.empty() ? "" : "; " + coder.about) : coder.about}});
    }
    document.table(std::move(table));
}

void files(Document& document, const evidence::Case& content) {
    document.heading("Files");
    Table table;
    table.columns = {{"file"}, {"SHA-256", Align::Left, true}};
    for (const auto& file : content.files)
        table.rows.push_back({Text{file.path}, Text{file.sha256.substr(0, kShownDigits)}});
    document.table(std::move(table));
    document.paragraph("SHA-256 of the case: " + content.sha256, 1);
}

}  // namespace

Document case_document(const workbench::OpenCase& open) {
    Document document;
    about(document, open, workbench::periods_of({}, open));
    treaties(document, open.content);
    all_periods(document, open.content);
    coders(document, open.content);
    files(document, open.content);
    document.heading("To cite");
    std::vector<Text> lines;
    const auto entry = case_bibtex(open, {});
    for (std::size_t begin = 0; begin < entry.size();) {
        const auto end = entry.find('\n', begin);
        lines.emplace_back(entry.substr(begin, end - begin));
        begin = end + 1;
    }
    document.labelled("", std::move(lines));
    return document;
}

}  // namespace entente::reports
