#include "reports/json_reader.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "core/text.hpp"

namespace entente::reports {
namespace {

// Deeper than any request, and far less than what a parser's stack can take.
constexpr int kDeepest = 16;

// A key as a message can show it: none of its characters may rule a terminal.
std::string plain(std::string_view key) {
    std::string shown = shortened(key, 200);
    for (char& byte : shown) {
        if (byte == '\t' || byte == '\n' || byte == '\r') byte = '?';
    }
    for (auto at = find_control_character(shown); at != std::string::npos; at = find_control_character(shown)) {
        const auto code = static_cast<unsigned char>(shown[at]);
        shown.replace(at, code < 0x80 ? 1 : code < 0xE0 ? 2 : 3, "?");
    }
    return shown;
}

std::string in_quotes(std::string_view key) {
    return "'" + plain(key) + "'";
}

std::string kind_of(const Json& value) {
    if (value.is_object()) return "an object";
    if (value.is_array()) return "a list";
    if (value.is_string()) return "text";
    if (value.is_boolean()) return value.get<bool>() ? "true" : "false";
    if (value.is_null()) return "null";
    return "a number";
}

void wrong(const std::string& pointer, const Json& value, std::string_view expected, Problems& problems) {
    error_at(pointer, problems, "should be " + std::string(expected) + ", but is " + kind_of(value));
}

// Goes through the bytes once before they become values: the library keeps the last of two equal keys without a word,
// and says nowhere where it stopped.
class Inspection : public nlohmann::json_sax<Json> {
public:
    bool null() override { return true; }
    bool boolean(bool) override { return true; }
    bool number_integer(number_integer_t) override { return true; }
    bool number_unsigned(number_unsigned_t) override { return true; }
    bool number_float(number_float_t, const string_t&) override { return true; }
    bool string(string_t&) override { return true; }
    bool binary(binary_t&) override { return true; }

    bool start_object(std::size_t) override {
        keys_.emplace_back();
        return open();
    }
    bool key(string_t& key) override {
        if (keys_.back().insert(key).second) return true;
        what_ = "the key " + in_quotes(key) + " stands twice in one object";
        return false;
    }
    bool end_object() override {
        keys_.pop_back();
        --depth_;
        return true;
    }
    bool start_array(std::size_t) override { return open(); }
    bool end_array() override {
        --depth_;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        what_ = "not valid JSON at byte " + std::to_string(position);
        return false;
    }

    [[nodiscard]] const std::string& what() const noexcept { return what_; }

private:
    bool open() {
        if (++depth_ <= kDeepest) return true;
        what_ = "values are nested too deeply";
        return false;
    }

