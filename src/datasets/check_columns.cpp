// The columns of a descriptor and its layout: do they fit each other, and do codes fit their types?
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "datasets/cell_numbers.hpp"
#include "datasets/column_names.hpp"
#include "datasets/descriptor_draft.hpp"
#include "datasets/title_pattern.hpp"

namespace entente::datasets {

namespace {

bool is_whole(double number) {
    return std::floor(number) == number;
}

bool has_name(const std::vector<std::string>& names, std::string_view name) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& each) { return same_name(each, name); });
}

class ColumnCheck {
public:
    ColumnCheck(const Descriptor& descriptor, const ColumnRule& rule, Problems& problems)
        : descriptor_(descriptor), rule_(rule), problems_(problems) {}

    void check() {
        check_codes();
        check_limits();
        check_absent();
        check_combine();
        check_zero_with();
        check_years();
        check_breaks();
    }

    void check_codes() {
        const bool whole = rule_.type == ColumnType::Integer;
        for (const auto* codes : {&rule_.missing, &rule_.not_applicable}) {
            for (const auto& code : *codes) {
                const auto number = number_in(code);
                if (whole && number && !is_whole(*number)) {
                    error("the code '" + code + "' is not a whole number, and the column's type is integer",
                          "correct one of the two");
                }
            }
        }
        for (const auto& code : rule_.not_applicable) {
            if (code.empty()) error("the empty cell is missing, not 'not applicable'", "remove \"\"");
            if (has_name(rule_.missing, code)) {
                error("the code '" + code + "' stands for missing and for not applicable", "remove one");
            }
        }
    }

private:
    void error(std::string what, std::string advice) {
        const std::string column = rule_.name.empty() ? std::string() : "column '" + rule_.name + "': ";
        problems_.error(rule_.where, column + std::move(what), std::move(advice));
    }

    [[nodiscard]] bool is_numeric() const {
        return rule_.type == ColumnType::Number || rule_.type == ColumnType::Integer;
    }

    void check_limits() {
        if ((rule_.at_least || rule_.at_most) && !is_numeric()) {
            error("limits are for numbers, and its type is " + std::string(name_of(rule_.type)),
                  "remove at_least and at_most, or change the type");
        }
        if (rule_.at_least && rule_.at_most && *rule_.at_least > *rule_.at_most) {
            error("'at_least' is above 'at_most'", "exchange them");
        }
    }

    [[nodiscard]] bool is_of_pairs_in_years() const {
        return descriptor_.unit == Unit::DyadYear || descriptor_.unit == Unit::DirectedDyadYear;
    }

    void check_absent() {
        if (!rule_.left_out.empty() && (!rule_.absent || !is_of_pairs_in_years())) {
            error("'left_out' says where 'absent' is not meant of pairs of states in a year, and " +
                      std::string(rule_.absent ? "the data are of another unit" : "there is no 'absent'"),
                  "remove it");
        }
        if (!rule_.absent) return;
        const double absent = *rule_.absent;
        if (!is_numeric()) error("'absent' is a number, and its type is not", "remove it, or change the type");
        if (rule_.type == ColumnType::Integer && !is_whole(absent)) {
            error("'absent' is not whole, and its type is integer", "write a whole number");
        }
        if ((rule_.at_least && absent < *rule_.at_least) || (rule_.at_most && absent > *rule_.at_most)) {
            error("'absent' is a value that the limits call impossible", "correct one of them");
        }
    }

    void check_combine() {
        const Combine combine = rule_.combine;
        const bool ordered = is_numeric() || rule_.type == ColumnType::Date;
        const bool needs_order = combine == Combine::Minimum || combine == Combine::Maximum;
        if ((combine == Combine::Sum && !is_numeric()) || (needs_order && !ordered)) {
            error("values of type " + std::string(name_of(rule_.type)) + " have no " + std::string(name_of(combine)),
                  "choose another combine: same, first, last, count");
        }
    }

