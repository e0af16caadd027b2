#include "datasets/import_plan.hpp"

#include <algorithm>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "core/error.hpp"
#include "datasets/cell_numbers.hpp"
#include "datasets/column_names.hpp"

namespace entente::datasets {

namespace {

bool contains_name(const std::vector<std::string>& names, std::string_view name) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& one) { return same_name(one, name); });
}

std::vector<std::string> both(std::vector<std::string> some, const std::vector<std::string>& more) {
    some.insert(some.end(), more.begin(), more.end());
    return some;
}

class Planner {
public:
    explicit Planner(const Descriptor& descriptor) : descriptor_(descriptor) { plan_.descriptor = &descriptor; }

    void add_sheet(const StagedSheet& staged, const RecognisedSheet& recognised) {
        PlannedSheet sheet;
        sheet.sheet = &staged;
        sheet.header_row = recognised.header_row;
        const auto& cells = staged.head[recognised.header_row];
        for (std::size_t place = 0; place < cells.size(); ++place) {
            sheet.headers.push_back({place, std::string(without_blanks(cells[place])), CellsAre::LeftOut, 0});
        }
        if (is_unpivoted(descriptor_)) {
            plan_unpivoted(sheet, recognised.rule);
        } else {
            plan_rows(sheet);
        }
        plan_.sheets.push_back(std::move(sheet));
    }

    void add_title_columns() {
        for (const auto& title : descriptor_.title_columns) (void)column_named(title.column);
    }

    ImportPlan take() { return std::move(plan_); }

private:
    // Which declared column a header is: of the spellings of a column, the first that is there counts.
    std::map<std::size_t, const ColumnRule*> rules_by_place(const PlannedSheet& sheet) const {
        std::map<std::size_t, const ColumnRule*> rules;
        for (const auto& rule : descriptor_.columns) {
            if (rule.only_in || is_made_year(rule.name)) continue;
            const auto spellings = rule.from.empty() ? std::vector<std::string>{rule.name} : rule.from;
            for (const auto& spelling : spellings) {
                const auto found = find_header(sheet, spelling);
                if (found == sheet.headers.end() || rules.contains(found->place)) continue;
                rules.emplace(found->place, &rule);
                break;
            }
        }
        return rules;
    }

    static std::vector<PlannedHeader>::const_iterator find_header(const PlannedSheet& sheet, const std::string& name) {
        const auto exact = std::find_if(sheet.headers.begin(), sheet.headers.end(),
                                        [&](const PlannedHeader& one) { return one.header == name; });
        if (exact != sheet.headers.end()) return exact;
        return std::find_if(sheet.headers.begin(), sheet.headers.end(),
                            [&](const PlannedHeader& one) { return same_name(one.header, name); });
    }

    void plan_rows(PlannedSheet& sheet) {
        const auto rules = rules_by_place(sheet);
        for (const auto& [place, rule] : rules) taken_.insert(plain_name(rule->name));
        if (!descriptor_.key.year_from.empty()) taken_.insert(plain_name(descriptor_.key.year));
        const auto telling = descriptor_.telling_column();
        for (auto& header : sheet.headers) {
            if (!telling.empty() && same_name(header.header, telling)) {
                sheet.telling = header.place;
                continue;
            }
            if (plan_parted(sheet, header)) continue;
            const auto declared = rules.find(header.place);
            if (declared == rules.end() && is_left_out(header.header)) continue;
            header.cells = CellsAre::Column;
            header.column =
                declared != rules.end() ? add_column(declared->second->name) : add_column(free_name(header));
            if (same_name(plan_.columns[header.column].name, descriptor_.key.year_from)) plan_year(sheet, header);
        }
    }

    [[nodiscard]] bool is_made_year(const std::string& name) const {
        return !descriptor_.key.year_from.empty() && same_name(descriptor_.key.year, name);
    }

    void plan_year(PlannedSheet& sheet, const PlannedHeader& number) {
        const auto year = add_column(descriptor_.key.year);
        plan_.columns[year].declared = true;
        plan_.columns[year].type = ColumnType::Integer;
        sheet.made_year = MadeYear{.place = number.place, .number = number.column, .year = year};
    }

    // Whether the header's cells go into columns that stand in some rows only.
    bool plan_parted(PlannedSheet& sheet, PlannedHeader& header) {
        for (const auto& rule : descriptor_.columns) {
            if (!rule.only_in || !contains_name(descriptor_.headers_of(rule.name), header.header)) continue;
            if (taken_.contains(plain_name(rule.name))) continue;  // a file may have two of its spellings
            const auto column = add_column(rule.name);
            if (header.cells == CellsAre::LeftOut) header.column = column;
            header.cells = CellsAre::Parted;
            sheet.parted.push_back({.place = header.place, .column = column, .rows = &*rule.only_in});
        }
        return header.cells == CellsAre::Parted;
    }

