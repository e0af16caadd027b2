#include "reports/reading_request.hpp"

#include <algorithm>
#include <limits>

#include "core/text.hpp"
#include "reports/json_reader.hpp"

namespace entente::reports {
namespace {

using casefile::ProtocolValue;

constexpr auto kName = "request";

std::optional<ProtocolValue> list_of(const Json& list, const std::string& pointer, Problems& problems) {
    const bool texts = std::any_of(list.begin(), list.end(), [](const Json& each) { return each.is_string(); });
    if (texts) return texts_at(list, pointer, problems);
    std::vector<double> numbers;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto number = number_at(list[i], pointer_to(pointer, std::to_string(i)), problems);
        if (!number) return std::nullopt;
        numbers.push_back(*number);
    }
    return numbers;
}

std::optional<ProtocolValue> value_of(const Json& value, const std::string& pointer, Problems& problems) {
    if (value.is_array()) return list_of(value, pointer, problems);
    if (value.is_string()) {
        const auto* text = text_at(value, pointer, problems);
        return text == nullptr ? std::nullopt : std::optional<ProtocolValue>(*text);
    }
    constexpr auto kLargest = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
    if (value.is_number_unsigned() && value.get<std::uint64_t>() <= kLargest) {
        return static_cast<std::int64_t>(value.get<std::uint64_t>());
    }
    if (value.is_number_integer() && !value.is_number_unsigned()) return value.get<std::int64_t>();
    const auto number = number_at(value, pointer, problems);
    return number ? std::optional<ProtocolValue>(*number) : std::nullopt;
}

std::map<std::string, ProtocolValue> read_changes(ObjectReader& reader) {
    std::map<std::string, ProtocolValue> changes;
    const auto* object = reader.object_if("changes");
    if (object == nullptr) return changes;
    for (const auto& [path, value] : object->items()) {
        if (auto read = value_of(value, pointer_to(reader.at("changes"), path), reader.problems())) {
            changes.emplace(path, std::move(*read));
        }
    }
    return changes;
}

std::optional<std::map<std::string, evidence::Grade>> read_grades(ObjectReader& reader) {
    const auto* object = reader.object_if("grades");
    if (object == nullptr) return std::nullopt;
    std::map<std::string, evidence::Grade> grades;
    for (const auto& [item, value] : object->items()) {
        const auto pointer = pointer_to(reader.at("grades"), item);
        const auto* text = text_at(value, pointer, reader.problems());
        if (text == nullptr) continue;
        if (const auto grade = evidence::parse_grade(*text)) {
            grades.emplace(item, *grade);
        } else {
            error_at(pointer, reader.problems(), "'" + shortened(*text, 20) + "' is no grade",
                     "write a letter from A to F and a number from 1 to 6: \"B2\"");
        }
    }
    return grades;
}

std::optional<std::vector<std::string>> texts_if(ObjectReader& reader, std::string_view key) {
    if (!reader.has(key)) return std::nullopt;
    return reader.texts(key);
}

workbench::ReadingRequest read_reading(const Json& value, const std::string& pointer, Problems& problems) {
    ObjectReader reader(value, pointer, problems);
    workbench::ReadingRequest request;
    request.protocol = reader.text_or("protocol", "");
    request.theory = reader.text_or("theory", "");
    request.focal = reader.text_or("focal", "");
    request.baseline = reader.text_or("baseline", "");
    request.coders = texts_if(reader, "coders");
    request.changes = read_changes(reader);
    request.set_aside = texts_if(reader, "set_aside");
    request.grades = read_grades(reader);
    reader.finish();
    return request;
}

std::optional<std::pair<double, double>> read_probability(ObjectReader& reader) {
    const auto* list = reader.list_if("probability");
    if (list == nullptr) return std::nullopt;
    const auto pointer = reader.at("probability");
    std::vector<double> range;
    for (std::size_t i = 0; i < list->size(); ++i) {
        if (const auto number = number_at((*list)[i], pointer_to(pointer, std::to_string(i)), reader.problems())) {
            range.push_back(*number);
        }
    }
    const bool fits = range.size() == 2 && list->size() == 2 && range[0] >= 0 && range[0] <= range[1] && range[1] <= 1;
    if (fits) return std::pair{range[0], range[1]};
    reader.error_at("probability", "is no range of probability", "write two shares, the lower first: [0.1, 0.3]");
    return std::nullopt;
}

workbench::SaveAs read_as(ObjectReader& reader) {
    const auto text = reader.filled_text("as");
    const auto as = named<workbench::SaveAs>(text);
    if (!as && !text.empty()) {
        reader.error_at("as",
                        "should be one of " + names_of<workbench::SaveAs>() + ", but is '" + shortened(text, 20) + "'");
    }
    return as.value_or(workbench::SaveAs::Protocol);
}

workbench::SaveReadingRequest read_save(const Json& value, Problems& problems) {
    ObjectReader reader(value, kName, problems);
    workbench::SaveReadingRequest request;
    request.as = read_as(reader);
    request.id = reader.filled_text("id");
    request.name = reader.filled_text("name");
    request.summary = reader.text_or("summary", "");
    request.replace = reader.flag_or("replace", false);
    request.trigger = reader.text_or("trigger", "");
    request.horizon = reader.text_or("horizon", "");
    request.probability = read_probability(reader);
    request.probability_basis = reader.text_or("probability_basis", "");
    request.resolution = reader.text_or("resolution", "");
    request.author = reader.text_or("author", "");
    request.sources = reader.texts("sources");
    const auto* reading = reader.object_if("reading");
    if (reading != nullptr) {
        request.reading = read_reading(*reading, reader.at("reading"), problems);
    } else if (!reader.has("reading")) {
        reader.error_at("reading", "is missing", "give the reading that is to be saved");
    }
    reader.finish();
    return request;
}

}  // namespace

std::optional<workbench::ReadingRequest> read_reading_request(std::string_view bytes, Problems& problems) {
    Problems found;
    std::optional<workbench::ReadingRequest> request;
    if (const auto value = parse_json(bytes, kName, found)) request = read_reading(*value, kName, found);
    problems.add(found);
    return found.has_errors() ? std::nullopt : request;
}

std::optional<workbench::SaveReadingRequest> read_save_request(std::string_view bytes, Problems& problems) {
    Problems found;
    std::optional<workbench::SaveReadingRequest> request;
    if (const auto value = parse_json(bytes, kName, found)) request = read_save(*value, found);
    problems.add(found);
    return found.has_errors() ? std::nullopt : request;
}

}  // namespace entente::reports
