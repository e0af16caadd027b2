// What would follow if the case were read otherwise: other numbers, items set aside, other grades, other periods,
// coders or theory. A reading is no verdict of the protocol it starts from; saved, it is a protocol of its own
// (save_reading.hpp), under which anyone gets the same numbers.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "casefile/edit_protocol.hpp"
#include "workbench/assess.hpp"

namespace entente::workbench {

// Whatever is empty or nothing is as in the protocol that the reading starts from.
struct ReadingRequest {
    std::string protocol;  // id of the protocol to start from; empty: the one that the case is open with
    std::string theory;
    std::string focal;  // brings its own baseline
    std::string baseline;
    std::optional<std::vector<std::string>> coders;          // none named: all
    std::map<std::string, casefile::ProtocolValue> changes;  // by key path: `prior.weakened`
    std::optional<std::vector<std::string>> set_aside;       // items; takes the place of the protocol's list
    std::optional<std::map<std::string, evidence::Grade>> grades;
};

// A case under a reading, before anything is computed.
struct WhatIfCase {
    OpenCasePtr open;                  // its protocol is the reading's
    OpenCasePtr unchanged;             // the same question under the protocol it started from
    std::vector<std::string> changed;  // in words; empty: nothing
};

struct WhatIfResult {
    AssessResult result;
    std::vector<std::string> changed;
    std::optional<evidence::Protocol> other_protocol;  // that the reading starts from, where it is not the case's own
    std::optional<evidence::Theory> other_theory;      // likewise
};

// Nothing of the case is read again from disk. Throws NotFound for an unknown protocol, BadRequest carrying every
// problem of the request.
[[nodiscard]] WhatIfCase read_otherwise(const OpenCasePtr& open, const ReadingRequest& request);

[[nodiscard]] WhatIfResult what_if(const OpenCasePtr& open, const ReadingRequest& request);

}  // namespace entente::workbench
