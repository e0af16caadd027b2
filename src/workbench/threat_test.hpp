// A test of a theory of threat on all official data at hand: does threat foresee whom states ally against better than
// power alone, proximity alone, or how alike the two vote? docs/threat-test.md states the design and its limits.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "contest/test_result.hpp"
#include "evidence/threat_theory.hpp"
#include "workbench/panel.hpp"
#include "workbench/threat.hpp"

namespace entente::workbench {

enum class RobustnessAsked { None, All };

struct ThreatTestRequest {
    std::string theory;       // an id or a file; none: the shipped theory of threat
    std::optional<int> from;  // none: all years that the data allow
    std::optional<int> to;
    contest::TestChoices choices;
    RobustnessAsked robustness = RobustnessAsked::All;
    unsigned threads = 0;  // 0: as many as the machine has cores; the answer is the same with any number
    // Called now and then, from one thread at a time: what is being done, and how much of it is done.
    std::function<void(std::string_view what, std::size_t done, std::size_t of)> progress;
};

// One contest: which pairs, which outcome, who took part, and what came of it.
struct ThreatContest {
    std::string id;       // `relevant`, `all-pairs`, `with-votes`, `new-pact`, `one-year` …
    std::string pairs;    // which rows, in words
    std::string outcome;  // what counts as allying against, in words
    bool robustness = false;
    contest::TestResult result;
    std::string sentence;  // computed from the intervals
};

struct ThreatTestResult {
    evidence::ThreatTheory theory;
    int from = 0;  // years of the pairs
    int to = 0;
    int pacts_known_to = 0;
    // Of the pairs of these years: what is no row, and why.
    std::size_t pairs = 0;
    std::size_t with_pact = 0;                                 // allies already
    std::vector<std::pair<std::string, std::size_t>> missing;  // pairs without a component
    std::vector<ThreatContest> contests;                       // the main one first
    std::string summary;                                       // of all contests, for each rival
    std::string caution;  // what must be said beside the main contest; empty where there is none
    std::vector<ThreatSource> sources;
    std::vector<std::string> notes;
    std::string bibtex;                     // of the theory and the data sets
    std::vector<std::string> theory_cited;  // keys of its entries
    std::vector<std::string> data_cited;
};

// Reads the user's store. Throws NotFound if it lacks capabilities, capitals, disputes, pacts or major powers, or
// covers no year that was asked for.
[[nodiscard]] ThreatTestResult test_threat(const ThreatTestRequest& request);
// With a store that is open already.
[[nodiscard]] ThreatTestResult test_threat(const OpenStore& open, const ThreatTestRequest& request);

// `On decades and states that it had not seen, threat foresaw … better than power alone (skill +.021 [.012, .034] and
// …)`; then what it did not beat, and what cannot be told.
[[nodiscard]] std::string sentence_on(const contest::TestResult& result);

// `Threat against power alone: better in relevant, named; it cannot be told in with-votes.` A rival that one way of
// asking leaves standing is not beaten.
[[nodiscard]] std::string summary_of(const std::vector<ThreatContest>& contests);

// That the main contest is partly mechanical, with what comes of it once every model knows how many states quarrel with
// the other.
[[nodiscard]] std::string caution_on(const std::vector<ThreatContest>& contests);

}  // namespace entente::workbench
