// JSON that somebody sent, read strictly: what is wrong becomes a problem whose place is the JSON pointer of the value
// (`request/changes/prior.weakened`), and nothing stops at the first one. Included by the .cpp files of this module
// only: nlohmann's header is heavy.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/problem.hpp"
#include "reports/json_parts.hpp"

namespace entente::reports {

// Nothing, and a problem, if the bytes are no JSON, nested too deeply, or give an object one key twice. Never throws
// for any bytes. `name` stands for the whole in pointers: `request`.
[[nodiscard]] std::optional<Json> parse_json(std::string_view bytes, const std::string& name, Problems& problems);

// The pointer of a part (RFC 6901): `request`, `grades` → `request/grades`.
[[nodiscard]] std::string pointer_to(const std::string& pointer, std::string_view key);

void error_at(const std::string& pointer, Problems& problems, std::string what, std::string advice = {});

// Null, and a problem, if the value is something else. Text with control characters is refused, but for tabs and line
// ends.
[[nodiscard]] const std::string* text_at(const Json& value, const std::string& pointer, Problems& problems);
[[nodiscard]] std::optional<double> number_at(const Json& value, const std::string& pointer, Problems& problems);
[[nodiscard]] std::vector<std::string> texts_at(const Json& value, const std::string& pointer, Problems& problems);

// Reads one object key by key, reports wrong types and missing keys, and at finish() every key nobody asked for. A key
// whose value is null counts as missing.
class ObjectReader {
public:
    // A value that is no object is reported once; all its keys are then missing, without a word.
    ObjectReader(const Json& value, std::string pointer, Problems& problems);
    ObjectReader(const ObjectReader&) = delete;
    ObjectReader& operator=(const ObjectReader&) = delete;
    void finish();  // called once, at the end

    [[nodiscard]] bool has(std::string_view key) { return value(key) != nullptr; }
    [[nodiscard]] const Json* value(std::string_view key);  // any type; null if it is missing
    [[nodiscard]] std::string at(std::string_view key) const { return pointer_to(pointer_, key); }

    // Missing required keys and wrong types are reported; the result is then empty, nothing or `fallback`.
    [[nodiscard]] std::string text(std::string_view key);         // required
    [[nodiscard]] std::string filled_text(std::string_view key);  // required and not empty
    [[nodiscard]] std::string text_or(std::string_view key, std::string_view fallback);
    [[nodiscard]] std::optional<double> number_if(std::string_view key);
    [[nodiscard]] bool flag_or(std::string_view key, bool fallback);
    [[nodiscard]] std::vector<std::string> texts(std::string_view key);  // missing: empty
    [[nodiscard]] const Json* object_if(std::string_view key);
    [[nodiscard]] const Json* list_if(std::string_view key);

    void error_at(std::string_view key, std::string what, std::string advice = {});
    [[nodiscard]] Problems& problems() noexcept { return problems_; }

private:
    const Json* required(std::string_view key);

    const Json& value_;
    std::string pointer_;
    Problems& problems_;
    std::vector<std::string> asked_;
};

}  // namespace entente::reports
