#include <algorithm>
#include <cmath>

#include "core/text.hpp"
#include "textfiles/toml.hpp"

namespace entente::textfiles {

namespace {

constexpr std::string_view kDay = "a day such as 2017-02-10";
constexpr std::string_view kDate = "a date such as 2017-02-10, \"2017-02\" or \"2017\"";
constexpr std::string_view kNumber = "a finite number";
constexpr std::string_view kInteger = "an integer";
constexpr std::string_view kText = "a string";

std::string described(const Value& value) {
    struct Describe {
        std::string operator()(const std::string& text) const {
            return text.empty() ? "empty" : "the string " + textfiles::quoted(shortened(text, 40));
        }
        std::string operator()(std::int64_t) const { return "an integer"; }
        std::string operator()(double number) const { return std::isfinite(number) ? "a float" : "not finite"; }
        std::string operator()(bool) const { return "a boolean"; }
        std::string operator()(Day) const { return "a day"; }
        std::string operator()(const Array&) const { return "an array"; }
        std::string operator()(const Table&) const { return "a table"; }
        std::string operator()(const Moment& moment) const { return std::string(moment.what); }
    };
    return std::visit(Describe{}, value.data);
}

std::optional<double> finite_number(const Value& value) {
    if (const auto* integer = std::get_if<std::int64_t>(&value.data)) return static_cast<double>(*integer);
    const auto* number = std::get_if<double>(&value.data);
    if (number == nullptr || !std::isfinite(*number)) return std::nullopt;
    return *number;
}

std::string in_quotes(std::string_view key) {
    return "'" + std::string(key) + "'";
}

}  // namespace

KeyReader::KeyReader(const Table& table, Problems& problems) : table_(table), problems_(problems) {}

void KeyReader::finish() {
    std::vector<std::string> absent;
    for (const auto& key : asked_) {
        if (table_.find(key) == nullptr) absent.push_back(key);
    }
    for (const auto& entry : table_.entries) {
        if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
        const auto meant = nearest(entry.key, absent);
        std::erase_if(missing_, [&](const MissingKey& each) { return each.key == meant; });
        const bool listed = meant.empty() && !asked_.empty();
        problems_.error(entry.where,
                        "unknown key " + in_quotes(entry.key) +
                            (meant.empty() ? std::string() : "; did you mean " + in_quotes(meant) + "?"),
                        listed ? "known here: " + joined(asked_, ", ") : "");
    }
    finished_ = true;
    for (auto& [key, advice] : missing_) report_missing(key, std::move(advice));
    missing_.clear();
}

void KeyReader::report_missing(std::string_view key, std::string advice) {
    if (finished_) {
        problems_.error(table_.where, in_quotes(key) + " is missing", std::move(advice));
    } else {
        missing_.push_back({std::string(key), std::move(advice)});
    }
}

const Value* KeyReader::value(std::string_view key) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
    return table_.find(key);
}

bool KeyReader::has(std::string_view key) {
    return value(key) != nullptr;
}

Position KeyReader::where_is(std::string_view key) const {
    const auto* found = table_.find(key);
    return found == nullptr ? table_.where : found->where;
}

const Value* KeyReader::required(std::string_view key, std::string_view example) {
    const auto* found = value(key);
    if (found == nullptr) {
        report_missing(key, "add a line such as: " + std::string(key) + " = " + std::string(example));
    }
    return found;
}

void KeyReader::wrong(std::string_view key, const Value& value, std::string_view expected, std::string advice) {
    problems_.error(value.where,
                    in_quotes(key) + " should be " + std::string(expected) + ", but is " + described(value),
                    std::move(advice));
}

const std::string* KeyReader::text_of(std::string_view key, const Value* value) {
    if (value == nullptr) return nullptr;
    const auto* text = std::get_if<std::string>(&value->data);
    if (text == nullptr) wrong(key, *value, kText);
    return text;
}

std::string KeyReader::text(std::string_view key) {
    const auto* found = required(key, "\"…\"");
    const auto* text = text_of(key, found);
    if (text == nullptr) return {};
    if (text->empty()) problems_.error(found->where, in_quotes(key) + " is empty", "write something");
    return *text;
}

