// What the test of a theory of threat knows beside the components: pacts, disputes, major powers. For use inside the
// module. Pacts make the outcome, and nothing else; one predictor that is made from them is shown as circular.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "datasets/descriptor.hpp"
#include "threat/allied_against.hpp"
#include "workbench/panel.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

// A dispute counts in its year and as many years after it as make this many in all.
inline constexpr int kQuarrelYears = 5;

struct ThreatTestRecords {
    std::vector<int> numbers;  // of all states, in order: a state's place
    datasets::YearSpan pact_years;
    datasets::YearSpan dispute_years;
    threat::YearlySets pacts;     // one of the two has promised to defend the other
    threat::YearlySets disputes;  // had a dispute in the year or the four before
    // In the year in which a state enters a defence pact: whom its text names as the threat. Nothing where the store
    // cannot say.
    std::optional<threat::YearlySets> named;
    threat::YearlySets majors;  // a major power has itself in its set
    // Leeds and Savun (2007): the other's alliances resemble the state's less than those of the median pair. Nothing
    // where the store cannot say.
    std::optional<threat::YearlySets> unlike_alliances;
    std::vector<ThreatSource> sources;
    std::vector<const panels::StoredDataset*> datasets;
};

struct ThreatTestReach {
    datasets::YearSpan pacts;
    datasets::YearSpan disputes;
};

// Throws NotFound if the store has no directed pledges, no disputes or no major powers.
[[nodiscard]] ThreatTestReach threat_test_reach(const OpenStore& open);

// The place of a state by its number; nothing for a number that is not listed.
[[nodiscard]] std::optional<std::size_t> place_of_state(const std::vector<int>& numbers, int number);

// Throws NotFound as threat_test_reach does. `from` and `to` are the years of the pairs; pacts are read as far as they
// go.
[[nodiscard]] ThreatTestRecords read_threat_test_records(const OpenStore& open, int from, int to);

}  // namespace entente::workbench
