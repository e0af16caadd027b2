#include "casefile/item_table.hpp"

#include <utility>

#include "casefile/read_parts.hpp"
#include "casefile/readers.hpp"
#include "casefile/table_cells.hpp"

namespace entente::casefile {
namespace {

using textfiles::Table;

constexpr std::string_view kFolder = "evidence/";
constexpr std::string_view kFileOfNewItems = "evidence/imported.toml";

// `cases/us-japan/evidence/trump.toml` → `evidence/trump.toml`.
std::string file_of(const evidence::Item& item) {
    const std::size_t name = item.where.file.rfind(kFolder);
    return name == std::string::npos ? std::string() : item.where.file.substr(name);
}

std::string string_in(const Table& table, std::string_view key) {
    const auto* value = table.find(key);
    const auto* text = value == nullptr ? nullptr : std::get_if<std::string>(&value->data);
    return text == nullptr ? std::string() : *text;
}

Entries entries_of(const evidence::Case& which, Problems& problems) {
    Entries entries;
    for (const auto& item : which.items) {
        Entry entry{row_of(item), key_texts(item), file_of(item)};
        if (entries.emplace(item.id, std::move(entry)).second) continue;
        problems.error(item.where, "the item '" + item.id + "' stands in the case twice", "give each its own id");
    }
    return entries;
}

std::vector<KeyText> keys_of(const Row& row, Problems& problems) {
    RowTable table(row.where());
    table.word("id", row["id"]);
    table.date("date", row["date"]);
    table.date("from", row["from"]);
    table.date("to", row["to"]);
    table.word("kind", row["kind"]);
    table.list_or_empty("issues", row["issues"]);
    table.list("actors", row["actors"]);
    table.text("text", row["text"]);
    RowTable quote(row.where());
    quote.text("text", row["quote"]);
    quote.word("lang", row["quote_lang"]);
    quote.text("translation", row["quote_translation"]);
    table.table("quote", std::move(quote));
    table.citations("sources", row["sources"]);
    table.list("rows", row["rows"]);
    table.word_or_list("period", row["period"]);
    table.word("grade", row["grade"]);
    table.word("class", row["class"]);
    table.list("figures", row["figures"]);
    table.text("searched", row["searched"]);
    return key_texts(read_item(table.get(), problems));
}

// The file that a new row names, which must be one directly in evidence/.
std::string file_for(const Row& row, Problems& problems) {
    std::string file(row["file"]);
    if (file.empty()) return std::string(kFileOfNewItems);
    constexpr std::string_view kExtension = ".toml";
    const bool fits = file.starts_with(kFolder) && file.ends_with(kExtension) &&
                      file.size() > kFolder.size() + kExtension.size() &&
                      is_id(file.substr(kFolder.size(), file.size() - kFolder.size() - kExtension.size()));
    if (!fits) {
        problems.error(row.where(), "'" + file + "' cannot be a file of evidence",
                       "write evidence/name.toml; the name is made of lower-case words and hyphens");
    }
    return file;
}

}  // namespace

Row row_of(const evidence::Item& item) {
    std::vector<std::string> actors;
    for (const auto& actor : item.actors) actors.push_back(actor.written);
    std::vector<std::string> sources;
    for (const auto& citation : item.sources) sources.push_back(citation_cell(citation));
    const bool ranged = item.date.precision == Precision::Range;
    const evidence::Quote quote = item.quote.value_or(evidence::Quote{});
    return Row({{"id", item.id},
                {"date", ranged ? "" : to_text(item.date)},
                {"from", ranged ? to_text(item.date.first) : ""},
                {"to", ranged ? to_text(item.date.last) : ""},
                {"kind", std::string(name_of(item.kind))},
                {"issues", joined_cell(item.issues)},
                {"actors", joined_cell(actors)},
                {"text", item.text},
                {"quote", quote.text},
                {"quote_lang", quote.language},
                {"quote_translation", quote.translation},
                {"sources", joined_cell(sources)},
                {"rows", joined_cell(item.rows)},
                {"period", joined_cell(item.periods)},
                {"grade", item.grade ? evidence::to_text(*item.grade) : ""},
                {"class", item.outlet_class ? std::string(name_of(*item.outlet_class)) : ""},
                {"figures", joined_cell(item.figures)},
                {"searched", item.searched},
                {"file", file_of(item)}},
               item.where);
}

TableKind item_table() {
    TableKind kind;
    kind.block = "item";
    kind.columns = {"id",
                    "date",
                    "from",
                    "to",
                    "kind",
                    "issues",
                    "actors",
                    "text",
                    "quote",
                    "quote_lang",
                    "quote_translation",
                    "sources",
                    "rows",
                    "period",
                    "grade",
                    "class",
                    "figures",
                    "searched",
                    "file"};
    kind.required = {"id"};
    kind.others_columns = {"item", "factor"};
    kind.others_name = "codings";
    kind.others_advice = "add --coder ID: whose codings they are";
    kind.entries = entries_of;
    kind.identity = [](const Row& row) { return std::string(row["id"]); };
    kind.identity_of_block = [](const Table& table, const std::string&) { return string_in(table, "id"); };
    kind.check = [](const Row&, Problems&) {};
    kind.keys = keys_of;
    kind.file = file_for;
    kind.head_of_new_file = [](const std::string&) { return std::string(); };
    return kind;
}

}  // namespace entente::casefile
