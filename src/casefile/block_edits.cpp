#include "casefile/block_edits.hpp"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "casefile/list_edits.hpp"

namespace entente::casefile {
namespace {

using textfiles::Block;
using textfiles::Document;

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool is_blank_or_comment(std::string_view line) {
    const std::string_view text = trimmed(line);
    return text.empty() || text.front() == '#';
}

// Without the carriage returns, if every line has one: replacing a block brings them back.
std::string with_plain_line_ends(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n' && (i == 0 || text[i - 1] != '\r')) return std::string(text);
        if (text[i] != '\r' || i + 1 == text.size() || text[i + 1] != '\n') plain += text[i];
    }
    return plain;
}

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
        lines.emplace_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    if (!lines.empty() && lines.back().back() != '\n') lines.back() += '\n';
    return lines;
}

const std::string* value_of(const std::vector<KeyText>& keys, std::string_view key) {
    const auto found = std::find_if(keys.begin(), keys.end(), [&](const KeyText& text) { return text.key == key; });
    return found == keys.end() ? nullptr : &found->value;
}

// The lines of a block as a text editor has them: `name` is empty where no header stands above the keys.
struct BlockLines {
    std::string name;
    std::vector<std::string> lines;
    int line_of_header = 0;  // in the file: of the header, or of the first key where there is none
};

std::size_t header_of(const std::vector<std::string>& lines) {
    std::size_t header = 0;
    while (header < lines.size() && is_blank_or_comment(lines[header])) ++header;
    return header;
}

class BlockEdit {
public:
    BlockEdit(BlockLines block, const std::vector<textfiles::Table::Entry>& entries)
        : name_(std::move(block.name)), lines_(std::move(block.lines)), header_(header_of(lines_)) {
        plain_ = find_spans(entries, block.line_of_header);
    }

    std::string apply(const std::vector<KeyText>& before, const std::vector<KeyText>& after) {
        if (!plain_) return leading() + block_text(name_, after);
        for (const auto& [key, value] : before) {
            if (value_of(after, key) == nullptr) remove(key);
        }
        std::string_view previous;
        for (const auto& [key, value] : after) {
            const std::string* old = value_of(before, key);
            // A key may stand in the block with its default, which no entry has, or be left to its default, which one
            // has.
            const bool stands = span_of(key) != nullptr;
            if (old == nullptr || *old != value) {
                if (stands) rewrite(key, old == nullptr ? std::string_view() : std::string_view(*old), value);
                if (!stands) insert_after(previous, key, value);
            }
            if (span_of(key) != nullptr) previous = key;
        }
        std::string text;
        for (const auto& line : lines_) text += line;
        return text;
    }

private:
    struct Span {
        std::string key;
        std::size_t first = 0;  // lines
        std::size_t last = 0;
    };

    // The line of the first key.
    std::size_t body() const { return header_ + (name_.empty() ? 0 : 1); }

    // False if the block is not written one key after the other, each at the start of its line.
    bool find_spans(const std::vector<textfiles::Table::Entry>& entries, int line_of_header) {
        for (const auto& entry : entries) {
            const auto offset = static_cast<std::size_t>(std::max(0, entry.where.line - line_of_header));
            const std::size_t line = header_ + offset;
            if (line < body() || line >= lines_.size() || equals_sign(lines_[line], entry.key) == std::string::npos) {
                return false;
            }
            if (!spans_.empty() && spans_.back().first >= line) return false;
            spans_.push_back(Span{entry.key, line, line});
        }
        for (std::size_t i = 0; i < spans_.size(); ++i) {
            std::size_t end = i + 1 < spans_.size() ? spans_[i + 1].first : lines_.size();
            while (end > spans_[i].first + 1 && is_blank_or_comment(lines_[end - 1])) --end;
            spans_[i].last = end - 1;
        }
        return header_ < lines_.size();
    }

    // Where the `=` stands in a line that begins with the key.
    static std::size_t equals_sign(std::string_view line, std::string_view key) {
        const std::size_t begin = line.find_first_not_of(" \t");
        if (begin == std::string_view::npos || line.substr(begin, key.size()) != key) return std::string::npos;
        const std::size_t sign = line.find_first_not_of(" \t", begin + key.size());
        return sign != std::string_view::npos && line[sign] == '=' ? sign : std::string::npos;
    }