    void check_zero_with() {
        if (rule_.zero_with.empty()) return;
        if (!is_numeric()) error("'zero_with' is for numbers, and its type is not", "remove it, or change the type");
        const auto* other = descriptor_.find_column(rule_.zero_with);
        if (other == nullptr || other == descriptor_.find_column(rule_.name)) {
            error("'zero_with' names no other declared column: '" + rule_.zero_with + "'",
                  "name the one whose zeros are counted ones");
        }
    }

    void check_years() {
        if (!rule_.years || descriptor_.versions.empty()) return;
        int first = 10000;
        int last = 0;
        for (const Version& version : descriptor_.versions) {
            if (version.years.first == 0) return;  // some version has no years to compare with
            first = std::min(first, version.years.first);
            last = std::max(last, version.years.last);
        }
        if (rule_.years->first < first || rule_.years->last > last) {
            error("its years reach beyond those of the versions, " + std::to_string(first) + "–" + std::to_string(last),
                  "write the years that the column covers; leave them out where they are the version's");
        }
    }

    void check_breaks() {
        std::set<std::pair<int, std::string>> seen;
        for (const DefinitionBreak& each : rule_.breaks) {
            if (!seen.insert({each.year, each.state}).second) {
                error("two breaks are in " + std::to_string(each.year), "join the two");
            }
        }
    }

    const Descriptor& descriptor_;
    const ColumnRule& rule_;
    Problems& problems_;
};

// The database does not tell case apart, and the store adds columns of its own.
void check_stored_names(const Descriptor& descriptor, Problems& problems) {
    const Key& key = descriptor.key;
    const bool numbered = key.numbering == Numbering::Cow || key.numbering == Numbering::Gw;
    std::map<std::string, std::string> taken;  // plain name → why
    if (!numbered && !key.state.empty()) taken.insert({{"cow", "the store's own"}, {"gw", "the store's own"}});
    if (!numbered && !key.state_1.empty()) {
        for (const char* name : {"cow_1", "cow_2", "gw_1", "gw_2"}) taken.emplace(name, "the store's own");
    }
    if (descriptor.several_files) taken.emplace("part", "the store's own");
    for (const ColumnRule& rule : descriptor.columns) {
        if (!rule.not_applicable.empty()) {
            taken.emplace(plain_name(not_applicable_name(rule.name)), "what the store adds for '" + rule.name + "'");
        }
    }
    for (const ColumnRule& rule : descriptor.columns) {
        if (rule.name.empty()) continue;  // reported as missing
        const auto [first, inserted] = taken.try_emplace(plain_name(rule.name), "the name of another column");
        if (!inserted) {
            problems.error(rule.where, "column '" + rule.name + "': the name is " + first->second,
                           "give it another name; names compare without case");
        }
    }
}

void check_headers(const Descriptor& descriptor, Problems& problems) {
    std::map<std::string, std::string> owners;  // header → stored name
    for (const ColumnRule& rule : descriptor.columns) {
        for (const auto& header : descriptor.headers_of(rule.name)) {
            const auto [first, inserted] = owners.try_emplace(plain_name(header), rule.name);
            if (inserted || same_name(first->second, rule.name)) continue;
            const ColumnRule* other = descriptor.find_column(first->second);
            if (rule.only_in && other->only_in && *rule.only_in != *other->only_in) continue;
            problems.error(
                rule.where,
                "the header '" + header + "' is in the column '" + first->second + "' and in '" + rule.name + "'",
                "leave it in one, or say in which rows each stands: where = { column = \"…\", equals = [\"…\"] }");
        }
        for (const auto& dropped : descriptor.drop_columns) {
            const auto headers = descriptor.headers_of(rule.name);
            if (has_name(headers, dropped)) {
                problems.error(rule.where, "the header '" + dropped + "' is in drop_columns as well",
                               "declare the column or drop it");
            }
        }
    }
}

