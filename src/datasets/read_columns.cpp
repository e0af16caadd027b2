// [[column]] and [others] of a descriptor.
#include "datasets/column_names.hpp"
#include "datasets/descriptor_draft.hpp"

namespace entente::datasets {

namespace {

using textfiles::Table;

std::vector<DefinitionBreak> read_breaks(DescriptorReader& reader) {
    std::vector<DefinitionBreak> breaks;
    for (const Table* table : reader.tables("breaks")) {
        DescriptorReader entry(*table, reader.problems());
        DefinitionBreak definition_break;
        (void)entry.integer("year");  // required
        const auto year = entry.year_if("year");
        definition_break.what = entry.filled_text("what");
        definition_break.state = entry.text_or("state", "");
        entry.finish();
        if (!year) continue;  // reported
        definition_break.year = *year;
        breaks.push_back(std::move(definition_break));
    }
    return breaks;
}

// `left_out = [{ states = [255, 260], years = [1950, 1990], why = "…" }]`
std::vector<LeftOutOfList> read_left_out(DescriptorReader& reader) {
    std::vector<LeftOutOfList> all;
    for (const Table* table : reader.tables("left_out")) {
        DescriptorReader entry(*table, reader.problems());
        LeftOutOfList left_out;
        for (const double number : entry.numbers("states")) left_out.states.push_back(static_cast<int>(number));
        if (left_out.states.empty()) {
            entry.error_at("states", "no state is left out", "write their numbers: states = [255, 260]");
        }
        const auto years = entry.years_if("years");
        if (!years) entry.error_at("years", "no years are given", "write the first and the last: years = [1950, 1990]");
        left_out.why = entry.filled_text("why");
        entry.finish();
        left_out.years = years.value_or(YearSpan{});
        all.push_back(std::move(left_out));
    }
    return all;
}

// `where = { column = "type", equals = ["Obligations"] }`
std::optional<RowCondition> read_condition(DescriptorReader& reader) {
    const Table* table = reader.table_if("where");
    if (table == nullptr) return std::nullopt;
    DescriptorReader entry(*table, reader.problems());
    RowCondition condition{entry.filled_text("column"), entry.codes("equals")};
    entry.finish();
    if (condition.equals.empty()) {
        entry.error_at("equals", "nothing says in which rows the column stands",
                       "write what their cell holds: equals = [\"Obligations\"]");
    }
    return condition;
}

void read_codes(DescriptorReader& reader, ColumnRule& rule) {
    rule.type = reader.choice_if<ColumnType>("type").value_or(ColumnType::Number);
    rule.missing = reader.codes("missing");
    rule.not_applicable = reader.codes("not_applicable");
}

}  // namespace

ColumnRule read_column(const Table& table, Problems& problems) {
    DescriptorReader reader(table, problems);
    ColumnRule rule;
    rule.where = table.where;
    rule.name = reader.filled_text("name");
    rule.from = reader.codes("from");  // an empty one is a column without a header
    rule.only_in = read_condition(reader);
    rule.label = reader.text_or("label", "");
    rule.unit = reader.text_or("unit", "");
    read_codes(reader, rule);
    rule.at_least = reader.number_if("at_least");
    rule.at_most = reader.number_if("at_most");
    rule.years = reader.years_if("years");
    rule.absent = reader.number_if("absent");
    rule.left_out = read_left_out(reader);
    rule.combine = reader.choice_if<Combine>("combine").value_or(Combine::Same);
    rule.main = reader.flag_or("main", false);
    rule.breaks = read_breaks(reader);
    rule.zero_with = reader.text_or("zero_with", "");
    rule.zeros_mean = reader.text_or("zeros_mean", "");
    rule.spikes_mean = reader.text_or("spikes_mean", "");
    reader.finish();
    if (rule.name != without_blanks(rule.name)) {
        reader.error_at("name", "there are blanks around the name '" + rule.name + "'", "remove them");
    }
    return rule;
}

ColumnRule read_others(const Table& table, Problems& problems) {
    DescriptorReader reader(table, problems);
    ColumnRule rule;
    rule.where = table.where;
    read_codes(reader, rule);
    reader.finish();
    return rule;
}

}  // namespace entente::datasets
