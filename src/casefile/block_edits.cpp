#include "casefile/block_edits.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

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

class BlockEdit {
public:
    BlockEdit(const Document& document, const Block& block)
        : name_(block.name),
          lines_(lines_of(
              with_plain_line_ends(std::string_view(document.bytes).substr(block.begin, block.end - block.begin)))) {
        while (header_ < lines_.size() && is_blank_or_comment(lines_[header_])) ++header_;
        plain_ = find_spans(block);
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

    // False if the block is not written one key after the other, each at the start of its line.
    bool find_spans(const Block& block) {
        for (const auto& entry : block.table.entries) {
            const auto offset = static_cast<std::size_t>(std::max(0, entry.where.line - block.where.line));
            const std::size_t line = header_ + offset;
            if (offset == 0 || line >= lines_.size() || equals_sign(lines_[line], entry.key) == std::string::npos) {
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
        if (span == nullptr) return;
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

    void remove(std::string_view key) {
        const Span* span = span_of(key);
        if (span == nullptr) return;
        const auto index = span - spans_.data();
        replace_lines(span->first, span->last - span->first + 1, {});
        spans_.erase(spans_.begin() + index);
    }

    void insert_after(std::string_view previous, const std::string& key, const std::string& value) {
        const Span* before = span_of(previous);
        const std::size_t line = before == nullptr ? header_ + 1 : before->last + 1;
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
    std::size_t header_ = 0;   // the line of `[[name]]`
    bool plain_ = false;
};

}  // namespace

std::string edited_block(const Document& document, const Block& block, const std::vector<KeyText>& before,
                         const std::vector<KeyText>& after) {
    return BlockEdit(document, block).apply(before, after);
}

}  // namespace entente::casefile
