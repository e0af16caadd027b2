#include "textfiles/bibtex.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>

#include "textfiles/source_text.hpp"
#include "textfiles/tex_text.hpp"

namespace entente::textfiles {

const BibField* BibEntry::find(std::string_view name) const noexcept {
    for (const auto& field : fields) {
        if (field.name == name) return &field;
    }
    return nullptr;
}

bool is_bib_address(std::string_view field) noexcept {
    constexpr std::array<std::string_view, 6> kAddresses{"url", "doi", "eprint", "file", "depends-on", "crossref"};
    return std::find(kAddresses.begin(), kAddresses.end(), field) != kAddresses.end();
}

namespace {

constexpr int kDeepestBraces = 100;
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

bool is_space(char byte) {
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

// What names of entries, fields and abbreviations, and keys, are made of.
bool is_name_character(char byte) {
    return !is_space(byte) && std::string_view("{}(),=\"#%@\\~'").find(byte) == std::string_view::npos;
}

std::string lower_case(std::string_view text) {
    std::string result(text);
    for (char& byte : result) {
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    }
    return result;
}

class BibReader {
public:
    BibReader(std::string_view bytes, const std::string& file, Problems& problems)
        : source_(bytes, file, problems), text_(source_.text()), at_(source_.begin()) {
        for (const auto month : kMonths) abbreviations_[lower_case(month.substr(0, 3))] = month;
    }

    std::vector<BibEntry> read() {
        while (find_entry()) read_entry();
        return std::move(entries_);
    }

private:
    // Text between entries is a comment, as in BibTeX; an `@` in the middle of such a line is part of it.
    bool find_entry() {
        bool only_space = true;
        for (; at_ < text_.size(); ++at_) {
            const char byte = text_[at_];
            if (byte == '@' && only_space) return true;
            if (byte == '\n') {
                only_space = true;
            } else if (!is_space(byte)) {
                only_space = false;
            }
        }
        return false;
    }

    void read_entry() {
        entry_begin_ = at_++;
        broken_ = false;
        skip_space();
        const auto type_begin = at_;
        const auto type = lower_case(name());
        const auto type_end = at_;
        skip_space();
        if (type.empty() || (peek() != '{' && peek() != '(')) {
            if (type != "comment") source_.error(entry_begin_, "this is no entry", "write @type{key, …}");
            return skip_line();
        }
        if (type == "comment") return skip_comment();
        closing_ = peek() == '{' ? '}' : ')';
        ++at_;
        if (type == "preamble") {
            static_cast<void>(value());
            return close("@preamble");
        }
        if (type == "string") return read_abbreviation();
        BibEntry entry;
        entry.type = type;
        entry.where = source_.at(entry_begin_);
        entry.begin = entry_begin_;
        entry.type_begin = type_begin;
        entry.type_end = type_end;
        read_key(entry);
        read_fields(entry);
        entry.end = at_;
        if (!entry.key.empty() && !broken_) entries_.push_back(std::move(entry));
    }

    void read_abbreviation() {
        skip_space();
        const auto short_name = lower_case(name());
        skip_space();
        if (short_name.empty() || peek() != '=') return fail(at_, "@string needs a name, = and a value");
        ++at_;
        if (auto text = value()) abbreviations_[short_name] = std::move(*text);
        close("@string");
    }

    void read_key(BibEntry& entry) {
        skip_space();
        const auto begin = at_;
        entry.key = name();
        const auto end = at_;
        entry.key_begin = begin;
        entry.key_end = end;
        skip_space();
        if (entry.key.empty() || peek() == '=') {
            source_.error(begin, "this entry has no key", "write @" + entry.type + "{key, …}");
            entry.key.clear();
            at_ = begin;
        } else if (peek() == ',') {
            ++at_;
        } else if (peek() != closing_ && at_ < text_.size()) {
            source_.error(end, "comma missing after '" + entry.key + "'", "add it");
        }
    }

    void read_fields(BibEntry& entry) {
        while (!broken_) {
            skip_space();
            if (at_ >= text_.size() || at_next_entry()) return fail(entry_begin_, "this entry is not closed");
            if (peek() == closing_) {
                ++at_;
                return;
            }
            if (peek() == ',') {
                ++at_;
                continue;
            }
            read_field(entry);
        }
    }

    void read_field(BibEntry& entry) {
        const auto begin = at_;
        BibField field;
        field.name = lower_case(name());
        field.where = source_.at(begin);
        skip_space();
        if (field.name.empty() || peek() != '=') {
            source_.error(begin, field.name.empty() ? "a field was expected here" : "'" + field.name + "' has no value",
                          "write name = {value}");
            // The entry may be closed by the very next character; the next line or comma may begin a good field.
            if (field.name.empty() && at_ < text_.size()) ++at_;
            while (at_ < text_.size() && peek() != ',' && peek() != '\n' && peek() != closing_) ++at_;
            return;
        }
        ++at_;
        skip_space();
        field.begin = begin;
        field.value_begin = at_;
        const auto text = value();
        if (!text) return;
        field.value_end = value_end_;
        field.value = is_bib_address(field.name) ? decode_tex_address(*text) : decode_tex(*text);
        entry.fields.push_back(std::move(field));
        if (peek() == ',' || peek() == closing_ || at_ >= text_.size() || at_next_entry()) return;
        source_.error(value_end_, "comma missing after '" + entry.fields.back().name + "'", "add it");
    }

    // Parts joined by `#`, still in TeX. Nothing if the entry is broken.
    std::optional<std::string> value() {
        std::string result;
        for (;;) {
            skip_space();
            const auto part = peek() == '{' || peek() == '"' ? delimited() : word();
            if (!part) return std::nullopt;
            result += *part;
            value_end_ = at_;
            skip_space();
            if (peek() != '#') return result;
            ++at_;
        }
    }

    std::optional<std::string> word() {
        const auto begin = at_;
        const auto written = std::string(name());
        if (written.empty()) {
            source_.error(begin, "a value was expected here", "write {value}");
            return std::string();
        }
        if (std::all_of(written.begin(), written.end(), [](char byte) { return byte >= '0' && byte <= '9'; }))
            return written;
        const auto known = abbreviations_.find(lower_case(written));
        if (known != abbreviations_.end()) return known->second;
        source_.error(begin, "'" + written + "' is no number and no abbreviation",
                      "put the value in braces, or define it with @string");
        return written;
    }

    // `{…}` or `"…"`, in which braces are balanced. A line that begins an entry ends it too: somebody forgot to.
    std::optional<std::string> delimited() {
        const auto opening = at_;
        const bool braces = peek() == '{';
        int depth = 0;
        for (++at_; at_ < text_.size(); ++at_) {
            const char byte = text_[at_];
            if (text_.substr(at_).starts_with("\\\"") || text_.substr(at_).starts_with("\\\\")) {
                ++at_;  // a dieresis, or a line break; BibTeX counts braces after a backslash, and so does this
            } else if (byte == '{') {
                if (++depth > kDeepestBraces) return give_up(opening, "braces are nested too deeply");
            } else if (depth == 0 && byte == (braces ? '}' : '"')) {
                ++at_;
                return std::string(text_.substr(opening + 1, at_ - opening - 2));
            } else if (byte == '}') {
                if (depth-- == 0) return give_up(at_, "closing brace inside quotation marks");
            } else if (byte == '\n' && begins_entry(at_ + 1)) {
                ++at_;
                break;
            }
        }
        return give_up(opening, "this value is not closed");
    }

    std::optional<std::string> give_up(std::size_t where, const char* what) {
        fail(where, what);
        return std::nullopt;
    }

    // Reports, and goes on at the next line that begins an entry.
    void fail(std::size_t where, const char* what) {
        source_.error(where, what,
                      "the entry in line " + std::to_string(source_.at(entry_begin_).line) +
                          " is skipped; check its braces, quotation marks and commas");
        broken_ = true;
        while (at_ < text_.size() && !at_next_entry()) skip_line();
    }

    void close(const char* what) {
        if (broken_) return;
        skip_space();
        if (peek() != closing_) return fail(at_, (std::string(what) + " is not closed").c_str());
        ++at_;
    }

    // JabRef and people comment out whole entries, so lines that begin one mean nothing in here.
    void skip_comment() {
        int depth = 0;
        if (peek() == '(' || open_comment_) return skip_line();
        for (auto end = at_; end < text_.size(); ++end) {
            if (text_[end] == '{') ++depth;
            if (text_[end] == '}' && --depth == 0) {
                at_ = end + 1;
                return;
            }
        }
        open_comment_ = true;  // the rest would not close the next one either
        source_.error(entry_begin_, "@comment is not closed", "close its brace");
        skip_line();
    }

    bool at_next_entry() const {
        return at_ > entry_begin_ && (at_ == 0 || text_[at_ - 1] == '\n') && begins_entry(at_);
    }

    // `@word{` or `@word(` at the start of a line.
    bool begins_entry(std::size_t at) const {
        const auto skip_blanks = [this, &at] {
            while (at < text_.size() && (text_[at] == ' ' || text_[at] == '\t')) ++at;
        };
        skip_blanks();
        if (at >= text_.size() || text_[at] != '@') return false;
        ++at;
        skip_blanks();
        const auto word_begin = at;
        while (at < text_.size() && is_name_character(text_[at])) ++at;
        if (at == word_begin) return false;
        skip_blanks();
        return at < text_.size() && (text_[at] == '{' || text_[at] == '(');
    }

    std::string_view name() {
        const auto begin = at_;
        while (at_ < text_.size() && is_name_character(text_[at_])) ++at_;
        return text_.substr(begin, at_ - begin);
    }

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void skip_space() {
        while (at_ < text_.size() && is_space(text_[at_]) && !(text_[at_] == '\n' && begins_entry(at_ + 1))) ++at_;
        if (at_ < text_.size() && text_[at_] == '\n') ++at_;
    }
    void skip_line() { at_ = std::min(text_.find('\n', at_), text_.size() - 1) + 1; }

    SourceText source_;
    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t entry_begin_ = 0;
    std::size_t value_end_ = 0;
    char closing_ = '}';
    bool broken_ = false;
    bool open_comment_ = false;
    std::map<std::string, std::string> abbreviations_;
    std::vector<BibEntry> entries_;
};

}  // namespace

std::vector<BibEntry> read_bibtex(std::string_view bytes, const std::string& file, Problems& problems) {
    return BibReader(bytes, file, problems).read();
}

}  // namespace entente::textfiles
