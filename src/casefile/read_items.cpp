// evidence/*.toml: what happened, was said or was measured.
#include <utility>

#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

// `date`, or `from` and `to`.
std::optional<Date> read_when(EntryReader& reader) {
    const bool ranged = reader.has("from") || reader.has("to");
    if (!ranged) return reader.required_date("date");
    if (reader.has("date")) reader.error_at("date", "both 'date' and 'from' … 'to'", "keep one of the two");
    const bool complete = reader.require_key("from") && reader.require_key("to");
    const auto from = reader.day_if("from");
    const auto to = reader.day_if("to");
    if (!complete || !from || !to) return std::nullopt;
    if (*from > *to) {
        reader.error_at("to", "the item ends before it begins", "exchange 'from' and 'to', or correct one of them");
        return std::nullopt;
    }
    return day_range(*from, *to);
}

std::optional<evidence::Grade> read_grade(EntryReader& reader) {
    if (!reader.has("grade")) return std::nullopt;
    const std::string written = reader.text("grade");
    const auto grade = evidence::parse_grade(written);
    if (!grade && !written.empty()) {
        reader.error_at("grade", "'" + written + "' is not a grade",
                        "write a reliability A–F and a credibility 1–6: B2");
    }
    return grade;
}

}  // namespace

evidence::Item read_item(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Item item;
    item.where = table.where;
    item.id = reader.id();
    const auto when = read_when(reader);
    item.date = when.value_or(Date{});
    item.dated = when.has_value();
    item.kind = reader.choice<evidence::Kind>("kind");
    item.issues = reader.texts("issues");
    item.actors = reader.some_actors("actors");
    item.text = reader.filled_text("text");
    item.quote = reader.quote_if("quote");
    // What was looked for and not found may have no source that says so.
    const bool absence = item.kind == evidence::Kind::Absence;
    item.sources = absence ? reader.citations_if("sources") : reader.some_citations("sources");
    item.rows = reader.texts("rows");
    item.periods = reader.word_or_words("period");
    item.grade = read_grade(reader);
    item.outlet_class = reader.choice_if<evidence::OutletClass>("class");
    item.figures = reader.texts("figures");
    item.searched = reader.text_or("searched", "");
    if (reader.has("searched") && !absence) {
        reader.error_at("searched", "'searched' belongs to items of kind absence only",
                        "take it out, or say kind = \"absence\"");
    }
    reader.finish();
    return item;
}

void read_items(const Table& whole, Problems& problems, evidence::Case& which) {
    EntryReader reader(whole, problems);
    for (const Table* table : reader.tables("item")) {
        evidence::Item item = read_item(*table, problems);
        if (item.id.empty()) {
            which.lost_in.try_emplace(evidence::CasePart::Items, item.where);
            continue;
        }
        which.items.push_back(std::move(item));
    }
    reader.finish();
}

}  // namespace entente::casefile
