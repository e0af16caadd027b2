// What a reading of a case can start from: the protocols that fit the case, and the theories that somebody coded it
// under.
#pragma once

#include <string>
#include <vector>

#include "evidence/protocol.hpp"
#include "workbench/open_case.hpp"

namespace entente::workbench {

struct StartingPoint {
    std::string id;
    std::string name;
};

struct StartingPoints {
    std::vector<StartingPoint> protocols;  // the one the case is open with first
    std::vector<StartingPoint> theories;   // likewise
};

// Files that cannot be read, and readings of other cases, are left out.
[[nodiscard]] StartingPoints starting_points(const OpenCase& open);

struct StartingProtocol {
    evidence::Protocol protocol;
    std::string text;  // the bytes of its file
};

// A protocol by its id only: a request may come from elsewhere and names no path. Empty: the one the case is open with.
// Throws NotFound with what there is, BadData if its file is broken.
[[nodiscard]] StartingProtocol starting_protocol(const OpenCase& open, const std::string& id);

}  // namespace entente::workbench
