// Edits of sources.bib.
#include <algorithm>
#include <utility>

#include "casefile/edit_parts.hpp"
#include "casefile/entry_values.hpp"
#include "casefile/read_parts.hpp"
#include "core/text.hpp"
#include "textfiles/bibtex_edit.hpp"

namespace entente::casefile {
namespace {

using textfiles::Array;
using textfiles::BibEntry;
using textfiles::BibText;
using textfiles::Table;
using textfiles::Value;

// `depends-on`, `title`: what can stand before `=`.
bool is_field_name(std::string_view text) {
    const auto fits = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
    };
    return !text.empty() && text.size() <= 60 && text.front() >= 'a' && std::all_of(text.begin(), text.end(), fits);
}

// What can be cited without quotation marks in any program that reads BibTeX.
bool is_citation_key(std::string_view text) {
    const auto fits = [](char byte) {
        return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9') ||
               std::string_view("-_:.+/").find(byte) != std::string_view::npos;
    };
    return !text.empty() && text.size() <= 200 && std::all_of(text.begin(), text.end(), fits);
}

// White space as it is read back.
std::string folded(std::string_view text) {
    std::string result;
    bool space = false;
    for (const char byte : text) {
        const bool blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
        if (!blank && space && !result.empty()) result += ' ';
        if (!blank) result += byte;
        space = blank;
    }
    return result;
}

// Keys, between which blanks mean nothing.
std::string without_blanks(std::string text) {
    std::erase(text, ' ');
    return text;
}

// Days, whole numbers and lists of keys as the text of a field; nothing for what no field can hold.
std::optional<std::string> field_text(const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value.data)) return folded(*text);
    if (const auto* day = std::get_if<Day>(&value.data)) return to_text(*day);
    if (const auto* number = std::get_if<std::int64_t>(&value.data)) return std::to_string(*number);
    const auto* array = std::get_if<Array>(&value.data);
    if (array == nullptr) return std::nullopt;
    std::vector<std::string> parts;
    for (const auto& element : *array) {
        const auto* text = std::get_if<std::string>(&element.data);
        if (text == nullptr) return std::nullopt;
        parts.push_back(folded(*text));
    }
    return joined(parts, ",");
}

// One after another, each on the bytes that the one before left: keys may be exchanged that way.
class BibEdit {
public:
    BibEdit(std::string bytes, const std::string& shown, const Edit& edit, Problems& problems)
        : bytes_(std::move(bytes)), shown_(shown), edit_(edit), problems_(problems) {}

    std::string apply() {
        for (const auto& removal : edit_.remove) {
            const auto old = find(removal.which.id);
            if (!old) {
                report_no_entry(EntryKind::Source, removal.which, removal.where, problems_);
                continue;
            }
            bytes_ = textfiles::remove_entry(bytes_, *old);
        }
        for (const auto& put : edit_.put) take(put);
        return std::move(bytes_);
    }

private:
    std::optional<BibEntry> find(std::string_view key) {
        if (!read_ || *read_ != bytes_) {
            Problems ignored;  // reported when the case is read
            entries_ = textfiles::read_bibtex(bytes_, shown_, ignored);
            read_ = bytes_;
        }
        const auto found =
            std::find_if(entries_.begin(), entries_.end(), [&](const auto& each) { return each.key == key; });
        if (found == entries_.end()) return std::nullopt;
        return *found;
    }

    void take(const PutEntry& put) {
        const auto wanted = read(put);
        if (!wanted) return;
        if ((!put.replaces || put.replaces->id != wanted->key) && find(wanted->key)) {
            problems_.error(put.where, "the source '" + wanted->key + "' stands in the file already",
                            "change that entry, or give the new one another key");
            return;
        }
        if (put.replaces) {
            const auto old = find(put.replaces->id);
            if (!old) return report_no_entry(put.kind, *put.replaces, put.where, problems_);
            check_address(*wanted, &*old, put);
            bytes_ = textfiles::replace_entry(bytes_, *old, with_type(*wanted, old->type));
        } else {
            check_address(*wanted, nullptr, put);
            bytes_ = textfiles::append_entry(bytes_, with_type(*wanted, "misc"));
        }
        check(*wanted, put);
    }