// What stands in rows of its own: one column tells these rows apart, and is itself no column of the table.
void check_conditions(const Descriptor& descriptor, Problems& problems) {
    const std::string telling(descriptor.telling_column());
    if (telling.empty()) return;
    std::map<std::string, const RowCondition*> owners;  // what the cell holds → the condition with it
    for (const ColumnRule& rule : descriptor.columns) {
        const auto error = [&](std::string what, std::string advice) {
            problems.error(rule.where, "column '" + rule.name + "': " + std::move(what), std::move(advice));
        };
        if (same_name(rule.name, telling) || has_name(rule.from, telling)) {
            error("it says in which rows others stand, and its cells become their names", "remove this [[column]]");
        }
        if (!rule.only_in) continue;
        if (!same_name(rule.only_in->column, telling)) {
            error("rows are told apart by '" + rule.only_in->column + "' and by '" + telling + "'", "choose one");
        }
        for (const auto& text : rule.only_in->equals) {
            const auto [first, inserted] = owners.try_emplace(plain_name(text), &*rule.only_in);
            if (!inserted && *first->second != *rule.only_in) {
                error("'" + text + "' stands in two conditions that are not the same", "write both alike, or apart");
            }
        }
    }
    if (descriptor.layout != Layout::Rows) {
        problems.error({descriptor.file, 0, 0}, "columns with 'where' are for layout rows", "remove one of the two");
    }
    for (const KeyPart& part : parts_of(descriptor.key)) {
        if (has_name(part.columns, telling)) {
            problems.error({descriptor.file, 0, 0},
                           "the key names '" + telling + "', whose cells become the names of columns",
                           "leave it out of " + std::string(part.name));
        }
    }
}

}  // namespace

void check_columns(const Draft& draft, Problems& problems) {
    const Descriptor& descriptor = draft.descriptor;
    check_stored_names(descriptor, problems);
    check_headers(descriptor, problems);
    check_conditions(descriptor, problems);
    for (const ColumnRule& rule : descriptor.columns) ColumnCheck(descriptor, rule, problems).check();
    if (draft.says("others")) ColumnCheck(descriptor, descriptor.others, problems).check_codes();
    if (draft.says("others") && !descriptor.keeps_others) {
        problems.error(draft.where("others"), "[others] is a rule for columns that keep_others = false leaves out",
                       "remove one of the two");
    }
    for (const auto& header : descriptor.not_with) {
        if (has_name(descriptor.signature, header)) {
            problems.error(draft.where("not_with"), "'" + header + "' stands in 'signature' and in 'not_with'",
                           "remove one");
        }
    }
}

namespace {

class LayoutCheck {
public:
    LayoutCheck(const Draft& draft, Problems& problems)
        : draft_(draft), descriptor_(draft.descriptor), problems_(problems) {}

    void check() {
        if (descriptor_.layout == Layout::Rows) check_rows();
        if (descriptor_.layout == Layout::Years) check_years();
        if (descriptor_.layout == Layout::Others) check_others();
        if (descriptor_.layout != Layout::Rows) check_kept();
        check_sheets();
        check_titles();
    }

private:
    void error(std::string_view place, std::string what, std::string advice) {
        problems_.error(draft_.where(place), std::move(what), std::move(advice));
    }

    void check_rows() {
        if (draft_.says("unpivot")) error("unpivot", "[unpivot] is for layout years or others", "set the layout");
        if (draft_.says("sheet")) {
            error("sheet", "[[sheet]] is for layout years: a sheet for each column", "set the layout, or remove it");
        }
    }

    void check_years() {
        const auto& year = descriptor_.key.year;
        if (year.empty() && draft_.says("key")) {
            error("key", "layout years needs the column that the headers fill", "[key] year = \"year\"");
        }
        const auto& name = descriptor_.unpivot_name;
        if (!name.empty() && !same_name(name, year)) {
            error("unpivot.name", "with layout years the headers fill the key's year, '" + year + "'", "remove name");
        }
        if (descriptor_.unpivot_value.empty() && descriptor_.sheets.empty()) {
            error("layout", "nothing says which column the cells fill",
                  "add [unpivot] value = \"…\", or a [[sheet]] for each column");
        }
    }

