// A protocol file with other values in it: comments, order and every other byte stay.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "core/problem.hpp"
#include "evidence/protocol.hpp"

namespace entente::casefile {

using ProtocolValue = std::variant<std::int64_t, double, std::string, std::vector<double>, std::vector<std::string>>;

// What is to change; whatever is empty or nothing stays.
struct ProtocolEdit {
    std::string id;
    std::string name;
    std::string summary;
    // By key path: `prior.weakened`, `grade.reliability.A`; elements of lists count from 1: `grade.credibility.2`.
    std::map<std::string, ProtocolValue> values;
    // [reading]: what is nothing stays, what is given takes the place of the whole, and the key goes where it is empty.
    std::optional<std::string> theory;
    std::optional<std::string> focal;
    std::optional<std::string> baseline;
    std::optional<std::vector<std::string>> coders;
    std::optional<std::vector<std::string>> set_aside;
    std::optional<std::map<std::string, evidence::Grade>> grades;
};

struct ProtocolDifference {
    std::string path;
    std::string before;  // as the file writes it
    std::string after;
};

struct EditedProtocol {
    std::string text;
    std::vector<ProtocolDifference> differences;  // of `values`: in the order of their paths; equal values are none
    evidence::Protocol protocol;                  // what the text says
};

// `text` must be that of a protocol without errors. An unknown path, a value that cannot be, three priors that do not
// sum to one: a problem whose file is the path, all of them in one run; the result must then not be used. What is wrong
// in the text as a whole is reported under `shown_as`.
[[nodiscard]] EditedProtocol edited_protocol(const std::string& text, const std::string& shown_as,
                                             const ProtocolEdit& edit, Problems& problems);

}  // namespace entente::casefile
