// burden.toml: promises and demands, what guarantors said and did, and who thinks what; the rest in
// read_burden_money.cpp and read_burden_figures.cpp.
#include <utility>

#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

// A number is in the unit of a measure, so it says nothing without one.
std::optional<double> read_at_least(EntryReader& reader, const std::string& measure) {
    const auto at_least = reader.number_if("at_least");
    if (at_least && measure.empty()) {
        reader.error_at("at_least", "'at_least' is in the unit of no measure",
                        "add 'measure': a measure of the theory of burden sharing, such as spending-share");
    }
    return at_least;
}

// What was said has to be followed to where it was said.
template <typename Entry>
void require_evidence(const Entry& entry, const std::string& what, Problems& problems) {
    if (!entry.item.empty() || !entry.sources.empty()) return;
    problems.error(entry.where, what + " has neither an item nor a source", "add 'item' or 'sources'");
}

evidence::Commitment read_commitment(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Commitment commitment;
    commitment.where = table.where;
    commitment.id = reader.id();
    commitment.text = reader.filled_text("text");
    commitment.by = reader.actors_if("by");
    commitment.measure = reader.text_or("measure", "");
    commitment.at_least = read_at_least(reader, commitment.measure);
    const char* advice = commitment.at_least
                             ? "a number is promised on a day: give a day (2014-09-05), a month or a year"
                             : "give a day (2014-09-05), a month (\"2014-09\") or a year (\"2014\")";
    std::optional<Date> made;
    if (reader.require_key("made", advice)) made = reader.date_if("made");
    commitment.made = made.value_or(Date{});
    commitment.dated = made.has_value();
    commitment.bindingness = reader.choice<evidence::Bindingness>("bindingness");
    commitment.deadline = reader.day_if("deadline");
    if (made && commitment.deadline && *commitment.deadline < made->first) {
        reader.error_at("deadline", "the deadline is before the day on which the promise was made",
                        "correct one of the two");
    }
    commitment.item = reader.text_or("item", "");
    commitment.sources = reader.citations_if("sources");
    commitment.rows = reader.texts("rows");
    commitment.note = reader.text_or("note", "");
    reader.finish();
    require_evidence(commitment, "the commitment", problems);
    return commitment;
}

evidence::Demand read_demand(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::Demand demand;
    demand.where = table.where;
    demand.id = reader.id();
    demand.by = reader.actor("by");
    demand.of = reader.actors_if("of");
    const auto date = reader.required_date("date");
    demand.date = date.value_or(Date{});
    demand.dated = date.has_value();
    demand.measure = reader.text_or("measure", "");
    demand.at_least = read_at_least(reader, demand.measure);
    demand.text = reader.filled_text("text");
    demand.item = reader.text_or("item", "");
    demand.answer = reader.choice_if<evidence::DemandAnswer>("answer").value_or(evidence::DemandAnswer::Open);
    demand.answer_item = reader.text_or("answer_item", "");
    if (demand.answer == evidence::DemandAnswer::Open && !demand.answer_item.empty()) {
        reader.error_at("answer_item", "the demand has an answer and is open",
                        "say under 'answer' how it was answered");
    }
    demand.sources = reader.citations_if("sources");
    demand.rows = reader.texts("rows");
    demand.note = reader.text_or("note", "");
    reader.finish();
    require_evidence(demand, "the demand", problems);
    return demand;
}

evidence::ConductEntry read_conduct(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::ConductEntry entry;
    entry.where = table.where;
    entry.item = reader.filled_text("item");
    entry.conduct = reader.choice<evidence::Conduct>("conduct");
    entry.by = reader.actor("by");
    entry.toward = reader.actors_if("toward");
    entry.answers = reader.text_or("answers", "");
    if (!entry.answers.empty() && entry.answers == entry.item) {
        reader.error_at("answers", "the item answers itself", "name the words that it bears out, or belies");
    }
    entry.note = reader.text_or("note", "");
    reader.finish();
    return entry;
}

evidence::OpinionSeries read_opinion(const Table& table, Problems& problems) {
    EntryReader reader(table, problems);
    evidence::OpinionSeries series;
    series.where = table.where;
    series.id = reader.id();
    series.name = reader.filled_text("name");
    series.audience = reader.choice<evidence::Audience>("audience");
    series.of = reader.actor("of");
    series.about = reader.choice<evidence::OpinionAbout>("about");
    series.subject = reader.filled_text("subject");
    series.figures = reader.texts("figures");
    series.items = reader.texts("items");
    if (series.figures.empty() == series.items.empty()) {
        problems.error(table.where,
                       series.items.empty() ? "the opinion rests on nothing"
                                            : "the opinion rests on figures and on items, which do not add up",
                       "name figures (polls) or items (statements); make two of it if there are both");
    }
    series.issue = reader.text_or("issue", "");
    series.rows = reader.texts("rows");
    reader.finish();
    return series;
}

}  // namespace

void read_burden(const Table& whole, const FindFile& find_file, const std::string& shown_folder, Problems& problems,
                 evidence::Case& which) {
    EntryReader reader(whole, problems);
    auto& record = which.burden.emplace();
    record.where = whole.where;
    for (const Table* table : reader.tables("commitment"))
        record.commitments.push_back(read_commitment(*table, problems));
    for (const Table* table : reader.tables("demand")) record.demands.push_back(read_demand(*table, problems));
    for (const Table* table : reader.tables("support")) record.supports.push_back(read_support(*table, problems));
    for (const Table* table : reader.tables("conduct")) record.conduct.push_back(read_conduct(*table, problems));
    for (const Table* table : reader.tables("opinion")) record.opinions.push_back(read_opinion(*table, problems));
    for (const Table* table : reader.tables("conversion")) {
        record.conversions.push_back(read_conversion(*table, problems));
        if (record.conversions.back().id.empty()) which.lost_in.try_emplace(evidence::CasePart::Burden, table->where);
    }
    for (const Table* table : reader.tables("same-quantity")) {
        record.same_quantities.push_back(read_same_quantity(*table, problems));
    }
    if (const Table* figures = reader.table_if("burden_figures")) {
        read_burden_figures(*figures, find_file, shown_folder, problems, record);
    }
    reader.finish();
}

}  // namespace entente::casefile
