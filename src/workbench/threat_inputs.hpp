// Why a figure of threat that is computed from others is missing: the reason of the input that is. For use inside the
// module.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "core/missing.hpp"
#include "panels/data_at_hand.hpp"
#include "threat/facts.hpp"

namespace entente::workbench {

// Of states, one by one, so that it is not asked for every pair.
class ThreatInputs {
public:
    ThreatInputs(const panels::DataAtHand& data, int from, int to);

    // Puts the reason of the missing input into every fact of the pair that says no more than that one is missing. Of
    // several inputs with several reasons nothing is said.
    void explain(threat::DyadFacts& facts) const;

private:
    using Variables = std::vector<std::string>;

    [[nodiscard]] Reason reason_of(const Variables& variables, int state, int year) const;

    std::map<std::string, std::map<std::pair<int, int>, Reason>> missing_;  // by variable, state and year
};

}  // namespace entente::workbench