    void plan_unpivoted(PlannedSheet& sheet, const SheetRule* sheet_rule) {
        const auto rules = rules_by_place(sheet);
        const bool years = descriptor_.layout == Layout::Years;
        for (auto& header : sheet.headers) {
            const auto rule = rules.find(header.place);
            const auto name = rule != rules.end() ? rule->second->name : header.header;
            const bool kept = contains_name(descriptor_.keep, header.header) || contains_name(descriptor_.keep, name);
            if (kept) {
                header.cells = CellsAre::Column;
                header.column = column_named(name);
                if (std::find(plan_.shared.begin(), plan_.shared.end(), header.column) == plan_.shared.end()) {
                    plan_.shared.push_back(header.column);
                }
                continue;
            }
            if (header.header.empty() || contains_name(descriptor_.drop_columns, header.header)) continue;
            if (!years || year_in_header(header.header)) header.cells = CellsAre::Value;
        }
        const auto& year = descriptor_.key.year;
        plan_.unpivoted = column_named(!years ? descriptor_.unpivot_name : year.empty() ? "year" : year);
        sheet.value = column_named(sheet_rule != nullptr ? sheet_rule->column : descriptor_.unpivot_value);
    }

    bool is_left_out(const std::string& header) const {
        if (contains_name(descriptor_.drop_columns, header)) return true;
        return !descriptor_.keeps_others && !is_key(header);
    }

    bool is_key(const std::string& header) const {
        const auto parts = parts_of(descriptor_.key);
        return std::any_of(parts.begin(), parts.end(),
                           [&](const KeyPart& part) { return contains_name(part.columns, header); });
    }

    // Two headers may be alike, or be none.
    std::string free_name(const PlannedHeader& header) {
        const auto wanted = header.header.empty() ? fmt::format("column_{}", header.place + 1) : header.header;
        auto name = wanted;
        for (int count = 2; taken_.contains(plain_name(name)); ++count) name = fmt::format("{}_{}", wanted, count);
        return name;
    }

    std::size_t column_named(const std::string& name) {
        for (std::size_t place = 0; place < plan_.columns.size(); ++place) {
            if (same_name(plan_.columns[place].name, name)) return place;
        }
        return add_column(name);
    }

    std::size_t add_column(const std::string& name) {
        taken_.insert(plain_name(name));
        const auto* rule = descriptor_.find_column(name);
        const auto& codes = rule != nullptr ? *rule : descriptor_.others;
        plan_.columns.push_back(
            {.name = name,
             .rule = &codes,
             .declared = rule != nullptr || descriptor_.others_type.has_value(),
             .type = rule != nullptr ? rule->type : descriptor_.others_type.value_or(ColumnType::Text),
             .missing = codes_of(both(descriptor_.missing, codes.missing)),
             .not_applicable = codes_of(codes.not_applicable)});
        return plan_.columns.size() - 1;
    }

    const Descriptor& descriptor_;
    ImportPlan plan_;
    std::set<std::string> taken_;
};

}  // namespace

Codes codes_of(const std::vector<std::string>& written) {
    Codes codes;
    for (const auto& text : written) {
        if (text.empty()) continue;
        codes.texts.push_back(text);
        if (const auto value = number_in(text)) {
            codes.numbers.push_back(*value);
        } else {
            codes.words.push_back(text);
        }
    }
    return codes;
}

const PlannedColumn* ImportPlan::find(std::string_view name) const {
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [&](const PlannedColumn& one) { return same_name(one.name, name); });
    return found == columns.end() ? nullptr : &*found;
}

bool is_unpivoted(const Descriptor& descriptor) {
    return descriptor.layout != Layout::Rows;
}

std::optional<int> year_in_header(std::string_view header) {
    if (header.size() < 4) return std::nullopt;
    int year = 0;
    const std::string digits(header.substr(0, 4));
    const auto [end, failure] = std::from_chars(digits.data(), digits.data() + digits.size(), year);
    if (failure != std::errc{} || end != digits.data() + digits.size() || year < 1000) return std::nullopt;
    const auto rest = header.substr(4);
    if (!rest.empty() && rest != ".0" && !rest.starts_with(" [YR")) return std::nullopt;
    return year;
}

ImportPlan plan_import(const StagedFile& file, const Recognition& recognised) {
    ensure(recognised.descriptor != nullptr && !recognised.sheets.empty(), "what is imported has been recognised");
    Planner planner(*recognised.descriptor);
    for (const auto& sheet : recognised.sheets) planner.add_sheet(file.sheets[sheet.sheet], sheet);
    planner.add_title_columns();
    return planner.take();
}

}  // namespace entente::datasets
