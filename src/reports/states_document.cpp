#include "core/text.hpp"
#include "reports/documents.hpp"

namespace entente::reports {
namespace {

std::string number_or_none(int number) {
    return number == 0 ? "—" : std::to_string(number);
}

std::string text_or_none(const std::string& text) {
    return text.empty() ? "—" : text;
}

// `ambiguous: GDR German Democratic Republic (1949-10-05…1990-10-02); GFR …`
std::string why_not(const StateMatch& match) {
    std::string text = match.why_not;
    if (!match.candidates.empty()) text += ": " + joined(match.candidates, "; ");
    return text;
}

// Another state has this code by ISO: whoever wrote it may have meant that one.
std::string remark(const workbench::StateAnswer& answer) {
    const auto& match = answer.match;
    std::string text = match.code ? "" : why_not(match);
    if (!answer.advice.empty()) text += (text.empty() ? "" : "; ") + answer.advice;
    if (match.by_iso_code) {
        if (!text.empty()) text += "; ";
        text += "as an ISO code it is " + *match.by_iso_code + "'s: write iso:" + answer.written;
    }
    return text;
}

}  // namespace

Document states_document(const workbench::StatesResult& result) {
    Table table;
    table.columns = {
        {"written", Align::Left}, {"state", Align::Left}, {"cow", Align::Right}, {"gw", Align::Right},
        {"iso3", Align::Left},    {"iso2", Align::Left},  {"name", Align::Left}, {"remark", Align::Left, true, true}};
    for (const auto& answer : result.answers) {
        const auto state = answer.row ? *answer.row : StateRow{};
        table.rows.push_back({Text{answer.written}, Text{text_or_none(state.code), Tone::Bold},
                              Text{number_or_none(state.cow_number)}, Text{number_or_none(state.gw_number)},
                              Text{text_or_none(state.iso3)}, Text{text_or_none(state.iso2)},
                              Text{text_or_none(state.name)}, Text{remark(answer)}});
    }
    Document document;
    document.table(std::move(table));
    return document;
}

}  // namespace entente::reports