    int depth_ = 0;
    std::vector<std::set<std::string>> keys_;
    std::string what_;
};

}  // namespace

std::optional<Json> parse_json(std::string_view bytes, const std::string& name, Problems& problems) {
    if (const auto invalid = find_invalid_utf8(bytes); invalid != std::string_view::npos) {
        error_at(name, problems, "not valid UTF-8 at byte " + std::to_string(invalid + 1));
        return std::nullopt;
    }
    Inspection inspection;
    if (!Json::sax_parse(bytes, &inspection)) {
        error_at(name, problems, inspection.what());
        return std::nullopt;
    }
    return Json::parse(bytes);
}

std::string pointer_to(const std::string& pointer, std::string_view key) {
    std::string result = pointer + '/';
    for (const char byte : plain(key)) {
        if (byte == '~') {
            result += "~0";
        } else if (byte == '/') {
            result += "~1";
        } else {
            result += byte;
        }
    }
    return result;
}

void error_at(const std::string& pointer, Problems& problems, std::string what, std::string advice) {
    problems.error(Position{pointer, 0, 0}, std::move(what), std::move(advice));
}

const std::string* text_at(const Json& value, const std::string& pointer, Problems& problems) {
    const auto* text = value.get_ptr<const std::string*>();
    if (text == nullptr) {
        wrong(pointer, value, "text", problems);
        return nullptr;
    }
    if (find_control_character(*text) == std::string::npos) return text;
    error_at(pointer, problems, "control character in text", "remove it");
    return nullptr;
}

std::optional<double> number_at(const Json& value, const std::string& pointer, Problems& problems) {
    if (!value.is_number()) {
        wrong(pointer, value, "a number", problems);
        return std::nullopt;
    }
    const auto number = value.get<double>();
    ensure(std::isfinite(number), "a number in JSON is finite");
    return number;
}

std::vector<std::string> texts_at(const Json& value, const std::string& pointer, Problems& problems) {
    std::vector<std::string> texts;
    if (!value.is_array()) {
        wrong(pointer, value, "a list of texts", problems);
        return texts;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (const auto* text = text_at(value[i], pointer_to(pointer, std::to_string(i)), problems)) {
            texts.push_back(*text);
        }
    }
    return texts;
}

ObjectReader::ObjectReader(const Json& value, std::string pointer, Problems& problems)
    : value_(value), pointer_(std::move(pointer)), problems_(problems) {
    if (!value_.is_object()) wrong(pointer_, value_, "an object", problems_);
}

void ObjectReader::finish() {
    if (!value_.is_object()) return;
    for (const auto& [key, value] : value_.items()) {
        if (std::find(asked_.begin(), asked_.end(), key) != asked_.end()) continue;
        entente::reports::error_at(pointer_, problems_, "unknown key " + in_quotes(key) + did_you_mean(key, asked_),
                                   "known: " + joined(asked_, ", "));
    }
}

const Json* ObjectReader::value(std::string_view key) {
    if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
    if (!value_.is_object()) return nullptr;
    const auto found = value_.find(std::string(key));
    return found == value_.end() || found->is_null() ? nullptr : &*found;
}

const Json* ObjectReader::required(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr && value_.is_object()) {
        entente::reports::error_at(pointer_, problems_, in_quotes(key) + " is missing");
    }
    return found;
}

std::string ObjectReader::text(std::string_view key) {
    const auto* found = required(key);
    const auto* text = found == nullptr ? nullptr : text_at(*found, at(key), problems_);
    return text == nullptr ? std::string() : *text;
}

std::string ObjectReader::filled_text(std::string_view key) {
    auto text = this->text(key);
    const auto* found = value(key);
    if (found != nullptr && found->is_string() && text.empty()) error_at(key, "is empty");
    return text;
}

std::string ObjectReader::text_or(std::string_view key, std::string_view fallback) {
    return has(key) ? text(key) : std::string(fallback);
}

std::optional<double> ObjectReader::number_if(std::string_view key) {
    const auto* found = value(key);
    return found == nullptr ? std::nullopt : number_at(*found, at(key), problems_);
}

bool ObjectReader::flag_or(std::string_view key, bool fallback) {
    const auto* found = value(key);
    if (found == nullptr) return fallback;
    if (found->is_boolean()) return found->get<bool>();
    wrong(at(key), *found, "true or false", problems_);
    return fallback;
}

std::vector<std::string> ObjectReader::texts(std::string_view key) {
    const auto* found = value(key);
    return found == nullptr ? std::vector<std::string>{} : texts_at(*found, at(key), problems_);
}

const Json* ObjectReader::object_if(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr || found->is_object()) return found;
    wrong(at(key), *found, "an object", problems_);
    return nullptr;
}

const Json* ObjectReader::list_if(std::string_view key) {
    const auto* found = value(key);
    if (found == nullptr || found->is_array()) return found;
    wrong(at(key), *found, "a list", problems_);
    return nullptr;
}

void ObjectReader::error_at(std::string_view key, std::string what, std::string advice) {
    entente::reports::error_at(at(key), problems_, std::move(what), std::move(advice));
}

}  // namespace entente::reports
