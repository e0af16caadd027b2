#include "casefile/coding_table.hpp"

#include <utility>

#include "casefile/entry_text.hpp"
#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"
#include "casefile/table_cells.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

// What identifies a coding. No part can hold the separator: it is a control character.
std::string identity_of(std::string_view coder, std::string_view item, std::string_view theory, std::string_view factor,
                        std::string_view baseline) {
    std::string identity;
    for (const auto part : {coder, item, theory, factor, baseline}) {
        identity += part;
        identity += '\x1f';
    }
    return identity;
}

std::string_view string_in(const Table& table, std::string_view key) {
    const auto* value = table.find(key);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
    return text == nullptr ? std::string_view() : std::string_view(*text);
}

std::string file_of(std::string_view coder) {
    return "codings/" + std::string(coder) + ".toml";
}

std::string coder_of(std::string_view file) {
    const std::size_t begin = file.rfind('/') + 1;
    return std::string(file.substr(begin, file.rfind('.') - begin));
}

Entries entries_of(const evidence::Case& which, Problems& problems) {
    Entries entries;
    for (const auto& coder : which.coders) {
        for (const auto& coding : coder.codings) {
            const std::string identity =
                identity_of(coder.id, coding.item, coding.theory, factor_text(coding), coding.baseline);
            if (entries.emplace(identity, Entry{row_of(coding), key_texts(coding), file_of(coder.id)}).second) continue;
            problems.error(coding.where, "a second coding of '" + coding.item + "' for the same factor and baseline",
                           "keep one of the two");
        }
    }
    return entries;
}

std::vector<KeyText> keys_of(const Row& row, const std::string& coder, Problems& problems) {
    RowTable table(row.where());
    table.word("item", row["item"]);
    table.word("theory", row["theory"]);
    table.word("factor", row["factor"]);
    table.word("direction", row["direction"]);
    table.word("baseline", row["baseline"]);
    table.word("novelty", row["novelty"]);
    RowTable search(row.where());
    search.text("searched", row["searched"]);
    if (row["against"].empty()) table.table("against", std::move(search));
    table.word("against", row["against"]);
    if (!row["against"].empty() && !row["searched"].empty()) {
        problems.error(row.where(), "both 'against' and 'searched'", "keep one of the two");
    }
    table.number("specificity", row["specificity"]);
    table.word("cluster", row["cluster"]);
    table.text("note", row["note"]);
    return key_texts(read_coding(table.get(), coder, problems));
}

// The coder of a row is the one whose codings are imported, and names a file.
void check_coder(const Row& row, const std::string& coder, Problems& problems) {
    const std::string_view written = row["coder"];
    if (!coder.empty() && !written.empty() && written != coder) {
        const std::string other(written);
        problems.error(row.where(), "the row is of the coder '" + other + "', not of '" + coder + "'",
                       is_id(other) ? "import the rows of '" + other + "' from a table of their own with --coder " +
                                          other + ", or correct the column 'coder'"
                                    : "correct the column 'coder', or leave it out");
        return;
    }
    const std::string name = coder.empty() ? std::string(written) : coder;
    if (!is_id(name)) {
        problems.error(row.where(), "'" + name + "' is not the name of a coder",
                       "write lower-case words and numbers joined by hyphens");
    }
}

}  // namespace

Row row_of(const evidence::Coding& coding) {
    const evidence::Coding unset;
    const bool outside = coding.factor == evidence::kOutside;
    // Keys that are optional for what the theory cannot see, and are not set, have empty cells.
    const auto if_set = [&](bool same_as_unset, const std::string& cell) {
        return outside && same_as_unset ? std::string() : cell;
    };
    return Row({{"coder", coding.coder},
                {"item", coding.item},
                {"theory", coding.theory},
                {"factor", factor_text(coding)},
                {"direction", if_set(coding.direction == unset.direction, std::string(name_of(coding.direction)))},
                {"baseline", coding.baseline},
                {"novelty", if_set(coding.novelty == unset.novelty, std::string(name_of(coding.novelty)))},
                {"against", coding.against},
                {"searched", coding.searched},
                {"specificity", if_set(coding.specificity == unset.specificity, number_text(coding.specificity))},
                {"cluster", coding.cluster},
                {"note", coding.note}},
               coding.where);
}

TableKind coding_table(const std::string& coder, const std::string& shown_as) {
    TableKind kind;
    kind.block = "coding";
    kind.columns = {"coder",   "item",    "theory",   "factor",      "direction", "baseline",
                    "novelty", "against", "searched", "specificity", "cluster",   "note"};
    kind.required = {"item", "theory", "factor", "baseline"};
    if (coder.empty()) kind.required.emplace_back("coder");
    kind.others_columns = {"id", "kind"};
    kind.others_name = "items";
    kind.others_advice = "leave out --coder";
    kind.entries = entries_of;
    kind.identity = [coder](const Row& row) {
        const std::string_view written = row["coder"];
        return identity_of(written.empty() ? std::string_view(coder) : written, row["item"], row["theory"],
                           row["factor"], row["baseline"]);
    };
    kind.identity_of_block = [](const Table& table, const std::string& file) {
        return identity_of(coder_of(file), string_in(table, "item"), string_in(table, "theory"),
                           string_in(table, "factor"), string_in(table, "baseline"));
    };
    kind.check = [coder](const Row& row, Problems& problems) { check_coder(row, coder, problems); };
    kind.keys = [coder](const Row& row, Problems& problems) { return keys_of(row, coder, problems); };
    kind.file = [coder](const Row& row, Problems&) {
        return file_of(coder.empty() ? row["coder"] : std::string_view(coder));
    };
    kind.head_of_new_file = [shown_as](const std::string& file) {
        return "coder = " + textfiles::quoted(coder_of(file)) + "\nabout = " +
               textfiles::quoted("Imported from " + std::filesystem::path(shown_as).filename().string() + ".") +
               "\nblind = false\n";
    };
    return kind;
}

}  // namespace entente::casefile
