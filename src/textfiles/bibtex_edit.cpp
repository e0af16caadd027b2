#include "textfiles/bibtex_edit.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "textfiles/tex_text.hpp"

namespace entente::textfiles {

namespace {

// The order in which fields are written; others stand before `url`.
constexpr std::array<std::string_view, 11> kFirst{"author", "editor", "title", "booktitle", "journal", "publisher",
                                                  "date",   "year",   "class", "leaning",   "grade"};
constexpr std::array<std::string_view, 5> kLast{"language", "depends-on", "url", "accessed", "note"};

std::size_t rank_of(std::string_view field) {
    const auto first = std::find(kFirst.begin(), kFirst.end(), field);
    if (first != kFirst.end()) return static_cast<std::size_t>(first - kFirst.begin());
    const auto last = std::find(kLast.begin(), kLast.end(), field);
    return kFirst.size() + (last == kLast.end() ? 0 : 1 + static_cast<std::size_t>(last - kLast.begin()));
}

// Braces and backslashes cannot stand in an address; who gives one finds that it reads otherwise.
std::string value_text(const BibText::Field& field) {
    return "{" + (is_bib_address(field.name) ? field.value : encode_tex(field.value)) + "}";
}

std::string_view line_end_of(std::string_view bytes) {
    const auto found = bytes.find('\n');
    return found != std::string_view::npos && found > 0 && bytes[found - 1] == '\r' ? "\r\n" : "\n";
}

const BibText::Field* find(const std::vector<BibText::Field>& fields, std::string_view name) {
    const auto found =
        std::find_if(fields.begin(), fields.end(), [&](const auto& field) { return field.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

std::vector<BibText::Field> in_usual_order(std::vector<BibText::Field> fields) {
    std::stable_sort(fields.begin(), fields.end(),
                     [](const auto& a, const auto& b) { return rank_of(a.name) < rank_of(b.name); });
    return fields;
}

// The new text of a part of the file.
struct Change {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

class EntryEdit {
public:
    EntryEdit(std::string_view bytes, const BibEntry& old, const BibText& now) : bytes_(bytes), old_(old), now_(now) {}

    std::string apply() {
        if (now_.type != old_.type) changes_.push_back({old_.type_begin, old_.type_end, now_.type});
        if (now_.key != old_.key) changes_.push_back({old_.key_begin, old_.key_end, now_.key});
        for (const auto& field : old_.fields) {
            if (&field != old_.find(field.name)) continue;  // said twice: only the first counts
            const auto* wanted = find(now_.fields, field.name);
            if (wanted == nullptr) {
                remove(field);
            } else if (wanted->value != field.value) {
                changes_.push_back({field.value_begin, field.value_end, value_text(*wanted)});
            }
        }
        insert_new();
        return changed();
    }

private:
    std::size_t line_begin(std::size_t at) const {
        const auto found = at == 0 ? std::string_view::npos : bytes_.rfind('\n', at - 1);
        return found == std::string_view::npos ? 0 : found + 1;
    }

    static bool blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

    // Behind the comma that follows the value, or behind the value.
    std::size_t behind(const BibField& field) const {
        const auto next = bytes_.find_first_not_of(" \t\r\n", field.value_end);
        return next != std::string_view::npos && bytes_[next] == ',' ? next + 1 : field.value_end;
    }

    void remove(const BibField& field) {
        std::size_t begin = field.begin;
        std::size_t end = behind(field);
        const auto line = line_begin(begin);
        const auto line_end = std::min(bytes_.find('\n', end), old_.end);
        const bool own_line = blank(bytes_.substr(line, begin - line)) && line_end < old_.end &&
                              blank(bytes_.substr(end, line_end - end));
        if (own_line) {
            begin = line;
            end = line_end + 1;
        }
        changes_.push_back({begin, end, ""});
    }

    // Of the fields that stay the last one that comes before this one in the usual order, or the last of all.
    const BibField* place_of(const BibText::Field& field) const {
        const BibField* place = nullptr;
        const BibField* last = nullptr;
        for (const auto& each : old_.fields) {
            if (find(now_.fields, each.name) == nullptr) continue;
            last = &each;
            if (rank_of(each.name) <= rank_of(field.name)) place = &each;
        }
        return place == nullptr ? last : place;
    }

    void insert_new() {
        std::vector<BibText::Field> fields;
        for (const auto& field : now_.fields) {
            if (old_.find(field.name) == nullptr) fields.push_back(field);
        }
        fields = in_usual_order(std::move(fields));
        const bool none_stays = std::none_of(old_.fields.begin(), old_.fields.end(), [&](const BibField& field) {
            return find(now_.fields, field.name) != nullptr;
        });
        if (none_stays) return insert_first(fields);
        for (const auto& field : fields) insert(field, place_of(field));
    }

    void insert_first(const std::vector<BibText::Field>& fields) {
        if (fields.empty()) return;
        const auto comma = bytes_.find_first_not_of(" \t\r\n", old_.key_end);
        const bool has_comma = comma != std::string_view::npos && bytes_[comma] == ',';
        const auto at = has_comma ? comma + 1 : old_.key_end;
        std::string text = has_comma ? "" : ",";
        for (const auto& field : fields) {
            text += std::string(line_end_of(bytes_)) + "  " + field.name + " = " + value_text(field) + ",";
        }
        changes_.push_back({at, at, std::move(text)});
    }

    void insert(const BibText::Field& field, const BibField* place) {
        const auto end = line_end_of(bytes_);
        const auto line = line_begin(place->begin);
        const auto before = bytes_.substr(line, place->begin - line);
        const auto sign = bytes_.find('=', place->begin) - place->begin;
        const std::string indent = blank(before) ? std::string(before) : "  ";
        const std::string padding(sign > field.name.size() ? sign - field.name.size() : 1, ' ');
        const auto at = behind(*place);
        const bool has_comma = at != place->value_end;
        changes_.push_back({at, at,
                            std::string(has_comma ? "" : ",") + std::string(end) + indent + field.name + padding +
                                "= " + value_text(field) + (has_comma ? "," : "")});
    }

    std::string changed() {
        std::stable_sort(changes_.begin(), changes_.end(),
                         [](const auto& a, const auto& b) { return a.begin < b.begin; });
        std::string result;
        std::size_t at = 0;
        for (const auto& change : changes_) {
            if (change.begin > at) result += bytes_.substr(at, change.begin - at);
            result += change.text;
            at = std::max(at, change.end);
        }
        return result += bytes_.substr(at);
    }

    std::string_view bytes_;
    const BibEntry& old_;
    const BibText& now_;
    std::vector<Change> changes_;
};

}  // namespace

BibText text_of(const BibEntry& entry) {
    BibText text{entry.type, entry.key, {}};
    for (const auto& field : entry.fields) {
        if (find(text.fields, field.name) == nullptr) text.fields.push_back({field.name, field.value});
    }
    return text;
}

std::string replace_entry(std::string_view bytes, const BibEntry& old, const BibText& now) {
    return EntryEdit(bytes, old, now).apply();
}

std::string append_entry(std::string_view bytes, const BibText& now) {
    const std::string end(line_end_of(bytes));
    std::string result(bytes);
    if (result.find_first_not_of("\xEF\xBB\xBF \t\r\n") != std::string::npos) {
        if (!result.ends_with('\n')) result += end;
        if (!result.ends_with("\n\n") && !result.ends_with("\n\r\n")) result += end;
    }
    const std::vector<BibText::Field> fields = in_usual_order(now.fields);
    std::size_t width = 0;
    for (const auto& field : fields) width = std::max(width, field.name.size());
    result += "@" + now.type + "{" + now.key + "," + end;
    for (const auto& field : fields) {
        result +=
            "  " + field.name + std::string(width - field.name.size(), ' ') + " = " + value_text(field) + "," + end;
    }
    return result + "}" + end;
}

std::string remove_entry(std::string_view bytes, const BibEntry& old) {
    std::size_t end = old.end;
    const auto line_end = bytes.find('\n', end);
    if (line_end != std::string_view::npos &&
        bytes.substr(end, line_end - end).find_first_not_of(" \t\r") == std::string_view::npos) {
        end = line_end + 1;
        // Two empty lines would be left.
        const auto next = bytes.find('\n', end);
        if (next != std::string_view::npos &&
            bytes.substr(end, next - end).find_first_not_of(" \t\r") == std::string_view::npos) {
            end = next + 1;
        }
    }
    return std::string(bytes.substr(0, old.begin)) + std::string(bytes.substr(end));
}

}  // namespace entente::textfiles
