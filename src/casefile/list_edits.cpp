#include "casefile/list_edits.hpp"

#include <algorithm>
#include <cstddef>
#include <ranges>
#include <utility>
#include <vector>

namespace entente::casefile {
namespace {

struct Element {
    std::size_t begin = 0;
    std::size_t end = 0;
};

// Where the elements of a list stand. The text is TOML that was read without errors, so every string and bracket is
// closed.
class ListScanner {
public:
    explicit ListScanner(std::string_view text) : text_(text) {}

    // False if the text does not begin with a whole list.
    bool scan() {
        if (text_.empty() || text_.front() != '[') return false;
        at_ = 1;
        while (at_ < text_.size()) {
            skip_blanks();
            if (at_ >= text_.size()) return false;
            if (text_[at_] == ']') {
                closing = at_;
                return true;
            }
            if (text_[at_] == ',') {
                ++at_;
                continue;
            }
            const std::size_t begin = at_;
            skip_element();
            if (at_ == begin) return false;
            elements.push_back({begin, at_});
        }
        return false;
    }

    [[nodiscard]] std::string_view text(const Element& element) const {
        return text_.substr(element.begin, element.end - element.begin);
    }

    std::vector<Element> elements;
    std::size_t closing = 0;  // of `]`

private:
    void skip_blanks() {
        while (at_ < text_.size()) {
            if (text_[at_] == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
                ++at_;
            } else {
                return;
            }
        }
    }

    void skip_string() {
        const char quote = text_[at_];
        const std::string three(3, quote);
        if (text_.substr(at_).starts_with(three)) {
            at_ = std::min(text_.find(three, at_ + 3), text_.size());
            while (at_ < text_.size() && text_[at_] == quote) ++at_;
            return;
        }
        for (++at_; at_ < text_.size() && text_[at_] != quote; ++at_) {
            if (quote == '"' && text_[at_] == '\\') ++at_;
        }
        at_ = std::min(at_ + 1, text_.size());
    }

    void skip_element() {
        int depth = 0;
        while (at_ < text_.size()) {
            const char byte = text_[at_];
            if (byte == '"' || byte == '\'') {
                skip_string();
                continue;
            }
            if (depth == 0 && (byte == ',' || byte == ']' || byte == '#')) break;
            if (byte == '#') {
                skip_blanks();
                continue;
            }
            if (byte == '[' || byte == '{') ++depth;
            if (byte == ']' || byte == '}') --depth;
            ++at_;
        }
        at_ = std::min(at_, text_.size());
        while (at_ > 0 && std::string_view(" \t\r\n").find(text_[at_ - 1]) != std::string_view::npos) --at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

bool blank(std::string_view text) {
    return text.find_first_not_of(" \t\r") == std::string_view::npos;
}

bool blank_or_comment(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    return first == std::string_view::npos || text[first] == '#';
}

// Without the element, and without its line if it has one of its own.
std::string without(const std::string& text, std::size_t index) {
    ListScanner list(text);
    list.scan();
    std::size_t begin = list.elements[index].begin;
    std::size_t end = list.elements[index].end;
    const std::size_t next = text.find_first_not_of(" \t\r\n", end);
    const bool comma = next != std::string::npos && text[next] == ',';
    if (comma) end = next + 1;
    const std::string_view all = text;
    const std::size_t line = text.rfind('\n', begin) + 1;  // 0 on the first line
    const std::size_t line_end = text.find('\n', end);
    const bool begins_line = line > 0 && blank(all.substr(line, begin - line));
    if (begins_line && line_end < list.closing && blank_or_comment(all.substr(end, line_end - end))) {
        begin = line;
        end = line_end + 1;
    } else if (comma) {
        while (end < text.size() && text[end] == ' ') ++end;
    } else if (index > 0) {
        begin = list.elements[index - 1].end;
    }
    return text.substr(0, begin) + text.substr(end);
}

// The blanks before the last element, if it begins its line.
std::string indent_of(const std::string& text, const ListScanner& list) {
    if (list.elements.empty()) return "    ";
    const std::size_t begin = list.elements.back().begin;
    const std::size_t line = text.rfind('\n', begin) + 1;
    const std::string before = text.substr(line, begin - line);
    return line > 0 && blank(before) ? before : "    ";
}

// With the element at the end, on a line of its own if the closing bracket has one.
std::string with(std::string text, std::string_view element) {
    ListScanner list(text);
    list.scan();
    const std::size_t line = text.rfind('\n', list.closing) + 1;
    const bool own_line = line > 0 && blank(std::string_view(text).substr(line, list.closing - line));
    if (!own_line) {
        std::size_t at = list.closing;
        while (text[at - 1] == ' ' || text[at - 1] == ',') --at;
        return text.replace(at, list.closing - at, (list.elements.empty() ? "" : ", ") + std::string(element));
    }
    text.insert(line, indent_of(text, list) + std::string(element) + ",\n");
    if (list.elements.empty()) return text;
    const std::size_t end = list.elements.back().end;
    const std::size_t next = text.find_first_not_of(" \t\r\n", end);
    if (text[next] != ',') text.insert(end, ",");
    return text;
}

}  // namespace

std::optional<std::string> edited_list(std::string_view written, std::string_view old_list, std::string_view new_list) {
    ListScanner place(written);
    ListScanner old(old_list);
    ListScanner now(new_list);
    if (!place.scan() || !old.scan() || !now.scan()) return std::nullopt;
    if (place.elements.size() != old.elements.size()) return std::nullopt;
    std::vector<std::size_t> removed;
    std::size_t kept = 0;
    for (std::size_t i = 0; i < old.elements.size(); ++i) {
        const bool stays = kept < now.elements.size() && old.text(old.elements[i]) == now.text(now.elements[kept]);
        if (stays) ++kept;
        if (!stays) removed.push_back(i);
    }
    if (!old.elements.empty() && kept == 0) return std::nullopt;
    std::string text(written);
    // From the end, so that the numbers of those before stay what they are.
    for (const std::size_t index : std::views::reverse(removed)) text = without(text, index);
    for (std::size_t i = kept; i < now.elements.size(); ++i) text = with(std::move(text), now.text(now.elements[i]));
    return text;
}

}  // namespace entente::casefile
