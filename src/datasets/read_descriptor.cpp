// datasets/<id>.toml → Descriptor.
#include <algorithm>
#include <array>
#include <utility>

#include "core/text.hpp"
#include "datasets/descriptor_draft.hpp"
#include "textfiles/toml.hpp"

namespace entente::datasets {

namespace {

using textfiles::Block;
using textfiles::Document;
using textfiles::Table;
using textfiles::Value;

struct BlockName {
    std::string_view name;
    bool several = false;  // [[name]]
};
constexpr std::array<BlockName, 9> kBlocks{{{"key"},
                                            {"column", true},
                                            {"others"},
                                            {"version", true},
                                            {"unpivot"},
                                            {"sheet", true},
                                            {"title", true},
                                            {"drop_row", true},
                                            {"names"}}};

std::string header_of(const BlockName& block) {
    return (block.several ? "[[" : "[") + std::string(block.name) + (block.several ? "]]" : "]");
}

// TOML can write control characters as escapes, which no scan of the bytes sees. None may reach a terminal.
void report_controls(const std::string& text, const Position& where, Problems& problems) {
    if (find_control_character(text) != std::string::npos) {
        problems.error(where, "control character written as an escape", "remove it");
    }
}

void report_controls(const Table& table, Problems& problems);

void report_controls(const Value& value, Problems& problems) {
    if (const auto* text = std::get_if<std::string>(&value.data)) report_controls(*text, value.where, problems);
    if (const auto* table = std::get_if<Table>(&value.data)) report_controls(*table, problems);
    if (const auto* array = std::get_if<textfiles::Array>(&value.data)) {
        for (const Value& element : *array) report_controls(element, problems);
    }
}

void report_controls(const Table& table, Problems& problems) {
    for (const auto& entry : table.entries) {
        report_controls(entry.key, entry.where, problems);
        report_controls(entry.value, problems);
    }
}

class DraftReader {
public:
    DraftReader(Draft& draft, Problems& problems) : draft_(draft), into_(draft.descriptor), problems_(problems) {}

    void read_top(const Table& table) {
        DescriptorReader reader(table, problems_);
        into_.id = reader.filled_text("id");
        into_.name = reader.filled_text("name");
        into_.family = reader.text_or("family", "");
        into_.about = reader.filled_text("about");
        into_.home = reader.filled_text("home");
        into_.terms = reader.filled_text("terms");
        into_.citation = reader.filled_text("citation");
        if (!reader.has("unit")) (void)reader.choice<Unit>("unit");  // reported as missing
        const auto unit = reader.choice_if<Unit>("unit");
        into_.unit = unit.value_or(Unit::Other);
        into_.unit_note = reader.text_or("unit_note", "");
        into_.signature = reader.codes("signature");
        if (into_.signature.empty()) {
            reader.error_at("signature", "no header tells files of this data set from others",
                            "name some: signature = [\"milex\", \"milper\"]");
        }
        into_.not_with = reader.column_names("not_with");
        into_.missing = reader.codes("missing");
        into_.drop_columns = reader.column_names("drop_columns");
        into_.several_files = reader.flag_or("several_files", false);
        into_.layout = reader.choice_if<Layout>("layout").value_or(Layout::Rows);
        into_.keeps_others = reader.flag_or("keep_others", true);
        for (const auto& block : kBlocks) report_as_key(reader, block);
        reader.finish();
        for (const auto& entry : table.entries) draft_.places.try_emplace(entry.key, entry.value.where);
        if (!unit) draft_.places.erase("unit");
    }

    void read(const Block& block) {
        const auto known = std::find_if(kBlocks.begin(), kBlocks.end(),
                                        [&](const BlockName& each) { return each.name == block.name; });
        if (known == kBlocks.end()) return report_unknown(block);
        if (known->several != block.array_entry) {
            problems_.error(block.where, "'" + block.name + "' has the wrong number of brackets",
                            "write " + header_of(*known));
            return;
        }
        draft_.places.try_emplace(block.name, block.where);
        if (block.name == "key") read_key(block.table);
        if (block.name == "column") into_.columns.push_back(read_column(block.table, problems_));
        if (block.name == "others") {
            into_.others = read_others(block.table, problems_);
            if (block.table.find("type") != nullptr) into_.others_type = into_.others.type;
        }
        if (block.name == "version") into_.versions.push_back(read_version(block.table, problems_));
        if (block.name == "unpivot") read_unpivot(block.table);
        if (block.name == "sheet") read_sheet(block.table);
        if (block.name == "title") read_title(block.table);
        if (block.name == "drop_row") read_drop_row(block.table);
        if (block.name == "names") read_names(block.table);
    }

private:
    static void report_as_key(DescriptorReader& reader, const BlockName& block) {
        if (!reader.has(block.name)) return;
        reader.error_at(block.name, "'" + std::string(block.name) + "' stands as a key",
                        "give it a header of its own, " + header_of(block) + ", below the keys");
    }

    void report_unknown(const Block& block) {
        std::vector<std::string> names;
        std::vector<std::string> headers;
        for (const auto& known : kBlocks) {
            names.emplace_back(known.name);
            headers.push_back(header_of(known));
        }
        problems_.error(block.where, "unknown block '" + block.name + "'" + did_you_mean(block.name, names),
                        "known here: " + joined(headers, ", "));
    }

