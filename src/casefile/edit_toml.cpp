// Edits of evidence/*.toml, codings/*.toml, meetings.toml and corrections.toml.
#include <algorithm>
#include <map>
#include <ranges>
#include <utility>

#include "casefile/block_edits.hpp"
#include "casefile/edit_parts.hpp"
#include "casefile/entry_values.hpp"
#include "core/text.hpp"

namespace entente::casefile {
namespace {

using textfiles::Array;
using textfiles::Block;
using textfiles::Document;
using textfiles::Table;
using textfiles::Value;

bool holds(const Block& block, EntryKind kind) {
    return block.array_entry && block.name == name_of(kind);
}

const Block* find_block(const Document& document, EntryKind kind, const EntryName& name) {
    const auto found = std::find_if(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
        return holds(block, kind) && means(name, name_in(kind, block.table));
    });
    return found == document.blocks.end() ? nullptr : &*found;
}

std::string coder_of(const std::string& path) {
    const std::size_t begin = path.rfind('/') + 1;
    return path.substr(begin, path.rfind('.') - begin);
}

std::string head_of_new_file(const Edit& edit) {
    if (!edit.file.starts_with("codings/")) return {};
    std::vector<KeyText> keys{{"coder", textfiles::quoted(coder_of(edit.file))}};
    if (!edit.coder.about.empty()) keys.push_back({"about", textfiles::quoted(edit.coder.about)});
    keys.push_back({"blind", edit.coder.blind ? "true" : "false"});
    return block_text("", keys);
}

std::string list_text(const std::vector<std::string>& elements) {
    Array array;
    for (const auto& element : elements) array.push_back(Value{element, {}});
    return textfiles::value_text({std::move(array), {}});
}

class TomlEdit {
public:
    TomlEdit(const std::string& bytes, const std::string& shown, const Edit& edit, Problems& problems)
        : edit_(edit), problems_(problems) {
        Problems ignored;  // reported when the case is read
        document_ = textfiles::read_toml(bytes.empty() ? head_of_new_file(edit) : bytes, shown, ignored);
    }

    std::string apply() {
        for (const auto& removal : edit_.remove) remove(removal);
        for (const auto& put : edit_.put) take(put);
        mark_read();
        // From the end, so that the places of the blocks before stay what they are.
        for (const auto& [block, text] : std::views::reverse(changes_)) {
            document_.bytes =
                text ? textfiles::replace_block(document_, *block, *text) : textfiles::remove_block(document_, *block);
        }
        if (appended_.empty()) return std::move(document_.bytes);
        return textfiles::append_block(document_, joined(appended_, "\n"));
    }

private:
    void remove(const RemoveEntry& removal) {
        const Block* block = find_block(document_, removal.kind, removal.which);
        if (block == nullptr) return report_no_entry(removal.kind, removal.which, removal.where, problems_);
        change(block, std::nullopt, removal.kind, removal.which, removal.where);
    }

    void take(const PutEntry& put) {
        if (!only_known_keys(put)) return;
        const Table entry = in_order(put.kind, put.entry);
        EntryText after = entry_text(put.kind, entry);
        if (!put.replaces) {
            appended_.push_back(block_text(name_of(put.kind), after));
            return;
        }
        EntryName name = *put.replaces;
        if (put.kind == EntryKind::Coding && name.theory.empty()) name.theory = name_in(put.kind, entry).theory;
        const Block* block = find_block(document_, put.kind, name);
        if (block == nullptr) return report_no_entry(put.kind, name, put.where, problems_);
        EntryText before = entry_text(put.kind, in_order(put.kind, block->table));
        forget_defaults(put.kind, before, after);
        std::string text = before == after ? document_.bytes.substr(block->begin, block->end - block->begin)
                                           : edited_entry(document_, *block, before, after);
        change(block, std::move(text), put.kind, name, put.where);
    }

    // Keys of one's own would be read by nobody, and could hold anything.
    bool only_known_keys(const PutEntry& put) {
        const auto known = keys_of(put.kind);
        bool good = true;
        for (const auto& entry : put.entry.entries) {
            if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
            problems_.error(entry.where,
                            "unknown key '" + shortened(entry.key, 60) + "'" + did_you_mean(entry.key, known),
                            "a " + std::string(name_of(put.kind)) + " has " + joined(known, ", "));
            good = false;
        }
        return good;
    }

    void change(const Block* block, std::optional<std::string> text, EntryKind kind, const EntryName& name,
                const Position& where) {
        if (!changes_.emplace(block, std::move(text)).second) report_twice(kind, name, where, problems_);
    }

    void mark_read() {
        if (edit_.read.empty() && edit_.unread.empty()) return;
        if (document_.blocks.empty() || !document_.blocks.front().name.empty()) {
            problems_.error(edit_.where, "'" + document_.file + "' does not say at its top whose file it is",
                            "write coder = \"" + coder_of(edit_.file) + "\" there");
            return;
        }
        const Block& head = document_.blocks.front();
        std::vector<KeyText> before;
        std::vector<std::string> list;
        for (const auto& [key, value, where] : head.table.entries) {
            before.push_back({key, textfiles::value_text(value)});
            const auto* array = std::get_if<Array>(&value.data);
            if (key != "read" || array == nullptr) continue;
            for (const auto& element : *array) {
                if (const auto* text = std::get_if<std::string>(&element.data)) list.push_back(*text);
            }
        }
        const auto contains = [](const std::vector<std::string>& all, const std::string& one) {
            return std::find(all.begin(), all.end(), one) != all.end();
        };
        std::erase_if(list, [&](const std::string& id) { return contains(edit_.unread, id); });
        for (const auto& id : edit_.read) {
            if (!contains(list, id)) list.push_back(id);
        }
        std::vector<KeyText> after = before;
        std::erase_if(after, [](const KeyText& key) { return key.key == "read"; });
        if (!list.empty()) after.push_back({"read", list_text(list)});
        changes_.emplace(&head, edited_block(document_, head, before, after));
    }

    const Edit& edit_;
    Problems& problems_;
    Document document_;
    std::map<const Block*, std::optional<std::string>> changes_;  // in the order of the file; nothing: taken out
    std::vector<std::string> appended_;
};

}  // namespace

std::string edited_toml(const std::string& bytes, const std::string& shown, const Edit& edit, Problems& problems) {
    return TomlEdit(bytes, shown, edit, problems).apply();
}

std::optional<Table> find_in_toml(const std::string& bytes, EntryKind kind, const EntryName& name) {
    Problems ignored;  // of a file that changed on disk; it is looked at, not used
    const Document document = textfiles::read_toml(bytes, {}, ignored);
    const Block* block = find_block(document, kind, name);
    if (block == nullptr) return std::nullopt;
    return in_order(kind, block->table);
}

}  // namespace entente::casefile
