#include "casefile/entry_text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "casefile/case_tables.hpp"
#include "textfiles/toml.hpp"

namespace entente::casefile {
namespace {

// Collects the keys of one entry.
class Keys {
public:
    void add(std::string_view key, std::string value) { all_.push_back(KeyText{std::string(key), std::move(value)}); }

    void text(std::string_view key, std::string_view value) { add(key, textfiles::quoted(value)); }

    void text_if(std::string_view key, std::string_view value) {
        if (!value.empty()) text(key, value);
    }

    template <typename Element, typename Write>
    void list(std::string_view key, const std::vector<Element>& elements, Write write) {
        std::string value = "[";
        for (const auto& element : elements) value += (value.size() > 1 ? ", " : "") + write(element);
        add(key, value + "]");
    }

    void texts_if(std::string_view key, const std::vector<std::string>& elements) {
        if (!elements.empty())
            list(key, elements, [](const std::string& element) { return textfiles::quoted(element); });
    }

    [[nodiscard]] std::vector<KeyText> all() && { return std::move(all_); }

private:
    std::vector<KeyText> all_;
};

std::string citation_text(const evidence::Citation& citation) {
    if (citation.at.empty()) return textfiles::quoted(citation.key);
    return "{ key = " + textfiles::quoted(citation.key) + ", at = " + textfiles::quoted(citation.at) + " }";
}

std::string quote_text(const evidence::Quote& quote) {
    std::string text = "{ text = " + textfiles::quoted(quote.text) + ", lang = " + textfiles::quoted(quote.language);
    if (!quote.translation.empty()) text += ", translation = " + textfiles::quoted(quote.translation);
    return text + " }";
}

void add_date(Keys& keys, const Date& date) {
    if (date.precision == Precision::Range) {
        keys.add("from", to_text(date.first));
        keys.add("to", to_text(date.last));
    } else if (date.precision == Precision::Day) {
        keys.add("date", to_text(date.first));
    } else {
        keys.text("date", to_text(date));
    }
}

// For what the theory cannot see these keys are optional, and only what differs from the default is worth a line.
void add_judgement(Keys& keys, const evidence::Coding& coding, bool outside) {
    const evidence::Coding unset;
    if (!outside || coding.novelty != unset.novelty) keys.text("novelty", name_of(coding.novelty));
    if (!coding.against.empty()) {
        keys.text("against", coding.against);
    } else if (!coding.searched.empty()) {
        keys.add("against", "{ searched = " + textfiles::quoted(coding.searched) + " }");
    }
    const std::string number = number_text(coding.specificity);
    const bool integral = number.find_first_of(".e") == std::string::npos;
    if (!outside || coding.specificity != unset.specificity) keys.add("specificity", number + (integral ? ".0" : ""));
    keys.text_if("cluster", coding.cluster);
}

}  // namespace

std::string number_text(double number) {
    std::array<char, 32> digits{};
    const auto result = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    return std::string(digits.data(), result.ptr);
}

std::string factor_text(const evidence::Coding& coding) {
    return coding.aspect.empty() ? coding.factor : coding.factor + "/" + coding.aspect;
}

std::vector<KeyText> key_texts(const evidence::Item& item) {
    Keys keys;
    keys.text("id", item.id);
    add_date(keys, item.date);
    keys.text("kind", name_of(item.kind));
    keys.texts_if("issues", item.issues);
    keys.list("actors", item.actors, [](const evidence::Actor& actor) { return textfiles::quoted(actor.written); });
    keys.text("text", item.text);
    if (item.quote) keys.add("quote", quote_text(*item.quote));
    if (!item.sources.empty()) keys.list("sources", item.sources, citation_text);
    keys.texts_if("rows", item.rows);
    if (item.periods.size() == 1) keys.text("period", item.periods.front());
    if (item.periods.size() > 1) keys.texts_if("period", item.periods);
    if (item.grade) keys.text("grade", evidence::to_text(*item.grade));
    if (item.outlet_class) keys.text("class", name_of(*item.outlet_class));
    keys.texts_if("figures", item.figures);
    keys.text_if("searched", item.searched);
    return std::move(keys).all();
}

std::vector<KeyText> key_texts(const evidence::Coding& coding) {
    const bool outside = coding.factor == evidence::kOutside;
    Keys keys;
    keys.text("item", coding.item);
    keys.text("theory", coding.theory);
    keys.text("factor", factor_text(coding));
    if (!outside || coding.direction != evidence::Coding{}.direction) {
        keys.text("direction", name_of(coding.direction));
    }
    keys.text("baseline", coding.baseline);
    add_judgement(keys, coding, outside);
    keys.text_if("note", coding.note);
    return std::move(keys).all();
}

std::string block_text(std::string_view name, const std::vector<KeyText>& keys) {
    std::size_t width = 0;
    for (const auto& [key, value] : keys) width = std::max(width, key.size());
    std::string text = name.empty() ? std::string() : "[[" + std::string(name) + "]]\n";
    for (const auto& [key, value] : keys) {
        text += key + std::string(width - key.size(), ' ') + " = " + value + "\n";
    }
    return text;
}

std::string block_text(std::string_view name, const EntryText& entry) {
    std::string text = block_text(name, entry.keys);
    for (const auto& keys : entry.children) text += "\n" + block_text(std::string(name) + "." + entry.child, keys);
    return text;
}

std::string to_toml(const evidence::Item& item) {
    return block_text("item", key_texts(item));
}

std::string to_toml(const evidence::Coding& coding) {
    return block_text("coding", key_texts(coding));
}

}  // namespace entente::casefile
