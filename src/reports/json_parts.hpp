// Pieces of JSON that several results share. Included by the json_*.cpp files only: nlohmann's header is heavy.
#pragma once

#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "assessment/assessment.hpp"
#include "core/error.hpp"
#include "evidence/case.hpp"
#include "workbench/agreement.hpp"
#include "workbench/open_case.hpp"
#include "workbench/shipped_files.hpp"

namespace entente::reports {

using Json = nlohmann::ordered_json;

// Nine significant digits.
inline Json number(double value) {
    ensure(std::isfinite(value), "a number that is printed is finite");
    std::array<char, 32> digits{};
    const auto written = fmt::format_to_n(digits.data(), digits.size(), "{:.9g}", value);
    double rounded = 0;
    std::from_chars(digits.data(), written.out, rounded);
    return rounded;
}

// An object of so many keys, all of them different. For the lists that have thousands: written in braces, each key and
// its value are first a list of their own, and the object is copied each time it grows.
class Record {
public:
    explicit Record(std::size_t keys) { members_.reserve(keys); }

    Record& add(const char* key, Json value) {
        members_.emplace_back(key, std::move(value));
        return *this;
    }
    [[nodiscard]] Json done() { return std::move(members_); }

private:
    Json::object_t members_;
};

inline Json number(const std::optional<double>& value) {
    return value ? number(*value) : Json(nullptr);
}

inline Json text_or_null(const std::string& text) {
    return text.empty() ? Json(nullptr) : Json(text);
}

inline Json day_or_null(const std::optional<Day>& day) {
    return day ? Json(to_text(*day)) : Json(nullptr);
}

inline Json to_json(const assessment::Probabilities& probabilities) {
    return Record(3)
        .add("weakened", number(probabilities.weakened))
        .add("unchanged", number(probabilities.unchanged))
        .add("strengthened", number(probabilities.strengthened))
        .done();
}

// Null where nothing was assessed: the direction beside it says so.
inline Json share_or_null(const assessment::Probabilities& probabilities, assessment::VerdictDirection direction) {
    return direction == assessment::VerdictDirection::NotAssessed ? Json(nullptr) : to_json(probabilities);
}

inline Json to_json(const assessment::DecibelVector& vector) {
    return Json::array({number(vector[0]), number(vector[1]), number(vector[2])});
}

inline Json to_json(const indices::Agreement& agreement) {
    Json json{{"value", number(agreement.value)},
              {"low", number(agreement.low)},
              {"high", number(agreement.high)},
              {"units", agreement.units},
              {"pairable_values", agreement.pairable_values}};
    if (!agreement.value) json["reason"] = agreement.why_not;
    if (agreement.value && !agreement.low) json["reason"] = agreement.why_no_interval;
    return json;
}

inline Json to_json(const workbench::FieldAgreement& field) {
    return {{"field", field.field},
            {"observed", number(field.observed)},
            {"alpha", to_json(field.alpha)},
            {"kappa", to_json(field.kappa)}};
}

inline Json citations_json(const std::vector<evidence::Citation>& citations) {
    Json list = Json::array();
    for (const auto& citation : citations) {
        list.push_back(Record(2).add("key", citation.key).add("at", text_or_null(citation.at)).done());
    }
    return list;
}

inline Json period_json(const evidence::Case& which, const std::string& id) {
    const auto* period = evidence::find_period(which, id);
    ensure(period != nullptr, "an assessed period exists");
    return {{"id", id}, {"name", period->name}, {"begin", to_text(period->begin)}, {"end", to_text(period->end)}};
}

// What every output states: what it was made from.
inline void add_provenance(Json& json, const workbench::OpenCase& open, std::uint64_t seed) {
    json["case"] = {{"id", open.content.id}, {"title", open.content.title}, {"sha256", open.content.sha256}};
    json["theory"] = {{"id", open.theory.id}, {"name", open.theory.name}, {"sha256", open.theory.sha256}};
    json["protocol"] = {{"id", open.protocol.id}, {"sha256", open.protocol.sha256}};
    json["cutoff"] = to_text(open.content.cutoff);
    json["seed"] = seed;
    json["version"] = workbench::version();
}

inline std::string dumped(const Json& json) {
    return json.dump(2) + '\n';
}

}  // namespace entente::reports