std::string KeyReader::text_or(std::string_view key, std::string_view fallback) {
    const auto* text = text_of(key, value(key));
    return text == nullptr ? std::string(fallback) : *text;
}

std::optional<double> KeyReader::number_if(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr) return std::nullopt;
    const auto number = finite_number(*found);
    if (!number) wrong(key, *found, kNumber);
    return number;
}

double KeyReader::number(std::string_view key) {
    return required(key, "1.5") == nullptr ? 0.0 : number_if(key).value_or(0.0);
}

std::optional<std::int64_t> KeyReader::integer_if(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr) return std::nullopt;
    if (const auto* integer = std::get_if<std::int64_t>(&found->data)) return *integer;
    wrong(key, *found, kInteger);
    return std::nullopt;
}

std::int64_t KeyReader::integer(std::string_view key) {
    return required(key, "1") == nullptr ? 0 : integer_if(key).value_or(0);
}

bool KeyReader::flag_or(std::string_view key, bool fallback) {
    const auto* found = value(key);
    if (found == nullptr) return fallback;
    if (const auto* flag = std::get_if<bool>(&found->data)) return *flag;
    wrong(key, *found, "true or false");
    return fallback;
}

std::optional<Day> KeyReader::day_if(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr) return std::nullopt;
    if (const auto* day = std::get_if<Day>(&found->data)) return *day;
    const auto* text = std::get_if<std::string>(&found->data);
    const bool only_quoted = text != nullptr && parse_day(*text);
    wrong(key, *found, kDay, only_quoted ? "write it without quotation marks" : "");
    return std::nullopt;
}

Day KeyReader::day(std::string_view key) {
    return required(key, "2017-02-10") == nullptr ? Day{} : day_if(key).value_or(Day{});
}

std::optional<Date> KeyReader::date_if(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr) return std::nullopt;
    if (const auto* day = std::get_if<Day>(&found->data)) return single_day(*day);
    if (const auto* text = std::get_if<std::string>(&found->data)) {
        if (const auto date = parse_date(*text)) return date;
    }
    const auto* year = std::get_if<std::int64_t>(&found->data);
    const bool only_unquoted = year != nullptr && parse_date(std::to_string(*year));
    wrong(key, *found, kDate,
          only_unquoted ? "write an imprecise date in quotation marks: \"" + std::to_string(*year) + '"' : "");
    return std::nullopt;
}

std::vector<std::string> KeyReader::texts(std::string_view key) {
    std::vector<std::string> result;
    const auto* found = value(key);
    if (found == nullptr) return result;
    const auto* array = std::get_if<Array>(&found->data);
    if (array == nullptr) wrong(key, *found, "a list of strings", "put it in square brackets");
    if (array == nullptr) return result;
    for (const auto& element : *array) {
        const auto* text = std::get_if<std::string>(&element.data);
        if (text != nullptr && !text->empty()) {
            result.push_back(*text);
        } else {
            wrong(key, element, "a list of strings, none empty");
        }
    }
    return result;
}

std::vector<double> KeyReader::numbers(std::string_view key) {
    std::vector<double> result;
    const auto* found = value(key);
    if (found == nullptr) return result;
    const auto* array = std::get_if<Array>(&found->data);
    if (array == nullptr) wrong(key, *found, "a list of numbers", "put it in square brackets");
    if (array == nullptr) return result;
    for (const auto& element : *array) {
        if (const auto number = finite_number(element)) {
            result.push_back(*number);
        } else {
            wrong(key, element, "a list of finite numbers");
        }
    }
    return result;
}

const Table* KeyReader::table_if(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr) return nullptr;
    const auto* table = std::get_if<Table>(&found->data);
    if (table == nullptr) wrong(key, *found, "a table");
    return table;
}

std::vector<const Table*> KeyReader::tables(std::string_view key) {
    std::vector<const Table*> result;
    const auto* found = value(key);
    if (found == nullptr) return result;
    const auto* array = std::get_if<Array>(&found->data);
    if (array == nullptr) wrong(key, *found, "a list of tables", "use double brackets in the header");
    if (array == nullptr) return result;
    for (const auto& element : *array) {
        if (const auto* table = std::get_if<Table>(&element.data)) {
            result.push_back(table);
        } else {
            wrong(key, element, "a list of tables");
        }
    }
    return result;
}

}  // namespace entente::textfiles