    static BibText with_type(BibText text, const std::string& otherwise) {
        if (text.type.empty()) text.type = otherwise;
        return text;
    }

    std::optional<BibText> read(const PutEntry& put) {
        BibText text;
        bool good = true;
        for (const auto& [name, value, where] : in_order(put.kind, put.entry).entries) {
            const auto written = field_text(value);
            if (!written) {
                problems_.error(where, "'" + shortened(name, 60) + "' is neither text nor a list of keys",
                                "write what is to stand between the braces");
                good = false;
            } else if (name == "key") {
                text.key = *written;
            } else if (name == "type") {
                text.type = *written;
            } else if (!is_field_name(name)) {
                problems_.error(where, "'" + shortened(name, 60) + "' cannot be the name of a field",
                                "write lower-case letters and hyphens: depends-on");
                good = false;
            } else if (!written->empty()) {
                text.fields.push_back({name, name == "depends-on" ? without_blanks(*written) : *written});
            }
        }
        if (!is_citation_key(text.key)) {
            problems_.error(put.where, "'" + shortened(text.key, 60) + "' cannot be the key of a source",
                            "give 'key' letters, digits and hyphens: asahi-2012-11-19");
            good = false;
        }
        if (!text.type.empty() && !is_field_name(text.type)) {
            problems_.error(put.where, "'" + shortened(text.type, 60) + "' cannot be the type of a source",
                            "give 'type' a word such as article, book, online, misc");
            good = false;
        }
        return good ? std::optional(std::move(text)) : std::nullopt;
    }

    // Of an address that stands in the file already the reader of the case warns; a new one that nobody can follow is
    // refused.
    void check_address(const BibText& wanted, const BibEntry* old, const PutEntry& put) {
        for (const auto& field : wanted.fields) {
            if (field.name != "url" || is_web_address(field.value)) continue;
            const auto* stands = old == nullptr ? nullptr : old->find("url");
            if (stands != nullptr && stands->value == field.value) continue;
            problems_.error(put.where, no_web_address(field.value), std::string(kHowToWriteAddress));
        }
    }

    // That the entry reads as it was asked for. Only addresses cannot hold everything.
    void check(const BibText& wanted, const PutEntry& put) {
        const auto now = find(wanted.key);
        for (const auto& field : wanted.fields) {
            const auto* stands = now ? now->find(field.name) : nullptr;
            if (stands != nullptr && stands->value == field.value) continue;
            problems_.error(put.where, "'" + field.name + "' cannot be written in BibTeX as it is",
                            "take blanks, braces and backslashes out of it");
        }
    }

    std::string bytes_;
    const std::string& shown_;
    const Edit& edit_;
    Problems& problems_;
    std::optional<std::string> read_;  // the bytes of which these are the entries
    std::vector<BibEntry> entries_;
};

}  // namespace

std::string edited_bibtex(const std::string& bytes, const std::string& shown, const Edit& edit, Problems& problems) {
    return BibEdit(bytes, shown, edit, problems).apply();
}

std::optional<Table> find_in_bibtex(const std::string& bytes, const EntryName& name) {
    Problems ignored;  // of a file that changed on disk; it is looked at, not used
    for (const auto& entry : textfiles::read_bibtex(bytes, {}, ignored)) {
        if (entry.key != name.id) continue;
        Table table;
        const BibText text = textfiles::text_of(entry);
        table.entries.push_back({"type", {text.type, {}}, {}});
        table.entries.push_back({"key", {text.key, {}}, {}});
        for (const auto& field : text.fields) table.entries.push_back({field.name, {field.value, {}}, {}});
        return table;
    }
    return std::nullopt;
}

}  // namespace entente::casefile