    void note_places(const std::string& block, const Table& table) {
        for (const auto& entry : table.entries) {
            draft_.places.try_emplace(block + '.' + entry.key, entry.value.where);
        }
    }

    void read_key(const Table& table) {
        DescriptorReader reader(table, problems_);
        Key& key = into_.key;
        key.numbering = reader.choice_if<Numbering>("numbering").value_or(Numbering::Cow);
        key.state = reader.text_or("state", "");
        key.state_1 = reader.text_or("state_1", "");
        key.state_2 = reader.text_or("state_2", "");
        key.year = reader.text_or("year", "");
        key.year_from = reader.text_or("year_from", "");
        key.year_offset = read_offset(reader);
        key.begin = reader.column_names("begin");
        key.end = reader.column_names("end");
        key.ongoing = reader.codes("ongoing");
        key.alliance = reader.text_or("alliance", "");
        key.phase = reader.text_or("phase", "");
        key.leader = reader.text_or("leader", "");
        key.unique = reader.column_names("unique");
        reader.finish();
        note_places("key", table);
    }

    // Whole numbers in TOML are wider than a year needs.
    static int read_offset(DescriptorReader& reader) {
        constexpr std::int64_t kLargest = 9999;
        const auto offset = reader.integer_if("year_offset").value_or(0);
        if (offset >= -kLargest && offset <= kLargest) return static_cast<int>(offset);
        reader.error_at("year_offset", "'year_offset' leads to no year", "write what is added: year_offset = 1945");
        return 0;
    }

    void read_unpivot(const Table& table) {
        DescriptorReader reader(table, problems_);
        into_.keep = reader.column_names("keep");
        into_.unpivot_name = reader.text_or("name", "");
        into_.unpivot_value = reader.text_or("value", "");
        reader.finish();
        note_places("unpivot", table);
    }

    void read_sheet(const Table& table) {
        DescriptorReader reader(table, problems_);
        SheetRule rule{reader.filled_text("name"), reader.filled_text("column")};
        reader.finish();
        into_.sheets.push_back(std::move(rule));
    }

    void read_title(const Table& table) {
        DescriptorReader reader(table, problems_);
        TitleColumn title{reader.filled_text("column"), reader.filled_text("pattern")};
        reader.finish();
        into_.title_columns.push_back(std::move(title));
    }

    void read_drop_row(const Table& table) {
        DescriptorReader reader(table, problems_);
        Descriptor::DropRows rows{reader.filled_text("column"), reader.codes("equals")};
        reader.finish();
        if (rows.equals.empty()) {
            reader.error_at("equals", "nothing says which rows are left out",
                            "write what their cell holds: equals = [\"Total\"]");
        }
        into_.drop_rows.push_back(std::move(rows));
    }

    void read_names(const Table& table) {
        for (const auto& entry : table.entries) {
            if (const auto* code = std::get_if<std::string>(&entry.value.data)) {
                into_.names.push_back({entry.key, *code, {kFirstNameYear, kLastNameYear}});
            } else if (const auto* years = std::get_if<Table>(&entry.value.data)) {
                read_name_of_years(entry.key, *years);
            } else {
                problems_.error(entry.value.where, "'" + entry.key + "' has no code",
                                "write a code of the table of states, or \"\" if it is no state");
            }
        }
    }

    // `{ code = "PAK", from = 1972 }`
    void read_name_of_years(const std::string& written, const Table& table) {
        DescriptorReader reader(table, problems_);
        Descriptor::StateName name{written, reader.filled_text("code"), {}};
        name.years.first = reader.year_if("from").value_or(kFirstNameYear);
        name.years.last = reader.year_if("to").value_or(kLastNameYear);
        if (!reader.has("from") && !reader.has("to")) {
            reader.error_at("code", "'" + written + "' has neither a first nor a last year",
                            "write from = 1972, to = 1991, or the code alone");
        } else if (name.years.first > name.years.last) {
            reader.error_at("from", "'" + written + "' ends before it begins", "write the first year as from");
        }
        reader.finish();
        into_.names.push_back(std::move(name));
    }

    Draft& draft_;
    Descriptor& into_;
    Problems& problems_;
};

void check(const Draft& draft, Problems& problems) {
    check_identity(draft, problems);
    check_key(draft, problems);
    check_columns(draft, problems);
    check_layout(draft, problems);
    check_versions(draft, problems);
}

bool has_top(const Document& document) {
    return !document.blocks.empty() && document.blocks.front().name.empty();
}

}  // namespace

std::optional<Descriptor> read_descriptor(std::string bytes, const std::string& file, Problems& problems) {
    Problems found;
    const Document document = textfiles::read_toml(std::move(bytes), file, found);
    for (const Block& block : document.blocks) {
        report_controls(block.name, block.where, found);
        report_controls(block.table, found);
    }
    const bool whole = !found.has_errors();  // else what seems to be missing may stand in the part that was lost
    Draft draft;
    draft.descriptor.file = file;
    DraftReader reader(draft, found);
    Table nothing;
    nothing.where = {file, 1, 1};
    if (has_top(document)) reader.read_top(document.blocks.front().table);
    if (!has_top(document) && whole) reader.read_top(nothing);
    for (const Block& block : document.blocks) {
        if (!block.name.empty()) reader.read(block);
    }
    if (whole) check(draft, found);
    problems.add(found);
    if (found.has_errors()) return std::nullopt;
    return std::move(draft.descriptor);
}

}  // namespace entente::datasets
