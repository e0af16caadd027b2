// Numbers of a protocol or a theory: each is required and has a range in which it makes sense.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "casefile/read_parts.hpp"

namespace entente::casefile {

// All required. A number out of its range is reported and kept.
class NumberReader : public EntryReader {
public:
    using EntryReader::EntryReader;

    [[nodiscard]] double share(std::string_view key);         // 0–1
    [[nodiscard]] double inner_share(std::string_view key);   // above 0, below 1
    [[nodiscard]] double positive(std::string_view key);      // above 0
    [[nodiscard]] double not_negative(std::string_view key);  // 0 or more
    [[nodiscard]] double decibels(std::string_view key);      // above 0, up to 100: more is beyond any evidence
    [[nodiscard]] int count(std::string_view key, int at_least = 0);
    [[nodiscard]] std::uint64_t seed(std::string_view key);
    [[nodiscard]] std::vector<double> shares(std::string_view key);         // not empty, each 0–1
    [[nodiscard]] std::vector<double> positives(std::string_view key);      // not empty, each above 0
    [[nodiscard]] std::vector<double> not_negatives(std::string_view key);  // not empty, each 0 or more

private:
    enum class Range { Share, InnerShare, Positive, NotNegative, Decibels };

    [[nodiscard]] double one(std::string_view key, Range range);
    [[nodiscard]] std::vector<double> list(std::string_view key, Range range);
    void check(std::string_view key, double number, Range range);
};

}  // namespace entente::casefile
