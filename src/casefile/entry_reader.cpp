#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "casefile/read_parts.hpp"
#include "core/text.hpp"

namespace entente::casefile {
namespace {

using textfiles::Array;
using textfiles::Block;
using textfiles::Document;
using textfiles::Table;
using textfiles::Value;

Table as_table(Block& block) {
    Table table = std::move(block.table);
    table.where = block.where;
    return table;
}

// TOML can write control characters as escapes, which no scan of the bytes sees. None may reach a terminal or a page.
void without_controls(std::string& text, const Position& where, Problems& problems) {
    if (find_control_character(text) == std::string::npos) return;
    problems.error(where, "control character written as an escape", "remove it");
    std::string plain;
    for (std::string_view rest = text; !rest.empty();) {
        const std::size_t found = std::min(find_control_character(rest), rest.size());
        plain += rest.substr(0, found);
        rest.remove_prefix(found);
        if (rest.empty()) break;
        plain += ' ';
        rest.remove_prefix(static_cast<unsigned char>(rest.front()) < 0x80 ? 1
                                                                           : 2);  // those above U+007F take two bytes
    }
    text = std::move(plain);
}

void without_controls(Table& table, Problems& problems);

void without_controls(Value& value, Problems& problems) {
    if (auto* text = std::get_if<std::string>(&value.data)) without_controls(*text, value.where, problems);
    if (auto* table = std::get_if<Table>(&value.data)) without_controls(*table, problems);
    if (auto* array = std::get_if<Array>(&value.data)) {
        for (Value& element : *array) without_controls(element, problems);
    }
}

void without_controls(Table& table, Problems& problems) {
    for (auto& entry : table.entries) {
        without_controls(entry.key, entry.where, problems);
        without_controls(entry.value, problems);
    }
}

bool is_word_character(char character) noexcept {
    return (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
}

std::string in_quotes(std::string_view key) {
    return "'" + std::string(key) + "'";
}

}  // namespace

Table whole_table(Document document, Problems& problems) {
    Table whole;
    whole.where = Position{document.file, 0, 0};
    std::map<std::string, std::size_t, std::less<>> arrays;  // name → index of its entry
    for (Block& block : document.blocks) {
        without_controls(block.name, block.where, problems);
        without_controls(block.table, problems);
        if (block.name.empty()) {
            for (auto& entry : block.table.entries) whole.entries.push_back(std::move(entry));
            continue;
        }
        const auto [array, first] = arrays.try_emplace(block.name, whole.entries.size());
        const Position where = block.where;
        if (first) {
            Value value{Array{}, where};
            if (!block.array_entry) value.data = as_table(block);
            whole.entries.push_back(Table::Entry{block.name, std::move(value), where});
        }
        auto* entries = std::get_if<Array>(&whole.entries[array->second].value.data);
        if (entries != nullptr && block.array_entry) entries->push_back(Value{as_table(block), where});
    }
    return whole;
}

Problems without_missing(const Problems& all) {
    Problems rest;
    for (const auto& problem : all.sorted()) {
        if (problem.where.line == 0 && problem.what.ends_with(" is missing")) continue;
        if (problem.severity == Severity::Error) rest.error(problem.where, problem.what, problem.advice);
        if (problem.severity == Severity::Warning) rest.warn(problem.where, problem.what, problem.advice);
    }
    return rest;
}

std::optional<Position> first_error(const Problems& problems) {
    for (const auto& problem : problems.sorted()) {
        if (problem.severity == Severity::Error) return problem.where;
    }
    return std::nullopt;
}

bool is_id(std::string_view text) noexcept {
    bool after_word = false;
    for (const char character : text) {
        const bool word = is_word_character(character);
        if (!word && !(character == '-' && after_word)) return false;
        after_word = word;
    }
    return after_word;
}

bool is_web_address(std::string_view text) noexcept {
    const auto begins = [text](std::string_view start) {
        const auto same = [](char wanted, char is) { return std::tolower(static_cast<unsigned char>(is)) == wanted; };
        return text.size() >= start.size() && std::equal(start.begin(), start.end(), text.begin(), same);
    };
    return begins("https://") || begins("http://");
}

std::string no_web_address(std::string_view text) {
    return "the url '" + shortened(text, 100) + "' is no address of a web page";
}

void EntryReader::error_at(std::string_view key, std::string what, std::string advice) {
    problems_.error(where_is(key), std::move(what), std::move(advice));
}

bool EntryReader::require_key(std::string_view key, std::string_view advice) {
    if (has(key)) return true;
    report_missing(key, std::string(advice));
    return false;
}

std::string EntryReader::id(std::string_view key) {
    if (!require_key(key, "add a line such as: " + std::string(key) + " = \"lower-case-words\"")) return {};
    std::string value = text(key);
    if (!value.empty() && !is_id(value)) {
        error_at(key, "'" + value + "' is not an id",
                 "write lower-case words and numbers joined by hyphens: joint-statement-2017-02-10");
    }
    return value;
}

std::string EntryReader::filled_text(std::string_view key) {
    std::string written = text(key);  // an empty one is reported there
    if (!written.empty() && written.find_first_not_of(" \t\r\n") == std::string::npos) {
        error_at(key, in_quotes(key) + " is blank", "write something");
    }
    return written;
}

std::vector<std::string> EntryReader::some_texts(std::string_view key) {
    if (!require_key(key, "name at least one")) return {};
    const Value* found = value(key);
    if (const auto* array = std::get_if<Array>(&found->data); array != nullptr && array->empty()) {
        error_at(key, in_quotes(key) + " is an empty list", "name at least one");
    }
    return texts(key);
}

std::vector<std::string> EntryReader::word_or_words(std::string_view key) {
    const Value* found = value(key);
    if (found == nullptr) return {};
    if (const auto* word = std::get_if<std::string>(&found->data)) return {*word};
    return texts(key);
}

std::optional<Date> EntryReader::required_date(std::string_view key) {
    if (!require_key(key, "give a day (2017-02-10), a month (\"2017-02\") or a year (\"2017\")")) return std::nullopt;
    return date_if(key);
}

std::optional<Day> EntryReader::required_day(std::string_view key) {
    if (!require_key(key, "add a line such as: " + std::string(key) + " = 2017-02-10")) return std::nullopt;
    return day_if(key);
}

std::optional<double> EntryReader::probability_if(std::string_view key) {
    const auto number = number_if(key);
    if (number && (*number < 0 || *number > 1)) {
        error_at(key, in_quotes(key) + " is not between 0 and 1", "write a probability as a share: 0.8, not 80");
        return std::nullopt;
    }
    return number;
}

std::optional<evidence::Quote> EntryReader::quote_if(std::string_view key) {
    const Table* table = table_if(key);
    if (table == nullptr) return std::nullopt;
    EntryReader reader(*table, problems_);
    evidence::Quote quote;
    quote.text = reader.filled_text("text");
    quote.language = reader.filled_text("lang");
    quote.translation = reader.text_or("translation", "");
    reader.finish();
    return quote;
}

std::vector<evidence::Actor> EntryReader::some_actors(std::string_view key) {
    (void)some_texts(key);
    return actors_in(key);
}

std::vector<evidence::Actor> EntryReader::actors_if(std::string_view key) {
    (void)texts(key);
    return actors_in(key);
}

evidence::Actor EntryReader::actor(std::string_view key) {
    evidence::Actor actor;
    actor.written = filled_text(key);
    actor.where = where_is(key);
    return actor;
}

std::vector<evidence::Actor> EntryReader::actors_in(std::string_view key) {
    std::vector<evidence::Actor> actors;
    const Value* found = value(key);
    const auto* array = found == nullptr ? nullptr : std::get_if<Array>(&found->data);
    if (array == nullptr) return actors;
    for (const Value& element : *array) {
        const auto* name = std::get_if<std::string>(&element.data);
        if (name == nullptr || name->empty()) continue;  // reported by texts()
        actors.push_back(evidence::Actor{*name, {}, {}, element.where});
    }
    return actors;
}

evidence::Citation EntryReader::read_citation(const Value& value) {
    evidence::Citation citation;
    citation.where = value.where;
    if (const auto* key = std::get_if<std::string>(&value.data)) {
        citation.key = *key;
        if (key->empty()) problems_.error(value.where, "a source without a key", "give its key in sources.bib");
    } else if (const auto* table = std::get_if<Table>(&value.data)) {
        EntryReader reader(*table, problems_);
        citation.key = reader.filled_text("key");
        citation.at = reader.text_or("at", "");
        reader.finish();
    } else {
        problems_.error(value.where, "a source is neither a key nor { key = \"…\", at = \"…\" }",
                        "write its key in sources.bib");
    }
    return citation;
}

std::vector<evidence::Citation> EntryReader::citations_if(std::string_view key) {
    std::vector<evidence::Citation> citations;
    const Value* found = value(key);
    if (found == nullptr) return citations;
    const auto* array = std::get_if<Array>(&found->data);
    if (array == nullptr) {
        error_at(key, in_quotes(key) + " is not a list",
                 "write [\"a-key\"] or [{ key = \"a-key\", at = \"p. 3\" }], with the brackets");
        return citations;
    }
    for (const Value& element : *array) {
        evidence::Citation citation = read_citation(element);
        if (!citation.key.empty()) citations.push_back(std::move(citation));
    }
    return citations;
}

std::vector<evidence::Citation> EntryReader::some_citations(std::string_view key) {
    if (!require_key(key, "name at least one source of sources.bib")) return {};
    const Value* found = value(key);
    if (const auto* array = std::get_if<Array>(&found->data); array != nullptr && array->empty()) {
        error_at(key, in_quotes(key) + " is an empty list", "name at least one source of sources.bib");
    }
    return citations_if(key);
}

evidence::Citation EntryReader::citation(std::string_view key) {
    if (!require_key(key, "name a source of sources.bib")) return {};
    return read_citation(*value(key));
}

std::optional<std::pair<double, double>> EntryReader::range_if(std::string_view key) {
    const Value* found = value(key);
    if (found == nullptr) return std::nullopt;
    const std::vector<double> range = numbers(key);
    const auto* array = std::get_if<Array>(&found->data);
    if (array == nullptr || range.size() != array->size()) return std::nullopt;  // reported by numbers()
    if (range.size() != 2 || range[0] > range[1]) {
        error_at(key, in_quotes(key) + " is not a range", "write two numbers, the lower first: [0.1, 0.3]");
        return std::nullopt;
    }
    return std::pair{range[0], range[1]};
}

}  // namespace entente::casefile
