#include "casefile/number_reader.hpp"

#include <string>

namespace entente::casefile {

namespace {

constexpr double kMostDecibels = 100;  // a likelihood ratio of 10,000,000,000
constexpr std::string_view kNoDefault = "the file says every number; nothing has a default";
constexpr int kMostCounted = 1'000'000;  // draws, alliances: more is a slip, or would run for hours

}  // namespace

void NumberReader::check(std::string_view key, double number, Range range) {
    const std::string name = "'" + std::string(key) + "'";
    switch (range) {
        case Range::Share:
            if (!(number >= 0 && number <= 1)) error_at(key, name + " is not between 0 and 1", "write a share: 0.8");
            break;
        case Range::InnerShare:
            if (!(number > 0 && number < 1)) {
                error_at(key, name + " is not above 0 and below 1", "write a share: 0.95");
            }
            break;
        case Range::Decibels:
            if (!(number > 0 && number <= kMostDecibels)) {
                error_at(key, name + " is not above 0 and up to 100", "write decibels: 6");
            }
            break;
        case Range::Positive:
            if (!(number > 0)) error_at(key, name + " is not above zero", "write a number above zero");
            break;
        case Range::NotNegative:
            if (!(number >= 0)) error_at(key, name + " is below zero", "write zero or more");
            break;
    }
}

double NumberReader::one(std::string_view key, Range range) {
    if (!require_key(key, kNoDefault)) return 0;
    const auto number = number_if(key);
    if (number) check(key, *number, range);
    return number.value_or(0);
}

double NumberReader::share(std::string_view key) {
    return one(key, Range::Share);
}

double NumberReader::inner_share(std::string_view key) {
    return one(key, Range::InnerShare);
}

double NumberReader::positive(std::string_view key) {
    return one(key, Range::Positive);
}

double NumberReader::not_negative(std::string_view key) {
    return one(key, Range::NotNegative);
}

double NumberReader::decibels(std::string_view key) {
    return one(key, Range::Decibels);
}

int NumberReader::count(std::string_view key, int at_least) {
    if (!require_key(key, kNoDefault)) return 0;
    const auto number = integer_if(key);
    if (!number) return 0;
    if (*number < at_least || *number > kMostCounted) {
        error_at(key, "'" + std::string(key) + "' is out of range",
                 "write a whole number from " + std::to_string(at_least) + " to " + std::to_string(kMostCounted));
        return at_least;
    }
    return static_cast<int>(*number);
}

std::uint64_t NumberReader::seed(std::string_view key) {
    if (!require_key(key, kNoDefault)) return 0;
    const auto number = integer_if(key);
    if (number && *number < 0) error_at(key, "'" + std::string(key) + "' is below zero", "write zero or more");
    return number && *number >= 0 ? static_cast<std::uint64_t>(*number) : 0;
}

std::vector<double> NumberReader::list(std::string_view key, Range range) {
    if (!require_key(key, kNoDefault)) return {};
    const auto* array = std::get_if<textfiles::Array>(&value(key)->data);
    if (array != nullptr && array->empty()) {
        error_at(key, "'" + std::string(key) + "' is an empty list", "name at least one number");
    }
    std::vector<double> all = numbers(key);
    for (const double number : all) check(key, number, range);
    return all;
}

std::vector<double> NumberReader::shares(std::string_view key) {
    return list(key, Range::Share);
}

std::vector<double> NumberReader::positives(std::string_view key) {
    return list(key, Range::Positive);
}

std::vector<double> NumberReader::not_negatives(std::string_view key) {
    return list(key, Range::NotNegative);
}

}  // namespace entente::casefile
