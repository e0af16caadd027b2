#include <set>

#include "datasets/column_names.hpp"
#include "datasets/descriptor_draft.hpp"

namespace entente::datasets {

namespace {

constexpr std::int64_t kFirstYear = 1;
constexpr std::int64_t kLastYear = 9999;

bool is_year(std::int64_t number) noexcept {
    return number >= kFirstYear && number <= kLastYear;
}

std::string in_quotes(std::string_view key) {
    return "'" + std::string(key) + "'";
}

}  // namespace

Position Draft::where(std::string_view what) const {
    const auto found = places.find(what);
    return found == places.end() ? Position{descriptor.file, 0, 0} : found->second;
}

void DescriptorReader::error_at(std::string_view key, std::string what, std::string advice) {
    problems_.error(where_is(key), std::move(what), std::move(advice));
}

std::string DescriptorReader::filled_text(std::string_view key) {
    std::string written = text(key);  // an empty one is reported there
    if (!written.empty() && without_blanks(written).empty()) {
        error_at(key, in_quotes(key) + " is blank", "write something");
    }
    return written;
}

void DescriptorReader::report_repeated(std::string_view key, const std::vector<std::string>& written) {
    std::set<std::string> seen;
    for (const auto& each : written) {
        if (!seen.insert(plain_name(each)).second) {
            error_at(key, in_quotes(key) + " has '" + each + "' twice", "remove one");
        }
    }
}

std::vector<std::string> DescriptorReader::codes(std::string_view key) {
    std::vector<std::string> result;
    const textfiles::Value* found = value(key);
    if (found == nullptr) return result;
    const auto* array = std::get_if<textfiles::Array>(&found->data);
    if (array == nullptr) {
        error_at(key, in_quotes(key) + " is not a list of codes", "write [\"-9\"], with the brackets");
        return result;
    }
    for (const textfiles::Value& element : *array) {
        if (const auto* code = std::get_if<std::string>(&element.data)) {
            result.push_back(*code);
        } else {
            problems_.error(element.where, "a code in " + in_quotes(key) + " is not a string",
                            "write it in quotation marks, as it stands in the file: \"-9\"");
        }
    }
    report_repeated(key, result);
    return result;
}

std::vector<std::string> DescriptorReader::column_names(std::string_view key) {
    std::vector<std::string> names = texts(key);
    report_repeated(key, names);
    return names;
}

std::optional<YearSpan> DescriptorReader::years_if(std::string_view key) {
    const textfiles::Value* found = value(key);
    if (found == nullptr) return std::nullopt;
    const auto* array = std::get_if<textfiles::Array>(&found->data);
    const auto at = [&](std::size_t index) -> const std::int64_t* {
        return array == nullptr || array->size() != 2 ? nullptr : std::get_if<std::int64_t>(&(*array)[index].data);
    };
    const std::int64_t* first = at(0);
    const std::int64_t* last = at(1);
    if (first == nullptr || last == nullptr || !is_year(*first) || !is_year(*last)) {
        error_at(key, in_quotes(key) + " is not a first and a last year", "write [1816, 2012]");
        return std::nullopt;
    }
    if (*first > *last) {
        error_at(key, in_quotes(key) + " ends before it begins", "write the first year first");
        return std::nullopt;
    }
    return YearSpan{static_cast<int>(*first), static_cast<int>(*last)};
}

std::optional<int> DescriptorReader::year_if(std::string_view key) {
    const auto year = integer_if(key);
    if (!year) return std::nullopt;
    if (!is_year(*year)) {
        error_at(key, in_quotes(key) + " is not a year", "write a year such as 1914");
        return std::nullopt;
    }
    return static_cast<int>(*year);
}

}  // namespace entente::datasets
