#include <fmt/format.h>

#include "core/text.hpp"
#include "reports/names.hpp"
#include "reports/show_parts.hpp"

namespace entente::reports {
namespace {

using workbench::Part;
using workbench::ShowResult;

Table items_table(const ShowResult& result) {
    Table table;
    table.columns = {{"item", Align::Left, false},
                     {"date", Align::Left, false},
                     {"kind", Align::Left, false},
                     {"actors", Align::Left, false},
                     {"text", Align::Left, false, true, false, true}};
    for (const auto& view : result.items) {
        table.rows.push_back({Text{view.item->id}, Text{to_text(view.item->date)},
                              Text{std::string(name_of(view.item->kind))}, Text{actors_in_words(*view.item)},
                              Text{view.item->text}});
    }
    return table;
}

Table codings_table(const ShowResult& result) {
    Table table;
    table.columns = {{"item"},
                     {"coder"},
                     {"factor"},
                     {"reads"},
                     {"baseline"},
                     {"spec.", Align::Right},
                     {"cluster", Align::Left, true}};
    for (const auto* coding : result.codings) {
        const bool outside = coding->factor == evidence::kOutside;
        table.rows.push_back({Text{coding->item}, Text{coding->coder}, Text{factor_in_words(*coding)},
                              Text{outside ? "—" : reading_in_words(*coding)}, Text{coding->baseline},
                              Text{outside ? "—" : fmt::format("{:g}", coding->specificity)}, Text{coding->cluster}});
    }
    return table;
}

Table sources_table(const ShowResult& result) {
    Table table;
    table.columns = {{"source", Align::Left, false},  {"date", Align::Left, false},
                     {"class", Align::Left, false},   {"leaning", Align::Left, false},
                     {"grade", Align::Left, false},   {"items", Align::Right, false},
                     {"claims", Align::Right, false}, {"title", Align::Left, false, true, false, true}};
    for (const auto& view : result.sources) {
        const auto& source = *view.source;
        table.rows.push_back({Text{source.key}, Text{source.published ? to_text(*source.published) : ""},
                              Text{source.outlet_class ? std::string(name_of(*source.outlet_class)) : ""},
                              Text{std::string(name_of(source.leaning))},
                              Text{source.grade ? to_text(*source.grade) : ""}, Text{std::to_string(view.items.size())},
                              Text{std::to_string(view.claims.size())}, Text{source.title}});
    }
    return table;
}

Table claims_table(const ShowResult& result) {
    Table table;
    table.columns = {{"claim", Align::Left, false},
                     {"kind", Align::Left, false},
                     {"author", Align::Left, false},
                     {"for", Align::Right, false},
                     {"against", Align::Right, false},
                     {"rivals", Align::Right, false},
                     {"text", Align::Left, false, true, false, true}};
    for (const auto& view : result.claims) {
        const auto& claim = *view.claim;
        table.rows.push_back({Text{claim.id}, Text{std::string(name_of(claim.kind))}, Text{claim.author},
                              Text{std::to_string(claim.supported_by.size())},
                              Text{std::to_string(claim.opposed_by.size())}, Text{std::to_string(view.rivals.size())},
                              Text{claim.text}});
    }
    return table;
}

std::string promises_in_words(const evidence::Meeting& meeting) {
    int kept = 0;
    int broken = 0;
    int open = 0;
    for (const auto& promise : meeting.promises) {
        ++(promise.state == evidence::PromiseState::Kept     ? kept
           : promise.state == evidence::PromiseState::Broken ? broken
                                                             : open);
    }
    return meeting.promises.empty() ? "—" : fmt::format("{} / {} / {}", kept, broken, open);
}

Table meetings_table(const ShowResult& result) {
    Table table;
    table.columns = {{"meeting", Align::Left, false},
                     {"local date", Align::Left, false},
                     {"place", Align::Left, true},
                     {"format", Align::Left, false},
                     {"kept / broken / open", Align::Left, false},
                     {"missed by a source", Align::Left, false}};
    for (const auto* meeting : result.meetings) {
        table.rows.push_back({Text{meeting->id}, Text{to_text(meeting->date)}, Text{meeting->place},
                              Text{std::string(name_of(meeting->format))}, Text{promises_in_words(*meeting)},
                              Text{meeting->correction}});
    }
    return table;
}

Table figures_table(const ShowResult& result) {
    Table table;
    table.columns = {{"figure", Align::Left, false},  {"as of", Align::Left, false},
                     {"value", Align::Right, false},  {"n", Align::Right, false},
                     {"sources", Align::Left, false}, {"name", Align::Left, false, true, false, true}};
    for (const auto* figure : result.figures) {
        table.rows.push_back({Text{figure->id}, Text{to_text(figure->as_of)}, Text{figure_in_words(*figure)},
                              Text{figure->sample_size ? std::to_string(*figure->sample_size) : ""},
                              Text{cited(figure->sources)}, Text{figure->name}});
    }
    return table;
}

Table corrections_table(const ShowResult& result) {
    Table table;
    table.columns = {{"id", Align::Left, false},
                     {"corrects", Align::Left, false},
                     {"basis", Align::Left, false},
                     {"stated", Align::Left, false, true, false, true},
                     {"right", Align::Left, false, true, false, true}};
    for (const auto* correction : result.corrections) {
        table.rows.push_back({Text{correction->id}, Text{cited({correction->corrects})},
                              Text{std::string(name_of(correction->basis))}, Text{"stated: " + correction->stated},
                              Text{"right: " + correction->corrected}});
    }
    return table;
}

Table scenarios_table(const ShowResult& result) {
    Table table;
    table.columns = {{"scenario", Align::Left, false},
                     {"author", Align::Left, false},
                     {"horizon", Align::Left, false},
                     {"factors", Align::Right, false},
                     {"trigger", Align::Left, false, true, false, true}};
    for (const auto* scenario : result.scenarios) {
        table.rows.push_back({Text{scenario->id}, Text{scenario->author}, Text{scenario->horizon},
                              Text{std::to_string(scenario->effects.size())}, Text{scenario->trigger}});
    }
    return table;
}

}  // namespace

std::string actors_in_words(const evidence::Item& item) {
    std::vector<std::string> codes;
    for (const auto& actor : item.actors) codes.push_back(actor.code.empty() ? actor.written : actor.code);
    return joined(codes, ", ");
}

std::string factor_in_words(const evidence::Coding& coding) {
    return coding.factor + (coding.aspect.empty() ? "" : '/' + coding.aspect);
}

std::string reading_in_words(const evidence::Coding& coding) {
    if (coding.factor == evidence::kOutside) return "outside the theory";
    return std::string(name_of(coding.novelty)) + ' ' + std::string(name_of(coding.direction));
}

std::string comparator_in_words(const evidence::Coding& coding) {
    if (!coding.against.empty()) return "compared with " + coding.against;
    return coding.searched.empty() ? "" : "compared with nothing; searched: " + coding.searched;
}

std::string figure_in_words(const evidence::Figure& figure) {
    const auto currency = figure.currency.empty() ? std::string{} : ' ' + figure.currency;
    return fmt::format("{:g} {}{}", figure.value, figure.unit, currency);
}

Table show_table(const ShowResult& result) {
    switch (result.part) {
        case Part::Codings:
            return codings_table(result);
        case Part::Sources:
            return sources_table(result);
        case Part::Claims:
            return claims_table(result);
        case Part::Meetings:
            return meetings_table(result);
        case Part::Figures:
            return figures_table(result);
        case Part::Corrections:
            return corrections_table(result);
        case Part::Scenarios:
            return scenarios_table(result);
        case Part::Items:
        case Part::Case:  // no list: case_document
            break;
    }
    return items_table(result);
}

}  // namespace entente::reports