    std::string leading() const {
        std::string text;
        for (std::size_t i = 0; i < header_; ++i) text += lines_[i];
        return text;
    }

    Span* span_of(std::string_view key) {
        const auto found =
            std::find_if(spans_.begin(), spans_.end(), [&](const Span& span) { return span.key == key; });
        return found == spans_.end() ? nullptr : &*found;
    }

    // A comment behind the value stays if the value stood there as the program writes it.
    void rewrite(std::string_view key, std::string_view old, std::string_view value) {
        const Span* span = span_of(key);
        if (span == nullptr || rewrite_list(*span, old, value)) return;
        const std::string& line = lines_[span->first];
        std::size_t at = equals_sign(line, key) + 1;
        while (at < line.size() && (line[at] == ' ' || line[at] == '\t')) ++at;
        const std::string_view written = std::string_view(line).substr(at);
        std::string rest = "\n";
        if (span->first == span->last && written.starts_with(old) && is_blank_or_comment(written.substr(old.size()))) {
            rest = written.substr(old.size());
        }
        replace_lines(span->first, span->last - span->first + 1, {line.substr(0, at) + std::string(value) + rest});
    }

    // Element by element, so that long lists keep their lines and comments.
    bool rewrite_list(const Span& span, std::string_view old, std::string_view value) {
        std::string text;
        for (std::size_t i = span.first; i <= span.last; ++i) text += lines_[i];
        std::size_t at = equals_sign(lines_[span.first], span.key) + 1;
        while (at < text.size() && (text[at] == ' ' || text[at] == '\t')) ++at;
        const auto edited = edited_list(std::string_view(text).substr(at), old, value);
        if (!edited) return false;
        replace_lines(span.first, span.last - span.first + 1, lines_of(text.substr(0, at) + *edited));
        return true;
    }

    void remove(std::string_view key) {
        const Span* span = span_of(key);
        if (span == nullptr) return;
        const auto index = span - spans_.data();
        replace_lines(span->first, span->last - span->first + 1, {});
        spans_.erase(spans_.begin() + index);
    }

    void insert_after(std::string_view previous, const std::string& key, const std::string& value) {
        const Span* before = span_of(previous);
        const std::size_t line = before == nullptr ? body() : before->last + 1;
        const std::size_t width = spans_.empty() ? 0 : equals_sign(lines_[spans_.front().first], spans_.front().key);
        const std::size_t padding = width > key.size() ? width - key.size() : 1;
        replace_lines(line, 0, {key + std::string(padding, ' ') + "= " + value + "\n"});
        spans_.push_back(Span{key, line, line});
        std::sort(spans_.begin(), spans_.end(), [](const Span& a, const Span& b) { return a.first < b.first; });
    }

    void replace_lines(std::size_t first, std::size_t count, const std::vector<std::string>& with) {
        const auto begin = lines_.begin() + static_cast<std::ptrdiff_t>(first);
        const auto after = lines_.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
        lines_.insert(after, with.begin(), with.end());
        for (Span& span : spans_) {
            if (span.first >= first + std::max<std::size_t>(count, 1) || (count == 0 && span.first >= first)) {
                span.first += with.size() - count;
                span.last += with.size() - count;
            } else if (span.first == first && count > 0) {
                span.last = span.first + (with.empty() ? 0 : with.size() - 1);
            }
        }
    }

    std::string name_;
    std::vector<std::string> lines_;
    std::vector<Span> spans_;  // in the order of the lines
    std::size_t header_ = 0;   // the line of `[[name]]`, or of the first key
    bool plain_ = false;
};

std::vector<std::string> block_lines(const Document& document, const Block& block) {
    return lines_of(
        with_plain_line_ends(std::string_view(document.bytes).substr(block.begin, block.end - block.begin)));
}

// A block whose last lines are tables of its own.
class EntryEdit {
public:
    EntryEdit(const Document& document, const Block& block, const EntryText& before, const EntryText& after)
        : block_(block), before_(before), after_(after), lines_(block_lines(document, block)) {}