    void check_others() {
        if (draft_.says("sheet")) error("sheet", "[[sheet]] is for layout years", "remove it");
        if (descriptor_.unpivot_name.empty() || descriptor_.unpivot_value.empty()) {
            error(draft_.says("unpivot") ? "unpivot" : "layout",
                  "layout others needs to know which columns headers and cells fill",
                  "[unpivot] keep = [\"year\"], name = \"country\", value = \"percent\", one line for each");
        }
        if (descriptor_.keep.empty()) {
            error(draft_.says("unpivot") ? "unpivot" : "layout", "layout others needs columns to keep",
                  "[unpivot] keep = [\"year\"]");
        }
    }

    // With these layouts a row has nothing but what was kept, the header, the cell and the title.
    void check_kept() {
        for (const KeyPart& part : parts_of(descriptor_.key)) {
            for (const auto& column : part.columns) {
                if (is_there(column)) continue;
                error("key." + std::string(part.name), "the key's column '" + column + "' is not kept",
                      "add it to keep in [unpivot]");
            }
        }
        for (const auto& column : descriptor_.keep) {
            if (same_name(column, descriptor_.unpivot_name) || same_name(column, descriptor_.unpivot_value)) {
                error("unpivot.keep", "the column '" + column + "' is kept and made from headers or cells",
                      "give them different names");
            }
        }
    }

    [[nodiscard]] bool is_there(const std::string& column) const {
        const auto& titles = descriptor_.title_columns;
        const auto headers = descriptor_.headers_of(column);
        const bool kept = std::any_of(headers.begin(), headers.end(),
                                      [&](const std::string& header) { return has_name(descriptor_.keep, header); });
        return kept || has_name(descriptor_.keep, column) || same_name(column, descriptor_.unpivot_name) ||
               (descriptor_.layout == Layout::Years && same_name(column, descriptor_.key.year)) ||
               (descriptor_.several_files && same_name(column, "part")) ||
               std::any_of(titles.begin(), titles.end(),
                           [&](const TitleColumn& title) { return same_name(title.column, column); });
    }

    void check_sheets() {
        std::set<std::string> names;
        std::set<std::string> columns;
        for (const SheetRule& sheet : descriptor_.sheets) {
            if (!sheet.name.empty() && !names.insert(sheet.name).second) {
                error("sheet", "two [[sheet]] have the name '" + sheet.name + "'", "remove one");
            }
            if (sheet.column.empty()) continue;  // reported as missing
            if (!columns.insert(plain_name(sheet.column)).second) {
                error("sheet", "two [[sheet]] fill the column '" + sheet.column + "'", "give each its own");
            }
            if (has_name(descriptor_.keep, sheet.column)) {
                error("sheet", "the column '" + sheet.column + "' is kept and filled by a sheet", "rename one");
            }
        }
    }

    void check_titles() {
        std::set<std::string> columns;
        for (const TitleColumn& title : descriptor_.title_columns) {
            const std::string trouble = title.pattern.empty() ? std::string() : trouble_with_pattern(title.pattern);
            if (!trouble.empty()) {
                error("title", "the pattern of the column '" + title.column + "' " + trouble,
                      "write a regular expression with one group: \"exports from (.*), [0-9]{4}\"");
            }
            if (!title.column.empty() && !columns.insert(plain_name(title.column)).second) {
                error("title", "two [[title]] fill the column '" + title.column + "'", "remove one");
            }
        }
    }

    const Draft& draft_;
    const Descriptor& descriptor_;
    Problems& problems_;
};

}  // namespace

void check_layout(const Draft& draft, Problems& problems) {
    LayoutCheck(draft, problems).check();
}

}  // namespace entente::datasets