    std::string apply() {
        const bool apart = before_.child.empty() || find_children();
        std::string text = apart ? edited_main() + edited_children() : edited_whole();
        while (text.ends_with("\n\n")) text.pop_back();
        return text;
    }

private:
    // False if they are written otherwise, as `promise = [{ … }]`.
    bool find_children() {
        const auto* value = block_.table.find(before_.child);
        const auto* array = value == nullptr ? nullptr : std::get_if<textfiles::Array>(&value->data);
        if (array == nullptr) return value == nullptr;
        const auto header = static_cast<int>(header_of(lines_));
        for (const auto& element : *array) {
            const auto* table = std::get_if<textfiles::Table>(&element.data);
            const int line = header + element.where.line - block_.where.line;
            if (table == nullptr || line <= header || line >= static_cast<int>(lines_.size())) return false;
            if (!trimmed(lines_[static_cast<std::size_t>(line)]).starts_with("[[")) return false;
            auto begin = static_cast<std::size_t>(line);
            while (trimmed(lines_[begin - 1]).starts_with('#')) --begin;
            children_.push_back({table, begin, element.where.line});
        }
        return true;
    }

    std::string edited_main() const {
        const std::size_t end = children_.empty() ? lines_.size() : children_.front().begin;
        BlockLines lines{
            block_.name, {lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(end)}, block_.where.line};
        std::vector<textfiles::Table::Entry> entries;
        for (const auto& entry : block_.table.entries) {
            if (before_.child.empty() || entry.key != before_.child) entries.push_back(entry);
        }
        return BlockEdit(std::move(lines), entries).apply(before_.keys, after_.keys);
    }

    std::string edited_children() const {
        const std::string name = block_.name + "." + before_.child;
        std::vector<bool> used(children_.size(), false);
        std::string text;
        for (const auto& keys : after_.children) {
            const auto index = counterpart(keys, used);
            if (!index) {
                text += "\n" + block_text(name, keys);
                continue;
            }
            used[*index] = true;
            const Child& child = children_[*index];
            const std::size_t end = *index + 1 < children_.size() ? children_[*index + 1].begin : lines_.size();
            std::vector<std::string> lines(lines_.begin() + static_cast<std::ptrdiff_t>(child.begin),
                                           lines_.begin() + static_cast<std::ptrdiff_t>(end));
            text += BlockEdit(BlockLines{name, std::move(lines), child.line}, child.table->entries)
                        .apply(before_.children[*index], keys);
        }
        return text;
    }

    // The table that says the same, else the next that says something no longer wanted.
    std::optional<std::size_t> counterpart(const std::vector<KeyText>& keys, const std::vector<bool>& used) const {
        const auto& old = before_.children;
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (!used[i] && old[i] == keys) return i;
        }
        for (std::size_t i = 0; i < old.size(); ++i) {
            const auto& wanted = after_.children;
            if (!used[i] && std::find(wanted.begin(), wanted.end(), old[i]) == wanted.end()) return i;
        }
        return std::nullopt;
    }

    std::string edited_whole() const {
        return BlockEdit(BlockLines{block_.name, lines_, block_.where.line}, block_.table.entries)
            .apply(in_one(before_), in_one(after_));
    }

    // The tables below as one key: `promise = [{ … }]`.
    static std::vector<KeyText> in_one(const EntryText& entry) {
        std::vector<KeyText> keys = entry.keys;
        std::string list;
        for (const auto& child : entry.children) {
            std::string table;
            for (const auto& [key, value] : child) table += (table.empty() ? "{ " : ", ") + key + " = " + value;
            list += (list.empty() ? "[" : ", ") + table + " }";
        }
        if (!list.empty()) keys.push_back({entry.child, list + "]"});
        return keys;
    }

    struct Child {
        const textfiles::Table* table = nullptr;
        std::size_t begin = 0;  // of its lines: with the comments directly above
        int line = 0;           // of its header in the file
    };

    const Block& block_;
    const EntryText& before_;
    const EntryText& after_;
    std::vector<std::string> lines_;
    std::vector<Child> children_;
};

}  // namespace

std::string edited_block(const Document& document, const Block& block, const std::vector<KeyText>& before,
                         const std::vector<KeyText>& after) {
    return BlockEdit(BlockLines{block.name, block_lines(document, block), block.where.line}, block.table.entries)
        .apply(before, after);
}

std::string edited_entry(const Document& document, const Block& block, const EntryText& before,
                         const EntryText& after) {
    return EntryEdit(document, block, before, after).apply();
}

}  // namespace entente::casefile
